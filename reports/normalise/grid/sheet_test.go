package grid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
	"ccbreport/reports/intake"
)

// book is a workbook of one sheet on which everything stands that a sheet may have,
// and of a hidden one.
func workbook() *intake.Book {
	text := func(col int, s string) intake.Cell { return intake.Cell{Col: col, Text: s} }
	number := func(col int, s string) intake.Cell { return intake.Cell{Col: col, Text: s, Kind: intake.Number} }
	under := func(c intake.Cell) intake.Cell { c.Look = &intake.Look{Covered: true}; return c }
	return &intake.Book{Name: "b.xlsx", Sheets: []intake.Sheet{
		{
			Name: "S",
			Rows: []intake.Row{
				{Num: 2, Cells: []intake.Cell{text(1, " Hội  viên "), number(3, "50")}},
				{Num: 4, Hidden: true, Cells: []intake.Cell{under(text(1, "Nữ")), under(text(2, "30 đ/c")), under(number(3, "20")), number(5, "7")}},
				{Num: 5, Cells: []intake.Cell{text(4, "ghi chú")}},
			},
			Merges:     []intake.Range{{Col1: 1, Row1: 2, Col2: 1, Row2: 4}},
			HiddenCols: []intake.Span{{First: 5, Last: 9}},
			Boxes:      []intake.Box{{Col: 2, Row: 3, Text: "Quý I\r\n\n năm 2019"}},
		},
		{Name: "H", Hidden: true, Rows: []intake.Row{{Num: 1, Cells: []intake.Cell{number(1, "1"), text(2, "x"), number(3, "2")}}}},
	}}
}

func read(t *testing.T, b *intake.Book) (sheets []*Sheet, told string) {
	t.Helper()
	var out strings.Builder
	sheets = Sheets(units, b, func(code string, args reports.Args, at reports.Cell) {
		fmt.Fprintf(&out, "%s %s %v\n", code, at.Sheet, args)
	})
	return sheets, out.String()
}

// TestSheets: what is hidden is told, what lies under a merge is no cell, and the
// lines of a box are cells where it lies.
func TestSheets(t *testing.T) {
	sheets, told := read(t, workbook())
	if diff := cmp.Diff("rows.hidden S map[count:1 rows:4]\ncols.hidden S map[cols:E count:1]\nsheet.hidden H map[]\n", told); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	s := sheets[0]
	if len(sheets) != 1 || s.Rows[0].Cells[0].Clean != "Hội viên" || s.Rows[0].Cells[0].Key != "hội viên" {
		t.Errorf("%d sheets, %+v", len(sheets), s.Rows[0].Cells[0])
	}
	if diff := cmp.Diff(map[string]string{"A4": "Nữ"}, s.Covered); diff != "" || len(s.Rows[1].Cells) != 3 {
		t.Errorf("under the merge (-want +got)\n%s", diff) // the figures there are asked about
	}
	if len(s.Boxes) != 2 || s.Boxes[1].Clean != "năm 2019" || s.Boxes[1].Row != 3 || s.Boxes[1].Col != 2 {
		t.Errorf("boxes %+v", s.Boxes)
	}
}

// TestCells: a cell is found by its number and by its place, also under a merge; a
// part of a sheet knows of which it is one.
func TestCells(t *testing.T) {
	sheets, _ := read(t, workbook())
	s := sheets[0]
	name := s.Rows[0].Cells[0]
	if s.Cell(1, 1) != name || s.Rows[1].Cell(1) != nil || s.Find(4, 5).Clean != "7" || s.Find(3, 1) != nil {
		t.Error("cells are not where they stand")
	}
	if s.Index(3) != 1 || s.Index(4) != 1 || s.Index(9) != 3 {
		t.Error("rows are not where they stand", s.Index(3), s.Index(4), s.Index(9))
	}
	if at := s.At(s.Find(4, 5)); at != (reports.Cell{File: "b.xlsx", Sheet: "S", Addr: "E4"}) {
		t.Error(at)
	}
	if !s.Hides(5) || !s.Hides(9) || s.Hides(4) || s.Hides(10) {
		t.Error("other columns are hidden")
	}
	part := s.Slice(3, 4)
	if part.Whole != s || len(part.Rows) != 3 || part.Rows[0].Cells[0].Clean != "50" || part.Rows[2].Cells[0].Clean != "ghi chú" || !part.Hides(5) {
		t.Errorf("%+v", part)
	}
	if narrow := s.Slice(5, 5); len(narrow.Rows) != 1 || narrow.Rows[0].Num != 4 {
		t.Errorf("%+v", narrow.Rows)
	}
}

// TestTallies: every number cell has one fate, the first that was found for it.
func TestTallies(t *testing.T) {
	sheets, _ := read(t, workbook())
	s := sheets[0]
	s.Find(2, 3).Mark(Figure)
	s.MarkRows(0, 2, Note)
	MarkAll(s.Rows[2].Cells, Label)
	if diff := cmp.Diff([]Tally{{"S", "figure", 1}, {"S", "note", 2}}, s.Tallies()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if n := Numbers(workbook().Sheets[1]); n != 2 {
		t.Error(n, "numbers on the hidden sheet")
	}
}

// TestDecoded: texts in an old encoding are decoded, by their font or by what all
// texts of the sheet together look like, and an example is told.
func TestDecoded(t *testing.T) {
	rows := func(font string, texts ...string) []intake.Row {
		row := intake.Row{Num: 1}
		for i, s := range texts {
			row.Cells = append(row.Cells, intake.Cell{Col: i + 1, Text: s, Font: font})
		}
		return []intake.Row{row}
	}
	sheets, told := read(t, &intake.Book{Sheets: []intake.Sheet{{Name: "S", Rows: rows(".VnTime", "Héi viªn", "50")}}})
	if got := sheets[0].Rows[0].Cells[0].Clean; got != "Hội viên" {
		t.Errorf("%q", got)
	}
	if told != "encoding.tcvn3 S map[after:Hội viên before:Héi viªn count:1]\n" {
		t.Error(told)
	}
}

// TestGuessed: where no font tells, all texts of a sheet together do, surely or in doubt;
// a font that tells goes before them.
func TestGuessed(t *testing.T) {
	sheet := func(texts ...string) *intake.Book {
		row := intake.Row{Num: 1}
		for i, s := range texts {
			row.Cells = append(row.Cells, intake.Cell{Col: i + 1, Text: s})
		}
		return &intake.Book{Sheets: []intake.Sheet{{Name: "S", Rows: []intake.Row{row}}}}
	}
	sheets, told := read(t, sheet("Tæng sè héi viªn", "Héi viªn míi kÕt n¹p", "Trång míi c©y xanh", "ñng hé tõ thiÖn", "Chi héi tæ d©n phè"))
	if got := sheets[0].Rows[0].Cells[0].Clean; got != "Tổng số hội viên" || !strings.HasPrefix(told, "encoding.tcvn3 S map[after:Tổng số hội viên") {
		t.Errorf("%q, %s", got, told)
	}
	sheets, told = read(t, sheet("Tổng số hội viên", "Hội viên mới kết nạp"))
	if got := sheets[0].Rows[0].Cells[0].Clean; got != "Tổng số hội viên" || told != "" {
		t.Errorf("%q, %s", got, told)
	}
}
