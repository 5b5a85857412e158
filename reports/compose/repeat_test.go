package compose

import (
	"strings"
	"testing"

	"ccbreport/templates"
)

// TestRepeats: what the ward's own words have said of a deed, with its number, is not said
// again; another deed with the same number is.
func TestRepeats(t *testing.T) {
	tmpl, err := Load(templates.FS, "nam", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	const year = "span 2026-01-01 2026-12-31\n"
	for _, tt := range []struct{ reason, input, want, never string }{
		{"the same deed", "fig AN.TINBAO 8\ntext An ninh, quốc phòng | Hội đã cung cấp cho lực lượng công an 8 nguồn tin quý.", "8 nguồn tin quý.", "Hội viên đã cung cấp"},
		{"another number", "fig AN.TINBAO 8\ntext An ninh, quốc phòng | Hội đã cung cấp cho lực lượng công an 9 nguồn tin quý.", "Hội viên đã cung cấp cho lực lượng công an 8 nguồn tin.", ""},
		{"another deed with that number", "fig PT.VSMT.BUOI 16\ntext Phong trào, cuộc vận động | Hội tổ chức 16 buổi sinh hoạt chuyên đề.", "tổ chức 16 buổi tổng vệ sinh môi trường.", ""},
		{"part of a longer number", "fig AN.TINBAO 8\ntext An ninh, quốc phòng | Hội đã cung cấp cho công an 18 nguồn tin quý.", "công an 8 nguồn tin.", ""},
		{"two figures", "fig TH.NOICHUYEN.BUOI 5 ward\nfig TH.NOICHUYEN.LUOT 900 ward\ntext Giáo dục truyền thống | Hội đã nói chuyện truyền thống 5 buổi cho 900 lượt thanh niên, học sinh rất bổ ích.", "900 lượt thanh niên, học sinh rất bổ ích.", "phối hợp"},
		{"other persons with that number", "fig TC.HV.MOI 3\nfig TC.HV.TONG 90\ntext Xây dựng tổ chức Hội | Hội có 90 đồng chí trong tổ an ninh; đã kết nạp 3 hội viên danh dự.", "đã kết nạp 3 hội viên mới.", ""},
		{"several parts of which the words name one", "fig TC.HV.DEN 3\nfig TC.HV.GIAM.CHET 3\nfig TC.HV.GIAM.CHUYEN 3\ntext Xây dựng tổ chức Hội | Hội có 3 hội viên được cử đi học.", "có 3 hội viên chuyển đến, 3 hội viên từ trần, 3 hội viên chuyển đi.", ""},
		{"one of two figures", "fig TT.THOISU.BUOI 4 ward\nfig TT.THOISU.LUOT 310 ward\ntext Thông tin thời sự | Hội đã tổ chức 4 buổi cho 300 lượt hội viên.", "Trong năm đã tổ chức 4 buổi", ""},
		{"not all gave it", "fig AN.TINBAO 8 2\ntext An ninh, quốc phòng | Hội đã cung cấp cho lực lượng công an 8 nguồn tin quý.", "Hội viên đã cung cấp cho lực lượng công an 8 nguồn tin*.", ""},
		{"a comparison says more", "fig AN.TINBAO 8\nbefore AN.TINBAO 6\ntext An ninh, quốc phòng | Hội đã cung cấp cho lực lượng công an 8 nguồn tin quý.", "8 nguồn tin, tăng 2 nguồn tin so với năm trước.", ""},
		{"no words", "fig AN.TINBAO 8", "Hội viên đã cung cấp cho lực lượng công an 8 nguồn tin.", ""},
	} {
		doc, _, err := tmpl.Compose(readInput(t, year+tt.input))
		if err != nil {
			t.Fatal(err)
		}
		got := bodyWords(doc)
		if !strings.Contains(got, tt.want) || tt.never != "" && strings.Contains(got, tt.never) {
			t.Errorf("%s: want %q, never %q in\n%s", tt.reason, tt.want, tt.never, got)
		}
	}
}
