package compose

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

const sourcesAnnex = "sources"

// An origin is a row of the annex of sources: a figure that the document prints,
// or the ward's own words in one slot.
type origin struct {
	part  Part
	ref   paper.Ref     // of a figure, as it is printed first
	words Words         // of what is no figure
	spans []*paper.Span // where it is printed, in order
	cells []reports.Cell
}

// Part is what the block "sources part" is given to name a part of the annex:
// the figures of the body, those that only the annexes print, and what the ward
// wrote in one workbook.
type Part struct {
	Kind string // "body", "annexes" or "words"
	File string // of words; absent where it goes without saying
}

// Words is what the block "sources words" is given to name a row that stands for
// words, and to say how much there is.
type Words struct {
	Kind  string // "text", "awards" or "photos"
	Slot  string // of a text: the name of its place in the template
	Count int    // lines of the ward's sheet
}

// sourcesTable is the table of the annex of sources. Its rows are known when all
// else is said, so it is filled last; it is there if anything can be told.
func (c *composer) sourcesTable() []paper.Block {
	if len(c.in.Totals.Figures) == 0 && len(c.in.Awards) == 0 && len(c.words) == 0 {
		return nil
	}
	c.sources = &paper.Table{Alt: c.line("alt sources", nil), Columns: c.heads("heads sources", 5)}
	return []paper.Block{c.sources}
}

// fillSources writes the rows of the annex of sources and ties each to the
// document: every place that prints its figure leads to the row, and the row to
// the first of them. What a place says is not changed.
//
// The figures of the body stand first, as they are met. A figure that only the
// annexes print has a row for all its periods and branches: each of them by
// itself would make a book that nobody reads, and explain and so-lieu.xlsx have
// them cell by cell.
func (c *composer) fillSources(doc *paper.Document) {
	if c.sources == nil {
		return
	}
	lists := c.t.Lists(c.in)
	own := c.ownFile()
	var part Part
	for i, o := range c.origins(doc) {
		if o.part != part {
			part = o.part
			c.sources.Rows = append(c.sources.Rows, c.partRow(part, own))
		}
		var row paper.Row
		if o.ref.Figure != "" {
			row = c.figureRow(o, lists, own)
		} else {
			row = c.wordsRow(o)
		}
		c.tieRow(&row, i+1, o)
		c.sources.Rows = append(c.sources.Rows, row)
	}
	c.sources.Notes = []string{c.line("note sources", c.fact(own))}
}

// ownFile is the one workbook in which the ward wrote all of its own, "" if there
// are several: its name then need not stand in every row.
func (c *composer) ownFile() string {
	var files []string
	add := func(at reports.Cell) {
		if !slices.Contains(files, at.File) {
			files = append(files, at.File)
		}
	}
	for _, f := range c.in.Totals.Figures {
		for _, e := range f.From {
			if e.Unit == reports.Ward {
				add(e.At)
			}
		}
	}
	for _, p := range c.in.Paragraphs {
		add(p.At)
	}
	for _, a := range c.in.Awards {
		add(a.At)
	}
	if len(files) != 1 {
		return ""
	}
	return files[0]
}

func (c *composer) partRow(part Part, own string) paper.Row {
	if part.File == own {
		part.File = ""
	}
	part.File = c.fact(part.File)
	return paper.Row{Kind: paper.Section, Cells: [][]paper.Span{nil, cell(c.line("sources part", part)), nil, nil, nil}}
}

// tieRow numbers a row and binds it to the places that it tells of.
func (c *composer) tieRow(row *paper.Row, number int, o origin) {
	n := strconv.Itoa(number)
	here, there := "source-"+n, "printed-"+n
	row.Cells[0] = []paper.Span{{Text: n, Anchor: here}}
	for i, s := range o.spans {
		if i == 0 {
			s.Anchor = there
			row.Cells[2][0].Link, row.Cells[2][0].Leads = there, c.line("sources link", "")
		}
		if o.ref.Figure != "" {
			s.Link, s.Leads = here, c.line("sources link", n)
		}
	}
}

// figureRow says of a figure what it is and how it was made of which cells.
func (c *composer) figureRow(o origin, lists map[string]reports.Figure, own string) paper.Row {
	ind, _ := c.t.cat.Indicator(o.ref.Figure)
	f := c.figureOf(o, lists)
	how := c.sourceHow(ind, f)
	return paper.Row{Cells: [][]paper.Span{
		nil, cell(ind.Name), cell(amount(ind, f.Value)), cell(c.line("sources how", how)),
		cell(c.line("sources cells", c.where(spots(f.From), own))),
	}}
}

// wordsRow says where the ward wrote words of its own. The heading above names the
// workbook.
func (c *composer) wordsRow(o origin) paper.Row {
	name := o.words
	name.Slot = c.fact(name.Slot)
	count := Words{Kind: o.words.Kind, Count: len(o.cells)}
	return paper.Row{Cells: [][]paper.Span{
		nil, cell(c.line("sources words", name)), cell(c.line("sources words", count)),
		cell(c.line("sources how", SourceHow{How: How{Kind: o.words.Kind}})),
		cell(c.line("sources cells", c.where(together(o.cells), o.part.File))),
	}}
}

// figureOf is the figure over the whole span if it has one, else the one that is
// printed first.
func (c *composer) figureOf(o origin, lists map[string]reports.Figure) reports.Figure {
	if f, ok := lists[o.ref.Figure]; ok {
		return f
	}
	if f := c.in.Totals.Figures[o.ref.Figure]; f.Value.Known() {
		return f
	}
	if own, ok := c.in.Totals.By[o.ref.Over()]; ok {
		return own[o.ref.Figure]
	}
	return c.in.Totals.Units[o.ref.Unit][o.ref.Figure]
}

// amount is the value with its unit: "1.862 người".
func amount(ind catalogue.Indicator, v reports.Value) string {
	s := printed(ind, v)
	if ind.Money() || ind.Percent() {
		return s
	}
	return s + " " + ind.Unit
}

// SourceHow is what the block "sources how" is given to say how a figure was
// made of its cells, or that words were copied. A value that is absent takes its
// clause along.
type SourceHow struct {
	How
	Num, Den string // of an average: what is divided by what
	Branches string // how many branches gave it; absent if only the ward did
	Periods  string // how many periods of tables were added; absent for one
	Lines    string // how many lines of logs were added, or of a list counted
	Log      bool   // all of it stood in logs
	Ward     bool   // only the ward gave it
	Several  bool   // more than one cell was added
}

func (c *composer) sourceHow(ind catalogue.Indicator, f reports.Figure) SourceHow {
	name := func(code string) string {
		part, _ := c.t.cat.Indicator(code)
		return c.fact(viet.LowerFirst(part.Name))
	}
	var branches []reports.UnitID
	var periods []reports.Period // of tables: each line of a log has a day of its own
	lines, table := 0, false
	for _, e := range f.From {
		if e.Unit != reports.Ward && !slices.Contains(branches, e.Unit) {
			branches = append(branches, e.Unit)
		}
		counted := ind.Kind == catalogue.List || e.Source == reports.FromLog
		if counted {
			lines++
		} else if !slices.Contains(periods, e.Period) {
			periods = append(periods, e.Period)
		}
		table = table || !counted
	}
	h := SourceHow{
		How: c.how(ind, f.Value), Num: name(ind.Num), Den: name(ind.Den),
		Branches: c.any(len(branches)), Periods: c.absent(), Lines: c.any(lines),
		Log: !table, Ward: len(branches) == 0, Several: len(f.From) > 1,
	}
	if len(periods) > 1 {
		h.Periods = c.any(len(periods))
	}
	return h
}

// origins returns the rows of the annex in order: the figures of the body, those
// of the annexes alone, the ward's words.
func (c *composer) origins(doc *paper.Document) []origin {
	t := tracer{figures: map[string]*origin{}, words: map[string]*origin{}, slots: c.slotsByCell()}
	t.part = Part{Kind: "body"}
	t.blocks(doc.Body)
	t.part = Part{Kind: "annexes"}
	for _, a := range doc.Annexes {
		t.blocks(a.Body)
	}
	t.photos(c.in.Photos)
	var parts []Part
	byPart := map[Part][]origin{}
	for _, o := range t.order {
		if len(o.spans) == 0 && o.words.Kind == "awards" {
			continue // all of them stand in the rows of their figures
		}
		if byPart[o.part] == nil {
			parts = append(parts, o.part)
		}
		byPart[o.part] = append(byPart[o.part], *o)
	}
	figures := func(p Part) int { return slices.Index([]string{"words", "annexes", "body"}, p.Kind) }
	slices.SortStableFunc(parts, func(a, b Part) int { return figures(b) - figures(a) })
	var all []origin
	for _, p := range parts {
		all = append(all, byPart[p]...)
	}
	return all
}

// slotsByCell says which slot of the template took the paragraph of a cell.
func (c *composer) slotsByCell() map[string]string {
	slots := map[string]string{}
	for name, paragraphs := range c.words {
		for _, p := range paragraphs {
			slots[p.At.String()] = viet.Clean(name)
		}
	}
	return slots
}
