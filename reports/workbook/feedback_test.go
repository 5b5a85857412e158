package workbook

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// received is a branch's workbook as somebody made it: a chart, a validation, a
// comment of their own, a coloured cell, a hidden row, a date.
func received(t *testing.T, change func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Số 'A' liệu"))
	sheet := "Số 'A' liệu"
	for i, row := range [][]any{{"Chỉ tiêu", "Năm 2019"}, {"Kết nạp", 3}, {"Thăm hỏi", "50.700.00"}, {"=1+1", -4}} {
		must(f.SetSheetRow(sheet, at(1, i+1), &row))
	}
	style, err := f.NewStyle(&excelize.Style{Fill: solid("92D050"), Font: &excelize.Font{Bold: true, Size: 17}, CustomNumFmt: new(`#,##0 "đ"`)})
	must(err)
	must(f.SetCellStyle(sheet, "B3", "B3", style))
	must(f.AddChart(sheet, "D2", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "'Số ''A'' liệu'!$B$1", Values: "'Số ''A'' liệu'!$B$2:$B$4"}}}))
	dv := excelize.NewDataValidation(true)
	dv.SetSqref("B2:B4")
	must(dv.SetDropList([]string{"1", "2"}))
	must(f.AddDataValidation(sheet, dv))
	must(f.SetRowVisible(sheet, 2, false))
	_, err = f.NewSheet("Khác")
	must(err)
	must(f.SetCellStr("Khác", "A1", "giữ nguyên"))
	if change != nil {
		change(f)
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

var testFaults = []Fault{
	{Code: "number.notread", Severity: reports.Blocking, Message: "Ô B3 ghi “50.700.00”, không đọc được thành số.", Hint: "Viết lại số.",
		At: []reports.Cell{{File: "a.xlsx", Sheet: "Số 'A' liệu", Addr: "B3"}}},
	{Code: "number.negative", Severity: reports.Warning, Message: "=HYPERLINK(\"x\")", Hint: "+cmd",
		At: []reports.Cell{{File: "a.xlsx", Sheet: "Số 'A' liệu", Addr: "B3:B4"}, {File: "b.xlsx", Sheet: "Số 'A' liệu", Addr: "A1"}}},
	{Code: "indicator.missing", Severity: reports.Warning, Message: "Thiếu.", At: []reports.Cell{{File: "a.xlsx"}}},
}

// receipt is what came in, its cells as the library reads them.
func receipt(data []byte, faults []Fault) Received {
	r := Received{Name: "a.xlsx", Unit: "Chi hội thôn 1", By: "CCB", Data: data, Faults: faults}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	r.Text = func(sheet, addr string) string {
		if err != nil {
			return ""
		}
		text, _ := book.GetCellValue(sheet, addr, excelize.Options{RawCellValue: true}) // no sheet has no text
		return text
	}
	return r
}

func mark(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	_, words, _ := loadAll(t)
	out, err := Mark(receipt(data, testFaults), words)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Mark(receipt(data, testFaults), words)
	if err != nil || !bytes.Equal(out, again) {
		t.Errorf("the same copy twice has other bytes (%v)", err)
	}
	return open(t, out)
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func fillOf(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.GetStyle(id); err != nil { // reads the tables
		t.Fatal(err)
	}
	fill := f.Styles.Fills.Fill[*f.Styles.CellXfs.Xf[id].FillID].PatternFill
	if fill == nil || fill.FgColor == nil {
		return ""
	}
	return fill.FgColor.RGB[max(len(fill.FgColor.RGB)-6, 0):]
}

func TestMarkKeepsWhatWasThere(t *testing.T) {
	sheet := "Số 'A' liệu"
	f := mark(t, received(t, func(f *excelize.File) {
		if err := f.AddComment(sheet, excelize.Comment{Cell: "A2", Author: "Chi hội", Text: "đã hỏi lại"}); err != nil {
			t.Fatal(err)
		}
	}))
	for cell, want := range map[string]string{"B3": mustFill, "B4": shouldFill, "B2": ""} {
		if got := fillOf(t, f, sheet, cell); got != want {
			t.Errorf("%s is filled %q, want %q", cell, got, want)
		}
	}
	id, _ := f.GetCellStyle(sheet, "B3")
	if s, err := f.GetStyle(id); err != nil || !s.Font.Bold || s.Font.Size != 17 || s.CustomNumFmt == nil || *s.CustomNumFmt != `#,##0 "đ"` {
		t.Errorf("the style of a marked cell is lost: %+v %v", s, err)
	}
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, c := range comments {
		cells = append(cells, c.Cell)
	}
	if slices.Sort(cells); !slices.Equal(cells, []string{"A2", "B3", "B4"}) {
		t.Errorf("comments at %v", cells)
	}
	if dvs, err := f.GetDataValidations(sheet); err != nil || len(dvs) != 1 {
		t.Errorf("validations %v %v", dvs, err)
	}
	if visible, err := f.GetRowVisible(sheet, 2); err != nil || visible {
		t.Errorf("a hidden row shows (%v)", err)
	}
	if chart, ok := f.Pkg.Load("xl/charts/chart1.xml"); !ok || len(chart.([]byte)) < 100 {
		t.Error("the chart is gone")
	}
	if got := f.GetSheetList(); !slices.Equal(got, []string{sheet, "Khác", "Kết quả kiểm tra"}) {
		t.Errorf("sheets %v", got)
	}
}

// TestResultsAreListed holds the list: every cell with a link, the words as text
// that no spreadsheet takes for a formula.
func TestResultsAreListed(t *testing.T) {
	f := mark(t, received(t, nil))
	const sheet = "Kết quả kiểm tra"
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if !IsOurs(rows[0][0]) || rows[1][0] != "KẾT QUẢ KIỂM TRA: Chi hội thôn 1" {
		t.Errorf("the list begins with %q", rows[:2])
	}
	green := `<fill><patternFill patternType="solid"><fgColor rgb="FF92D050"></fgColor></patternFill></fill>`
	none := `<fill><patternFill patternType="none"></patternFill></fill>`
	want := [][]string{
		{"1", "Phải sửa", "Số 'A' liệu", "B3", "50.700.00", "Ô B3 ghi “50.700.00”, không đọc được thành số.", "Viết lại số.", "Số 'A' liệu", "B3", green},
		{"2", "Nên xem", "Số 'A' liệu", "B3:B4", "50.700.00", `=HYPERLINK("x")`, "+cmd", "Số 'A' liệu", "B4", none},
		{"3", "Nên xem", "", "", "", "Thiếu."},
	}
	if d := cmp.Diff(want, rows[resultHead:]); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	for row := range len(rows) {
		for col := range 8 {
			if formula, err := f.GetCellFormula(sheet, at(col+1, row+1)); err != nil || formula != "" {
				t.Errorf("%s is a formula: %q %v", at(col+1, row+1), formula, err)
			}
		}
	}
	if ok, target, err := f.GetCellHyperLink(sheet, "D6"); !ok || target != "'Số ''A'' liệu'!B3" || err != nil {
		t.Errorf("the link leads to %q %v", target, err)
	}
}

// TestMarkedAgain: what a copy was marked with is gone once the cell is right.
func TestMarkedAgain(t *testing.T) {
	_, words, _ := loadAll(t)
	once := mark(t, received(t, nil))
	var b bytes.Buffer
	if err := once.Write(&b); err != nil {
		t.Fatal(err)
	}
	out, err := Mark(receipt(b.Bytes(), []Fault{{
		Severity: reports.Warning, Message: "Khác.", At: []reports.Cell{{File: "a.xlsx", Sheet: "Khác", Addr: "A1"}},
	}}), words)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, out)
	for cell, want := range map[string]string{"B3": "92D050", "B4": ""} {
		if got := fillOf(t, f, "Số 'A' liệu", cell); got != want {
			t.Errorf("%s is filled %q, want %q", cell, got, want)
		}
	}
	if comments, err := f.GetComments("Số 'A' liệu"); err != nil || len(comments) > 0 {
		t.Errorf("old comments stay: %v %v", comments, err)
	}
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Số 'A' liệu", "Khác", "Kết quả kiểm tra"}) {
		t.Errorf("sheets %v", got)
	}
}

// TestCommentsOfOtherPrograms: workbooks with comments that LibreOffice and
// Python's library wrote keep them and take ours beside them, but for a cell that
// they have commented already.
func TestCommentsOfOtherPrograms(t *testing.T) {
	const sheet = "Số 'A' liệu"
	for _, c := range []struct {
		file string
		want map[string]string
	}{
		{"libreoffice-comment.xlsx", map[string]string{"A2": "đã hỏi lại", "B3": "Phải sửa: ", "B4": "Nên xem: "}},
		{"openpyxl-comment.xlsx", map[string]string{"A2": "đã hỏi lại", "B3": "Phải sửa: ", "B4": "số này của tôi"}},
	} {
		data, err := os.ReadFile("testdata/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		f := mark(t, data)
		if got := fillOf(t, f, sheet, "B3"); got != mustFill {
			t.Errorf("%s: B3 is filled %q", c.file, got)
		}
		comments, err := f.GetComments(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(comments) != len(c.want) {
			t.Errorf("%s: comments %v", c.file, comments)
		}
		for _, is := range comments {
			text := is.Text
			for _, run := range is.Paragraph {
				text += run.Text
			}
			if want, ok := c.want[is.Cell]; !ok || !strings.HasPrefix(text, want) {
				t.Errorf("%s: %s is commented %q, want %q", c.file, is.Cell, text, want)
			}
		}
	}
}

// TestWhatCannotBeWritten gets the list alone.
func TestWhatCannotBeWritten(t *testing.T) {
	_, words, _ := loadAll(t)
	out, err := Mark(receipt([]byte("PK no workbook"), testFaults), words)
	if err != nil {
		t.Fatal(err)
	}
	if got := open(t, out).GetSheetList(); !slices.Equal(got, []string{"Kết quả kiểm tra"}) {
		t.Errorf("sheets %v", got)
	}
}

func TestLetter(t *testing.T) {
	_, words, _ := loadAll(t)
	l := Letter{Unit: branches[0], Ward: "Hội CCB xã Tân Lập", Span: halfTerm, Due: reports.DayOf(2020, 7, 5)}
	want := `Kính gửi đồng chí phụ trách Chi hội thôn 1!

Hội CCB xã Tân Lập chưa nhận được bảng số liệu của chi hội, kỳ từ 01/01/2017 đến 30/6/2020. Hạn gửi là ngày 05/7/2020.
Nhờ đồng chí điền phiếu và gửi sớm. Có gì vướng, xin gọi lại để cùng làm.

Trân trọng cảm ơn đồng chí!
`
	if d := cmp.Diff(want, l.Text(words)); d != "" {
		t.Errorf("missing: (-want +got)\n%s", d)
	}
	l.Unclear = 2
	want = `Kính gửi đồng chí phụ trách Chi hội thôn 1!

Hội CCB xã Tân Lập đang có 2 tệp không ghi rõ là của chi hội nào, có thể có tệp của đồng chí. Đồng chí đã gửi bảng số liệu kỳ từ 01/01/2017 đến 30/6/2020 chưa? Hạn gửi là ngày 05/7/2020.
Nếu đã gửi, nhờ đồng chí cho biết tên tệp đã gửi. Nếu chưa, nhờ đồng chí điền phiếu và gửi sớm.

Trân trọng cảm ơn đồng chí!
`
	if d := cmp.Diff(want, l.Text(words)); d != "" {
		t.Errorf("perhaps it is his: (-want +got)\n%s", d)
	}
	l.Received, l.Files = true, []string{"a.xlsx"}
	l.Faults = slices.Clone(testFaults)
	l.Faults[1].At, l.Faults[1].Message, l.Faults[1].Weight = cellsOf("B4:B9", "D4", "E9", "F1", "G7:G9", "H5"), "Chưa có số: “A”.", 3
	l.Faults[2].Weight = 7
	want = `Kính gửi đồng chí phụ trách Chi hội thôn 1!

Hội CCB xã Tân Lập đã nhận được bảng số liệu của chi hội. Xin cảm ơn đồng chí. Nhờ đồng chí xem giúp:

1. Trang Số 'A' liệu, ô B3 ghi “50.700.00”, không đọc được thành số. Viết lại số.
2. Thiếu.
3. Chưa có số: “A” (trang Số 'A' liệu, ô F1, B4 đến B9, D4, H5 và 4 ô khác). +cmd

Sửa xong, nhờ đồng chí lưu tệp và gửi lại. Trân trọng cảm ơn!
`
	if d := cmp.Diff(want, l.Text(words)); d != "" {
		t.Errorf("faults: (-want +got)\n%s", d)
	}
	l.Faults = slices.Repeat(testFaults[2:], 8)
	for copied, want := range map[bool]string{
		true:  "5. Thiếu.\nCòn 3 việc nữa: xem trang “Kết quả kiểm tra” trong tệp gửi kèm.\n\nNhờ đồng chí nhắn lại",
		false: "5. Thiếu.\nCòn 3 việc nữa: xin gọi lại để cùng làm.\n",
	} {
		if l.Copy = copied; !strings.Contains(l.Text(words), want) {
			t.Errorf("no %q in\n%s", want, l.Text(words))
		}
	}
}

func cellsOf(addrs ...string) []reports.Cell {
	var cells []reports.Cell
	for _, addr := range addrs {
		cells = append(cells, reports.Cell{File: "a.xlsx", Sheet: "Số 'A' liệu", Addr: addr})
	}
	return cells
}
