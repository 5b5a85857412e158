package intake

import (
	"strconv"
	"strings"
	"time"
)

// A Book is one workbook as read: grids of raw cells, nothing interpreted.
type Book struct {
	Name     string    // relative to the inbox, with slashes
	SHA256   string    // of the bytes that were read
	Modified time.Time // dcterms:modified of its core properties; zero if it names none
	Date1904 bool      // serial days count from 1 January 1904
	Sheets   []Sheet
}

// Cells returns the number of cells that hold a value.
func (b *Book) Cells() int {
	n := 0
	for _, s := range b.Sheets {
		for _, r := range s.Rows {
			n += len(r.Cells)
		}
	}
	return n
}

// A Sheet is one sheet with its cells in rows. Rows and cells ascend strictly;
// empty cells are not kept.
type Sheet struct {
	Name       string
	Hidden     bool
	Rows       []Row
	Merges     []Range
	HiddenCols []Span
	Boxes      []Box
	Comments   []Box // to cells that hold nothing; those of others are with their cells
}

// A Box is a text that lies over the cells: a text box, with the cell under its
// upper left corner.
type Box struct {
	Col, Row int
	Text     string
}

// A Row is one row; Num counts from 1.
type Row struct {
	Num    int
	Hidden bool
	Cells  []Cell
}

// A Kind is what is stored in a cell.
type Kind uint8

const (
	Text Kind = iota
	Number
	Bool
	Error // Text is "#REF!" or the like
)

// A Cell is one cell that holds a value or a formula. Text is the stored text:
// of a number cell the number to the 15 digits that spreadsheets show ("42767",
// "0.9934"), of a date its serial day.
type Cell struct {
	Col     int // from 1
	Text    string
	Runs    []Run  // rich text with several fonts, else nil
	Font    string // name of the cell's font
	Format  string // number format code, "" for General
	Formula string // without "="; "" if the cell is a plain value
	Kind    Kind
	Date    bool  // the number format shows a date
	Percent bool  // the number format shows a percentage
	NoCache bool  // a formula whose result is not stored
	Look    *Look // where the eye sees more or less than Text; nil for a plain cell
}

// A Look is how a cell looks, where that says something that what is stored does
// not. Cells of one style may share a Look: it is not to be changed.
//
// Shown is what Excel in Vietnam shows of a number, a date or a truth value,
// whole, with units and signs: "1.500 nghìn đồng", "11/02/1900", "2019", "TRUE".
// It is set of every date and truth value; of a number only where its digits, as
// shown, are not the number stored (39.6 as "40"), or something stands beside
// them: 1500 as "1.500" and 0.934 as "93,4%" have none. It is "" of a text, of
// General, and where nothing is shown.
type Look struct {
	Shown   string
	Hides   bool   // its number format shows nothing of it: ";;;"; Words may stand there instead
	Scale   int64  // what its number format divides by before it shows: 1000, 1000000; 0 for 1
	Words   string // what its number format shows beside the value: "nghìn đồng", "đ"
	Struck  bool   // struck out as a whole
	Covered bool   // under a merge, and not its first cell
	Colour  string // of its letters or its ground where that is neither black, white nor automatic: "FF0000"
	Comment string // of the person who wrote one to it
}

// A Run is a piece of rich text in one font.
type Run struct {
	Text, Font string
	Raised     bool // a superscript: a mark, or the square of a metre
	Lowered    bool
	Struck     bool
}

// A Range is a rectangle of cells, both corners included, counted from 1.
type Range struct{ Col1, Row1, Col2, Row2 int }

// Holds reports whether the cell at col, row lies in r.
func (r Range) Holds(col, row int) bool {
	return r.Col1 <= col && col <= r.Col2 && r.Row1 <= row && row <= r.Row2
}

// A Span is a run of columns, both included, counted from 1.
type Span struct{ First, Last int }

// maxCol and maxRow are the limits of the file format.
const (
	maxCol = 16384
	maxRow = 1048576
)

// Addr returns the address of a cell: Addr(3, 12) is "C12".
func Addr(col, row int) string { return ColName(col) + strconv.Itoa(row) }

// ColName returns the letters of a column: ColName(28) is "AB".
func ColName(col int) string {
	var b []byte
	for ; col > 0; col = (col - 1) / 26 {
		b = append([]byte{byte('A' + (col-1)%26)}, b...)
	}
	return string(b)
}

// parseAddr reads "C12".
func parseAddr(s string) (col, row int, ok bool) {
	i := 0
	for ; i < len(s) && s[i] >= 'A' && s[i] <= 'Z'; i++ {
		if col = col*26 + int(s[i]-'A') + 1; col > maxCol {
			return 0, 0, false
		}
	}
	if i == 0 || i == len(s) || s[i] == '0' {
		return 0, 0, false
	}
	for ; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, 0, false
		}
		if row = row*10 + int(s[i]-'0'); row > maxRow {
			return 0, 0, false
		}
	}
	return col, row, true
}

// parseRange reads "A1:H1", a single address, whole columns "A:B" or rows "1:2",
// with or without "$".
func parseRange(s string) (Range, bool) {
	a, b, two := strings.Cut(strings.ReplaceAll(s, "$", ""), ":")
	if !two {
		b = a
	}
	c1, r1, ok1 := parseAddr(a)
	c2, r2, ok2 := parseAddr(b)
	switch {
	case !two || ok1 || ok2:
	case strings.Trim(a+b, "0123456789") == "":
		c1, r1, ok1 = parseAddr("A" + a)
		c2, r2, ok2 = parseAddr(ColName(maxCol) + b)
	default:
		c1, r1, ok1 = parseAddr(a + "1")
		c2, r2, ok2 = parseAddr(b + strconv.Itoa(maxRow))
	}
	if !ok1 || !ok2 {
		return Range{}, false
	}
	return Range{min(c1, c2), min(r1, r2), max(c1, c2), max(r1, r2)}, true
}

// Column returns the number of a column by its letters, 0 if it has none.
func Column(letters string) int {
	col, _, ok := parseAddr(letters + "1")
	if !ok {
		return 0
	}
	return col
}
