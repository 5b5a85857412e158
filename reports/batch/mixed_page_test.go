package batch

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
)

// A mixBox is one cell, with what only its style says.
type mixBox struct {
	v      any    // nil, string, int, int64 or float64
	mark   string // raised behind it
	struck bool
	format string
	odd    *mixOdd
}

// A mixPage is one sheet.
type mixPage struct {
	name   string
	rows   [][]mixBox
	merges [][4]int // columns and rows from 0: left, top, right, bottom
	hidden []int    // columns from 0
	cover  string   // a merge that keeps what it covers, "" for none
}

func (p *mixPage) add(boxes ...mixBox) int {
	p.rows = append(p.rows, boxes)
	return len(p.rows) - 1
}

func (p *mixPage) text(words ...any) int { return p.add(boxesOf(words...)...) }

func boxesOf(words ...any) []mixBox {
	var boxes []mixBox
	for _, v := range words {
		boxes = append(boxes, mixBox{v: v})
	}
	return boxes
}

// A mixBook is one workbook.
type mixBook struct {
	file  string
	unit  reports.UnitID
	pages []*mixPage
}

func (b *mixBook) page(name string) *mixPage {
	p := &mixPage{name: name}
	b.pages = append(b.pages, p)
	return p
}

// save writes all workbooks into the inbox, and notes where the oddities stand.
func (w *mixedWard) save(t *testing.T) {
	t.Helper()
	inbox := fstest.MapFS{}
	w.job.Inbox = inbox
	for _, b := range w.books {
		f := excelize.NewFile()
		for i, p := range b.pages {
			if i == 0 {
				must(t, f.SetSheetName("Sheet1", p.name))
			} else if _, err := f.NewSheet(p.name); err != nil {
				t.Fatal(err)
			}
			p.save(t, f, b.file)
		}
		must(t, f.SetDocProps(&excelize.DocProperties{Modified: ""}))
		buf, err := f.WriteToBuffer()
		must(t, err)
		inbox[b.file] = &fstest.MapFile{Data: b.covering(t, buf.Bytes())}
	}
}

func (p *mixPage) save(t *testing.T, f *excelize.File, file string) {
	t.Helper()
	for r, row := range p.rows {
		for c, box := range row {
			if box.odd != nil {
				box.odd.at = append(box.odd.at, reports.Cell{File: file, Sheet: p.name, Addr: addr(c, r)})
			}
			if box.v != nil {
				box.save(t, f, p.name, addr(c, r))
			}
		}
	}
	for _, m := range p.merges {
		must(t, f.MergeCell(p.name, addr(m[0], m[1]), addr(m[2], m[3])))
	}
	if p.cover != "" {
		must(t, f.MergeCell(p.name, "AZ1", "BA1"))
	}
	for _, c := range p.hidden {
		name, _ := excelize.ColumnNumberToName(c + 1)
		must(t, f.SetColVisible(p.name, name, false))
	}
}

// aside is where a merge that keeps what it covers stands until the workbook is
// written: excelize empties the cells that it merges, Excel keeps them.
const aside = "AZ1:BA1"

// covering puts the merges of a workbook where they belong.
func (b *mixBook) covering(t *testing.T, data []byte) []byte {
	t.Helper()
	return editParts(t, data, func(name string, text []byte) []byte {
		for i, p := range b.pages {
			if p.cover != "" && strings.HasSuffix(name, fmt.Sprintf("sheet%d.xml", i+1)) {
				text = bytes.Replace(text, []byte(aside), []byte(p.cover), 1)
			}
		}
		return text
	})
}

func (b mixBox) save(t *testing.T, f *excelize.File, sheet, at string) {
	t.Helper()
	if b.mark != "" {
		must(t, f.SetCellRichText(sheet, at, []excelize.RichTextRun{
			{Text: fmt.Sprint(b.v), Font: &excelize.Font{Family: "Times New Roman", Size: 12}},
			{Text: b.mark, Font: &excelize.Font{Family: "Times New Roman", Size: 12, VertAlign: "superscript"}},
		}))
		return
	}
	must(t, f.SetCellValue(sheet, at, b.v))
	if b.struck || b.format != "" {
		style := &excelize.Style{Font: &excelize.Font{Strike: b.struck, Family: "Times New Roman", Size: 12}}
		if b.format != "" {
			style.CustomNumFmt = &b.format
		}
		id, err := f.NewStyle(style)
		must(t, err)
		must(t, f.SetCellStyle(sheet, at, at, id))
	}
}

// show draws a workbook as text, for a failure's message.
func (b *mixBook) show() string {
	var out strings.Builder
	fmt.Fprintf(&out, "== %s\n", b.file)
	for _, p := range b.pages {
		fmt.Fprintf(&out, "-- %s merges=%v hidden=%v\n", p.name, p.merges, p.hidden)
		for r, row := range p.rows {
			fmt.Fprintf(&out, "%3d ", r+1)
			for _, x := range row {
				out.WriteString(x.show() + "|")
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

func (b mixBox) show() string {
	s := ""
	switch b.v.(type) {
	case nil:
	case string:
		s = fmt.Sprint(b.v)
	default:
		s = fmt.Sprint("#", b.v)
	}
	if b.mark != "" {
		s += "^" + b.mark
	}
	if b.struck {
		s = "~" + s + "~"
	}
	if b.format != "" {
		s += "{" + b.format + "}"
	}
	return s
}
