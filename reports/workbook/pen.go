package workbook

import (
	"bytes"
	"fmt"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"

	"github.com/xuri/excelize/v2"
)

// A pen writes one workbook and keeps the first error, so that the code reads as
// the page does.
type pen struct {
	book  *excelize.File
	sheet string
	looks map[look]int
	links map[string][]hyperlink // by sheet
	err   error
}

// A look is how a cell looks and what may be done with it.
type look struct {
	size   float64
	bold   bool
	italic bool
	ink    string // colour of the letters, "" for black
	fill   string // "" for none
	border bool
	align  string // "left", "center", "right"
	top    bool   // text begins at the top
	wrap   bool
	input  bool   // may be edited on a protected sheet
	format string // of numbers; text stays text when it is edited
}

// textFormat keeps what is typed over a text from becoming a formula.
const textFormat = "@"

const face = "Times New Roman" // what officers' machines have; never embedded

func newPen(first string) *pen {
	p := &pen{book: excelize.NewFile(), looks: map[look]int{}, links: map[string][]hyperlink{}}
	p.try(p.book.SetSheetName("Sheet1", first))
	p.sheet = first
	return p
}

func (p *pen) try(err error) {
	if p.err == nil {
		p.err = err
	}
}

// turn goes on on a new sheet.
func (p *pen) turn(sheet string) {
	_, err := p.book.NewSheet(sheet)
	p.try(err)
	p.sheet = sheet
}

func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // columns and rows are counted from 1 by this package
	}
	return name
}

func column(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic(err)
	}
	return name
}

// text writes a text, which never becomes a formula.
func (p *pen) text(col, row int, s string, l look) {
	p.try(p.book.SetCellStr(p.sheet, at(col, row), s))
	if l.format == "" {
		l.format = textFormat
	}
	p.paint(col, row, col, row, l)
}

// number writes digits, with a decimal point, as a number. What a spreadsheet
// would round, it writes as text.
func (p *pen) number(col, row int, digits string, l look) {
	if len(digits) > maxDigits {
		p.text(col, row, digits, l)
		return
	}
	p.try(p.book.SetCellDefault(p.sheet, at(col, row), digits))
	p.paint(col, row, col, row, l)
}

// maxDigits are what a spreadsheet's number holds exactly.
const maxDigits = 15

// whole writes a whole number.
func (p *pen) whole(col, row int, n int, l look) { p.number(col, row, fmt.Sprint(n), l) }

// value writes a value of an indicator as it is printed everywhere: percentages in
// percent. Of an unknown one nothing is written.
func (p *pen) value(col, row int, of catalogue.Indicator, v reports.Value, l look) {
	if digits, ok := of.Digits(v); ok {
		p.number(col, row, digits, l)
	}
}

// paint gives cells a look.
func (p *pen) paint(col, row, lastCol, lastRow int, l look) {
	p.try(p.book.SetCellStyle(p.sheet, at(col, row), at(lastCol, lastRow), p.style(l)))
}

func (p *pen) style(l look) int {
	if id, ok := p.looks[l]; ok {
		return id
	}
	s := &excelize.Style{
		Font:       &excelize.Font{Family: face, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.ink},
		Alignment:  &excelize.Alignment{Horizontal: l.align, Vertical: "center", WrapText: l.wrap},
		Protection: &excelize.Protection{Locked: !l.input},
	}
	if l.top {
		s.Alignment.Vertical = "top"
	}
	if l.fill != "" {
		s.Fill = solid(l.fill)
	}
	if l.border {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
		}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	id, err := p.book.NewStyle(s)
	p.try(err)
	p.looks[l] = id
	return id
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func (p *pen) width(col int, chars float64) {
	p.try(p.book.SetColWidth(p.sheet, column(col), column(col), chars))
}

func (p *pen) height(row int, points float64) {
	p.try(p.book.SetRowHeight(p.sheet, row, points))
}

// calculated makes a spreadsheet work out the formulas when it opens the book.
func (p *pen) calculated() {
	always := true
	p.try(p.book.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &always}))
}

// page sets the sheet up for A4, fitted to its width, with the rows of the head
// on every page. last is the last cell that is printed.
func (p *pen) page(landscape bool, headRow, lastCol, lastRow int, footer string) {
	orientation, size, wide, tall := "portrait", 9, 1, 0
	if landscape {
		orientation = "landscape"
	}
	fit := true
	margin, foot := 0.6, 0.7
	p.try(p.book.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}))
	p.try(p.book.SetSheetProps(p.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	p.try(p.book.SetPageMargins(p.sheet, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &foot}))
	p.try(p.book.SetHeaderFooter(p.sheet, &excelize.HeaderFooterOptions{OddFooter: "&C" + footer}))
	if headRow > 0 {
		p.repeat(headRow)
		p.try(p.book.SetPanes(p.sheet, &excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: at(1, headRow+1), ActivePane: "bottomLeft"}))
	}
	p.try(p.book.SetSheetDimension(p.sheet, at(1, 1)+":"+at(lastCol, max(lastRow, 1))))
}

// repeat prints a row on every page.
func (p *pen) repeat(row int) {
	p.try(p.book.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: p.sheet, RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(p.sheet), row, row),
	}))
}

// prints keeps what stands right of a column, or below a row, off the paper.
func (p *pen) prints(lastCol, lastRow int) {
	p.try(p.book.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: p.sheet, RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quoted(p.sheet), column(lastCol), lastRow),
	}))
}

// quoted is the name of a sheet as a reference has it.
func quoted(sheet string) string {
	var b bytes.Buffer
	for _, r := range sheet {
		if r == '\'' {
			b.WriteRune(r)
		}
		b.WriteRune(r)
	}
	return "'" + b.String() + "'"
}

// bytes ends the workbook. Its core properties name no time: a form that comes
// back unsaved has none, and the same input gives the same bytes.
func (p *pen) bytes() ([]byte, error) {
	p.book.Pkg.Store("docProps/core.xml", []byte(coreProperties))
	data, err := finish(p.book, p.err)
	if err != nil || len(p.links) == 0 {
		return data, err
	}
	return linked(data, p.links)
}

const coreProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>ccbreport</dc:creator></cp:coreProperties>`

func finish(book *excelize.File, err error) ([]byte, error) {
	var b bytes.Buffer
	if err == nil {
		err = book.Write(&b)
	}
	if err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return b.Bytes(), nil
}
