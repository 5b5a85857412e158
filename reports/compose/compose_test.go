package compose

import (
	"cmp"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

var update = flag.Bool("update", false, "rewrite the wanted documents")

// TestCases composes each case and compares the dump. A case names the built-in
// template that it uses; one with a template brings its text only, the blocks
// are those of the mid-term report; one with indicators adds them to the catalogue.
func TestCases(t *testing.T) {
	built := loadCatalogue(t)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]string{}
			for _, f := range ar.Files {
				parts[f.Name] = string(f.Data)
			}
			cat := built
			if extra := parts["indicators"]; extra != "" {
				cat = loadWard(t, catalogue.ExtraFile, extra)
			}
			report := cmp.Or(strings.TrimSpace(parts["report"]), "giua-nhiem-ky")
			tmpl, err := Load(templateFS(t, parts["template"]), report, cat)
			if err != nil {
				t.Fatal(err)
			}
			doc, findings, err := tmpl.Compose(readInput(t, parts["input"]))
			if err != nil {
				t.Fatal(err)
			}
			got := doc.Dump() + dumpFindings(findings)
			checkClean(t, doc)
			checkTied(t, doc)
			if *update {
				rewrite(t, file, ar, got)
				return
			}
			if diff := gocmp.Diff(parts["want"], got); diff != "" {
				t.Errorf("document differs (-want +got):\n%s", diff)
			}
		})
	}
}

// templateFS returns the built-in templates, or in place of the mid-term report
// one with this text and the built-in blocks.
func templateFS(t *testing.T, text string) fs.FS {
	t.Helper()
	if text == "" {
		return templates.FS
	}
	source, err := fs.ReadFile(templates.FS, "giua-nhiem-ky.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := string(source[strings.Index(string(source), "{{define"):])
	return withShared(t, "giua-nhiem-ky", []byte(text+"\n"+blocks))
}

// withShared is a folder with one template beside the blocks that all share.
func withShared(t *testing.T, name string, source []byte) fs.FS {
	t.Helper()
	fsys := fstest.MapFS{name + ".md": {Data: source}}
	for _, file := range sharedFiles {
		shared, err := fs.ReadFile(templates.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		fsys[file] = &fstest.MapFile{Data: shared}
	}
	return fsys
}

func dumpFindings(findings reports.Findings) string {
	var b strings.Builder
	for _, f := range findings.Sorted() {
		b.WriteString("\nfinding: " + f.Code)
		for _, k := range []string{"section", "slot", "indicator", "of"} {
			if v, ok := f.Args[k]; ok {
				b.WriteString(" " + k + "=" + v)
			}
		}
		for _, at := range f.At {
			b.WriteString(" @" + at.String())
		}
	}
	return b.String() + "\n"
}

func rewrite(t *testing.T, file string, ar *txtar.Archive, got string) {
	t.Helper()
	kept := ar.Files[:0]
	for _, f := range ar.Files {
		if f.Name != "want" {
			kept = append(kept, f)
		}
	}
	ar.Files = append(kept, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
		t.Fatal(err)
	}
}
