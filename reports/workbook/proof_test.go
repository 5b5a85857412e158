package workbook

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/check"
	"ccbreport/reports/check/checktest"
)

// proofCases are those of this package, with the rows that are wanted, and those by
// which adding is tested.
func proofCases(t *testing.T) (files []string) {
	t.Helper()
	for _, pattern := range []string{"testdata/proof/*.txtar", "../aggregate/testdata/*.txtar"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no cases %s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	return files
}

// proofOf proves every figure that comes of a case, as if a report printed all of them.
func proofOf(t *testing.T, c checktest.Case) Proof {
	t.Helper()
	_, words, _ := loadAll(t)
	settled, _ := check.Settle(c.Catalogue, c.Returns, c.Books, c.Span)
	totals, _ := aggregate.Sum(c.Catalogue, settled, c.Branches, c.Span)
	in := Proof{
		Catalogue: c.Catalogue, Ward: "Hội", Branches: c.Branches, Title: "BÁO CÁO", Number: "05/BC-CCB", Date: c.Span.Last(),
		File: "bao-cao.pdf", Sum: "00", Words: words,
	}
	add := func(unit reports.UnitID, figures map[string]reports.Figure) {
		for _, code := range slices.Sorted(maps.Keys(figures)) {
			in.Printed = append(in.Printed, Printed{Figure: figures[code], Unit: unit, Texts: []string{figures[code].Value.String()}, Section: "I."})
		}
	}
	add("", totals.Figures)
	for _, p := range totals.Periods {
		add("", totals.By[p])
	}
	for _, u := range slices.Sorted(maps.Keys(totals.Units)) {
		add(u, totals.Units[u])
	}
	return in
}

// provedRows are the rows of figures as their formulas are computed by get.
func provedRows(t *testing.T, f *excelize.File, get func(sheet, cell string, opts ...excelize.Options) (string, error)) [][]string {
	t.Helper()
	_, words, _ := loadAll(t)
	rows, err := f.GetRows(words.Proof.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for n := proofHead + 1; n <= len(rows); n++ {
		row := make([]string, proofColumns)
		for col := range row {
			if row[col], err = get(words.Proof.Sheet, at(1+col, n), excelize.Options{RawCellValue: true}); err != nil && !strings.Contains(err.Error(), "#") {
				t.Fatal(err)
			}
		}
		all = append(all, row)
	}
	return all
}

// TestProofCases: every figure of every case, of the ward, of its periods and of its
// units, is what its formulas make of its cells; the same input gives the same bytes.
func TestProofCases(t *testing.T) {
	for _, file := range proofCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := proofOf(t, checktest.Parse(t, archive))
			data := made(t, in)
			if !bytes.Equal(data, made(t, in)) {
				t.Error("the same figures twice have other bytes")
			}
			f := open(t, data)
			var got strings.Builder
			for _, row := range provedRows(t, f, f.CalcCellValue) {
				fmt.Fprintln(&got, strings.Join(row[proofName-1:proofRows], " | "))
				if row[proofAgrees-1] != in.Words.Proof.Agree && row[proofWay-1] != in.Words.Proof.Large {
					t.Errorf("%q", row)
				}
			}
			if strings.HasPrefix(file, "testdata") {
				wantProof(t, file, archive, got.String())
			}
		})
	}
}

// wantProof compares the rows with those that a case wants, or writes them into it.
func wantProof(t *testing.T, file string, archive *txtar.Archive, got string) {
	t.Helper()
	last := &archive.Files[len(archive.Files)-1]
	if last.Name != "proof" {
		t.Fatalf("%s does not end in a section proof", file)
	}
	if diff := cmp.Diff(string(last.Data), got); diff != "" && !*update {
		t.Errorf("-want +got\n%s", diff)
	}
	if *update {
		last.Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func made(t *testing.T, in Proof) []byte {
	t.Helper()
	data, err := MakeProof(in)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestProofCasesInLibreOffice: LibreOffice computes of every case what the formulas
// mean, and every figure one of whose cells is not what it was does not agree any more.
func TestProofCasesInLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	dir := t.TempDir()
	args := []string{
		"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"),
	}
	want := map[string][][]string{}
	for _, file := range proofCases(t) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		in := proofOf(t, checktest.Parse(t, archive))
		f := open(t, made(t, in))
		name := strings.TrimSuffix(filepath.Base(file), ".txtar") + ".xlsx"
		want[name] = provedRows(t, f, f.CalcCellValue)
		if err := f.SaveAs(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		harmCells(t, f, in)
		if err := f.SaveAs(filepath.Join(dir, "harmed-"+name)); err != nil {
			t.Fatal(err)
		}
		args = append(args, filepath.Join(dir, name), filepath.Join(dir, "harmed-"+name))
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	_, words, _ := loadAll(t)
	for name, want := range want {
		if diff := cmp.Diff(want, officeRows(t, filepath.Join(dir, "out", name))); diff != "" {
			t.Errorf("%s (-excelize +LibreOffice)\n%s", name, diff)
		}
		for i, row := range officeRows(t, filepath.Join(dir, "out", "harmed-"+name)) {
			if was := want[i][proofAgrees-1]; was == words.Proof.Agree && row[proofAgrees-1] != words.Proof.Differ {
				t.Errorf("%s: a cell was changed, and nothing is seen: %q", name, row)
			}
		}
	}
}

func officeRows(t *testing.T, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, data)
	return provedRows(t, f, f.GetCellValue)
}

// harmCells makes one cell of each figure another: of a quotient the last one, which is
// below the stroke.
func harmCells(t *testing.T, f *excelize.File, in Proof) {
	t.Helper()
	for _, row := range in.rows() {
		if last := row.span().last; last > 0 {
			cell := at(cellDigits, last)
			if err := f.SetCellValue(in.Words.Proof.Cells, cell, 987654); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestTold: how a figure is printed is said once, and nothing is lost of what is not
// said by another way of printing it.
func TestTold(t *testing.T) {
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{[]string{"812 lượt", "812"}, "812 lượt"},
		{[]string{"90,48%", "90,48"}, "90,48%"},
		{[]string{"tăng 2 cuộc", "2"}, "tăng 2 cuộc; 2"},
		{[]string{"trên 20% chi hội", "23,53"}, "trên 20% chi hội; 23,53"},
		{nil, ""},
	} {
		if got := told(c.texts); got != c.want {
			t.Errorf("%q is told as %q, want %q", c.texts, got, c.want)
		}
	}
}
