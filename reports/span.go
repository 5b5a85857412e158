package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Spans returns the cells with those that touch drawn together, in order: N9,
// N10, N11 become N9:N11. What is no single cell of a sheet stays as it is.
func Spans(cells []Cell) []Cell {
	var out []Cell
	var boxes []box
	for _, c := range cells {
		if b, ok := boxOf(c); ok {
			boxes = append(boxes, b)
		} else {
			out = append(out, c)
		}
	}
	for _, b := range abreast(stacked(boxes)) {
		out = append(out, b.cell())
	}
	slices.SortFunc(out, Cell.Compare)
	return slices.Compact(out)
}

// A box is a rectangle of cells of one sheet, both corners included.
type box struct {
	of                     Cell // without Addr
	col1, row1, col2, row2 int
}

func boxOf(c Cell) (box, bool) {
	letters, row := splitAddr(c.Addr)
	if letters == "" || row == 0 || len(letters) > 3 || c.Addr != letters+strconv.Itoa(row) {
		return box{}, false
	}
	col := 0
	for _, l := range []byte(letters) {
		col = col*26 + int(l-'A') + 1
	}
	c.Addr = ""
	return box{c, col, row, col, row}, true
}

func (b box) cell() Cell {
	c := b.of
	c.Addr = columnLetters(b.col1) + strconv.Itoa(b.row1)
	if b.col1 != b.col2 || b.row1 != b.row2 {
		c.Addr += ":" + columnLetters(b.col2) + strconv.Itoa(b.row2)
	}
	return c
}

func columnLetters(col int) string {
	var b strings.Builder
	if col > 26 {
		b.WriteString(columnLetters((col - 1) / 26))
	}
	b.WriteByte(byte('A' + (col-1)%26))
	return b.String()
}

// stacked draws together single cells that follow each other down a column.
func stacked(boxes []box) []box {
	slices.SortFunc(boxes, func(a, b box) int {
		return cmp.Or(a.of.Compare(b.of), cmp.Compare(a.col1, b.col1), cmp.Compare(a.row1, b.row1))
	})
	return joined(boxes, func(a, b box) bool {
		return a.of == b.of && a.col1 == b.col1 && b.row1 <= a.row2+1
	})
}

// abreast draws together runs of the same rows in columns that touch.
func abreast(boxes []box) []box {
	slices.SortFunc(boxes, func(a, b box) int {
		return cmp.Or(a.of.Compare(b.of), cmp.Compare(a.row1, b.row1), cmp.Compare(a.row2, b.row2), cmp.Compare(a.col1, b.col1))
	})
	return joined(boxes, func(a, b box) bool {
		return a.of == b.of && a.row1 == b.row1 && a.row2 == b.row2 && b.col1 == a.col2+1
	})
}

func joined(boxes []box, touch func(a, b box) bool) []box {
	var out []box
	for _, b := range boxes {
		if n := len(out) - 1; n >= 0 && touch(out[n], b) {
			out[n].col2, out[n].row2 = b.col2, b.row2
			continue
		}
		out = append(out, b)
	}
	return out
}
