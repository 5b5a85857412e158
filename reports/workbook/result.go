package workbook

import (
	"slices"
	"strings"

	"ccbreport/reports"

	"github.com/xuri/excelize/v2"
)

// The columns of the sheet of results.
const (
	colNumber = 1 + iota
	colSeverity
	colSheet
	colCell
	colText
	colMessage
	colHint
	colBefore // hidden: the colour that the cell had before it was marked
)

const resultHead = 5 // row of the heads

// list adds the sheet of results, what blocks first, and opens the copy on it.
func (m marker) list() error {
	name := m.words.Sheet
	for n := 2; slices.Contains(m.book.GetSheetList(), name); n++ {
		name = m.words.Sheet + " " + itoa(n)
	}
	p := &pen{book: m.book, looks: map[look]int{}}
	p.turn(name)
	p.text(1, 1, Ours, stampLook)
	p.text(1, 2, fill(m.words.Title, "unit", m.unit), titleLook)
	p.text(1, 3, m.words.Intro, look{size: 12, align: "left", wrap: true, top: true})
	p.try(m.book.MergeCell(name, "A3", at(colHint, 3)))
	p.height(3, 36)
	for i, width := range []float64{6, 11, 16, 10, 20, 62, 52} {
		p.width(1+i, width)
		p.text(1+i, resultHead, m.words.Heads[i], headLook)
	}
	p.try(m.book.SetColVisible(name, column(colBefore), false))
	row, number := resultHead+1, 0
	for _, severity := range []reports.Severity{reports.Blocking, reports.Warning} {
		for _, f := range m.faults {
			if f.Severity == severity {
				number++
				row = m.rows(p, row, number, f)
			}
		}
	}
	p.page(true, resultHead, colHint, row-1, "&P/&N")
	if i, err := m.book.GetSheetIndex(name); err == nil {
		m.book.SetActiveSheet(i)
	}
	return p.err
}

var (
	textLook = look{size: 12, border: true, align: "left", top: true, wrap: true}
	linkLook = look{size: 12, ink: linkInk, border: true, align: "left", top: true}
)

// rows writes one fault: a row for every cell, the words in the first.
func (m marker) rows(p *pen, row, number int, f Fault) int {
	l := textLook
	l.fill = colourOf(f)
	places := m.cells(f)
	if len(places) == 0 {
		places = []reports.Cell{{Sheet: sheetOf(f, m.file)}}
	}
	for i, c := range places {
		p.whole(colNumber, row, number, textLook)
		p.text(colSeverity, row, m.severity(f), l)
		p.text(colSheet, row, c.Sheet, textLook)
		p.text(colCell, row, c.Addr, textLook)
		p.text(colText, row, "", textLook)
		if c.Addr != "" && !m.alone {
			m.link(p, row, c)
		} else if c.Sheet != "" {
			p.text(colCell, row, m.words.Whole, textLook)
		}
		message, hint := f.Message, f.Hint
		if i > 0 {
			message, hint = "″", ""
		}
		p.text(colMessage, row, message, textLook)
		p.text(colHint, row, hint, textLook)
		p.height(row, rowHeight(message, hint))
		row++
	}
	return row
}

func sheetOf(f Fault, file string) string {
	for _, c := range f.At {
		if c.File == file {
			return c.Sheet
		}
	}
	return ""
}

func (m marker) link(p *pen, row int, c reports.Cell) {
	p.text(colCell, row, c.Addr, linkLook)
	p.try(m.book.SetCellHyperLink(p.sheet, at(colCell, row), quoted(c.Sheet)+"!"+c.Addr, "Location"))
	text, err := m.book.GetCellValue(c.Sheet, c.Addr, excelize.Options{RawCellValue: true})
	p.try(err)
	p.text(colText, row, shorten(text, 200), textLook)
	p.text(colBefore, row, m.before[c], look{size: 8})
}

func rowHeight(message, hint string) float64 {
	lines := max(len([]rune(message))/56, len([]rune(hint))/46) + 1
	return float64(6 + 16*lines)
}

// unmark takes off what an earlier check put on: fills, comments, the sheet.
func (m marker) unmark() error {
	for _, sheet := range m.book.GetSheetList() {
		if !m.isResult(sheet) {
			continue
		}
		rows, err := m.book.GetRows(sheet)
		if err != nil {
			return err
		}
		for _, row := range rows[min(resultHead, len(rows)):] {
			if err := m.unmarkCell(row); err != nil {
				return err
			}
		}
		if err := m.book.DeleteSheet(sheet); err != nil {
			return err
		}
	}
	return nil
}

// unmarkCell gives a cell of the old list its colour back, if it still has the
// mark's.
func (m marker) unmarkCell(row []string) error {
	if len(row) < colCell {
		return nil
	}
	c := reports.Cell{File: m.file, Sheet: row[colSheet-1], Addr: row[colCell-1]}
	if _, _, err := excelize.CellNameToCoordinates(c.Addr); err != nil || !slices.Contains(m.book.GetSheetList(), c.Sheet) {
		return nil
	}
	comments, err := m.book.GetComments(c.Sheet)
	if err != nil {
		return err
	}
	for _, own := range comments {
		if own.Cell == c.Addr && own.Author == m.words.Author {
			if err := m.book.DeleteComment(c.Sheet, c.Addr); err != nil {
				return err
			}
		}
	}
	if now := strings.ToUpper(m.colour(c)); now != mustFill && now != shouldFill {
		return nil
	}
	before := ""
	if len(row) >= colBefore {
		before = row[colBefore-1]
	}
	return m.fill(c, before)
}
