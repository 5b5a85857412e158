package intake

import (
	"cmp"
	"slices"
)

// At returns the cell at an address of a sheet, and whether the sheet is there
// and the address is that of a single cell. An empty cell is the zero Cell.
func (b *Book) At(sheet, addr string) (c Cell, ok bool) {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Name == sheet })
	col, row, single := parseAddr(addr)
	if i < 0 || !single {
		return Cell{}, false
	}
	rows := b.Sheets[i].Rows
	r, found := slices.BinarySearchFunc(rows, row, func(r Row, n int) int { return cmp.Compare(r.Num, n) })
	if !found {
		return Cell{}, true
	}
	k, found := slices.BinarySearchFunc(rows[r].Cells, col, func(c Cell, n int) int { return cmp.Compare(c.Col, n) })
	if !found {
		return Cell{}, true
	}
	return rows[r].Cells[k], true
}
