package normalise

import (
	"slices"

	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
)

// blocks parts a table where another one stands beside it: a second column that
// names indicators, with values between it and the first. What is blank in one of
// them is blank there, and not filled from the other.
func (r *reader) blocks(t *table) []*table {
	cuts := r.cuts(t)
	if len(cuts) == 0 {
		return []*table{t}
	}
	bounds := append(append([]int{0}, cuts...), maxColumn)
	var parts []*table
	for i := range bounds[1:] {
		if part := r.block(t, bounds[i], bounds[i+1]-1); part != nil {
			parts = append(parts, part)
		}
	}
	return parts
}

// maxColumn is past every column that a sheet can have.
const maxColumn = 1 << 14

// block takes the columns from first to last out of a table, with what the title
// cells over them say.
func (r *reader) block(t *table, first, last int) *table {
	g := t.grid.Slice(first, last)
	part := &table{grid: g, head: g.Index(t.grid.Rows[t.head].Num), title: t.title}
	part.first, part.end = g.Index(t.num(t.first)), g.Index(t.num(t.end))
	if part.head == part.end {
		return nil
	}
	own := r.title(&grid.Sheet{Name: "", File: g.File, Rows: g.Rows[:part.head]}, part.head)
	if own.unit != "" && own.unit != t.title.unit && t.head == r.about(t.grid).head {
		part.title.unit = own.unit
	}
	r.setColumns(part)
	return part
}

// num is the number of the row at index i, or one past the last row.
func (t *table) num(i int) int {
	if i < len(t.grid.Rows) {
		return t.grid.Rows[i].Num
	}
	return t.grid.Rows[len(t.grid.Rows)-1].Num + 1
}

// cuts returns the columns in which further tables begin.
func (r *reader) cuts(t *table) []int {
	var cuts []int
	last := -1
	for n := range t.columns {
		if r.apart(t, n) {
			return append(cuts, t.columns[n].col)
		}
		if !r.namesIndicators(t, n) {
			continue
		}
		if last >= 0 && r.valuesBetween(t, last, n) {
			cuts = append(cuts, t.columns[r.beginning(t, last, n)].col)
		}
		last = n
	}
	return cuts
}

// apart reports whether something else begins in column n: at least two empty
// columns stand before it, and no head from there on is of a table of figures.
// The data of a chart stand so.
func (r *reader) apart(t *table, n int) bool {
	if n == 0 || t.columns[n].col-t.columns[n-1].col < 3 {
		return false
	}
	return !slices.ContainsFunc(t.columns[n:], func(c column) bool {
		return c.timed || c.unit != "" || len(c.roles) > 0 && !slices.Contains(c.roles, label.Note)
	})
}

// beginning is the column with which the table begins whose names stand in column
// n: that of its numbers, if it has one.
func (r *reader) beginning(t *table, after, n int) int {
	if n-1 > after && slices.Contains(t.columns[n-1].roles, label.Ordinal) {
		return n - 1
	}
	return n
}

// namesIndicators reports whether a column holds names of indicators: it is headed
// so and holds words, or most of its words are such names.
func (r *reader) namesIndicators(t *table, n int) bool {
	c := &t.columns[n]
	texts, names, numbers := 0, 0, 0
	for i := t.first; i < t.end; i++ {
		v := t.grid.Rows[i].Cell(c.col)
		switch {
		case v == nil:
		case v.Kind != intake.Text || v.IsFigure():
			numbers++
		default:
			texts++
			if r.labels.Code(v) != "" {
				names++
			}
		}
	}
	headed := slices.Contains(c.roles, label.Name)
	return texts > numbers && (headed && names > 0 || names >= 2 && 5*names >= 2*texts)
}

// valuesBetween reports whether a column of values stands between two columns.
func (r *reader) valuesBetween(t *table, a, b int) bool {
	for n := a + 1; n < b; n++ {
		c := &t.columns[n]
		if slices.Contains(c.roles, label.Ordinal) {
			continue
		}
		if c.timed || slices.Contains(c.roles, label.Actual) {
			return true
		}
		for i := t.first; i < t.end; i++ {
			if v := t.grid.Rows[i].Cell(c.col); v != nil && v.IsFigure() {
				return true
			}
		}
	}
	return false
}
