package normalise

import (
	"cmp"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
)

// A line says whom and when a row of a table with indicators across is about.
type line struct {
	unit   reports.UnitID
	period viet.PeriodText
	timed  bool // the row names a period
	named  bool // the row names a branch or a period
	total  bool
	aside  bool // an average, a plan: no branch and no total
	label  *grid.Cell
}

// readAcross reads row i of a table whose columns name the indicators.
func (r *reader) readAcross(f *figures, i int) {
	filled := f.hasValue(i)
	l := r.line(f, i, filled)
	switch {
	case l.total:
		r.checkColumnTotals(f, i)
		f.grid.MarkRows(i, i+1, grid.Total)
		return
	case l.aside:
		for _, c := range f.grid.Rows[i].Cells {
			c.Mark(grid.Named)
		}
		return
	case !l.named && (f.has(label.Branch) || f.has(label.Period)):
		return
	case !filled && (l.unit == "" || f.has(label.Period) && !l.timed):
		return
	}
	r.readLine(f, i, l)
}

// readLine reads the values of row i, whose unit and period l holds.
func (r *reader) readLine(f *figures, i int, l line) {
	f.tell(l.unit, l.label)
	f.estimated = l.label != nil && wording.Estimated(l.label.Key)
	var gaps []gap
	for _, n := range f.values {
		c := &f.table.columns[n]
		ind, ok := r.Catalogue.Indicator(c.code)
		v := f.grid.Rows[i].Cell(c.col)
		switch {
		case !ok:
			continue
		case v == nil:
			if f.columnHas(c.col) {
				gaps = append(gaps, f.gap(i, c, ind, l.period))
			}
			continue
		}
		period, ok := r.period(f, c, l.period, f.grid.At(v))
		if !ok {
			continue
		}
		unit := cmp.Or(c.unit, l.unit, f.title.unit)
		f.called = c.name()
		f.written = r.unitWritten(f, i, c, nil)
		s := f.columnSum(c.col)
		s.add(v, ind.Code, r.store(f, v, ind, c.scale, unit, period))
		s.broken = s.broken || unit == unknownUnit // it is not in the report's sum
	}
	if len(gaps) > 0 {
		r.blanks = append(r.blanks, blank{unit: cmp.Or(l.unit, f.title.unit), gaps: gaps, period: l.name(), partly: true})
	}
}

// address is the position of an empty cell in row i.
func (f *figures) address(i, col int) reports.Cell {
	return reports.Cell{File: f.grid.File, Sheet: f.grid.Name, Addr: intake.Addr(col, f.grid.Rows[i].Num)}
}

func (l line) name() string {
	if l.label == nil {
		return ""
	}
	return l.label.Clean
}

// line reads the labels of row i. A branch named once holds for the rows below
// that name only periods.
func (r *reader) line(f *figures, i int, filled bool) line {
	l := line{}
	for n := range f.table.columns {
		c := &f.table.columns[n]
		cell := f.grid.Cell(i, c.col)
		if cell == nil || !f.labels(c) {
			continue
		}
		if c.role != label.Period {
			r.lineUnit(f, c, cell, &l, filled)
		}
		if c.role != label.Branch && !l.total {
			r.linePeriod(f, c, cell, &l)
		}
	}
	f.carry(&l)
	f.mixed = f.mixed || l.timed
	return l
}

// labels reports whether a column may say whom or when its rows are about.
func (f *figures) labels(c *column) bool {
	switch c.role {
	case label.Branch, label.Period:
		return true
	case "", label.Name:
		return f.across && c.code == ""
	}
	return false
}

// carry lets a branch or a period that is named once hold for the rows below
// that name only the other, or neither.
func (f *figures) carry(l *line) {
	if l.unit != "" {
		f.unit, f.period = l.unit, viet.PeriodText{}
	} else if f.has(label.Branch) && (l.named || !f.across) && !l.total {
		l.unit = f.unit
	}
	if l.timed {
		f.period = l.period
	} else if f.has(label.Period) && !f.across && !l.total {
		l.period = f.period
	}
}

func (r *reader) lineUnit(f *figures, c *column, cell *grid.Cell, l *line, filled bool) {
	if cell.Kind != intake.Text && c.role != label.Branch {
		return
	}
	if r.ofOthers(f, cell) {
		l.aside = true
		return
	}
	unit, ok := r.matcher.Whole(cell.Clean)
	if !ok && c.role == label.Branch {
		unit, _ = r.matcher.InColumn(cell.Clean, c.name(), r.around(f.grid, f.group)...)
	}
	switch {
	case unit != "":
		l.unit, l.named, l.label = unit, true, cell
	case r.labels.IsTotal(cell):
		l.total = true
	case c.role != label.Branch || !filled:
	case r.matcher.Open && !r.namesUnit(cell.Clean):
		r.find("row.unknown", f.title.unit, reports.Args{"text": cell.Clean}, f.grid.At(cell))
		l.aside = true
	case r.matcher.Open && r.sumsUp(f, cell.Row) && f.endsUnnumbered(cell.Row):
		r.find("row.doubt", f.title.unit, reports.Args{"text": cell.Clean}, f.grid.At(cell))
		l.aside = true
	case r.matcher.Open:
		l.unit, l.named, l.label = r.matcher.Found(cell.Clean), true, cell
	case r.sumsUp(f, cell.Row) && f.endsUnnumbered(cell.Row):
		l.total = true // whatever it is called
	default:
		r.find("branch.unknown", "", reports.Args{"name": cell.Clean}, f.grid.At(cell))
		l.unit, l.named = unknownUnit, true
	}
}

// notUnits begin what stands among the names of branches and is none.
var notUnits = wordSet("tổng cộng tc toàn bình trung năm kế so cụm lũy kỳ thực chỉ ghi người xếp đạt tỷ tăng giảm trong bq tb kh")

// namesUnit reports whether a text that no list knows can be a branch's name.
func (r *reader) namesUnit(s string) bool {
	words := strings.Fields(viet.Key(s))
	if len(words) == 0 || grid.IsValue(r.units(), s) || r.labels.Roles(s) != nil {
		return false
	}
	unit, _ := r.matcher.Within(s)
	return unit != reports.Ward && (!notUnits[words[0]] || roster.IsKind(words[0]))
}

// sumsUp reports whether every value of a row is the sum of those above it in
// its column: a total, whatever it is called.
func (r *reader) sumsUp(f *figures, num int) bool {
	equal := 0
	for col, s := range f.sums {
		c := f.grid.Find(num, col)
		if c == nil || !c.IsNumber() || s.rows < 2 {
			continue
		}
		v, err := viet.FromRaw(c.Text)
		if err != nil || !v.Equal(s.raw) {
			return false
		}
		equal++
	}
	return equal >= 1
}

// unknownUnit takes the values of a row whose branch is in no list: they are
// read and then go, and the finding blocks.
const unknownUnit reports.UnitID = "@unknown"

func (r *reader) linePeriod(f *figures, c *column, cell *grid.Cell, l *line) {
	text := cell.Clean
	if cell.IsNumber() {
		if _, ok := cell.Year(); !ok || c.role != label.Period {
			return
		}
	}
	if p, ok := viet.ParsePeriod(wording.WithoutEstimate(text), r.periods(f.title.year)); ok {
		l.period, l.timed, l.named, l.label = p, true, true, cell
	} else if c.role == label.Period && cell.Kind == intake.Text && r.Catalogue.IsTotalName(text) {
		l.total = true
	}
}

// wordSet is the set of the words, as keys have them, each also without its marks.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		key := viet.Key(w)
		set[key], set[viet.Bare(key)] = true, true
	}
	return set
}
