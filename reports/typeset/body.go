package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"ccbreport/reports/paper"
)

const headingLevels = 4

// body sets blocks one under the other.
func (s *setter) body(blocks []paper.Block) []box {
	var boxes []box
	for _, b := range blocks {
		if s.ctx.Err() != nil {
			return nil // PDF says so
		}
		switch b := b.(type) {
		case *paper.Heading:
			boxes = append(boxes, s.heading(b)...)
		case *paper.Paragraph:
			boxes = append(boxes, s.paragraph(b)...)
		case *paper.Table:
			boxes = append(boxes, s.table(b)...)
		case *paper.Chart:
			boxes = append(boxes, s.chart(b)...)
		case *paper.Photos:
			boxes = append(boxes, s.photos(b)...)
		default:
			panic(fmt.Sprintf("typeset: block of type %T", b))
		}
	}
	return boxes
}

// paragraph sets running text; a page neither begins nor ends with a single
// line of it.
func (s *setter) paragraph(p *paper.Paragraph) []box {
	st := s.bodySetting()
	st.align = p.Align
	if p.Align == paper.Natural || p.Align == paper.Left {
		st.indent = s.p.Body.Indent
	}
	boxes := spaced(s.p.Body.Gap, tagged(s.section.child("P"), s.lines(p.Spans, st)...))
	if n := len(boxes); n > 1 {
		boxes[0].keep = true
		boxes[n-2].keep = true
	}
	return boxes
}

func (s *setter) bodySetting() setting {
	return setting{size: s.p.Body.Size, pitch: s.p.Body.Pitch, width: s.width}
}

// heading sets a title and keeps it with what follows. A Phần stands centred,
// its label on a line of its own; all others begin where a paragraph does.
func (s *setter) heading(h *paper.Heading) []box {
	level := min(max(h.Level, 0), headingLevels-1)
	st := s.bodySetting()
	st.style, st.bound = s.p.Heading.Style[level].Style, true
	var boxes []box
	if level == 0 {
		st.align = paper.Centre
		boxes = append(s.lines(plain(h.Label), st), s.lines(h.Title, st)...)
	} else {
		st.align, st.indent = paper.Left, s.p.Body.Indent
		stopped := *h
		if label, ok := strings.CutSuffix(h.Label, "."); ok {
			stopped.Label = label + s.p.Heading.Stop[level]
		}
		h = &stopped
		boxes = s.lines(labelled(h), st)
	}
	boxes = spaced(s.p.Heading.Before[level], tagged(s.section.child(headingRole(level)), boxes...))
	keepLast(boxes, len(boxes))
	if len(boxes) > 0 {
		title := plainText(labelled(h))
		if level == 0 && h.Label != "" {
			title = h.Label + ". " + plainText(h.Title)
		}
		boxes[0].items = append(boxes[0].items, bookmark{level: level, title: title})
	}
	return boxes
}

// headingRole is the role of a heading in the structure; H1 is the document's
// title.
func headingRole(level int) string { return "H" + strconv.Itoa(level+2) }

// labelled gives a heading's label and title as one line of spans.
func labelled(h *paper.Heading) []paper.Span {
	if h.Label == "" {
		return h.Title
	}
	return append(plain(h.Label+" "), h.Title...)
}

func plainText(spans []paper.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return strings.TrimSpace(b.String())
}

// ended gives blocks whose last words are followed by end ("./."), which takes
// the place of a full stop. Blocks that end with a table get a line of it.
func ended(blocks []paper.Block, end string) []paper.Block {
	if end == "" || len(blocks) == 0 {
		return blocks
	}
	last := len(blocks) - 1
	ended := append(make([]paper.Block, 0, last+2), blocks...)
	if _, isText := blocks[last].(*paper.Paragraph); end == "." && !isText {
		return ended // a full stop has no line of its own
	}
	switch b := blocks[last].(type) {
	case *paper.Paragraph:
		p := *b
		p.Spans = endedSpans(b.Spans, end)
		ended[last] = &p
	case *paper.Table:
		if len(b.Notes) == 0 {
			return append(ended, &paper.Paragraph{Spans: plain(end)})
		}
		t := *b
		t.Notes = append([]string(nil), b.Notes...)
		t.Notes[len(t.Notes)-1] = endedText(t.Notes[len(t.Notes)-1], end)
		ended[last] = &t
	default:
		ended = append(ended, &paper.Paragraph{Spans: plain(end)})
	}
	return ended
}

func endedSpans(spans []paper.Span, end string) []paper.Span {
	out := append([]paper.Span(nil), spans...)
	for i := len(out) - 1; i >= 0; i-- {
		if strings.TrimSpace(out[i].Text) != "" {
			out[i].Text = endedText(out[i].Text, end)
			return out
		}
	}
	return plain(end)
}

func endedText(s, end string) string {
	s = strings.TrimRight(s, " ")
	if strings.HasSuffix(s, end) {
		return s
	}
	return strings.TrimRight(s, ".") + end
}
