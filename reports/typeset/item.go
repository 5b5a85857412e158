package typeset

import "ccbreport/reports/paper"

// An item is a mark at a fixed place: one of [text], [rule], [frame], [area],
// [picture], [bookmark]. Places are measured from the top left corner, of the text area
// while a box is built and of the paper once it stands on a page.
type item interface {
	// moved gives the item at another place.
	moved(dx, dy Length) item
}

// A text is a run in one face. With stretch its spaces grow until it is as wide
// as width.
type text struct {
	x, y    Length // left end of the baseline
	width   Length
	size    Length
	style   paper.Style
	stretch bool
	raise   Length // above the baseline
	text    string
	tie     *tie     // nil for most
	element *element // nil: an artifact
}

// A rule is a straight line.
type rule struct {
	x1, y1, x2, y2 Length
	thick          Length
}

// A frame is the outline of a rectangle.
type frame struct {
	x, y, width, height Length
	thick               Length
}

// An area is a rectangle filled with a grey, 0 black to 255 white.
type area struct {
	x, y, width, height Length
	grey                uint8
}

// A picture is a photo in its place.
type picture struct {
	x, y, width, height Length
	photo               *photo
	element             *element
}

// A bookmark is an entry of the reader's outline.
type bookmark struct {
	y      Length
	level  int
	title  string
	anchor string // by which a link leads here; "" for none
}

func (t text) moved(dx, dy Length) item {
	t.x, t.y = t.x+dx, t.y+dy
	return t
}

func (r rule) moved(dx, dy Length) item {
	r.x1, r.y1, r.x2, r.y2 = r.x1+dx, r.y1+dy, r.x2+dx, r.y2+dy
	return r
}

func (f frame) moved(dx, dy Length) item {
	f.x, f.y = f.x+dx, f.y+dy
	return f
}

func (a area) moved(dx, dy Length) item {
	a.x, a.y = a.x+dx, a.y+dy
	return a
}

func (p picture) moved(dx, dy Length) item {
	p.x, p.y = p.x+dx, p.y+dy
	return p
}

func (b bookmark) moved(_, dy Length) item {
	b.y += dy
	return b
}

// A box is what a page break never cuts: a line of text, a row of a table, the
// head of page 1. Its items are placed from its own top left corner.
type box struct {
	gap    Length // above it, none at the top of a page
	height Length
	items  []item
	keep   bool  // no page ends below it
	head   []box // stands again above it when it begins a page
}

// place adds items at an offset within the box.
func (b *box) place(dx, dy Length, items ...item) {
	for _, it := range items {
		b.items = append(b.items, it.moved(dx, dy))
	}
}

// stack puts boxes into one that no page break cuts.
func stack(boxes []box) box {
	var b box
	for i, inner := range boxes {
		if i > 0 {
			b.height += inner.gap
		}
		b.place(0, b.height, inner.items...)
		b.height += inner.height
	}
	return b
}

// keepLast keeps the last n boxes with what follows them.
func keepLast(boxes []box, n int) {
	for i := max(0, len(boxes)-n); i < len(boxes); i++ {
		boxes[i].keep = true
	}
}

// spaced sets the gap above the first box.
func spaced(gap Length, boxes []box) []box {
	if len(boxes) > 0 {
		boxes[0].gap = gap
	}
	return boxes
}
