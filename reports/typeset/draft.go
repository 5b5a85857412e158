package typeset

import "ccbreport/reports/paper"

// draftMark sets "DỰ THẢO" in a frame at the right of the top margin, measured
// from the paper's edge.
func (s *setter) draftMark(mark string, paperWidth Length) []item {
	d := s.p.Draft
	st := setting{size: d.Size, pitch: s.leaded(d.Size), style: paper.Bold}
	line := s.line(mark, st)
	width := textWidth(line) + 2*d.PaddingX
	left := paperWidth - s.p.Page.Right - width
	var b box
	b.place(left+d.PaddingX, d.Top+d.PaddingY, line.items...)
	return append(b.items, frame{
		x: left, y: d.Top, width: width, height: line.height + 2*d.PaddingY, thick: d.Frame})
}

// missingList sets what a draft lacks in a frame under the head of page 1. The
// frame may run over pages: nothing that is missing is left out.
func (s *setter) missingList(missing []string) []box {
	if len(missing) == 0 {
		return nil
	}
	d := s.p.Draft
	st := setting{
		size: d.ListSize, pitch: d.ListPitch, style: paper.Bold, align: paper.Left,
		x: d.ListPadding, width: s.width - 2*d.ListPadding,
	}
	boxes := []box{{height: d.ListPadding / 2}}
	boxes = append(boxes, tagged(s.section.child("P"), s.lines(plain(s.p.Words.Missing), st)...)...)
	keepLast(boxes, len(boxes))
	st.style, st.hang = 0, s.face.measure("- ", 0, st.size)
	items := make([]string, len(missing))
	for i, m := range missing {
		items[i] = "- " + m
	}
	boxes = append(boxes, s.list(items, st)...)
	boxes[len(boxes)-1].keep = true
	boxes = append(boxes, box{height: d.ListPadding / 2})
	s.enclose(boxes)
	boxes[len(boxes)-1].height += d.After
	return spaced(d.Before, boxes)
}

// enclose draws one frame around boxes that stand one under the other.
func (s *setter) enclose(boxes []box) {
	thick := s.p.Draft.Frame
	for i := range boxes {
		b := &boxes[i]
		for _, x := range []Length{0, s.width} {
			b.items = append(b.items, rule{x1: x, y1: 0, x2: x, y2: b.height, thick: thick})
		}
	}
	top, bottom := &boxes[0], &boxes[len(boxes)-1]
	top.items = append(top.items, rule{x2: s.width, thick: thick})
	bottom.items = append(bottom.items, rule{y1: bottom.height, x2: s.width, y2: bottom.height, thick: thick})
}
