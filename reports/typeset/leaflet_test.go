package typeset

import (
	"strings"
	"testing"

	"ccbreport/reports/paper"
)

// TestLeaflet: a guide has a title and its pages, and nothing that an office adds; what
// is typed stands in a frame without a head above it.
func TestLeaflet(t *testing.T) {
	doc := parseForm(t, strings.Join([]string{
		"kind Hướng dẫn",
		"h0  | Bước một",
		"p Gõ dòng sau:",
		"table Gõ: ccbreport run",
		"col Lệnh",
		"row ccbreport run",
		"photo 400x300 | Ảnh chụp màn hình",
	}, "\n"))
	doc.Body[2].(*paper.Table).Columns[0].Head = ""
	p, face := builtin(t)
	g, findings := layout(t.Context(), doc, p.Leaflet(), face)
	if len(findings) > 0 {
		t.Error(findings)
	}
	got := dump(g.pages)
	for _, want := range []string{`H1 "Hướng dẫn"`, `H2 "Bước một"`, `TD "ccbreport run"`, `w=138.60 h=103.95 400 x 300`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	for _, foreign := range []string{"CỘNG HÒA", "Số:", "ngày", "Nơi nhận", "TH "} {
		if strings.Contains(got, foreign) {
			t.Errorf("%s in\n%s", foreign, got)
		}
	}
	if n := strings.Count(got, "frame "); n != 1 {
		t.Errorf("%d frames, want one for the one row:\n%s", n, got)
	}
}
