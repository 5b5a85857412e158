package ward

import (
	"context"
	"errors"
	"time"

	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
	"ccbreport/reports/ward/watch"
)

// A Look is what one look at the clock came to.
type Look struct {
	Events   []watch.Event `json:"events"`
	Next     time.Time     `json:"-"` // when something is due again; zero: never
	Troubles []string      `json:"-"` // what a person must know of, in Vietnamese
}

// Ears hear what a look does while it does it, before it is recorded; a nil one
// hears nothing.
type Ears struct {
	Events   func([]watch.Event)
	Made     func(Answer)
	Reminded func(watch.Reminder)
}

// Tick looks at the clock once and does what is due: reports, reminders, letters.
// What a kill left half done is ended first. The error is [say.ErrBlocked] if a
// draft was made that has findings that block, and [say.ErrWaits] if something
// waits for a person.
func (w *Ward) Tick(ctx context.Context, hear Ears) (look Look, err error) {
	look.Events = []watch.Event{}
	err = w.withOffice(func(o *office.Office) error {
		d := &duty{Ward: w, ctx: ctx, office: o, hear: hear}
		events, err := watch.Look(&w.Config, o.State, o.Now, d.due())
		look.Events, look.Troubles = append(look.Events, events...), o.Troubles
		look.Next = watch.Next(&w.Config, o.Now())
		if say.HasAnswer(err) {
			err = errors.Join(err, d.waits)
		}
		return err
	})
	return look, err
}

// Schedules lists what is due next, and what was not made; it looks and changes
// nothing.
func (w *Ward) Schedules() (Schedules, error) {
	state, found, err := deliver.View(w.Config.State(""))
	if err != nil {
		return Schedules{}, err
	}
	if !found {
		return watch.List(&w.Config, nil, w.clock())
	}
	list, err := watch.List(&w.Config, state, w.clock())
	return list, errors.Join(err, state.Close())
}

// A duty does what falls due as a person would do it by hand.
type duty struct {
	*Ward
	ctx    context.Context // of the one look that it lives for
	office *office.Office
	hear   Ears
	waits  error // what the last of it found waiting for a person
}

func (d *duty) due() watch.Due {
	return watch.Due{
		Resume: func(time.Time) error { return d.office.Resume(d.ctx) },
		Make:   d.make,
		Look:   d.look,
		Remind: d.remind,
		Flush:  d.flush,
		Told:   d.told,
		Words:  func(err error) string { return d.Voice.Message(AsFailure(err)) },
	}
}

// make makes the report that falls due.
func (d *duty) make(at watch.Occurrence) (edition string, err error) {
	s, err := d.session(at)
	if err != nil {
		return "", err
	}
	made, err := s.produce(d.ctx, d.office, at.Due)
	if err != nil {
		return "", err
	}
	if d.hear.Made != nil {
		d.hear.Made(made)
	}
	return made.Edition, blocked(made.Checked)
}

func (d *duty) look(at watch.Occurrence) (watch.Coverage, error) {
	s, err := d.session(at)
	if err != nil {
		return watch.Coverage{}, err
	}
	return s.coverage(d.ctx)
}

func (d *duty) remind(r watch.Reminder) error {
	if d.hear.Reminded != nil {
		d.hear.Reminded(r)
	}
	return d.office.Remind(r)
}

func (d *duty) flush(time.Time) (err error) {
	d.waits, err = d.office.Finish(d.ctx, true)
	return err
}

func (d *duty) told(events []watch.Event) error {
	if d.hear.Events != nil {
		d.hear.Events(events)
	}
	return d.office.Report(events)
}

// session is the work on what falls due.
func (d *duty) session(at watch.Occurrence) (*session, error) {
	s, err := d.Ward.session(Ask{Report: at.Report.Name, Span: at.Span})
	if err != nil {
		return nil, err
	}
	return s, s.recall()
}

// coverage looks who has sent. Where the inbox is empty nobody has.
func (s *session) coverage(ctx context.Context) (watch.Coverage, error) {
	checked, err := s.look(ctx)
	var f *say.Failure
	switch {
	case errors.As(err, &f) && f.Code == emptyInbox.Code:
		return watch.Coverage{Listed: len(s.job.Branches) > 0, Missing: s.job.Branches}, nil
	case err != nil:
		return watch.Coverage{}, err
	}
	return watch.Coverage{Listed: checked.Branches.Expected >= 0, Missing: checked.Branches.Missing}, nil
}
