package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Line is a piece of a document that is read as one: a title, a paragraph, a
// row of a table, a bar of a chart, a caption.
type Line struct {
	Section string   // where it stands: "Phần I / III. / 2. / b) Thăm hỏi, tặng quà"
	Kind    LineKind //
	Spans   []Span
	Cells   [][]Span // of a Row: the same spans, cell by cell
	Table   *Table   // of a Row
}

// A LineKind says what a line is.
type LineKind int

const (
	Title    LineKind = iota // of a heading
	Prose                    // a paragraph
	TableRow                 // a row of a table, its cells parted by " | "
	Bar                      // a label of a chart with its amounts
	Caption                  // of a photo or a chart, a note under a table
)

// Text returns the words of the line.
func (l Line) Text() string { return plain(l.Spans) }

func plain(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Lines returns what the document says, its body and annexes line by line, in
// order. The annex of sources is no part of that: its rows stand for cells, and
// are full of names of files that nobody reads as words.
func (d *Document) Lines() []Line {
	r := &reader{}
	r.read(d.Body)
	for _, a := range d.Annexes {
		if a.Sources {
			continue
		}
		r.heads, r.annex = nil, a.Label+". "+a.Title
		r.read(a.Body)
	}
	return r.lines
}

// A reader walks through blocks and knows under which headings it is.
type reader struct {
	annex string // label and title, "" in the body
	heads []*Heading
	lines []Line
}

func (r *reader) read(blocks []Block) {
	for _, block := range blocks {
		switch b := block.(type) {
		case *Heading:
			r.under(b)
			r.add(Title, b.Title)
		case *Paragraph:
			r.add(Prose, b.Spans)
		case *Table:
			r.table(b)
		case *Chart:
			r.chart(b)
		case *Photos:
			for _, p := range b.Items {
				r.add(Caption, []Span{{Text: p.Caption}})
			}
		}
	}
}

func (r *reader) add(kind LineKind, spans []Span) {
	r.lines = append(r.lines, Line{Section: r.section(), Kind: kind, Spans: spans})
}

// under goes below the heading h.
func (r *reader) under(h *Heading) {
	for len(r.heads) > 0 && r.heads[len(r.heads)-1].Level >= h.Level {
		r.heads = r.heads[:len(r.heads)-1]
	}
	r.heads = append(r.heads, h)
}

// section names the headings above by their labels, the nearest in full.
func (r *reader) section() string {
	var parts []string
	if r.annex != "" {
		parts = append(parts, r.annex)
	}
	for i, h := range r.heads {
		name := h.Label
		if i == len(r.heads)-1 {
			name += " " + plain(h.Title)
		}
		if name = strings.TrimSpace(name); name != "" { // a heading that is alone has no label
			parts = append(parts, name)
		}
	}
	return strings.Join(parts, " / ")
}

func (r *reader) table(t *Table) {
	for _, row := range t.Rows {
		var spans []Span
		for i, cell := range row.Cells {
			if i > 0 {
				spans = append(spans, Span{Text: " | "})
			}
			spans = append(spans, cell...)
		}
		r.add(TableRow, spans)
		last := &r.lines[len(r.lines)-1]
		last.Cells, last.Table = row.Cells, t
	}
	for _, note := range t.Notes {
		r.add(Caption, []Span{{Text: note}})
	}
}

func (r *reader) chart(c *Chart) {
	r.add(Caption, []Span{{Text: c.Title}})
	for i, label := range c.Labels {
		spans := []Span{{Text: label}}
		for _, s := range c.Series {
			a := s.Amounts[i]
			spans = append(spans, Span{Text: " | "}, Span{Text: a.Text, Ref: a.Ref})
		}
		r.add(Bar, spans)
	}
}

// Sentences cuts a line of prose into its sentences; any other line is one.
func (l Line) Sentences() []Line {
	if l.Kind != Prose {
		return []Line{l}
	}
	text, rest := l.Text(), l.Spans
	var out []Line
	for text != "" {
		n := sentence(text)
		var own []Span
		own, rest = cut(rest, n)
		out = append(out, Line{Section: l.Section, Kind: l.Kind, Spans: own})
		text = text[n:]
	}
	return out
}

// sentence returns the length of the first sentence of text with the space
// behind it. A mark ends it only if a capital or a quotation follows.
func sentence(text string) int {
	for i, r := range text {
		if !strings.ContainsRune(".?!", r) {
			continue
		}
		next := strings.TrimLeft(text[i+1:], "”")
		gap := strings.TrimLeft(next, " ")
		first, _ := utf8.DecodeRuneInString(gap)
		if len(gap) < len(next) && (unicode.IsUpper(first) || unicode.IsDigit(first) || first == '“') {
			return len(text) - len(gap)
		}
	}
	return len(text)
}

// cut parts spans after n bytes of their text.
func cut(spans []Span, n int) (before, after []Span) {
	for i, s := range spans {
		if n < len(s.Text) {
			head, tail := s, s
			head.Text, tail.Text = s.Text[:n], s.Text[n:]
			if n > 0 {
				before = append(before, head)
			}
			return before, append([]Span{tail}, spans[i+1:]...)
		}
		before = append(before, s)
		n -= len(s.Text)
	}
	return before, nil
}

// A Place is where a document prints a figure.
type Place struct {
	Ref
	Text     string // as printed
	Section  string
	Sentence string // or the row, the bar
}

// Places returns every place where the document prints a figure, in order.
// Neighbouring words that one figure bears ("3", "năm liền") are places of
// their own.
func (d *Document) Places() []Place {
	var places []Place
	for _, line := range d.Lines() {
		for _, s := range line.Sentences() {
			for _, span := range s.Spans {
				if span.Figure != "" {
					places = append(places, Place{span.Ref, span.Text, s.Section, strings.TrimSpace(s.Text())})
				}
			}
		}
	}
	return places
}
