package typeset

import (
	"slices"
	"strconv"
)

// remarks are the notes of one part, numbered from 1 as they are met; equal ones
// are one.
type remarks struct {
	texts []string
	read  map[int]bool // those that stand in the structure
}

func (r *remarks) number(note string) int {
	i := slices.Index(r.texts, note)
	if i < 0 {
		i = len(r.texts)
		r.texts = append(r.texts, note)
	}
	return i + 1
}

// numeral is the number of a remark. The brackets keep it apart from a figure
// before it where the page is read as plain text.
func numeral(n int) string { return "(" + strconv.Itoa(n) + ")" }

// noteLines sets one remark for the foot of a page, behind its number.
func (s *setter) noteLines(n int) []box {
	f := s.p.Foot
	mark := s.fragment(numeral(n)+" ", 0, f.Size, &tie{note: n})
	st := setting{size: f.Size, pitch: f.Pitch, width: s.width, indent: mark.width}
	boxes := s.lines(plain(s.notes.texts[n-1]), st)
	if len(boxes) > 0 {
		boxes[0].items = slices.Insert(boxes[0].items, 0, item(text{
			y: s.face.baseline(f.Size, f.Pitch), width: mark.width, text: mark.text,
			size: noteMarkSize(f.Size), raise: noteMarkRaise(f.Size)}))
	}
	return boxes
}

// footRule is the height of the rule above remarks with the room around it.
func (s *setter) footRule() Length { return s.p.Foot.Gap + s.p.Foot.RuleWidth + 2*point }

// footHeight is the room that must be kept for lines of remarks: a third of the
// page at most, as further lines go on at the foot of the next.
func (s *setter) footHeight(lines int) Length {
	if lines == 0 {
		return 0
	}
	return min(s.footRule()+s.p.Foot.Pitch*Length(lines), s.height/3)
}

// noteNumbers lists the remarks that boxes lead to, each once.
func noteNumbers(boxes ...box) []int {
	var numbers []int
	for _, b := range boxes {
		for _, it := range b.items {
			if t, ok := it.(text); ok && t.tie != nil && t.tie.note > 0 && !slices.Contains(numbers, t.tie.note) {
				numbers = append(numbers, t.tie.note)
			}
		}
	}
	return numbers
}

// noteLineCount is how many lines remarks take.
func (s *setter) noteLineCount(numbers []int) int {
	lines := 0
	for _, n := range numbers {
		lines += len(s.noteLines(n))
	}
	return lines
}

// footLines sets the remarks that the boxes of a page lead to. In the structure
// a remark follows its number where that stands first.
func (s *setter) footLines(boxes []box) []box {
	var lines []box
	for _, n := range noteNumbers(boxes...) {
		var e *element
		if reference := referenceTo(n, boxes); reference != nil && !s.notes.read[n] {
			e = reference.child("Note")
			if s.notes.read == nil {
				s.notes.read = make(map[int]bool)
			}
			s.notes.read[n] = true
		}
		lines = append(lines, tagged(e, s.noteLines(n)...)...)
	}
	return lines
}

// referenceTo finds the number of a remark that is read, not only seen.
func referenceTo(n int, boxes []box) *element {
	for _, b := range boxes {
		for _, it := range b.items {
			if t, ok := it.(text); ok && t.tie != nil && t.tie.note == n && t.element != nil {
				return t.element
			}
		}
	}
	return nil
}

// withFoot puts lines of remarks at the foot of a page of which some is used,
// and gives those for which there is no room.
func (s *setter) withFoot(items []item, used Length, lines []box) (full []item, rest []box) {
	f := s.p.Foot
	room := int((s.height - used - s.footRule()) / f.Pitch)
	n := min(len(lines), max(0, room))
	if n == 0 {
		return items, lines
	}
	top := s.height - Length(n)*f.Pitch
	foot := box{items: items}
	foot.items = append(foot.items, rule{
		y1: top - 2*point, x2: min(f.Rule, s.width), y2: top - 2*point, thick: f.RuleWidth})
	for i, line := range lines[:n] {
		foot.place(0, top+Length(i)*f.Pitch, line.items...)
	}
	return foot.items, lines[n:]
}
