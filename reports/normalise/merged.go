package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/value"
)

// A number in a cell that is merged over the rows of two names, or over two columns
// of values, may be of the first, of both together, or of each.

// sharesCell asks about such a number and reports whether it is one.
func (r *reader) sharesCell(f *figures, v *grid.Cell, p value.Place) bool {
	for _, m := range f.grid.Merges {
		if !m.Holds(v.Col, v.Row) || !r.mergesRows(f, m.Row1, m.Row2, v.Col) && !f.mergesColumns(m.Col1, m.Col2) {
			continue
		}
		v.Mark(grid.Named)
		r.find("value.merged", p.Unit, reports.Args{"text": v.Quoted(), "indicator": p.Indicator.Name}, f.grid.At(v))
		return true
	}
	return false
}

// mergesRows reports whether several rows from first to last are named.
func (r *reader) mergesRows(f *figures, first, last, col int) bool {
	n := 0
	for i := max(f.first, f.grid.Index(first)); i < f.end && f.grid.Rows[i].Num <= last; i++ {
		row := f.grid.Rows[i]
		if len(row.Cells) > 1 && r.namesRow(f, row, col) || slices.ContainsFunc(row.Cells, r.namesFigure) {
			n++
		}
	}
	return n > 1
}

// namesRow reports whether a row has a name of its own left of a column.
func (r *reader) namesRow(f *figures, row grid.Row, col int) bool {
	return slices.ContainsFunc(row.Cells, func(c *grid.Cell) bool {
		if c.Col >= col {
			return false
		}
		return slices.Contains(f.names, c.Col) || f.across && r.branchOf(c) != ""
	})
}

// mergesColumns reports whether several columns of values lie between two.
func (f *figures) mergesColumns(first, last int) bool {
	n := 0
	for _, k := range f.values {
		if c := f.table.columns[k].col; first <= c && c <= last {
			n++
		}
	}
	return n > 1
}
