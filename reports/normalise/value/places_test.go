package value

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/grid/gridtest"
	"ccbreport/reports/viet"
	"ccbreport/templates"
)

var update = flag.Bool("update", false, "write what was read into testdata/places.txt")

// TestValue reads the cells of testdata/places.txt, each in its place and with its
// comment: what counts, what is kept of the cell, and what is said. "below" is the one cell of
// a row under it.
func TestValue(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/places.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, line := range strings.SplitAfter(string(data), "\n") {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "|")
		if strings.HasPrefix(line, "#") || len(cells) < 6 {
			got.WriteString(line)
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		cells[5] = valueDump(t, cat, cells)
		got.WriteString(strings.Join(cells, " | ") + "\n")
	}
	if *update {
		if err := os.WriteFile("testdata/places.txt", []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := strings.Split(string(data), "\n")
	for i, line := range strings.Split(got.String(), "\n") {
		if i < len(want) && strings.TrimSpace(line) != strings.TrimSpace(want[i]) {
			t.Errorf("places.txt:%d:\n got %s\nwant %s", i+1, line, want[i])
		}
	}
}

func valueDump(t *testing.T, cat *catalogue.Catalogue, cells []string) string {
	t.Helper()
	ind, ok := cat.Indicator(cells[1])
	if !ok {
		t.Fatalf("no indicator %q", cells[1])
	}
	scale, _ := strconv.ParseInt(cells[2], 10, 64)
	book := gridtest.Book("b.xlsx", "sheet S\n"+cells[0]+"\n(1) Cây|bóng mát\n"+cells[4]+"\n")
	g := grid.Sheets(cat.Units(), book, nil)[0]
	p := Place{Sheet: g, Indicator: ind, Scale: max(scale, 1), Measure: cells[3], Unit: "b1"}
	var words []string
	var said reports.Findings
	r := Reader{cat, func(code string, unit reports.UnitID, args reports.Args, at reports.Cell) {
		said.Add(code, unit, args, at)
	}}
	c := g.Rows[0].Cells[0]
	for _, x := range r.Settled(c, p) {
		word := x.Code + "=" + x.Value.String()
		if x.Text != viet.Clean(c.Text) {
			word += fmt.Sprintf(" of %q", x.Text)
		}
		words = append(words, word)
	}
	for _, f := range said {
		words = append(words, findingDump(f))
	}
	return strings.Join(words, "; ")
}

func findingDump(f reports.Finding) string {
	out := f.Code
	for _, k := range slices.Sorted(maps.Keys(f.Args)) {
		if k != "file" && k != "cell" && k != "sheet" && k != "indicator" {
			out += fmt.Sprintf(" %s=%q", k, f.Args[k])
		}
	}
	return out
}
