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
	if cell := b.Sheets[i].cell(col, row); cell != nil {
		c = *cell
	}
	return c, true
}

// cell returns the cell at a place, nil if it is empty.
func (s *Sheet) cell(col, row int) *Cell {
	r, found := slices.BinarySearchFunc(s.Rows, row, func(r Row, n int) int { return cmp.Compare(r.Num, n) })
	if !found {
		return nil
	}
	cells := s.Rows[r].Cells
	k, found := slices.BinarySearchFunc(cells, col, func(c Cell, n int) int { return cmp.Compare(c.Col, n) })
	if !found {
		return nil
	}
	return &cells[k]
}
