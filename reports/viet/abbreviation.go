package viet

import "strings"

// abbreviations are those of the domain notes (4.6) that mean one thing in the papers
// of any association; its own are in its [Words]. "đ c" is what a key leaves of "đ/c".
var abbreviations = keyed(map[string]string{
	"cqn":    "cựu quân nhân",
	"hv":     "hội viên",
	"hvgm":   "hội viên gương mẫu",
	"đ c":    "đồng chí",
	"bch":    "ban chấp hành",
	"btv":    "ban thường vụ",
	"cht":    "chi hội trưởng",
	"tdp":    "tổ dân phố",
	"ttdp":   "tổ trưởng tổ dân phố",
	"kp":     "khu phố",
	"kdc":    "khu dân cư",
	"mttq":   "mặt trận tổ quốc",
	"ubmttq": "ủy ban mặt trận tổ quốc",
	"ubnd":   "ủy ban nhân dân",
	"hđnd":   "hội đồng nhân dân",
	"ubkt":   "ủy ban kiểm tra",
	"btcb":   "bí thư chi bộ",
	"tw":     "trung ương",
	"t ư":    "trung ương",
	"đtn":    "đoàn thanh niên",
	"đvtn":   "đoàn viên thanh niên",
	"lhpn":   "liên hiệp phụ nữ",
	"hnd":    "hội nông dân",
	"nct":    "người cao tuổi",
	"ctđ":    "chữ thập đỏ",
	"tnxp":   "thanh niên xung phong",
	"dqtv":   "dân quân tự vệ",
	"qđnd":   "quân đội nhân dân",
	"clb":    "câu lạc bộ",
	"htx":    "hợp tác xã",
	"antq":   "an ninh tổ quốc",
	"antt":   "an ninh trật tự",
	"atgt":   "an toàn giao thông",
	"ttatgt": "trật tự an toàn giao thông",
	"qp an":  "quốc phòng an ninh",
	"nvqs":   "nghĩa vụ quân sự",
	"gpmb":   "giải phóng mặt bằng",
	"vsmt":   "vệ sinh môi trường",
	"ntm":    "nông thôn mới",
	"đtvm":   "đô thị văn minh",
	"gđvh":   "gia đình văn hóa",
	"htt":    "hoàn thành tốt",
	"htxs":   "hoàn thành xuất sắc",
	"htxsnv": "hoàn thành xuất sắc nhiệm vụ",
	"tsvm":   "trong sạch vững mạnh",
	"knc":    "kỷ niệm chương",
	"bhyt":   "bảo hiểm y tế",
	"mtp":    "mai táng phí",
	"tb ls":  "thương binh liệt sĩ",
	"cđdc":   "chất độc da cam",
	"cđhh":   "chất độc hóa học",
	"vnah":   "Việt Nam anh hùng",
	"mvnah":  "mẹ Việt Nam anh hùng",
	"ntđđ":   "nghĩa tình đồng đội",
	"đơđn":   "đền ơn đáp nghĩa",
	"nhcs":   "ngân hàng chính sách",
	"nhcsxh": "ngân hàng chính sách xã hội",
	"tk vv":  "tiết kiệm và vay vốn",
	"nqh":    "nợ quá hạn",
	"sxkd":   "sản xuất kinh doanh",
	"sxkdg":  "sản xuất kinh doanh giỏi",
	"pbgdpl": "phổ biến giáo dục pháp luật",
	"gsđtcđ": "giám sát đầu tư cộng đồng",
	"ttnd":   "thanh tra nhân dân",
	"đvt":    "đơn vị tính",
	"stt":    "số thứ tự",
})

// abbreviated are the words with which an abbreviation begins.
var abbreviated = firstWords(abbreviations)

func firstWords(abbreviations map[string]string) map[string]bool {
	set := map[string]bool{}
	for short := range abbreviations {
		first, _, _ := strings.Cut(short, " ")
		set[first] = true
	}
	return set
}

func keyed(m map[string]string) map[string]string {
	out := make(map[string]string, len(m))
	for short, long := range m {
		out[Key(short)] = Key(long)
	}
	return out
}
