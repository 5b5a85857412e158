package normalise

import (
	"slices"

	"ccbreport/reports/intake"
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
	g := *t.grid
	g.rows = slices.Clone(g.rows[:t.first])
	g.merges = slices.DeleteFunc(slices.Clone(g.merges), func(m intake.Range) bool {
		return m.Col2 < side && m.Row1 >= t.num(t.first) // the names stand in each row by themselves
	})
	var names []*cell
	for _, row := range t.grid.rows[t.first:] {
		names = lead(row, side, names)
		c := row.cell(side)
		switch {
		case c == nil || row.num >= t.num(t.end):
		case aheadOf(r.label(c, r.year)):
			markAll(row.cells[slices.Index(row.cells, c):], fatePlan)
			continue
		case row.cells[0] == c && r.tells(c):
			row.cells = append(slices.Clone(names), row.cells...)
		}
		g.rows = append(g.rows, row)
	}
	paired := *t
	paired.grid, paired.end = &g, g.index(t.num(t.end))
	return &paired
}

// lead returns what names a row: the cells left of the column, or those of the row
// above where it has none.
func lead(row gridRow, side int, above []*cell) []*cell {
	n := 0
	for n < len(row.cells) && row.cells[n].Col < side {
		n++
	}
	if n == 0 {
		return above
	}
	return row.cells[:n]
}

func markAll(cells []*cell, f fate) {
	for _, c := range cells {
		c.mark(f)
	}
}

// aheadOf reports whether a word is of the plan or of the year before.
func aheadOf(l *label) bool { return l.is(rolePlan) || l.is(roleBefore) }

// tells reports whether a cell says which of several rows of one name it is in.
func (r *reader) tells(c *cell) bool {
	l := r.label(c, r.year)
	return l.timed || l.is(roleActual)
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
		row := t.grid.rows[i]
		v := row.cell(col)
		if v == nil {
			continue
		}
		switch l := r.label(v, r.year); {
		case aheadOf(l):
			plans++
		case l.is(roleActual):
			results++
		case l.timed:
			periods++
		case !v.units.IsNought(v.text):
			return false
		}
		if row.cells[0] == v {
			bare++
		}
	}
	return plans > 0 && results > 0 || periods > 1 && bare > 0
}
