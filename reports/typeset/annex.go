package typeset

import (
	"strings"

	"ccbreport/reports/paper"
)

// annexHead sets label, title and reference of an annex, with a short rule.
func (s *setter) annexHead(a paper.Annex) []box {
	st := setting{
		size: s.p.Annex.Size, pitch: s.p.Annex.Pitch, style: paper.Bold, bound: true,
		align: paper.Centre, width: s.width,
	}
	boxes := append(s.lines(plain(a.Label), st), s.lines(plain(a.Title), st)...)
	tagged(s.section.child("H2"), boxes...)
	st.size, st.style = s.p.Annex.ReferenceSize, paper.Italic
	boxes = append(boxes, tagged(s.section.child("P"), s.lines(plain(a.Reference), st)...)...)
	if len(boxes) == 0 {
		return nil
	}
	last := &boxes[len(boxes)-1]
	*last = s.ruled(*last, 0, s.width, s.p.Annex.Rule)
	last.height += s.p.Annex.After
	keepLast(boxes, len(boxes))
	title := strings.TrimSpace(a.Label + ". " + a.Title)
	boxes[0].items = append(boxes[0].items, bookmark{title: title})
	return boxes
}
