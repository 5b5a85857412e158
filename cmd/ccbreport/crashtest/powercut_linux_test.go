package crashtest

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

var cutsWanted = flag.Int("cuts", 4, "how often TestPowerCut cuts the power")

// TestPowerCut cuts the power: the program is stopped, the disk is copied as it is
// at that moment, without what the system had not written yet, and the copy is what
// the next run finds. The mail server remembers what it took.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	p := newPower(t)
	taken, met := 0, map[string]int{}
	for n := range *cutsWanted {
		w, when := p.cut(fmt.Sprintf("cut %d", n), moments[n%len(moments)])
		taken += len(w.mail.settle())
		met[w.met(nil)]++
		w.check(when)
		w.goOn(when)
		w.close(when)
	}
	t.Logf("seed %d: %d cuts, by phase %v; %d letters taken before them", *killSeed, *cutsWanted, met, taken)
	if taken == 0 {
		t.Error("no cut came behind a letter")
	}
}

// TestPowerCutIsFelt is the control: where syncing does nothing, the same test must
// find fault.
func TestPowerCutIsFelt(t *testing.T) {
	needStrace(t)
	p := newPower(t)
	p.before = []string{"strace", "-D", "-f", "-qq", "-o", os.DevNull, "--seccomp-bpf", "-e", "trace=fsync,fdatasync",
		"-e", "inject=fsync,fdatasync:retval=0"}
	for range 3 {
		w, when := p.cut("without sync", dotCame)
		wrong := w.judge()
		if len(wrong) > 0 {
			t.Logf("%s: %s", when, strings.Join(wrong, "; "))
			return
		}
	}
	t.Error("without syncing, a power cut does no harm: this test cannot see any")
}

// moments are those about which the power is cut.
var moments = []smtpMoment{dotCame, anyMoment, mailCame, anyMoment}

// A power is a disk whose power can be cut.
type power struct {
	t      *testing.T
	rand   *rand.Rand
	fresh  string // image of an empty disk
	image  string // of the disk in use
	disk   string // where it is mounted
	before []string
}

func newPower(t *testing.T) *power {
	t.Helper()
	if _, err := exec.LookPath("mkfs.ext4"); err != nil {
		t.Skip("mkfs.ext4 is not installed")
	}
	dir := t.TempDir()
	p := &power{
		t: t, rand: rand.New(rand.NewPCG(*killSeed, 2)),
		fresh: filepath.Join(dir, "fresh"), image: filepath.Join(dir, "image"),
	}
	if err := errors.Join(os.WriteFile(p.fresh, nil, 0o666), os.Truncate(p.fresh, 24<<20)); err != nil {
		t.Fatal(err)
	}
	must(t, "mkfs.ext4", "-q", "-F", p.fresh)
	must(t, "cp", p.fresh, p.image)
	p.disk = mounted(t, p.how()...)
	unmount(t, p.disk)
	return p
}

// how mounts the disk: what is not synced is not written for five minutes.
func (p *power) how() []string { return []string{"-o", "loop,commit=300", p.image} }

// cut lets the program run on an empty disk and cuts the power about the moment.
// The ward is what is found afterwards.
func (p *power) cut(when string, about smtpMoment) (*testWard, string) {
	p.t.Helper()
	unmount(p.t, p.disk)
	must(p.t, "cp", p.fresh, p.image)
	must(p.t, append([]string{"mount"}, append(p.how(), p.disk)...)...)
	w := newWard(p.t, takeMail(p.t, p.rand.Uint64(), 20*time.Millisecond), p.disk)
	w.due("auto", 2019)
	come := w.mail.next(about)
	rest := time.Duration(p.rand.Int64N(int64(25 * time.Millisecond)))
	if about == anyMoment {
		come, rest = nil, time.Duration(p.rand.Int64N(int64(700*time.Millisecond)))
	}
	cmd := w.command(p.before, "schedule", "--once")
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	if come != nil {
		<-come
	}
	time.Sleep(rest)
	cmd.Process.Signal(syscall.SIGSTOP) // it may have ended just now
	p.stopped(cmd.Process.Pid)
	must(p.t, "cp", p.image, p.image+".cut")
	cmd.Process.Kill()
	cmd.Wait() // it was killed
	w.mail.settle()
	unmount(p.t, p.disk)
	must(p.t, "mv", p.image+".cut", p.image)
	must(p.t, append([]string{"mount"}, append(p.how(), p.disk)...)...)
	return w, fmt.Sprintf("%s, %v after moment %d", when, rest, about)
}

// stopped waits until no thread of the process is in a call of the system any more:
// the copy of a disk that is being written would be that of no moment.
func (p *power) stopped(pid int) {
	p.t.Helper()
	for range 10_000 {
		tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
		if err != nil {
			p.t.Fatal(err)
		}
		if !anyRuns(tasks) {
			return
		}
		time.Sleep(time.Millisecond)
	}
	p.t.Fatal("the program does not stop")
}

// anyRuns reports whether a thread is neither stopped nor dead.
func anyRuns(tasks []string) bool {
	for _, name := range tasks {
		stat, err := os.ReadFile(name)
		if err != nil {
			continue // it has ended
		}
		_, after, _ := strings.Cut(string(stat), ") ")
		if !strings.ContainsAny(after[:1], "TtZX") {
			return true
		}
	}
	return false
}
