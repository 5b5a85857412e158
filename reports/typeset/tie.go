package typeset

import "ccbreport/reports/paper"

// A tie is what binds a run of text to another place of the document.
type tie struct {
	anchor  string   // the name of this place; "" for none
	link    string   // the name of the place that it leads to; "" for none
	leads   string   // in words, where the link leads; "" for the run itself
	note    int      // the run is the number of this remark at the foot of the page; 0 for none
	element *element // of the structure, within that of the text around; nil if there is only an anchor
}

// tie gives what a span is bound to; nil for most.
func (s *setter) tie(span paper.Span) *tie {
	if span.Anchor == "" && span.Link == "" {
		return nil
	}
	t := &tie{anchor: span.Anchor, link: span.Link, leads: span.Leads}
	if t.link != "" {
		t.element = &element{role: "Link"}
	}
	return t
}

// noteMark gives the number of a remark, small and high.
func (s *setter) noteMark(note string, style paper.Style, size Length) fragment {
	n := s.notes.number(note)
	t := &tie{note: n, element: &element{role: "Reference"}}
	return s.fragment(numeral(n), style&^paper.Bold, size, t)
}

// fragment measures a piece of text.
func (s *setter) fragment(content string, style paper.Style, size Length, t *tie) fragment {
	if t != nil && t.note > 0 {
		size = noteMarkSize(size)
	}
	return fragment{text: content, style: style, tie: t, width: s.face.measure(content, style, size)}
}

// The number of a remark has two thirds of the size and stands a third higher.
func noteMarkSize(size Length) Length  { return size.scaled(2, 3) }
func noteMarkRaise(size Length) Length { return size.scaled(1, 3) }

// resolveLinks makes plain text of links that lead nowhere.
func resolveLinks(pages []page) {
	places := make(map[string]bool)
	for t := range ties(pages) {
		places[t.anchor] = true
	}
	for _, pg := range pages {
		for _, it := range pg.items {
			if b, ok := it.(bookmark); ok {
				places[b.anchor] = true
			}
		}
	}
	for t := range ties(pages) {
		if t.link != "" && !places[t.link] {
			t.link, t.element.role = "", "Span"
		}
	}
}

// ties visits the ties of all texts, as often as they stand on pages.
func ties(pages []page) func(yield func(*tie) bool) {
	return func(yield func(*tie) bool) {
		for _, pg := range pages {
			for _, it := range pg.items {
				if t, ok := it.(text); ok && t.tie != nil && !yield(t.tie) {
					return
				}
			}
		}
	}
}
