package ward_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
)

// TestReplies: testdata/replies/*.txtar say how people fill in cau-hoi.xlsx of the ward in
// ward.txtar: copies by their names, and in each, a line a row,
//
//	KEY | ANSWER | REASON | WHO            on the sheet of questions
//	+ KEY | NAME | UNIT | SECTION | KIND   of a new indicator
//	= CELL | ANSWER                        of one blank
//
// A section "sorted" has rows and columns turned round. All of them go through LibreOffice
// and into the inbox; wanted is what the next check keeps, refuses and asks. Run with
// -update to rewrite that.
func TestReplies(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	files, err := filepath.Glob("testdata/replies/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	files = slices.DeleteFunc(files, func(f string) bool { return filepath.Base(f) == "ward.txtar" })
	config := unpack(t, "testdata/replies/ward.txtar")
	checkWard(t, config)
	query := filepath.Join(filepath.Dir(config), "out", "kiem-tra", "cau-hoi.xlsx")
	saved := t.TempDir()
	cases := map[string]*txtar.Archive{}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases[file] = a
		for i, f := range copiesIn(a) {
			fillByHand(t, query, filepath.Join(saved, copyName(file, i)), string(f.Data), holdsSection(a, "sorted"))
		}
	}
	throughOffice(t, soffice, saved)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a := cases[file]
			config := unpack(t, "testdata/replies/ward.txtar")
			for i, f := range copiesIn(a) {
				name := strings.TrimSuffix(copyName(file, i), ".xlsx") + filepath.Ext(f.Name)
				if err := os.Rename(filepath.Join(saved, name), filepath.Join(filepath.Dir(config), "inbox", f.Name)); err != nil {
					t.Fatal(err)
				}
			}
			a.Files = slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
			before := txtar.Format(a)
			got := append(before, "-- want --\n"+replied(t, config)...)
			if flag.Lookup("update").Value.String() == "true" { // that of the package itself
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), string(got)); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// unpack puts a ward on disk and returns its configuration.
func unpack(t *testing.T, file string) string {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := txtar.Write(a, dir); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "config.toml")
}

func checkWard(t *testing.T, config string) (*ward.Ward, ward.Answer) {
	t.Helper()
	w, err := ward.Open(config, ward.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found, err := w.Check(t.Context(), ward.Ask{})
	if !say.HasAnswer(err) {
		t.Fatal(err)
	}
	return w, found
}

// replied writes what a check makes of the workbooks in the inbox, and that another finds
// the same.
func replied(t *testing.T, config string) string {
	t.Helper()
	w, found := checkWard(t, config)
	book, err := w.Config.Answers()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, a := range book.Answers {
		fmt.Fprintf(&b, "answer %s = %s (%s)", a.Key, a.Choice, a.Said)
		if a.Why+a.By != "" {
			fmt.Fprintf(&b, " # %s, %s", a.Why, a.By)
		}
		if n := a.Indicator; n != nil {
			fmt.Fprintf(&b, " %s %s, %s, %s: %s", n.Code, n.Name, n.Unit, n.Section, n.Sentence)
		}
		b.WriteString("\n")
		for _, c := range a.Cells {
			if c.Value != "" || c.Drop {
				fmt.Fprintf(&b, "  %s %s %v\n", c.At, c.Value, c.Drop)
			}
		}
	}
	told := toldOf(found)
	if _, again := checkWard(t, config); toldOf(again) != told {
		t.Errorf("the next check finds\n%s\nnot\n%s", toldOf(again), told)
	}
	return b.String() + told
}

// toldOf writes what is refused and what is asked still.
func toldOf(found ward.Answer) string {
	var lines []string
	for _, f := range found.Checked.Findings {
		if f.Code == "answer.refused" {
			lines = append(lines, "refused "+f.Message)
		}
	}
	for _, q := range found.Questions {
		lines = append(lines, "asked "+q.Key)
	}
	return strings.Join(lines, "\n") + "\n"
}

func copiesIn(a *txtar.Archive) []txtar.File {
	return slices.DeleteFunc(slices.Clone(a.Files), func(f txtar.File) bool { return !strings.HasPrefix(f.Name, "cau-hoi") })
}

func holdsSection(a *txtar.Archive, name string) bool {
	return slices.ContainsFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
}

func copyName(file string, i int) string {
	return fmt.Sprintf("%s-%d.xlsx", strings.TrimSuffix(filepath.Base(file), ".txtar"), i)
}

// sheetOf is the sheet that a line fills in: what begins the line, the column in which its
// row is found, and the first of those that it fills.
var sheetOf = map[string]struct {
	sheet, first string
	column       int
}{"": {"Câu hỏi", "D", 8}, "+": {"Chỉ tiêu mới", "D", 8}, "=": {"Từng dòng", "E", 4}}

// fillByHand fills in a copy of a workbook of questions.
func fillByHand(t *testing.T, from, to, lines string, sorted bool) {
	t.Helper()
	book, err := excelize.OpenFile(from)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for line := range strings.Lines(lines) {
		mark := ""
		if rest, ok := strings.CutPrefix(line, "+ "); ok {
			mark, line = "+", rest
		} else if rest, ok := strings.CutPrefix(line, "= "); ok {
			mark, line = "=", rest
		}
		var cells []any
		for _, s := range strings.Split(line, "|") {
			cells = append(cells, strings.TrimSpace(s))
		}
		on := sheetOf[mark]
		row := rowWith(t, book, on.sheet, on.column, cells[0].(string), mark == "=")
		cells = cells[1:]
		if err := book.SetSheetRow(on.sheet, fmt.Sprint(on.first, row), &cells); err != nil {
			t.Fatal(err)
		}
	}
	if sorted {
		turnRound(t, book, "Câu hỏi")
	}
	if err := book.SaveAs(to); err != nil {
		t.Fatal(err)
	}
}

// rowWith is the row that has a word in a column: at the end of its text, or at its
// beginning.
func rowWith(t *testing.T, book *excelize.File, sheet string, column int, word string, end bool) int {
	t.Helper()
	all, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range all {
		if len(row) < column {
			continue
		}
		if text := row[column-1]; strings.HasPrefix(text, word) && !end || end && strings.Contains(text, word) {
			return i + 1
		}
	}
	t.Fatalf("no row of %s has %q: %q", sheet, word, all)
	return 0
}

// turnRound puts the rows and columns of a sheet from its hidden marks on into the
// opposite order.
func turnRound(t *testing.T, book *excelize.File, sheet string) {
	t.Helper()
	all, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	marks := slices.IndexFunc(all, func(row []string) bool { return slices.Contains(row, "ccbreport:key") })
	width := len(all[marks])
	turned := func(row []string) []any {
		out := make([]any, width)
		for i := range out {
			if k := width - 1 - i; k < len(row) {
				out[i] = row[k]
			}
		}
		return out
	}
	for i := marks; i < len(all); i++ {
		row := turned(all[i])
		at := i + 1
		if i > marks+1 { // below the heads
			at = len(all) - (i - marks - 2)
		}
		if err := book.SetSheetRow(sheet, fmt.Sprint("A", at), &row); err != nil {
			t.Fatal(err)
		}
	}
}

// throughOffice lets LibreOffice save all workbooks of a folder in its own form, and
// those again as Excel does.
func throughOffice(t *testing.T, soffice, dir string) {
	t.Helper()
	for _, way := range [][2]string{{"*.xlsx", "ods"}, {"*.ods", "xlsx:Calc MS Excel 2007 XML"}} {
		files, err := filepath.Glob(filepath.Join(dir, way[0]))
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", way[1], "--outdir", dir}
		if out, err := exec.Command(soffice, append(args, files...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
}
