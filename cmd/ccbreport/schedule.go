package main

import (
	"context"
	"errors"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/schedule"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"
)

// runSchedule is the verb schedule: what is due is done, now and ended, or for as
// long as nobody stops the program.
func runSchedule(ctx context.Context, t *tui, f *flags) error {
	w, err := f.unattended(t)
	if err != nil {
		return err
	}
	switch {
	case f.list:
		return listSchedules(t, w)
	case f.once:
		return scheduleOnce(ctx, t, w)
	}
	t.tell(daemonLine)
	daemon(ctx, t, f).Run(ctx)
	return say.ErrInterrupted
}

// unattended opens the ward where nobody sits at the terminal.
func (f *flags) unattended(t *tui) (*ward.Ward, error) {
	w, err := ward.OpenUnattended(f.file(), f.options(t))
	if err == nil {
		t.Voice = w.Voice
	}
	return w, err
}

func scheduleOnce(ctx context.Context, t *tui, w *ward.Ward) error {
	look, err := t.tick(ctx, w)
	t.tellWaiting(look.Events)
	if t.json && say.HasAnswer(err) {
		t.print(look)
	}
	return err
}

// tick looks at the clock once and tells what is done.
func (t *tui) tick(ctx context.Context, w *ward.Ward) (ward.Look, error) {
	look, err := w.Tick(ctx, ward.Ears{
		Events:   t.tellEvents,
		Made:     func(made ward.Answer) { t.endProgress(); t.tellMade(w, ward.Ask{}, made) },
		Reminded: t.tellReminder,
	})
	t.endProgress()
	t.tellTroubles(look.Troubles)
	return look, err
}

// daemon is the loop that looks once a minute. The configuration is read each time
// anew, so that what an officer changes counts at once.
func daemon(ctx context.Context, t *tui, f *flags) schedule.Loop {
	return schedule.Loop{
		Now:   time.Now,
		Sleep: sleep,
		Step: func(time.Time) (time.Time, error) {
			w, err := f.unattended(t)
			if err != nil {
				return time.Time{}, err
			}
			look, err := t.tick(ctx, w)
			return look.Next, err
		},
		Failed: func(err error) {
			switch {
			case errors.Is(err, archive.ErrLocked): // a person runs a report; the next look comes soon
			case errors.Is(err, say.ErrInterrupted): // the loop ends, and the verb says so
			default:
				t.end(err)
			}
		},
	}
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
