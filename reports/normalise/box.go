package normalise

import (
	"math"
	"strings"

	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// boxCells returns the lines of the text boxes of a sheet, each like a cell where
// its box lies.
func (r *reader) boxCells(s intake.Sheet) []*cell {
	var cells []*cell
	for _, b := range s.Boxes {
		for _, line := range strings.FieldsFunc(b.Text, func(r rune) bool { return r == '\n' || r == '\r' }) {
			if text := viet.Clean(line); text != "" {
				cells = append(cells, newCell(r.units(), intake.Cell{Col: b.Col, Text: line}, b.Row, text))
			}
		}
	}
	return cells
}

// titleBoxes reads the text boxes that begin above the heads in row end like the
// cells of a title.
func (r *reader) titleBoxes(t *title, g *grid, end int) {
	head := math.MaxInt
	if end < len(g.rows) {
		head = g.rows[end].num
	}
	for _, c := range g.boxes {
		if c.row <= head {
			r.titleUnit(t, c)
			r.titlePeriod(t, c, r.periods(r.year))
			titleScale(t, c)
		}
	}
}
