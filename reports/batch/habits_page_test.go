package batch

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
)

// A box is one cell being made: what is written in it, and what it is.
type box struct {
	v     any // nil, string, int, int64, float64, or formula
	kind  string
	facts []fact // of a figure or of a label
}

// The kinds of boxes that oddities look for.
const (
	isFigure = "figure"
	isTotal  = "total"
	isUnit   = "unit" // names a branch
	isItem   = "item" // names an indicator
)

// A formula is written without a stored result.
type formula string

// A day is written as a number shown as a date.
type day int

// A madePage is one sheet being made.
type madePage struct {
	name    string
	rows    [][]box
	merges  [][4]int // columns and rows from 0: left, top, right, bottom
	hidden  bool
	hideRow int // 0: none
}

func (p *madePage) add(boxes ...box) int {
	p.rows = append(p.rows, boxes)
	return len(p.rows) - 1
}

func (p *madePage) text(words ...any) int {
	var boxes []box
	for _, s := range words {
		boxes = append(boxes, box{v: s})
	}
	return p.add(boxes...)
}

// A madeBook is one workbook being made.
type madeBook struct {
	file     string
	hand     *hand
	pages    []*madePage
	modified time.Time
	units    map[reports.UnitID]bool
}

func addr(col, row int) string {
	name, _ := excelize.ColumnNumberToName(col + 1)
	return fmt.Sprint(name, row+1)
}

// save writes all workbooks into the inbox.
func (w *madeWard) save(t *testing.T) {
	t.Helper()
	for _, b := range w.books {
		f := excelize.NewFile()
		fonts := map[string]int{}
		for i, p := range b.pages {
			name := p.name
			if decomposed, _ := b.hand.encode(name); b.hand.code == "nfd" && len([]rune(decomposed)) <= 31 {
				name = decomposed
			}
			if i == 0 {
				must(t, f.SetSheetName("Sheet1", name))
			} else if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			p.save(t, f, name, b.hand, fonts)
		}
		if !b.modified.IsZero() {
			must(t, f.SetDocProps(&excelize.DocProperties{Modified: b.modified.Format(time.RFC3339)}))
		} else {
			must(t, f.SetDocProps(&excelize.DocProperties{Modified: ""}))
		}
		buf, err := f.WriteToBuffer()
		must(t, err)
		w.inbox[b.file] = &fstest.MapFile{Data: withErrors(t, buf.Bytes())}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (p *madePage) save(t *testing.T, f *excelize.File, name string, h *hand, fonts map[string]int) {
	t.Helper()
	for r, row := range p.rows {
		for c, b := range row {
			switch v := b.v.(type) {
			case nil:
			case formula:
				must(t, f.SetCellFormula(name, addr(c, r), string(v)))
			case errorCell:
				must(t, f.SetCellDefault(name, addr(c, r), errorNumber))
			case day:
				must(t, f.SetCellValue(name, addr(c, r), int(v)))
				must(t, f.SetCellStyle(name, addr(c, r), addr(c, r), styleOf(t, f, fonts, "", 14)))
			case string:
				text, font := h.encode(v)
				must(t, f.SetCellStr(name, addr(c, r), text))
				if h.code != "nfc" {
					must(t, f.SetCellStyle(name, addr(c, r), addr(c, r), styleOf(t, f, fonts, font, 0)))
				}
			default:
				must(t, f.SetCellValue(name, addr(c, r), v))
			}
		}
	}
	for _, m := range p.merges {
		must(t, f.MergeCell(name, addr(m[0], m[1]), addr(m[2], m[3])))
	}
	if p.hideRow > 0 {
		must(t, f.SetRowVisible(name, p.hideRow+1, false))
	}
	if p.hidden {
		must(t, f.SetSheetVisible(name, false))
	}
}

func styleOf(t *testing.T, f *excelize.File, made map[string]int, font string, format int) int {
	t.Helper()
	key := fmt.Sprint(font, format)
	if id, ok := made[key]; ok {
		return id
	}
	style := &excelize.Style{NumFmt: format}
	if font != "" {
		style.Font = &excelize.Font{Family: font, Size: 12}
	}
	id, err := f.NewStyle(style)
	must(t, err)
	made[key] = id
	return id
}

// show draws a workbook as text, for a failure's message.
func (b *madeBook) show() string {
	var out strings.Builder
	fmt.Fprintf(&out, "== %s %+v\n", b.file, *b.hand)
	for _, p := range b.pages {
		fmt.Fprintf(&out, "-- %s merges=%v\n", p.name, p.merges)
		for r, row := range p.rows {
			fmt.Fprintf(&out, "%3d ", r+1)
			for _, x := range row {
				switch x.v.(type) {
				case nil:
					out.WriteString("|")
				case string:
					fmt.Fprintf(&out, "%v|", x.v)
				default:
					fmt.Fprintf(&out, "#%v|", x.v)
				}
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}
