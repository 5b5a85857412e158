package lint

import "ccbreport/reports/association"

// What the rules know of Vietnamese official writing. These are words that are
// looked for, not words that are said: what a person is told stands in
// templates/findings.toml.

const (
	draftMark = "DỰ THẢO"
	asAbove   = "Như trên"
	filed     = "Lưu: VT"
	ending    = "./."
	enclosed  = "Kèm theo"
)

// unitNouns are the common nouns of administrative units, longer ones before
// those that they begin with.
var unitNouns = []string{"phường", "xã", "thị trấn", "đặc khu", "quận", "huyện", "thị xã", "thành phố", "tỉnh"}

// honoured are persons and events after which wards are named; such names keep
// the common noun with a capital (Decree 30/2020, annex II). The list holds
// those that name many wards; a name that is not in it is taken for a place.
var honoured = []string{
	"Nguyễn Trung Trực", "Trần Hưng Đạo", "Lê Lợi", "Nguyễn Huệ", "Quang Trung", "Nguyễn Trãi", "Nguyễn Du",
	"Lý Thường Kiệt", "Lý Thái Tổ", "Ngô Quyền", "Đinh Tiên Hoàng", "Hai Bà Trưng", "Trưng Vương", "Bà Triệu",
	"Phan Bội Châu", "Phan Chu Trinh", "Phan Đình Phùng", "Phan Đình Giót", "Hoàng Văn Thụ", "Lê Hồng Phong",
	"Trần Phú", "Nguyễn Thị Minh Khai", "Võ Thị Sáu", "Nguyễn Văn Trỗi", "Hoàng Diệu", "Nguyễn Thái Học",
	"Nguyễn Thái Bình", "Lê Đại Hành", "Trần Nhân Tông", "Chu Văn An", "Lương Thế Vinh", "Kim Đồng", "Yết Kiêu",
	"Điện Biên Phủ", "Đồng Khởi", "Thống Nhất", "Chiến Thắng", "Giải Phóng",
}

// properBodies are bodies whose name is written in one way only, as the
// association's own is.
var properBodies = []string{
	"Mặt trận Tổ quốc", "Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành", "Ban Thường vụ", "Đoàn Thanh niên",
	"Ủy ban nhân dân", "Hội đồng nhân dân", "Quân đội nhân dân", "Đài Truyền hình",
	"Công an thành phố",
}

// smallPeople are phrases in which nhân dân has no capital.
var smallPeople = []string{
	"Quân đội nhân dân", "Hội đồng nhân dân", "Ủy ban nhân dân", "Tòa án nhân dân", "Viện kiểm sát nhân dân",
	"Công an nhân dân", "Thanh tra nhân dân", "Hội thẩm nhân dân", "Quỹ tín dụng nhân dân", "Nhà giáo nhân dân",
	"đối ngoại nhân dân", "quốc phòng nhân dân", "an ninh nhân dân", "chiến tranh nhân dân", "vũ trang nhân dân",
	"lòng nhân dân", "Đông Dương nhân dân",
}

// smallState are phrases in which nhà nước has no capital.
var smallState = []string{"quản lý nhà nước", "cơ quan nhà nước", "doanh nghiệp nhà nước", "cấp nhà nước", "hành chính nhà nước", "ngân sách nhà nước"}

// partyWords are words before đảng behind which it means the Party.
var partyWords = []string{"của", "với", "vào", "theo", "xây dựng", "góp ý", "lãnh đạo", "bảo vệ", "chống phá", "niềm tin", "dưới cờ", "ơn"}

// respelled are words that the decree and the association's papers write in one
// way; the keys are looked for as whole words, in any case.
var respelled = map[string]string{
	"hàng năm": "hằng năm", "hàng tháng": "hằng tháng", "hàng quý": "hằng quý", "hàng tuần": "hằng tuần", "hàng ngày": "hằng ngày",
	"kỉ niệm": "kỷ niệm", "kỉ luật": "kỷ luật", "kỉ cương": "kỷ cương", "thế kỉ": "thế kỷ", "tỉ lệ": "tỷ lệ", "tỉ đồng": "tỷ đồng",
	"kĩ thuật": "kỹ thuật", "kĩ năng": "kỹ năng", "lí luận": "lý luận", "lí tưởng": "lý tưởng", "quản lí": "quản lý", "xử lí": "xử lý",
	"hi sinh": "hy sinh", "mĩ": "mỹ", "quí": "quý", "công ti": "công ty",
}

// campaigns are those of all associations, and whether each is called a movement or a
// campaign.
var campaigns = []association.Movement{
	{Name: "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh", Kind: "cuộc vận động"},
	{Name: "Người Việt Nam ưu tiên dùng hàng Việt Nam", Kind: "cuộc vận động"},
	{Name: "Ngày vì người nghèo", Kind: "cuộc vận động"},
	{Name: "Toàn dân bảo vệ an ninh Tổ quốc", Kind: "phong trào"},
	{Name: "Toàn dân đoàn kết xây dựng đời sống văn hóa", Kind: "phong trào"},
	{Name: "Đền ơn đáp nghĩa", Kind: "phong trào"},
	{Name: "Cả nước chung sức xây dựng nông thôn mới", Kind: "phong trào"},
	{Name: "Cả nước chung tay vì người nghèo", Kind: "phong trào"},
}

// anniversaries are the years from which everybody's jubilees are counted.
var anniversaries = []association.Anniversary{
	{Event: "Quân đội nhân dân", Year: 1944}, {Event: "thành lập Đảng", Year: 1930}, {Event: "Cách mạng tháng Tám", Year: 1945},
	{Event: "Quốc khánh", Year: 1945}, {Event: "giải phóng miền Nam", Year: 1975}, {Event: "Thương binh", Year: 1947}, {Event: "Giải phóng Thủ đô", Year: 1954},
	{Event: "Chiến thắng Điện Biên Phủ", Year: 1954}, {Event: "sinh Chủ tịch Hồ Chí Minh", Year: 1890}, {Event: "Toàn quốc kháng chiến", Year: 1946},
}

// vietnamese are the small letters that no other check calls foreign; Latin
// letters without marks are in names.
const vietnamese = "abcdefghijklmnopqrstuvwxyzàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
