package normalise

import (
	"cmp"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
)

// A row with figures and no name may go on with the row above it (men, then women),
// or belong to somebody whose name was forgotten: that is asked, and not passed
// over. Sums need no name.

// nameNameless asks about the rows of a table in which nobody's figures stand.
func (r *reader) nameNameless(f *figures) {
	var at []reports.Cell
	var texts []string
	for i := f.first; i < f.end; i++ {
		if f.named(i) {
			r.askShifted(f, i)
			continue
		}
		cells := f.unclaimed(i)
		if len(cells) == 0 {
			continue
		}
		if f.isSum(i, cells) {
			grid.MarkAll(cells, grid.Total)
			continue
		}
		grid.MarkAll(cells, grid.Named)
		for _, c := range cells {
			at, texts = append(at, f.grid.At(c)), append(texts, c.Quoted())
		}
	}
	if len(at) > 0 {
		r.find("row.nameless", f.title.unit, reports.Args{"text": strings.Join(texts, "; ")}, at...)
	}
}

// named reports whether row i has a name, or none of the rows needs one.
func (f *figures) named(i int) bool {
	at := cmp.Or(f.column(label.Branch), f.column(label.Period))
	if f.across && at == nil || !f.across && len(f.rowLabels(i)) > 0 {
		return true
	}
	return at != nil && f.grid.Cell(i, at.col) != nil
}

// unclaimed returns the numbers of row i in columns of values, if nothing in the
// row was read or named.
func (f *figures) unclaimed(i int) []*grid.Cell {
	var cells []*grid.Cell
	for _, n := range f.values {
		c := &f.table.columns[n]
		v := f.grid.Rows[i].Cell(c.col)
		switch {
		case v == nil || len(c.labels) == 0 || f.across && c.code == "":
		case v.Fate != "":
			return nil
		case v.IsFigure():
			cells = append(cells, v)
		}
	}
	return cells
}

// isSum reports whether each of the cells, in row i, is the sum of what was read
// above it.
func (f *figures) isSum(i int, cells []*grid.Cell) bool {
	for _, c := range cells {
		if strings.HasPrefix(strings.ToUpper(c.Formula), "SUM(") {
			continue
		}
		sum, n := int64(0), 0
		for _, row := range f.grid.Rows[f.first:i] {
			if above := row.Cell(c.Col); above != nil && above.Fate == grid.Figure {
				sum, n = sum+above.Amount().N, n+1
			}
		}
		if a := c.Amount(); n < 2 || !a.OK || a.N != sum {
			return false
		}
	}
	return true
}

// askShifted asks about the number of a row that stands in a column without a head,
// beside empty cells where it belongs.
func (r *reader) askShifted(f *figures, i int) {
	if f.across || r.hasText(f, i) || len(f.rowLabels(i)) == 0 {
		return
	}
	for n := range f.table.columns {
		c := &f.table.columns[n]
		v := f.grid.Rows[i].Cell(c.col)
		if v != nil && v.Fate == "" && len(c.labels) == 0 && c.role == "" && v.IsFigure() {
			v.Mark(grid.Named)
			labels := f.rowLabels(i)
			r.find("value.shifted", f.title.unit, reports.Args{"text": v.Quoted(), "name": labels[len(labels)-1]}, f.grid.At(v))
		}
	}
}
