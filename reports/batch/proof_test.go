package batch

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
	"ccbreport/reports/viet"
)

// The sheets and columns of a proof that the tests look at, counted from 0.
const (
	proofFigures, proofCells = "Đối chiếu", "Ô đã lấy"
	proofName                = 1
	proofPeriod              = 2
	proofOwner               = 3
	proofText                = 5
	proofPrinted             = 6
	proofAgain               = 10
	proofAgrees              = 11

	cellRole   = 8
	cellDigits = 9
)

// proofWards are the sample, whose report has branches and sub-periods, and a ward
// whose report has an earlier year and a plan.
var proofWards = map[string]func(t *testing.T) Job{
	"sample": func(*testing.T) Job { return sampleJob() },
	"year":   func(t *testing.T) Job { job, _ := yearWard(t); return job },
}

// proved makes a final of a job and returns it with its proof.
func proved(t *testing.T, job Job) (final archive.Edition, proof []byte) {
	t.Helper()
	store, draft := drafted(t, job)
	final, err := Approve(t.Context(), draft, Issue{Number: "05", Date: job.Span.Last() + 15}, means, store)
	if err != nil {
		t.Fatal(err)
	}
	if proof, err = final.Read(ProofFile); err != nil {
		t.Fatal(err)
	}
	return final, proof
}

// proofRows are the rows of figures of a proof, by their numbers.
func proofRows(t *testing.T, data []byte) map[string][]string {
	t.Helper()
	rows, err := openBook(t, data).GetRows(proofFigures, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	found, below := map[string][]string{}, false
	for _, row := range rows {
		if below {
			found[row[0]] = append(row, make([]string, 14-len(row))...)
		}
		below = below || row != nil && row[0] == "STT"
	}
	return found
}

// A provable is what a proof says of one figure.
type provable struct{ Name, Days, Owner, Printed string }

// provables are the figures that the document of an edition prints, found in its file
// of data without the code that gathers them: whatever has the code of a figure.
func provables(t *testing.T, job Job, e archive.Edition) []provable {
	t.Helper()
	raw, err := e.Read(archive.Data)
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Document any }
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	data, err := trace.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	cat, err := catalogue.Load(job.Templates)
	if err != nil {
		t.Fatal(err)
	}
	refs := map[[3]string]bool{}
	gatherRefs(file.Document, refs)
	var all []provable
	for ref := range refs {
		f, period, owner := printedUnder(t, job, data, ref)
		ind, _ := cat.Indicator(ref[0])
		digits, _ := ind.Digits(f.Value)
		all = append(all, provable{ind.Name, viet.Date(period.From) + " - " + viet.Date(period.Last()), owner, digits})
	}
	return all
}

func gatherRefs(v any, refs map[[3]string]bool) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			gatherRefs(e, refs)
		}
	case map[string]any:
		if code, _ := v["Figure"].(string); code != "" {
			refs[[3]string{code, v["Period"].(string), v["Unit"].(string)}] = true
		}
		for _, e := range v {
			gatherRefs(e, refs)
		}
	}
}

// printedUnder is the figure of a code, a period and a unit.
func printedUnder(t *testing.T, job Job, data *trace.Data, ref [3]string) (f trace.Figure, period reports.Period, owner string) {
	t.Helper()
	period, figures, owner := job.Span, data.Figures, job.Unit.Short
	if ref[1] != "" {
		for _, p := range slices.Concat(data.Periods, data.Earlier) {
			if p.Period.String() == ref[1] {
				period, figures = p.Period, p.Figures
			}
		}
	}
	if ref[2] == string(reports.Plan) {
		figures, owner = data.Plan, "Chỉ tiêu giao"
	}
	for _, u := range data.Units {
		if string(u.Unit) == ref[2] {
			figures, owner = u.Figures, u.Name
		}
	}
	f, ok := figures[ref[0]]
	if !ok {
		t.Errorf("nobody knows the figure of %q", ref)
	}
	return f, period, owner
}

// TestProofHasEveryFigure: the proof beside a final has a row for every figure that its
// document prints, once, and links to cells that are there; the final lists it.
func TestProofHasEveryFigure(t *testing.T) {
	for name, job := range proofWards {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			job := job(t)
			final, proof := proved(t, job)
			if !slices.ContainsFunc(final.Manifest.Outputs, func(h archive.Hashed) bool { return h.Name == ProofFile && h.SHA256 == archive.Sum(proof) }) {
				t.Errorf("the manifest lists %v", final.Manifest.Outputs)
			}
			want := provables(t, job, final)
			var got []provable
			for _, row := range proofRows(t, proof) {
				got = append(got, provable{row[proofName], row[proofPeriod], row[proofOwner], row[proofPrinted]})
			}
			order := func(a, b provable) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) }
			slices.SortFunc(want, order)
			slices.SortFunc(got, order)
			if diff := cmp.Diff(want, got); diff != "" || len(got) < 30 {
				t.Errorf("%d figures (-printed +proved)\n%s", len(got), diff)
			}
			for from, to := range sheetLinks(t, proof, "sheet2") {
				if _, err := os.Stat(final.Path(to[0])); err != nil {
					t.Errorf("%s leads to nothing: %v", from, err)
				}
			}
		})
	}
}

// recalculated lets LibreOffice compute workbooks; it skips the test where there is
// none.
func recalculated(t *testing.T, books map[string][]byte) map[string][]byte {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	dir := t.TempDir()
	args := []string{
		"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"),
	}
	for _, name := range slices.Sorted(maps.Keys(books)) {
		file := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(file, books[name], 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	computed := map[string][]byte{}
	for name := range books {
		if computed[name], err = os.ReadFile(filepath.Join(dir, "out", name+".xlsx")); err != nil {
			t.Fatal(err)
		}
	}
	return computed
}

// TestProofAgreesInLibreOffice: LibreOffice computes every figure that a final prints,
// and tells of each figure one of whose cells is not what it was, and of no other.
func TestProofAgreesInLibreOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("no LibreOffice here")
	}
	books := map[string][]byte{}
	for name, job := range proofWards {
		_, books[name] = proved(t, job(t))
	}
	damaged, harmed := harm(t, books["year"])
	books["harmed"] = damaged
	computed := recalculated(t, books)
	for name, data := range computed {
		rows := proofRows(t, data)
		if len(rows) != len(proofRows(t, books[name])) {
			t.Errorf("%s: %d rows", name, len(rows))
		}
		for n, row := range rows {
			want := "khớp"
			if role := harmed[n]; name == "harmed" && role != "" {
				want = "LỆCH"
			}
			if row[proofAgrees] != want || (row[proofAgain] == row[proofPrinted]) != (want == "khớp") {
				t.Errorf("%s: %q, want %s", name, row, want)
			}
			judgePrinted(t, row)
		}
	}
	if len(harmed) == 0 {
		t.Error("no cell was harmed")
	}
	tally, err := openBook(t, computed["harmed"]).GetCellValue(proofFigures, "A6")
	if want := fmt.Sprintf("lệch %d dòng", len(harmed)); err != nil || !strings.Contains(tally, want) {
		t.Errorf("the tally says %q, want %q (%v)", tally, want, err)
	}
}

// judgePrinted holds the number of a row against the text that the report prints, where
// that is one number.
func judgePrinted(t *testing.T, row []string) {
	t.Helper()
	text, _, _ := strings.Cut(row[proofText], "; ")
	number, _, _ := strings.Cut(strings.TrimSuffix(text, "%"), " ")
	number = strings.NewReplacer(".", "", ",", ".").Replace(number)
	if strings.Trim(number, "0123456789.") == "" && number != row[proofPrinted] && !strings.Contains(row[7], "đếm") {
		t.Errorf("printed is %q, proved %q: %q", text, row[proofPrinted], row)
	}
}

// harm changes one copied cell of each role, of different figures, and returns the role
// by the number of the figure.
func harm(t *testing.T, proof []byte) (data []byte, harmed map[string]string) {
	t.Helper()
	book := openBook(t, proof)
	rows, err := book.GetRows(proofCells, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	harmed = map[string]string{}
	met := map[string]bool{"Là": true}
	for i, row := range rows {
		if len(row) <= cellDigits || met[row[cellRole]] || harmed[row[0]] != "" {
			continue
		}
		met[row[cellRole]], harmed[row[0]] = true, row[cellRole]
		n := 0.0
		if _, err := fmt.Sscan(row[cellDigits], &n); err != nil {
			t.Fatal(err)
		}
		if err := book.SetCellValue(proofCells, fmt.Sprintf("J%d", i+1), n+100); err != nil {
			t.Fatal(err)
		}
	}
	return bookBytes(t, book), harmed
}
