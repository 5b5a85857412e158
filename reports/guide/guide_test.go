package guide

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/fonts"
	"ccbreport/reports/typeset"
	"ccbreport/templates"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// TestGuides: a case is the files of a folder, of which guide.md is read and then those
// that stand in more, and want: the document's dump.
func TestGuides(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files, want := fstest.MapFS{}, len(archive.Files)-1
		for _, f := range archive.Files[:want] {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		more, _ := fs.Glob(files, "more/*.md")
		doc, err := Read(files, append([]string{"guide.md"}, more...)...)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			archive.Files[want].Data = []byte(doc.Dump())
			if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(archive.Files[want].Data), doc.Dump()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestWhatCannotBeSet(t *testing.T) {
	for text, want := range map[string]string{
		"# A\n\ntext\n\n<div>x</div>":     "line 5: HTML is not set",
		"# A\n\n\nof <b>HTML</b>":         "line 4: RawHTML is not set",
		"# A\n\n- ![x](none.png)":         "line 3: read picture: open none.png",
		"# A\n\ntext\n\n> ![x](../y.png)": "line 5: read picture: open ../y.png",
	} {
		_, err := Read(fstest.MapFS{"guide.md": {Data: []byte(text)}}, "guide.md")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if _, err := Read(fstest.MapFS{}, "guide.md"); err == nil {
		t.Error("a guide that is not there was read")
	}
}

// TestOfficersGuide: the guide of the repository can be set as it is, with all of its
// letters and pictures.
func TestOfficersGuide(t *testing.T) {
	doc, err := Read(os.DirFS("../.."), Officers...)
	if err != nil {
		t.Fatal(err)
	}
	p, err := typeset.LoadProfile(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	made, findings, err := typeset.PDF(t.Context(), doc, p.Leaflet(), fonts.FS)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	if made.Pages < 2 {
		t.Errorf("%d pages", made.Pages)
	}
}
