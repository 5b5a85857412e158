package catalogue_test

import (
	"fmt"
	"sync"
	"testing"
	"testing/fstest"

	"ccbreport/reports/catalogue"
)

// own is the catalogue with a ward's own name for the members; nothing of it if name
// is "".
func own(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := builtInFiles(t)
	if name != "" {
		files[catalogue.AliasesFile] = &fstest.MapFile{Data: fmt.Appendf(nil, "[[alias]]\ncode = \"TC.HV.TONG\"\nname = %q\nwhy = \"so they say\"\n", name)}
	}
	return files
}

// TestTheSameFilesAreOneCatalogue: only what is written decides, and the last few
// are kept.
func TestTheSameFilesAreOneCatalogue(t *testing.T) {
	load := func(name string) *catalogue.Catalogue {
		c, err := catalogue.Load(own(t, name))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	plain, first := load(""), load("Anh em trong hội")
	if load("") != plain || load("Anh em trong hội") != first {
		t.Error("files that say the same were loaded twice")
	}
	if plain.Match("Anh em trong hội").Code != "" || first.Match("Anh em trong hội").Code != "TC.HV.TONG" {
		t.Error("a name of one ward is heard in another, or not in its own")
	}
	for n := range catalogue.LoadedRoom - 1 {
		load(fmt.Sprintf("Anh em nhóm %c", 'a'+n))
		if load("") != plain {
			t.Fatal("what was asked for last is gone")
		}
	}
	if load("Anh em trong hội") == first {
		t.Error("nothing is ever forgotten")
	}
}

// TestWhatIsWrongIsNotKept: each reader is told, until it is right.
func TestWhatIsWrongIsNotKept(t *testing.T) {
	files := own(t, "Anh em cùng hội")
	right := files[catalogue.AliasesFile].Data
	files[catalogue.AliasesFile].Data = append([]byte("[[alias]]\ncode = \"?\"\nname = \"x\"\nwhy = \"y\"\n"), right...)
	for range 2 {
		if _, err := catalogue.Load(files); err == nil {
			t.Fatal("taken")
		}
	}
	files[catalogue.AliasesFile].Data = right
	if _, err := catalogue.Load(files); err != nil {
		t.Fatal(err)
	}
}

// TestLoadedAtOnce: readers side by side do not harm each other.
func TestLoadedAtOnce(t *testing.T) {
	var group sync.WaitGroup
	for n := range 8 {
		group.Go(func() {
			c, err := catalogue.Load(own(t, fmt.Sprintf("Anh em tổ %c", 'a'+n%3)))
			if err != nil {
				t.Error(err)
				return
			}
			if m := c.Match("Tổng số hội viên"); m.Code != "TC.HV.TONG" {
				t.Errorf("got %q", m.Code)
			}
		})
	}
	group.Wait()
}
