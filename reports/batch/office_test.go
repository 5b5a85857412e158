package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// A typing is what is typed into one workbook in LibreOffice.
type typing struct {
	Path string      `json:"path"`
	Type [][3]string `json:"type"` // sheet, cell, text
	Save string      `json:"save,omitempty"`
	Try  bool        `json:"try,omitempty"`
}

// An answer is what LibreOffice makes of one text in one cell.
type answer struct {
	Locked  bool   // nobody can type there
	Invalid bool   // it breaks the rule of the cell
	Stops   bool   // the rule refuses what breaks it
	Says    string // when it does
	Shows   string
}

// typeIn types into workbooks; it skips the test on a machine without
// LibreOffice or without a Python that can speak to it.
func typeIn(t *testing.T, plan []typing) [][]answer {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("no LibreOffice here")
	}
	python := ""
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import uno").Run() == nil {
			python = name
			break
		}
	}
	if python == "" {
		t.Skip("no Python with uno here")
	}
	in, err := json.Marshal(plan)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "testdata/office.py")
	cmd.Stdin = bytes.NewReader(in)
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, complaints.String())
	}
	var answers [][]answer
	if err := json.Unmarshal(out.Bytes(), &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// saveForms writes the forms of a job to a folder and returns their paths.
func saveForms(t *testing.T, job Job) (forms []FormFile, paths []string) {
	t.Helper()
	dir := t.TempDir()
	forms, err := Forms(t.Context(), job, openStore(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range forms {
		path := filepath.Join(dir, form.Name)
		if err := os.WriteFile(path, form.Bytes, 0o666); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return forms, paths
}

// TestFormsRefuseInLibreOffice: of what people type, LibreOffice itself takes
// what is right, refuses what is wrong with the words of the finding that it
// would make, and lets nobody type beside the yellow cells.
func TestFormsRefuseInLibreOffice(t *testing.T) {
	job := newWard(5, 2).job
	forms, paths := saveForms(t, job)
	cat, err := catalogue.Load(job.Templates)
	if err != nil {
		t.Fatal(err)
	}
	row := func(form int, sheet, column, text string) string {
		rows, err := openBook(t, forms[form].Bytes).GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, cells := range rows {
			if n := int(column[0] - 'A'); len(cells) > n && cells[n] == text {
				return fmt.Sprint(i + 1)
			}
		}
		t.Fatalf("%s has no %q", sheet, text)
		return ""
	}
	name := func(code string) string {
		ind, _ := cat.Indicator(code)
		return ind.Name
	}
	const taken, refused, locked = "taken", "refused", "locked"
	var cases []struct{ form, sheet, cell, text, is string }
	add := func(form int, sheet, cell, is string, texts ...string) {
		for _, text := range texts {
			cases = append(cases, struct{ form, sheet, cell, text, is string }{fmt.Sprint(form), sheet, cell, text, is})
		}
	}
	count := row(1, "Chỉ tiêu", "B", name("TC.HV.TONG"))
	add(1, "Chỉ tiêu", "D"+count, taken, "0", "51", "1.862", "")
	add(1, "Chỉ tiêu", "D"+count, refused, "khoảng 30", "không rõ", "-5", "1,5", "50.700.00", "3 người", "12/5/2021x")
	money := row(1, "Chỉ tiêu", "B", name("TN.THAMHOI.TIEN"))
	add(1, "Chỉ tiêu", "E"+money, taken, "0", "1500000", "1.500.000")
	add(1, "Chỉ tiêu", "E"+money, refused, "1.500.000đ", "1,5 triệu", "-1000", "1500000,5", "không")
	percent := row(1, "Chỉ tiêu", "C", "%")
	add(1, "Chỉ tiêu", "F"+percent, taken, "0", "99,34", "100")
	add(1, "Chỉ tiêu", "F"+percent, refused, "150", "-1", "9/10 người", "cao")
	add(1, "Chỉ tiêu", "B"+count, locked, "Tên khác")
	add(1, "Chỉ tiêu", "A"+count, locked, "9")
	add(1, "Hướng dẫn", "A3", locked, "9")
	log := "A" + fmt.Sprint(number(t, row(0, "Nhật ký", "A", "Ngày"))+1)
	add(0, "Nhật ký", log, taken, "15/5/2019", "01/01/2017", "30/6/2020")
	add(0, "Nhật ký", log, refused, "12/5/2021", "32/13/2019", "tháng 5", "2019")
	add(0, "Nhật ký", "D"+log[1:], refused, "mấy cuộc", "-1", "0,5")
	add(0, "Nhật ký", "B"+log[1:], taken, "Đối thoại", "Việc khác")
	add(0, "Danh mục", "A2", locked, "9")

	plan := []typing{{Path: paths[0], Try: true}, {Path: paths[1], Try: true}}
	for _, c := range cases {
		at := &plan[number(t, c.form)]
		at.Type = append(at.Type, [3]string{c.sheet, c.cell, c.text})
	}
	answers := typeIn(t, plan)
	next := [2]int{}
	for _, c := range cases {
		form := number(t, c.form)
		a := answers[form][next[form]]
		next[form]++
		is := taken
		switch {
		case a.Locked:
			is = locked
		case a.Invalid && a.Stops && strings.HasSuffix(a.Says, "."):
			is = refused
		}
		if is != c.is {
			t.Errorf("%s!%s: %q is %s, want %s: %+v", c.sheet, c.cell, c.text, is, c.is, a)
		}
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n := 0
	if _, err := fmt.Sscan(s, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestFormsTypedInLibreOffice: forms typed into in LibreOffice as people write
// numbers and days, cells of every kind, come back with every value and nothing
// to correct.
func TestFormsTypedInLibreOffice(t *testing.T) {
	job := newWard(5, 2).job
	forms, paths := saveForms(t, job)
	cat, err := catalogue.Load(job.Templates)
	if err != nil {
		t.Fatal(err)
	}
	f := &filler{t, cat, map[string]int{}}
	dir := t.TempDir()
	var plan []typing
	for i, form := range forms {
		plan = append(plan, typing{Path: paths[i], Type: f.typed(form), Save: filepath.Join(dir, form.Name)})
	}
	typeIn(t, plan)
	inbox := fstest.MapFS{"anh/a.png": {Data: testPicture(t)}}
	for i, form := range forms {
		data, err := os.ReadFile(plan[i].Save)
		if err != nil {
			t.Fatal(err)
		}
		inbox[form.Name] = &fstest.MapFile{Data: data}
	}
	got := checkInbox(t, job, inbox)
	f.clean(got)
	f.given = map[string]int{} // the same values again
	for _, form := range forms {
		inbox[form.Name] = &fstest.MapFile{Data: f.fill(form)}
	}
	for code, want := range checkInbox(t, job, inbox).Totals.Figures {
		if is := got.Totals.Figures[code]; !is.Value.Equal(want.Value) || len(is.Cells()) != len(want.Cells()) {
			t.Errorf("%s is %v of %d cells, want %v of %d", code, is.Value, len(is.Cells()), want.Value, len(want.Cells()))
		}
	}
}

// typed is what fill puts into a form, as people type it.
func (f *filler) typed(file FormFile) [][3]string {
	blank := openBook(f.t, file.Bytes)
	full := openBook(f.t, f.fill(file))
	var all [][3]string
	for _, sheet := range blank.GetSheetList() {
		was, err := blank.GetRows(sheet)
		f.must(err)
		is, err := full.GetRows(sheet)
		f.must(err)
		for i, row := range is {
			for col, text := range row {
				if i < len(was) && col < len(was[i]) && was[i][col] == text || text == "" {
					continue
				}
				cell := fmt.Sprintf("%c%d", 'A'+col, i+1)
				raw, err := full.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				f.must(err)
				n := int64(0)
				if _, err := fmt.Sscan(raw, &n); err == nil && fmt.Sprint(n) == raw {
					text = viet.Int(n)
					if sheet == "Nhật ký" && col == 0 {
						text = "15/5/2019"
					} else if sheet == "Khen thưởng" && col == 0 {
						text = raw // a year
					}
				}
				all = append(all, [3]string{sheet, cell, text})
			}
		}
	}
	return all
}
