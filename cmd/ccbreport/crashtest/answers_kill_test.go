package crashtest

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ccbreport/reports/question"
)

var answerKills = flag.Int("answer-kills", 12, "how often TestTwoAnswerUnderKills kills the program")

// answeredNames is how many names two people answer between them.
const answeredNames = 8

// TestTwoAnswerUnderKills: two people answer at once and the program is killed at any
// moment; whoever was not told that an answer is kept gives it again. None is lost and
// none is there twice.
func TestTwoAnswerUnderKills(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	askingWard(t, dir)
	answerer := program(t)
	kills := make(chan struct{}, *answerKills)
	for range *answerKills {
		kills <- struct{}{}
	}
	var people sync.WaitGroup
	for person := range 2 {
		people.Go(func() {
			chance := rand.New(rand.NewPCG(*killSeed, uint64(person)))
			for n := person; n < answeredNames; n += 2 {
				insistOnAnswer(t, chance, kills, answerer, dir, n)
			}
		})
	}
	people.Wait()
	book, err := question.ReadBook(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]int{}
	for _, a := range book.Answers {
		given[a.About]++
	}
	for n := range answeredNames {
		if name := unknownName(n); given[name] != 1 {
			t.Errorf("%s was answered %d times", name, given[name])
		}
	}
	cmd := exec.Command(answerer, "check", "--json")
	cmd.Dir = dir
	out, err := cmd.Output()
	var found struct{ Questions []json.RawMessage }
	if err := errors.Join(err, json.Unmarshal(out, &found)); err != nil || len(found.Questions) != 0 {
		t.Errorf("%v: %d questions are left", err, len(found.Questions))
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".tra-loi*")); len(left) > 1 {
		t.Errorf("killed writers left %v", left)
	}
	t.Logf("seed %d: %d kills", *killSeed, *answerKills-len(kills))
}

// insistOnAnswer answers until the program says that it is kept. While there are kills
// left it is killed in the first half second.
func insistOnAnswer(t *testing.T, chance *rand.Rand, kills chan struct{}, program, dir string, n int) {
	deadline := time.Now().Add(2 * time.Minute)
	for time.Now().Before(deadline) {
		cmd := exec.Command(program, "answer", "name.viec-la-thu-"+fmt.Sprint(n)+"=bo", "--quiet")
		cmd.Dir = dir
		var said strings.Builder
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Error(err)
			return
		}
		select {
		case <-kills:
			timer := time.AfterFunc(time.Duration(chance.IntN(500))*time.Millisecond, func() { _ = cmd.Process.Kill() })
			defer timer.Stop()
		default:
		}
		err := cmd.Wait()
		var exit *exec.ExitError
		switch {
		case err == nil:
			return
		case errors.As(err, &exit) && exit.ExitCode() == exitUsage && strings.Contains(said.String(), "không có câu hỏi nào"):
			return // it was kept before the kill
		case errors.As(err, &exit) && (exit.ExitCode() == exitLocked || exit.ExitCode() == -1):
		default:
			t.Errorf("answer %d: %v: %s", n, err, said.String())
			return
		}
	}
	t.Errorf("answer %d was not taken", n)
}

// unknownName is a name that no catalogue has.
func unknownName(n int) string { return fmt.Sprintf("Việc lạ thứ %d", n) }

// askingWard is a ward of one branch that reports what nobody knows.
func askingWard(t *testing.T, dir string) {
	t.Helper()
	table := "Chi hội Thôn 1\n\nChỉ tiêu,Năm 2019\nTổng số hội viên,40\n"
	for n := range answeredNames {
		table += fmt.Sprintf("%s,%d\n", unknownName(n), n+1)
	}
	config := `[unit]
name = "Hội Cựu chiến binh xã Hoa Sen"
[[branch]]
id = "th-1"
name = "Chi hội Thôn 1"
[[report]]
name = "nam"
from = 2019-01-01
to = 2019-12-31
`
	err := os.MkdirAll(filepath.Join(dir, "inbox"), 0o777)
	for name, text := range map[string]string{"config.toml": config, "inbox/1.csv": table} {
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o666))
	}
	if err != nil {
		t.Fatal(err)
	}
}
