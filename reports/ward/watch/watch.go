// Package watch decides at a look at the clock what is due: reports by schedule, and
// reminders. It does none of it; it is handed funcs that do, and keeps in the state
// what became of each occurrence, so that a kill at any moment is made good at the
// next look.
package watch

import (
	"errors"
	"slices"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/schedule"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"
)

// Due is what a look at the clock leads to, as funcs. They are called under the
// ward's lock; one that is killed is done again at the next look.
type Due struct {
	Resume func(now time.Time) error                    // ends what a kill left half done; nil: nothing to end
	Make   func(Occurrence) (edition string, err error) // one report; say.ErrBlocked with a draft that blocks
	Look   func(Occurrence) (Coverage, error)           // who has sent so far
	Remind func(Reminder) error                         // reaches the officers
	Flush  func(now time.Time) error                    // sends the mail that waits; nil: there is none
	Told   func([]Event) error                          // reaches a person; what was told before is not told again
	Words  func(error) string                           // an error as a person reads it
}

// An Occurrence is one moment at which something is to be done for a report.
type Occurrence struct {
	Schedule string // as the ledger knows it
	Report   config.Report
	Span     reports.Period
	Due      time.Time
}

// An Event is what became of an occurrence at this look.
type Event struct {
	Kind     string      `json:"kind"`
	Schedule string      `json:"schedule"`
	Report   string      `json:"report"`
	From     reports.Day `json:"from"`
	To       reports.Day `json:"to"` // last day included
	Due      time.Time   `json:"due"`
	Edition  string      `json:"edition,omitempty"`
	Blocked  bool        `json:"blocked,omitempty"` // a draft was made, and says what is missing
	Why      string      `json:"why,omitempty"`     // it failed
	Again    *time.Time  `json:"again,omitempty"`   // when it is tried again at the earliest
}

// The kinds of events.
const (
	Made    = "made"
	Failed  = "failed"  // and is tried again
	Waiting = "waiting" // failed before and is not tried now
	Missed  = "missed"  // for good
	Passed  = "passed"  // missed where nothing is to be caught up

	Reminded = "reminded"
)

// A watch is one look at the clock.
type watch struct {
	conf   *config.Config
	state  *deliver.State
	clock  func() time.Time
	due    Due
	events []Event
}

// Look looks at the clock once and does everything that is due. What fails does not
// keep the rest from being done, only a person who stops the program does. The error
// is [say.ErrBlocked] or [say.ErrWaits] by what became of it; the events come with
// every error.
func Look(conf *config.Config, state *deliver.State, clock func() time.Time, due Due) ([]Event, error) {
	w := &watch{conf: conf, state: state, clock: clock, due: due}
	err := w.all()
	return w.events, err
}

func (w *watch) all() error {
	steps := []func() error{func() error { return w.do(w.due.Resume) }}
	for _, s := range w.conf.Schedules {
		steps = append(steps, func() error { return w.see(s) })
	}
	for _, r := range w.conf.Reports {
		steps = append(steps, func() error { return w.seeReminders(r) })
	}
	steps = append(steps, func() error { return w.do(w.due.Flush) })
	var errs []error
	for _, step := range steps {
		err := step()
		if errors.Is(err, say.ErrInterrupted) {
			return err
		}
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return w.result()
}

func (w *watch) do(duty func(time.Time) error) error {
	if duty == nil {
		return nil
	}
	return duty(w.clock())
}

// result is how the look ends: with what blocks before what waits.
func (w *watch) result() (err error) {
	for _, e := range w.events {
		switch {
		case e.Blocked:
			return say.ErrBlocked
		case e.Kind == Missed, e.Kind == Failed, e.Kind == Waiting:
			err = say.ErrWaits
		}
	}
	return err
}

// see does what is due of one schedule.
func (w *watch) see(s config.Schedule) error {
	now := w.clock()
	since, err := w.since(s, now)
	if err != nil {
		return err
	}
	open, err := w.state.Open(s.Name, now)
	if err != nil {
		return err
	}
	v := s.Rule.Due(since, open, now)
	if err := w.giveUp(s, v.Missed, now); err != nil {
		return err
	}
	if o := v.Waiting; !o.Due.IsZero() {
		w.events = append(w.events, w.occurrence(s, o.Due).failure(Waiting, o))
	}
	if v.Run.IsZero() {
		return nil
	}
	e, err := w.attempt(w.occurrence(s, v.Run), w.due.Make)
	if err != nil {
		return err
	}
	return w.tell(e)
}

// occurrence is that of a schedule: its report, for the period that the moment lies
// in.
func (w *watch) occurrence(s config.Schedule, due time.Time) Occurrence {
	r, _ := w.conf.Report(s.Report)
	return Occurrence{s.Name, r, w.conf.Span(r, config.TodayIn(w.conf.Zone, due)), due.In(w.conf.Zone)}
}

// since is the moment before which nothing of the schedule was due.
func (w *watch) since(s config.Schedule, now time.Time) (time.Time, error) {
	spec := s.Rule.Spec.String()
	since, kept, err := w.state.Since(s.Name, spec, midnight(w.conf, now))
	if err == nil && !kept {
		err = w.state.Start(s.Name, spec, since, now)
	}
	return since, err
}

// giveUp tells of what is missed for good, and then keeps that it was told.
func (w *watch) giveUp(s config.Schedule, list []time.Time, now time.Time) error {
	if len(list) == 0 {
		return nil
	}
	kind := Missed
	if !s.Rule.CatchUp {
		kind = Passed
	}
	var events []Event
	for _, due := range list {
		events = append(events, w.occurrence(s, due).event(kind))
	}
	if err := w.tell(events...); err != nil {
		return err
	}
	return w.state.Missed(s.Name, list, now)
}

// attempt does the work of one occurrence and keeps what became of it. A stop by a
// person leaves it begun, as a kill does: the next look does it again. A broken
// invariant is a failure like any other, or each look would break on it at once.
func (w *watch) attempt(o Occurrence, work func(Occurrence) (string, error)) (Event, error) {
	e := o.event(Made)
	if err := w.state.Begin(o.Schedule, o.Due, w.clock()); err != nil {
		return e, err
	}
	err := say.Guarded(func() (err error) {
		e.Edition, err = work(o)
		return err
	})
	switch {
	case errors.Is(err, say.ErrInterrupted):
		return e, err
	case err != nil && !(errors.Is(err, say.ErrBlocked) && say.HasAnswer(err)): // with a draft, and nothing broke beside
		return w.fail(o, err)
	}
	e.Blocked = err != nil
	return e, w.state.Done(o.Schedule, o.Due, e.Edition, w.clock())
}

func (w *watch) fail(o Occurrence, cause error) (Event, error) {
	why, now := w.due.Words(cause), w.clock()
	if err := w.state.Failed(o.Schedule, o.Due, why, now); err != nil {
		return Event{}, err
	}
	open, err := w.state.Open(o.Schedule, now)
	was := reports.Occurrence{Attempts: 1, Tried: now, Note: why} // a clock that was set back hides it
	if i := slices.IndexFunc(open, func(was reports.Occurrence) bool { return was.Due.Equal(o.Due) }); i >= 0 {
		was = open[i]
	}
	return o.failure(Failed, was), err
}

func (o Occurrence) event(kind string) Event {
	return Event{
		Kind: kind, Schedule: o.Schedule, Report: o.Report.Name,
		From: o.Span.From, To: o.Span.Last(), Due: o.Due,
	}
}

func (o Occurrence) failure(kind string, was reports.Occurrence) Event {
	e := o.event(kind)
	again := schedule.Again(was).In(o.Due.Location())
	e.Why, e.Again = was.Note, &again
	return e
}

func (w *watch) tell(events ...Event) error {
	w.events = append(w.events, events...)
	return w.due.Told(events)
}
