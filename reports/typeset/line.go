package typeset

import (
	"strings"

	"ccbreport/reports/paper"
)

// A setting is how a piece of text is set.
type setting struct {
	size, pitch Length
	style       paper.Style // added to that of the spans
	align       paper.Align // Natural: justified
	x           Length      // left edge within the text area
	width       Length
	indent      Length // of the first line
	hang        Length // of all other lines
	bound       bool   // phrases of the profile stay on one line
}

// lines sets spans as boxes of one line each.
func (s *setter) lines(spans []paper.Span, st setting) []box {
	words := s.words(spans, st.style, st.size)
	if st.bound {
		s.rule.bind(words)
	}
	broken := s.breakLines(words, st.size, st.width-st.indent, st.width-st.hang, st.fit())
	boxes := make([]box, len(broken))
	baseline := s.face.baseline(st.size, st.pitch)
	for i, line := range broken {
		shift := st.hang
		if i == 0 {
			shift = st.indent
		}
		boxes[i] = box{
			height: st.pitch,
			items:  placeLine(line, st, st.x+shift, baseline, st.width-shift, i == len(broken)-1),
		}
	}
	return boxes
}

func (st setting) fit() fit {
	switch st.align {
	case paper.Natural:
		return justified
	case paper.Centre:
		return balanced
	default:
		return ragged
	}
}

// placeLine places one line of words between x and x+width.
func placeLine(words []word, st setting, x, baseline, width Length, last bool) []item {
	slack := width - lineWidth(words)
	stretched := Length(0)
	switch st.align {
	case paper.Natural:
		if !last {
			stretched = max(0, slack)
		}
	case paper.Centre:
		x += slack / 2
	case paper.Right:
		x += slack
	}
	return runs(words, stretched, text{x: x, y: baseline, size: st.size})
}

// lineWidth is the natural width of words on one line.
func lineWidth(words []word) Length {
	var width Length
	for i, w := range words {
		if i > 0 {
			width += w.space.width
		}
		width += w.width
	}
	return width
}

// runs joins the words of a line into one text for each change of style or tie,
// from the place of start on, and shares stretched out among the spaces.
func runs(words []word, stretched Length, start text) []item {
	var items []item
	spaces, given := 0, Length(0)
	for _, w := range words[1:] {
		spaces += len(w.space.text)
	}
	run := start
	put := func(f fragment, extra Length) {
		if run.text != "" && !f.joins(fragment{style: run.style, tie: run.tie}) {
			items = append(items, run)
			run = text{x: run.x + run.width, y: run.y, size: start.size}
		}
		run.style, run.tie = f.style, f.tie
		if f.tie != nil && f.tie.note > 0 {
			run.size, run.raise = noteMarkSize(start.size), noteMarkRaise(start.size)
		}
		run.text += f.text
		run.width += f.width + extra
		run.stretch = run.stretch || extra > 0
	}
	seen := 0
	for i, w := range words {
		if i > 0 {
			seen += len(w.space.text)
			extra := stretched.scaled(seen, spaces) - given
			given += extra
			put(w.space, extra)
		}
		for _, f := range w.fragments {
			put(f, 0)
		}
	}
	return append(items, run)
}

// line sets words that are known to fit on one line.
func (s *setter) line(content string, st setting) box {
	content = strings.Map(plainSpace, s.clean(content, st.style))
	if content == "" {
		return box{height: st.pitch}
	}
	width := s.face.measure(content, st.style, st.size)
	run := text{x: st.x, y: s.face.baseline(st.size, st.pitch), width: width, size: st.size, style: st.style, text: content}
	switch st.align {
	case paper.Centre:
		run.x += (st.width - width) / 2
	case paper.Right:
		run.x += st.width - width
	}
	return box{height: st.pitch, items: []item{run}}
}

// textWidth is the width from the left edge of the first text in a box to the
// right edge of the last.
func textWidth(b box) Length {
	right := rightEdge(b)
	left := right
	for _, it := range b.items {
		if t, ok := it.(text); ok {
			left = min(left, t.x)
		}
	}
	return right - left
}

// rightEdge is where the last text in a box ends.
func rightEdge(b box) Length {
	var right Length
	for _, it := range b.items {
		if t, ok := it.(text); ok {
			right = max(right, t.x+t.width)
		}
	}
	return right
}

// plain makes a span of the template's own words.
func plain(content string) []paper.Span { return []paper.Span{{Text: content}} }

// centredRule is a rule in the middle of a column.
func centredRule(x, width, length, y, thick Length) rule {
	left := x + (width-length)/2
	return rule{x1: left, y1: y, x2: left + length, y2: y, thick: thick}
}
