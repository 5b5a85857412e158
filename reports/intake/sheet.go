package intake

import (
	"bytes"
	"slices"
	"strings"

	"ccbreport/reports/intake/numfmt"
)

// A sheetReader reads the rows of one worksheet part.
type sheetReader struct {
	*cursor
	lim      Limits
	shared   sharedStrings
	styles   []format
	date1904 bool
	cells    *int // of the whole workbook so far
	sheet    Sheet
	col, row int    // where reading is
	slab     []Cell // cells of many rows, one row after the other
	from     int    // where the row being read begins in slab
}

// here returns the address of the cell being read, "" outside the cells.
func (s *sheetReader) here() string {
	if s.col == 0 || s.row == 0 {
		return ""
	}
	return Addr(s.col, s.row)
}

func (s *sheetReader) read() error {
	// Counted before it is read, a sheet of far too many cells costs no memory.
	if bytes.Count(s.body, []byte("v>")) > 2*s.lim.Cells {
		return tooBig("more than %d cells", s.lim.Cells)
	}
	tables := 0
	if s.root("worksheet") {
		for level := s.depth(); s.child(level); {
			switch string(s.name) {
			case "cols":
				s.readCols()
			case "sheetData":
				tables++
				if s.readRows(); s.err == nil {
					s.col = 0
				}
			case "mergeCells":
				s.readMerges()
			}
		}
	}
	if tables != 1 {
		s.fail("%d tables of cells", tables)
	}
	return s.finish()
}

func (s *sheetReader) readCols() {
	for level := s.depth(); s.child(level); {
		if len(s.sheet.HiddenCols) > maxCol {
			s.err = tooBig("more than %d kinds of columns", maxCol)
		}
		if s.flag("hidden") || s.decimal("width") == 0 {
			s.sheet.HiddenCols = append(s.sheet.HiddenCols, Span{s.int("min"), s.int("max")})
		}
	}
}

func (s *sheetReader) readMerges() {
	for level := s.depth(); s.child(level); {
		r, ok := parseRange(s.str("ref"))
		if !ok {
			s.fail("merged cells %q", s.str("ref"))
		}
		if s.sheet.Merges = append(s.sheet.Merges, r); len(s.sheet.Merges) > s.lim.Rows {
			s.err = tooBig("more than %d merged cells", s.lim.Rows)
		}
	}
}

// readRows reads sheetData. A row without a number follows the one before
// (ECMA-376 part 1, 18.3.1.73); numbers must ascend, else cells would move. A
// row without height is as hidden as one that says so.
func (s *sheetReader) readRows() {
	for level := s.depth(); s.child(level); {
		if string(s.name) != "row" {
			s.fail("%s among the rows", s.name)
			return
		}
		last := s.row
		s.col, s.row = 0, last+1
		if r := s.attr("r"); r != nil {
			s.row = atoi(r)
		}
		if s.row <= last || s.row > maxRow {
			s.fail("row %q after row %d", s.attr("r"), last)
			return
		}
		hidden := s.flag("hidden") || s.decimal("ht") == 0
		cells := s.readCells()
		if len(cells) == 0 {
			continue
		}
		s.sheet.Rows = append(s.sheet.Rows, Row{Num: s.row, Hidden: hidden, Cells: cells})
		if len(s.sheet.Rows) > s.lim.Rows {
			s.err = tooBig("more than %d rows", s.lim.Rows)
		}
	}
}

// readCells reads the cells of a row that hold a value.
func (s *sheetReader) readCells() []Cell {
	s.from = len(s.slab)
	for level := s.depth(); s.child(level); {
		if string(s.name) == "extLst" {
			continue
		}
		head, ok := s.readHead()
		if !ok {
			break
		}
		cell := s.room()
		switch {
		case !s.readCell(cell, head):
			s.slab = s.slab[:len(s.slab)-1]
			continue
		case s.col > s.lim.Col:
			s.err = tooBig("a value in column %s", ColName(s.col))
		case *s.cells >= s.lim.Cells:
			s.err = tooBig("more than %d cells", s.lim.Cells)
		}
		*s.cells++
	}
	return slices.Clip(s.slab[s.from:])
}

// room returns an empty cell at the end of the row. A new slab takes the row
// that was begun along; the others stay where they are.
func (s *sheetReader) room() *Cell {
	if len(s.slab) == cap(s.slab) {
		row := s.slab[s.from:]
		s.slab = make([]Cell, len(row), max(2*len(row), min(2*cap(s.slab), 4096), 64))
		copy(s.slab, row)
		s.from = 0
	}
	s.slab = append(s.slab, Cell{Col: s.col})
	return &s.slab[len(s.slab)-1]
}

// A cellHead is what the start tag of a cell says.
type cellHead struct {
	typ   cellType
	style int
}

// readHead reads the start tag of a cell and moves to its place. A cell without
// an address follows the one before.
func (s *sheetReader) readHead() (cellHead, bool) {
	var head cellHead
	last, row := s.col, s.row
	s.col++
	for _, a := range s.attrs {
		switch string(a.name) {
		case "r":
			col, num, ok := parseAddr(string(a.value))
			if !ok {
				return head, s.fail("cell %q in row %d", a.value, row)
			}
			s.col, row = col, num
		case "s":
			head.style = max(0, atoi(a.value))
		case "t":
			head.typ = newCellType(a.value)
		}
	}
	switch {
	case string(s.name) != "c":
		return head, s.fail("%s among the cells", s.name)
	case s.col <= last || row != s.row:
		return head, s.fail("cell %q in row %d is out of order", s.attr("r"), s.row)
	case head.typ == typeUnknown:
		return head, s.fail("cell type %q", s.attr("t"))
	}
	return head, true
}

// A cellBody is what stands inside a cell.
type cellBody struct {
	value      []byte // of v, good until the next element opens
	inline     string // of is
	runs       []Run
	formula    string
	hasValue   bool
	hasFormula bool
}

// plainStyle is the style of a cell without one.
var plainStyle = format{shows: numfmt.New("")}

// readCell reads what the cell holds; false for one with a style only, and for
// a formula whose stored result is an empty text: to a person both are blank.
func (s *sheetReader) readCell(cell *Cell, head cellHead) bool {
	body := s.readBody()
	if s.err != nil || !body.hasValue && !body.hasFormula {
		return false
	}
	f := &plainStyle
	if head.style < len(s.styles) { // spreadsheets show an unknown style as none
		f = &s.styles[head.style]
	}
	cell.Font, cell.Format, cell.Date, cell.Percent = f.font.name, f.code, f.date, f.percent
	cell.Formula = body.formula
	cell.NoCache = body.hasFormula && len(body.value) == 0 && body.inline == "" && (head.typ != typeString || !body.hasValue)
	if cell.NoCache {
		cell.Kind = Number
	} else {
		s.setValue(cell, head.typ, &body)
	}
	s.setLook(cell, f)
	return cell.NoCache || strings.TrimSpace(cell.Text) != ""
}

func (s *sheetReader) readBody() cellBody {
	var b cellBody
	values, texts := 0, 0
	for level := s.depth(); s.child(level); {
		switch string(s.name) {
		case "v":
			if values++; values > 1 {
				s.fail("a cell with two values")
			}
			b.value, b.hasValue = s.content(), true
		case "is":
			if texts++; texts > 1 {
				s.fail("a cell with two texts")
			}
			b.value = bytes.Clone(b.value)
			b.inline, b.runs = s.rich()
			b.hasValue = true
		case "f":
			if b.hasFormula {
				s.fail("a cell with two formulas")
			}
			b.formula, b.hasFormula = s.readFormula(), true
		case "extLst":
		default:
			s.fail("%s in a cell", s.name)
		}
	}
	return b
}

// readFormula returns the text of a formula; a cell that shares another's has
// none of its own and gets the name of the group.
func (s *sheetReader) readFormula() string {
	group := s.str("t") + s.str("si")
	if text := string(s.content()); text != "" {
		return text
	}
	if group == "" {
		return "?"
	}
	return group
}
