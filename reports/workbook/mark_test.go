package workbook

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is got into the cases")

// TestMarkedParts holds, part by part, what marking changes of a workbook; what a
// case does not name under want stays as it is. With -update the cases are
// written anew.
func TestMarkedParts(t *testing.T) {
	_, words, _ := loadAll(t)
	files, err := filepath.Glob("testdata/mark/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			cas, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want := map[string]string{}, map[string]string{}
			var kept []txtar.File
			for _, f := range cas.Files {
				if name, ok := strings.CutPrefix(f.Name, "want/"); ok {
					want[name] = string(f.Data)
					continue
				}
				name := strings.TrimPrefix(f.Name, "in/")
				in[name], kept = string(f.Data), append(kept, f)
			}
			r := receipt(nil, testFaults)
			r.Data = packed(t, "mark/"+filepath.Base(file))
			out, err := Mark(r, words)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, f := range unpacked(t, out) {
				if text := string(f.Data); text != in[f.Name] {
					got[f.Name] = readable(text)
					kept = append(kept, txtar.File{Name: "want/" + f.Name, Data: []byte(readable(text))})
				}
				delete(in, f.Name)
			}
			for name := range in {
				t.Errorf("%s is gone", name)
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(&txtar.Archive{Comment: cas.Comment, Files: kept}), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// readable ends what people compare with a new line.
func readable(text string) string { return strings.TrimSuffix(text, "\n") + "\n" }

// unpacked are the parts of a workbook, in their order.
func unpacked(t *testing.T, data []byte) []txtar.File {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []txtar.File
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, txtar.File{Name: f.Name, Data: body})
	}
	return parts
}

// TestMarkedCopiesInLibreOffice: LibreOffice opens marked copies of workbooks of
// all programs, and shows our comments beside theirs.
func TestMarkedCopiesInLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	_, words, _ := loadAll(t)
	dir := t.TempDir()
	args := []string{
		"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "saved"),
	}
	want := map[string]string{"libreoffice.xlsx": "A2 B3 B4", "openpyxl.xlsx": "A2 B3 B4", "excel.xlsx": "A2 B3 B4", "excelize.xlsx": "B3 B4"}
	for name, data := range map[string][]byte{
		"libreoffice.xlsx": file(t, "libreoffice-comment.xlsx"), "openpyxl.xlsx": file(t, "openpyxl-comment.xlsx"),
		"excel.xlsx": packed(t, "mark/excel.txtar"), "excelize.xlsx": received(t, nil),
	} {
		out, err := Mark(receipt(data, testFaults), words)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, out, 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, cells := range want {
		data, err := os.ReadFile(filepath.Join(dir, "saved", name))
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, data)
		comments, err := f.GetComments("Số 'A' liệu")
		if err != nil {
			t.Fatal(err)
		}
		var is []string
		for _, c := range comments {
			is = append(is, c.Cell)
		}
		slices.Sort(is)
		if got := strings.Join(is, " "); got != cells {
			t.Errorf("%s: LibreOffice has comments at %s, want %s", name, got, cells)
		}
		if got := fillOf(t, f, "Số 'A' liệu", "B3"); got != mustFill {
			t.Errorf("%s: B3 is filled %q", name, got)
		}
		if rules, err := f.GetDataValidations("Số 'A' liệu"); err != nil || len(rules) != 1 {
			t.Errorf("%s: %d rules (%v)", name, len(rules), err)
		}
		if width, err := f.GetColWidth("Số 'A' liệu", "A"); strings.HasPrefix(name, "openpyxl") && (err != nil || width < 30) {
			t.Errorf("%s: column A is %v wide (%v)", name, width, err)
		}
		if first, err := f.GetCellValue("Kết quả kiểm tra", "A1"); err != nil || !IsOurs(first) {
			t.Errorf("%s: no list (%v)", name, err)
		}
		unmarked(t, name, data, words)
	}
}

// unmarked holds that a copy saved by LibreOffice, in which all but one cell are
// right now, has that one mark, one list, and the comments of its people.
func unmarked(t *testing.T, name string, data []byte, words *Words) {
	t.Helper()
	const sheet = "Số 'A' liệu"
	out, err := Mark(receipt(data, []Fault{{Severity: reports.Warning, Message: "Khác.", At: []reports.Cell{{File: "a.xlsx", Sheet: sheet, Addr: "A3"}}}}), words)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, out)
	want := map[string]string{
		"libreoffice.xlsx": "A2 A3", "openpyxl.xlsx": "A2 A3 B4", "excel.xlsx": "A2 A3 B3", "excelize.xlsx": "A3",
	}
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var is []string
	for _, c := range comments {
		is = append(is, c.Cell)
	}
	slices.Sort(is)
	if got := strings.Join(is, " "); got != want[name] {
		t.Errorf("%s: corrected, it has comments at %s, want %s", name, got, want[name])
	}
	for _, cell := range []string{"B3", "B4"} {
		if got := fillOf(t, f, sheet, cell); got == mustFill || got == shouldFill {
			t.Errorf("%s: corrected, %s is filled %q", name, cell, got)
		}
	}
	if got := fillOf(t, f, sheet, "A3"); got != shouldFill {
		t.Errorf("%s: A3 is filled %q", name, got)
	}
	if n := strings.Count(strings.Join(f.GetSheetList(), "|"), "Kết quả kiểm tra"); n != 1 {
		t.Errorf("%s: %d lists", name, n)
	}
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// packed is the workbook of a case.
func packed(t *testing.T, name string) []byte {
	t.Helper()
	cas, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	for _, f := range cas.Files {
		if name, ok := strings.CutPrefix(f.Name, "in/"); ok {
			if err := pack(w, name, f.Data); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

// TestMarkTakesAnything: whatever is broken of a workbook, what comes back is a
// workbook with the list in it.
func TestMarkTakesAnything(t *testing.T) {
	_, words, _ := loadAll(t)
	cas, err := txtar.ParseFile("testdata/mark/excel.txtar")
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for n := range 400 {
		var data bytes.Buffer
		w := zip.NewWriter(&data)
		for _, f := range cas.Files {
			name, ok := strings.CutPrefix(f.Name, "in/")
			if !ok {
				continue
			}
			body := slices.Clone(f.Data)
			if rng.IntN(6) == 0 {
				from := rng.IntN(len(body))
				to := from + rng.IntN(min(len(body)-from, 40))
				switch rng.IntN(3) {
				case 0:
					body = slices.Delete(body, from, to)
				case 1:
					body = slices.Insert(body, from, body[from:to]...)
				default:
					body[from] = byte(rng.IntN(128))
				}
			}
			if err := pack(w, name, body); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r := receipt(nil, testFaults)
		r.Data = data.Bytes()
		out, err := Mark(r, words)
		if err != nil {
			t.Fatalf("%d: %v", n, err)
		}
		if !slices.ContainsFunc(unpacked(t, out), func(f txtar.File) bool { return bytes.Contains(f.Data, []byte(Ours)) }) {
			t.Errorf("%d: no list", n)
		}
	}
}
