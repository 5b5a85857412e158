package watch

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"
)

var long = flag.Bool("long", false, "live through thirty years a hundred times, not twice, and try more sizes of disks and runs at one time")

// The schedules of the thirty years, as they are written and as a calendar has
// them.
var yearsSpecs = []struct {
	name, cron, catchUp, grace string
	months                     []time.Month
	day, hour, minute          int
}{
	{"nam", "0 7 15 12 *", "once", "720h", []time.Month{12}, 15, 7, 0},
	{"nua-nam", "30 6 5 1,7 *", "once", "720h", []time.Month{1, 7}, 5, 6, 30},
	{"thang", "0 7 1 * *", "once", "100h", []time.Month{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 1, 7, 0},
	{"dung-gio", "15 2 20 * *", "skip", "720h", []time.Month{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 20, 2, 15},
}

// A life is thirty years of a ward's computer: its clock, its daemons, and what
// they did. What should have been done is reckoned here from the calendar alone.
type life struct {
	t       *testing.T
	rand    *rand.Rand
	conf    *config.Config
	host    *time.Location // what the computer takes its time zone to be
	lock    string
	states  [2]*deliver.State // two daemons
	now     time.Time         // the real time
	skew    time.Duration     // of the computer's clock
	wrong   time.Time         // until when it is skewed
	begun   time.Time         // start of the first day
	moments map[string][]time.Time

	mu     sync.Mutex
	acts   map[moment]*act
	killed bool // in the present look
	calm   bool // nothing is killed and nothing fails any more
	looks  int
}

// A moment is one at which a schedule was due.
type moment struct {
	schedule string
	due      int64 // Unix time
}

// An act is what was done about one moment.
type act struct {
	done, told int
	attempts   int
	since      int       // attempts since it was last told as missed
	tried      time.Time // the last attempt
	failed     bool      // as it ended, if it was not killed
}

// pauses reports whether a failed moment is left alone until later.
func (a act) pauses(now time.Time) bool {
	if a.attempts < 2 {
		return false
	}
	pause := 15 * time.Minute
	for n := 2; n < a.attempts && pause < 6*time.Hour; n++ {
		pause *= 2
	}
	return a.failed && !now.Before(a.tried) && now.Before(a.tried.Add(min(pause, 6*time.Hour)))
}

func TestThirtyYears(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty years are long")
	}
	lives := []struct{ host, ward string }{
		{"America/New_York", "Asia/Ho_Chi_Minh"}, {"UTC", "America/New_York"},
		{"UTC", "Asia/Ho_Chi_Minh"}, {"Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh"},
	}
	seeds := 2
	if *long {
		seeds = 100
	}
	for seed := range seeds {
		zones := lives[seed%len(lives)]
		t.Run(fmt.Sprintf("seed %d, host in %s, ward in %s", seed, zones.host, zones.ward), func(t *testing.T) {
			t.Parallel()
			l := newLife(t, uint64(seed), zones.host, zones.ward)
			l.live()
			l.account()
		})
	}
}

func newLife(t *testing.T, seed uint64, host, ward string) *life {
	src := fmt.Sprintf("timezone = %q\n[unit]\nname = \"Hội\"\n[[report]]\nname = \"nam\"\nperiod = \"this-year\"\n", ward)
	for _, s := range yearsSpecs {
		src += fmt.Sprintf("[[schedule]]\nname = %q\ncron = %q\nreport = \"nam\"\ncatch_up = %q\ngrace = %q\n", s.name, s.cron, s.catchUp, s.grace)
	}
	conf, err := config.Parse(src, "config.toml")
	if err != nil {
		t.Fatal(err)
	}
	l := &life{
		t: t, rand: rand.New(rand.NewPCG(seed, 30)), conf: &conf, lock: filepath.Join(t.TempDir(), "run.lock"),
		acts: map[moment]*act{}, moments: map[string][]time.Time{},
	}
	if l.host, err = time.LoadLocation(host); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for i := range l.states {
		if l.states[i], err = deliver.Open(dir); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.states[i].Close() })
	}
	l.begun = time.Date(2026, 11, 25, 0, 0, 0, 0, conf.Zone)
	l.now = l.begun.Add(10 * time.Hour)
	for _, s := range yearsSpecs {
		for y := 2026; y < 2060; y++ {
			for _, m := range s.months {
				if at := time.Date(y, m, s.day, s.hour, s.minute, 0, 0, conf.Zone); !at.Before(l.begun) {
					l.moments[s.name] = append(l.moments[s.name], at)
				}
			}
		}
	}
	return l
}

// live goes through the years: looks at odd times and around what is due, the
// computer off on the day for an hour to forty days or asleep, its clock set
// forth and back, two daemons that look at the same time.
func (l *life) live() {
	end := l.begun.AddDate(30, 0, 0)
	for l.now.Before(end) {
		l.look()
		next := l.nextMoment()
		switch n := l.rand.IntN(100); {
		case n < 50:
			l.pass(l.between(time.Hour, 6*24*time.Hour))
		case n < 65:
			l.pass(l.between(time.Minute, 3*time.Hour))
		case n < 94:
			l.until(next.Add(l.between(-2*time.Minute, 2*time.Minute)))
		default:
			l.until(next.Add(-l.between(0, time.Hour))) // and off it is, or asleep
			l.now = l.now.Add(l.between(time.Hour, 40*24*time.Hour))
		}
	}
	l.skew, l.calm = 0, true
	for range 3 {
		l.now = l.now.Add(7 * time.Hour)
		l.look()
	}
}

func (l *life) between(from, to time.Duration) time.Duration {
	return from + time.Duration(l.rand.Int64N(int64(to-from)))
}

// pass lets time pass, and somebody may set the clock. In the first month nobody
// does: what was due before the program came is another test's.
func (l *life) pass(d time.Duration) {
	l.now = l.now.Add(d)
	switch {
	case l.now.Sub(l.begun) < 31*24*time.Hour:
	case l.skew != 0 && l.now.After(l.wrong):
		l.skew = 0
	case l.rand.IntN(30) == 0:
		l.skew = l.between(-5*24*time.Hour, 5*24*time.Hour)
		if l.rand.IntN(4) == 0 {
			l.skew = l.between(20*24*time.Hour, 400*24*time.Hour)
		}
		l.wrong = l.now.Add(l.between(time.Minute, 3*24*time.Hour))
	}
}

func (l *life) until(at time.Time) {
	if at.After(l.now) {
		l.pass(at.Sub(l.now))
	}
}

func (l *life) nextMoment() time.Time {
	first := l.now.AddDate(1, 0, 0)
	for _, s := range yearsSpecs {
		if next := firstAfter(l.moments[s.name], l.now); next.Before(first) {
			first = next
		}
	}
	return first
}

func firstAfter(list []time.Time, now time.Time) time.Time {
	for _, m := range list {
		if m.After(now) {
			return m
		}
	}
	return now.AddDate(1, 0, 0)
}

func (l *life) act(schedule string, due time.Time) *act {
	key := moment{schedule, due.Unix()}
	if l.acts[key] == nil {
		l.acts[key] = &act{}
	}
	return l.acts[key]
}

// look lets one daemon look, or both at once; then nothing may be left to do.
func (l *life) look() {
	l.looks++
	l.killed = false
	before := map[moment]act{}
	for key, a := range l.acts {
		before[key] = *a
	}
	daemons := l.states[:]
	if l.rand.IntN(10) > 0 {
		one := l.rand.IntN(len(l.states))
		daemons = l.states[one : one+1]
	}
	var wg sync.WaitGroup
	for _, state := range daemons {
		wg.Go(func() { l.lookAs(state) })
	}
	wg.Wait()
	if l.killed {
		return // the next look does the rest
	}
	for i, s := range yearsSpecs {
		l.check(s.name, l.conf.Schedules[i], before)
	}
}

func (l *life) lookAs(state *deliver.State) {
	lock, err := archive.TryLock(l.lock)
	if errors.Is(err, archive.ErrLocked) {
		return // the other one is at it
	}
	if err != nil {
		l.t.Error(err)
		return
	}
	defer lock.Unlock()
	w := &watch{conf: l.conf, state: state, clock: func() time.Time { return l.clock() }}
	w.due = Due{Make: l.make, Told: l.told, Words: func(err error) string { return err.Error() }}
	err = w.all()
	if err != nil && !errors.Is(err, say.ErrWaits) && !errors.Is(err, say.ErrBlocked) && !errors.Is(err, say.ErrInterrupted) {
		l.t.Errorf("%v: %v", l.now, err)
	}
}

// clock is what the computer takes the time to be.
func (l *life) clock() time.Time { return l.now.Add(l.skew).In(l.host) }

func (l *life) make(o Occurrence) (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a, now := l.act(o.Schedule, o.Due), l.clock().Truncate(time.Second) // as the ledger keeps it
	if a.pauses(now) {
		l.t.Errorf("%v: %s of %v is tried too soon", now, o.Schedule, o.Due)
	}
	a.attempts, a.since, a.tried, a.failed = a.attempts+1, a.since+1, now, false
	switch fate := l.rand.IntN(10); {
	case l.calm:
	case fate < 2:
		l.killed = true
		return "", say.ErrInterrupted // begun is what a kill leaves, too
	case fate == 2:
		a.failed = true
		return "", errors.New("disk full")
	case fate == 3:
		a.done++
		return "e", say.ErrBlocked
	}
	a.done++
	return "e", nil
}

func (l *life) told(events []Event) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, e := range events {
		if e.Kind == Missed || e.Kind == Passed {
			a := l.act(e.Schedule, e.Due)
			if a.told > 0 && a.since == 0 {
				l.t.Errorf("%v: %s of %v is told as missed again", l.now, e.Schedule, e.Due)
			}
			a.told++
			a.since = 0
		}
	}
	return nil
}

// check holds what a look did against the calendar: the latest moment is run if it
// is not too late, and whatever else has come is done or told as missed.
func (l *life) check(name string, s config.Schedule, before map[moment]act) {
	now := l.clock().Truncate(time.Second)
	grace := s.Rule.Grace
	if s.CatchUp == "skip" {
		grace = time.Hour
	}
	var latest time.Time
	for _, m := range l.moments[name] {
		if m.After(now) {
			break
		}
		latest = m
	}
	for _, m := range l.moments[name] {
		if m.After(now) {
			break
		}
		a := l.act(name, m)
		was := before[moment{name, m.Unix()}]
		punctual := m.Equal(latest) && now.Sub(m) <= grace
		switch {
		case a.done > 1:
			l.t.Errorf("%v: %s of %v is done %d times", now, name, m, a.done)
		case a.done == 1:
		case !punctual && (a.told == 0 || a.since > 0):
			l.t.Errorf("%v: %s of %v is not done and nobody was told", now, name, m)
		case punctual && !a.tried.Equal(now) && !was.pauses(now):
			l.t.Errorf("%v: %s of %v is due and was not tried", now, name, m)
		}
	}
}

// account looks at the whole: everything is done or missed, and the ledger knows
// it.
func (l *life) account() {
	counts := map[reports.Fate]int{}
	end := l.clock()
	for i, s := range yearsSpecs {
		for _, m := range l.moments[s.name] {
			if m.After(end) {
				break
			}
			switch a := l.act(s.name, m); {
			case a.done == 1:
				counts[reports.Done]++
			case a.told > 0:
				counts[reports.Missed]++
			default:
				l.t.Errorf("%s of %v was lost", s.name, m)
			}
		}
		open, err := l.states[i%2].Open(s.name, end)
		if err != nil || len(open) != 1 || open[0].State != reports.Done && open[0].State != reports.Missed {
			l.t.Errorf("%s ends with %v, %v", s.name, open, err)
		}
	}
	if counts[reports.Done] < 300 || counts[reports.Missed] < 50 {
		l.t.Errorf("too quiet a life: %v in %d looks", counts, l.looks)
	}
	l.t.Logf("%d looks: %d done, %d missed", l.looks, counts[reports.Done], counts[reports.Missed])
}
