package crashtest

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
)

var faultsWanted = flag.Int("faults", 1, "at how many calls of each kind TestFaults does something; 0: at every one, whatever can be done")

// faultyCalls are the calls by which anything gets to the disk or from it. Go makes
// those with "at", SQLite "open", "unlink", "pread64" and "pwrite64".
var faultyCalls = []string{"fsync", "openat", "open", "write", "pwrite64", "renameat", "unlinkat", "unlink", "mkdirat", "read", "pread64"}

// actions are what is done at a call.
var actions = []string{"signal=KILL", "error=EIO", "error=ENOSPC"}

// TestFaults lets calls that concern the disk be the last one, or fail as if
// the disk were broken or full: the program says so, leaves nothing half done, and
// the next run goes on.
func TestFaults(t *testing.T) {
	t.Parallel()
	needStrace(t)
	w := newFaultyWard(t, false)
	calls := w.traced(w.verb(), "-e", "trace="+strings.Join(faultyCalls, ","))
	for _, call := range faultyCalls {
		most := calls.most(call)
		if most == 0 {
			t.Errorf("the program makes no call of %s", call)
		}
		t.Run(call, func(t *testing.T) {
			t.Parallel()
			faults(t, call, most)
		})
	}
}

// newFaultyWard is a ward in which the report goes to one officer and to one of
// the committee, all in one run.
func newFaultyWard(t *testing.T, byHand bool) *testWard {
	w := newWard(t, takeMail(t, 1, 0), "")
	w.officers, w.committee = w.officers[:1], w.committee[:1]
	w.byHand = byHand
	w.due("auto", 2019)
	return w
}

// verb is how the report is made.
func (w *testWard) verb() []string {
	if w.byHand {
		return []string{"run"}
	}
	return []string{"schedule", "--once"}
}

// faults does something at points spread over the calls. Unless it is to be at every
// one, each point has one of the actions in turn, the kinds of calls begin with
// different ones, and some more points are there for those that are not reached.
func faults(t *testing.T, call string, most int) {
	hit, hits := map[string]int{}, 0
	turn := slices.Index(faultyCalls, call)
	points := spread(most, 3**faultsWanted)
	for i := range points {
		n := points[(i+turn)%len(points)]
		for j, action := range actions {
			if *faultsWanted > 0 && (hits == *faultsWanted || (i+turn)%len(actions) != j) {
				continue
			}
			if fault(t, call, action, n) {
				hit[action]++
				hits++
			}
		}
	}
	t.Logf("%s, at most %d in a thread: hit %v", call, most, hit)
	if len(hit) == 0 {
		t.Error("nothing was hit")
	}
}

// spread returns so many numbers from 1 to most, all for 0.
func spread(most, wanted int) (list []int) {
	if wanted == 0 || wanted > most {
		wanted = most
	}
	for i := range wanted {
		list = append(list, 1+i*most/wanted+most/wanted/2)
	}
	return list
}

// fault does something to the n-th call of a thread, and wants the ward to come
// through it. It reports whether the program got so far.
func fault(t *testing.T, call, action string, n int) bool {
	when := fmt.Sprintf("%s at %s %d", action, call, n)
	w := newFaultyWard(t, n%2 == 1)
	defer os.RemoveAll(w.dir) // many come
	tr := w.traced(w.verb(), "-e", "trace="+call, "-e", fmt.Sprintf("inject=%s:%s:when=%d", call, action, n))
	w.mail.settle()
	w.check(when)
	if !tr.hit() {
		return false
	}
	w.mustTell(when, tr)
	w.goOn(when)
	if w.byHand { // a person who saw it fail
		if code, said := w.run("run"); code != exitDone && code != exitWaits {
			t.Errorf("%s: run ends with %d\n%s", when, code, said)
		}
	}
	w.close(when)
	return true
}

// mustTell wants a fault that bears on the ward's own files to be told.
func (w *testWard) mustTell(when string, tr systrace) {
	w.t.Helper()
	if tr.code < 0 || strings.Contains(tr.said, "netpollBreak write failed") { // Go itself dies, as by a kill
		return
	}
	bears := slices.ContainsFunc(tr.injected(), func(line string) bool {
		return strings.Contains(line, w.disk+"/") && !w.harmless(line)
	})
	switch {
	case bears && tr.code == exitDone:
		w.t.Errorf("%s: nobody is told of %s", when, tr.injected())
	case tr.code != exitDone && strings.TrimSpace(tr.said) == "":
		w.t.Errorf("%s: exit code %d without a word", when, tr.code)
	case strings.Contains(tr.said, "goroutine "):
		w.t.Errorf("%s: %s\n%s", when, tr.injected(), tr.said)
	}
}

// harmless reports whether a call may fail without a word. What was to be taken away
// may not have been there. SQLite goes on if it cannot open or sync the folder of a
// new journal, as on some systems nobody can; it takes a power cut besides to do
// harm. A workbook that cannot be read is read again a moment later, since somebody
// may be copying it.
func (w *testWard) harmless(line string) bool {
	_, path, _ := strings.Cut(line, `"`)
	path, _, _ = strings.Cut(path, `"`)
	switch {
	case strings.Contains(line, " unlinkat("):
		_, err := os.Lstat(path)
		return errors.Is(err, fs.ErrNotExist)
	case strings.Contains(line, " open("), strings.Contains(line, " fsync("):
		return path == w.state() || strings.Contains(line, "<"+w.state()+">")
	}
	return strings.Contains(line, w.dir+"/inbox/")
}
