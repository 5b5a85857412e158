package crashtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ccbreport/reports/archive"

	"github.com/xuri/excelize/v2"
)

// program builds the program as it is delivered, once.
func program(t *testing.T) string {
	t.Helper()
	build.once.Do(func() {
		dir, err := os.MkdirTemp("", "ccbreport-test-")
		if err != nil {
			build.err = err
			return
		}
		build.dir, build.file = dir, filepath.Join(dir, "ccbreport")
		cmd := exec.Command("go", "build", "-o", build.file, "..")
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if said, err := cmd.CombinedOutput(); err != nil {
			build.err = fmt.Errorf("build: %w: %s", err, said)
		}
	})
	if build.err != nil {
		t.Fatal(build.err)
	}
	return build.file
}

var build struct {
	once      sync.Once
	dir, file string
	err       error
}

// A testWard is a small ward's computer: its folders, its configuration, and the
// program, which can die at any time. What it must not do is in judge.
type testWard struct {
	t    *testing.T
	dir  string // config.toml, inbox; out and state unless they stand elsewhere
	disk string // out and state
	mail *mailTaker
	zone string // in which it is about noon, so that no midnight comes during a test

	officers, committee []string

	cycle   int    // what is due
	release string // of the cycle
	byHand  bool   // nothing is due by itself
	year    int    // that its report is about
	number  int    // of the last approval

	unsent map[string]bool // finals that were made with --no-send: the officers have no copy
}

const wardConfig = `timezone = %q
[paths]
out = %q
state = %q
[unit]
name = "Hội Cựu chiến binh xã Tân Lập"
short = "Hội CCB xã Tân Lập"
parent = "Hội Cựu chiến binh huyện Đông Sơn"
place = "Tân Lập"
[sign]
name = "Nguyễn Văn A"
[mail]
host = "127.0.0.1"
port = %s
tls = "none"
from = "Hội CCB xã Tân Lập <hoiccb@example.vn>"
officers = [%s]
committee = [%s]
[[branch]]
id = "mot"
name = "Chi hội Thôn Một"
[[branch]]
id = "hai"
name = "Chi hội Thôn Hai"
[[branch]]
id = "ba"
name = "Chi hội Thôn Ba"
[[report]]
name = "nam"
template = "giua-nhiem-ky"
from = %[7]d-01-01
to = %[7]d-12-31
release = %[8]q
`

const wardSchedule = `[[schedule]]
name = "ky-%d"
cron = "0 0 * * *"
report = "nam"
`

// newWard makes a ward whose out and state stand on the disk, or beside its inbox
// if that is "". With -short there is none: what is done to the program as it is
// delivered, another process, shows no races.
func newWard(t *testing.T, mail *mailTaker, disk string) *testWard {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves out what is done to the program as it is delivered")
	}
	w := &testWard{
		t: t, dir: t.TempDir(), disk: disk, mail: mail,
		officers:  []string{"chutich@example.vn", "phochutich@example.vn"},
		committee: []string{"vpdanguy@example.vn", "bithu@example.vn"},
		unsent:    map[string]bool{},
	}
	if w.disk == "" {
		w.disk = w.dir
	}
	w.zone = fmt.Sprintf("Etc/GMT%+d", time.Now().UTC().Hour()-12) // its sign is the other way round
	return w
}

// due begins a cycle: a report is due, of an inbox that is not as it was before.
func (w *testWard) due(release string, year int) {
	w.t.Helper()
	w.cycle++
	w.release, w.year = release, year
	list := func(addresses []string) string { return `"` + strings.Join(addresses, `", "`) + `"` }
	text := fmt.Sprintf(wardConfig, w.zone, w.out(), w.state(), w.mail.port,
		list(w.officers), list(w.committee), year, release)
	if !w.byHand {
		text += fmt.Sprintf(wardSchedule, w.cycle)
	}
	if err := os.WriteFile(filepath.Join(w.dir, "config.toml"), []byte(text), 0o666); err != nil {
		w.t.Fatal(err)
	}
	for i, branch := range []string{"Một", "Hai", "Ba"} {
		w.sendIn(i, branch)
	}
}

// sendIn writes the workbook of a branch, long ago: nobody is still writing to it.
func (w *testWard) sendIn(i int, branch string) {
	w.t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	rows := [][]any{
		{"CHI HỘI THÔN " + strings.ToUpper(branch)},
		{"Chỉ tiêu", fmt.Sprintf("Năm %d", w.year)},
		{"Tổng số hội viên", 40 + 10*i + w.cycle},
		{"Hội viên mới kết nạp", 3},
	}
	name := filepath.Join(w.dir, "inbox", fmt.Sprintf("%d.xlsx", i))
	err := os.MkdirAll(filepath.Dir(name), 0o777)
	for n, row := range rows {
		err = errors.Join(err, book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", n+1), &row))
	}
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	if err = errors.Join(err, book.SaveAs(name), os.Chtimes(name, old, old)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *testWard) out() string { return filepath.Join(w.disk, "out") }

func (w *testWard) state() string { return filepath.Join(w.disk, "state") }

// command is a call of the program, behind the words of another program if any.
func (w *testWard) command(before []string, verb ...string) *exec.Cmd {
	words := append(append(before, program(w.t)), verb...)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir = w.dir
	return cmd
}

// run lets the program come to its end.
func (w *testWard) run(verb ...string) (code int, said string) {
	w.t.Helper()
	return ended(w.t, w.command(nil, verb...))
}

// ended returns the exit code, -1 for a death by a signal, and all that was said.
func ended(t *testing.T, cmd *exec.Cmd) (code int, said string) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// editions are those that stand in out, read without the program, which would
// sweep first.
func (w *testWard) editions() (list []archive.Edition) {
	w.t.Helper()
	dirs, err := filepath.Glob(filepath.Join(w.out(), "*_v*"))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, dir := range dirs {
		e := archive.Edition{ID: filepath.Base(dir), Dir: dir}
		data, err := os.ReadFile(e.Path("manifest.json"))
		if err == nil {
			err = json.NewDecoder(bytes.NewReader(data)).Decode(&e.Manifest)
		}
		if err != nil {
			w.t.Errorf("%s: %v", e.ID, err)
		}
		list = append(list, e)
	}
	return list
}

// halves are the temporary folders in out.
func (w *testWard) halves() []string {
	list, err := filepath.Glob(filepath.Join(w.out(), ".tam-*"))
	if err != nil {
		w.t.Fatal(err)
	}
	return list
}
