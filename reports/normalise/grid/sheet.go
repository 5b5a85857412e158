package grid

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/intake"
)

// A Sheet is one sheet of a workbook, or a part of one, with its cells in rows. A row
// without a cell is left out, so the index of a row is not its number.
type Sheet struct {
	Name, File string
	Rows       []Row
	Merges     []intake.Range
	Whole      *Sheet            // of which it is a part, else nil
	Boxes      []*Cell           // the lines of text boxes, each like a cell where its box lies
	Covered    map[string]string // texts that nobody sees, under a merge, by address
	hiddenCols []intake.Span
}

// A Row is the cells of one row, from left to right.
type Row struct {
	Num   int // from 1, as the sheet counts
	Cells []*Cell
}

// At returns the position of a cell.
func (s *Sheet) At(c *Cell) reports.Cell {
	return reports.Cell{File: s.File, Sheet: s.Name, Addr: intake.Addr(c.Col, c.Row)}
}

// Cell returns the cell at col in the row of index i; of a merged range the one
// that holds its value. Nil if there is none.
func (s *Sheet) Cell(i, col int) *Cell {
	num := s.Rows[i].Num
	for _, m := range s.Merges {
		if m.Holds(col, num) {
			return s.Find(m.Row1, m.Col1)
		}
	}
	return s.Rows[i].Cell(col)
}

// Find returns the cell at col in the row of that number, nil if there is none.
func (s *Sheet) Find(num, col int) *Cell {
	if i := s.Index(num); i < len(s.Rows) && s.Rows[i].Num == num {
		return s.Rows[i].Cell(col)
	}
	return nil
}

// Cell returns the cell at col, nil if there is none.
func (row Row) Cell(col int) *Cell {
	for _, c := range row.Cells {
		if c.Col == col {
			return c
		}
	}
	return nil
}

// Slice is the part of a sheet between two columns. Rows without a cell there go.
func (s *Sheet) Slice(first, last int) *Sheet {
	part := &Sheet{Name: s.Name, File: s.File, Merges: s.Merges, hiddenCols: s.hiddenCols, Covered: s.Covered, Whole: s}
	for _, row := range s.Rows {
		cells := slices.DeleteFunc(slices.Clone(row.Cells), func(c *Cell) bool { return c.Col < first || c.Col > last })
		if len(cells) > 0 {
			part.Rows = append(part.Rows, Row{Num: row.Num, Cells: cells})
		}
	}
	return part
}

// Index is that of the first row with the number num or a higher one.
func (s *Sheet) Index(num int) int {
	i, _ := slices.BinarySearchFunc(s.Rows, num, func(row Row, num int) int { return row.Num - num })
	return i
}

// Hides reports whether a column is hidden.
func (s *Sheet) Hides(col int) bool {
	for _, span := range s.hiddenCols {
		if span.First <= col && col <= span.Last {
			return true
		}
	}
	return false
}
