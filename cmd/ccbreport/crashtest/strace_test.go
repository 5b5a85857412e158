package crashtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// needStrace skips a test where programs cannot be traced.
func needStrace(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not installed")
	}
	if said, err := exec.Command("strace", "-f", "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("the kernel refuses ptrace: %s", said)
	}
}

// A systrace is what strace saw the program do.
type systrace struct {
	code int
	said string
	log  string
}

// traced runs a verb under strace. The program has one processor, so that
// its calls come in almost the same order each time; strace counts them for each of
// its threads.
func (w *testWard) traced(verb []string, options ...string) systrace {
	w.t.Helper()
	log := filepath.Join(w.dir, "strace.log")
	words := append([]string{"strace", "-f", "-qq", "-y", "-s", "0", "-e", "signal=none", "-o", log}, options...)
	if !strings.Contains(strings.Join(options, " "), "signal=KILL") { // strace 6.1 then forgets to kill
		words = append(words, "--seccomp-bpf")
	}
	cmd := w.command(words, verb...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	var tr systrace
	tr.code, tr.said = ended(w.t, cmd)
	text, err := os.ReadFile(log)
	if err != nil {
		w.t.Fatal(err)
	}
	tr.log = string(text)
	return tr
}

// most returns how often a thread made the call, that which did so most often.
func (tr systrace) most(call string) int {
	counts := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^(\d+) +`+call+`\(`).FindAllStringSubmatch(tr.log, -1) {
		counts[m[1]]++
	}
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	return most
}

// injected returns the calls that were made to fail.
func (tr systrace) injected() (lines []string) {
	for line := range strings.Lines(tr.log) {
		if strings.Contains(line, "(INJECTED)") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}

// hit reports whether anything was done to the program.
func (tr systrace) hit() bool { return tr.code < 0 || len(tr.injected()) > 0 }
