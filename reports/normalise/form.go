package normalise

import (
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
)

// A form is what stands outside the tables of a sheet: pairs, questions, sentences.
type form struct {
	*figures
	asked   *grid.Cell    // a question that waits for the row below
	planned wording.Scope // a heading above speaks of what is to come
	timed   wording.Scope // a heading above names the period
	unknown []saying      // clauses whose labels are not known
	prose   []*grid.Cell  // with quantities that nobody read
	extra   []pair
	blank   []pair
	isGrid  bool   // names have several figures beside them
	several []pair // those
}

// readForm reads the rows above the first table, or the whole of a sheet without
// one: figures in cells beside their labels ("Tổng số hội viên: | 46"), answers to
// questions, and sentences. What holds a number and is not known is named, unless
// nothing of the sheet is. It returns 1 if it read any figure.
func (r *reader) readForm(g *grid.Sheet, end int, t title) int {
	f := &form{figures: &figures{table: &table{grid: g, end: end, title: t}, sums: map[int]*sum{}}}
	f.isGrid = r.isGrid(g.Rows[:end])
	for _, row := range g.Rows[:end] {
		if !r.readAnswer(f, row) {
			r.readFormRow(f, row)
		}
	}
	if f.read == 0 && end == len(g.Rows) {
		return 0
	}
	for _, p := range f.extra {
		r.extraValue(f.figures, p)
	}
	r.nameSentences(f)
	r.nameSeveral(f)
	r.nameBlanks(f.figures, f.blank)
	return min(f.read, 1)
}

// readAnswer reads a row as the answer to the question in the row above.
func (r *reader) readAnswer(f *form, row grid.Row) bool {
	asked := f.asked
	if f.asked = nil; asked == nil {
		return false
	}
	v := wording.Answer(row)
	if v == nil {
		if r.blankPair(asked, nil) {
			f.blank = append(f.blank, pair{label: asked})
		}
		return false
	}
	r.tryPair(f, pair{label: asked, value: v})
	for _, c := range row.Cells {
		c.Mark(v.Fate)
	}
	return true
}

// readFormRow reads the pairs of a row, and what stands in cells by themselves.
func (r *reader) readFormRow(f *form, row grid.Row) {
	used := map[*grid.Cell]bool{}
	for i, v := range row.Cells {
		p := pair{label: labelOf(row.Cells, i), value: v, rest: row.Cells[i+1:]}
		if r.tryPair(f, p) {
			used[v], used[p.label] = true, true
		}
		if r.blankPair(v, row.Cells[i+1:]) {
			if _, _, asks := wording.Question(r.units(), v.Clean); !asks {
				f.blank = append(f.blank, pair{label: v})
			}
		}
	}
	for i, c := range row.Cells {
		if used[c] || c.Kind != intake.Text {
			continue
		}
		if !r.readQuestion(f, c, i+1 == len(row.Cells)) {
			r.readSentences(f, c)
		}
	}
}

// tryPair reads a pair if its cell holds a value; it reports whether it does.
func (r *reader) tryPair(f *form, p pair) bool {
	switch v := p.value; {
	case !r.holds(p):
		return false
	case f.planned.On:
		v.Mark(grid.Plan)
		f.prose = append(f.prose, v)
	case r.holdsSeveral(f, p):
	case !r.readPair(f.figures, p) && v.IsFigure():
		f.extra = append(f.extra, p)
	}
	return true
}

// beside counts the bare figures that stand beside a name and each other.
func (r *reader) beside(p pair) int {
	if p.label == nil || !p.value.IsFigure() || p.value.Unit() != "" || r.Catalogue.Code(p.name()) == "" {
		return 0
	}
	n := 1
	for _, c := range p.rest {
		if c.Col != p.value.Col+n || !c.IsFigure() || c.Unit() != "" {
			break
		}
		n++
	}
	return n
}

// isGrid reports whether half of the names and more have several figures beside
// them: a table whose heads nobody knows, where any figure of a row may be the one.
// A stray number beside one name makes none.
func (r *reader) isGrid(rows []grid.Row) bool {
	one, several := 0, 0
	for _, row := range rows {
		for i, v := range row.Cells {
			switch n := r.beside(pair{label: labelOf(row.Cells, i), value: v, rest: row.Cells[i+1:]}); {
			case n == 1:
				one++
			case n > 1:
				several++
			}
		}
	}
	return several > 0 && several >= one
}

// holdsSeveral passes over a pair of such a table, to be asked about.
func (r *reader) holdsSeveral(f *form, p pair) bool {
	n := r.beside(p)
	if !f.isGrid || n < 2 {
		return false
	}
	p.value.Mark(grid.Named)
	grid.MarkAll(p.rest[:n-1], grid.Named)
	f.several = append(f.several, p)
	f.read++
	return true
}

// nameSeveral asks about all such names of a sheet at once.
func (r *reader) nameSeveral(f *form) {
	var at []reports.Cell
	var texts []string
	for _, p := range f.several {
		at = append(at, f.grid.At(p.value))
		texts = append(texts, "“"+p.name()+"”: "+p.value.Quoted()+"; "+p.rest[0].Quoted())
	}
	if len(at) > 0 {
		r.find("row.several", f.title.unit, reports.Args{"names": firstOf(texts)}, at...)
	}
}

// readQuestion takes up a cell that asks for a figure, with the answer in it if
// there is one; the answer to the last cell of a row may stand below it.
func (r *reader) readQuestion(f *form, c *grid.Cell, last bool) bool {
	_, reply, ok := wording.Question(r.units(), c.Clean)
	if !ok {
		return false
	}
	if reply == "" {
		if last {
			f.asked = c
		}
		return true
	}
	v := c.Said(reply)
	r.tryPair(f, pair{label: c, value: v})
	c.Mark(v.Fate)
	return true
}

// labelOf returns the cell that may name the one at i: the one left of it, or the
// one before the figure there if the cell says its own unit, as in "Thăm hỏi | 10 |
// 1.500.000 đồng". It is nil if there is none.
func labelOf(cells []*grid.Cell, i int) *grid.Cell {
	switch {
	case i > 0 && mayLabel(cells[:i]):
		return cells[i-1]
	case i > 1 && cells[i-1].IsFigure() && mayLabel(cells[:i-1]) && cells[i].Unit() != "" && !cells[i].StandsAsUnit():
		return cells[i-2]
	}
	return nil
}

// mayLabel reports whether the last of the cells may name what follows: it is a
// text, and neither a figure nor the unit behind one.
func mayLabel(cells []*grid.Cell) bool {
	last := cells[len(cells)-1]
	if last.Kind != intake.Text || last.IsFigure() {
		return false
	}
	before := len(cells) > 1 && cells[len(cells)-2].IsFigure()
	return !(before && last.IsUnit())
}

// blankPair reports whether a cell names an indicator and nothing but its unit
// stands beside it.
func (r *reader) blankPair(name *grid.Cell, rest []*grid.Cell) bool {
	alone := len(rest) == 0 || len(rest) == 1 && rest[0].IsUnit()
	if name.Kind != intake.Text || !alone || label.HasAccount(name.Clean) || name.IsUnit() {
		return false
	}
	return r.Catalogue.Code(pair{label: name}.name()) != ""
}

// nameBlanks notes the labels of a form beside which no figure stands.
func (r *reader) nameBlanks(f *figures, pairs []pair) {
	for _, p := range pairs {
		if f.read > 0 {
			at := f.grid.At(p.label)
			at.Addr = intake.Addr(p.label.Col+1, p.label.Row)
			ind, _ := r.Catalogue.Indicator(r.Catalogue.Code(p.name()))
			r.blanks = append(r.blanks, blank{unit: f.title.unit, gaps: []gap{{at: at, ind: ind}}})
		}
	}
}

// A pair is a cell that may be a value, with the label left of it (nil if there
// is none) and what stands right of it.
type pair struct {
	label, value *grid.Cell
	rest         []*grid.Cell
}

// holds reports whether the cell may be a figure: a number that is no date and
// no year, or text that reads like a quantity. Beside the name of an indicator
// any number is one, and any text that is no name itself.
func (r *reader) holds(p pair) bool {
	v := p.value
	_, year := v.Year()
	switch {
	case v.IsNumber() && !v.Date && !year:
		return true
	case p.label == nil:
		return false
	case v.Kind == intake.Text && (v.Data || v.IsNought()):
		return true
	case r.Catalogue.Code(p.name()) == "":
		return false
	}
	return v.Kind != intake.Text || !r.labels.Of(v).MayHead() && !r.units().Is(v.Clean)
}

// name is the label without the colon that leads to the value, or what a question
// asks for.
func (p pair) name() string {
	if name, _, ok := wording.Question(p.label.Units(), p.label.Clean); ok {
		return name
	}
	return strings.TrimRight(p.label.Clean, " :.…_")
}

func (r *reader) extraValue(f *figures, p pair) {
	if p.label == nil {
		return
	}
	p.value.Mark(grid.Named)
	near := r.labels.Match([]string{p.name()}, "", "").Near
	r.unknown(f.title.unit, p.name(), "", near, f.grid.At(p.label))
}

// readPair reads one label and the cell right of it; the cell after that may
// name the unit.
func (r *reader) readPair(f *figures, p pair) bool {
	if p.label == nil {
		return false
	}
	measure, scale := "", int64(0)
	if len(p.rest) > 0 {
		if unit, s, ok := p.rest[0].StandingUnit(); ok {
			measure, scale = unit, wording.MoneyScale(unit, s)
			p.rest[0].Mark(grid.Label)
		}
	}
	if scale == 0 {
		scale = wording.Scale(r.units(), p.label.Clean)
	}
	if measure == "" {
		measure = p.value.Unit()
	}
	m := r.labels.Match([]string{p.name()}, measure, "")
	if under := r.labels.Match([]string{p.name()}, measure, f.parent); under.Code != "" && (m.Code == "" || wording.IsSub(p.name())) {
		m = under
	}
	ind, ok := r.Catalogue.Indicator(m.Code)
	if !ok {
		return false
	}
	f.parent = ind.Code
	at := f.grid.At(p.value)
	if period, ok := r.period(f, &column{labels: []*grid.Cell{p.label}}, f.period, at); ok {
		f.called = p.name()
		r.store(f, p.value, ind, scale, f.title.unit, period)
	}
	return true
}
