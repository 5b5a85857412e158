package intake

import (
	"bytes"
	"strconv"
)

// A cursor walks the elements of one XML part. A walk is a loop over the
// children of the element that is open, and loops nest as the elements do; what
// a loop does not care for is passed over, but checked all the same:
//
//	for level := c.depth(); c.child(level); {
//		switch string(c.name) {
//		case "row":
//			c.row() // may loop over the children of row, or not
//		}
//	}
//
// A fault ends all loops; it is in c.err.
type cursor struct{ scanner }

// mostText is the number of characters that a cell can hold; what is read as one
// text may be longer, as formulas and other programs' cells are, but not by much.
const mostText = 32767

func newCursor(part string, body []byte, lim Limits) *cursor {
	return &cursor{newScanner(part, body, lim.Depth)}
}

// root opens the root element, which must have the given name.
func (c *cursor) root(name string) bool {
	switch {
	case !c.scan():
		return false
	case string(c.name) != name:
		return c.fail("a %s, not a %s", c.name, name)
	}
	return true
}

// finish reads what follows the last child, and returns the fault of the whole
// part.
func (c *cursor) finish() error {
	for c.scan() {
	}
	return c.err
}

// child moves to the next element directly inside the element at the given
// depth, whatever was read of the one before; it returns false when that one
// closes. Text between the children would be lost, so it is a fault.
func (c *cursor) child(level int) bool {
	for c.scan() {
		switch {
		case c.kind == opened && len(c.open) == level+1:
			return true
		case c.kind == closed && len(c.open) < level:
			return false
		case c.kind == chars && len(c.open) == level && !isBlank(c.text):
			return c.fail("text %.20q between elements", c.text)
		}
	}
	return false
}

// content returns the character data of the element that was just opened, and
// reads to its end. The bytes are good until the next element opens.
func (c *cursor) content() []byte {
	level := len(c.open)
	var text []byte
	whole := true // text is one token so far
	for c.scan() {
		switch {
		case c.kind == closed && len(c.open) < level:
			return text
		case c.kind == opened:
			c.fail("%s inside text", c.name)
		case len(text)+len(c.text) > 32*mostText:
			c.err = tooBig("a text of more than %d bytes", 32*mostText)
		case c.kind == chars && text == nil:
			text = c.text
		case c.kind == chars:
			if whole {
				text, whole = bytes.Clone(text), false
			}
			text = append(text, c.text...)
		}
	}
	return text
}

// str returns the attribute of that name, without prefix; "" if there is none.
func (c *cursor) str(name string) string { return string(c.attr(name)) }

func (c *cursor) attr(name string) []byte {
	for _, a := range c.attrs {
		if string(a.name) == name {
			return a.value
		}
	}
	return nil
}

// prefixed returns the attribute of that name under any prefix: r:id.
func (c *cursor) prefixed(name string) string {
	for _, a := range c.attrs {
		if l := local(a.name); len(l) < len(a.name) && string(l) == name {
			return string(a.value)
		}
	}
	return ""
}

// flag reads an xsd:boolean.
func (c *cursor) flag(name string) bool { return isTrue(c.attr(name)) }

func isTrue(b []byte) bool {
	return string(b) == "1" || string(b) == "true" || string(b) == "on"
}

// int reads an index; what is no number is -1, which no list has.
func (c *cursor) int(name string) int { return atoi(c.attr(name)) }

// atoi reads the digits of an index: no sign, no more than fit.
func atoi(b []byte) int {
	if len(b) == 0 || len(b) > 9 {
		return -1
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// decimal reads a measure such as a width; what is none is 1.
func (c *cursor) decimal(name string) float64 {
	b := c.attr(name)
	if b == nil {
		return 1
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return 1
	}
	return f
}
