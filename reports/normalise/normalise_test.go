package normalise

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/grid/gridtest"
	"ccbreport/reports/viet"
	"ccbreport/templates"
)

var update = flag.Bool("update", false, "write what was read into the cases")

// TestCases reads every testdata/*.txtar: workbooks in a text form (see gridtest.Book)
// and the dump of what they say.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			runCase(t, cat, file)
		})
	}
}

func runCase(t *testing.T, cat *catalogue.Catalogue, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{
		Catalogue: cat, YearStart: [2]int{1, 1},
		Ward: reports.Unit{Name: "Hội Cựu chiến binh phường Hoa Sen", Aliases: []string{"Hội CCB phường Hoa Sen"}},
		Span: reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30)),
		Term: reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2021, 12, 31)),
	}
	var books []*intake.Book
	for i, f := range ar.Files {
		switch {
		case f.Name == "branches":
			for _, line := range strings.Split(strings.TrimSpace(string(f.Data)), "\n") {
				id, names, _ := strings.Cut(line, " ")
				parts := strings.Split(names, ";")
				opt.Branches = append(opt.Branches, reports.Unit{ID: reports.UnitID(id), Name: strings.TrimSpace(parts[0]), Aliases: parts[1:]})
			}
		case f.Name == "readings": // heads = those that count
			opt.Readings = map[string]string{}
			for line := range strings.Lines(string(f.Data)) {
				heads, reading, _ := strings.Cut(strings.TrimSpace(line), " = ")
				opt.Readings[viet.Key(heads)] = reading
			}
		case f.Name == "senders": // file = branch
			opt.Senders = map[string]reports.UnitID{}
			for line := range strings.Lines(string(f.Data)) {
				file, unit, _ := strings.Cut(strings.TrimSpace(line), " = ")
				opt.Senders[file] = reports.UnitID(unit)
			}
		case f.Name == "want":
			res := Books(books, opt)
			addsUp(t, books, res)
			got := dumpResult(res)
			if *update {
				ar.Files[i].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		default:
			books = append(books, gridtest.Book(f.Name, string(f.Data)))
		}
	}
}

// addsUp holds the account of every sheet to its number cells: each has exactly
// one fate.
func addsUp(t *testing.T, books []*intake.Book, res Result) {
	t.Helper()
	for i, b := range books {
		for _, s := range b.Sheets {
			sum := 0
			for _, f := range res.Books[i].Fates {
				if f.Sheet == s.Name {
					sum += f.Count
				}
				if f.Is == "" {
					t.Errorf("%s!%s: %d number cells without a fate", b.Name, s.Name, f.Count)
				}
			}
			if want := grid.Numbers(s); sum != want {
				t.Errorf("%s!%s: %d number cells have a fate, %d are there", b.Name, s.Name, sum, want)
			}
		}
	}
}

func dumpReturns(b *strings.Builder, word string, returns []reports.Return) {
	for _, ret := range returns {
		fmt.Fprintf(b, "%s %s %s\n", word, ret.Unit, ret.Period)
		for _, e := range ret.Entries {
			fmt.Fprintf(b, "  %s = %s  %s %q", e.Code, e.Value, e.At.Addr, e.Text)
			if e.Source == reports.FromLog {
				b.WriteString(" log")
			}
			if e.Estimated {
				b.WriteString(" estimated")
			}
			b.WriteString("\n")
		}
	}
}

func dumpResult(res Result) string {
	var b strings.Builder
	for _, k := range res.Books {
		fmt.Fprintf(&b, "book %s units=%v %s\n", k.Name, k.Units, k.Rejected)
		for i, f := range k.Fates {
			if i == 0 || k.Fates[i-1].Sheet != f.Sheet {
				fmt.Fprintf(&b, "  numbers of %s:", f.Sheet)
			}
			fmt.Fprintf(&b, " %s %d", f.Is, f.Count)
			if i+1 == len(k.Fates) || k.Fates[i+1].Sheet != f.Sheet {
				b.WriteString("\n")
			}
		}
	}
	dumpReturns(&b, "return", res.Returns)
	dumpReturns(&b, "target", res.Targets)
	dumpReturns(&b, "earlier", res.Earlier)
	for _, a := range res.Awards {
		fmt.Fprintf(&b, "award %d | %s | %s | %s  %s\n", a.Year, a.Form, a.Giver, a.For, a.At.Addr)
	}
	for _, p := range res.Paragraphs {
		fmt.Fprintf(&b, "text %s | %s  %s\n", p.Section, p.Text, p.At.Addr)
	}
	for _, p := range res.Photos {
		fmt.Fprintf(&b, "photo %s | %s  %s\n", p.File, p.Caption, p.At.Addr)
	}
	for _, f := range res.Findings.Sorted() {
		var at []string
		for _, c := range f.At {
			at = append(at, strings.TrimPrefix(c.String(), c.File+"!"))
		}
		fmt.Fprintf(&b, "finding %s %s %s", f.Code, f.Unit, strings.Join(at, ","))
		for _, k := range slices.Sorted(maps.Keys(f.Args)) {
			if k != "file" && k != "cell" && k != "sheet" {
				fmt.Fprintf(&b, " %s=%q", k, f.Args[k])
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
