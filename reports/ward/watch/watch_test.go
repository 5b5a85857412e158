package watch

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ccbreport/reports/deliver"
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
	conf, err := config.Parse(yearly, "config.toml")
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
