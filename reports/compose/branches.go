package compose

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
)

const minBranches = 2 // fewer need no table of their own

// branchTable is the action that puts the table of the branches: a row for each, a
// column for each of the indicators that any of them gave, and the ward's total.
func (c *composer) branchTable(codes ...string) string {
	inds := c.ofBranches(codes)
	if len(c.in.Branches.Units) < minBranches || len(inds) == 0 {
		return c.absent()
	}
	t := &paper.Table{Lead: 2, Alt: c.line("alt branches", nil), Columns: c.heads("heads branches", 2)}
	for _, ind := range inds {
		t.Columns = append(t.Columns, paper.Column{Head: c.line("head", ind), Align: paper.Right})
	}
	gaps := false
	for i, u := range c.in.Branches.Units {
		row := paper.Row{Cells: [][]paper.Span{cell(strconv.Itoa(i + 1)), cell(u.Name)}}
		for _, ind := range inds {
			v := c.in.Totals.Units[u.ID][ind.Code].Value
			gaps = gaps || !v.Known()
			row.Cells = append(row.Cells, figureCell(ind, v, ref(ind.Code).By(u.ID)))
		}
		t.Rows = append(t.Rows, row)
	}
	total := paper.Row{Kind: paper.TotalRow, Cells: [][]paper.Span{cell(""), cell(c.line("total", nil))}}
	for _, ind := range inds {
		total.Cells = append(total.Cells, figureCell(ind, c.in.Totals.Figures[ind.Code].Value, ref(ind.Code)))
	}
	t.Rows = append(t.Rows, total)
	if gaps {
		t.Notes = []string{c.line("note blanks", nil)}
	}
	return c.put(token{kind: blocks, blocks: []paper.Block{t}, text: "branches"})
}

// ofBranches returns the indicators that branches gave, and whose total is
// theirs alone: a row of totals must be the sum of the rows above.
func (c *composer) ofBranches(codes []string) []catalogue.Indicator {
	var out []catalogue.Indicator
	for _, code := range codes {
		ind, _ := c.t.cat.Indicator(code)
		f, ok := c.in.Totals.Figures[code]
		own := slices.ContainsFunc(f.From, func(x reports.Contribution) bool { return x.Unit == reports.Ward })
		if ok && !own && len(c.in.Totals.Givers[code]) > 0 {
			out = append(out, ind)
		}
	}
	return out
}

// branchChart is the action that puts a chart of one indicator by branch.
func (c *composer) branchChart(code, title string) string {
	inds := c.ofBranches([]string{code})
	if len(c.in.Branches.Units) < minBranches || len(inds) == 0 {
		return c.absent()
	}
	chart := c.chart(paper.Bars, inds[0], title)
	for _, u := range c.in.Branches.Units {
		v := c.in.Totals.Units[u.ID][code].Value
		c.plot(chart, u.Name, v, figureCell(inds[0], v, ref(code).By(u.ID)))
	}
	return c.put(token{kind: blocks, blocks: []paper.Block{chart}, text: title})
}

// periodChart is the action that puts a chart of one indicator by period; one
// period needs none.
func (c *composer) periodChart(code, title string) string {
	ind, _ := c.t.cat.Indicator(code)
	chart := c.chart(paper.Columns, ind, title)
	known := 0
	for _, p := range columns(c.in.Totals, c.in.Span) {
		v := c.in.Totals.By[p][code].Value
		c.plot(chart, c.line("period", c.periodWords(p)), v, figureCell(ind, v, ref(code).In(p)))
		if v.Known() {
			known++
		}
	}
	if known < 2 {
		return c.absent()
	}
	return c.put(token{kind: blocks, blocks: []paper.Block{chart}, text: title})
}

func (c *composer) chart(kind paper.ChartKind, ind catalogue.Indicator, title string) *paper.Chart {
	return &paper.Chart{Kind: kind, Title: title, Unit: c.line("measure", ind.Unit), Series: make([]paper.Series, 1), Alt: c.line("alt chart", title)}
}

// plot adds one amount to a chart, printed as in the cell of a table.
func (c *composer) plot(chart *paper.Chart, label string, v reports.Value, cell []paper.Span) {
	chart.Labels = append(chart.Labels, label)
	a := paper.Amount{}
	if v.Known() {
		s := cell[0]
		a = paper.Amount{Num: v.Num, Den: v.Den, Text: s.Text, Ref: s.Ref}
	}
	s := &chart.Series[0]
	s.Amounts = append(s.Amounts, a)
}

// photos is the action that puts the ward's photos.
func (c *composer) photos() string {
	if len(c.in.Photos) == 0 {
		return c.absent()
	}
	return c.put(token{kind: blocks, blocks: []paper.Block{&paper.Photos{Items: c.in.Photos}}, text: "photos"})
}
