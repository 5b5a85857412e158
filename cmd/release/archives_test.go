package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestSameArchives: neither order nor day shows in a package, everything else does.
func TestSameArchives(t *testing.T) {
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	files := []file{
		{"a.bat", []byte("một\r\n"), plain}, {"b/ccbreport", bytes.Repeat([]byte("x"), 9000), runs}, {"c", nil, plain},
	}
	turned, harmed, runnable := slices.Clone(files), slices.Clone(files), slices.Clone(files)
	slices.Reverse(turned)
	harmed[0].data, runnable[0].mode = []byte("một\n"), runs
	for name, write := range map[string]func(io.Writer, []file, time.Time) error{"zip": writeZip, "tar": writeTar} {
		packed := func(files []file, at time.Time) string {
			var b bytes.Buffer
			if err := write(&b, files, at); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		want := packed(files, at)
		if packed(turned, at) != want {
			t.Errorf("%s: the order of files shows", name)
		}
		if packed(files, at.In(time.FixedZone("", 7*3600))) != want {
			t.Errorf("%s: the zone of the machine shows", name)
		}
		if packed(harmed, at) == want || packed(runnable, at) == want || packed(files, at.Add(time.Hour)) == want {
			t.Errorf("%s: what differs does not show", name)
		}
	}
	if !bytes.Equal(zipped([]byte("x")), zipped([]byte("x"))) {
		t.Error("gzip differs")
	}
}

func TestMade(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "")
	fixed, err := made()
	if err != nil || fixed.IsZero() {
		t.Error(fixed, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "86400")
	if at, err := made(); err != nil || !at.Equal(time.Date(1970, 1, 2, 0, 0, 0, 0, time.UTC)) {
		t.Error(at, err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "today")
	if _, err := made(); err == nil {
		t.Error("a day that is no number was taken")
	}
}

// TestStartFile: it begins with the page of letters, and a line ends as Windows wants.
func TestStartFile(t *testing.T) {
	text := string(startFile())
	if !strings.HasPrefix(text, "@chcp 65001") || !strings.HasSuffix(text, "\r\npause\r\n") {
		t.Errorf("%q", text)
	}
	if strings.Count(text, "\r\n") != strings.Count(text, "\n") || !strings.Contains(text, `"%~dp0"`) {
		t.Errorf("%q", text)
	}
}

// TestPackagedUnits: the package's units differ from those of deploy in where the
// program stands, and no more tell how to install them by hand.
func TestPackagedUnits(t *testing.T) {
	for _, name := range []string{service, timer} {
		data, err := os.ReadFile(filepath.Join("../../deploy", name))
		if err != nil {
			t.Fatal(err)
		}
		got := string(packagedUnit(data))
		for _, foreign := range []string{"/usr/local", "useradd", "install -m"} {
			if strings.Contains(got, foreign) {
				t.Errorf("%s has %s:\n%s", name, foreign, got)
			}
		}
		if name == service && !strings.Contains(got, "\nExecStart=/usr/bin/ccbreport schedule --once") {
			t.Errorf("%s:\n%s", name, got)
		}
		for line := range strings.Lines(string(data)) { // what systemd reads stays
			line = strings.ReplaceAll(line, "/usr/local/bin/", "/usr/bin/")
			if !strings.HasPrefix(line, "#") && !strings.Contains(got, line) {
				t.Errorf("%s lost %q", name, line)
			}
		}
	}
}

func TestTerms(t *testing.T) {
	dir := t.TempDir()
	p := part{"example.org/x v1.0.0", dir}
	if _, err := p.terms(); err == nil || !strings.Contains(err.Error(), p.name) {
		t.Errorf("a module without a licence: %v", err)
	}
	for _, name := range []string{"LICENSE.txt", "NOTICE", "licence.go", "README.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("text of "+name+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := p.terms(); err != nil || string(got) != "text of LICENSE.txt\n\ntext of NOTICE" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWithoutTool(t *testing.T) {
	got, err := withoutTool([]byte(`{"metadata":{"tools":[{"name":"x","hashes":[1]}]},"components":[{"hashes":[2]}]}`))
	if err != nil || strings.Contains(string(got), "1") || !strings.Contains(string(got), "2") || !strings.Contains(string(got), `"x"`) {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := withoutTool([]byte("no list")); err == nil {
		t.Error("what is no list was taken")
	}
}
