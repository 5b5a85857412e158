package compose

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
)

// The columns of the table of results, as in the block "heads results".
const (
	resultName    = 1
	resultUnit    = 2
	resultEarlier = 3
	resultPlan    = 4
	resultNow     = 5
	resultMore    = 6
	resultShare   = 7
	resultColumns = 8
)

// results is the action that puts the table of the figures of the span, each
// beside the earlier one that it may be held against. Columns in which nothing
// stands go.
func (c *composer) results() string {
	inds := c.tabled()
	if len(inds) == 0 {
		return c.absent()
	}
	t := &paper.Table{Alt: c.line("alt results", nil), Columns: c.heads("heads results", resultColumns)}
	section, used := "", map[int]bool{0: true, resultName: true, resultUnit: true, resultNow: true}
	for i, ind := range inds {
		if ind.Section != section {
			section = ind.Section
			t.Rows = append(t.Rows, c.sectionRow(section, resultColumns))
		}
		row := c.resultRow(ind)
		row.Cells[0] = cell(strconv.Itoa(i + 1))
		for n := range row.Cells {
			used[n] = used[n] || row.Cells[n][0].Figure != ""
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = c.resultNotes(used[resultEarlier] || used[resultPlan])
	keepColumns(t, used)
	c.addCoverage(t, inds, len(t.Columns))
	return c.put(token{kind: blocks, blocks: []paper.Block{t}, text: "results"})
}

// tabled returns the indicators that have a figure to stand in a table.
func (c *composer) tabled() []catalogue.Indicator {
	return slices.DeleteFunc(slices.Clone(c.t.cat.Indicators()), func(ind catalogue.Indicator) bool {
		_, ok := c.known(ind.Code)
		return !ok || ind.Help || ind.Kind == catalogue.List
	})
}

// resultRow returns the row of one indicator, its number still empty.
func (c *composer) resultRow(ind catalogue.Indicator) paper.Row {
	row := paper.Row{Cells: make([][]paper.Span, resultColumns)}
	for n := range row.Cells {
		row.Cells[n] = cell("-")
	}
	v, _ := c.known(ind.Code)
	now := ref(ind.Code)
	row.Cells[resultName], row.Cells[resultUnit], row.Cells[resultNow] = cell(ind.Name), cell(ind.Unit), figureCell(ind, v, now)
	if then, ok := c.in.Totals.Against(c.t.cat, c.earlierOf(ind), ind.Code); ok {
		earlier := now.In(then.Period)
		row.Cells[resultEarlier] = figureCell(ind, then.Value, earlier)
		if diff, ok := c.comparison(ind.Code, "", then); ok {
			row.Cells[resultMore] = []paper.Span{{Text: c.line("difference", diff), Ref: earlier}}
		}
	}
	if plan, ok := c.target(ind); ok {
		planned := now.By(reports.Plan)
		row.Cells[resultPlan] = figureCell(ind, plan.Value, planned)
		if share := c.planned(ind, plan); share != "" {
			row.Cells[resultShare] = []paper.Span{{Text: share, Ref: planned}}
		}
	}
	return row
}

// earlierOf returns what an indicator is held against: a level that at the end
// of the year before, what happened the same days of the year before.
func (c *composer) earlierOf(ind catalogue.Indicator) *aggregate.Totals {
	if slices.Contains([]catalogue.Kind{catalogue.Stock, catalogue.Rate, catalogue.Average}, ind.Kind) {
		return c.in.Totals.Start
	}
	return c.in.Totals.Before
}

func (c *composer) resultNotes(compared bool) []string {
	var notes []string
	if compared {
		notes = append(notes, c.line("note earlier", nil))
	}
	return append(notes, c.tableNotes()...)
}

// keepColumns leaves of a table the columns that are used.
func keepColumns(t *paper.Table, used map[int]bool) {
	var columns []paper.Column
	for n, col := range t.Columns {
		if used[n] {
			columns = append(columns, col)
		}
	}
	t.Columns = columns
	for i := range t.Rows {
		var cells [][]paper.Span
		for n, cell := range t.Rows[i].Cells {
			if used[n] {
				cells = append(cells, cell)
			}
		}
		t.Rows[i].Cells = cells
	}
}
