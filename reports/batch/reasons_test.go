package batch

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/workbook"
)

// checkRow is the row of the sheet of checks that is about a rule.
func checkRow(t *testing.T, book *excelize.File, rule string) int {
	t.Helper()
	rows, err := book.GetRows("Kiểm tra")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 1 && r[1] == rule })
	if i < 0 {
		t.Fatalf("no row for %q", rule)
	}
	return i + 1
}

const funerals = "Hội viên từ trần và tang lễ, phúng viếng"

// broken is a filled form in which one died more than was buried, and a row has
// more of a part than there is in all.
func broken(t *testing.T, job Job) ([]FormFile, *excelize.File) {
	t.Helper()
	forms, cat := filledForms(t, job)
	book := openBook(t, forms[1].Bytes)
	for _, p := range []plant{
		{1, "", "TC.HV.GIAM.CHET", "D", 1, "", ""}, {1, "", "TC.HV.TONG", "D", 50, "", ""}, {1, "", "TC.HV.DEN", "E", 1, "", ""},
		{1, "", "DA.HOAGIAI.THANH", "E", 40, "", ""},
	} {
		p.put(t, book, cat, "", map[string]string{})
	}
	return forms, book
}

// TestAReasonSilencesItsRule: what a branch writes beside a rule makes a note of
// the finding, for this rule and this branch alone; it is never a figure.
func TestAReasonSilencesItsRule(t *testing.T) {
	job := newWard(5, 3).job
	for _, c := range []struct {
		reason, why string
		silent      bool
	}{
		{"none is given", "", false},
		{"in words", "Gia đình tổ chức ở quê, chi hội không dự", true},
		{"a number is no figure", "12", true},
		{"nothing but a space", "  ", false},
	} {
		inbox, _ := filledInbox(t, job)
		forms, book := broken(t, job)
		if err := book.SetCellValue("Kiểm tra", fmt.Sprintf("D%d", checkRow(t, book, funerals)), c.why); err != nil {
			t.Fatal(err)
		}
		inbox[forms[1].Name].Data = bookBytes(t, book)
		got := checkInbox(t, job, inbox)
		var codes []string
		for _, f := range got.Findings {
			if strings.HasPrefix(f.Code, "rule.") {
				codes = append(codes, fmt.Sprintf("%s %s %s", f.Code, f.Severity, f.Unit))
			}
			if f.Code == "rule.reasoned" && (!strings.Contains(f.Message, "“"+c.why+"”") || f.At[len(f.At)-1].Sheet != "Kiểm tra") {
				t.Errorf("%s: the note says %q at %v", c.reason, f.Message, f.At)
			}
		}
		want := []string{"rule.part warning ch-1", "rule.funerals warning ch-1"}
		if c.silent {
			want = []string{"rule.part warning ch-1", "rule.reasoned note ch-1"}
		}
		slices.Sort(codes)
		if slices.Sort(want); !slices.Equal(codes, want) {
			t.Errorf("%s: found %q", c.reason, codes)
		}
		letter := string(returned(got, "phan-hoi/ch-1.txt"))
		if strings.Contains(letter, "từ trần") == c.silent || !strings.Contains(letter, "ghi lý do ở trang Kiểm tra") {
			t.Errorf("%s: the letter says\n%s", c.reason, letter)
		}
		for code, f := range got.Totals.Figures {
			if slices.ContainsFunc(f.Cells(), func(at reports.Cell) bool { return at.Sheet == "Kiểm tra" }) {
				t.Errorf("%s: %s is of the sheet of checks", c.reason, code)
			}
		}
	}
}

// TestFormsCheckThemselves: the formulas of a form, worked out by LibreOffice, name
// the rules that are broken, with their periods, and no other.
func TestFormsCheckThemselves(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	_, book := broken(t, newWard(5, 2).job)
	dir := t.TempDir()
	name := filepath.Join(dir, "phieu.xlsx")
	if err := os.WriteFile(name, bookBytes(t, book), 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), name).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "out", "phieu.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := openBook(t, data).GetRows("Kiểm tra")
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	below := false
	for _, row := range rows {
		if below && len(row) > 2 && row[2] != "" {
			said = append(said, row[1]+": "+row[2])
		}
		below = below || len(row) > 3 && workbook.IsReasonHead(row[3])
	}
	want := []string{
		funerals + ": CHƯA KHỚP: Năm 2017.",
		"Hòa giải thành không nhiều hơn số vụ hòa giải: CHƯA KHỚP: Năm 2018.",
	}
	if !slices.Equal(said, want) {
		t.Errorf("the form says %q", said)
	}
}
