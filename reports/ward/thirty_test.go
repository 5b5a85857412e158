package ward_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/question"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/history"
	"ccbreport/reports/ward/say"

	"github.com/xuri/excelize/v2"
)

// An added is a row that wards put below their tables, of testdata/thirty/rows.tsv.
type added struct {
	name, unit string
	values     [4]int64 // of the sample's four periods
	last       bool     // a level: the last period counts
	section    string   // given in the place of a wrong proposal
	unitGiven  string
}

// mostAdded is how many workbooks of the sample get the rows.
const mostAdded = 17

func addedRows(t *testing.T) []added {
	t.Helper()
	data, err := os.ReadFile("testdata/thirty/rows.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var list []added
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 9 {
			continue
		}
		a := added{name: f[0], unit: f[1], last: f[6] == "last", section: f[7], unitGiven: f[8]}
		for i := range a.values {
			if a.values[i], err = strconv.ParseInt(f[2+i], 10, 64); err != nil {
				t.Fatal(err)
			}
		}
		list = append(list, a)
	}
	return list
}

// sum is the ward's figure when every branch n has n more than the row says.
func (a added) sum(more int64) int64 {
	total := int64(0)
	for n := range int64(mostAdded) {
		for i, v := range a.values {
			if !a.last || i == 3 {
				total += v + n + more
			}
		}
	}
	if strings.HasPrefix(a.unit, "triệu") {
		total *= 1_000_000
	}
	return total
}

// sampleWith puts the sample ward on disk, with the rows below the tables of seventeen of
// its workbooks, and returns its configuration. What its branches are asked to report is
// as it was before any of the rows was in the catalogue.
func sampleWith(t *testing.T, rows []added, more int64) string {
	t.Helper()
	dir := t.TempDir()
	text, err := os.ReadFile("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	config := strings.NewReplacer(`"reports/testdata/ngoc-thuy/inbox"`, `"inbox"`, `templates = ""`, `templates = "mau"`).Replace(string(text))
	if err := errors.Join(
		os.WriteFile(filepath.Join(dir, "config.toml"), []byte(config), 0o666),
		os.CopyFS(filepath.Join(dir, "mau"), os.DirFS("testdata/thirty/mau")),
		os.CopyFS(filepath.Join(dir, "inbox"), os.DirFS("../testdata/ngoc-thuy/inbox")),
	); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "inbox", "*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	n := int64(0)
	for _, file := range files {
		if base := filepath.Base(file); n < mostAdded && !strings.HasPrefix(base, "~$") && !strings.Contains(base, "phuong") && addRows(t, file, rows, n+more) {
			n++
		}
	}
	if n != mostAdded {
		t.Fatalf("the rows stand in %d workbooks", n)
	}
	return filepath.Join(dir, "config.toml")
}

// addRows puts rows below the last numbered row of a workbook's first sheet, if its table
// begins with ordinals.
func addRows(t *testing.T, file string, rows []added, more int64) bool {
	t.Helper()
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet, last := book.GetSheetList()[0], 0
	all, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range all {
		if len(row) > 3 && strings.Trim(row[0], "0123456789") == "" && row[0] != "" {
			last = i + 1
		}
	}
	if last == 0 {
		return false
	}
	if err := book.InsertRows(sheet, last+1, 1+len(rows)); err != nil {
		t.Fatal(err)
	}
	lines := [][]any{{"VII", "Chỉ tiêu bổ sung năm 2025 - 2026"}}
	for i, a := range rows {
		lines = append(lines, []any{100 + i, a.name, a.unit, a.values[0] + more, a.values[1] + more, a.values[2] + more, a.values[3] + more})
	}
	for i, line := range lines {
		if err := book.SetSheetRow(sheet, "A"+strconv.Itoa(last+1+i), &line); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
	return true
}

// fillIn answers in a workbook of questions that every name is an indicator of its own, in
// the section and the unit that are given.
func fillIn(t *testing.T, from, to string, questions []ward.Question, rows []added) {
	t.Helper()
	book, err := excelize.OpenFile(from)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	set := func(sheet, at, text string) {
		if err := book.SetCellStr(sheet, at, text); err != nil {
			t.Fatal(err)
		}
	}
	asked := rowsOf(t, book, "Câu hỏi", 8)
	news := rowsOf(t, book, "Chỉ tiêu mới", 8)
	for _, q := range questions {
		i := slices.IndexFunc(q.Choices, func(c ward.Choice) bool { return c.ID == reports.New })
		set("Câu hỏi", "D"+strconv.Itoa(asked[q.Key]), q.Choices[i].Text)
		for _, a := range rows {
			if q.New != nil && q.New.Name == a.name {
				set("Chỉ tiêu mới", "E"+strconv.Itoa(news[q.Key]), a.unitGiven)
				set("Chỉ tiêu mới", "F"+strconv.Itoa(news[q.Key]), a.section)
			}
		}
	}
	if err := book.SaveAs(to); err != nil {
		t.Fatal(err)
	}
}

// rowsOf are the rows of a sheet by the keys in one of its columns.
func rowsOf(t *testing.T, book *excelize.File, sheet string, column int) map[string]int {
	t.Helper()
	all, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, row := range all {
		if len(row) >= column {
			at[row[column-1]] = i + 1
		}
	}
	return at
}

// TestThirtyNames: names that a catalogue lacks, in half of the branches' workbooks, are
// answered in one workbook, and from then on they are figures like all others.
func TestThirtyNames(t *testing.T) {
	if testing.Short() {
		t.Skip("half a minute")
	}
	rows := addedRows(t)
	config := sampleWith(t, rows, 0)
	w, err := ward.Open(config, ward.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found, err := w.Check(t.Context(), ward.Ask{})
	if !errors.Is(err, say.ErrBlocked) || len(found.Questions) > 30 {
		t.Fatalf("%v, %d questions", err, len(found.Questions))
	}
	dir := filepath.Dir(config)
	fillIn(t, filepath.Join(found.Folder, "cau-hoi.xlsx"), filepath.Join(dir, "inbox", "cau-hoi.xlsx"), found.Questions, rows)
	if found, err = w.Check(t.Context(), ward.Ask{}); err != nil {
		for _, q := range found.Questions {
			t.Log(q.Key, q.Text, q.Choices)
		}
		for _, f := range found.Findings.List {
			if f.Code == "answer.refused" {
				t.Log(f.Message)
			}
		}
		t.Fatal(err)
	}
	wantFigures(t, found.Checked, rows, 0)
	inForms(t, w, rows)
	made, err := w.Run(t.Context(), ward.Ask{})
	if err != nil {
		t.Fatal(err)
	}
	inReport(t, w, made.Edition, found.Checked, rows)
	nextPeriod(t, dir, rows)
}

// wantFigures makes sure that nothing is asked and that all rows are figures.
func wantFigures(t *testing.T, c *batch.Checked, rows []added, more int64) {
	t.Helper()
	for _, q := range c.Questions {
		t.Errorf("asked: %s", q.Text)
	}
	for _, a := range rows {
		code := codeOf(c, a.name)
		if f := c.Totals.Figures[code]; !f.Value.Equal(reports.Int(a.sum(more))) {
			t.Errorf("%s [%s]: %v, want %d", a.name, code, f.Value, a.sum(more))
		}
		if a.section != "" && len(c.Heeded) > 0 {
			wantSection(t, c, code, a.section)
		}
	}
}

func wantSection(t *testing.T, c *batch.Checked, code, section string) {
	t.Helper()
	codes := map[string]string{"Xây dựng tổ chức Hội": "TC", "Hoạt động tình nghĩa": "TN", "Phong trào, cuộc vận động ở địa phương": "PT"}
	if ind, _ := c.Catalogue.Indicator(code); ind.Section != codes[section] {
		t.Errorf("%s stands in %s, want %s", code, ind.Section, codes[section])
	}
}

func codeOf(c *batch.Checked, name string) string {
	for _, ind := range c.Catalogue.Indicators() {
		if ind.Name == name {
			return ind.Code
		}
	}
	return ""
}

// inForms makes sure that the forms of the branches have the rows.
func inForms(t *testing.T, w *ward.Ward, rows []added) {
	t.Helper()
	out := t.TempDir()
	made, err := w.Forms(t.Context(), ward.Ask{}, out)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []ward.Form{made.Files[1], made.Files[20]} {
		book, err := excelize.OpenFile(filepath.Join(out, file.Name))
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, sheet := range book.GetSheetList() {
			all, err := book.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range all {
				text.WriteString(strings.Join(row, "\n") + "\n")
			}
		}
		for _, a := range rows {
			if n := strings.Count(text.String(), "\n"+a.name+"\n"); n != 1 {
				t.Errorf("%s has %q %d times", file.Name, a.name, n)
			}
		}
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// inReport makes sure that the draft says every row's sentence with its figure, and that
// each figure tells which answer it rests on.
func inReport(t *testing.T, w *ward.Ward, edition string, c *batch.Checked, rows []added) {
	t.Helper()
	for _, a := range rows {
		code := codeOf(c, a.name)
		ind, _ := c.Catalogue.Indicator(code)
		before, after, _ := strings.Cut(ind.Sentence, "{số}")
		figure := viet.Int(a.sum(0))
		if strings.HasPrefix(a.unit, "triệu") {
			figure += " đồng"
		}
		told, err := w.Explain(edition, "", code)
		if err != nil {
			t.Fatal(err)
		}
		f := told.Figures[0]
		if said := strings.TrimSuffix(before+figure+after, "."); !slices.ContainsFunc(f.Printed, func(p history.Printed) bool { return strings.Contains(p.Sentence, said) }) {
			t.Errorf("the draft does not say %q but %v", said, f.Printed)
		}
		if len(f.Answers) != 1 || f.Answers[0].About != a.name {
			t.Errorf("%s rests on %v", code, f.Answers)
		}
	}
}

// nextPeriod makes sure that the same names with new values are not asked about again: the
// answers are all that is left of the period before.
func nextPeriod(t *testing.T, dir string, rows []added) {
	t.Helper()
	config := sampleWith(t, rows, 5)
	data, err := os.ReadFile(filepath.Join(dir, question.AnswersFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(config), question.AnswersFile), data, 0o666); err != nil {
		t.Fatal(err)
	}
	w, err := ward.Open(config, ward.Options{})
	if err != nil {
		t.Fatal(err)
	}
	span := reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 12, 31))
	if _, err := w.Accept(t.Context(), ward.Ask{Span: span}, ward.Letting{Code: "period.missing.all", Why: "nửa cuối năm 2020 chưa có"}); err != nil {
		t.Fatal(err)
	}
	found, err := w.Check(t.Context(), ward.Ask{Span: span})
	if !say.HasAnswer(err) {
		t.Fatal(err)
	}
	wantFigures(t, found.Checked, rows, 5)
}
