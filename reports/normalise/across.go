package normalise

import (
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A line says whom and when a row of a table with indicators across is about.
type line struct {
	unit   reports.UnitID
	period viet.PeriodText
	named  bool // the row names a branch or a period
	total  bool
	label  *cell
}

// readAcross reads row i of a table whose columns name the indicators.
func (r *reader) readAcross(f *figures, i int) {
	filled := r.hasValue(f, i)
	l := r.line(f, i, filled)
	switch {
	case l.total:
		r.checkColumnTotals(f, i)
		return
	case !filled:
		return
	case !l.named && (f.has(roleBranch) || f.has(rolePeriod)):
		r.find("value.extra", f.title.unit, reports.Args{"text": f.texts(r, i)}, f.grid.at(f.grid.rows[i].cells[0]))
		return
	}
	if l.unit == "" {
		l.unit = f.title.unit
	}
	r.readLine(f, i, l)
}

// readLine reads the values of row i, whose unit and period l holds.
func (r *reader) readLine(f *figures, i int, l line) {
	var blanks []reports.Cell
	var missing []string
	for _, n := range f.values {
		c := &f.table.columns[n]
		ind, ok := r.Catalogue.Indicator(c.code)
		v := f.grid.rows[i].cell(c.col)
		switch {
		case !ok:
			continue
		case v == nil:
			if f.columnHas(c.col) {
				blanks = append(blanks, f.address(i, c.col))
				missing = append(missing, ind.Name)
			}
			continue
		}
		period, ok := r.period(f, c, l.period, f.grid.at(v))
		if !ok {
			continue
		}
		for _, x := range r.store(f, v, ind, c.scale, l.unit, period) {
			if x.code == ind.Code {
				f.sum(c.col, i, x.value)
			}
		}
	}
	if len(blanks) > 0 {
		r.find("value.blank", l.unit, reports.Args{"indicator": strings.Join(missing, "; "), "period": l.name()}, blanks...)
	}
}

// address is the position of an empty cell in row i.
func (f *figures) address(i, col int) reports.Cell {
	return reports.Cell{File: f.grid.file, Sheet: f.grid.name, Addr: intake.Addr(col, f.grid.rows[i].num)}
}

func (l line) name() string {
	if l.label == nil {
		return ""
	}
	return l.label.text
}

// line reads the labels of row i. A branch named once holds for the rows below
// that name only periods.
func (r *reader) line(f *figures, i int, filled bool) line {
	l := line{}
	for n := range f.table.columns {
		c := &f.table.columns[n]
		cell := f.grid.cell(i, c.col)
		if cell == nil || c.code != "" || c.role == roleOrdinal || c.role == roleNote || c.role == roleMeasure {
			continue
		}
		if c.role == roleBranch || c.role == "" || c.role == roleName {
			r.lineUnit(f, c, cell, &l, filled)
		}
		if c.role != roleBranch && !l.total {
			r.linePeriod(f, c, cell, &l)
		}
	}
	if l.unit != "" {
		f.unit = l.unit
	} else if l.named && f.has(roleBranch) && !l.total {
		l.unit = f.unit
	}
	return l
}

func (r *reader) lineUnit(f *figures, c *column, cell *cell, l *line, filled bool) {
	if cell.Kind != intake.Text && c.role != roleBranch {
		return
	}
	unit, ok := r.matcher.whole(cell.text)
	if !ok && c.role == roleBranch {
		unit, _ = r.matcher.within(cell.text)
	}
	switch {
	case unit != "":
		l.unit, l.named, l.label = unit, true, cell
	case r.Catalogue.IsTotalName(cell.text):
		l.total = true
	case c.role != roleBranch || !filled:
	case r.matcher.open && cell.Kind == intake.Text:
		l.unit, l.named, l.label = r.matcher.found(cell.text), true, cell
	default:
		r.find("branch.unknown", "", reports.Args{"name": cell.text}, f.grid.at(cell))
		l.unit, l.named = unknownUnit, true
	}
}

// unknownUnit takes the values of a row whose branch is in no list: they are
// read and then go, and the finding blocks.
const unknownUnit reports.UnitID = "@unknown"

func (r *reader) linePeriod(f *figures, c *column, cell *cell, l *line) {
	text := cell.text
	if cell.number() {
		if _, ok := cell.year(); !ok || c.role != rolePeriod {
			return
		}
	}
	if p, ok := viet.ParsePeriod(text, r.periods(f.title.year)); ok {
		l.period, l.named, l.label = p, true, cell
	} else if c.role == rolePeriod && cell.Kind == intake.Text && r.Catalogue.IsTotalName(text) {
		l.total = true
	}
}

// sum adds a value to the running sum of a column.
func (f *figures) sum(col, i int, v reports.Value) {
	s := f.sums[col]
	if s == nil {
		f.sums[col] = &sum{v, f.grid.rows[i].num}
		return
	}
	if out, ok := s.value.Add(v); ok {
		s.value = out
	}
}

// checkColumnTotals compares a "Cộng" row with what the columns add up to.
func (r *reader) checkColumnTotals(f *figures, i int) {
	for _, n := range f.values {
		c := &f.table.columns[n]
		ind, ok := r.Catalogue.Indicator(c.code)
		cell, s := f.grid.rows[i].cell(c.col), f.sums[c.col]
		if !ok || cell == nil || s == nil || ind.Percent() || !f.has(roleBranch) && ind.Kind == "stock" {
			continue
		}
		r.compareTotal(f, cell, ind, c.scale, s.value)
	}
}
