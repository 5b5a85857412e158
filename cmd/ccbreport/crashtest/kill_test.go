package crashtest

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

var (
	killsWanted = flag.Int("kills", 10, "how often TestKilled kills the program")
	killSeed    = flag.Uint64("seed", 7, "of what chance decides in TestKilled and TestPowerCut")
)

// cyclesOfWard is after how many reports another ward begins: each one makes the
// state, which is copied after every kill, longer.
const cyclesOfWard = 6

// TestKilled kills the program in every phase of its work: nothing is lost,
// nothing is half written, nothing is sent twice, and the next run goes on.
func TestKilled(t *testing.T) {
	t.Parallel()
	k := &killer{t: t, rand: rand.New(rand.NewPCG(*killSeed, 1)), counts: map[string]int{}, reading: 100 * time.Millisecond}
	for cycle := 0; k.wants() && cycle < *killsWanted && !t.Failed(); cycle++ {
		if cycle%cyclesOfWard == 0 {
			k.testWard = newWard(t, takeMail(t, *killSeed+uint64(cycle), 20*time.Millisecond), "")
		}
		k.live(cycle)
	}
	t.Logf("seed %d: %d kills in %d cycles, %d of them uncertain letters", *killSeed, k.total(), k.cycles, k.uncertain)
	for _, phase := range append(phases, elsewhere) {
		t.Logf("%-14s %d", phase, k.counts[phase])
	}
	if k.wants() && !t.Failed() {
		t.Errorf("too few kills, or too few in a phase")
	}
}

type killer struct {
	*testWard
	t         *testing.T
	rand      *rand.Rand
	counts    map[string]int
	cycles    int
	uncertain int
	reading   time.Duration // what the program took lately until it began to write
}

func (k *killer) total() (n int) {
	for _, c := range k.counts {
		n += c
	}
	return n
}

// wants reports whether more kills are wanted: in all, or in a phase, each of which
// is to have its tenth.
func (k *killer) wants() bool {
	return k.total() < *killsWanted ||
		slices.ContainsFunc(phases, func(phase string) bool { return k.counts[phase] < *killsWanted/10 })
}

// live is one cycle: a report is due, and made, approved and sent under kills. A
// report that is released automatically has a year of its own, the others are
// editions of one year.
func (k *killer) live(cycle int) {
	k.cycles++
	when := fmt.Sprintf("cycle %d", cycle)
	k.byHand = k.rand.IntN(2) == 0
	switch cycle % 3 {
	case 0:
		k.due("auto", 2020+cycle%cyclesOfWard) // none that is not over yet
	case 1:
		k.due("approve", 2019)
	case 2:
		k.due("signed", 2018)
	}
	if k.byHand {
		k.insist(when, k.verb()...)
	} else {
		k.under(when+", schedule", k.verb()...)
		k.goOn(when)
	}
	if k.release != "auto" {
		k.approveUnder(when)
	}
	for _, d := range k.look().box {
		if d.State == deliver.Uncertain {
			k.uncertain++
		}
	}
	k.close(when)
}

// approveUnder is what a person does, and does again after every kill; schedule
// --once may come in between.
func (k *killer) approveUnder(when string) {
	k.number++
	id := k.draft()
	approve := []string{"approve", id, "--number", fmt.Sprint(k.number), "--date", "2020-01-15"}
	release := []string{"release", id}
	switch {
	case k.release == "signed":
		k.insist(when, approve...)
		release = append(release, "--signed", k.sign(id))
	case k.number%3 == 0:
		k.unsent[archive.FinalID(id)] = true
		k.insist(when, append(approve, "--no-send")...)
	default:
		k.insist(when, approve...)
	}
	k.insist(when, release...) // of what was sent already, nothing comes
}

// draft is the newest one of the year.
func (k *killer) draft() string {
	var ids []string
	for _, e := range k.editions() {
		if y, _, _ := e.Manifest.From.Date(); y == k.year && archive.DraftID(e.ID) == e.ID {
			ids = append(ids, e.ID)
		}
	}
	return archive.Newest(ids, "nam")
}

// signature is what a program for electronic signatures adds to a PDF.
const signature = "9999 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 10] /Contents <00> >>\nendobj\nstartxref\n0\n%%EOF\n"

// sign signs the final as programs do, behind its last byte.
func (k *killer) sign(id string) string {
	name := filepath.Join(k.dir, "da-ky.pdf")
	data, err := os.ReadFile(filepath.Join(k.out(), archive.FinalID(id), archive.PDF))
	if err == nil {
		err = os.WriteFile(name, append(data, signature...), 0o666)
	}
	if err != nil {
		k.t.Fatal(err)
	}
	return name
}

// insist runs a verb under kills and then in peace.
func (k *killer) insist(when string, verb ...string) {
	when += ", " + verb[0]
	k.under(when, verb...)
	if k.rand.IntN(2) == 0 {
		k.goOn(when)
	}
	if code, said := k.run(verb...); code != exitDone && code != exitWaits {
		k.t.Errorf("%s ends with %d\n%s", when, code, said)
	}
	k.check(when)
}

// under runs a verb again and again, killed each time, at phases in their order.
// One that has ended before its kill has nothing left to do.
func (k *killer) under(when string, verb ...string) {
	for _, aim := range k.plan() {
		phase, killed := k.kill(phases[aim], verb)
		if !killed {
			continue
		}
		k.counts[phase]++
		dead := fmt.Sprintf("%s, killed in %q", when, phase)
		k.check(dead)
		if verb[0] != "schedule" && k.rand.IntN(3) == 0 {
			k.goOn(dead)
		}
	}
}

// plan is at which phases to aim, in their order: at any, and as often at the one
// that was met least.
func (k *killer) plan() (aims []int) {
	least := 0
	for i, phase := range phases {
		if k.counts[phase] < k.counts[phases[least]] {
			least = i
		}
	}
	for range 1 + k.rand.IntN(3) {
		aims = append(aims, k.rand.IntN(len(phases)), least)
	}
	slices.Sort(aims)
	return aims
}

// kill starts the verb and kills it about the phase. It returns the phase that was
// met; false if the program was quicker.
func (k *killer) kill(aim string, verb []string) (string, bool) {
	before := k.names()
	ended := make(chan struct{})
	come, rest := k.moment(aim, ended)
	cmd := k.command(nil, verb...)
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	go func() {
		cmd.Wait() // how it ended is in ProcessState
		close(ended)
	}()
	select {
	case <-come:
	case <-ended:
		return "", false
	}
	if aim == inArchive {
		k.reading = time.Since(begun)
	}
	time.Sleep(rest)
	cmd.Process.Kill() // it may have ended just now
	<-ended
	if cmd.ProcessState.ExitCode() >= 0 {
		return "", false
	}
	k.mail.settle()
	return k.met(before), true
}

// moment returns what is closed when a phase begins, and how long after that the
// kill is to be.
func (k *killer) moment(aim string, ended <-chan struct{}) (come <-chan struct{}, rest time.Duration) {
	upTo := func(d time.Duration) time.Duration { return time.Duration(k.rand.Int64N(int64(d))) }
	switch aim {
	case inArchive:
		return k.appears(".tam-*", nil, ended), upTo(15 * time.Millisecond)
	case inRender:
		edition := k.appears("*_v*", nil, ended)
		if k.rand.IntN(2) == 0 {
			return edition, upTo(40 * time.Millisecond)
		}
		return k.appears(".tam-*", edition, ended), upTo(5 * time.Millisecond)
	case inSend:
		return k.mail.next(mailCame), upTo(15 * time.Millisecond)
	case afterDot:
		return k.mail.next(dotCame), upTo(25 * time.Millisecond)
	}
	now := make(chan struct{})
	close(now)
	return now, k.reading/4 + upTo(k.reading*3/4)
}

// appears returns what is closed when out holds a new name that fits, once after has
// come if that is not nil.
func (k *killer) appears(pattern string, after, ended <-chan struct{}) <-chan struct{} {
	there := make(chan struct{})
	known := append(k.halves(), k.names()...)
	go func() {
		if after != nil {
			select {
			case <-after:
				known = append(known, k.halves()...) // that of the edition
			case <-ended:
				return
			}
		}
		for {
			names, _ := filepath.Glob(filepath.Join(k.out(), pattern)) // the pattern is good
			if slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(known, n) }) {
				close(there)
				return
			}
			select {
			case <-ended:
				return
			case <-time.After(200 * time.Microsecond):
			}
		}
	}()
	return there
}
