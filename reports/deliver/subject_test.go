package deliver

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ccbreport/templates"
)

// TestSubjects: what a telephone shows of a subject says what the letter is about, of every
// kind of report that is built in and wards of every length of name, and cuts no word.
func TestSubjects(t *testing.T) {
	units := []string{
		"Hội CCB xã Vân Hà", "Hội CCB phường Hoàng Văn Thụ", "Hội CCB đặc khu Phú Quốc", "Hội CCB xã Tân Thành Bình 2",
		"Hội CCB phường Văn Miếu – Quốc Tử Giám", "Hội CCB phường Chợ Quán", "Hội NCT phường Bình Hưng Hòa", "Hội CCB phường 14", "Cựu chiến binh cơ quan",
	}
	reports := []string{
		"Báo cáo năm 2026", "Báo cáo 6 tháng đầu năm 2026", "Báo cáo giữa nhiệm kỳ 2021–2026", "Báo cáo nhiệm kỳ 2021–2026",
		"Báo cáo kết quả phong trào thi đua “Cựu chiến binh gương mẫu” năm 2026",
	}
	for _, kind := range []string{Draft, Copy, Failure, Reminder, Done, Test} {
		for _, unit := range units {
			for _, report := range reports {
				for _, trial := range []string{"", "a@example.vn"} {
					w := Words{Report: report, Short: unit, Version: "12", DueDay: "05/12", Due: "05/12/2026", Number: "105/BC-CCB", Trial: trial, Signs: trial == ""}
					subject, _, err := Compose(templates.FS, kind, w)
					if n := utf8.RuneCountInString(subject); err != nil || n >= 50 {
						t.Errorf("%s: %q has %d letters, want fewer than 50 (%v)", kind, subject, n, err)
					}
					rest := strings.NewReplacer("…", "", "BC", "Báo cáo", "NK", "nhiệm kỳ").Replace(subject)
					for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" .–-:[]“”", r) }) {
						if known := strings.ToLower(strings.Join([]string{report, unit, "dự thảo 12 bản chính thức để ký cần xử lý nhắc hạn 05/12 đã gửi thử số 105/bc ccb thư báo cáo"}, " ")); utf8.RuneCountInString(word) > 1 && !strings.Contains(" "+known+" ", strings.ToLower(word)) {
							t.Errorf("%s: %q has %q, which is cut", kind, subject, word)
						}
					}
				}
			}
		}
	}
}

// TestSubjectsAsTheyAre: some of them word by word.
func TestSubjectsAsTheyAre(t *testing.T) {
	for _, c := range []struct{ kind, report, unit, want string }{
		{Draft, "Báo cáo năm 2026", "Hội CCB xã Vân Hà", "[Dự thảo 2] Báo cáo năm 2026 – CCB Vân Hà"},
		{Draft, "Báo cáo năm 2026", "Hội CCB phường Hoàng Văn Thụ", "[Dự thảo 2] Báo cáo năm 2026 – CCB Hoàng Văn Thụ"},
		{Draft, "Báo cáo năm 2026", "Hội CCB đặc khu Phú Quốc", "[Dự thảo 2] Báo cáo năm 2026 – CCB Phú Quốc"},
		{Draft, "Báo cáo năm 2026", "Hội CCB xã Tân Thành Bình 2", "[Dự thảo 2] BC năm 2026 – CCB Tân Thành Bình 2"},
		{Draft, "Báo cáo năm 2026", "Hội CCB phường Văn Miếu – Quốc Tử Giám", "[Dự thảo 2] Báo cáo năm 2026 – CCB Văn Miếu"},
		{Draft, "Báo cáo 6 tháng đầu năm 2026", "Hội CCB xã Vân Hà", "[Dự thảo 2] BC 6 tháng đầu năm 2026 – CCB Vân Hà"},
		{Draft, "Báo cáo 6 tháng đầu năm 2026", "Hội CCB phường Hoàng Văn Thụ", "[Dự thảo 2] 6 tháng đầu 2026 – CCB Hoàng Văn Thụ"},
		{Draft, "Báo cáo giữa nhiệm kỳ 2021–2026", "Hội CCB phường Hoàng Văn Thụ", "[Dự thảo 2] Giữa NK 2021–2026 – CCB Hoàng Văn Thụ"},
		{Draft, "Báo cáo nhiệm kỳ 2021–2026", "Hội CCB xã Tân Thành Bình 2", "[Dự thảo 2] NK 2021–2026 – CCB Tân Thành Bình 2"},
		{Reminder, "Báo cáo năm 2026", "Hội CCB xã Vân Hà", "[Hạn 05/12] Báo cáo năm 2026 – CCB Vân Hà"},
		{Reminder, "Báo cáo giữa nhiệm kỳ 2021–2026", "Hội CCB xã Tân Thành Bình 2", "[Hạn 05/12] Giữa NK 2021–2026 – CCB T.T. Bình 2"},
		{Failure, "Báo cáo năm 2026", "Hội CCB xã Vân Hà", "[Cần xử lý] Báo cáo năm 2026 – CCB Vân Hà"},
		{Copy, "Báo cáo năm 2026", "Hội CCB xã Vân Hà", "[Chính thức] Báo cáo năm 2026 – CCB Vân Hà"},
		{Done, "Báo cáo năm 2026", "Hội CCB xã Vân Hà", "[Đã gửi] Báo cáo năm 2026 – CCB Vân Hà"},
		{Test, "", "Hội CCB xã Vân Hà", "[Thư thử] CCB Vân Hà"},
		{Draft, "Báo cáo kết quả phong trào thi đua Dân vận khéo năm 2026", "Hội CCB xã Vân Hà", "[Dự thảo 2] Kết quả phong trào thi đua Dân vận…"},
		{Final, "Báo cáo 6 tháng đầu năm 2026", "Hội CCB phường Văn Miếu – Quốc Tử Giám", "Báo cáo 6 tháng đầu năm 2026, số 05/BC-CCB – Hội CCB phường Văn Miếu – Quốc Tử Giám"},
	} {
		w := Words{Report: c.report, Short: c.unit, Version: "2", DueDay: "05/12", Number: "05/BC-CCB"}
		if got, _, err := Compose(templates.FS, c.kind, w); err != nil || got != c.want {
			t.Errorf("%s of %s of %s:\n got %q (%v)\nwant %q", c.kind, c.report, c.unit, got, err, c.want)
		}
	}
}
