package compose

import (
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/templates"
)

// checkTied holds what is true of every document with an annex of sources: each
// place that prints a figure leads to the one row of that figure, the row leads
// back to the first of them, and nothing else is tied. The annex itself prints no
// figure.
func checkTied(t testing.TB, doc *paper.Document) {
	t.Helper()
	i := slices.IndexFunc(doc.Annexes, func(a paper.Annex) bool { return a.Sources })
	if i < 0 {
		return
	}
	rows := map[string][]paper.Span{} // all spans of a row by its anchor
	for _, r := range doc.Annexes[i].Body[0].(*paper.Table).Rows {
		if r.Kind == paper.Plain {
			rows[r.Cells[0][0].Anchor] = slices.Concat(r.Cells...)
		}
	}
	said := *doc
	said.Annexes = slices.Delete(slices.Clone(doc.Annexes), i, i+1)
	first := map[string]string{} // anchor of the first place by the link
	for _, s := range documentSpans(&said) {
		switch {
		case s.Figure != "" && rows[s.Link] == nil:
			t.Errorf("%q of %s leads to no row: %q", s.Text, s.Figure, s.Link)
		case s.Figure == "" && s.Link != "":
			t.Errorf("%q is no figure and leads to %q", s.Text, s.Link)
		case s.Figure != "" && first[s.Link] == "":
			first[s.Link] = s.Anchor
		case s.Figure != "" && s.Anchor != "":
			t.Errorf("a later place of %s has an anchor", s.Figure)
		}
	}
	for anchor, spans := range rows {
		if back := spans[2].Link; first[anchor] != "" && back != first[anchor] {
			t.Errorf("row %s leads to %q, the first place is %q", anchor, back, first[anchor])
		}
		for _, s := range spans {
			if s.Figure != "" || s.Source != "" {
				t.Errorf("row %s prints a figure: %+v", anchor, s)
			}
		}
	}
	for _, p := range doc.Places() {
		if strings.HasPrefix(p.Section, doc.Annexes[i].Label+". ") {
			t.Errorf("a figure is printed in the annex of sources: %+v", p)
		}
	}
}

// TestWhere holds the short form of cells.
func TestWhere(t *testing.T) {
	tmpl, err := Load(templates.FS, "giua-nhiem-ky", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ reason, cells, want string }{
		{"one cell", "a s.xlsx!S!D4", "s.xlsx, “S”, ô D4"},
		{"a row of cells", "a s.xlsx!S!D4\na s.xlsx!S!F4\na s.xlsx!S!E4", "s.xlsx, “S”, cột D-F, dòng 4"},
		{"a block of cells", "a s.xlsx!S!Z4\na s.xlsx!S!AA4\na s.xlsx!S!Z5\na s.xlsx!S!AA5", "s.xlsx, “S”, cột Z-AA, dòng 4-5"},
		{"a block with a hole", "a s.xlsx!S!D4\na s.xlsx!S!E4\na s.xlsx!S!D5", "s.xlsx, “S”, ô D4, E4, D5"},
		{"the same cell twice", "a s.xlsx!S!D4\na s.xlsx!S!D4", "s.xlsx, “S”, ô D4"},
		{"scattered cells", "a s.xlsx!S!D4\na s.xlsx!S!D9\na s.xlsx!S!D6\na s.xlsx!S!D30\na s.xlsx!S!D20", "s.xlsx, “S”, ô D4, D6, D9; 2 ô khác"},
		{"the same place of two branches", "a a.xlsx!S!D4\nb b.xlsx!S!D4", "2 chi hội, “S”, ô D4"},
		{"two workbooks of one branch", "a a.xlsx!S!D4\na b.xlsx!S!D4\nb c.xlsx!S!D4", "2 chi hội, “S”, ô D4"},
		{"two places", "a a.xlsx!S!D4\nb b.xlsx!T!D4", "a.xlsx, “S”, ô D4; b.xlsx, “T”, ô D4"},
		{"three places: the largest", "a a.xlsx!S!D4\nb b.xlsx!T!D4\nc c.xlsx!T!D4\nd d.xlsx!T!D5", "2 chi hội, “T”, ô D4; 2 ô khác"},
		{"scattered cells of several branches", "a a.xlsx!S!D4\na a.xlsx!S!D6\na a.xlsx!S!D8\na a.xlsx!S!F9\nb b.xlsx!S!D4\nb b.xlsx!S!D6\nb b.xlsx!S!D8\nb b.xlsx!S!F9",
			"2 chi hội, “S”, ô D4, D6, D8; 2 ô khác"},
		{"branches as rows of one table", "a own.xlsx!S!E5\nb own.xlsx!S!E6\nc own.xlsx!S!E7", "“S”, cột E, dòng 5-7"},
		{"the ward's two workbooks are no branches", "@ward own.xlsx!S!E5\n@ward two.xlsx!S!E5", "“S”, ô E5; two.xlsx, “S”, ô E5"},
		{"the workbook that goes without saying", "@ward own.xlsx!S!E5\na a.xlsx!S!E5", "“S”, ô E5; a.xlsx, “S”, ô E5"},
		{"a file without sheets", "a a.csv!!D4", "a.csv, ô D4"},
		{"names with marks of a template", "a # A | ⟦B⟧ {{.}}.xlsx!*C*!D4", "# A | ⟦B⟧ {{.}}.xlsx, “*C*”, ô D4"},
		{"nothing", "", ""},
	} {
		var from []reports.Contribution
		for line := range strings.Lines(tt.cells) {
			unit, at, _ := strings.Cut(strings.TrimSpace(line), " ")
			from = append(from, reports.Contribution{Unit: reports.UnitID(unit), Entry: reports.Entry{At: reports.ParseCell(at)}})
		}
		c := &composer{ledger: newLedger(), t: tmpl}
		exec, err := tmpl.root.Clone()
		if err != nil {
			t.Fatal(err)
		}
		c.exec = exec.Funcs(c.funcs())
		if got := c.line("sources cells", c.where(spots(from), "own.xlsx")); got != tt.want || c.err != nil {
			t.Errorf("%s: got %q, want %q (%v)", tt.reason, got, tt.want, c.err)
		}
	}
}

// TestNamedAnnexes: a template has the annexes that all share only if its text
// names them.
func TestNamedAnnexes(t *testing.T) {
	for _, tt := range []struct{ reason, text, want string }{
		{"none is named", "Có {{fig \"TC.HV.TONG\"}}.", ""},
		{"one is named", "Có {{fig \"TC.HV.TONG\"}}, nguồn tại {{annex \"sources\"}}.", "NGUỒN SỐ LIỆU"},
		{"the other one", "Có {{fig \"TC.HV.TONG\"}}⟦, xem {{annex \"standing\"}}⟧.", "TÌNH HÌNH GỬI SỐ LIỆU CỦA CÁC CHI HỘI"},
		{"a block of its own", "Có {{fig \"TC.HV.TONG\"}}, nguồn tại {{annex \"sources\"}}.\n\n{{define \"annex sources\"}}\n# Các ô\n\n{{table \"sources\"}}\n{{end}}", "CÁC Ô"},
	} {
		tmpl, err := Load(templateFS(t, tt.text), "giua-nhiem-ky", loadCatalogue(t))
		if err != nil {
			t.Fatal(err)
		}
		doc, _, err := tmpl.Compose(readInput(t, "fig TC.HV.TONG 12\nstanding A | 1/1"))
		if err != nil {
			t.Fatal(err)
		}
		var titles []string
		for _, a := range doc.Annexes[1:] { // behind the indicators
			titles = append(titles, a.Title)
		}
		if got := strings.Join(titles, "; "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}
