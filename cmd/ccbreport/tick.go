package main

import (
	"context"
	"errors"
	"time"
)

// A Look is what one look at the clock came to.
type Look struct {
	Events   []event   `json:"events"`
	Next     time.Time `json:"-"` // when something is due again; zero: never
	Troubles []string  `json:"-"` // what a person must know of, in Vietnamese
}

// Ears hear what a look does while it does it, before it is recorded; a nil one
// hears nothing.
type Ears struct {
	Events   func([]event)
	Made     func(Answer)
	Reminded func(reminder)
}

// Tick looks at the clock once and does what is due: reports, reminders, letters.
// What a kill left half done is ended first. The error is [say.ErrBlocked] if a
// draft was made that has findings that block, and [say.ErrWaits] if something
// waits for a person.
func (w *Ward) Tick(ctx context.Context, hear Ears) (look Look, err error) {
	look.Events = []event{}
	err = w.withOffice(func(o *office) error {
		at := &watch{conf: &w.Config, state: o.state, clock: o.now}
		var waits error
		at.duties = w.duties(ctx, o, hear, &waits)
		err := at.all()
		look.Events, look.Next, look.Troubles = append(look.Events, at.events...), w.Config.wake(at.clock()), o.troubles
		if hasAnswer(err) {
			err = errors.Join(err, waits)
		}
		return err
	})
	return look, err
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

// duties are what falls due as a person would do it by hand. What the last of them
// finds waiting for a person is put into waits.
func (w *Ward) duties(ctx context.Context, o *office, hear Ears, waits *error) duties {
	return duties{
		resume: func(time.Time) error { return o.resume(ctx) },
		make:   func(at occasion) (string, error) { return w.produce(ctx, o, at, hear) },
		look: func(at occasion) (standing, error) {
			s, err := w.due(at)
			if err != nil {
				return standing{}, err
			}
			return s.standing(ctx)
		},
		remind: func(r reminder) error {
			if hear.Reminded != nil {
				hear.Reminded(r)
			}
			return o.remind(r)
		},
		flush: func(time.Time) (err error) {
			*waits, err = o.finish(ctx, true)
			return err
		},
		told: func(events []event) error {
			if hear.Events != nil {
				hear.Events(events)
			}
			return o.report(events)
		},
		words: func(err error) string { return w.Voice.message(asFailure(err)) },
	}
}

// produce makes the report that falls due.
func (w *Ward) produce(ctx context.Context, o *office, at occasion, hear Ears) (edition string, err error) {
	s, err := w.due(at)
	if err != nil {
		return "", err
	}
	made, err := s.produce(ctx, o, at.Due)
	if err != nil {
		return "", err
	}
	if hear.Made != nil {
		hear.Made(made)
	}
	return made.Edition, blocked(made.Checked)
}

// due is the work on what falls due.
func (w *Ward) due(at occasion) (*session, error) {
	s := w.of(at.Report, Ask{Report: at.Report.Name, Span: at.Span})
	var err error
	if s.job.Templates, err = w.Config.templates(at.Report.Template); err != nil {
		return nil, err
	}
	return s, errors.Join(s.open(), s.recall())
}

// standing looks who has sent. Where the inbox is empty nobody has.
func (s *session) standing(ctx context.Context) (standing, error) {
	checked, err := s.look(ctx)
	var f *failure
	switch {
	case errors.As(err, &f) && f.code == emptyInbox.code:
		return standing{len(s.job.Branches) > 0, s.job.Branches}, nil
	case err != nil:
		return standing{}, err
	}
	return standing{checked.Branches.Expected >= 0, checked.Branches.Missing}, nil
}
