package typeset

import (
	"fmt"
	"strings"
	"testing"

	"ccbreport/reports/paper"
)

// TestHeadNames: a name that does not fit beside Quốc hiệu becomes smaller, then
// breaks before its common noun, never inside the proper name.
func TestHeadNames(t *testing.T) {
	const nation, motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
	tests := []struct {
		name, style string
		want        string // lines and size in points, then the size of Quốc hiệu
		reason      string
	}{
		{"HỘI CCB PHƯỜNG BỒ ĐỀ", "bold", "HỘI CCB PHƯỜNG BỒ ĐỀ 13 13", "fits as it is"},
		{"HỘI CỰU CHIẾN BINH PHƯỜNG BỒ ĐỀ", "bold", "HỘI CỰU CHIẾN BINH / PHƯỜNG BỒ ĐỀ 13 13", "80 mm at 12 pt: broken before PHƯỜNG"},
		{"HỘI CỰU CHIẾN BINH PHƯỜNG NGUYỄN TRUNG TRỰC", "bold", "HỘI CỰU CHIẾN BINH / PHƯỜNG NGUYỄN TRUNG TRỰC 12 12", "68 mm at 12 pt leave no gutter: the smaller pair on the right"},
		{"HỘI CỰU CHIẾN BINH THỊ XÃ SƠN TÂY", "bold", "HỘI CỰU CHIẾN BINH / THỊ XÃ SƠN TÂY 13 13", "THỊ XÃ is one noun"},
		{"HỘI CỰU CHIẾN BINH PHƯỜNG XÃ ĐÀN", "bold", "HỘI CỰU CHIẾN BINH / PHƯỜNG XÃ ĐÀN 13 13", "XÃ behind PHƯỜNG belongs to the name"},
		{"HỘI CỰU CHIẾN BINH ĐẶC KHU PHÚ QUỐC", "bold", "HỘI CỰU CHIẾN BINH / ĐẶC KHU PHÚ QUỐC 13 13", "broken before ĐẶC KHU"},
		{"HỘI CCB THÀNH PHỐ HÀ NỘI", "regular", "HỘI CCB THÀNH PHỐ HÀ NỘI 13 13", "63 mm at 13 pt"},
		{"HỘI CCB THÀNH PHỐ HỒ CHÍ MINH", "regular", "HỘI CCB / THÀNH PHỐ HỒ CHÍ MINH 13 13", "70 mm at 12 pt: broken before THÀNH PHỐ"},
		{"HỘI CỰU CHIẾN BINH XÃ " + strings.Repeat("DÀI ", 20) + "TÊN", "bold", "", "fits nowhere: broken at spaces, nothing lost"},
	}
	s := testSetter(t)
	for _, tt := range tests {
		h := paper.Head{Nation: nation, Motto: motto, Issuer: tt.name}
		if tt.style == "regular" {
			h.Parent, h.Issuer = tt.name, "HỘI CCB"
		}
		plan := s.planHead(h)
		o := plan.issuer
		if tt.style == "regular" {
			o = plan.parent
		}
		got := strings.Join(o.lines, " / ") + pts(o.size) + pts(plan.nation)
		if tt.want != "" && got != tt.want {
			t.Errorf("%s: %s, want %s (%s)", tt.name, got, tt.want, tt.reason)
		}
		if joined := strings.Join(o.lines, " "); joined != tt.name {
			t.Errorf("%s: lines hold %q (%s)", tt.name, joined, tt.reason)
		}
		style := map[string]paper.Style{"bold": paper.Bold, "regular": 0}[tt.style]
		for _, line := range o.lines {
			if w := s.face.measure(line, style, o.size); w > plan.left {
				t.Errorf("%s: line %q is %s mm wide, its column %s (%s)", tt.name, line, w.mm(), plan.left.mm(), tt.reason)
			}
		}
	}
}

func pts(size Length) string { return fmt.Sprintf(" %g", size.pt()) }

// TestNumberAndDate: slots 3 and 4 of the decree.
func TestNumberAndDate(t *testing.T) {
	s := testSetter(t)
	blank := s.p.Words.Blank
	tests := []struct {
		head         paper.Head
		number, date string
		reason       string
	}{
		{paper.Head{Number: "5", Symbol: "BC-CCB", Place: "Bồ Đề", Day: 5, Month: 7, Year: 2028},
			"Số: 05/BC-CCB", "Bồ Đề, ngày 05 tháng 7 năm 2028", "day and number below 10 take a nought, July does not"},
		{paper.Head{Number: "12", Symbol: "BC-CCB", Place: "Bồ Đề", Day: 15, Month: 2, Year: 2028},
			"Số: 12/BC-CCB", "Bồ Đề, ngày 15 tháng 02 năm 2028", "February takes a nought"},
		{paper.Head{Symbol: "BC-CCB", Place: "Phường 6", Year: 2028},
			"Số: " + blank + "/BC-CCB", "Phường 6, ngày " + blank + " tháng " + blank + " năm 2028", "blank until it is signed"},
		{paper.Head{Number: "05a", Symbol: "BC-HCCB", Place: "Bồ Đề", Month: 12},
			"Số: 05a/BC-HCCB", "Bồ Đề, ngày " + blank + " tháng 12 năm " + blank, "a number that is no number stays"},
	}
	for _, tt := range tests {
		if got := s.numberText(tt.head); got != tt.number {
			t.Errorf("number %q, want %q (%s)", got, tt.number, tt.reason)
		}
		if got := s.dateText(tt.head); got != tt.date {
			t.Errorf("date %q, want %q (%s)", got, tt.date, tt.reason)
		}
	}
}

// TestSubjectKeepsItsPeriod: wherever the name of the ward makes the lines end, a
// half-year is not parted.
func TestSubjectKeepsItsPeriod(t *testing.T) {
	s := testSetter(t)
	for n := range 12 {
		ward := strings.TrimSpace("xã " + strings.Repeat("An ", n))
		boxes := s.title(paper.Head{Subject: "Sơ kết công tác Hội Cựu chiến binh " + ward + " 6 tháng đầu năm 2027; nhiệm vụ trọng tâm 6 tháng cuối năm"})
		var lines []string
		for _, b := range boxes {
			var line strings.Builder
			for _, it := range b.items {
				if piece, ok := it.(text); ok {
					line.WriteString(piece.text)
				}
			}
			lines = append(lines, strings.TrimSpace(line.String()))
		}
		for _, line := range lines {
			if strings.HasSuffix(line, " 6") || strings.HasSuffix(line, "đầu") || strings.HasSuffix(line, "cuối") {
				t.Errorf("%s: a line ends within the period: %q", ward, lines)
			}
		}
		if len(lines) < 2 || !strings.Contains(strings.Join(lines, " "), "6 tháng cuối năm") {
			t.Errorf("%s: set as %q", ward, lines)
		}
	}
}
