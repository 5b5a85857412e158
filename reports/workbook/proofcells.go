package workbook

import (
	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// The columns of the sheet of the cells.
const (
	cellFigure = 1 + iota
	cellName
	cellOwner
	cellPeriod
	cellFile
	cellSheet
	cellAddr
	cellText
	cellRole
	cellDigits
	cellUnit
	cellColumns = cellUnit
)

const (
	cellsHead    = 3        // the row of the heads
	everyOther   = "F2F2F2" // behind the cells of every other figure
	mostCellText = 200      // characters
)

var cellWidths = [cellColumns]float64{6, 46, 26, 24, 34, 15, 9, 26, 10, 17, 11}

// cells writes the sheet of the cells, figure by figure.
func (in Proof) cells(p *pen, rows []proofRow) {
	w := in.Words.Proof
	p.text(1, 1, Ours, stampLook)
	p.text(1, 2, fill(w.Copied, "sheet", w.Sheet), lineLook)
	p.height(2, 19)
	proofHeads(p, cellsHead, w.CellHeads, cellWidths[:])
	row := cellsHead
	for i, f := range rows {
		for _, c := range f.list {
			row++
			in.cell(p, row, f, c, i%2 == 1)
		}
	}
	p.filter(cellsHead, cellColumns, row)
	p.page(true, cellsHead, cellColumns, row, in.Words.Form.Footer)
	p.prints(cellColumns, row)
}

// cell writes the row of one cell. What may be personal in it is not copied.
func (in Proof) cell(p *pen, row int, f proofRow, c copied, shaded bool) {
	words, numbers, count := proofLook, digitsLook, countLine
	if shaded {
		words.fill, numbers.fill, count.fill = everyOther, everyOther, everyOther
	}
	ind, _ := in.Catalogue.Indicator(c.Code)
	text := shorten(c.Text, mostCellText)
	if viet.Personal(text) {
		text = in.Words.Feedback.Hidden
	}
	height := 0.0
	for _, column := range []struct {
		col  int
		text string
	}{
		{cellName, ind.Name}, {cellOwner, in.owner(c.Unit)}, {cellPeriod, daysOf(c.Period)}, {cellFile, c.At.File},
		{cellSheet, c.At.Sheet}, {cellAddr, c.At.Addr}, {cellText, text}, {cellRole, c.role}, {cellUnit, c.unit},
	} {
		shown, high := fitted(column.text, cellWidths[column.col-1], words.size)
		p.text(column.col, row, shown, words)
		height = max(height, high)
	}
	p.height(row, height)
	p.link(cellFile, row, in.Stored, reports.Cell{File: c.At.File}, words)
	p.link(cellAddr, row, in.Stored, c.At, words)
	p.whole(cellFigure, row, f.n, count)
	if numbers.format = digitsFormat(c.digits, false); c.exact {
		p.number(cellDigits, row, c.digits, numbers)
	} else {
		p.text(cellDigits, row, c.digits, words)
	}
}
