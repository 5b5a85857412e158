package batch

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
)

// filler writes into forms what an office that keeps its books writes: every
// cell, agreeing with each other.
type filler struct {
	t     *testing.T
	cat   *catalogue.Catalogue
	given map[string]int // cells written, by code
}

// value is what one unit gives for the n-th period. Members grow by one a
// period, and from branch to branch; nobody dies; of the rest the greater goes
// with the less.
func (f *filler) value(ind catalogue.Indicator, n int) int {
	switch ind.Code {
	case "TC.HV.TONG", "KT.HO":
		return 51 + n + f.given[ind.Code]/4
	case "TC.HV.MOI":
		return 1
	case "DA.DOITHOAI", "DA.DOITHOAI.YK": // one event of 2019, which stands in the log too
		if n != 2 {
			return 0
		}
	case "TC.CHIHOI", "TC.CH.HTT.SO", "TC.CH.HTXS.SO":
		return 3
	case "TD.CCBGM.XET", "TD.CCBGM.DAT", "TD.GDVH.XET", "TD.GDVH.DAT", "TT.NQ.TRIEUTAP", "TT.NQ.LUOT", "TC.SINHHOAT.PHAIDU", "TC.SINHHOAT.DU", "DA.DANGVIEN":
		return 40
	case "KT.NHCS.QUAHAN.TIEN", "TC.HV.DEN", "TC.HV.GIAM.CHET", "TC.HV.GIAM.CHUYEN", "TC.HV.GIAM.XINRA", "TC.HV.GIAM.XOATEN", "TN.TANGLE.NGUOI", "TN.TANGLE.TIEN":
		return 0
	}
	switch {
	case ind.Percent():
		return 100
	case ind.Money() && ind.PerMember[1] > 0:
		return int(ind.PerMember[1]/2) * 50
	case ind.Money():
		return 1_500_000
	}
	return 7
}

func (f *filler) fill(file FormFile) []byte {
	book, err := excelize.OpenReader(bytes.NewReader(file.Bytes))
	f.must(err)
	names := map[string]catalogue.Indicator{}
	for _, ind := range f.cat.Indicators() {
		names[ind.Name] = ind
	}
	rows, err := book.GetRows("Chỉ tiêu")
	f.must(err)
	shared := false
	for i, row := range rows {
		shared = shared || len(row) > 1 && strings.HasPrefix(row[1], "Các chi hội cũng báo cáo")
		if len(row) < 3 || row[2] == "" || row[0] == "STT" || shared {
			continue
		}
		ind := names[row[1]]
		for n := range 4 {
			f.must(book.SetCellValue("Chỉ tiêu", fmt.Sprintf("%c%d", 'D'+n, i+1), f.value(ind, n)))
			f.given[ind.Code]++
		}
	}
	if file.Unit.ID == reports.Ward {
		f.fillWords(book)
	}
	var out bytes.Buffer
	f.must(book.Write(&out))
	return out.Bytes()
}

// fillWords takes over the first standard sentence of every place, and writes
// one event, one award and one photo.
func (f *filler) fillWords(book *excelize.File) {
	rows, err := book.GetRows("Nội dung")
	f.must(err)
	below := false
	for i, row := range rows {
		if below && len(row) > 0 && row[0] != "" {
			say := "Lời của Hội."
			if len(row) > 2 {
				say = row[2]
			}
			f.must(book.SetCellStr("Nội dung", fmt.Sprintf("B%d", i+1), say))
		}
		below = below || len(row) > 0 && row[0] == "Mục"
	}
	for sheet, values := range map[string][]any{
		"Nhật ký": {43600, "Đối thoại", "", 7, "cuộc", 7}, "Khen thưởng": {2019, "Bằng khen", "Hội cấp trên", "Thành tích xuất sắc"}, "Ảnh": {"anh/a.png", "Gặp mặt"},
	} {
		rows, err := book.GetRows(sheet)
		f.must(err)
		f.must(book.SetSheetRow(sheet, fmt.Sprintf("A%d", len(rows)+1), &values))
	}
}

func (f *filler) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

// TestFormsComeBackClean: forms made, filled in and read give every value and
// nothing to correct.
func TestFormsComeBackClean(t *testing.T) {
	job := newWard(5, 3).job
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
	inbox := fstest.MapFS{"anh/a.png": {Data: testPicture(t)}}
	for _, form := range forms {
		inbox[form.Name] = &fstest.MapFile{Data: f.fill(form)}
	}
	job.Inbox = inbox
	got, err := Check(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	f.clean(got)
}

// clean holds that nothing is to be corrected in filled forms, and that all that
// was given is in a figure.
func (f *filler) clean(got *Checked) {
	f.t.Helper()
	for _, found := range got.Findings {
		// What cannot be helped: the form asks for the percentage, the log says the
		// same as the table, and who fills in numbers does not count the branches.
		if !slices.Contains([]string{"percent.given", "table.log.same", "branches.differ"}, found.Code) {
			f.t.Errorf("%s %s %v %s", found.Severity, found.Code, found.At, found.Message)
		}
	}
	for code, n := range f.given {
		if figure, ok := got.Totals.Figures[code]; !ok || len(figure.Cells()) == 0 {
			f.t.Errorf("%s was given %d times and has no figure", code, n)
		}
	}
}

func testPicture(t *testing.T) []byte {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 600, 400))); err != nil {
		t.Fatal(err)
	}
	return picture.Bytes()
}

// TestFormsThroughLibreOffice: forms saved by LibreOffice, as many branches do,
// come back as clean, and still refuse what they refused.
func TestFormsThroughLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	job := newWard(5, 2).job
	forms, _ := filledForms(t, job)
	dir := t.TempDir()
	args := []string{
		"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "inbox"),
	}
	for _, form := range forms[1:] {
		name := filepath.Join(dir, form.Name)
		if err := os.WriteFile(name, form.Bytes, 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	job.Inbox = os.DirFS(filepath.Join(dir, "inbox"))
	got, err := Check(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Branches.Missing) > 0 {
		t.Errorf("missing are %v", got.Branches.Missing)
	}
	for _, found := range got.Findings {
		if found.Severity != reports.Note && found.Code != "text.slot.empty" { // the ward's form is not among them
			t.Errorf("%s %v %s", found.Code, found.At, found.Message)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "inbox", forms[1].Name))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := openBook(t, data).GetDataValidations("Chỉ tiêu")
	if err != nil || len(rules) < 10 {
		t.Errorf("%d rules are left (%v)", len(rules), err)
	}
	for _, r := range rules {
		if r.ErrorStyle != nil && *r.ErrorStyle != "stop" || !r.ShowErrorMessage || r.Error == nil {
			t.Errorf("%s refuses nothing: %+v", r.Sqref, r)
		}
	}
}
