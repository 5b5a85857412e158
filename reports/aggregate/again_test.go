package aggregate_test

import (
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/check/checktest"
)

// TestReckonedAgain: every figure of every case, and of random returns, follows from
// its own entries in one of the three ways, and all three are met.
func TestReckonedAgain(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	met := map[aggregate.Way]int{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		reckonAll(t, file, checktest.Parse(t, archive), met)
	}
	random := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		reckonAll(t, "random", checktest.Random(t, random), met)
	}
	if met[aggregate.Added] == 0 || met[aggregate.Divided] == 0 || met[aggregate.Taken] == 0 {
		t.Errorf("met are %v", met)
	}
}

func reckonAll(t *testing.T, name string, c checktest.Case, met map[aggregate.Way]int) {
	t.Helper()
	totals, _ := sum(c)
	sets := slices.Concat(
		[]map[string]reports.Figure{totals.Figures}, slices.Collect(maps.Values(totals.By)), slices.Collect(maps.Values(totals.Units)),
	)
	for _, figures := range sets {
		for code, f := range figures {
			ind, _ := c.Catalogue.Indicator(code)
			r, ok := aggregate.Reckon(ind, f)
			if !ok {
				t.Errorf("%s: %s of %s is %v, worked out again %v of %d and %d terms", name, code, f.Period, f.Value, r.Result, len(r.Terms), len(r.Under))
			}
			met[r.Way]++
		}
	}
}
