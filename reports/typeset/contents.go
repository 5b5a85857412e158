package typeset

import (
	"strconv"
	"strings"

	"ccbreport/reports/paper"
)

// A contentsEntry is one line of the table of contents.
type contentsEntry struct {
	title  string
	level  int
	number string // what stands at the right: a page of the main part, or how many pages an annex has
	anchor string
}

// contents sets the table of contents as the last sheets of a long document. It
// stands behind what it lists, as in Vietnamese books: the first page belongs to
// the decree's head, and no number moves when it is added.
func (s *setter) contents(parts [][]page, draft *paper.Draft) []page {
	if len(parts[0]) < s.p.Contents.From {
		return nil
	}
	entries := s.contentsEntries(parts)
	s.turn(false)
	s.notes = remarks{}
	c := s.p.Contents
	s.section = s.section.child("Sect")
	st := setting{size: c.Size, pitch: c.Pitch, style: paper.Bold, align: paper.Centre, width: s.width}
	boxes := tagged(s.section.child("H2"), s.lines(plain(s.p.Words.Contents), st)...)
	keepLast(boxes, len(boxes))
	if len(boxes) > 0 {
		boxes[0].items = append(boxes[0].items, bookmark{title: s.p.Words.Contents})
	}
	toc := s.section.child("TOC")
	for _, e := range entries {
		boxes = append(boxes, s.contentsLines(e, toc.child("TOCI"))...)
	}
	return s.part(boxes, false, draft)
}

// contentsEntries lists the headings of the main part and the annexes, and names
// their places so that the entries lead there.
func (s *setter) contentsEntries(parts [][]page) []contentsEntry {
	var entries []contentsEntry
	for i, part := range parts {
		for n, pg := range part {
			for j, it := range pg.items {
				b, ok := it.(bookmark)
				annex := i > 0
				if !ok || b.level >= s.p.Contents.Depth || annex && b.level > 0 {
					continue
				}
				e := contentsEntry{title: b.title, level: b.level, number: strconv.Itoa(n + 1)}
				if annex {
					e.number = strings.ReplaceAll(s.p.Words.Sheets, "{pages}", strconv.Itoa(len(part)))
				}
				e.anchor = "contents " + strconv.Itoa(len(entries)+1)
				b.anchor = e.anchor
				pg.items[j] = b
				entries = append(entries, e)
			}
		}
	}
	return entries
}

// contentsLines sets an entry: its title, dots up to the right, its page.
func (s *setter) contentsLines(e contentsEntry, node *element) []box {
	c := s.p.Contents
	number := s.line(e.number, setting{size: c.Size, pitch: c.Pitch, align: paper.Right, width: s.width})
	indent := c.Indent * Length(e.level)
	st := setting{
		size: c.Size, pitch: c.Pitch, align: paper.Left, x: indent, hang: c.Indent,
		width: s.width - indent - textWidth(number) - c.Indent,
	}
	if e.level == 0 {
		st.style = paper.Bold
	}
	boxes := s.lines([]paper.Span{{Text: e.title, Link: e.anchor}}, st)
	if len(boxes) == 0 {
		return nil
	}
	keepLast(boxes[:len(boxes)-1], len(boxes)-1)
	last := &boxes[len(boxes)-1]
	from := rightEdge(*last)
	last.items = append(last.items, number.items...)
	tagged(node, boxes...)
	last.items = append(last.items, s.leader(from, s.width-textWidth(number))...)
	return spaced(c.Gap, boxes)
}

// leader sets dots between two places of a line. Those of all lines stand below
// each other.
func (s *setter) leader(from, to Length) []item {
	const dot = ". "
	c := s.p.Contents
	step := s.face.measure(dot, 0, c.Size)
	first, last := from/step+2, to/step-1
	if last <= first {
		return nil
	}
	n := last - first
	return []item{text{
		x: first * step, y: s.face.baseline(c.Size, c.Pitch), width: n * step, size: c.Size,
		text: strings.TrimRight(strings.Repeat(dot, int(n)), " "),
	}}
}
