package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// printed is what a verb prints, its file in a folder of the test.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	var out, said strings.Builder
	if err := execute(t.Context(), &tui{out: &out, err: &said}, args); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "printed")
	if err := os.WriteFile(name, []byte(out.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestManualIsSet lets the program that shows manual pages set it.
func TestManualIsSet(t *testing.T) {
	if _, err := exec.LookPath("man"); err != nil {
		t.Skip("man is not installed")
	}
	for _, lang := range []string{"vi", "en"} {
		cmd := exec.Command("man", "--warnings", "-E", "UTF-8", "-Tutf8", "-l", printed(t, "man", "--lang", lang))
		cmd.Env = append(os.Environ(), "MANPAGER=cat", "MANWIDTH=80", "LC_ALL=C.UTF-8")
		var page, said strings.Builder
		cmd.Stdout, cmd.Stderr = &page, &said
		if err := cmd.Run(); err != nil || said.Len() > 0 {
			t.Errorf("%s: man: %v\n%s", lang, err, said.String())
		}
		if lines := strings.Count(page.String(), "\n"); lines < 200 {
			t.Errorf("%s: the page has %d lines:\n%s", lang, lines, page.String())
		}
	}
}

func TestCompletionIsBash(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	if said, err := exec.Command("bash", "-n", printed(t, "completion", "bash")).CombinedOutput(); err != nil {
		t.Errorf("bash -n: %v\n%s", err, said)
	}
}

// TestRoff: whatever a text begins with or holds, man(7) shows it as it is.
func TestRoff(t *testing.T) {
	for text, want := range map[string]string{
		`D:\BaoCao`:     `D:\eBaoCao`,
		"--out DIR":     `\-\-out DIR`,
		".bat":          `\&.bat`,
		"a\n'b'":        "a\n\\&'b'",
		`--why "LÝ DO"`: `\-\-why \(dqLÝ DO\(dq`,
		"chi hội, 50 %": "chi hội, 50 %",
	} {
		if got := roff(text); got != want {
			t.Errorf("roff(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestManualHasAllVerbs: also those below another, with their examples.
func TestManualHasAllVerbs(t *testing.T) {
	root := &cobra.Command{Use: "ccbreport", Short: "x"}
	upper := &cobra.Command{Use: "outbox", Short: "letters", Example: "ccbreport outbox list\n.a"}
	upper.AddCommand(&cobra.Command{Use: "list", Short: "what waits"}, &cobra.Command{Use: "secret", Hidden: true})
	root.AddCommand(upper)
	page := (&tui{}).manual(root)
	for _, want := range []string{".SS ccbreport outbox ", ".SS ccbreport outbox list ", "\nwhat waits\n", ".nf\nccbreport outbox list\n\\&.a\n.fi\n"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q:\n%s", want, page)
		}
	}
	if strings.Contains(page, "secret") {
		t.Error("the page has a hidden verb")
	}
}
