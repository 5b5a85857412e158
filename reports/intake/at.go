package intake

import (
	"cmp"
	"slices"
	"strings"
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

// With returns the workbook with a text in the place of what a cell holds, as if a
// person had typed it; the workbook itself stays as it is. It is the same workbook if
// it has no such place.
func (b *Book) With(sheet, addr, text string) *Book {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Name == sheet })
	col, row, single := parseAddr(addr)
	if i < 0 || !single {
		return b
	}
	own := *b
	own.Sheets = slices.Clone(b.Sheets)
	own.Sheets[i].Rows = withCell(b.Sheets[i].Rows, row, Cell{Col: col, Text: text})
	return &own
}

// withCell returns the rows with a cell put in.
func withCell(rows []Row, num int, c Cell) []Row {
	rows = slices.Clone(rows)
	r, found := slices.BinarySearchFunc(rows, num, func(r Row, n int) int { return cmp.Compare(r.Num, n) })
	if !found {
		return slices.Insert(rows, r, Row{Num: num, Cells: []Cell{c}})
	}
	cells := slices.Clone(rows[r].Cells)
	k, found := slices.BinarySearchFunc(cells, c.Col, func(c Cell, n int) int { return cmp.Compare(c.Col, n) })
	if found {
		cells[k] = c
	} else {
		cells = slices.Insert(cells, k, c)
	}
	rows[r].Cells = cells
	return rows
}

// CountsAt reports whether a number that is not nought stands right of a cell, below
// it, or in its own words.
func (b *Book) CountsAt(sheet, addr string) bool {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Name == sheet })
	col, row, single := parseAddr(addr)
	if i < 0 || !single {
		return false
	}
	for _, r := range b.Sheets[i].Rows {
		for _, c := range r.Cells {
			beside := r.Num == row && c.Col > col || c.Col == col && r.Num > row
			own := r.Num == row && c.Col == col
			if (beside && (c.Kind == Number || c.quantity()) || own && c.Kind == Text) && strings.ContainsAny(c.Text, "123456789") {
				return true
			}
		}
	}
	return false
}

// quantity reports whether a text begins with a number: "05 đ/c".
func (c Cell) quantity() bool {
	return c.Kind == Text && len(c.Text) > 0 && c.Text[0] >= '0' && c.Text[0] <= '9'
}

// TextsRightOf returns the texts right of a cell in its row.
func (b *Book) TextsRightOf(sheet, addr string) []string {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Name == sheet })
	col, row, single := parseAddr(addr)
	if i < 0 || !single {
		return nil
	}
	var texts []string
	for _, r := range b.Sheets[i].Rows {
		for _, c := range r.Cells {
			if r.Num == row && c.Col > col && c.Kind == Text && c.Text != "" {
				texts = append(texts, c.Text)
			}
		}
	}
	return texts
}

// headRows is how far down the texts over a table are looked for.
const headRows = 30

// Around returns what says of which row and table a cell is: the texts left of it, and
// all that stands above the first row with a number that is no year.
func (b *Book) Around(sheet, addr string) (names, heads []string) {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Name == sheet })
	col, row, single := parseAddr(addr)
	if i < 0 || !single {
		return nil, nil
	}
	over := true
	for n, r := range b.Sheets[i].Rows {
		over = over && n < headRows && r.Num < row && !slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Kind == Number && !c.isYear() })
		for _, c := range r.Cells {
			switch {
			case over:
				heads = append(heads, c.Text)
			case r.Num == row && c.Col < col && c.Kind == Text:
				names = append(names, c.Text)
			}
		}
	}
	return names, heads
}

// isYear reports whether a number may be a year.
func (c Cell) isYear() bool { return len(c.Text) == 4 && (c.Text[:2] == "19" || c.Text[:2] == "20") }
