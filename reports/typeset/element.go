package typeset

// An element is a node of the document's structure as readers for the blind
// follow it (ISO 32000-1, 14.8): what a text is, apart from where it stands.
// Text without an element is an artifact: page numbers, repeated heads.
type element struct {
	role             string // standard structure type: "P", "H1", "Table", "TD", …
	scope            string // of a TH: "Column"
	alt              string // what a table shows
	colSpan, rowSpan int    // of a cell, if above 1
	kids             []*element
	within           *element // of a Link or a Reference: whose text it is a part of
}

// child adds an element at the end.
func (e *element) child(role string) *element {
	kid := &element{role: role}
	e.kids = append(e.kids, kid)
	return kid
}

// tagged makes the texts in boxes the content of e, or of elements within it;
// artifacts if e is nil.
func tagged(e *element, boxes ...box) []box {
	for _, b := range boxes {
		for i, it := range b.items {
			if t, ok := it.(text); ok {
				t.element = e
				if e != nil && t.tie != nil && t.tie.element != nil {
					t.element = t.tie.element
					t.element.within = e
				}
				b.items[i] = t
			}
		}
	}
	return boxes
}

// block is the element that a text belongs to, whether or not it is a link.
func (e *element) block() *element {
	if e != nil && e.within != nil {
		return e.within
	}
	return e
}

// again gives boxes as they stand on a further page: the same to see, nothing
// to read a second time.
func again(boxes []box) []box {
	copies := make([]box, len(boxes))
	for i, b := range boxes {
		copies[i] = b
		copies[i].items = append([]item(nil), b.items...)
	}
	return tagged(nil, copies...)
}
