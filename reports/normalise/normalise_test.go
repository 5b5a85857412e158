package normalise

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/templates"
)

var update = flag.Bool("update", false, "write what was read into the cases")

// TestCases reads every testdata/*.txtar: workbooks in a text form (see parseBook)
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
			books = append(books, parseBook(f.Name, string(f.Data)))
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

var plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

// parseBook reads the text form of a workbook: "sheet NAME" or "hidden NAME"
// begins a sheet, "merge A1:B2" and "font NAME" say something about it, any
// other line is the next row, its cells parted by "|". A cell is a number where
// it looks like one; "text" in quotes is text, 0.5% a cell shown as a
// percentage, @42787 one shown as a date, =F→7 a formula with its stored result,
// =F without one, #REF! an error, !TRUE a truth value. A row that begins with "~"
// is hidden, "hidecol E" hides a column. "box A1 TEXT" is a text box, and behind a cell stands its look (see
// parseLook).
func parseBook(name, text string) *intake.Book {
	b := &intake.Book{Name: name}
	var s *intake.Sheet
	font, num := "", 0
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "sheet", "hidden":
			b.Sheets = append(b.Sheets, intake.Sheet{Name: rest, Hidden: word == "hidden"})
			s, font, num = &b.Sheets[len(b.Sheets)-1], "", 0
			continue
		case "merge":
			s.Merges = append(s.Merges, parseRange(rest))
			continue
		case "hidecol":
			at := parseRange(rest + "1:" + rest + "1")
			s.HiddenCols = append(s.HiddenCols, intake.Span{First: at.Col1, Last: at.Col1})
			continue
		case "box":
			s.Boxes = append(s.Boxes, parseBox(rest))
			continue
		case "font":
			font = rest
			continue
		}
		num++
		row := intake.Row{Num: num, Hidden: strings.HasPrefix(line, "~")}
		for i, field := range strings.Split(strings.TrimPrefix(line, "~"), "|") {
			text, look := parseLook(field)
			if c, ok := parseCell(text); ok {
				c.Col, c.Font, c.Look = i+1, font, look
				row.Cells = append(row.Cells, c)
			}
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return b
}

func parseCell(s string) (intake.Cell, bool) {
	switch {
	case s == "":
		return intake.Cell{}, false
	case strings.HasPrefix(s, `"`):
		text, err := strconv.Unquote(s)
		if err != nil {
			panic(s)
		}
		return intake.Cell{Text: text}, true
	case strings.HasPrefix(s, "="):
		formula, cached, ok := strings.Cut(s[1:], "→")
		return intake.Cell{Kind: intake.Number, Formula: formula, Text: cached, NoCache: !ok}, true
	case strings.HasPrefix(s, "@"):
		return intake.Cell{Kind: intake.Number, Text: s[1:], Date: true}, true
	case strings.HasPrefix(s, "!"):
		return intake.Cell{Kind: intake.Bool, Text: s[1:]}, true
	case strings.HasPrefix(s, "#"):
		return intake.Cell{Kind: intake.Error, Text: s}, true
	case strings.HasSuffix(s, "%") && plainNumber.MatchString(s[:len(s)-1]):
		return intake.Cell{Kind: intake.Number, Text: s[:len(s)-1], Percent: true}, true
	case plainNumber.MatchString(s):
		return intake.Cell{Kind: intake.Number, Text: s}, true
	}
	return intake.Cell{Text: s}, true
}

func parseRange(s string) intake.Range {
	var c1, c2 byte
	var r1, r2 int
	if _, err := fmt.Sscanf(s, "%c%d:%c%d", &c1, &r1, &c2, &r2); err != nil {
		panic(s)
	}
	return intake.Range{Col1: int(c1-'A') + 1, Row1: r1, Col2: int(c2-'A') + 1, Row2: r2}
}

func dumpReturns(b *strings.Builder, word string, returns []reports.Return) {
	for _, ret := range returns {
		fmt.Fprintf(b, "%s %s %s\n", word, ret.Unit, ret.Period)
		for _, e := range ret.Entries {
			fmt.Fprintf(b, "  %s = %s  %s %q", e.Code, e.Value, e.At.Addr, e.Text)
			if e.Source == reports.FromLog {
				b.WriteString(" log")
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
