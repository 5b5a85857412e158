package normalise

import (
	"slices"

	"ccbreport/reports"
)

// A number in a cell that is merged over the rows of two names, or over two columns
// of values, may be of the first, of both together, or of each.

// sharesCell asks about such a number and reports whether it is one.
func (r *reader) sharesCell(f *figures, v *cell, p place) bool {
	for _, m := range f.grid.merges {
		if !m.Holds(v.Col, v.row) || !r.mergesRows(f, m.Row1, m.Row2, v.Col) && !f.mergesColumns(m.Col1, m.Col2) {
			continue
		}
		v.mark(fateNamed)
		r.find("value.merged", p.unit, reports.Args{"text": quoted(v), "indicator": p.ind.Name}, f.grid.at(v))
		return true
	}
	return false
}

// mergesRows reports whether several rows from first to last are named.
func (r *reader) mergesRows(f *figures, first, last, col int) bool {
	n := 0
	for i := max(f.first, f.grid.index(first)); i < f.end && f.grid.rows[i].num <= last; i++ {
		row := f.grid.rows[i]
		if len(row.cells) > 1 && r.namesRow(f, row, col) || slices.ContainsFunc(row.cells, r.namesFigure) {
			n++
		}
	}
	return n > 1
}

// namesRow reports whether a row has a name of its own left of a column.
func (r *reader) namesRow(f *figures, row gridRow, col int) bool {
	return slices.ContainsFunc(row.cells, func(c *cell) bool {
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
