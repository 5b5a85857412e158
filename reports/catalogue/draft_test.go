package catalogue_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// TestProposeIndicator reads testdata/drafts.tsv: a name, the unit beside it, the words
// of its group, and what is proposed. All drafts together make a file that loads, after
// which each name is known by its code.
func TestProposeIndicator(t *testing.T) {
	c := builtIn(t)
	var file []byte
	var taken []string
	list := rows(t, "drafts.tsv", 8)
	for _, row := range list {
		d := c.ProposeIndicator(catalogue.Query{Name: row[0], Unit: row[1], Group: row[2]}, taken...)
		taken = append(taken, d.Code)
		unit := d.Unit
		if d.NewUnit {
			unit = "+" + unit
		}
		got := strings.Join([]string{d.Code, d.Name, unit, string(d.Kind), d.Sentence}, "\t")
		if want := strings.Join(row[3:], "\t"); got != want {
			t.Errorf("%s (%s):\n got %s\nwant %s", row[0], row[1], got, want)
		}
		var err error
		if file, err = catalogue.AppendIndicator(file, d); err != nil {
			t.Fatal(err)
		}
	}
	c, err := catalogue.Load(withExtra(t, file))
	if err != nil {
		t.Fatalf("%v in\n%s", err, file)
	}
	for i, row := range list {
		if m := c.Find(catalogue.Query{Name: row[0], Unit: row[1]}); m.Code != taken[i] {
			t.Errorf("%s (%s) is then %q by %q, not %s", row[0], row[1], m.Code, m.Rule, taken[i])
		}
	}
}

// TestEveryDraftIsWhole: whatever a name is, its draft has all that must be there, and a
// sentence that the reports can print.
func TestEveryDraftIsWhole(t *testing.T) {
	c := builtIn(t)
	names := [][]string{{"", ""}, {"?", "?"}, {"{số}", "⟦"}, {"1", "m3"}, {"Số", "số"}, {"Trồng", "cây"}, {strings.Repeat("a ", 300), "con"}}
	for _, row := range append(rows(t, "domain.tsv", 4), rows(t, "grammar.tsv", 5)...) {
		names = append(names, row[1:3])
	}
	for _, n := range names {
		d := c.ProposeIndicator(catalogue.Query{Name: n[0], Unit: n[1]})
		before, after, found := strings.Cut(d.Sentence, catalogue.FigurePlace)
		strange := strings.ContainsAny(before+after, "{}⟦⟧") || !strings.HasSuffix(after, ".") || strings.Contains(d.Sentence, "  ")
		if _, taken := c.Indicator(d.Code); taken || !found || strange || d.Unit == "" || d.Kind == "" || d.Section == "" {
			t.Errorf("%q: %+v", n, d)
		}
	}
}

// TestProposeToOthers: a catalogue that says nothing of proposals proposes no sentence.
func TestProposeToOthers(t *testing.T) {
	c, err := catalogue.Load(small(t, "", ""))
	if err != nil {
		t.Fatal(err)
	}
	d := c.ProposeIndicator(catalogue.Query{Name: "Hội viên biết bơi", Unit: "người"})
	if d.Sentence != "" || d.Section != "A" || d.Unit != "người" || d.Kind != catalogue.Stock || d.Code != "A.HOIVIEN" {
		t.Errorf("got %+v", d)
	}
}

// withExtra are the built-in files with what a ward adds to them.
func withExtra(t *testing.T, extra []byte) fs.FS {
	t.Helper()
	files := builtInFiles(t)
	files[catalogue.ExtraFile] = &fstest.MapFile{Data: extra}
	return files
}

// builtInFiles are copies of the files of the built-in catalogue.
func builtInFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := catalogue.Files(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}
