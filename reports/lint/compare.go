package lint

import (
	"math/big"
	"regexp"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// byHowMuch is a difference as the report prints it: "tăng 41 hội viên (2,25%)
// so với năm trước" in a sentence, "-41 (2,25%)" in a table.
var byHowMuch = regexp.MustCompile(`^(tăng |\+|giảm |-)(\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?)(?: |$)`)

// earlier is the figure of an earlier span that a span compares with or prints.
func (p *Page) earlier(s paper.Span) (reports.Figure, bool) {
	f, ok := p.Earlier[s.Over()][s.Figure]
	return f, ok
}

// ofPlan reports whether a span prints a share of the plan, and tells if it is not
// that. The plan itself is printed without a sign of percent.
func (p *Page) ofPlan(l line, at int, s paper.Span) bool {
	if s.Unit != reports.Plan || !strings.HasSuffix(s.Text, "%") {
		return false
	}
	share, known := p.Figures[s.Figure].Value.Per(p.Plan[s.Figure].Value)
	if known && viet.Percent(share) != s.Text {
		ind, _ := p.Catalogue.Indicator(s.Figure)
		p.tell("lint.figure.differs", l, at, s.Text+" ("+ind.Name+")", viet.Percent(share))
	}
	return true
}

// difference: what is said to be more or less is so, and by so much as the two
// numbers differ where they are printed.
func (p *Page) difference(l line, at int, s paper.Span) {
	then, compared := p.earlier(s)
	now, known := p.Figures[s.Figure]
	m := byHowMuch.FindStringSubmatch(s.Text)
	if !compared || !known || m == nil {
		return
	}
	by, _, ok := parse(m[2])
	if !ok {
		return
	}
	if m[1] == "giảm " || m[1] == "-" {
		by.Neg(by)
	}
	ind, _ := p.Catalogue.Indicator(s.Figure)
	diff := new(big.Rat).Sub(big.NewRat(now.Value.Num, now.Value.Den), big.NewRat(then.Value.Num, then.Value.Den))
	grain := new(big.Rat) // by how much rounding can move it
	switch {
	case ind.Percent():
		diff.Mul(diff, big.NewRat(100, 1))
		grain = big.NewRat(1, 100)
	case now.Value.Whole() && then.Value.Whole():
	case ind.Money():
		grain = big.NewRat(1, 1)
	default:
		grain = big.NewRat(1, 100)
	}
	if off := new(big.Rat).Sub(diff, by); by.Sign() != diff.Sign() || off.Abs(off).Cmp(grain) > 0 {
		p.tell("lint.figure.differs", l, at, s.Text+" ("+ind.Name+")", "")
	}
}
