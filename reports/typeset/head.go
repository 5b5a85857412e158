package typeset

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/paper"
)

// A headPlan is the geometry of the decree's head: the two columns and the
// sizes that let every line stand in them.
type headPlan struct {
	left, right    Length // widths; the right column ends at the margin
	nation, motto  Length
	parent, issuer *organisation
}

// planHead tries Quốc hiệu and Tiêu ngữ at their sizes, largest first, until
// both organisations stand beside them. Names that fit nowhere are broken at
// any space of the smallest setting.
func (s *setter) planHead(h paper.Head) headPlan {
	var plan headPlan
	for i, nation := range s.p.Head.Nation {
		plan.nation, plan.motto = nation, s.p.Head.Motto[i]
		plan.right = max(
			s.face.measure(h.Nation, paper.Bold, plan.nation),
			s.face.measure(h.Motto, paper.Bold, plan.motto))
		plan.left = s.width - plan.right - s.p.Head.Gutter
		plan.issuer = s.fitOrganisation(h.Issuer, paper.Bold, notAbove(s.p.Head.Issuer, nation), plan.left)
		if plan.issuer == nil {
			continue
		}
		plan.parent = s.fitOrganisation(h.Parent, 0, notAbove(s.p.Head.Parent, plan.issuer.size), plan.left)
		if plan.parent != nil {
			return plan
		}
	}
	if plan.issuer == nil {
		plan.issuer = s.forceOrganisation(h.Issuer, paper.Bold, s.p.Head.Issuer, plan.left)
	}
	plan.parent = s.fitOrganisation(h.Parent, 0, s.p.Head.Parent, plan.left)
	if plan.parent == nil {
		plan.parent = s.forceOrganisation(h.Parent, 0, s.p.Head.Parent, plan.left)
	}
	return plan
}

// notAbove gives the sizes up to a limit: the issuer is never set larger than
// Quốc hiệu, nor the parent larger than the issuer.
func notAbove(sizes []Length, limit Length) []Length {
	lower := slices.DeleteFunc(slices.Clone(sizes), func(l Length) bool { return l > limit })
	if len(lower) == 0 {
		return sizes[len(sizes)-1:]
	}
	return lower
}

// forceOrganisation breaks a name at any space.
func (s *setter) forceOrganisation(name string, style paper.Style, sizes []Length, width Length) *organisation {
	o := organisation{size: sizes[len(sizes)-1]}
	words := s.words(plain(name), style, o.size)
	for _, line := range s.breakLines(words, o.size, width, width, balanced) {
		var parts []string
		for _, w := range line {
			parts = append(parts, w.string())
		}
		o.lines = append(o.lines, strings.Join(parts, " "))
	}
	return &o
}

// head sets slots 1 to 4 of the decree as one box: the organisations at the
// left, Quốc hiệu and Tiêu ngữ at the right, then number, place and date.
func (s *setter) head(h paper.Head) box {
	plan := s.planHead(h)
	left := s.issuerColumn(plan)
	right := s.nationColumn(h, plan)
	b := box{height: max(left.height, right.height)}
	b.place(0, 0, left.items...)
	b.place(0, 0, right.items...)
	last := s.numberLine(h, plan)
	b.place(0, b.height+s.p.Head.NumberGap, last.items...)
	b.height += s.p.Head.NumberGap + last.height
	return b
}

// leaded is the line pitch of a size in the head.
func (s *setter) leaded(size Length) Length { return size.scaled(s.p.Head.Leading, 100) }

// issuerColumn sets parent and issuer with the rule below, a third to a half of
// the issuer's last line, or with the profile's mark.
func (s *setter) issuerColumn(plan headPlan) box {
	var boxes []box
	add := func(o *organisation, style paper.Style) {
		for _, l := range o.lines {
			st := setting{size: o.size, pitch: s.leaded(o.size), style: style, align: paper.Centre, width: plan.left}
			boxes = append(boxes, s.line(l, st))
		}
	}
	if plan.parent.lines[0] != "" {
		add(plan.parent, 0)
		tagged(s.section.child("P"), boxes...)
	}
	parents := len(boxes)
	add(plan.issuer, paper.Bold)
	tagged(s.section.child("P"), boxes[parents:]...)
	if s.p.Head.IssuerMark != "" {
		boxes = append(boxes, tagged(nil, s.line(s.p.Head.IssuerMark, setting{
			size: plan.issuer.size, pitch: s.leaded(plan.issuer.size), align: paper.Centre, width: plan.left}))...)
		return stack(boxes)
	}
	return s.ruled(stack(boxes), 0, plan.left, textWidth(boxes[len(boxes)-1]).scaled(s.p.Head.IssuerRule, 100))
}

// nationColumn sets Quốc hiệu and Tiêu ngữ with the rule below: exactly as long
// as the last of them.
func (s *setter) nationColumn(h paper.Head, plan headPlan) box {
	st := setting{style: paper.Bold, align: paper.Centre, x: s.width - plan.right, width: plan.right}
	st.size, st.pitch = plan.nation, s.leaded(plan.nation)
	nation := s.line(h.Nation, st)
	if h.Motto == "" {
		tagged(s.section.child("P"), nation)
		return s.ruled(nation, st.x, st.width, textWidth(nation))
	}
	st.size, st.pitch = plan.motto, s.leaded(plan.motto)
	motto := s.line(h.Motto, st)
	tagged(s.section.child("P"), nation)
	tagged(s.section.child("P"), motto)
	return s.ruled(stack([]box{nation, motto}), st.x, st.width, textWidth(motto))
}

// ruled draws a rule of the given length under a box, in the middle of a column.
func (s *setter) ruled(b box, x, width, length Length) box {
	if length <= 0 {
		return b
	}
	b.height += s.p.Head.RuleGap
	b.items = append(b.items, centredRule(x, width, length, b.height, s.p.Head.RuleWidth))
	b.height += s.p.Head.RuleWidth
	return b
}

// numberLine sets number and symbol under the issuer, place and date under
// Tiêu ngữ, on one baseline. A date longer than its column ends at the margin;
// one that would reach the number stands below it.
func (s *setter) numberLine(h paper.Head, plan headPlan) box {
	date := s.dateText(h)
	sizes := s.p.Head.Date
	pitch := s.leaded(max(s.p.Head.Number, sizes[0]))
	number := s.line(s.numberText(h), setting{
		size: s.p.Head.Number, pitch: pitch, align: paper.Centre, width: plan.left})
	size := sizes[len(sizes)-1]
	for _, sz := range sizes {
		if s.face.measure(date, paper.Italic, sz) <= plan.right {
			size = sz
			break
		}
	}
	st := setting{size: size, pitch: pitch, style: paper.Italic, align: paper.Centre, x: s.width - plan.right, width: plan.right}
	if s.face.measure(date, paper.Italic, size) > plan.right {
		st.align = paper.Right
	}
	dated := s.line(date, st)
	tagged(s.section.child("P"), number)
	tagged(s.section.child("P"), dated)
	if rightEdge(number)+s.p.Head.Gutter > s.width-textWidth(dated) {
		return stack([]box{number, dated})
	}
	number.items = append(number.items, dated.items...)
	return alignBaselines(number)
}

// alignBaselines puts texts of different sizes on the lowest of their
// baselines.
func alignBaselines(b box) box {
	lowest := Length(0)
	for _, it := range b.items {
		if t, ok := it.(text); ok {
			lowest = max(lowest, t.y)
		}
	}
	for i, it := range b.items {
		if t, ok := it.(text); ok {
			t.y = lowest
			b.items[i] = t
		}
	}
	return b
}

func (s *setter) numberText(h paper.Head) string {
	number := s.p.Words.Blank
	if h.Number != "" {
		number = h.Number
		if n, err := strconv.Atoi(number); err == nil {
			number = fmt.Sprintf("%02d", n)
		}
	}
	return strings.NewReplacer("{number}", number, "{symbol}", h.Symbol).Replace(s.p.Words.Number)
}

// dateText gives place and date. Days below 10 and the months 1 and 2 take a
// leading nought (decree, annex I, II.4b); what is not known stays blank.
func (s *setter) dateText(h paper.Head) string {
	number := func(n, padded int) string {
		switch {
		case n == 0:
			return s.p.Words.Blank
		case n < padded:
			return fmt.Sprintf("%02d", n)
		}
		return strconv.Itoa(n)
	}
	return strings.NewReplacer(
		"{place}", h.Place,
		"{day}", number(h.Day, 10),
		"{month}", number(h.Month, 3),
		"{year}", number(h.Year, 0),
	).Replace(s.p.Words.Date)
}
