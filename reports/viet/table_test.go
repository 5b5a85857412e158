package viet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A row is one line of a table in testdata, its cells parted by "|".
type row struct {
	line  int
	cells []string
}

// table reads testdata/name; every row must have n cells. Blank lines and lines
// that begin with # are left out.
func table(t *testing.T, name string, n int) []row {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for i, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != n {
			t.Fatalf("%s:%d: %d cells, want %d", name, i+1, len(cells), n)
		}
		for j := range cells {
			cells[j] = strings.Trim(cells[j], " ")
		}
		rows = append(rows, row{i + 1, cells})
	}
	return rows
}
