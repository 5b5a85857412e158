package batch

import (
	"os"
	"strings"
	"testing"
)

// TestDocsTellTheScore: the table in docs/reading.md is the one that was measured.
func TestDocsTellTheScore(t *testing.T) {
	readme, err := os.ReadFile("../../docs/reading.md")
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
		t.Fatal("docs/reading.md has no marks around its table of scores")
	}
	if want := "```\n" + strings.TrimRight(string(score), "\n") + "\n```"; strings.TrimSpace(table) != want {
		t.Errorf("the table of docs/reading.md is not testdata/reading/score.txt:\n%s", table)
	}
}
