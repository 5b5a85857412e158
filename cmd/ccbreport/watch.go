package main

import (
	"errors"
	"slices"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/schedule"
)

// duties are what a look at the clock leads to. They are done under the ward's
// lock; one that is killed is done again at the next look.
type duties struct {
	resume func(now time.Time) error                  // ends what a kill left half done; nil: nothing to end
	make   func(occasion) (edition string, err error) // one report; errBlocked with a draft that blocks
	look   func(occasion) (standing, error)           // who has sent so far
	remind func(reminder) error                       // reaches the officers
	flush  func(now time.Time) error                  // sends the mail that waits; nil: there is none
	told   func([]event) error                        // reaches a person; what was told before is not told again
	words  func(error) string                         // an error as a person reads it
}

// An occasion is one moment at which something is to be done for a report.
type occasion struct {
	Schedule string // as the ledger knows it
	Report   Report
	Span     reports.Period
	Due      time.Time
}

// An event is what became of an occasion at this look.
type event struct {
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
	wasMade   = "made"
	hasFailed = "failed"  // and is tried again
	isWaiting = "waiting" // failed before and is not tried now
	wasMissed = "missed"  // for good
	wasPassed = "passed"  // missed where nothing is to be caught up

	hasReminded = "reminded"
)

// A watch is one look at the clock.
type watch struct {
	conf   *Config
	state  *deliver.State
	clock  func() time.Time
	duties duties
	events []event
}

// all does everything that is due. What fails does not keep the rest from being
// done, only a person who stops the program does.
func (w *watch) all() error {
	steps := []func() error{func() error { return w.do(w.duties.resume) }}
	for _, s := range w.conf.Schedules {
		steps = append(steps, func() error { return w.see(s) })
	}
	for _, r := range w.conf.Reports {
		steps = append(steps, func() error { return w.seeReminders(r) })
	}
	steps = append(steps, func() error { return w.do(w.duties.flush) })
	var errs []error
	for _, step := range steps {
		err := step()
		if errors.Is(err, errInterrupted) {
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
			return errBlocked
		case e.Kind == wasMissed, e.Kind == hasFailed, e.Kind == isWaiting:
			err = errWaits
		}
	}
	return err
}

// see does what is due of one schedule.
func (w *watch) see(s Schedule) error {
	now := w.clock()
	since, err := w.since(s, now)
	if err != nil {
		return err
	}
	open, err := w.state.Open(s.Name, now)
	if err != nil {
		return err
	}
	v := s.rule.Due(since, open, now)
	if err := w.giveUp(s, v.Missed, now); err != nil {
		return err
	}
	if o := v.Waiting; !o.Due.IsZero() {
		w.events = append(w.events, w.occasion(s, o.Due).failure(isWaiting, o))
	}
	if v.Run.IsZero() {
		return nil
	}
	e, err := w.attempt(w.occasion(s, v.Run), w.duties.make)
	if err != nil {
		return err
	}
	return w.tell(e)
}

// occasion is that of a schedule: its report, for the period that the moment lies
// in.
func (w *watch) occasion(s Schedule, due time.Time) occasion {
	r, _ := w.conf.report(s.Report)
	return occasion{s.Name, r, w.conf.span(r, todayIn(w.conf.zone, due)), due.In(w.conf.zone)}
}

// since is the moment before which nothing of the schedule was due.
func (w *watch) since(s Schedule, now time.Time) (time.Time, error) {
	y, m, d := now.In(w.conf.zone).Date()
	spec := s.rule.Spec.String()
	since, kept, err := w.state.Since(s.Name, spec, time.Date(y, m, d, 0, 0, 0, 0, w.conf.zone))
	if err == nil && !kept {
		err = w.state.Start(s.Name, spec, since, now)
	}
	return since, err
}

// giveUp tells of what is missed for good, and then keeps that it was told.
func (w *watch) giveUp(s Schedule, list []time.Time, now time.Time) error {
	if len(list) == 0 {
		return nil
	}
	kind := wasMissed
	if !s.rule.CatchUp {
		kind = wasPassed
	}
	var events []event
	for _, due := range list {
		events = append(events, w.occasion(s, due).event(kind))
	}
	if err := w.tell(events...); err != nil {
		return err
	}
	return w.state.Missed(s.Name, list, now)
}

// attempt does the work of one occasion and keeps what became of it. A stop by a
// person leaves it begun, as a kill does: the next look does it again. A broken
// invariant is a failure like any other, or each look would break on it at once.
func (w *watch) attempt(o occasion, work func(occasion) (string, error)) (event, error) {
	e := o.event(wasMade)
	if err := w.state.Begin(o.Schedule, o.Due, w.clock()); err != nil {
		return e, err
	}
	err := guarded(func() (err error) {
		e.Edition, err = work(o)
		return err
	})
	switch {
	case errors.Is(err, errInterrupted):
		return e, err
	case err != nil && !errors.Is(err, errBlocked):
		return w.fail(o, err)
	}
	e.Blocked = err != nil
	return e, w.state.Done(o.Schedule, o.Due, e.Edition, w.clock())
}

func (w *watch) fail(o occasion, cause error) (event, error) {
	why, now := w.duties.words(cause), w.clock()
	if err := w.state.Failed(o.Schedule, o.Due, why, now); err != nil {
		return event{}, err
	}
	open, err := w.state.Open(o.Schedule, now)
	was := reports.Occurrence{Attempts: 1, Tried: now, Note: why} // a clock that was set back hides it
	if i := slices.IndexFunc(open, func(was reports.Occurrence) bool { return was.Due.Equal(o.Due) }); i >= 0 {
		was = open[i]
	}
	return o.failure(hasFailed, was), err
}

func (o occasion) event(kind string) event {
	return event{
		Kind: kind, Schedule: o.Schedule, Report: o.Report.Name,
		From: o.Span.From, To: o.Span.Last(), Due: o.Due,
	}
}

func (o occasion) failure(kind string, was reports.Occurrence) event {
	e := o.event(kind)
	again := schedule.Again(was).In(o.Due.Location())
	e.Why, e.Again = was.Note, &again
	return e
}

func (w *watch) tell(events ...event) error {
	w.events = append(w.events, events...)
	return w.duties.told(events)
}
