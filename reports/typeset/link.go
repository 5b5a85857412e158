package typeset

import (
	"cmp"
	"fmt"
	"strings"
)

// A hotspot is a piece of a page that leads to another place.
type hotspot struct {
	page           int    // counted from 0
	x1, y1, x2, y2 Length // from the bottom left corner of the page
	to, words      string
	element        *element
}

// A place is where a link leads.
type place struct {
	page int
	y    Length // from the bottom of the page to the top of the line
}

// connect notes the links and the anchors of a page.
func (made *drawing) connect(n int, pg page) {
	for _, it := range pg.items {
		if b, ok := it.(bookmark); ok {
			made.settle(b.anchor, place{page: n, y: pg.height - b.y})
		}
		t, ok := it.(text)
		if !ok || t.tie == nil {
			continue
		}
		base := pg.height - t.y
		made.settle(t.tie.anchor, place{page: n, y: base + 2*t.size})
		if t.tie.link != "" && t.element != nil {
			made.links = append(made.links, hotspot{
				page: n, x1: t.x, y1: base - t.size/4, x2: t.x + t.width, y2: base + t.size,
				to: t.tie.link, words: cmp.Or(t.tie.leads, strings.TrimSpace(t.text)), element: t.element})
		}
	}
}

// settle notes where an anchor stands first.
func (made *drawing) settle(anchor string, at place) {
	if _, known := made.places[anchor]; anchor != "" && !known {
		made.places[anchor] = at
	}
}

// addLinks writes the links as annotations of their pages (ISO 32000-1,
// 12.5.6.5) and gives the numbers of their objects. fpdf writes them into the
// pages themselves, where no structure can refer to them, and without the flag
// by which they would be printed, which PDF/A-1 wants.
func (f *objectFile) addLinks(made drawing) []int {
	numbers := make([]int, len(made.links))
	onPage := make([][]string, len(made.marks))
	for i, l := range made.links {
		to := made.places[l.to]
		numbers[i] = f.add(fmt.Sprintf("<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f]\n"+
			"/Dest [%d 0 R /XYZ null %.2f null] /Contents %s /StructParent %d>>",
			l.x1.pt(), l.y1.pt(), l.x2.pt(), l.y2.pt(),
			pageObject(to.page), to.y.pt(), textString(l.words), len(made.marks)+i))
		onPage[l.page] = append(onPage[l.page], fmt.Sprintf("%d 0 R", numbers[i]))
	}
	for page, refs := range onPage {
		if len(refs) > 0 {
			f.extend(pageObject(page), "\n/Annots ["+strings.Join(refs, " ")+"]")
		}
	}
	return numbers
}
