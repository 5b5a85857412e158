package main

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
)

// unknownIndicator is the code that accept takes for a name, not for a finding
// that blocks.
const unknownIndicator = "indicator.unknown"

// acceptFinding is the verb accept: a person lets findings of a code stand, or
// takes up a name that is proposed. The data are checked first: only what is
// there now can be accepted.
func acceptFinding(ctx context.Context, t *tui, f *flags, code string) error {
	f.why = strings.TrimSpace(f.why)
	if f.why == "" {
		return acceptNoWhy.with(code)
	}
	s, err := prepare(t, f, time.Now())
	if err != nil {
		return err
	}
	lock, err := archive.TryLock(s.state("run.lock"))
	if err != nil {
		return err
	}
	if code == unknownIndicator {
		err = s.takeUp(ctx, t, f)
	} else {
		err = s.accept(ctx, t, f, code)
	}
	return errors.Join(err, lock.Unlock())
}

// state is a file of the state folder.
func (s *session) state(name string) string { return s.conf.state(name) }

func (c *Config) state(name string) string { return filepath.Join(c.path(c.Paths.State), name) }

// recall reads what people accepted for this report and span.
func (s *session) recall() (err error) {
	state, found, err := deliver.View(s.state(""))
	if err != nil || !found {
		return err
	}
	s.job.Acceptances, err = state.Acceptances(s.job.Report, s.job.Span)
	return errors.Join(err, state.Close())
}

// look checks the inbox; nothing is written.
func (s *session) look(ctx context.Context, t *tui) (checked *batch.Checked, err error) {
	if err := s.recall(); err != nil {
		return nil, err
	}
	err = supervise(ctx, func() (err error) {
		checked, err = batch.Check(s.job)
		return err
	}, func() error { return nil })
	t.endProgress()
	if err != nil {
		return nil, s.explain(err)
	}
	return checked, nil
}

func (s *session) accept(ctx context.Context, t *tui, f *flags, code string) error {
	checked, err := s.look(ctx, t)
	if err != nil {
		return err
	}
	chosen, err := s.choose(t, checked, code, f.branch)
	if err != nil {
		return err
	}
	var list []reports.Acceptance
	for _, c := range chosen {
		for _, a := range c.Grounds {
			a.Why = f.why
			list = append(list, a)
		}
	}
	state, err := deliver.Open(s.state(""))
	if err != nil {
		return err
	}
	err = state.Accept(s.job.Report, s.job.Span, list, time.Now())
	if err := errors.Join(err, state.Close()); err != nil {
		return err
	}
	return s.tellAccepted(ctx, t, f, chosen)
}

// choose returns the findings that the code and the branch mean: those that
// block, else those that were accepted before. They must be of one branch: a
// reason given for one is none for another.
func (s *session) choose(t *tui, c *batch.Checked, code, branch string) ([]batch.Finding, error) {
	var open, accepted []batch.Finding
	known := false
	for _, f := range c.Findings {
		known = known || f.Code == code
		switch {
		case f.Code != code || f.Grounds == nil || branch != "" && string(concerns(c, f)) != branch:
		case f.Accepted == "":
			open = append(open, f)
		default:
			accepted = append(accepted, f)
		}
	}
	chosen := open
	if len(open) == 0 {
		chosen = accepted
	}
	var branches []string
	for _, f := range chosen {
		if id := string(concerns(c, f)); !slices.Contains(branches, id) {
			branches = append(branches, id)
		}
	}
	switch {
	case len(chosen) == 0 && known && branch == "":
		return nil, acceptNotBlocking.with(code, t.acceptable(c))
	case len(chosen) == 0:
		return nil, acceptNothing.with(code, t.acceptable(c))
	case len(branches) > 1:
		return nil, acceptSeveral.with(code, strings.Trim(strings.Join(branches, ", "), ", "))
	}
	return chosen, nil
}

// acceptable lists what can be accepted, as it is written on the command line.
func (t *tui) acceptable(c *batch.Checked) string {
	var list []string
	for _, f := range c.Findings {
		if f.Grounds == nil || f.Accepted != "" {
			continue
		}
		word := f.Code
		if id := concerns(c, f); id != "" {
			word += " --branch " + string(id)
		}
		if !slices.Contains(list, word) {
			list = append(list, word)
		}
	}
	for _, p := range c.Proposals() {
		list = append(list, unknownIndicator+" --name "+strconv.Quote(p.Name))
	}
	if len(list) == 0 {
		return t.say(nothingToAccept)
	}
	return strings.Join(list, "; ")
}

// tellAccepted checks again, so that what is told is what the next run will find.
func (s *session) tellAccepted(ctx context.Context, t *tui, f *flags, chosen []batch.Finding) error {
	checked, err := s.look(ctx, t)
	if err != nil {
		return err
	}
	o := acceptOf(checked)
	for _, c := range chosen {
		o.Accepted = append(o.Accepted, acceptedOutput{c.Code, concerns(checked, c), slices.Concat([]reports.Cell{}, c.At), c.Message, f.why})
		t.tell(acceptedLine, c.Message, c.Code)
		if len(c.At) > 0 {
			t.tell(atLine, t.cells(c.At))
		}
	}
	t.tell(whyAcceptedLine, f.why)
	t.tell(acceptedTermsLine)
	t.tellLeft(checked)
	if t.json {
		t.print(o)
	}
	return nil
}

// tellLeft tells what blocks still.
func (t *tui) tellLeft(c *batch.Checked) {
	if n := c.Count(reports.Blocking); n > 0 {
		t.tell(leftLine, strconv.Itoa(n), t.acceptable(c))
		return
	}
	t.tell(nothingLeftLine)
	t.tell(nextChecked)
}
