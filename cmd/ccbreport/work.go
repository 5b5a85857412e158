package main

import (
	"context"
	"errors"
	"os"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
)

// checkFolder is where check leaves the findings, replaced each time.
const checkFolder = "kiem-tra"

// runReport is the verb run: the main job.
func runReport(ctx context.Context, t *tui, f *flags) error {
	s, err := prepare(t, f, time.Now())
	if err != nil {
		return err
	}
	if f.dryRun {
		return s.tryOut(t, func() error { return s.run(ctx, t) })
	}
	lock, err := archive.TryLock(s.state("run.lock"))
	if err != nil {
		return err
	}
	return errors.Join(s.run(ctx, t), lock.Unlock())
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

func (s *session) run(ctx context.Context, t *tui) error {
	store, err := s.begin()
	if err != nil {
		return err
	}
	var made *batch.Result
	err = supervise(ctx, func() (err error) {
		made, err = batch.Run(s.job, store)
		return err
	}, store.Abandon)
	t.endProgress()
	if err != nil {
		return s.explain(err)
	}
	if t.json {
		t.print(ofRun(made))
	}
	t.tellChecked(s.job, made.Checked)
	t.tellMade(s, made)
	return blocked(made.Checked)
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
