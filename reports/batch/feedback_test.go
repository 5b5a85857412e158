package batch

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
)

// A plant is a mistake put into a filled form, and the finding that it must make
// on its own cell.
type plant struct {
	file  int    // number of the form; 0 is the ward's
	sheet string // "" for the figures
	row   string // code of the indicator, or the number of the row below the heads
	col   string
	value any    // what is written; an error or a formula begins with "="
	code  string // the finding
	at    string // column of the marked cell, "" for col
}

var plants = []plant{
	{1, "", "TN.UNGHO.TIEN", "D", "50.700.00", "number.notread", ""},
	{1, "", "TN.THAMHOI.LUOT", "E", "chưa rõ", "number.notread", ""},
	{2, "", "TN.THAMHOI.LUOT", "D", 1.862, "number.float1000", ""},
	{2, "", "PT.GPMB.HO", "F", 0.5, "number.fraction", ""},
	{3, "", "AN.TINBAO", "D", -5, "number.negative", ""},
	{3, "", "TC.SINHHOAT.DU", "E", "khoảng 30", "number.about", ""},
	{3, "", "TN.UNGHO.TIEN", "E", "500,000", "number.ambiguous", ""},
	{4, "", "TN.QUY.CHITIEU", "D", 1500, "percent.range", ""},
	{4, "", "TT.TUDUONG", "E", 0.5, "number.ambiguous", ""},
	{4, "", "PT.CAY", "F", "12 triệu đồng", "unit.mismatch", ""},
	{5, "", "KT.QUY.TONG", "D", "=#REF!", "formula.error", ""},
	{5, "", "TN.UNGHO.TIEN", "E", "=VLOOKUP(1,A1:B9,2,0)", "formula.nocache", ""},
	{5, "", "PT.CAY", "B", "Số buổi sinh hoạt hè", "indicator.unknown", "B"},
	{6, "", "TN.UNGHO.TIEN", "D", 1500, "money.thousands", ""},
	{6, "", "AN.TINBAO", "E", nil, "value.blank", ""},
	{6, "", "TN.THAMHOI.TIEN", "F", 0.4, "number.fraction", ""},
	{7, "", "TC.HV.TONG", "F", 90, "stock.identity", ""},
	{7, "", "DA.HOAGIAI.THANH", "D", 40, "rule.part", ""},
	{8, "", "TN.TANGLE.NGUOI", "D", 3, "rule.funerals", ""},
	{8, "", "DA.DANGVIEN", "G", 200, "rule.members", ""},
	{9, "", "PT.CAY", "A", nil, "row.nameless", "D"}, // with the name below it gone too
	{9, "", "TT.BAO", "D", "không đáng kể", "number.notread", ""},
	{0, "Nhật ký", "1", "A", "32/13/2019", "date.notread", ""},
	{0, "Nhật ký", "2", "A", "12/5/2021", "date.outside", "D"},
	{0, "Nhật ký", "3", "B", "Đá bóng", "log.unknown", ""},
	{0, "Khen thưởng", "1", "C", nil, "award.incomplete", "B"},
	{0, "Ảnh", "1", "A", "anh/khong-co.png", "photo.missing", ""},
}

// TestFaultsAreMarkedOnTheirCells: whatever is wrong in ten branches' workbooks
// comes back marked on its own cell, and on no other.
func TestFaultsAreMarkedOnTheirCells(t *testing.T) {
	job := newWard(5, 10).job
	forms, cat := filledForms(t, job)
	books := map[int]*excelize.File{}
	want := map[string]string{} // code by "file!sheet!cell"
	for _, p := range plants {
		if books[p.file] == nil {
			books[p.file] = openBook(t, forms[p.file].Bytes)
		}
		p.put(t, books[p.file], cat, forms[p.file].Name, want)
	}
	inbox := fstest.MapFS{}
	for i, form := range forms {
		data := form.Bytes
		if books[i] != nil {
			data = plantErrors(t, bookBytes(t, books[i]))
		}
		inbox[form.Name] = &fstest.MapFile{Data: data}
	}
	job.Inbox = inbox
	got, err := Check(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	marked := map[string]reports.Severity{}
	for _, f := range got.Findings {
		for _, at := range f.At {
			found[f.Code+" "+at.String()] = true
			if text, _ := cat.Text(f.Code); f.Severity != reports.Note && at.Addr != "" && !got.work.follows(f) && (text.Branch || got.owner(at.File) == reports.Ward) {
				if f.Unit == "" || got.owner(at.File) == f.Unit {
					if marked[at.String()] != reports.Blocking {
						marked[at.String()] = f.Severity
					}
				}
			}
		}
	}
	for cell, code := range want {
		if !found[code+" "+cell] {
			t.Errorf("%s: no %s", cell, code)
		}
	}
	checkCopies(t, got, marked)
}

// TestACorrectedCopyIsClean: the copy that a branch got back, with its cells
// corrected, has nothing left to find, though marks and list are still in it.
func TestACorrectedCopyIsClean(t *testing.T) {
	job := newWard(5, 3).job
	forms, cat := filledForms(t, job)
	book := openBook(t, forms[1].Bytes)
	want := map[string]string{}
	p := plant{1, "", "TN.UNGHO.TIEN", "D", "50.700.00 (ông Nguyễn Văn A, 0912 345 678)", "number.notread", ""}
	p.put(t, book, cat, forms[1].Name, want)
	dropped := bookBytes(t, book)
	for round := range 2 {
		inbox := fstest.MapFS{}
		for _, form := range forms[1:] {
			inbox[form.Name] = &fstest.MapFile{Data: form.Bytes}
		}
		inbox[forms[1].Name] = &fstest.MapFile{Data: dropped}
		job.Inbox = inbox
		got, err := Check(t.Context(), job)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(got.Papers, func(b archive.Blob) bool { return b.Name == "phan-hoi/"+forms[1].Name })
		letter := slices.IndexFunc(got.Papers, func(b archive.Blob) bool { return b.Name == "phan-hoi/ch-1.txt" })
		if round == 1 {
			if i >= 0 || letter >= 0 {
				t.Error("the corrected copy is found fault with")
			}
			continue
		}
		if i < 0 || letter < 0 {
			t.Fatal("no copy or no letter")
		}
		if text := string(got.Papers[letter].Bytes); strings.Contains(text, "Nguyễn") || strings.Contains(text, "0912") || !strings.Contains(text, "D52") {
			t.Errorf("the letter copies what is personal, or names no cell:\n%s", text)
		}
		copied := openBook(t, got.Papers[i].Bytes)
		for cell := range want {
			if err := copied.SetCellValue("Chỉ tiêu", cell[strings.LastIndex(cell, "!")+1:], 1500000); err != nil {
				t.Fatal(err)
			}
		}
		dropped = bookBytes(t, copied)
	}
}

// filledForms are the forms of a job, filled in without a fault.
func filledForms(t *testing.T, job Job) ([]FormFile, *catalogue.Catalogue) {
	t.Helper()
	store, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	forms, err := Forms(t.Context(), job, store)
	if err != nil {
		t.Fatal(err)
	}
	cat, err := catalogue.Load(job.Templates)
	if err != nil {
		t.Fatal(err)
	}
	f := &filler{t, cat, map[string]int{}}
	for i := range forms {
		forms[i].Bytes = f.fill(forms[i])
	}
	return forms, cat
}

func openBook(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func bookBytes(t *testing.T, book *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// put writes the mistake and notes the cell that must be marked.
func (p plant) put(t *testing.T, book *excelize.File, cat *catalogue.Catalogue, file string, want map[string]string) {
	t.Helper()
	sheet := p.sheet
	if sheet == "" {
		sheet = "Chỉ tiêu"
	}
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	row := 0
	ind, _ := cat.Indicator(p.row)
	head := map[string]string{"Nhật ký": "Ngày", "Khen thưởng": "Năm", "Ảnh": "Tệp"}[sheet]
	for i, r := range rows {
		switch {
		case ind.Name != "" && len(r) > 1 && r[1] == ind.Name:
			row = i + 1
		case head != "" && len(r) > 0 && r[0] == head:
			fmt.Sscan(p.row, &row)
			row += i + 1
		}
	}
	if row == 0 {
		t.Fatalf("no row for %v", p)
	}
	cell := fmt.Sprintf("%s%d", p.col, row)
	if sheet == "Nhật ký" { // the rest of an event
		values := []any{43600, "Giám sát phối hợp", "", 1, "cuộc"}
		err = book.SetSheetRow(sheet, fmt.Sprintf("A%d", row), &values)
	}
	switch s, text := p.value.(string); {
	case err != nil:
	case p.code == "row.nameless":
		err = book.SetSheetRow(sheet, fmt.Sprintf("A%d", row), &[]any{nil, nil, nil})
	case text && s == "=#REF!":
		err = book.SetCellValue(sheet, cell, errorValue)
	case text && strings.HasPrefix(s, "="):
		if err = book.SetCellValue(sheet, cell, nil); err == nil {
			err = book.SetCellFormula(sheet, cell, s[1:])
		}
	default:
		err = book.SetCellValue(sheet, cell, p.value)
	}
	if err != nil {
		t.Fatal(err)
	}
	if p.at != "" {
		cell = fmt.Sprintf("%s%d", p.at, row)
	}
	want[file+"!"+sheet+"!"+cell] = p.code
}

// errorValue stands for an error value, which the library cannot write.
const errorValue = 987654321

// plantErrors makes error values of the numbers that stand for them.
func plantErrors(t *testing.T, data []byte) []byte {
	t.Helper()
	book := openBook(t, data)
	const part = "xl/worksheets/sheet1.xml"
	xml, _ := book.Pkg.Load(part)
	value := regexp.MustCompile(fmt.Sprintf(`(<c r="[A-Z]+\d+" s="\d+")><v>%d</v>`, errorValue))
	book.Pkg.Store(part, value.ReplaceAll(xml.([]byte), []byte(`$1 t="e"><v>#REF!</v>`)))
	return bookBytes(t, book)
}

// checkCopies holds that of all cells of all copies those of marked have the
// colour of their severity, a comment and a link, and that the copies read as
// the originals did.
func checkCopies(t *testing.T, got *Checked, marked map[string]reports.Severity) {
	t.Helper()
	colours := map[string]reports.Severity{"FF9B9B": reports.Blocking, "FFB84D": reports.Warning}
	is := map[string]reports.Severity{}
	for _, paper := range got.Papers {
		name, ok := strings.CutPrefix(paper.Name, "phan-hoi/")
		if !ok || !strings.HasSuffix(name, ".xlsx") {
			continue
		}
		book := openBook(t, paper.Bytes)
		for _, sheet := range book.GetSheetList() {
			if sheet == "Kết quả kiểm tra" {
				continue
			}
			notes, err := book.GetComments(sheet)
			if err != nil {
				t.Fatal(err)
			}
			noted := map[string]bool{}
			for _, n := range notes {
				noted[n.Cell] = true
			}
			for row := 1; row < 160; row++ {
				for _, col := range "ABCDEFGH" {
					cell := fmt.Sprintf("%c%d", col, row)
					id, _ := book.GetCellStyle(sheet, cell)
					style, err := book.GetStyle(id)
					if err != nil {
						t.Fatal(err)
					}
					if len(style.Fill.Color) == 0 || colours[style.Fill.Color[0]] == "" {
						continue
					}
					is[name+"!"+sheet+"!"+cell] = colours[style.Fill.Color[0]]
					if !noted[cell] {
						t.Errorf("%s!%s!%s is marked and not commented", name, sheet, cell)
					}
				}
			}
		}
	}
	for cell, severity := range marked {
		if is[cell] != severity {
			t.Errorf("%s is marked %q, want %q", cell, is[cell], severity)
		}
	}
	for cell := range is {
		if marked[cell] == "" {
			t.Errorf("%s is marked without a finding", cell)
		}
	}
}
