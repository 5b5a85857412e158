package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
)

var (
	inputs = []Blob{
		{"chi hội 2.xlsx", []byte("two")},
		{"anh/a.jpg", []byte("photo")},
		{"chi hội 1.xlsx", []byte("one")},
	}
	outputs = []Blob{{PDF, []byte("%PDF")}, {Data, []byte("{}")}}
)

// draft is a manifest as its maker has it before anything is rendered.
func draft(settings string) Manifest {
	return Manifest{
		Report:    "nam",
		From:      reports.DayOf(2019, 1, 1),
		To:        reports.DayOf(2019, 12, 31),
		Status:    Draft,
		Settings:  Sum([]byte(settings)),
		Inputs:    Hash(inputs),
		Templates: Hash([]Blob{{"nam.md", []byte("# Báo cáo")}}),
		Fonts:     Hash([]Blob{{"Serif.ttf", []byte("font")}}),
	}
}

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t *testing.T, s *Store, m Manifest) Edition {
	t.Helper()
	e, err := s.Put(t.Context(), m, inputs, outputs)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// tree returns every file under dir with its bytes, the guard apart.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && name == "." || name == guardName {
			return err
		}
		if d.IsDir() {
			files[name+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestPutWritesEverythingUnderItsNumber(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there yet")
	e := put(t, open(t, dir), draft("x"))
	if want := "nam_2019-01-01_2019-12-31_v1"; e.ID != want || e.Dir != filepath.Join(dir, want) {
		t.Errorf("edition %s in %s, want %s", e.ID, e.Dir, want)
	}
	got := tree(t, e.Dir)
	if !strings.Contains(got[manifestName], `"chi hội 1.xlsx"`) || strings.Contains(got[manifestName], dir) {
		t.Errorf("manifest must name the inputs and no path of the machine:\n%s", got[manifestName])
	}
	delete(got, manifestName)
	want := map[string]string{
		PDF: "%PDF", Data: "{}", "nguon/": "", "nguon/anh/": "", "nguon/anh/a.jpg": "photo",
		"nguon/chi hội 1.xlsx": "one", "nguon/chi hội 2.xlsx": "two",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSameInputsGiveSameBytes(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	put(t, open(t, a), draft("x"))
	s := open(t, b)
	put(t, s, draft("another edition first"))
	e := put(t, s, draft("x"))
	if diff := cmp.Diff(tree(t, filepath.Join(a, "nam_2019-01-01_2019-12-31_v1")), tree(t, e.Dir)); diff != "" {
		t.Error(diff)
	}
}

func TestFind(t *testing.T) {
	s := open(t, t.TempDir())
	first := put(t, s, draft("x"))
	put(t, s, draft("y"))
	changed := slices.Clone(inputs)
	changed[1] = Blob{"anh/a.jpg", []byte("another photo")}
	renamed := slices.Clone(inputs)
	renamed[1].Name = "anh/b.jpg"
	for _, test := range []struct {
		reason string
		change func(*Manifest)
		found  bool
	}{
		{"nothing changed", func(m *Manifest) {}, true},
		{"what came of it is not looked at", func(m *Manifest) { m.Pages = 9 }, true},
		{"an input has other bytes", func(m *Manifest) { m.Inputs = Hash(changed) }, false},
		{"an input has another name", func(m *Manifest) { m.Inputs = Hash(renamed) }, false},
		{"an input is gone", func(m *Manifest) { m.Inputs = Hash(inputs[1:]) }, false},
		{"a template changed", func(m *Manifest) { m.Templates[0].SHA256 = Sum(nil) }, false},
		{"a font changed", func(m *Manifest) { m.Fonts = nil }, false},
		{"the settings changed", func(m *Manifest) { m.Settings = Sum([]byte("z")) }, false},
		{"another report", func(m *Manifest) { m.Report = "na" }, false},
		{"another span", func(m *Manifest) { m.To++ }, false},
	} {
		t.Run(test.reason, func(t *testing.T) {
			m := draft("x")
			test.change(&m)
			e, found, err := s.Find(m)
			if err != nil || found != test.found {
				t.Fatalf("found %v, %v", found, err)
			}
			if found && e.ID != first.ID {
				t.Errorf("found %s, want %s", e.ID, first.ID)
			}
		})
	}
}

func TestPutAgainChangesNothing(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	first := put(t, s, draft("x"))
	before := tree(t, dir)
	if again := put(t, s, draft("x")); again.ID != first.ID {
		t.Errorf("made %s, want %s again", again.ID, first.ID)
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestNumbersGoOnFromTheHighest(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, settings := range []string{"1", "2", "3"} {
		put(t, s, draft(settings))
	}
	for _, name := range []string{"v9_chinh-thuc", "vx", "v3.zip"} {
		if err := os.Mkdir(filepath.Join(dir, "nam_2019-01-01_2019-12-31_"+name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, "nam_2019-01-01_2019-12-31_v2")); err != nil {
		t.Fatal(err)
	}
	if e := put(t, s, draft("4")); e.ID != "nam_2019-01-01_2019-12-31_v4" {
		t.Errorf("made %s: a number is never given again, other folders have none", e.ID)
	}
}

func TestRaceOfDifferentRuns(t *testing.T) {
	dir := t.TempDir()
	const runs = 8
	ids := make([]string, runs)
	var wg sync.WaitGroup
	for i := range runs {
		s := open(t, dir) // each its own store, as each process has
		wg.Go(func() {
			e, err := s.Put(t.Context(), draft(fmt.Sprint(i)), inputs, outputs)
			if err != nil {
				t.Error(err)
			}
			ids[i] = e.ID
		})
	}
	wg.Wait()
	slices.Sort(ids)
	var want []string
	for n := range runs {
		m := draft("")
		want = append(want, m.id(n+1))
	}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Error(diff)
	}
	if left, err := open(t, dir).leftovers(); err != nil || left != nil {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestRaceOfEqualRunsMakesOneEdition(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for range 8 {
		s := open(t, dir)
		wg.Go(func() {
			e, err := s.Put(t.Context(), draft("x"), inputs, outputs)
			if err != nil || !strings.HasSuffix(e.ID, "_v1") {
				t.Errorf("made %s, %v", e.ID, err)
			}
		})
	}
	wg.Wait()
}

func TestDamagedEditionIsNamed(t *testing.T) {
	for _, test := range []struct {
		reason, file string
		harm         func(name string) error
	}{
		{"a byte changed", PDF, func(name string) error { return os.WriteFile(name, []byte("%PDX"), 0o666) }},
		{"a file gone", Data, os.Remove},
		{"no manifest", manifestName, os.Remove},
		{"half a manifest", manifestName, func(name string) error { return os.Truncate(name, 40) }},
	} {
		t.Run(test.reason, func(t *testing.T) {
			s := open(t, t.TempDir())
			e := put(t, s, draft("x"))
			if err := test.harm(e.Path(test.file)); err != nil {
				t.Fatal(err)
			}
			_, _, err := s.Find(draft("x"))
			var damaged *DamagedError
			if !errors.As(err, &damaged) || damaged.Edition != e.ID || damaged.File != test.file {
				t.Fatalf("got %v", err)
			}
		})
	}
}

func TestPutRefusesTwoFilesOfOneName(t *testing.T) {
	dir := t.TempDir()
	twice := []Blob{{PDF, []byte("1")}, {PDF, []byte("2")}}
	if _, err := open(t, dir).Put(t.Context(), draft("x"), inputs, twice); !errors.Is(err, fs.ErrExist) {
		t.Fatalf("got %v", err)
	}
	if left := tree(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, name := range []string{"cu.txt", "moi.txt"} {
		where, err := s.Replace(t.Context(), "kiem-tra", []Blob{{name, []byte("x")}})
		if err != nil || where != filepath.Join(dir, "kiem-tra") {
			t.Fatal(where, err)
		}
	}
	want := map[string]string{"kiem-tra/": "", "kiem-tra/moi.txt": "x"}
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestOutThatIsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file); err == nil {
		t.Error("opened a file")
	}
}

func TestRaceOfReplacing(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for i := range 8 {
		s := open(t, dir)
		wg.Go(func() {
			if _, err := s.Replace(t.Context(), "kiem-tra", []Blob{{"a.txt", []byte(fmt.Sprint(i))}, {"b.txt", []byte(fmt.Sprint(i))}}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	got := tree(t, dir)
	if len(got) != 3 || got["kiem-tra/a.txt"] != got["kiem-tra/b.txt"] {
		t.Errorf("want both files of one of them, have %v", got)
	}
}

// TestNote: the newest text stands there, or nothing; editions do not mind it.
func TestNote(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	e := put(t, s, draft("a"))
	for _, text := range []string{"", "một", "một", "hai", ""} {
		if err := s.Note("CAN-XU-LY.txt", []byte(text)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, "CAN-XU-LY.txt"))
		if string(got) != text || errors.Is(err, fs.ErrNotExist) != (text == "") {
			t.Errorf("after %q the file says %q, %v", text, got, err)
		}
	}
	if ids, err := s.IDs(); err != nil || !slices.Equal(ids, []string{e.ID}) {
		t.Errorf("editions: %v, %v", ids, err)
	}
}
