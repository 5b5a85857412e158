package main

import (
	"cmp"
	"context"
	"errors"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/schedule"

	"github.com/spf13/pflag"
)

func ofSchedule(set *pflag.FlagSet, t *tui, f *flags) {
	set.SortFlags = false
	set.BoolVar(&f.once, "once", false, t.say(flagOnce))
	set.BoolVar(&f.list, "list", false, t.say(flagList))
}

// runSchedule is the verb schedule: what is due is done, now and ended, or for as
// long as nobody stops the program.
func runSchedule(ctx context.Context, t *tui, f *flags) error {
	conf, err := loadUnattended(cmp.Or(f.config, "config.toml"), time.Now())
	if err != nil {
		return err
	}
	t.english = cmp.Or(f.lang, conf.Language) == "en"
	switch {
	case f.list:
		return listSchedules(t, &conf, time.Now())
	case f.once:
		return scheduleOnce(ctx, t, f)
	}
	t.tell(daemonLine)
	daemon(ctx, t, f).Run(ctx)
	return errInterrupted
}

func scheduleOnce(ctx context.Context, t *tui, f *flags) error {
	events, _, err := tick(ctx, t, f, time.Now)
	t.tellWaiting(events)
	if t.json && (err == nil || errors.Is(err, errBlocked) || errors.Is(err, errWaits)) {
		t.print(eventsOutput{append([]event{}, events...)})
	}
	return err
}

// daemon is the loop that looks once a minute. The configuration is read each time
// anew, so that what an officer changes counts at once.
func daemon(ctx context.Context, t *tui, f *flags) schedule.Loop {
	return schedule.Loop{
		Now:   time.Now,
		Sleep: sleep,
		Step: func(time.Time) (next time.Time, err error) {
			_, next, err = tick(ctx, t, f, time.Now)
			return next, err
		},
		Failed: func(err error) {
			switch {
			case errors.Is(err, archive.ErrLocked): // a person runs a report; the next look comes soon
			case errors.Is(err, errInterrupted): // the loop ends, and the verb says so
			default:
				t.end(err)
			}
		},
	}
}

func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// tick looks at the clock once, under the ward's lock, and does what is due. Next
// is when something is due again.
func tick(ctx context.Context, t *tui, f *flags, clock func() time.Time) (events []event, next time.Time, err error) {
	conf, err := loadUnattended(cmp.Or(f.config, "config.toml"), clock())
	if err != nil {
		return nil, next, err
	}
	lock, err := archive.TryLock(conf.state("run.lock"))
	if err != nil {
		return nil, next, err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	o, err := conf.openBooks(cmp.Or(f.lang, conf.Language), clock)
	if err != nil {
		return nil, next, err
	}
	defer func() { err = errors.Join(err, o.close()) }()
	w := &watch{conf: &conf, state: o.state, clock: o.now}
	var waits error
	w.duties = w.ofOffice(ctx, t, f, o, &waits)
	err = w.all()
	if err == nil || errors.Is(err, errBlocked) || errors.Is(err, errWaits) {
		err = errors.Join(err, waits)
	}
	return w.events, conf.wake(w.clock()), err
}

// wake is when the next report is due, zero if none will be.
func (c *Config) wake(now time.Time) (first time.Time) {
	for _, s := range c.Schedules {
		if next := s.rule.Spec.Next(now); first.IsZero() || !next.IsZero() && next.Before(first) {
			first = next
		}
	}
	return first
}

// ofOffice are the duties as a person would do them by hand. What the last of
// them finds waiting for a person is put into waits.
func (w *watch) ofOffice(ctx context.Context, t *tui, f *flags, o *office, waits *error) duties {
	return duties{
		resume: func(time.Time) error { return o.resume(ctx) },
		make: func(at occasion) (string, error) {
			s, err := w.session(t, f, at)
			if err != nil {
				return "", err
			}
			made, err := s.produce(ctx, t, o, at.Due)
			if err != nil {
				return "", err
			}
			t.tellChecked(s.job, made.Checked)
			t.tellMade(s, made)
			return made.Edition.ID, blocked(made.Checked)
		},
		look: func(at occasion) (standing, error) {
			s, err := w.session(t, f, at)
			if err != nil {
				return standing{}, err
			}
			return s.standing(ctx, t)
		},
		remind: func(r reminder) error {
			t.tellReminder(r)
			return o.remind(r)
		},
		flush: func(time.Time) (err error) {
			*waits, err = o.finish(ctx, true)
			o.tellTroubles(t)
			return err
		},
		told: func(events []event) error {
			t.tellEvents(events)
			return o.report(events)
		},
		words: func(err error) string { return t.message(asFailure(err)) },
	}
}

// session is the work on one occasion.
func (w *watch) session(t *tui, f *flags, at occasion) (*session, error) {
	s := w.conf.session(f, at.Report, at.Span)
	s.job.Progress = t.progress
	return s, errors.Join(s.open(f, at.Report), s.recall())
}
