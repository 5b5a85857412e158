package crashtest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/office"
)

// judge returns what must not be, whatever happened to the program: an edition
// that is not whole, a letter that the server took twice, or took and the state
// would send again, or took other than it is kept.
func (w *testWard) judge() (wrong []string) {
	w.t.Helper()
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	kept := map[string][]byte{}
	for _, e := range w.editions() {
		differences, err := e.Verify()
		if err != nil || len(differences) > 0 {
			complain("%s is not whole: %v %v", e.ID, differences, err)
		}
		letters, err := e.Letters()
		if err != nil {
			complain("%v", err)
		}
		for _, l := range letters {
			kept[strings.TrimSuffix(l.Name, ".eml")] = l.Bytes
		}
	}
	box := map[string]deliver.Delivery{}
	for _, d := range w.look().box {
		box[d.ID] = d
	}
	times := map[string]int{}
	for _, l := range w.mail.settle() {
		d, known := box[l.id]
		for _, key := range []string{l.id, strings.Join([]string{d.Kind, d.About, l.to}, " ")} {
			if times[key]++; times[key] > 1 && (key == l.id || d.Kind == deliver.Draft || d.Kind == deliver.Final || d.Kind == deliver.Copy) {
				complain("%s was taken %d times", key, times[key])
			}
		}
		if eml, there := kept[l.id]; there && !bytes.Equal(eml, l.bytes) {
			complain("%s was taken other than it is kept", l.id)
		}
		if !known || !slices.Contains([]string{deliver.Dot, deliver.Sent, deliver.Uncertain}, d.State) {
			complain("%s was taken, and is %q in the state", l.id, d.State)
		}
	}
	return wrong
}

// A view is what the state knows.
type view struct {
	box       []deliver.Delivery
	runs      []deliver.Run
	approvals []deliver.Approval
	releases  []string
}

// look reads a copy of the state: to read it is to take back what is half
// written, which is for the program to do.
func (w *testWard) look() (v view) {
	w.t.Helper()
	dir := w.t.TempDir()
	err := os.CopyFS(dir, os.DirFS(w.state()))
	if os.IsNotExist(err) {
		return v
	}
	if err != nil {
		w.t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	state, found, err := deliver.View(dir)
	if err != nil {
		w.t.Fatalf("the state cannot be read: %v", err)
	}
	if !found {
		return v
	}
	defer state.Close()
	var errs [4]error
	v.box, errs[0] = state.Outbox()
	if v.runs, errs[1] = state.OpenRuns(); errs[1] == nil {
		v.approvals, errs[2] = state.OpenApprovals()
		v.releases, errs[3] = state.OpenReleases()
	}
	for _, err := range errs {
		if err != nil && !strings.Contains(err.Error(), "no such table") { // made by steps
			w.t.Fatal(err)
		}
	}
	return v
}

// check fails the test for whatever judge finds.
func (w *testWard) check(when string) {
	w.t.Helper()
	for _, wrong := range w.judge() {
		w.t.Errorf("%s: %s", when, wrong)
	}
}

// goOn lets schedule --once do its work in peace after a disturbance: it must
// need no repair.
func (w *testWard) goOn(when string) {
	w.t.Helper()
	begun := w.look()
	code, said := w.run("schedule", "--once")
	now := w.look()
	w.ended(when, begun, now)
	uncertain := slices.ContainsFunc(now.box, func(d deliver.Delivery) bool { return d.State == deliver.Uncertain })
	if code != exitDone && !(code == exitWaits && uncertain) {
		w.t.Errorf("%s: the next run ends with %d, uncertain letters: %v\n%s", when, code, uncertain, said)
	}
	if left := w.halves(); len(left) > 0 {
		w.t.Errorf("%s: the next run leaves %v", when, left)
	}
	w.check(when + ", and the next run")
}

// ended wants what had been begun to have been brought to its end.
func (w *testWard) ended(when string, begun, now view) {
	w.t.Helper()
	if n := len(now.runs) + len(now.approvals) + len(now.releases); n > 0 {
		w.t.Errorf("%s: the next run leaves %d things half done", when, n)
	}
	queued := func(about string) bool {
		return slices.ContainsFunc(now.box, func(d deliver.Delivery) bool { return office.EditionOf(d.About) == about })
	}
	for _, r := range begun.runs {
		if r.Edition != "" && !queued(r.Edition) {
			w.t.Errorf("%s: the letters about %s are lost", when, r.Edition)
		}
	}
	for _, a := range begun.approvals {
		if (a.Send || a.Copy) && !queued(archive.FinalID(a.Edition)) {
			w.t.Errorf("%s: the final of %s is lost", when, a.Edition)
		}
	}
	for _, id := range begun.releases {
		if !queued(office.EditionOf(id)) {
			w.t.Errorf("%s: the release of %s is lost", when, id)
		}
	}
}

// answer does what a person does about what nobody knows: ask whether the letter
// came.
func (w *testWard) answer() {
	w.t.Helper()
	taken := w.mail.settle()
	acts := map[string][]string{}
	for _, d := range w.look().box {
		came := slices.ContainsFunc(taken, func(l takenLetter) bool { return l.id == d.ID })
		switch {
		case d.State == deliver.Uncertain && came:
			acts["confirm"] = append(acts["confirm"], d.ID)
		case d.State == deliver.Uncertain, d.State == deliver.Pending:
			acts["retry"] = append(acts["retry"], d.ID)
		}
	}
	for _, act := range []string{"confirm", "retry"} {
		if len(acts[act]) == 0 {
			continue
		}
		if code, said := w.run(append([]string{"outbox", act}, acts[act]...)...); code != exitDone && code != exitWaits {
			w.t.Errorf("outbox %s ends with %d: %s", act, code, said)
		}
	}
}

// close ends a cycle: a person answers what is uncertain, and then every letter of
// every edition has come exactly once, and nothing waits.
func (w *testWard) close(when string) {
	w.t.Helper()
	w.answer()
	if code, said := w.run("schedule", "--once"); code != exitDone {
		w.t.Errorf("%s: something is left to do, exit code %d\n%s", when, code, said)
	}
	if notice, err := os.ReadFile(filepath.Join(w.out(), office.TodoFile)); err == nil {
		w.t.Errorf("%s: the notice stays: %s", when, notice)
	}
	w.check(when)
	if code, said := w.run("verify"); code != exitDone {
		w.t.Errorf("%s: verify ends with %d\n%s", when, code, said)
	}
	box := w.look().box
	for _, e := range w.editions() {
		if e.Manifest.Status == archive.Final && !w.unsent[e.ID] {
			w.expect(when, box, deliver.Copy, e.ID, w.officers)
		}
		switch _, err := os.Stat(filepath.Join(w.out(), archive.SignedID(e.ID))); {
		case e.Manifest.Status == archive.Draft:
			w.expect(when, box, deliver.Draft, e.ID, w.officers)
		case e.Manifest.Status == archive.Released || err != nil: // or its signed copy went
			w.expect(when, box, deliver.Final, e.ID, w.committee)
			w.expect(when, box, deliver.Done, e.ID, w.officers)
		}
	}
}

// expect wants the letters about an edition to have come, and to be kept with it.
func (w *testWard) expect(when string, box []deliver.Delivery, kind, about string, to []string) {
	w.t.Helper()
	for _, address := range to {
		i := slices.IndexFunc(box, func(d deliver.Delivery) bool {
			return d.Kind == kind && office.EditionOf(d.About) == about && d.Recipient == address && d.State == deliver.Sent
		})
		if i < 0 || !slices.ContainsFunc(w.mail.settle(), func(l takenLetter) bool { return l.id == box[i].ID }) {
			w.t.Errorf("%s: the %s letter about %s to %s is lost", when, kind, about, address)
			continue
		}
		_, err := os.Stat(filepath.Join(w.out(), about, archive.Letters, box[i].ID+".eml"))
		if kind != deliver.Done && kind != deliver.Copy && err != nil {
			w.t.Errorf("%s: %v", when, err)
		}
	}
}
