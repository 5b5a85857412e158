package reports

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// A Cell is a position in the inbox. A Cell without Sheet means the whole
// file, one without Addr the whole sheet; the zero Cell is nowhere.
type Cell struct {
	File  string `json:"file"`            // relative to the inbox, with slashes
	Sheet string `json:"sheet,omitempty"` // as written on its tab
	Addr  string `json:"addr,omitempty"`  // "E14", or a span "E14:E18"
}

// String returns the one printed form of a position: "chi hoi 3.xlsx!Chỉ tiêu!E14".
func (c Cell) String() string {
	parts := []string{c.File, c.Sheet, c.Addr}
	for len(parts) > 1 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "!")
}

// ParseCell reads the printed form, for showing it again. A name with "!" in it
// is parted in another place, and printed the same.
func ParseCell(s string) Cell {
	var c Cell
	rest := ""
	c.File, rest, _ = strings.Cut(s, "!")
	c.Sheet = rest
	if i := strings.LastIndexByte(rest, '!'); i >= 0 {
		c.Sheet, c.Addr = rest[:i], rest[i+1:]
	}
	return c
}

// MarshalText writes the printed form.
func (c Cell) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Compare orders positions by file, sheet, row and column.
func (c Cell) Compare(d Cell) int {
	if r := cmp.Or(cmp.Compare(c.File, d.File), cmp.Compare(c.Sheet, d.Sheet)); r != 0 {
		return r
	}
	col1, row1 := splitAddr(c.Addr)
	col2, row2 := splitAddr(d.Addr)
	return cmp.Or(cmp.Compare(row1, row2), cmp.Compare(len(col1), len(col2)), cmp.Compare(col1, col2), cmp.Compare(c.Addr, d.Addr))
}

// Column returns the letters of a position's column, "" if it is no single cell or span.
func (c Cell) Column() string { col, _ := splitAddr(c.Addr); return col }

// Row returns the number of a position's row, 0 if it is no single cell or span.
func (c Cell) Row() int { _, row := splitAddr(c.Addr); return row }

// splitAddr parts "AB12:C3" into "AB" and 12; it is total, for sorting only.
func splitAddr(addr string) (col string, row int) {
	i := 0
	for i < len(addr) && addr[i] >= 'A' && addr[i] <= 'Z' {
		i++
	}
	for _, c := range []byte(addr[i:]) {
		if c < '0' || c > '9' || row > 1<<24 {
			break
		}
		row = row*10 + int(c-'0')
	}
	return addr[:i], row
}

// A UnitID names a unit: a branch by its id in config.toml, the ward by [Ward].
type UnitID string

// Ward is the id of the ward itself. No branch can have it.
const Ward UnitID = "@ward"

// Plan stands in the place of a unit where a page prints what the plan says of a
// figure (chỉ tiêu giao). Nobody reports under it.
const Plan UnitID = "@plan"

// A Unit is a branch, or the ward, with the names it goes by.
type Unit struct {
	ID      UnitID
	Name    string   // as printed: "Chi hội Tổ dân phố số 1"
	Aliases []string // other spellings
}

// A Source says which kind of table an entry stood in.
type Source string

const (
	FromTable Source = "table" // a table of indicators, or a form
	FromLog   Source = "log"   // a log of events (Nhật ký)

	// FromAnswer is a nought in a table that people said a blank is.
	FromAnswer Source = "answer"
)

// An Entry is one number that one unit reported for one indicator, with its
// position. Value is in the indicator's own unit (people, đồng); a ratio has
// its parts, or 100ths when it was given as a bare percentage.
type Entry struct {
	Code   string `json:"code"`
	Value  Value  `json:"value"`
	At     Cell   `json:"at"`
	Text   string `json:"text"` // what stood in the cell
	Source Source `json:"source"`
	Add    string `json:"add,omitempty"` // of cells that add up to one number: what tells this one apart

	// Named is what the row or the column of the cell is called there: one indicator goes
	// by names that say more or less of it. It is known of tables and sentences only.
	Named string `json:"-"`

	// Estimated: a head or a title calls it what is estimated for time that has not passed
	// ("Ước thực hiện cả năm").
	Estimated bool `json:"estimated,omitempty"`
}

// A Return is what one unit reported for one period in one workbook. Entries
// of one code may be several: a log has one per event.
type Return struct {
	Unit    UnitID
	Period  Period // zero: the workbook names none
	File    string
	Entries []Entry
}

// A Figure is one number of the ward, with the entries that it was made of.
// A figure without entries does not exist.
type Figure struct {
	Code   string
	Value  Value
	Period Period
	From   []Contribution
}

// Cells returns the positions of all entries of the figure, in order, each once.
func (f Figure) Cells() []Cell {
	var cells []Cell
	seen := map[Cell]bool{}
	for _, c := range f.From {
		if !seen[c.At] {
			seen[c.At] = true
			cells = append(cells, c.At)
		}
	}
	return cells
}

// A Contribution is an entry with the unit and the period that it was given for.
type Contribution struct {
	Unit   UnitID `json:"unit"`
	Period Period `json:"period"`
	Entry
}

// A LeftOut is an entry that was read and not added, with the code of the
// finding that says why.
type LeftOut struct {
	Contribution
	Why string
}

// An Award is one line of the ward's sheet Khen thưởng.
type Award struct {
	Year  int
	Form  string // "Bằng khen"
	Giver string
	For   string
	At    Cell
}

// A Paragraph is one line of the ward's sheet Nội dung: words that people
// wrote, printed as they are in the named section.
type Paragraph struct {
	Section string
	Text    string
	At      Cell
}

// A Photo is one line of the ward's sheet Ảnh.
type Photo struct {
	File    string // relative to the inbox
	Caption string
	At      Cell
}

// A FileState says what became of a file of the inbox.
type FileState string

const (
	Read       FileState = "read"
	Superseded FileState = "superseded" // every figure of it lost to a later workbook, or was equal
	Skipped    FileState = "skipped"    // not a workbook of the report
	Rejected   FileState = "rejected"   // a workbook that could not be used
)

// A File is the account of one file of the inbox.
type File struct {
	Name   string
	SHA256 string // of the bytes as read; "" where nothing was read
	State  FileState
	Why    string // for all states but Read
	Unit   UnitID // the branch, or Ward; "" if it holds several or none
	Cells  int    // non-empty cells
}

// IsPhoto reports whether a file of the inbox is a photo, by its name.
func IsPhoto(name string) bool {
	return slices.Contains([]string{".jpg", ".jpeg", ".png"}, strings.ToLower(path.Ext(name)))
}
