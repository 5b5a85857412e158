package typeset

import (
	"strings"

	"ccbreport/reports/paper"
)

// title sets kind and subject (slot 5a) with the rule below, a third to a half
// of the last line, or with the profile's mark.
func (s *setter) title(h paper.Head) []box {
	margin := s.width.scaled(100-s.p.Title.Width, 200)
	st := setting{
		size: s.p.Title.Size, pitch: s.p.Title.Pitch, style: paper.Bold, bound: true,
		align: paper.Centre, x: margin, width: s.width - 2*margin,
	}
	boxes := append(s.lines(plain(h.Kind), st), s.lines(plain(h.Subject), st)...)
	if len(boxes) == 0 {
		return nil
	}
	tagged(s.section.child("H1"), boxes...)
	last := &boxes[len(boxes)-1]
	if s.p.Title.Mark != "" {
		boxes = append(boxes, tagged(nil, s.line(s.p.Title.Mark, st))...)
	} else {
		*last = s.ruled(*last, st.x, st.width, textWidth(*last).scaled(s.p.Title.Rule, 100))
	}
	keepLast(boxes, len(boxes))
	return spaced(s.p.Head.After, boxes)
}

// recipients sets "Kính gửi:" (slot 9a): one recipient on its line; several one
// under the other, their dashes under the colon.
func (s *setter) recipients(to []string) []box {
	if len(to) == 0 {
		return nil
	}
	st := setting{size: s.p.Body.Size, pitch: s.p.To.Pitch, align: paper.Left}
	label := strings.TrimRight(s.p.Words.To, ": ")
	stem := s.face.measure(label, 0, st.size)
	var boxes []box
	if len(to) == 1 {
		st.align, st.width = paper.Centre, s.width
		boxes = tagged(s.section.child("P"), s.lines(plain(s.p.Words.To+" "+to[0]), st)...)
	} else {
		st.hang = s.face.measure("- ", 0, st.size)
		boxes = s.recipientList(to, st, stem)
	}
	keepLast(boxes, len(boxes))
	return spaced(s.p.Title.After, boxes)
}

// recipientList sets several recipients, with label and list together in the
// middle of the page.
func (s *setter) recipientList(to []string, st setting, stem Length) []box {
	items := listed(to)
	room := s.width - stem
	longest := Length(0)
	for _, item := range items {
		longest = max(longest, s.face.measure(s.clean(item, 0), 0, st.size))
	}
	st.width = min(longest, room)
	left := (s.width - stem - st.width) / 2
	st.x = left
	boxes := tagged(s.section.child("P"), s.line(s.p.Words.To, st))
	st.x = left + stem
	return append(boxes, s.list(items, st)...)
}

// list sets the items of a list, each with its dash and mark.
func (s *setter) list(items []string, st setting) []box {
	list := s.section.child("L")
	var boxes []box
	for _, item := range items {
		boxes = append(boxes, tagged(list.child("LI").child("LBody"), s.lines(plain(item), st)...)...)
	}
	return boxes
}

// listed gives a list of names as the decree writes it: "- …;" and a full stop
// after the last.
func listed(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		mark := ";"
		if i == len(names)-1 {
			mark = "."
		}
		list[i] = "- " + strings.TrimRight(name, " .;") + mark
	}
	return list
}
