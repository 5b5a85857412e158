package archive

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestSafeNames(t *testing.T) {
	for _, test := range []struct{ reason, name, want string }{
		{"Vietnamese letters and spaces stand everywhere", "anh/Chi hội 1 (bản cũ).xlsx", "anh/Chi hội 1 (bản cũ).xlsx"},
		{"a colon names a stream on Windows", "quý 1: báo cáo.xlsx", "_quý 1_ báo cáo~d3042039.xlsx"},
		{"a backslash parts folders on Windows", `a\b.csv`, "_a_b~9e93fdbd.csv"},
		{"a device with an extension is still a device", "nul.xlsx", "_nul~663c2e7c.xlsx"},
		{"a device as a folder", "COM1/a.csv", "_COM1~6eac394b/a.csv"},
		{"a longer word is no device", "console.csv", "console.csv"},
		{"a final stop is dropped by Windows", "a.csv.", "_a~f434af8e.csv"},
		{"a control character", "a\tb.csv", "_a_b~6124ef89.csv"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			got := safeNames([]Blob{{Name: test.name}})[test.name]
			if got != test.want {
				t.Errorf("%q is stored as %q, want %q", test.name, got, test.want)
			}
		})
	}
}

func TestSafeNamesNeverMeet(t *testing.T) {
	names := []string{"A.csv", "a.csv", "Á.csv", "á.csv", "a?.csv", "a*.csv", "a_.csv"}
	var files []Blob
	for _, name := range names {
		files = append(files, Blob{Name: name})
	}
	var stored []Blob
	for name, safe := range safeNames(files) {
		stored = append(stored, Blob{safe, []byte(name)})
	}
	if err := writeTree(t.Context(), filepath.Join(t.TempDir(), "new"), stored); err != nil {
		t.Error(err)
	}
	lower := map[string]bool{} // what a system that knows no case takes them for
	for _, b := range stored {
		lower[strings.ToLower(b.Name)] = true
	}
	if len(lower) != len(names) {
		t.Errorf("%d names for %d files: %v", len(lower), len(names), stored)
	}
}
