package intake

import (
	"slices"
	"strconv"
	"strings"
)

// readHTML reads the tables of a page, which many programs save under the name
// of a workbook: one sheet, what stands before, between and behind the tables in
// rows of their own, an empty row behind each table. Cells are text, as people
// see it. A table in a table cannot be laid out in rows: that is for a program
// that draws pages.
func readHTML(title string, data []byte, lim Limits) (*Book, error) {
	text, err := htmlText(data)
	if err != nil {
		return nil, err
	}
	p := &htmlPage{htmlScanner: htmlScanner{rest: text}, lim: lim, sheet: Sheet{Name: title}}
	for more := true; more && p.err == nil; {
		more = p.next()
		p.write(p.text)
		if more {
			p.read()
		}
	}
	p.flush()
	switch {
	case p.err != nil:
		return nil, p.err
	case p.inTable:
		return nil, damaged("the page breaks off inside a table")
	case p.tables == 0:
		return nil, notTabular
	}
	p.sheet.cover()
	return &Book{Sheets: []Sheet{p.sheet}}, nil
}

// notTabular is about a page that must be drawn to be read.
var notTabular = &fault{code: "file.format", cause: "html", form: "xls"}

// A htmlPage is a page being read into rows.
type htmlPage struct {
	htmlScanner
	lim     Limits
	sheet   Sheet
	err     error
	tables  int
	inTable bool
	inRow   bool
	inCell  bool
	hidden  bool
	row     int         // the row being read
	col     int         // of the cell being read, or the last one
	until   map[int]int // by column: the last row that a cell from above takes
	cells   []Cell      // of the row
	count   int

	runs                    []Run // of the text being read
	letters                 []byte
	marks                   Run  // how they look
	break_, space           bool // a line end or a space is due before the next word
	raised, lowered, struck int  // open elements that do so
}

// read acts on a tag.
func (p *htmlPage) read() {
	closing := p.tag.closing
	step := 1
	if closing {
		step = -1
	}
	switch p.tag.name {
	case "table":
		p.table(closing)
	case "tr":
		if p.endRow(); p.inTable && !closing {
			p.beginRow()
		}
	case "td", "th":
		if p.flush(); p.inTable && !closing {
			p.beginCell()
		}
	case "br":
		p.break_ = true
	case "p", "div", "li", "caption", "h1", "h2", "h3", "h4", "h5", "h6":
		if p.break_ = true; !p.inCell {
			p.flush()
		}
	case "sup":
		p.raised = max(0, p.raised+step)
	case "sub":
		p.lowered = max(0, p.lowered+step)
	case "s", "strike", "del":
		p.struck = max(0, p.struck+step)
	}
}

func (p *htmlPage) table(closing bool) {
	switch {
	case !closing && p.inTable:
		p.err = notTabular
	case !closing:
		p.flush()
		p.tables++
		p.inTable, p.until = true, map[int]int{}
	case p.inTable:
		p.endRow()
		p.inTable = false
		p.row++
	}
}

func (p *htmlPage) beginRow() {
	p.flush()
	p.row++
	p.col, p.inRow = 0, true
	p.hidden = strings.Contains(strings.ReplaceAll(strings.ToLower(p.tag.attr("style")), " ", ""), "display:none")
}

// beginCell finds the place of a cell: the next that none from above takes.
func (p *htmlPage) beginCell() {
	if p.col++; p.row == 0 {
		p.row = 1
	}
	p.inRow = true
	for p.until[p.col] >= p.row {
		p.col++
	}
	wide, high := p.span("colspan"), p.span("rowspan")
	if p.col+wide-1 > p.lim.Col {
		if wide = max(1, p.lim.Col-p.col+1); p.col > p.lim.Col {
			p.err = tooBig("a cell in column %s", ColName(p.col))
		}
	}
	if wide > 1 || high > 1 {
		p.sheet.Merges = append(p.sheet.Merges, Range{p.col, p.row, p.col + wide - 1, p.row + high - 1})
	}
	for col := p.col; col < p.col+wide; col++ {
		p.until[col] = p.row + high - 1
	}
	p.inCell = true
}

func (p *htmlPage) span(name string) int {
	n, err := strconv.Atoi(strings.TrimSpace(p.tag.attr(name)))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 65_534) // the limit of HTML
}

// write adds text to what is being read; white space is one space.
func (p *htmlPage) write(text string) {
	words := strings.FieldsFunc(text, isPageSpace)
	if len(words) == 0 {
		p.space = p.space || text != ""
		return
	}
	line := strings.Join(words, " ")
	switch {
	case len(p.runs) == 0 && len(p.letters) == 0:
	case p.break_:
		line = "\n" + line
	case p.space || isPageSpace(rune(text[0])):
		line = " " + line
	}
	p.break_, p.space = false, isPageSpace(rune(text[len(text)-1]))
	if marks := (Run{Raised: p.raised > 0, Lowered: p.lowered > 0, Struck: p.struck > 0}); marks != p.marks {
		p.endRun()
		p.marks = marks
	}
	p.letters = append(p.letters, line...)
}

// endRun ends the letters that look alike.
func (p *htmlPage) endRun() {
	if len(p.letters) > 0 {
		run := p.marks
		run.Text = string(p.letters)
		p.runs, p.letters = append(p.runs, run), p.letters[:0]
	}
}

func isPageSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }

// flush ends the text being read: a cell, or a row of its own outside the cells.
func (p *htmlPage) flush() {
	p.endRun()
	cell := Cell{Col: p.col}
	var text strings.Builder
	for _, r := range p.runs {
		text.WriteString(r.Text)
	}
	cell.Text = text.String()
	if slices.ContainsFunc(p.runs, Run.differs) {
		cell.Runs = p.runs
		if struck(p.runs, false) {
			cell.look().Struck = true
		}
	}
	inCell := p.inCell
	p.runs, p.inCell, p.break_, p.space = nil, false, false, false
	if strings.TrimSpace(cell.Text) == "" {
		return
	}
	if inCell {
		p.cells = append(p.cells, cell)
		return
	}
	if p.endCells(); p.err == nil {
		p.row++
		cell.Col = 1
		p.cells = []Cell{cell}
		p.endCells()
	}
	if p.inRow { // what was begun goes on below
		p.row++
	}
}

func (p *htmlPage) endRow() {
	p.flush()
	p.endCells()
	p.hidden, p.inRow = false, false
}

// endCells puts the cells read so far into the sheet as a row.
func (p *htmlPage) endCells() {
	if len(p.cells) == 0 {
		return
	}
	p.sheet.Rows = append(p.sheet.Rows, Row{Num: p.row, Hidden: p.hidden, Cells: p.cells})
	if p.count += len(p.cells); p.count > p.lim.Cells || len(p.sheet.Rows) > p.lim.Rows {
		p.err = tooBig("more than %d rows or %d cells", p.lim.Rows, p.lim.Cells)
	}
	p.cells = nil
}
