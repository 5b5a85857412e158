package normalise

import (
	"slices"

	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
)

// Rows that are named once, and told apart by a word or a period beside the name:
// "Trồng cây | KH | 40", and below it " | TH | 45". Rows of the plan and of the year
// before hold no figures of the report.

// pairRows returns the table with the name of such a row in every one that it is
// of, and without the rows of the plan.
func (r *reader) pairRows(t *table) *table {
	side, ok := r.pairColumn(t)
	if !ok {
		return t
	}
	g := r.with(t.grid, slices.Clone(t.grid.Rows[:t.first]))
	g.Merges = slices.DeleteFunc(slices.Clone(g.Merges), func(m intake.Range) bool {
		return m.Col2 < side && m.Row1 >= t.num(t.first) // the names stand in each row by themselves
	})
	var names []*grid.Cell
	for _, row := range t.grid.Rows[t.first:] {
		names = lead(row, side, names)
		c := row.Cell(side)
		switch {
		case c == nil || row.Num >= t.num(t.end):
		case aheadOf(r.labels.Of(c)):
			grid.MarkAll(row.Cells[slices.Index(row.Cells, c):], grid.Plan)
			continue
		case row.Cells[0] == c && r.tells(c):
			row.Cells = append(slices.Clone(names), row.Cells...)
		}
		g.Rows = append(g.Rows, row)
	}
	paired := *t
	paired.grid, paired.end = g, g.Index(t.num(t.end))
	return &paired
}

// lead returns what names a row: the cells left of the column, or those of the row
// above where it has none.
func lead(row grid.Row, side int, above []*grid.Cell) []*grid.Cell {
	n := 0
	for n < len(row.Cells) && row.Cells[n].Col < side {
		n++
	}
	if n == 0 {
		return above
	}
	return row.Cells[:n]
}

// aheadOf reports whether a word is of the plan or of the year before.
func aheadOf(l *label.Label) bool { return l.Is(label.Plan) || l.Is(label.Before) }

// tells reports whether a cell says which of several rows of one name it is in.
func (r *reader) tells(c *grid.Cell) bool {
	l := r.labels.Of(c)
	return l.Timed || l.Is(label.Actual)
}

// pairColumn finds the column that tells such rows apart: one of the plan and its
// result in every row, or one of periods with rows that have no name.
func (r *reader) pairColumn(t *table) (col int, ok bool) {
	for _, c := range t.columns[min(1, len(t.columns)):] {
		if r.pairs(t, c.col) {
			return c.col, true
		}
	}
	return 0, false
}

// pairs reports whether a column is one of those. The first cell that says anything
// else tells that it is not, which is the first of most columns.
func (r *reader) pairs(t *table, col int) bool {
	plans, results, periods, bare := 0, 0, 0, 0
	for i := t.first; i < t.end; i++ {
		row := t.grid.Rows[i]
		v := row.Cell(col)
		if v == nil {
			continue
		}
		switch l := r.labels.Of(v); {
		case aheadOf(l):
			plans++
		case l.Is(label.Actual):
			results++
		case l.Timed:
			periods++
		case !v.IsNought():
			return false
		}
		if row.Cells[0] == v {
			bare++
		}
	}
	return plans > 0 && results > 0 || periods > 1 && bare > 0
}
