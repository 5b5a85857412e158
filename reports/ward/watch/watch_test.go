package watch

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/schedule"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"
)

func TestAStopLeavesItBegun(t *testing.T) {
	conf, state := loaded(t)
	now := time.Date(2026, 12, 15, 7, 0, 0, 0, conf.Zone)
	made := 0
	look := func(err error) error {
		w := &watch{conf: conf, state: state, clock: func() time.Time { return now }}
		w.due = Due{
			Make: func(Occurrence) (string, error) { made++; return "e", err },
			Told: func([]Event) error { return nil },
			Flush: func(time.Time) error {
				if err != nil {
					t.Error("the program was stopped, and goes on")
				}
				return nil
			},
		}
		return w.all()
	}
	if err := look(say.ErrInterrupted); err != say.ErrInterrupted {
		t.Errorf("the first look ends with %v", err)
	}
	if err := look(nil); err != nil {
		t.Errorf("the second look ends with %v", err)
	}
	if err := look(nil); err != nil || made != 2 {
		t.Errorf("the third look ends with %v; %d attempts", err, made)
	}
}

// TestTellingComesBeforeKeeping: a kill between the two tells again.
func TestTellingComesBeforeKeeping(t *testing.T) {
	conf, state := loaded(t)
	begin := time.Date(2026, 11, 25, 7, 0, 0, 0, conf.Zone)
	tolds := 0
	look := func(now time.Time, err error) error {
		w := &watch{conf: conf, state: state, clock: func() time.Time { return now }}
		w.due = Due{Told: func(e []Event) error { tolds += len(e); return err }}
		return w.all()
	}
	if err := look(begin, nil); err != nil {
		t.Fatal(err)
	}
	later := begin.AddDate(0, 6, 0)
	for i, err := range []error{say.ErrInterrupted, nil, nil} {
		look(later, err)
		if want := min(i+1, 2); tolds != want {
			t.Errorf("after look %d it was told %d times", i+1, tolds)
		}
	}
}

// TestABrokenInvariantWaitsItsTurn: it is tried again later, not at once for ever.
func TestABrokenInvariantWaitsItsTurn(t *testing.T) {
	conf, state := loaded(t)
	w := &watch{conf: conf, state: state, clock: func() time.Time { return time.Date(2026, 12, 15, 7, 0, 0, 0, conf.Zone) }}
	w.due = Due{
		Make:  func(Occurrence) (string, error) { panic("no such page") },
		Told:  func([]Event) error { return nil },
		Words: func(err error) string { return err.Error() },
	}
	if err := w.all(); !errors.Is(err, say.ErrWaits) || len(w.events) != 1 || !strings.Contains(w.events[0].Why, "no such page") {
		t.Errorf("ends with %v, %v", err, w.events)
	}
}

// TestAFailureIsTriedMoreRarely: the more often it failed, the longer it waits.
func TestAFailureIsTriedMoreRarely(t *testing.T) {
	conf, state := loaded(t)
	now := time.Date(2026, 12, 15, 7, 0, 0, 0, conf.Zone)
	var waits []time.Duration
	for range 3 {
		w := &watch{conf: conf, state: state, clock: func() time.Time { return now }}
		w.due = Due{
			Make:  func(Occurrence) (string, error) { return "", errors.New("disk full") },
			Told:  func([]Event) error { return nil },
			Flush: func(time.Time) error { return nil },
			Words: func(err error) string { return err.Error() },
		}
		if err := w.all(); !errors.Is(err, say.ErrWaits) || len(w.events) != 1 || w.events[0].Again == nil {
			t.Fatalf("ends with %v, %+v", err, w.events)
		}
		waits = append(waits, w.events[0].Again.Sub(now))
		now = *w.events[0].Again
	}
	if waits[0] >= waits[1] || waits[1] >= waits[2] {
		t.Errorf("waits %v", waits)
	}
}

// yearly is a ward with one report, which is made by itself once a year.
const yearly = `
[unit]
name = "Hội Cựu chiến binh phường"
[[report]]
name = "nam"
period = "this-year"
[[schedule]]
name = "hang-nam"
cron = "0 7 15 12 *"
report = "nam"
`

func loaded(t *testing.T) (*config.Config, *deliver.State) {
	t.Helper()
	return loadedWith(t, yearly)
}

func loadedWith(t *testing.T, text string) (*config.Config, *deliver.State) {
	t.Helper()
	conf, err := config.Parse(text, "config.toml")
	if err != nil {
		t.Fatal(err)
	}
	state, err := deliver.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { state.Close() })
	return &conf, state
}

func TestHowALookEnds(t *testing.T) {
	for _, test := range []struct {
		reason string
		events []Event
		want   error
	}{
		{"nothing was due", nil, nil},
		{"all went well", []Event{{Kind: Made}, {Kind: Reminded}, {Kind: Passed}}, nil},
		{"one failed", []Event{{Kind: Made}, {Kind: Failed}}, say.ErrWaits},
		{"one waits", []Event{{Kind: Waiting}}, say.ErrWaits},
		{"one is missed", []Event{{Kind: Missed}}, say.ErrWaits},
		{"findings block, which comes before what waits", []Event{{Kind: Missed}, {Kind: Made, Blocked: true}}, say.ErrBlocked},
	} {
		w := &watch{events: test.events}
		if got := w.result(); got != test.want {
			t.Errorf("%s: %v, want %v", test.reason, got, test.want)
		}
	}
}

// TestADraftThatBlocks: it was made all the same, but not if something broke beside.
func TestADraftThatBlocks(t *testing.T) {
	for _, c := range []struct {
		err  error
		kind string
	}{
		{say.ErrBlocked, Made},
		{errors.Join(say.ErrBlocked, say.ErrWaits), Made},
		{errors.Join(say.ErrBlocked, errors.New("unlock: input/output error")), Failed},
	} {
		conf, state := loaded(t)
		w := &watch{conf: conf, state: state, clock: func() time.Time { return time.Date(2026, 12, 15, 7, 0, 0, 0, conf.Zone) }}
		w.due = Due{
			Make:  func(Occurrence) (string, error) { return "e", c.err },
			Told:  func([]Event) error { return nil },
			Flush: func(time.Time) error { return nil },
			Words: func(err error) string { return err.Error() },
		}
		if err := w.all(); len(w.events) != 1 || w.events[0].Kind != c.kind || w.events[0].Blocked != (c.kind == Made) {
			t.Errorf("%v: ends with %v, %+v", c.err, err, w.events)
		}
	}
}

// TestWhoIsReminded: nobody of what all have sent; where no list says who all are, the
// officers are.
func TestWhoIsReminded(t *testing.T) {
	one := []reports.Unit{{ID: "a"}}
	for _, c := range []struct {
		reason   string
		stand    Coverage
		reminded bool
	}{
		{"some are missing", Coverage{Listed: true, Missing: one}, true},
		{"all have sent", Coverage{Listed: true}, false},
		{"no list says who", Coverage{}, true},
	} {
		conf, state := loadedWith(t, strings.Replace(yearly, "period = \"this-year\"\n", "period = \"this-year\"\ndue = \"12-05\"\nremind = [10]\n", 1))
		now := time.Date(2026, 11, 20, 8, 0, 0, 0, conf.Zone)
		told := 0
		w := &watch{conf: conf, state: state, clock: func() time.Time { return now }}
		w.due = Due{
			Look:   func(Occurrence) (Coverage, error) { return c.stand, nil },
			Remind: func(Reminder) error { told++; return nil },
			Told:   func([]Event) error { return nil },
			Flush:  func(time.Time) error { return nil },
		}
		for range 2 { // the first look only begins
			if err := w.all(); err != nil {
				t.Fatal(err)
			}
			now = time.Date(2026, 11, 26, 8, 0, 0, 0, conf.Zone)
		}
		if (told == 1) != c.reminded {
			t.Errorf("%s: reminded %d times", c.reason, told)
		}
	}
}

// TestNext: the first of all schedules.
func TestNext(t *testing.T) {
	conf := &config.Config{Zone: time.UTC}
	for _, line := range []string{"0 7 15 12 *", "0 7 1 12 *", "0 7 20 12 *"} {
		s, err := schedule.Parse(line, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		conf.Schedules = append(conf.Schedules, config.Schedule{Rule: schedule.Rule{Spec: s}})
	}
	now := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	if got, want := Next(conf, now), time.Date(2026, 12, 1, 7, 0, 0, 0, time.UTC); !got.Equal(want) {
		t.Errorf("the next is due %v, want %v", got, want)
	}
	if got := Next(&config.Config{}, now); !got.IsZero() {
		t.Errorf("without a schedule %v", got)
	}
}
