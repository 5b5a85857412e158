// Package paper is the document as people think of it: headings, paragraphs,
// tables, signature. It knows no millimetres and no indicators; compose makes
// it, typeset draws it.
//
// Text in a document is NFC and free of control characters; a span never holds
// a line break.
package paper

// A Document is one report, ready to be set.
type Document struct {
	Head     Head
	To       []string // Kính gửi: without dash, ";" or final "."
	Body     Blocks
	End      string // what follows the last word of the body and of each annex: "./."
	Sign     Signature
	Copies   []string // Nơi nhận: without dash, ";" or final "."
	Annexes  []Annex
	Draft    *Draft // nil: a final
	Lang     string // BCP 47, "vi-VN"
	Author   string // the issuing organisation, for the file's properties
	Keywords []string
}

// A Head is the decree's head of page 1 (Decree 30/2020, annex I, slots 1-5).
type Head struct {
	Parent  string // upper organisation, capitals
	Issuer  string // issuing organisation in full, capitals
	Nation  string // Quốc hiệu
	Motto   string // Tiêu ngữ
	Number  string // "05"; "" leaves the place blank
	Symbol  string // "BC-CCB"
	Place   string // as it stands in the date line, without "phường"
	Day     int    // 0 leaves the place blank
	Month   int    // 0 leaves the place blank
	Year    int    // 0 leaves the place blank
	Kind    string // "BÁO CÁO"
	Subject string // trích yếu
}

// A Draft marks a document that is not final.
type Draft struct {
	Mark    string   // "DỰ THẢO", on every page
	Missing []string // what page 1 says is missing, one line each
}

// A Signature is the block under the body on the right.
type Signature struct {
	Lines []string // "TM. BAN CHẤP HÀNH", "CHỦ TỊCH": capitals, bold, one line each
	Name  string   // "" leaves room only
}

// An Annex is one Phụ lục: its own pages, its own page numbers.
type Annex struct {
	Label     string // "Phụ lục I", or "Phụ lục" when there is one only
	Title     string // capitals
	Reference string // "(Kèm theo Báo cáo số … của …)", without the brackets' line break
	Landscape bool
	Sources   bool // it tells where the figures come from: it prints none itself, and Lines leaves it out
	Body      Blocks
}

// A Block is block-level content: one of [*Heading], [*Paragraph], [*Table],
// [*Chart], [*Photos].
type Block interface{ block() }

// Blocks is a run of blocks. It is written to JSON as objects with one key, the
// kind of the block, and read back the same.
type Blocks []Block

// A Heading is a title within the body. Level 0 is a Phần (centred, two lines:
// Label and Title), 1 a mục ("I. …", capitals), 2 a khoản with a title
// ("1. …"), 3 a điểm ("a) …").
type Heading struct {
	Level int
	Label string // "Phần I", "I.", "1.", "a)"
	Title []Span
}

// A Paragraph is running text, justified, with a first-line indent.
type Paragraph struct {
	Spans []Span
	Align Align
}

// A Table has Columns, one or two rows of heads and rows of cells. Every row
// has len(Columns) cells. One that is too wide for its page is set as several,
// each of which begins with the first Lead columns (0 means one).
type Table struct {
	Lead    int
	Unit    string // above the table at the right: "Đơn vị tính: đồng"; "" for none
	Columns []Column
	Groups  []Group // upper row of heads; empty for one-row heads
	Rows    []Row
	Notes   []string // under the table, small
	Alt     string   // what the table shows, for readers who cannot see it
}

// A Column is one column of a table.
type Column struct {
	Head  string
	Align Align
}

// A Group is a head over the columns First to Last (both included).
type Group struct {
	Head        string
	First, Last int
}

// A Row is one row; Kind says how it is set.
type Row struct {
	Kind  RowKind
	Cells [][]Span
}

// A RowKind says what a row is.
type RowKind int

const (
	Plain    RowKind = iota
	Section          // a group's name, bold; Cells[0] is a label, Cells[1] spans the rest
	TotalRow         // bold
)

// An Align is a horizontal alignment. The zero value is the natural one:
// justified for paragraphs, left for cells.
type Align int

const (
	Natural Align = iota
	Left
	Centre
	Right
)

// A Style is a set of type styles.
type Style uint8

const (
	Bold Style = 1 << iota
	Italic
)

// A Span is a run of text in one style. Its Ref is the figure that it prints, none
// for words. Source is the paragraph or award that it comes from, "" for the
// template's own words. Anchor is the name by which a Link of another span leads here; a Link to a name that the document does not have is plain
// text. Leads says in words where a Link leads, for readers who cannot see the page;
// "" says the text itself. Note is a remark at the foot of the page, whose number stands behind
// Text; equal remarks have one number.
type Span struct {
	Text  string
	Style Style
	Ref
	Source string
	Anchor string
	Link   string
	Leads  string
	Note   string
}

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*Table) block()     {}
func (*Chart) block()     {}
func (*Photos) block()    {}
