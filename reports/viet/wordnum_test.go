package viet

import (
	"strconv"
	"strings"
	"testing"
)

func TestNumberWords(t *testing.T) {
	for _, r := range table(t, "words.txt", 3) {
		n, err := strconv.ParseInt(r.cells[0], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := spell(n); got != r.cells[1] {
			t.Errorf("words.txt:%d: spell(%d) = %q, want %q", r.line, n, got, r.cells[1])
		}
	}
}

func TestReadWords(t *testing.T) {
	for _, r := range table(t, "spoken.txt", 3) {
		got := "none"
		if n, ok := readWords(strings.Fields(r.cells[0])); ok {
			got = strconv.FormatInt(n, 10)
		}
		if got != r.cells[1] {
			t.Errorf("spoken.txt:%d: readWords(%q) = %s, want %s (%s)", r.line, r.cells[0], got, r.cells[1], r.cells[2])
		}
	}
}

// FuzzNumberWords holds that what is written in words is read back.
func FuzzNumberWords(f *testing.F) {
	for _, n := range []int64{0, 5, 104, 1010, 1000000001, 999999999999, 2005000015} {
		f.Add(n)
	}
	f.Fuzz(func(t *testing.T, n int64) {
		n = max(n, -n) % 1e12
		if got, ok := readWords(strings.Fields(spell(n))); !ok || got != n {
			t.Errorf("readWords(%q) = %d, %t, want %d", spell(n), got, ok, n)
		}
	})
}
