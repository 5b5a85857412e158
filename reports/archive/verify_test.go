package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// many are the inputs of an edition of 50 files.
func many() []Blob {
	var files []Blob
	for i := range 50 {
		files = append(files, Blob{fmt.Sprintf("chi hội/chi_hoi_%02d.xlsx", i), []byte(fmt.Sprintf("workbook %d", i))})
	}
	return files
}

// flip changes one bit of a file.
func flip(t *testing.T, name string, at int) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[at] ^= 1
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func verified(t *testing.T, e Edition) []Difference {
	t.Helper()
	list, err := e.Verify()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestEveryFlippedByteIsNamed: one byte changes in every file of four editions,
// the manifests apart, and each file is named once.
func TestEveryFlippedByteIsNamed(t *testing.T) {
	s := open(t, t.TempDir())
	flipped := 0
	for n := range 4 {
		m := draft(fmt.Sprint(n))
		e, err := s.Put(t.Context(), m, many(), outputs)
		if err != nil {
			t.Fatal(err)
		}
		if got := verified(t, e); got != nil {
			t.Fatalf("before: %v", got)
		}
		var want []Difference
		for name := range tree(t, e.Dir) {
			if strings.HasSuffix(name, "/") || name == manifestName {
				continue
			}
			flip(t, e.Path(name), n%2)
			want = append(want, Difference{name, Changed})
		}
		slices.SortFunc(want, func(a, b Difference) int { return strings.Compare(a.File, b.File) })
		if diff := cmp.Diff(want, verified(t, e)); diff != "" {
			t.Errorf("edition %d (-want +got)\n%s", n, diff)
		}
		flipped += len(want)
	}
	if flipped < 200 {
		t.Errorf("flipped %d files only", flipped)
	}
}

// TestEveryByteOfTheManifestCounts flips each byte of a manifest in turn: the
// manifest is always named, and so is a file that is harmed as well.
func TestEveryByteOfTheManifestCounts(t *testing.T) {
	e := put(t, open(t, t.TempDir()), draft("x"))
	flip(t, e.Path(PDF), 0)
	whole, err := os.ReadFile(e.Path(manifestName))
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		harmed := bytes.Clone(whole)
		harmed[i] ^= 1
		if err := os.WriteFile(e.Path(manifestName), harmed, 0o666); err != nil {
			t.Fatal(err)
		}
		loaded, err := open(t, filepath.Dir(e.Dir)).Edition(e.ID)
		var damaged *DamagedError
		if err != nil && !errors.As(err, &damaged) {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, d := range verified(t, loaded) {
			named[d.File] = true
		}
		if !named[manifestName] || !named[PDF] {
			t.Errorf("byte %d, %q: named %v", i, whole[i], named)
		}
	}
}

func TestVerify(t *testing.T) {
	for _, test := range []struct {
		reason string
		harm   func(e Edition) error
		want   []Difference
	}{
		{"nothing changed", func(e Edition) error { return nil }, nil},
		{"an input is gone", func(e Edition) error { return os.Remove(e.Path("nguon/anh/a.jpg")) }, []Difference{{"nguon/anh/a.jpg", Missing}}},
		{"the report is gone", func(e Edition) error { return os.Remove(e.Path(PDF)) }, []Difference{{PDF, Missing}}},
		{"a file was added", func(e Edition) error { return os.WriteFile(e.Path("nguon/moi.xlsx"), nil, 0o666) }, []Difference{{"nguon/moi.xlsx", Extra}}},
		{"a file was renamed", func(e Edition) error { return os.Rename(e.Path(PDF), e.Path("a.pdf")) }, []Difference{{"a.pdf", Extra}, {PDF, Missing}}},
		{"a link stands for a file", func(e Edition) error {
			return errors.Join(os.Rename(e.Path(PDF), e.Dir+".pdf"), os.Symlink(e.Dir+".pdf", e.Path(PDF)))
		}, []Difference{{PDF, Changed}}},
		{"no manifest: nothing else can be trusted", func(e Edition) error { return os.Remove(e.Path(manifestName)) }, []Difference{
			{PDF, Extra}, {Data, Extra}, {manifestName, Missing}, {"nguon/anh/a.jpg", Extra}, {"nguon/chi hội 1.xlsx", Extra}, {"nguon/chi hội 2.xlsx", Extra}}},
		{"half a manifest: what it still says holds", func(e Edition) error {
			data, err := os.ReadFile(e.Path(manifestName))
			return errors.Join(err, os.WriteFile(e.Path(manifestName), data[:bytes.Index(data, []byte(`"templates"`))], 0o666))
		}, []Difference{{PDF, Extra}, {Data, Extra}, {manifestName, Changed}}},
	} {
		t.Run(test.reason, func(t *testing.T) {
			s := open(t, t.TempDir())
			e := put(t, s, draft("x"))
			if err := test.harm(e); err != nil {
				t.Fatal(err)
			}
			loaded, err := s.Edition(e.ID)
			var damaged *DamagedError
			if err != nil && !errors.As(err, &damaged) {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, verified(t, loaded)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestAnotherEditionsManifest: its seal holds, but it is not this edition's.
func TestAnotherEditionsManifest(t *testing.T) {
	s := open(t, t.TempDir())
	e := put(t, s, draft("x"))
	other := strings.Replace(e.ID, "nam_", "sau-thang_", 1)
	if err := os.Rename(e.Dir, filepath.Join(s.dir, other)); err != nil {
		t.Fatal(err)
	}
	loaded, err := s.Edition(other)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Difference{{manifestName, Changed}}, verified(t, loaded)); diff != "" {
		t.Error(diff)
	}
}

func TestIDs(t *testing.T) {
	dir := t.TempDir()
	want := []string{
		"nam_2019-01-01_2019-12-31_v2", "nam_2019-01-01_2019-12-31_v2_chinh-thuc", "nam_2019-01-01_2019-12-31_v10",
		"sau-thang_2019-01-01_2019-06-30_v1",
	}
	for _, name := range append([]string{"kiem-tra", ".tam-1", "nam_v1", "nam_2019-01-01_2019-12-31_v0"}, want...) {
		if err := os.Mkdir(filepath.Join(dir, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	got, err := open(t, dir).IDs()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, id := range []string{"kiem-tra", "..", "../nam_2019-01-01_2019-12-31_v2", "nam_2019-01-01_2019-12-31_v3"} {
		if _, err := open(t, dir).Edition(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestOther(t *testing.T) {
	then := draft("x")
	then.Program = Program
	now := draft("y")
	now.Templates = Hash([]Blob{{"nam.md", []byte("another")}, {"page.toml", nil}})
	now.Fonts = nil
	if diff := cmp.Diff([]string{"config.toml", "nam.md", "page.toml", "Serif.ttf"}, then.Other(now)); diff != "" {
		t.Error(diff)
	}
	if got := then.Other(draft("x")); got != nil {
		t.Errorf("nothing changed: %v", got)
	}
}

func TestNewest(t *testing.T) {
	ids := []string{
		"nam_2019-01-01_2019-12-31_v2", "nam_2019-01-01_2019-12-31_v10", "nam_2019-01-01_2019-12-31_v10_chinh-thuc",
		"nam_2019-01-01_2019-12-31_v10_da-ky", "nam_2019-01-01_2019-12-31_v9_da-ky", "nam_2020-01-01_2020-12-31.tmp", "tam", "nhiem-ky_2017-01-01_2021-12-31_v1_da-ky",
		"nam-nay_2020-01-01_2020-12-31_v1", "sau-thang_2020-01-01_2020-06-30_v1",
	}
	for _, test := range []struct{ report, want string }{
		{"nam", "nam_2019-01-01_2019-12-31_v10_chinh-thuc"},
		{"sau-thang", "sau-thang_2020-01-01_2020-06-30_v1"},
		{"", "nam-nay_2020-01-01_2020-12-31_v1"},
		{"quy", ""},
		{"nhiem-ky", ""},
	} {
		if got := Newest(ids, test.report); got != test.want {
			t.Errorf("newest of %q is %q, want %q", test.report, got, test.want)
		}
	}
}
