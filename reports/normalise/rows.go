package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/value"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// readTable reads a table by what its heads say it is; it returns whether the
// table held anything that the program knows.
func (r *reader) readTable(t *table) bool {
	switch {
	case t.has(label.Form) && t.has(label.Giver):
		return r.readAwards(t)
	case t.has(label.File) && (t.has(label.Caption) || t.has(label.Text)):
		return r.readPhotos(t)
	case t.has(label.Day) && t.has(label.Activity) && (t.has(label.Count) || t.has(label.Turns) || t.has(label.Opinions) || t.has(label.Money)):
		return r.readLog(t)
	case t.words():
		return r.readParagraphs(t)
	case r.isPeople(t):
		return r.readPeople(t)
	case t.title.ahead != nil && !t.results():
		return r.readPlanned(t)
	}
	return r.readFigures(t)
}

// words reports whether a table holds the ward's words: a section and a text, and
// no unit or result beside them, as "Mục | Nội dung | ĐVT | Kết quả" has.
func (t *table) words() bool {
	return t.has(label.Section) && t.has(label.Text) && !t.has(label.Measure) && !t.has(label.Actual) &&
		!slices.ContainsFunc(t.columns, func(c column) bool { return c.timed })
}

// figures is a table of indicators being read.
type figures struct {
	*table
	across     bool                 // the columns name the indicators, the rows branches or periods
	names      []int                // columns that name the rows' indicators
	values     []int                // indices of columns that hold values
	candidates []int                // indices of columns that may hold values
	dittos     []reports.Cell       // cells that repeat the one left of them
	fixes      []reports.Cell       // cells that count in the place of others
	fixHead    string               // of their column
	marks      []reports.Cell       // cells of which a raised mark was set aside
	open       bool                 // what the candidates are is not settled yet
	groups     []int                // those of names that hold for the rows below
	held       map[int][]*grid.Cell // what holds in a column of groups, by row from the first
	joined     int                  // the row whose name went on with the one above
	unread     bool                 // the row above has a name that nobody knows
	unreadName string               // that name
	written    string               // the unit of the row or the column, as written
	called     string               // what the row or the column is called
	add        string               // what tells apart the cells that add up
	estimated  bool                 // the row is of an estimate for time that has not passed
	read       int
	cached     int
	noTime     bool
	parent     string          // code of the indicator above
	listed     bool            // its name has the mark of a list itself
	group      string          // words of the group row above
	blankGroup bool            // that row names an indicator and is blank
	ahead      bool            // below a heading of what is to come
	aheadMark  string          // the kind of its mark
	plans      []reports.Cell  // such headings
	within     []*grid.Cell    // what names other branches than the one that the sheet is of
	grouped    bool            // rows of their own name the branches
	summing    bool            // below the group of all branches together
	unit       reports.UnitID  // of the row above, in a table that names them
	period     viet.PeriodText // the same
	mixed      bool            // the rows name periods
	sums       map[int]*sum    // sums of a table whose last row may be a total
}

func (r *reader) readFigures(t *table) bool {
	f := &figures{table: t, sums: map[int]*sum{}, held: map[int][]*grid.Cell{}, joined: -1}
	r.setRoles(f)
	r.setAxis(f)
	if f.across {
		f.markColumns()
		earlier := r.earlierAnswers(f)
		for i := t.first; i < t.end; i++ {
			if earlier[i] || r.readSentence(f, i) {
				continue
			}
			r.readAcross(f, i)
		}
	} else {
		r.readDown(f)
	}
	if f.read > 0 {
		r.unknownColumns(f)
		r.nameNameless(f)
	}
	r.namePlans(f)
	r.askWithin(f)
	r.askNotes(f)
	if len(f.marks) > 0 {
		r.find("value.mark", f.title.unit, reports.Args{"count": itoa(len(f.marks))}, f.marks...)
	}
	if f.cached > 0 {
		r.find("formula.cached", "", reports.Args{"count": itoa(f.cached)}, reports.Cell{File: t.grid.File, Sheet: t.grid.Name})
	}
	return f.read > 0
}

// measure returns the unit that row i names in a column of its own.
func (f *figures) measure(i int) string {
	unit, _ := f.rowUnit(i)
	return unit
}

func (f *figures) rowUnit(i int) (unit string, scale int64) {
	c := f.unitCell(i)
	if c == nil {
		return "", 0
	}
	if unit, scale, ok := c.UnitWord(); ok {
		return unit, wording.MoneyScale(unit, scale)
	}
	return c.Key, 0
}

// unitCell is the cell that gives the unit of row i: a ditto mark repeats the one
// above it.
func (f *figures) unitCell(i int) *grid.Cell {
	for _, c := range f.table.columns {
		if c.role != label.Measure {
			continue
		}
		if cell := f.grid.Cell(i, c.col); cell != nil {
			if above := f.unitAbove(i, c.col); viet.IsDittoUnit(cell.Clean) && above != nil {
				return above
			}
			return cell
		}
	}
	return nil
}

// unitWritten is the unit of a row in a column, as it is written: in the row's own
// column of units, else in the bracket of its name, else in the column's head.
func (r *reader) unitWritten(f *figures, i int, c *column, labels []string) string {
	if cell := f.unitCell(i); cell != nil {
		return cell.Clean
	}
	texts := slices.Clone(labels)
	for _, l := range c.labels {
		texts = append([]string{l.Clean}, texts...)
	}
	for n := len(texts) - 1; n >= 0; n-- {
		if _, inner := wording.Bracket(texts[n]); r.units().Is(inner) {
			return inner
		}
	}
	return ""
}

// unitAbove is the unit that a ditto mark in row i repeats: of the nearest row above
// that has one. Rows without a value and a unit are the heads of groups and the
// second halves of names.
func (f *figures) unitAbove(i, col int) *grid.Cell {
	for k := i - 1; k >= f.first; k-- {
		switch c := f.grid.Cell(k, col); {
		case c == nil && f.hasValue(k):
			return nil // what has a value and no unit gives none
		case c != nil && !viet.IsDittoUnit(c.Clean):
			return c
		}
	}
	return nil
}

// hasValue reports whether row i has a cell in a column of values that is a
// number or reads like one.
func (f *figures) hasValue(i int) bool {
	for _, n := range f.values {
		c := f.grid.Rows[i].Cell(f.table.columns[n].col)
		if c != nil && (c.Kind != intake.Text || c.Data || c.IsNought() || c.NoCache) {
			return true
		}
	}
	return false
}

// period returns the period that a column, a row or the title gives.
func (r *reader) period(f *figures, c *column, row viet.PeriodText, at reports.Cell) (reports.Period, bool) {
	for _, p := range []viet.PeriodText{c.period, row, f.title.period} {
		switch {
		case p.NeedsYear:
			r.find("period.unknown", "", reports.Args{"text": c.name()}, at)
			return reports.Period{}, false
		case p.Kind == "asof" && p == f.title.period && p != c.period && p != row:
			return r.upTo(f, p.Period, at), true
		case p.Kind == "term" && p == f.title.period && p != c.period && p != row:
			return r.upTo(f, reports.Period{}, at), true
		case !p.Period.IsZero():
			return p.Period, true
		}
	}
	return r.upTo(f, reports.Period{}, at), true
}

// upTo is the period of a table that names none, or only the day up to which it
// counts: from the first day of the report. It is said once a table.
func (r *reader) upTo(f *figures, p reports.Period, at reports.Cell) reports.Period {
	out := r.Span
	if p.To != 0 {
		out.To = p.To
	}
	if !f.noTime {
		f.noTime = true
		r.find("period.missing", "", reports.Args{"from": viet.Date(out.From), "to": viet.Date(out.Last())}, at)
	}
	return out
}

// store reads one value cell and adds what it says.
func (r *reader) store(f *figures, c *grid.Cell, ind catalogue.Indicator, scale int64, unit reports.UnitID, period reports.Period) []value.Reading {
	if unit == "" {
		r.noUnit(f, f.grid.At(c))
		return nil
	}
	p := value.Place{Sheet: f.grid, Indicator: ind, Scale: r.scaleOf(f, scale, c), Unit: unit, Measure: f.written}
	f.read++
	if r.sharesCell(f, c, p) {
		r.unread(p, c, period, reports.Value{})
		return nil
	}
	c.Mark(grid.Figure)
	readings := r.settled(f, c, p)
	if c.Apart != "" && len(readings) > 0 {
		f.marks = append(f.marks, f.grid.At(c))
	}
	if len(readings) == 0 || unit == unknownUnit {
		c.Fate = grid.Named
	}
	if len(readings) == 0 {
		r.unread(p, c, period, r.values.Unseen(c, p))
	}
	for _, x := range readings {
		r.add(unit, period, reports.Entry{Code: x.Code, Value: x.Value, At: f.grid.At(c), Text: x.Text, Source: reports.FromTable, Add: f.add, Named: f.called, Estimated: f.estimates(c)})
	}
	if len(readings) > 0 && c.Formula != "" && !c.NoCache {
		f.cached++
	}
	return readings
}

// estimates reports whether a value cell is called an estimate for time that has not
// passed: by the head of its column, by the name of its row, or by a title.
func (f *figures) estimates(c *grid.Cell) bool {
	return f.estimated || f.title.estimated || f.table != nil && slices.ContainsFunc(f.columns, func(h column) bool { return h.estimated && h.col == c.Col })
}

// unread keeps what stood in a cell that does not count, with its value if that is
// known: a finding says why.
func (r *reader) unread(p value.Place, c *grid.Cell, period reports.Period, v reports.Value) {
	e := reports.Entry{Code: p.Indicator.Code, Value: v, At: p.Sheet.At(c), Text: c.Clean, Source: reports.FromTable}
	r.out.Unread = append(r.out.Unread, reports.Contribution{Unit: p.Unit, Period: period, Entry: e})
}

// scaleOf is the scale of money in a row or column: the nearest unit counts,
// never two (DESIGN §4). A row that differs from its sheet is said once.
func (r *reader) scaleOf(f *figures, near int64, c *grid.Cell) int64 {
	switch sheet := f.title.scale; {
	case near == 0:
		return max(sheet, 1)
	case sheet > 0 && near != sheet && !slices.Contains(r.conflicts, f.grid):
		r.conflicts = append(r.conflicts, f.grid)
		r.find("unit.conflict", "", reports.Args{"row": scaleWord(near), "page": scaleWord(sheet)}, f.grid.At(c), f.grid.At(f.title.unitAt))
	}
	return near
}

// scaleWord names a scale of money as a sheet would.
func scaleWord(scale int64) string {
	switch scale {
	case 1:
		return "đồng"
	case 1000:
		return "nghìn đồng"
	case 1_000_000:
		return "triệu đồng"
	case 1_000_000_000:
		return "tỷ đồng"
	}
	return viet.Int(scale) + " đồng"
}

// noUnit reports, once a workbook, figures that nobody's name stands over.
func (r *reader) noUnit(f *figures, at reports.Cell) {
	if r.reject == "" {
		r.reject = "branch.none"
		r.find("branch.none", "", nil, at)
	}
	f.read++
}

// unknownColumns names the columns with values of which no head was understood.
func (r *reader) unknownColumns(f *figures) {
	for _, n := range f.values {
		c := f.table.columns[n]
		if f.across && c.code != "" || !f.across {
			continue
		}
		first := f.firstValue(c.col)
		if first == nil || len(c.labels) == 0 {
			continue
		}
		r.unknown(f.title.unit, c.name(), "", c.near, f.headOr(c, first))
		f.markColumn(c.col, grid.Named)
	}
}

func (f *figures) headOr(c column, first *grid.Cell) reports.Cell {
	if len(c.labels) > 0 {
		return f.grid.At(c.labels[len(c.labels)-1])
	}
	return f.grid.At(first)
}

func (f *figures) firstValue(col int) *grid.Cell {
	for i := f.first; i < f.end; i++ {
		if c := f.grid.Rows[i].Cell(col); c != nil && (c.IsNumber() || c.Data) {
			return c
		}
	}
	return nil
}

func (f *figures) firstText(col int) *grid.Cell {
	for i := f.first; i < f.end; i++ {
		if c := f.grid.Rows[i].Cell(col); c != nil && c.Kind == intake.Text {
			return c
		}
	}
	return nil
}
