package typeset

import (
	"context"
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A setter turns a document into boxes. It holds what all pieces of layout
// share: the profile, the faces and the size of the text area.
type setter struct {
	ctx      context.Context // of the one call that the setter lives for
	p        Profile
	face     *typeface
	rule     glueRule
	width    Length // of the text area
	height   Length
	section  *element // of the structure, to which new elements are added
	notes    remarks  // of the part that is being set
	findings reports.Findings
}

// A galley is a document set as pages, with its structure.
type galley struct {
	pages []page
	tree  *element
}

// A page is paper with items at their places on it.
type page struct {
	width, height Length
	items         []item
}

// layout sets a document as pages. It draws nothing.
func layout(ctx context.Context, doc *paper.Document, p Profile, face *typeface) (galley, reports.Findings) {
	doc = p.adapted(doc)
	tree := &element{role: "Document"}
	s := &setter{ctx: ctx, p: p, face: face, rule: newGlueRule(p.Breaking), section: tree}
	s.turn(false)
	parts := [][]page{s.part(s.mainPart(doc), false, doc.Draft)}
	for _, a := range doc.Annexes {
		s.turn(a.Landscape)
		s.section, s.notes = tree.child("Sect"), remarks{}
		boxes := append(s.annexHead(a), s.body(ended(a.Body, doc.End))...)
		keepLast(boxes[:max(0, len(boxes)-1)], 1) // "./." never stands alone
		parts = append(parts, s.part(boxes, a.Landscape, doc.Draft))
	}
	s.section = tree
	nestBookmarks(slices.Concat(parts...))
	pages := slices.Concat(append(parts, s.contents(parts, doc.Draft))...)
	resolveLinks(pages)
	return galley{pages, tree}, s.findings.Sorted()
}

// adapted is the document in the words of the profile, where it has some of its
// own.
func (p Profile) adapted(doc *paper.Document) *paper.Document {
	adapted := *doc
	if p.Words.Nation != "" {
		adapted.Head.Nation, adapted.Head.Motto = p.Words.Nation, ""
	}
	if p.Words.End != "" && doc.End != "" {
		adapted.End = p.Words.End
	}
	return &adapted
}

// turn makes the text area that of an upright or of a landscape page.
func (s *setter) turn(landscape bool) {
	w, h := s.paper(landscape)
	s.width = w - s.p.Page.Left - s.p.Page.Right
	s.height = h - s.p.Page.Top - s.p.Page.Bottom
}

// paper gives width and height of a sheet.
func (s *setter) paper(landscape bool) (w, h Length) {
	if landscape {
		return s.p.Page.Height, s.p.Page.Width
	}
	return s.p.Page.Width, s.p.Page.Height
}

// mainPart is the document without its annexes: head, title, recipients, body,
// and a signature that never leaves the last lines of the body.
func (s *setter) mainPart(doc *paper.Document) []box {
	var boxes []box
	if s.p.issued() {
		boxes = append(boxes, s.head(doc.Head))
	}
	if doc.Draft != nil {
		boxes = append(boxes, s.missingList(doc.Draft.Missing)...)
	}
	boxes = append(boxes, s.title(doc.Head)...)
	boxes = append(boxes, s.recipients(doc.To)...)
	body := spaced(s.p.To.After, s.body(ended(doc.Body, doc.End)))
	if !s.p.issued() {
		return append(boxes, body...)
	}
	keepLast(body, s.p.Body.Keep)
	return append(append(boxes, body...), s.signature(doc.Sign, doc.Copies))
}

// part sets boxes as pages of their own, numbered from 1 at the top of all
// pages but the first, and marked if the document is a draft.
func (s *setter) part(boxes []box, landscape bool, draft *paper.Draft) []page {
	w, h := s.paper(landscape)
	var pages []page
	for i, items := range s.paginate(boxes) {
		pg := page{width: w, height: h}
		for _, it := range items {
			pg.items = append(pg.items, it.moved(s.p.Page.Left, s.p.Page.Top))
		}
		if i > 0 {
			pg.items = append(pg.items, s.pageNumber(i+1, w))
		}
		if draft != nil {
			pg.items = append(pg.items, s.draftMark(draft.Mark, w)...)
		}
		pages = append(pages, pg)
	}
	return pages
}

// pageNumber stands in the middle of the top margin.
func (s *setter) pageNumber(n int, paperWidth Length) item {
	digits, size := strconv.Itoa(n), s.p.Page.NumberSize
	width := s.face.measure(digits, 0, size)
	return text{x: (paperWidth - width) / 2, y: s.p.Page.Number, width: width, size: size, text: digits}
}

// paginate shares boxes out among pages, as many on each as fit, and gives the
// items of each page. The heads of a table stand again above the row that
// begins a page.
func (s *setter) paginate(boxes []box) [][]item {
	var pages [][]item
	var notes []box // lines that wait for the foot of a page
	for start := 0; start < len(boxes); {
		head := boxes[start].head
		end := s.pageEnd(boxes, start, stack(head).height, len(notes))
		onPage := append(head[:len(head):len(head)], boxes[start:end]...)
		notes = append(notes, s.footLines(onPage)...)
		set := stack(onPage)
		set.items, notes = s.withFoot(set.items, set.height, notes)
		pages = append(pages, set.items)
		start = end
	}
	for len(notes) > 0 {
		var items []item
		items, notes = s.withFoot(nil, 0, notes)
		pages = append(pages, items)
	}
	return pages
}

// pageEnd finds the box with which the next page begins: the last one that fits
// and is not kept with the one before it. If all are kept together, as many as
// fit make the page. The remarks that they lead to stand on the same page, below
// the given number of lines that wait for it.
func (s *setter) pageEnd(boxes []box, start int, used Length, waiting int) int {
	used += boxes[start].height
	waiting += s.noteLineCount(noteNumbers(boxes[start]))
	full := start + 1
	for ; full < len(boxes); full++ {
		used += boxes[full].gap + boxes[full].height
		if fresh := noteNumbers(boxes[full]); len(fresh) > 0 {
			seen := noteNumbers(boxes[start:full]...)
			waiting += s.noteLineCount(slices.DeleteFunc(fresh, func(n int) bool { return slices.Contains(seen, n) }))
		}
		if used+s.footHeight(waiting) > s.height {
			break
		}
	}
	if full == len(boxes) {
		return full
	}
	for end := full; end > start; end-- {
		if !boxes[end-1].keep {
			return end
		}
	}
	return full
}

// nestBookmarks makes levels begin at 0 and grow by one at most: an outline has
// no other form.
func nestBookmarks(pages []page) {
	var open []int // the document's levels that lead to the bookmark before
	for _, pg := range pages {
		for i, it := range pg.items {
			b, ok := it.(bookmark)
			if !ok {
				continue
			}
			for len(open) > 0 && open[len(open)-1] >= b.level {
				open = open[:len(open)-1]
			}
			open = append(open, b.level)
			b.level = len(open) - 1
			pg.items[i] = b
		}
	}
}
