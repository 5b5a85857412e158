package catalogue

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/templates"
)

// TestEveryWordForAUnitIsRead: a word that a [[unit]] has means that unit wherever
// it is used: behind a number of it, and in a column of units.
func TestEveryWordForAUnitIsRead(t *testing.T) {
	c, in := load(t, templates.FS)
	u := c.Units()
	for _, unit := range in.Units {
		for _, word := range slices.Concat([]string{unit.Name}, unit.Same, unit.Under, unit.Behind, unit.beforeWords(in.Units)) {
			if strings.HasPrefix(word, "tỷ") {
				continue // behind a number that is thousands of millions
			}
			qs, err := u.Quantities("12 "+word, unit.Name)
			if err != nil || len(qs) != 1 || qs[0].Unit != unit.Name || qs[0].Remark || qs[0].Value.Num != 12 {
				t.Errorf("12 %s of %s are read as %v, %v", word, unit.Name, qs, err)
			}
			general := word == "năm" || slices.Contains(unit.Under, word) || slices.Contains(in.Words.Money, word)
			if u.Is(word) == general {
				t.Errorf("%s: Is = %t without anything that is counted", word, u.Is(word))
			}
		}
		counted := slices.ContainsFunc(in.Indicators, func(ind indicatorTOML) bool { return ind.Unit == unit.Name })
		for _, word := range slices.Concat(unit.Same, unit.Under) {
			if counted && !slices.Contains(c.units.of(word), unit.Name) {
				t.Errorf("%s in a column of units is %v, not %s", word, c.units.of(word), unit.Name)
			}
		}
	}
}

func load(t *testing.T, fsys fs.FS) (*Catalogue, indicatorsTOML) {
	t.Helper()
	c, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := readParts(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c, joined(parts)
}

// TestUnitsOfAWard: what a ward adds is read like what is built in, and takes
// nothing away from it.
func TestUnitsOfAWard(t *testing.T) {
	files := fstest.MapFS{ExtraFile: {Data: []byte(`
[[unit]]
name = "thùng"
same = ["thùng rác", "chiếc thùng"]
under = ["rác"]
[[unit]]
name = "m"
same = ["mét tới"]
[[unit]]
name = "suất"
`)}}
	for _, name := range []string{IndicatorsFile, FindingsFile} {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	c, _ := load(t, files)
	for _, tt := range []struct{ text, own, unit, reason string }{
		{"12 thùng", "thùng", "thùng", ""},
		{"12 thùng rác", "cây", "thùng", "the caller asks"},
		{"12 chiếc thùng", "", "thùng", "the longer word"},
		{"12 chiếc", "thùng", "chiếc", ""},
		{"12 rác", "thùng", "thùng", ""},
		{"12 mét tới", "m", "m", "a word for a unit that there was"},
		{"12 suất", "suất", "suất", "its own"},
		{"12 suất", "lượt", "lượt", "as before"},
	} {
		qs, err := c.Units().Quantities(tt.text, tt.own)
		if err != nil || len(qs) != 1 || qs[0].Unit != tt.unit || qs[0].Remark || !qs[0].Value.Equal(reports.Int(12)) {
			t.Errorf("%s: %q of %s is %v, %v", tt.reason, tt.text, tt.own, qs, err)
		}
	}
	if by, ok := c.Units().Factor("km", "m"); !ok || !by.Equal(reports.Int(1000)) {
		t.Errorf("a km is %v m", by)
	}
}

// TestMeasuresAreKnownToAll: a catalogue of its own that says nothing of money and
// measures still tells them from what it counts.
func TestMeasuresAreKnownToAll(t *testing.T) {
	c, _ := load(t, os.DirFS("testdata/small"))
	for word, want := range map[string]string{"nghìn đồng": "đồng", "ha": "m²", "sào": "m²", "km": "m", "%": "%", "đồng chí": "", "lần": ""} {
		unit, _, ok := c.Units().UnitWord(word)
		if got := c.Units().Dimension(unit); !ok || got != want {
			t.Errorf("%s is of dimension %q, %t; want %q", word, got, ok, want)
		}
	}
	if unit, _, ok := c.Units().UnitWord("hộ"); ok {
		t.Errorf("hộ is %s to a catalogue that has none", unit)
	}
}
