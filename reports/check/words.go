package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// PeriodText writes a period in figures, shorter where it is made of whole
// years or months: "2019", "2017 - 2019", "1/2020 - 6/2020", else by its days.
func PeriodText(p reports.Period) string {
	if p.IsZero() {
		return ""
	}
	y1, m1, d1 := p.From.Date()
	y2, m2, d2 := p.To.Date()
	ly, lm, _ := p.Last().Date()
	var first, last string
	switch {
	case d1 != 1 || d2 != 1:
		first, last = viet.Date(p.From), viet.Date(p.Last())
	case m1 == 1 && m2 == 1:
		first, last = strconv.Itoa(y1), strconv.Itoa(y2-1)
	default:
		first, last = fmt.Sprintf("%d/%d", m1, y1), fmt.Sprintf("%d/%d", lm, ly)
	}
	if first == last {
		return first
	}
	return first + " - " + last
}

// ValueText writes a value of the indicator as people of the ward do.
func ValueText(ind catalogue.Indicator, v reports.Value) string {
	switch {
	case !v.Known():
		return "?"
	case ind.Percent():
		return viet.Percent(v)
	case v.Whole():
		return viet.Int(v.Num / v.Den)
	}
	return viet.Decimal(v, 2)
}

// label names a figure: "Tổng số hội viên 2019".
func label(cat *catalogue.Catalogue, c reports.Contribution) string {
	return name(cat, c.Code) + " " + PeriodText(c.Period)
}

func name(cat *catalogue.Catalogue, code string) string {
	ind, _ := cat.Indicator(code)
	return cmp.Or(ind.Name, code)
}

func value(cat *catalogue.Catalogue, code string, v reports.Value) string {
	ind, _ := cat.Indicator(code)
	return ValueText(ind, v)
}

// valuesText lists the different values of the entries: "12 / 14".
func valuesText(cat *catalogue.Catalogue, list []reports.Contribution) string {
	var words []string
	for _, v := range distinct(list) {
		words = append(words, value(cat, list[0].Code, v))
	}
	return strings.Join(words, " / ")
}

// periodsText lists the periods of the entries in order.
func periodsText(list []reports.Contribution) string {
	var periods []reports.Period
	for _, c := range list {
		periods = append(periods, c.Period)
	}
	slices.SortFunc(periods, reports.Period.Compare)
	var words []string
	for _, p := range slices.Compact(periods) {
		words = append(words, PeriodText(p))
	}
	return strings.Join(words, ", ")
}

// listed is how many figures a folded finding names before it only counts.
const listed = 3

// A Fold gathers what would else be one finding for each figure, and says it
// once: the argument count tells how many there are, figures names the first.
// The zero Fold is empty and ready.
type Fold struct{ folded map[foldKey]*folded }

type foldKey struct {
	code string
	unit reports.UnitID
	key  string
}

type folded struct {
	figures []figure
	at      []reports.Cell
}

// A figure is a few words about a number that stands at a cell.
type figure struct {
	words string
	at    reports.Cell
	args  reports.Args
}

// Add puts a few words about one figure, and the cells where it stands, at least
// one, into the finding of the given code, unit and key. The figure that stands first
// gives the finding its args; the same words are said once.
func (f *Fold) Add(code string, unit reports.UnitID, key string, args reports.Args, words string, at ...reports.Cell) {
	if f.folded == nil {
		f.folded = map[foldKey]*folded{}
	}
	k := foldKey{code, unit, key}
	g := f.folded[k]
	if g == nil {
		g = &folded{}
		f.folded[k] = g
	}
	g.figures = append(g.figures, figure{words, at[0], args})
	g.at = append(g.at, at...)
}

// Findings returns one finding for each code, unit and key, in their order.
func (f *Fold) Findings() reports.Findings {
	keys := slices.SortedFunc(maps.Keys(f.folded), func(a, b foldKey) int {
		return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.unit, b.unit), cmp.Compare(a.key, b.key))
	})
	var findings reports.Findings
	for _, k := range keys {
		g := f.folded[k]
		words := inOrder(g.figures)
		args := reports.Args{"count": strconv.Itoa(len(words)), "figures": enumerate(words)}
		maps.Copy(args, g.figures[0].args)
		slices.SortFunc(g.at, reports.Cell.Compare)
		findings.Add(k.code, k.unit, args, slices.Compact(g.at)...)
	}
	return findings
}

// inOrder sorts the figures by their cells and returns the words, each once.
func inOrder(figures []figure) []string {
	slices.SortStableFunc(figures, func(a, b figure) int { return a.at.Compare(b.at) })
	var words []string
	seen := map[string]bool{}
	for _, f := range figures {
		if !seen[f.words] {
			words = append(words, f.words)
		}
		seen[f.words] = true
	}
	return words
}

// enumerate joins the first few items.
func enumerate(items []string) string {
	if len(items) > listed {
		return strings.Join(items[:listed], "; ") + "; …"
	}
	return strings.Join(items, "; ")
}
