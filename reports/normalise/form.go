package normalise

import (
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// readForm reads the rows above the first table, or the whole of a sheet without
// one: figures in cells beside their labels ("Tổng số hội viên: | 46"). A number
// whose label is not known is named, unless nothing of the sheet is. It returns
// 1 if it read any figure.
func (r *reader) readForm(g *grid, end int, t title) int {
	f := &figures{table: &table{grid: g, end: end, title: t}, sums: map[int]*sum{}}
	var extra, blank []pair
	for _, row := range g.rows[:end] {
		for i, v := range row.cells {
			p := pair{value: v, rest: row.cells[i+1:]}
			if i > 0 && mayLabel(row.cells[:i]) {
				p.label = row.cells[i-1]
			}
			if r.holds(p) && !r.readPair(f, p) && (v.number() || isQuantity(v.text)) {
				extra = append(extra, p)
			}
			if r.blankPair(v, row.cells[i+1:]) {
				blank = append(blank, pair{label: v})
			}
		}
	}
	if f.read == 0 && end == len(g.rows) {
		return 0
	}
	for _, p := range extra {
		r.extraValue(f, p)
	}
	r.nameBlanks(f, blank)
	return min(f.read, 1)
}

// mayLabel reports whether the last of the cells may name what follows: it is a
// text, and neither a figure nor the unit behind one.
func mayLabel(cells []*cell) bool {
	last := cells[len(cells)-1]
	if last.Kind != intake.Text || isQuantity(last.text) {
		return false
	}
	before := len(cells) > 1 && (cells[len(cells)-2].number() || isQuantity(cells[len(cells)-2].text))
	return !(before && isUnitWord(last.text))
}

// blankPair reports whether a cell names an indicator and nothing but its unit
// stands beside it.
func (r *reader) blankPair(label *cell, rest []*cell) bool {
	if label.Kind != intake.Text || isUnitWord(label.text) || r.Catalogue.Match(pair{label: label}.name()).Code == "" {
		return false
	}
	return len(rest) == 0 || len(rest) == 1 && isUnitWord(rest[0].text)
}

// nameBlanks notes the labels of a form beside which no figure stands.
func (r *reader) nameBlanks(f *figures, pairs []pair) {
	for _, p := range pairs {
		if f.read > 0 {
			at := f.grid.at(p.label)
			at.Addr = intake.Addr(p.label.Col+1, p.label.row)
			ind, _ := r.Catalogue.Indicator(r.Catalogue.Match(p.name()).Code)
			r.blanks = append(r.blanks, blank{unit: f.title.unit, gaps: []gap{{at: at, ind: ind}}})
		}
	}
}

// A pair is a cell that may be a value, with the label left of it (nil if there
// is none) and what stands right of it.
type pair struct {
	label, value *cell
	rest         []*cell
}

// holds reports whether the cell may be a figure: a number that is no date and
// no year, or text that reads like a quantity. Beside the name of an indicator
// any number is one, and any text that is no name itself.
func (r *reader) holds(p pair) bool {
	v := p.value
	named := p.label != nil && r.Catalogue.Match(p.name()).Code != ""
	if v.number() {
		_, year := v.year()
		return named || !v.Date && !year
	}
	if v.Kind != intake.Text {
		return named
	}
	if isValue(v.text) || viet.IsNought(v.text) {
		return p.label != nil
	}
	return named && !r.label(v, r.year).head() && !isUnitWord(v.text)
}

func isUnitWord(s string) bool {
	_, _, ok := viet.UnitWord(strings.Trim(s, "()[] "))
	return ok
}

// name is the label without the colon that leads to the value.
func (p pair) name() string { return strings.TrimRight(p.label.text, " :") }

func (r *reader) extraValue(f *figures, p pair) {
	if p.label == nil {
		return
	}
	p.value.mark(fateNamed)
	near := r.match([]string{p.name()}, "", "").Near
	r.find("indicator.unknown", f.title.unit, reports.Args{"name": p.label.text, "near": r.nearName(near)}, f.grid.at(p.label))
}

// readPair reads one label and the cell right of it; the cell after that may
// name the unit.
func (r *reader) readPair(f *figures, p pair) bool {
	if p.label == nil {
		return false
	}
	measure, scale := "", int64(0)
	if len(p.rest) > 0 {
		if unit, s, ok := viet.UnitWord(p.rest[0].text); ok {
			measure, scale = unit, moneyScale(unit, s)
		}
	}
	if scale == 0 {
		scale = labelScale(p.label.text)
	}
	m := r.match([]string{p.name()}, measure, f.parent)
	ind, ok := r.Catalogue.Indicator(m.Code)
	if !ok {
		return false
	}
	f.parent = ind.Code
	at := f.grid.at(p.value)
	if period, ok := r.period(f, &column{labels: []*cell{p.label}}, viet.PeriodText{}, at); ok {
		r.store(f, p.value, ind, scale, f.title.unit, period)
	}
	return true
}
