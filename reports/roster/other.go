package roster

import (
	"strings"

	"ccbreport/reports/viet"
)

// otherLines are the associations of a village, one of which may be ours: the name,
// as it is told, and the words that name it after "hội" or "chi hội"; then what names
// it alone.
var otherLines = []struct{ name, words, alone string }{
	{"Hội Cựu chiến binh", "cựu chiến binh; ccb", "hccb"},
	{"Hội Nông dân", "nông dân; nd", "hnd; chnd"},
	{"Hội Người cao tuổi", "người cao tuổi; nct; cao tuổi", "hnct"},
	{"Hội Liên hiệp Phụ nữ", "phụ nữ; pn; liên hiệp phụ nữ; lhpn", "hpn; lhpn; hlhpn; chpn"},
	{"Hội Khuyến học", "khuyến học; kh", "hkh"},
	{"Hội Chữ thập đỏ", "chữ thập đỏ; ctđ", "hctđ"},
	{"Hội Cựu giáo chức", "cựu giáo chức; cgc", "hcgc"},
	{"Hội Cựu thanh niên xung phong", "thanh niên xung phong; cựu thanh niên xung phong; tnxp; cựu tnxp", "htnxp"},
	{"Đoàn Thanh niên", "đoàn thanh niên; thanh niên; liên hiệp thanh niên; lhtn", "đtn; đoàn thanh niên; chi đoàn thanh niên; đoàn tncs; đoàn tncs hcm; chi đoàn"},
	{"Mặt trận Tổ quốc", "mặt trận tổ quốc; mttq", "mặt trận tổ quốc; mttq; ubmttq; ủy ban mặt trận tổ quốc; ủy ban mttq; ban công tác mặt trận; ban ctmt; mặt trận"},
	{"Hội Nạn nhân chất độc da cam", "nạn nhân chất độc da cam; chất độc da cam; da cam; nạn nhân da cam", ""},
	{"Công đoàn", "", "công đoàn; công đoàn cơ sở"},
	{"Hội Đông y", "đông y", ""},
	{"Hội Luật gia", "luật gia", ""},
	{"Hội Làm vườn", "làm vườn; sinh vật cảnh", ""},
	{"Hội Cựu tù chính trị", "tù yêu nước; cựu tù chính trị; tù chính trị", ""},
}

type otherPhrase struct {
	name  string
	words []string
	alone bool // else "hội" must stand before, or a place behind
}

var otherPhrases = func() map[string][]otherPhrase {
	index := map[string][]otherPhrase{}
	add := func(name, list string, alone bool) {
		for _, s := range strings.Split(list, ";") {
			if words := strings.Fields(viet.Key(s)); len(words) > 0 {
				first := viet.Bare(words[0])
				index[first] = append(index[first], otherPhrase{name, words, alone})
			}
		}
	}
	for _, line := range otherLines {
		add(line.name, line.words, false)
		add(line.name, line.alone, true)
	}
	return index
}()

// otherLeads may stand before the association's own name.
var (
	otherLeads = newPhrases("báo cáo; bc; số liệu; tổng hợp; biểu; biểu mẫu; phụ lục; kết quả; hoạt động; công tác; thống kê; của; bch; ban chấp hành; ban thường vụ; btv; năm #; quý #; tháng #; # tháng; đầu năm; cuối năm; về; gửi; phiếu; bản sao; copy of; #")
	societies  = newPhrases("hội; chi hội; ch; phân hội; hội liên hiệp; hội cựu; ban đại diện hội; ban đại diện; chi")
)

// Other reports whose a text is if it begins, as titles and names of files do,
// with another association's name: "CHI HỘI NÔNG DÂN THÔN BẾN", "bao cao HND".
// "Hội CCB phối hợp với Hội Nông dân" is ours.
func (m *Roster) Other(s string) (name string, ok bool) {
	return m.other(m.read(viet.Clean(s)))
}

func (m *Roster) other(t text) (name string, ok bool) {
	i := 0
	for n := otherLeads.longest(t, i); n > 0; n = otherLeads.longest(t, i) {
		i += n
	}
	society := societies.longest(t, i)
	for n := society; n >= 0; n-- {
		if p, ok := t.otherAt(i+n, n > 0); ok && !m.ownsFrom(t, i, i+n+len(p.words)) {
			return p.name, true
		}
	}
	return "", false
}

// otherAt reads an association's name at i. Without "hội" before it, or the name
// of a place behind it, "phụ nữ" is nobody's.
func (t text) otherAt(i int, society bool) (best otherPhrase, ok bool) {
	if i >= len(t.toks) {
		return best, false
	}
	for _, p := range otherPhrases[t.toks[i].bare] {
		end := i + len(p.words)
		if len(p.words) <= len(best.words) || p.name == t.own.line || !t.at(i, p.words) {
			continue
		}
		place := end < len(t.toks) && (len(t.leadAt(end).places) > 0 || admin.longest(t, end) > 0)
		short := len(p.words) == 1 && len([]rune(p.words[0])) == 2 // "PN", "KH": a syllable as well
		if p.alone || society && (!short || place || end == len(t.toks)) || place && !short {
			best, ok = p, true
		}
	}
	return best, ok
}

// ownsFrom reports whether a branch of ours is called so.
func (m *Roster) ownsFrom(t text, from, to int) bool {
	for _, x := range m.mentions(t) {
		if x.from <= from && x.to >= to && x.sure && len(x.parts) > 0 {
			return true
		}
	}
	return false
}
