package compose

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/paper"
	"ccbreport/templates"
)

// badly matches what clauses that went must not leave behind.
var badly = regexp.MustCompile(`  | [,.;:)]|[,;][.,;]|\( |\(\)|\.\.|^[,;.]|[,;]$| và\.|⟦|⟧`)

var (
	ofAllWork = []string{"giua-nhiem-ky", "nam", "sau-thang", "nhiem-ky"} // all that a ward does, what it adds too
	ofOnePart = []string{}
	builtIn   = slices.Concat(ofAllWork, ofOnePart) // the templates that come with the program
)

// TestAnySubset composes the built-in templates with figures that are there,
// nought or missing by chance, now, a year before and in the plan: every
// paragraph stays a well-formed one, no figure is printed that nobody gave, and
// the same input gives the same bytes.
func TestAnySubset(t *testing.T) {
	cat := loadCatalogue(t)
	for _, name := range builtIn {
		tmpl, err := Load(templates.FS, name, cat)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(20) {
			in := readInput(t, "branches 3/3\nspan 2019-01-01 2019-12-31")
			r := rand.New(rand.NewPCG(seed, 1))
			in.Totals = chance(r, tmpl, in.Span)
			in.Totals.Before, in.Totals.Plan = chance(r, tmpl, reports.Year(2018)), chance(r, tmpl, in.Span)
			in.Totals.Start = in.Totals.Before
			checkSubset(t, fmt.Sprintf("%s, seed %d", name, seed), tmpl, in)
		}
	}
}

func checkSubset(t *testing.T, name string, tmpl *Template, in Input) {
	t.Helper()
	doc, _, err := tmpl.Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	checkClean(t, doc)
	for i, line := range strings.Split(strings.TrimSpace(bodyWords(doc)), "\n") {
		if badly.MatchString(line) {
			t.Errorf("%s, line %d: %q", name, i, line)
		}
	}
	for _, s := range documentSpans(doc) {
		of := in.Totals
		switch {
		case s.Unit == reports.Plan:
			of = of.Plan
		case s.Over() == in.Totals.Before.Span:
			of = of.Before
		}
		if s.Figure != "" && !of.Figures[s.Figure].Value.Known() {
			t.Errorf("%s: %q prints %s, which nobody gave", name, s.Text, s.Figure)
		}
	}
	again, _, err := tmpl.Compose(in)
	if err != nil || again.Dump() != doc.Dump() {
		t.Errorf("%s: another document from the same input (%v)", name, err)
	}
}

// chance gives each indicator a value, nought, or nothing.
func chance(r *rand.Rand, tmpl *Template, span reports.Period) *aggregate.Totals {
	totals := &aggregate.Totals{Span: span, Figures: map[string]reports.Figure{}}
	density := r.IntN(9) + 1
	for _, ind := range tmpl.cat.Indicators() {
		if r.IntN(10) >= density {
			continue
		}
		v := reports.Int(r.Int64N(3) * r.Int64N(1e9))
		if ind.Percent() {
			v = reports.Ratio(r.Int64N(35), 34)
		}
		totals.Figures[ind.Code] = reports.Figure{Code: ind.Code, Value: v, Period: span}
	}
	return totals
}

// TestSources holds that every figure and every word of the ward in the body
// leads back: a figure by its code, words by their cell.
func TestSources(t *testing.T) {
	tmpl, err := Load(templates.FS, "giua-nhiem-ky", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := tmpl.Compose(readInput(t, "fig TC.HV.TONG 1862\naward 2018 | Bằng khen | Bộ Quốc phòng |\ntext Hạn chế | Còn ít."))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]paper.Span{
		"1.862":         {Text: "1.862", Ref: paper.Ref{Figure: "TC.HV.TONG"}},
		"Bộ Quốc phòng": {Text: "Bộ Quốc phòng", Ref: paper.Ref{Figure: "TD.BANGKHEN"}, Source: "hoi.xlsx!Khen thưởng!B1"},
		"Còn ít.":       {Text: "Còn ít.", Source: "hoi.xlsx!Nội dung!B2"},
	}
	for _, s := range documentSpans(doc) {
		s.Anchor, s.Link, s.Leads = "", "", ""
		if w, ok := want[s.Text]; ok && s == w {
			delete(want, s.Text)
		}
	}
	if len(want) > 0 {
		t.Errorf("not in the document: %v", want)
	}
}
