package normalise

import (
	"cmp"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/value"
	"ccbreport/reports/viet"
)

// A sum is what a row or a column added up to so far, to hold its total against.
type sum struct {
	value   reports.Value // in the indicator's unit
	raw     reports.Value // as the numbers stand in the sheet
	rows    int
	broken  bool // a cell could not be read: the sum is not known
	periods bool // it goes over periods, and not only over branches
}

func newSum() *sum { return &sum{value: reports.Int(0), raw: reports.Int(0)} }

// columnSum is the running sum of a column.
func (f *figures) columnSum(col int) *sum {
	if f.sums[col] == nil {
		f.sums[col] = newSum()
	}
	return f.sums[col]
}

// add adds what was read of an indicator in a cell.
func (s *sum) add(c *grid.Cell, code string, readings []value.Reading) {
	if len(readings) == 0 {
		s.broken = true
	}
	for _, x := range readings {
		if x.Code == code {
			out, ok := s.value.Add(x.Value)
			s.value, s.broken = out, s.broken || !ok
			s.rows++
		}
	}
	if raw, err := viet.FromRaw(c.Text); err == nil && c.IsNumber() {
		s.raw, _ = s.raw.Add(raw)
	}
}

// checkColumnTotals compares a "Cộng" row with what the columns add up to.
func (r *reader) checkColumnTotals(f *figures, i int) {
	for _, n := range f.values {
		c := &f.table.columns[n]
		ind, ok := r.Catalogue.Indicator(c.code)
		cell, s := f.grid.Rows[i].Cell(c.col), f.sums[c.col]
		if !ok || cell == nil || s == nil || s.broken || ind.Percent() || (f.mixed || !f.has(label.Branch)) && ind.Kind == "stock" {
			continue
		}
		r.compareTotal(f, cell, ind, c.scale, s.value)
	}
}

// checkRowTotal compares a "Cộng" column with what the row adds up to. It is
// checked, never added. Levels are not added over periods.
func (r *reader) checkRowTotal(f *figures, i int, ind catalogue.Indicator, scale int64, total *sum) {
	if total.broken || total.rows == 0 || ind.Kind != catalogue.Flow && ind.Kind != catalogue.Once && total.periods {
		return
	}
	for n := range f.table.columns {
		c := &f.table.columns[n]
		cell := f.grid.Rows[i].Cell(c.col)
		if c.role == label.Total && cell != nil && !c.adds(i-f.first) {
			r.compareTotal(f, cell, ind, scale, total.value)
		}
	}
}

// adds reports whether some columns add up to a total in a row: since the last
// total, all of them, those of the totals (it may be of a part of the table only).
func (c *column) adds(row int) bool { return row < len(c.fits) && c.fits[row] }

// compareTotal compares a cell that holds a total with the sum of what was read.
func (r *reader) compareTotal(f *figures, c *grid.Cell, ind catalogue.Indicator, scale int64, want reports.Value) {
	if c.NoCache {
		return // it would be computed from the very same cells
	}
	written := c.Clean
	for _, x := range r.values.Quietly(c, value.Place{Sheet: f.grid, Indicator: ind, Scale: cmp.Or(scale, f.title.scale, 1)}) {
		if x.Code == ind.Code && x.Value.Equal(want) {
			return
		}
		written = value.Printed(x.Value, ind)
	}
	r.find("total.mismatch", f.title.unit, reports.Args{
		"written": written, "sum": value.Printed(want, ind), "indicator": ind.Name,
	}, f.grid.At(c))
}
