package check_test

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
	"ccbreport/reports/check"
	"ccbreport/reports/check/checktest"
)

var update = flag.Bool("update", false, "rewrite the wanted sections of testdata")

// outputs are the sections that a case can want; it has those that it is about.
var outputs = map[string]func(checktest.Case) string{
	"settled": func(c checktest.Case) string {
		settled, _ := settle(c)
		return printReturns(settled.Returns)
	},
	"leftout": func(c checktest.Case) string {
		settled, _ := settle(c)
		return checktest.PrintLeftOut(settled.LeftOut)
	},
	"superseded": func(c checktest.Case) string {
		settled, _ := settle(c)
		var b strings.Builder
		for _, file := range slices.Sorted(maps.Keys(settled.Superseded)) {
			fmt.Fprintf(&b, "%s by %s\n", file, settled.Superseded[file])
		}
		return b.String()
	},
	"findings": func(c checktest.Case) string {
		_, findings := settle(c)
		return checktest.Print(findings)
	},
	"complete": func(c checktest.Case) string {
		settled, _ := settle(c)
		return checktest.Print(check.Complete(c.Catalogue, settled, c.Branches, c.Span))
	},
	"magnitude": func(c checktest.Case) string {
		settled, _ := settle(c)
		return checktest.Print(check.Magnitude(c.Catalogue, settled))
	},
	"copies": func(c checktest.Case) string {
		settled, _ := settle(c)
		return checktest.Print(check.Copies(settled, c.Branches))
	},
	"rules": func(c checktest.Case) string {
		settled, _ := settle(c)
		return checktest.Print(check.Rules(c.Catalogue, settled, c.Span))
	},
}

func settle(c checktest.Case) (check.Settled, reports.Findings) {
	return check.Settle(c.Catalogue, c.Returns, c.Books, c.Span)
}

func printReturns(returns []reports.Return) string {
	var b strings.Builder
	for _, r := range returns {
		for _, e := range r.Entries {
			fmt.Fprintf(&b, "%s %s %s %s %s!%s\n", r.Unit, r.Period, e.Code, e.Value, r.File, e.At.Addr)
		}
	}
	return b.String()
}

func TestCases(t *testing.T) {
	for _, file := range cases(t) {
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

func cases(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	return files
}

// TestOrder holds that the order in which returns come makes no difference.
func TestOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, file := range cases(t) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := checktest.Parse(t, archive)
		want := map[string]string{}
		for name, output := range outputs {
			want[name] = output(c)
		}
		for range 5 {
			checktest.Shuffle(c, random)
			for name, output := range outputs {
				if diff := cmp.Diff(want[name], output(c)); diff != "" {
					t.Errorf("%s: %s of the shuffled returns (-first +second):\n%s", file, name, diff)
				}
			}
		}
	}
}

// TestAccount holds, on random returns, that every entry either counts as it was
// read or is left out, once.
func TestAccount(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		c := checktest.Random(t, random)
		settled, _ := settle(c)
		account := map[string]int{}
		for _, r := range c.Returns {
			for _, e := range r.Entries {
				account[e.At.String()]++
			}
		}
		for _, r := range settled.Returns {
			for _, e := range r.Entries {
				account[e.At.String()]--
			}
		}
		for _, l := range settled.LeftOut {
			account[l.At.String()]--
			if l.Why == "" {
				t.Errorf("%s is left out for no reason", l.At)
			}
		}
		for cell, n := range account {
			if n != 0 {
				t.Errorf("%s: %d times too few in the account", cell, n)
			}
		}
		if t.Failed() {
			t.Fatalf("returns:\n%s", printReturns(c.Returns))
		}
	}
}
