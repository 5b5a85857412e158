package typeset

import "ccbreport/reports/paper"

// signature sets slots 7 and 9b side by side as one box: the list of copies at
// the left, authority, room to sign and name at the right.
func (s *setter) signature(sign paper.Signature, copies []string) box {
	right := s.width.scaled(s.p.Sign.Share, 100)
	signed := s.signColumn(sign, s.width-right, right)
	list := s.copiesColumn(copies, s.width-right-s.p.Head.Gutter)
	// "Nơi nhận:" stands on the line of the authority.
	drop := max(0, s.face.baseline(s.p.Sign.Size, s.p.Sign.Pitch)-s.face.baseline(s.p.Sign.CopiesSize, s.p.Sign.CopiesPitch))
	b := box{gap: s.p.Sign.Before, height: max(signed.height, drop+list.height)}
	b.place(0, drop, list.items...)
	b.place(0, 0, signed.items...)
	return b
}

func (s *setter) signColumn(sign paper.Signature, x, width Length) box {
	st := setting{
		size: s.p.Sign.Size, pitch: s.p.Sign.Pitch,
		align: paper.Centre, x: x, width: width,
	}
	var boxes []box
	for i, l := range sign.Lines {
		st.style = s.p.Sign.Position.Style
		if i == 0 {
			st.style = s.p.Sign.Authority.Style
		}
		boxes = append(boxes, tagged(s.section.child("P"), s.lines(plain(l), st)...)...)
	}
	boxes = append(boxes, box{height: s.p.Sign.Room})
	st.style = paper.Bold
	boxes = append(boxes, tagged(s.section.child("P"), s.lines(plain(sign.Name), st)...)...)
	return stack(boxes)
}

func (s *setter) copiesColumn(copies []string, width Length) box {
	if len(copies) == 0 {
		return box{}
	}
	st := setting{
		size: s.p.Sign.CopiesSize, pitch: s.p.Sign.CopiesPitch,
		style: s.p.Sign.Copies.Style, align: paper.Left, width: width,
	}
	boxes := tagged(s.section.child("P"), s.line(s.p.Words.Copies, st))
	if thick := s.p.Sign.CopiesRule; thick > 0 {
		y := s.face.baseline(st.size, st.pitch) + 2*point
		boxes[0].items = append(boxes[0].items, rule{y1: y, x2: textWidth(boxes[0]), y2: y, thick: thick})
	}
	st.size, st.pitch, st.style = s.p.Sign.ListSize, s.p.Sign.ListPitch, 0
	st.hang = s.face.measure("- ", 0, st.size)
	return stack(append(boxes, s.list(listed(copies), st)...))
}
