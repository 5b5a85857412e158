package crashtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ccbreport/reports/ward/office"
)

// mounted puts a file system on a new folder, and takes it away after the test.
// Where that is not allowed, as in most containers, the test is skipped.
func mounted(t *testing.T, options ...string) string {
	t.Helper()
	for _, tool := range []string{"mount", "umount"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	dir := t.TempDir()
	if said, err := exec.Command("mount", append(options, dir)...).CombinedOutput(); err != nil {
		t.Skipf("the kernel refuses mount: %s", said)
	}
	t.Cleanup(func() { unmount(t, dir) })
	return dir
}

// unmount takes away what is mounted on the folder, if anything is.
func unmount(t *testing.T, dir string) {
	t.Helper()
	mounts, err := os.ReadFile("/proc/mounts")
	if err != nil || !strings.Contains(string(mounts), " "+dir+" ") {
		return
	}
	if said, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
		t.Errorf("umount: %s", said)
	}
}

// must runs a tool of the system.
func must(t *testing.T, words ...string) {
	t.Helper()
	if said, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", strings.Join(words, " "), err, said)
	}
}

// TestFullDisk runs on disks that are too small by more and by less: each time the
// program says that there is no room, and when there is, the next run goes on.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	disk := mounted(t, "-t", "tmpfs", "-o", "size=4m", "tmpfs")
	full, step := 0, 100 // percent
	if *long {
		step = 15
	}
	for kib := 32; ; kib += kib * step / 100 {
		must(t, "mount", "-o", fmt.Sprintf("remount,size=%dk", kib), disk)
		w := newWard(t, takeMail(t, uint64(kib), 0), disk)
		w.due("auto", 2019)
		when := fmt.Sprintf("%d KiB", kib)
		verb := [][]string{{"run"}, {"schedule", "--once"}}[full%2]
		code, said := w.run(verb...)
		w.mail.settle()
		w.check(when)
		if code != exitDone {
			full++
			w.mustTellOfRoom(fmt.Sprint(when, verb), code, said)
			must(t, "mount", "-o", "remount,size=8m", disk)
			w.goOn(when)
		}
		w.close(when)
		for _, dir := range []string{w.out(), w.state()} {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}
		if code == exitDone {
			break
		}
	}
	t.Logf("the disk was too small at %d sizes", full)
	if full < 5 {
		t.Errorf("the disk was too small at %d sizes only", full)
	}
}

// mustTellOfRoom wants a person to be told that the disk is full, by a failure or,
// if the schedule could keep that it failed, by the notice.
func (w *testWard) mustTellOfRoom(when string, code int, said string) {
	w.t.Helper()
	notice, _ := os.ReadFile(filepath.Join(w.out(), office.TodoFile)) // there may have been no room for it
	text := said + string(notice)
	full := strings.Contains(text, "no space left on device") || strings.Contains(text, "disk is full")
	if code != exitFailed && !(code == exitWaits && len(notice) > 0) || !full {
		w.t.Errorf("%s: exit code %d, said %s", when, code, text)
	}
}

// TestHalfAnAnswer prints to where there is no room.
func TestHalfAnAnswer(t *testing.T) {
	w := newWard(t, takeMail(t, 1, 0), "")
	w.due("auto", 2019)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	for _, verb := range [][]string{{"help"}, {"schedule", "--list"}, {"run", "--json"}} {
		var said strings.Builder
		cmd := w.command(nil, verb...)
		cmd.Stdout, cmd.Stderr = full, &said
		err := cmd.Run()
		if cmd.ProcessState.ExitCode() != exitFailed || !strings.Contains(said.String(), "no space left on device") {
			t.Errorf("%s: %v, said %s", verb, err, said.String())
		}
	}
	w.close("printed to a full disk")
}
