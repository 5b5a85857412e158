package aggregate_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/check"
	"ccbreport/reports/check/checktest"
)

var update = flag.Bool("update", false, "rewrite the wanted sections of testdata")

// outputs are the sections that a case can want; it has those that it is about.
var outputs = map[string]func(checktest.Case) string{
	"figures": func(c checktest.Case) string {
		totals, _ := sum(c)
		return printFigures(totals.Figures)
	},
	"by": func(c checktest.Case) string {
		totals, _ := sum(c)
		var b strings.Builder
		for _, p := range totals.Periods {
			fmt.Fprintf(&b, "%s\n%s", p, printFigures(totals.By[p]))
		}
		return b.String()
	},
	"units": func(c checktest.Case) string {
		totals, _ := sum(c)
		var b strings.Builder
		for _, u := range slices.Sorted(maps.Keys(totals.Units)) {
			fmt.Fprintf(&b, "%s\n%s", u, printFigures(totals.Units[u]))
		}
		return b.String()
	},
	"givers": func(c checktest.Case) string {
		totals, _ := sum(c)
		var b strings.Builder
		for _, code := range slices.Sorted(maps.Keys(totals.Givers)) {
			fmt.Fprintf(&b, "%s %s\n", code, totals.Givers[code])
		}
		return b.String()
	},
	"leftout": func(c checktest.Case) string {
		totals, _ := sum(c)
		return checktest.PrintLeftOut(totals.LeftOut)
	},
	"findings": func(c checktest.Case) string {
		_, findings := sum(c)
		return checktest.Print(findings)
	},
}

func sum(c checktest.Case) (*aggregate.Totals, reports.Findings) {
	settled, _ := check.Settle(c.Catalogue, c.Returns, c.Books, c.Span)
	return aggregate.Sum(c.Catalogue, settled, c.Branches, c.Span)
}

func printFigures(figures map[string]reports.Figure) string {
	var b strings.Builder
	for _, code := range slices.Sorted(maps.Keys(figures)) {
		b.WriteString("  " + checktest.PrintFigure(figures[code]))
	}
	return b.String()
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Comment) == 0 {
				t.Error("a case begins with the reason for which it is there")
			}
			c := checktest.Parse(t, archive)
			for i, f := range archive.Files {
				output, ok := outputs[f.Name]
				if !ok {
					continue
				}
				got := output(c)
				if diff := cmp.Diff(string(f.Data), got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
				archive.Files[i].Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestOrder holds, on random returns, that the same totals and findings come of
// them in any order.
func TestOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		c := checktest.Random(t, random)
		totals, findings := sum(c)
		checktest.Shuffle(c, random)
		again, findingsAgain := sum(c)
		if diff := cmp.Diff(totals, again); diff != "" {
			t.Fatalf("totals of the shuffled returns (-first +second):\n%s", diff)
		}
		if diff := cmp.Diff(findings, findingsAgain); diff != "" {
			t.Fatalf("findings of the shuffled returns (-first +second):\n%s", diff)
		}
	}
}

// TestAccount holds, on random returns, that every entry that was read is either
// in a figure of the ward, as it was read, or left out once, and that no figure
// is made of anything else.
func TestAccount(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		c := checktest.Random(t, random)
		totals, _ := sum(c)
		added := map[reports.Cell]reports.Value{}
		for _, f := range allFigures(totals) {
			if len(f.From) == 0 {
				t.Errorf("%s %s is made of nothing", f.Code, f.Period)
			}
			for _, e := range f.From {
				added[e.At] = e.Value
			}
		}
		left := map[reports.Cell]int{}
		for _, l := range totals.LeftOut {
			left[l.At]++
			if l.Why == "" {
				t.Errorf("%s %s is left out for no reason", l.Code, l.At)
			}
		}
		for _, r := range c.Returns {
			for _, e := range r.Entries {
				value, in := added[e.At]
				delete(added, e.At)
				switch {
				case in && left[e.At] > 0:
					t.Errorf("%s %s is added and left out", e.Code, e.At)
				case !in && left[e.At] != 1:
					t.Errorf("%s %s is not added, and left out %d times", e.Code, e.At, left[e.At])
				case in && value != e.Value:
					t.Errorf("%s %s is added as %s and was read as %s", e.Code, e.At, value, e.Value)
				}
			}
		}
		for at := range added {
			t.Errorf("%s was added and never read", at)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
}

func allFigures(totals *aggregate.Totals) []reports.Figure {
	figures := slices.Collect(maps.Values(totals.Figures))
	for _, p := range totals.Periods {
		figures = slices.AppendSeq(figures, maps.Values(totals.By[p]))
	}
	return figures
}

// TestLaws holds, on random returns, what must be true of sums whatever they are
// made of.
func TestLaws(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		c := checktest.Random(t, random)
		totals, _ := sum(c)
		for _, f := range allFigures(totals) {
			ind, _ := c.Catalogue.Indicator(f.Code)
			if ind.Num != "" || ind.Percent() {
				continue
			}
			want := reports.Int(0)
			for _, e := range f.From {
				want, _ = want.Add(e.Value)
			}
			if !f.Value.Equal(want) {
				t.Errorf("%s is %s, its entries add up to %s", f.Code, f.Value, want)
			}
			if f.Value.Num < 0 {
				t.Errorf("%s wrapped around: %s", f.Code, f.Value)
			}
			if len(ind.Parts) == 0 && ind.Kind == "flow" && overlap(f.From) {
				t.Errorf("%s adds one day of one unit twice: %v", f.Code, f.From)
			}
		}
		for i, p := range totals.Periods {
			if i > 0 && p.Overlaps(totals.Periods[i-1]) || !totals.Span.Contains(p) {
				t.Errorf("periods %v of %s", totals.Periods, totals.Span)
			}
		}
		if t.Failed() {
			t.FailNow()
		}
	}
}

// overlap reports whether a table of a unit speaks of a day of which another
// entry of that unit speaks.
func overlap(from []reports.Contribution) bool {
	for i, a := range from {
		for _, b := range from[:i] {
			if a.Unit == b.Unit && a.Period.Overlaps(b.Period) &&
				(a.Source == reports.FromTable || b.Source == reports.FromTable) {
				return true
			}
		}
	}
	return false
}
