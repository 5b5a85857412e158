package compose

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A tracer walks through a document and gathers, in order, what it prints that
// stood in a cell.
type tracer struct {
	part    Part              // of the annex of sources, for figures that are met first now
	slots   map[string]string // by the cell of a paragraph
	order   []*origin
	figures map[string]*origin // by code
	words   map[string]*origin // by kind and slot
}

func (t *tracer) blocks(blocks []paper.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *paper.Heading:
			t.spans(b.Title)
		case *paper.Paragraph:
			t.spans(b.Spans)
		case *paper.Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					t.spans(cell)
				}
			}
		case *paper.Chart:
			t.chart(b)
		}
	}
}

// chart gathers the figures of a chart. They cannot be tied: a chart is one
// picture.
func (t *tracer) chart(c *paper.Chart) {
	for _, s := range c.Series {
		for _, a := range s.Amounts {
			if a.Figure != "" {
				t.figure(a.Ref)
			}
		}
	}
}

func (t *tracer) spans(spans []paper.Span) {
	for i := range spans {
		s := &spans[i]
		if s.Figure != "" {
			o := t.figure(s.Ref)
			o.spans = append(o.spans, s)
		}
		if s.Source != "" {
			t.prose(s)
		}
	}
}

func (t *tracer) figure(r paper.Ref) *origin {
	o := t.figures[r.Figure]
	if o == nil {
		o = &origin{part: t.part, ref: r}
		t.figures[r.Figure] = o
		t.order = append(t.order, o)
	}
	return o
}

// prose gathers words of the ward: a paragraph by its slot, all awards as one.
// Words that bear a figure too lead to the figure's row: the place of awards is
// their list, and of one that nothing counts the sentence that names it.
func (t *tracer) prose(s *paper.Span) {
	kind, slot := "text", t.slots[s.Source]
	if slot == "" {
		kind = "awards"
	}
	for i, at := range strings.Split(s.Source, ", ") {
		c := reports.ParseCell(at)
		o := t.wordsOf(kind, slot, c)
		if s.Figure == "" && len(o.spans) == 0 && i == 0 {
			o.spans = append(o.spans, s)
		}
		if !slices.Contains(o.cells, c) {
			o.cells = append(o.cells, c)
		}
	}
}

// wordsOf is the row for words of one kind; the first cell that is met says in
// which workbook they stand.
func (t *tracer) wordsOf(kind, slot string, at reports.Cell) *origin {
	o := t.words[kind+slot]
	if o == nil {
		o = &origin{part: Part{Kind: "words", File: at.File}, words: Words{Kind: kind, Slot: slot}}
		t.words[kind+slot] = o
		t.order = append(t.order, o)
	}
	return o
}

// photos gathers the photos that the ward's sheet names, by the lines of their
// captions.
func (t *tracer) photos(photos []paper.Photo) {
	for _, p := range photos {
		if p.Source == "" {
			continue
		}
		at := reports.ParseCell(p.Source)
		o := t.wordsOf("photos", "", at)
		o.cells = append(o.cells, at)
	}
}
