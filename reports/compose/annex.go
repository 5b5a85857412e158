package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// annexNames are the annexes that a template may have, in order; each is the
// block "annex NAME" and the table NAME.
var annexNames = []string{"indicators", "branches", "awards", "photos", standingAnnex, sourcesAnnex}

const (
	minAwards    = 2  // fewer are said in the body only
	portraitCols = 6  // a wider table lies on its side
	maxPeriods   = 6  // columns of periods that one table holds
	minDays      = 28 // a shorter period is an event's day, not a column
	maxDays      = 366
)

// composeAnnexes composes the annexes that have something to show and labels
// them: Roman numbers if there are two or more.
func (c *composer) composeAnnexes() []paper.Annex {
	var out []paper.Annex
	var names []string
	for _, name := range annexNames {
		if optional[name] != nil && !c.t.named[name] || name == sourcesAnnex && !c.in.Sources {
			continue
		}
		before := len(c.findings)
		blocks := c.body("annex " + name)
		i := slices.IndexFunc(blocks, isHeading)
		if i < 0 || !slices.ContainsFunc(blocks, isExhibit) {
			c.findings = c.findings[:before] // an annex that is not needed is no gap
			continue
		}
		title := blocks[i].(*paper.Heading).Title
		names = append(names, name)
		out = append(out, paper.Annex{
			Title:     plainText(title),
			Reference: c.line("reference", nil),
			Landscape: slices.ContainsFunc(blocks, isWide),
			Sources:   name == sourcesAnnex,
			Body:      slices.Delete(blocks, i, i+1),
		})
	}
	for i, name := range names {
		number := ""
		if len(out) > 1 {
			number = viet.Roman(i + 1)
		}
		out[i].Label = c.line("annex", number)
		c.annexes[name] = out[i].Label
	}
	return out
}

func isHeading(b paper.Block) bool { _, ok := b.(*paper.Heading); return ok }

// isExhibit reports whether a block is what an annex is there for.
func isExhibit(b paper.Block) bool {
	switch b.(type) {
	case *paper.Table, *paper.Photos:
		return true
	}
	return false
}

func isWide(b paper.Block) bool {
	t, ok := b.(*paper.Table)
	return ok && len(t.Columns) > portraitCols
}

func plainText(spans []paper.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// annex is the action that prints the label of an annex, absent if there is
// none.
func (c *composer) annex(name string) string { return c.name(c.annexes[name]) }

// table is the action that puts a table.
func (c *composer) table(name string) string {
	var tables []paper.Block
	switch name {
	case "indicators":
		tables = c.indicatorTables()
	case "awards":
		tables = c.awardTable()
	case standingAnnex:
		tables = c.standingTable()
	case sourcesAnnex:
		tables = c.sourcesTable()
	}
	if len(tables) == 0 {
		return c.absent()
	}
	return c.put(token{kind: blocks, blocks: tables, text: name})
}

// columns returns the periods that are columns of the table: those of the
// returns that are neither a single day nor longer than a year, and lie in no
// other one.
func columns(totals *aggregate.Totals, span reports.Period) []reports.Period {
	var fit []reports.Period
	for _, p := range totals.Periods {
		if p.Days() >= minDays && p.Days() <= maxDays && span.Contains(p) {
			fit = append(fit, p)
		}
	}
	fit = slices.DeleteFunc(slices.Clone(fit), func(p reports.Period) bool {
		return slices.ContainsFunc(fit, func(q reports.Period) bool { return q != p && q.Contains(p) })
	})
	slices.SortFunc(fit, reports.Period.Compare)
	return fit
}

// indicatorTables returns the table of all figures by period, in several if
// there are more periods than one can hold. The last has the whole span.
func (c *composer) indicatorTables() []paper.Block {
	inds := c.tabled()
	if len(inds) == 0 {
		return nil
	}
	var out []paper.Block
	periods := columns(c.in.Totals, c.in.Span)
	for {
		n := min(len(periods), maxPeriods)
		last := n == len(periods)
		out = append(out, c.indicatorTable(inds, periods[:n], last))
		if periods = periods[n:]; last {
			return out
		}
	}
}

// indicatorTable returns one table; whole adds the columns of the whole span.
func (c *composer) indicatorTable(inds []catalogue.Indicator, periods []reports.Period, whole bool) *paper.Table {
	t := &paper.Table{Alt: c.line("alt indicators", nil), Columns: c.heads("heads indicators", 5)}
	tail := t.Columns[3:]
	t.Columns = t.Columns[:3:3]
	for _, p := range periods {
		t.Columns = append(t.Columns, paper.Column{Head: c.line("period", c.periodWords(p)), Align: paper.Right})
	}
	if whole {
		t.Columns = append(t.Columns, tail...)
	}
	section, gaps := "", false
	for i, ind := range inds {
		if ind.Section != section {
			section = ind.Section
			t.Rows = append(t.Rows, c.sectionRow(section, len(t.Columns)))
		}
		row, gap := c.indicatorRow(ind, periods, whole)
		row.Cells[0] = cell(strconv.Itoa(i + 1))
		t.Rows = append(t.Rows, row)
		gaps = gaps || gap
	}
	if gaps {
		t.Notes = append(t.Notes, c.line("note gaps", nil))
	}
	if c.otherGivers(inds, periods) {
		t.Notes = append(t.Notes, c.line("note columns", nil))
	}
	if whole {
		c.addCoverage(t, inds, len(t.Columns)-1)
		t.Notes = append(t.Notes, c.tableNotes()...)
	}
	return t
}

// otherGivers reports whether a figure of one period is that of other branches than that
// of another: the columns of such a row say nothing of a rise or a fall.
func (c *composer) otherGivers(inds []catalogue.Indicator, periods []reports.Period) bool {
	return slices.ContainsFunc(inds, func(ind catalogue.Indicator) bool {
		var gave []reports.UnitID
		return slices.ContainsFunc(periods, func(p reports.Period) bool {
			by := aggregate.Units(c.in.Totals.By[p][ind.Code])
			other := gave != nil && by != nil && !slices.Equal(gave, by)
			if by != nil {
				gave = by
			}
			return other
		})
	})
}

// tableNotes are what a reader of a table of all figures must know beside it.
func (c *composer) tableNotes() []string {
	var notes []string
	if !c.explained() {
		notes = append(notes, c.line("note branches", nil))
	}
	if len(c.in.Gaps) > 0 && !slices.ContainsFunc(c.in.Remarks, func(r Remark) bool { return r.Kind == "gap" }) {
		notes = append(notes, c.line("note periods", nil))
	}
	return append(notes, c.remarks()...)
}

// indicatorRow returns one row, its number still empty, and whether a period
// has no value.
func (c *composer) indicatorRow(ind catalogue.Indicator, periods []reports.Period, whole bool) (row paper.Row, gap bool) {
	row.Cells = [][]paper.Span{nil, cell(ind.Name), cell(ind.Unit)}
	for _, p := range periods {
		v := c.in.Totals.By[p][ind.Code].Value
		gap = gap || !v.Known()
		row.Cells = append(row.Cells, figureCell(ind, v, ref(ind.Code).In(p)))
	}
	if whole {
		v, _ := c.known(ind.Code)
		row.Cells = append(row.Cells, figureCell(ind, v, ref(ind.Code)), cell(c.line("how", c.how(ind, v))))
	}
	return row, gap
}

// sectionRow is the row with the name of a section.
func (c *composer) sectionRow(section string, columns int) paper.Row {
	row := paper.Row{Kind: paper.Section, Cells: make([][]paper.Span, columns)}
	name := c.t.cat.SectionName(section)
	if name == section && c.t.root.Lookup("section") != nil {
		name = c.line("section", section) // of a ward whose own catalogue names none yet
	}
	row.Cells[1] = cell(name)
	return row
}

// How is what the block "how" is given to say how a figure was added.
type How struct {
	Kind  string // as in the catalogue
	Over  string // of a ratio: "pooled" or "last"
	Parts string // of a ratio: "33/34", "" if only the percentage was given
}

func (c *composer) how(ind catalogue.Indicator, v reports.Value) How {
	h := How{Kind: string(ind.Kind), Over: ind.Over}
	if ind.Num != "" && ind.Kind == catalogue.Ratio {
		h.Parts = parted(v)
	}
	return h
}

// heads returns the n columns of a table from its block: heads parted by "|",
// one of numbers with ">" before it.
func (c *composer) heads(block string, n int) []paper.Column {
	out := make([]paper.Column, n)
	names := strings.Split(c.line(block, nil), "|")
	if len(names) != n && c.err == nil {
		c.err = fmt.Errorf("block %q has %d heads parted by |, want %d", block, len(names), n)
	}
	for i := range min(n, len(names)) {
		name, right := strings.CutPrefix(strings.TrimSpace(names[i]), ">")
		out[i].Head = name
		if right {
			out[i].Align = paper.Right
		}
	}
	out[0].Align = paper.Centre
	return out
}

// cell returns a cell of plain words.
func cell(s string) []paper.Span { return []paper.Span{{Text: plain(viet.Clean(s))}} }

// ref is the ward's figure of an indicator over the whole span.
func ref(code string) paper.Ref { return paper.Ref{Figure: code} }

// figureCell returns a cell with a number, which is the figure r; a dash says
// that there is none.
func figureCell(ind catalogue.Indicator, v reports.Value, r paper.Ref) []paper.Span {
	if !v.Known() {
		return cell("-")
	}
	s := printed(ind, v)
	s, _, _ = strings.Cut(strings.TrimSuffix(s, "%"), " ")
	return []paper.Span{{Text: s, Ref: r}}
}

// awardTable returns the list of awards, by year.
func (c *composer) awardTable() []paper.Block {
	if len(c.in.Awards) < minAwards {
		return nil
	}
	t := &paper.Table{Alt: c.line("alt awards", nil), Columns: c.heads("heads awards", 5)}
	for i, a := range byYear(c.in.Awards) {
		row := paper.Row{Cells: [][]paper.Span{cell(strconv.Itoa(i + 1))}}
		year := ""
		if a.Year > 0 {
			year = strconv.Itoa(a.Year)
		}
		for _, s := range []string{year, a.Form, a.Giver, a.For} {
			words := cell(s)
			words[0].Source = a.At.String()
			row.Cells = append(row.Cells, words)
		}
		t.Rows = append(t.Rows, row)
	}
	return []paper.Block{t}
}

// byYear orders awards by year, those of one year as in the ward's sheet and
// those without a year last.
func byYear(awards []reports.Award) []reports.Award {
	sorted := slices.Clone(awards)
	slices.SortStableFunc(sorted, func(a, b reports.Award) int {
		return cmp.Compare(uint(a.Year-1), uint(b.Year-1))
	})
	return sorted
}
