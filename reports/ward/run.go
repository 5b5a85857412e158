package ward

import (
	"context"
	"errors"
	"os"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// Run makes the draft of a report, its letters, and where it is released
// automatically its final. The same inputs give the draft that they gave before.
// The error is [say.ErrBlocked] if findings block, and also [say.ErrWaits] if
// something waits for a person.
func (w *Ward) Run(ctx context.Context, a Ask) (made Answer, err error) {
	due := w.clock()
	s, err := w.session(a)
	if err != nil {
		return made, err
	}
	var waits error
	err = w.inOffice(ctx, func(o *office.Office) (err error) {
		if err := s.recall(); err != nil {
			return err
		}
		old, err := o.Sent()
		if err != nil {
			return err
		}
		s.job.Keep = s.keepReplies
		if made, err = s.produce(ctx, o, due); err != nil {
			return err
		}
		made.Old = old
		if waits, err = o.Finish(ctx, !a.NoSend); err != nil {
			return err
		}
		made.Troubles = o.Troubles
		return made.mailed(o)
	})
	if err != nil {
		return made, err
	}
	return made, errors.Join(blocked(made.Checked), waits)
}

// mailed puts the letters about an edition and about its final into the answer.
func (made *Answer) mailed(o *office.Office) error {
	made.Mail = []office.Mail{}
	for _, id := range []string{made.Edition, made.Final} {
		if id == "" {
			continue
		}
		e, err := o.Store.Edition(id)
		if err != nil {
			return err
		}
		list, err := o.MailOf(e)
		if err != nil {
			return err
		}
		made.Mail = append(made.Mail, list...)
	}
	return nil
}

// TryRun makes the draft into a folder of its own, which stays for the person to
// look at. Nothing is recorded and nothing is sent.
func (w *Ward) TryRun(ctx context.Context, a Ask) (made Answer, err error) {
	s, err := w.session(a)
	if err != nil {
		return made, err
	}
	err = s.tryOut(func() error {
		store, err := s.begin()
		if err != nil {
			return err
		}
		result, err := s.make(ctx, store)
		if err != nil {
			return err
		}
		made = ofRun(result)
		made.Folder = s.out
		return blocked(result.Checked)
	})
	return made, err
}

// tryOut does the work into a folder of its own, which goes if nothing comes of it.
func (s *session) tryOut(work func() error) (err error) {
	if s.out, err = os.MkdirTemp("", "ccbreport-"); err != nil {
		return err
	}
	err = work()
	if !say.HasAnswer(err) {
		err = errors.Join(err, os.RemoveAll(s.out))
	}
	return err
}

// begin takes up what was accepted, and the store of the editions.
func (s *session) begin() (*archive.Store, error) {
	if err := s.recall(); err != nil {
		return nil, err
	}
	return archive.Open(s.out)
}

// produce makes the report that is due at a moment, its letters and, where it is
// released automatically, its final. What it is about to do is kept first.
func (s *session) produce(ctx context.Context, o *office.Office, due time.Time) (Answer, error) {
	run := deliver.Run{Report: s.job.Report, Span: s.job.Span, Due: due, Send: !s.ask.NoSend && s.Config.HasMail}
	var err error
	if run.ID, err = o.State.BeginRun(run, o.Now()); err != nil {
		return Answer{}, err
	}
	result, err := s.make(ctx, o.Store)
	if err != nil {
		return Answer{}, errors.Join(err, o.State.EndRun(run.ID, o.Now()))
	}
	if err := o.State.Archived(run.ID, result.Edition.ID); err != nil {
		return Answer{}, err
	}
	after, err := o.Follow(ctx, result.Edition, run)
	if err != nil {
		return Answer{}, err
	}
	made := ofRun(result)
	made.Final = after.Final
	if after.Held != "" {
		o.Stands(after.Held, made.Edition)
	}
	return made, o.State.EndRun(run.ID, o.Now())
}

// make makes the draft.
func (s *session) make(ctx context.Context, store *archive.Store) (made *batch.Result, err error) {
	s.job.Told = func(c *batch.Checked) []byte { return ofCheck(c).text(say.Voice{}, false) }
	err = say.Within(ctx, func() (err error) {
		made, err = batch.Run(ctx, s.job, store)
		return err
	})
	return made, s.explain(err)
}

// explain says which folder an error of the stages is about; they do not know.
func (s *session) explain(err error) error {
	if errors.Is(err, batch.ErrNoWorkbook) {
		return emptyInbox.With(s.inbox)
	}
	return err
}

func blocked(c *batch.Checked) error {
	if c.Count(reports.Blocking) > 0 {
		return say.ErrBlocked
	}
	return nil
}
