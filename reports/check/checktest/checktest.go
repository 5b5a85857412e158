// Package checktest reads the cases by which check and aggregate are tested: a
// txtar archive with the returns of some units in a form that a person can
// write.
//
//	-- span --
//	2017-01-01..2020-06-30
//	-- branches --
//	a b c
//	-- books --
//	a.xlsx 2020-07-03
//	-- returns --
//	a a.xlsx 2017
//		HV 41 D10
//		log TIEN 281000 F4
//
// A head line of returns holds unit, workbook and period; a period is a year, a
// half or quarter of one (2020h1, 2019q3), a month (2019m7), a day, or two days
// joined by "..", or "-" if unknown. An entry is a code, a value as in
// [reports.Value.String] and a cell of the sheet "S"; a value "99,34%" is a bare
// percentage.
package checktest

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// A Case is what a stage is given.
type Case struct {
	Catalogue *catalogue.Catalogue
	Span      reports.Period
	Branches  []reports.Unit
	Books     map[string]check.Book
	Returns   []reports.Return
}

//go:embed testdata/indicators.toml
var indicators []byte

//go:embed testdata/findings.toml
var findings []byte

// Parse reads a case. Without a file "branches" nobody is expected; without
// "span" it is 2017-01-01..2020-06-30.
func Parse(t testing.TB, archive *txtar.Archive) Case {
	t.Helper()
	c := Case{Catalogue: Catalogue(t), Books: map[string]check.Book{}}
	c.Span = Period(t, "2017-01-01..2020-06-30")
	for _, f := range archive.Files {
		text := string(f.Data)
		switch f.Name {
		case "span":
			c.Span = Period(t, strings.TrimSpace(text))
		case "branches":
			for _, id := range strings.Fields(text) {
				c.Branches = append(c.Branches, reports.Unit{ID: reports.UnitID(id), Name: "Chi hội " + id})
			}
		case "books":
			for _, line := range lines(text) {
				c.Books[line[0]] = check.Book{Modified: modified(t, line[1])}
			}
		case "returns":
			c.Returns = returns(t, text)
		}
	}
	return c
}

// Catalogue returns a small catalogue that has every kind.
func Catalogue(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	cat, err := catalogue.Load(fstest.MapFS{
		catalogue.IndicatorsFile: {Data: indicators},
		catalogue.FindingsFile:   {Data: findings},
	})
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

func returns(t testing.TB, text string) []reports.Return {
	t.Helper()
	var list []reports.Return
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0:
		case line[0] != '\t':
			list = append(list, reports.Return{
				Unit: reports.UnitID(fields[0]), File: fields[1], Period: Period(t, fields[2]),
			})
		default:
			r := &list[len(list)-1]
			r.Entries = append(r.Entries, entry(t, fields, r.File))
		}
	}
	return list
}

func entry(t testing.TB, fields []string, file string) reports.Entry {
	t.Helper()
	source := reports.FromTable
	if fields[0] == "log" {
		source, fields = reports.FromLog, fields[1:]
	}
	e := reports.Entry{
		Code: fields[0], Value: Value(t, fields[1]), Text: fields[1], Source: source,
		At: reports.Cell{File: file, Sheet: "S", Addr: fields[2]},
	}
	if len(fields) > 3 {
		e.Add = strings.TrimPrefix(fields[3], "+")
	}
	return e
}

// Value reads a value of a case: "12", "8/34", "99,34%".
func Value(t testing.TB, s string) reports.Value {
	t.Helper()
	if p, ok := strings.CutSuffix(s, "%"); ok {
		whole, decimals, _ := strings.Cut(p, ",")
		v := reports.Ratio(number(t, whole+decimals), 100)
		for range decimals {
			v.Den *= 10
		}
		return v
	}
	num, den, ratio := strings.Cut(s, "/")
	if !ratio {
		return reports.Int(number(t, num))
	}
	return reports.Ratio(number(t, num), number(t, den))
}

func number(t testing.TB, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Period reads a period of a case: "2017", "2020h1", "2019-01-01..2019-03-31".
func Period(t testing.TB, s string) reports.Period {
	t.Helper()
	var year, n int
	var part rune
	if s == "-" {
		return reports.Period{}
	}
	if first, last, ok := strings.Cut(s, ".."); ok {
		return reports.PeriodOf(day(t, first), day(t, last))
	}
	if strings.Count(s, "-") == 2 {
		return reports.PeriodOf(day(t, s), day(t, s))
	}
	if _, err := fmt.Sscanf(s, "%d%c%d", &year, &part, &n); err != nil {
		return reports.Year(int(number(t, s)))
	}
	months := map[rune]int{'h': 6, 'q': 3, 'm': 1}[part]
	return reports.Months(year, (n-1)*months+1, months)
}

func day(t testing.TB, s string) reports.Day {
	t.Helper()
	d, err := reports.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func modified(t testing.TB, s string) time.Time {
	t.Helper()
	y, m, d := day(t, s).Date()
	return time.Date(y, time.Month(m), d, 9, 0, 0, 0, time.UTC)
}

func lines(text string) [][]string {
	var all [][]string
	for line := range strings.Lines(text) {
		if fields := strings.Fields(line); len(fields) > 0 {
			all = append(all, fields)
		}
	}
	return all
}

func args(a reports.Args) string {
	var words []string
	for _, k := range slices.Sorted(maps.Keys(a)) {
		words = append(words, fmt.Sprintf("%s=%q", k, a[k]))
	}
	return strings.Join(words, " ")
}

// Print writes findings one on a line, with code, unit, arguments and cells.
func Print(findings reports.Findings) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s [%s] %s at", f.Code, f.Unit, args(f.Args))
		for _, c := range f.At {
			fmt.Fprintf(&b, " %s", strings.ReplaceAll(c.String(), "!S!", "!"))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// PrintLeftOut writes what was left out, one entry on a line.
func PrintLeftOut(list []reports.LeftOut) string {
	var b strings.Builder
	for _, l := range list {
		fmt.Fprintf(&b, "%s %s %s %s %s: %s\n", l.Unit, l.Period, l.Code, l.Value,
			strings.ReplaceAll(l.At.String(), "!S!", "!"), l.Why)
	}
	return b.String()
}

// PrintFigure writes a figure with the cells that it was made of.
func PrintFigure(f reports.Figure) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s = %s <", f.Code, f.Value)
	for _, c := range f.Cells() {
		fmt.Fprintf(&b, " %s", strings.ReplaceAll(c.String(), "!S!", "!"))
	}
	b.WriteString("\n")
	return b.String()
}
