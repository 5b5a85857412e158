package main

import (
	"context"
	"errors"
	"os"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
)

// checkFolder is where check leaves the findings, replaced each time.
const checkFolder = "kiem-tra"

// runReport is the verb run: the main job.
func runReport(ctx context.Context, t *tui, f *flags) (err error) {
	now := time.Now()
	s, err := prepare(t, f, now)
	if err != nil {
		return err
	}
	if f.dryRun {
		return s.tryOut(t, func() error { return s.tryRun(ctx, t) })
	}
	lock, err := archive.TryLock(s.state("run.lock"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	store, err := s.begin()
	if err != nil {
		return err
	}
	o, err := s.conf.openOffice(store, s.job.Lang, time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.close()) }()
	if err := o.resume(ctx); err != nil {
		return err
	}
	made, err := s.produce(ctx, t, o, now)
	if err != nil {
		return err
	}
	waits, err := o.finish(ctx, !s.noSend)
	if err != nil {
		return err
	}
	if err := s.tellRun(t, o, made); err != nil {
		return err
	}
	return errors.Join(blocked(made.Checked), waits)
}

// checkInbox is the verb check: everything up to the findings.
func checkInbox(ctx context.Context, t *tui, f *flags) error {
	s, err := prepare(t, f, time.Now())
	if err != nil {
		return err
	}
	if f.dryRun {
		return s.tryOut(t, func() error { return s.check(ctx, t) })
	}
	return s.check(ctx, t)
}

// tryOut does the work into a folder of its own, which stays for the person to
// look at.
func (s *session) tryOut(t *tui, work func() error) (err error) {
	if s.out, err = os.MkdirTemp("", "ccbreport-"); err != nil {
		return err
	}
	t.tell(trialLine)
	t.tell(whereLine, s.out)
	err = work()
	if err != nil && !errors.Is(err, errBlocked) {
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

// A product is what one run made, and what came of it.
type product struct {
	*batch.Result
	sequel
}

// produce makes the report that is due at a moment, its letters and, where it is
// released automatically, its final. What it is about to do is kept first.
func (s *session) produce(ctx context.Context, t *tui, o *office, due time.Time) (product, error) {
	run := deliver.Run{Report: s.job.Report, Span: s.job.Span, Due: due, Send: !s.noSend && s.conf.hasMail}
	var err error
	if run.ID, err = o.state.BeginRun(run, o.now()); err != nil {
		return product{}, err
	}
	made, err := s.make(ctx, t, o.store)
	if err != nil {
		return product{}, errors.Join(err, o.state.EndRun(run.ID, o.now()))
	}
	if err := o.state.Archived(run.ID, made.Edition.ID); err != nil {
		return product{}, err
	}
	after, err := o.follow(ctx, made.Edition, run)
	if err != nil {
		return product{}, err
	}
	if after.Held != "" {
		o.trouble(fill(heldLine.vi, []string{after.Held, made.Edition.ID}), "")
	}
	return product{made, after}, o.state.EndRun(run.ID, o.now())
}

// make makes the draft.
func (s *session) make(ctx context.Context, t *tui, store *archive.Store) (made *batch.Result, err error) {
	err = supervise(ctx, func() (err error) {
		made, err = batch.Run(s.job, store)
		return err
	}, store.Abandon)
	t.endProgress()
	if err != nil {
		return nil, s.explain(err)
	}
	return made, nil
}

// tryRun makes a draft and nothing else.
func (s *session) tryRun(ctx context.Context, t *tui) error {
	store, err := s.begin()
	if err != nil {
		return err
	}
	made, err := s.make(ctx, t, store)
	if err != nil {
		return err
	}
	s.noSend = true
	return errors.Join(s.tellRun(t, nil, product{Result: made}), blocked(made.Checked))
}

// tellRun tells what was made, and prints it with --json.
func (s *session) tellRun(t *tui, o *office, made product) (err error) {
	out := ofRun(made.Result)
	out.Final, out.Mail = made.Final, []mailOutput{}
	if o != nil {
		if out.Mail, err = o.mailOf(made.Edition); err != nil {
			return err
		}
	}
	if made.Final != "" {
		final, err := o.store.Edition(made.Final)
		if err != nil {
			return err
		}
		list, err := o.mailOf(final)
		if err != nil {
			return err
		}
		out.Mail = append(out.Mail, list...)
	}
	if t.json {
		t.print(out)
	}
	t.tellChecked(s.job, made.Checked)
	t.tellMade(s, made)
	t.tellMail(out.Mail)
	if o != nil {
		o.tellTroubles(t)
	}
	return nil
}

func (s *session) check(ctx context.Context, t *tui) error {
	store, err := s.begin()
	if err != nil {
		return err
	}
	var checked *batch.Checked
	var where string
	err = supervise(ctx, func() (err error) {
		if checked, err = batch.Check(s.job); err != nil {
			return err
		}
		where, err = store.Replace(checkFolder, checkFiles(t, s.job, checked))
		return err
	}, store.Abandon)
	t.endProgress()
	if err != nil {
		return s.explain(err)
	}
	if t.json {
		t.print(ofCheck(checked))
	}
	t.tellChecked(s.job, checked)
	t.tell(checkedLine)
	t.tell(whereLine, where)
	if blocked(checked) != nil {
		t.tell(nextBlocked)
	} else {
		t.tell(nextChecked)
	}
	return blocked(checked)
}

// explain says which folder an error of the stages is about; they do not know.
func (s *session) explain(err error) error {
	if errors.Is(err, batch.ErrNoWorkbook) {
		return emptyInbox.with(s.inbox)
	}
	return err
}

func blocked(c *batch.Checked) error {
	if c.Count(reports.Blocking) > 0 {
		return errBlocked
	}
	return nil
}
