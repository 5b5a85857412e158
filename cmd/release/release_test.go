package main

import (
	"archive/zip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var long = flag.Bool("long", false, "make a release, twice, install it, and run its program for Windows where wine is")

// TestRelease makes a release of two copies of the tree in folders of different names,
// wants the same sums, and looks at the packages. It compiles the program for two
// systems and needs modules that nothing else does, so `go test ./...` leaves it out
// unless a skip is a failure.
func TestRelease(t *testing.T) {
	if !*long && os.Getenv("CCBREPORT_TEST_STRICT") != "1" {
		t.Skip("packages are made with -long only: the same bytes in any folder, the .deb in a clean root")
	}
	one, other := releaseOf(t, "tree"), releaseOf(t, "Bản sao của cây")
	if diff := cmp.Diff(read(t, one, "SHA256SUMS"), read(t, other, "SHA256SUMS")); diff != "" {
		t.Errorf("the release depends on the folder:\n%s", diff)
	}
	if n := strings.Count(read(t, one, "SHA256SUMS"), "\n"); n != 5 {
		t.Errorf("%d packages", n)
	}
	t.Run("zip", func(t *testing.T) { lookIntoZip(t, filepath.Join(one, forWindows.named(".zip"))) })
	t.Run("parts", func(t *testing.T) {
		lookAtParts(t, read(t, one, forLinux.named(".cdx.json")), "github.com/spf13/cobra", "modernc.org/sqlite", "std")
		lookAtParts(t, read(t, one, forWindows.named(".cdx.json")), "github.com/inconshreveable/mousetrap")
	})
	t.Run("deb", func(t *testing.T) { inCleanRoot(t, filepath.Join(one, "ccbreport_"+version()+"_amd64.deb")) })
	if *long {
		t.Run("wine", func(t *testing.T) { underWine(t, filepath.Join(one, forWindows.named(".zip"))) })
	}
}

// releaseOf makes a release of a copy of the module in a folder of that name.
func releaseOf(t *testing.T, name string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), name)
	copyTree(t, "../..", root)
	out := filepath.Join(t.TempDir(), "dist")
	if err := release(root, out); err != nil {
		t.Fatal(err)
	}
	return out
}

// copyTree copies what a release is made of: not what was made here, nor git's own.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	files := os.DirFS(from)
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && (strings.HasPrefix(name, ".") || slices.Contains([]string{"out", "state", "dist"}, name)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o777)
		case !d.Type().IsRegular():
			return nil
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), data, 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// unzipped are the files of a zip.
func unzipped(t *testing.T, name string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(data)
	}
	return all
}

func lookIntoZip(t *testing.T, name string) {
	files := unzipped(t, name)
	for name, begins := range map[string]string{
		"ccbreport.exe": "MZ", "bat-dau.bat": "@chcp 65001", guidePDF: "%PDF-1.4", licences: "==== Go ====", "LICENSE": "MIT",
		"README.md": "# ccbreport", windowTask: "<?xml",
	} {
		if !strings.HasPrefix(files[name], begins) {
			t.Errorf("%s begins with %.20q, want %q", name, files[name], begins)
		}
		delete(files, name)
	}
	for name := range files {
		t.Errorf("%s is in the zip and nobody looks at it", name)
	}
}

// lookAtParts wants modules in a CycloneDX list.
func lookAtParts(t *testing.T, text string, modules ...string) {
	t.Helper()
	var list struct {
		BomFormat  string
		Metadata   struct{ Component struct{ Version string } }
		Components []struct{ Name, Version string }
	}
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(list.BomFormat, " ", list.Metadata.Component.Version); got != "CycloneDX "+version() {
		t.Error(got)
	}
	for _, module := range modules {
		if !slices.ContainsFunc(list.Components, func(c struct{ Name, Version string }) bool { return c.Name == module && c.Version != "" }) {
			t.Errorf("%s is not among the %d parts", module, len(list.Components))
		}
	}
}
