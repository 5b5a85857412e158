package batch

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeTellsTheScore: the table in the README is the one that was measured.
func TestReadmeTellsTheScore(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	score, err := os.ReadFile("testdata/reading/score.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "<!-- reading score -->")
	table, _, closed := strings.Cut(rest, "<!-- end of the reading score -->")
	if !ok || !closed {
		t.Fatal("the README has no marks around its table of scores")
	}
	if want := "```\n" + strings.TrimRight(string(score), "\n") + "\n```"; strings.TrimSpace(table) != want {
		t.Errorf("the README's table is not testdata/reading/score.txt:\n%s", table)
	}
}
