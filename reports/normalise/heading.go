package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// What a heading among the lines of a form says of time, and of what is still to
// come, holds for the lines below it, up to a heading of its own rank.

// heading takes up a line without figures.
func (r *reader) heading(f *form, c *grid.Cell) {
	f.parent = ""
	rank, text := wording.RankOf(c.Clean)
	if f.planned.Closes(rank) || wording.SpeaksOfResults(c.Key) {
		f.planned.On = false
	}
	if f.timed.Closes(rank) {
		f.timed.On, f.period = false, viet.PeriodText{}
	}
	if wording.SpeaksOfPlan(c.Key) {
		f.planned.Open(rank)
	}
	ctx := r.periods(f.title.year)
	p, ok := viet.ParsePeriod(strings.Trim(text, " .:"), ctx)
	if !ok && rank != wording.Unranked {
		p, ok = viet.FindPeriod(text, ctx)
	}
	if ok && rankPeriod(p) == 3 {
		f.period = p
		f.timed.Open(rank)
	}
}

// results reports whether a column is headed as one of what was done.
func (t *table) results() bool {
	return slices.ContainsFunc(t.columns, func(c column) bool {
		return slices.Contains(c.roles, label.Actual) && !slices.Contains(c.roles, label.Count)
	})
}

// plan begins or ends, at a heading in row i, the rows of what is to come: up to the
// next heading with a mark of the same kind, or one that speaks of results.
func (r *reader) plan(f *figures, i int, text string) {
	mark := f.markOf(i, text)
	switch {
	case r.announces(text) && !f.manyTimes(i+1):
		f.ahead, f.aheadMark = true, mark
		f.plans = append(f.plans, f.nameAt(i))
	case f.ahead && (wording.SpeaksOfResults(viet.Key(text)) || mark != "" && mark == f.aheadMark):
		f.ahead = false
	}
}

// manyTimes reports whether the first row with numbers from row i has them for several
// periods of the table's heads: a plan has one, and "Chỉ tiêu bổ sung năm 2026" over
// such rows only says since when they are counted.
func (f *figures) manyTimes(i int) bool {
	for ; i < f.end; i++ {
		numbers, times := 0, map[string]bool{}
		for n := range f.columns {
			c := &f.columns[n]
			v := f.grid.Rows[i].Cell(c.col)
			if v == nil || !v.IsFigure() || c.role == label.Ordinal {
				continue
			}
			numbers++
			if c.timed {
				times[c.name()] = true
			}
		}
		if numbers > 0 {
			return len(times) > 1
		}
	}
	return false
}

// markOf tells the kind of the mark before a heading: in its column of ordinals, or
// in the heading itself.
func (f *figures) markOf(i int, text string) string {
	mark := text
	if c := f.column(label.Ordinal); c != nil {
		if v := f.grid.Rows[i].Cell(c.col); v != nil {
			mark = strings.Trim(v.Clean, "().: ") + ". "
		}
	}
	return wording.MarkOf(mark)
}

// aheadIn returns the line among rows from first to end that begins what is to
// come, nil if there is none or another speaks of results.
func (r *reader) aheadIn(g *grid.Sheet, first, end int) (ahead *grid.Cell) {
	for _, row := range g.Rows[first:end] {
		for _, c := range row.Cells {
			switch {
			case c.Kind != intake.Text:
			case r.announces(c.Clean) || wording.IsPlan(c.Key):
				ahead = c
			case wording.SpeaksOfResults(c.Key):
				return nil
			}
		}
	}
	return ahead
}

// stillAhead is aheadIn for the lines below a table. What began over that table
// goes on below lines of its own, "2. Công tác tình nghĩa" in "B. Phương hướng".
func (r *reader) stillAhead(g *grid.Sheet, tab *table, ahead *grid.Cell) *grid.Cell {
	first := tab.end
	for first > tab.first && len(g.Rows[first-1].Cells) == 1 && g.Rows[first-1].Cells[0].Kind == intake.Text {
		first--
	}
	if c := r.aheadIn(g, first, tab.end); c != nil || ahead == nil {
		return c
	}
	began, _ := wording.RankOf(ahead.Clean)
	for _, row := range g.Rows[first:tab.end] {
		if rank, _ := wording.RankOf(row.Cells[0].Clean); rank == wording.Unranked || rank >= began && began != wording.Unranked {
			return nil
		}
	}
	return ahead
}

// namePlans tells of the parts of a table that speak of what is to come.
func (r *reader) namePlans(f *figures) {
	if len(f.plans) > 0 {
		r.find("rows.planned", f.title.unit, reports.Args{"count": itoa(len(f.plans))}, f.plans...)
	}
}

// readPlanned passes over a table of what is to come.
func (r *reader) readPlanned(t *table) bool {
	t.grid.MarkRows(t.head, t.first, grid.Label)
	t.grid.MarkRows(t.first, t.end, grid.Plan)
	r.find("rows.planned", t.title.unit, reports.Args{"count": "1"}, t.grid.At(t.title.ahead))
	return true
}

// announces reports whether a line begins what is to come after the report.
func (r *reader) announces(s string) bool {
	year, _, _ := r.Span.Last().Date()
	return wording.Announces(s, year)
}
