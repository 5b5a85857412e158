package ward

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/say"
)

// UnknownIndicator is the code of the findings that propose a name: [Ward.TakeUp]
// takes it up, and [Ward.Accept] does not know it.
const UnknownIndicator = "indicator.unknown"

// Accept lets the findings of a code stand that block, for a reason. The data are
// checked first: only what is there now can be accepted. Findings of several
// branches need a reason each, and so the name of the branch; "" is right where one
// has them.
func (w *Ward) Accept(ctx context.Context, a Ask, code string, branch reports.UnitID, why string) (done Accepted, err error) {
	why = strings.TrimSpace(why)
	if why == "" {
		return done, acceptNoWhy.With(code)
	}
	s, err := w.session(a)
	if err != nil {
		return done, err
	}
	err = w.locked(func() error {
		done, err = s.accept(ctx, code, branch, why)
		return err
	})
	return done, err
}

// recall reads what people accepted for this report and span.
func (s *session) recall() (err error) {
	state, found, err := deliver.View(s.Config.State(""))
	if err != nil || !found {
		return err
	}
	s.job.Acceptances, err = state.Acceptances(s.job.Report, s.job.Span)
	return errors.Join(err, state.Close())
}

// look checks the inbox; nothing is written.
func (s *session) look(ctx context.Context) (checked *batch.Checked, err error) {
	if err := s.recall(); err != nil {
		return nil, err
	}
	err = say.Within(ctx, func() (err error) {
		checked, err = batch.Check(ctx, s.job)
		return err
	})
	return checked, s.explain(err)
}

func (s *session) accept(ctx context.Context, code string, branch reports.UnitID, why string) (done Accepted, err error) {
	checked, err := s.look(ctx)
	if err != nil {
		return done, err
	}
	chosen, err := s.pickFindings(checked, code, branch)
	if err != nil {
		return done, err
	}
	var list []reports.Acceptance
	for _, c := range chosen {
		for _, a := range c.Grounds {
			a.Why = why
			list = append(list, a)
		}
	}
	state, err := deliver.Open(s.Config.State(""))
	if err != nil {
		return done, err
	}
	err = state.Accept(s.job.Report, s.job.Span, list, s.clock())
	if err := errors.Join(err, state.Close()); err != nil {
		return done, err
	}
	return s.accepted(ctx, chosen, why)
}

// pickFindings returns the findings that the code and the branch mean: those that
// block, else those that were accepted before. They must be of one branch: a
// reason given for one is none for another.
func (s *session) pickFindings(c *batch.Checked, code string, branch reports.UnitID) ([]batch.Finding, error) {
	var open, accepted []batch.Finding
	known := false
	for _, f := range c.Findings {
		known = known || f.Code == code
		switch {
		case f.Code != code || f.Grounds == nil || branch != "" && concerns(c, f) != branch:
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
	branches := branchesOf(c, chosen)
	switch {
	case len(chosen) == 0 && known && branch == "":
		return nil, acceptNotBlocking.With(code, s.acceptable(c))
	case len(chosen) == 0:
		return nil, acceptNothing.With(code, s.acceptable(c))
	case len(branches) > 1:
		return nil, acceptSeveral.With(code, strings.Trim(strings.Join(branches, ", "), ", "))
	}
	return chosen, nil
}

// branchesOf names the branches that findings are about, each once.
func branchesOf(c *batch.Checked, list []batch.Finding) (branches []string) {
	for _, f := range list {
		if id := string(concerns(c, f)); !slices.Contains(branches, id) {
			branches = append(branches, id)
		}
	}
	return branches
}

// acceptable lists what can be accepted, as it is written on the command line.
func (s *session) acceptable(c *batch.Checked) string {
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
		list = append(list, UnknownIndicator+" --name "+strconv.Quote(p.Name))
	}
	if len(list) == 0 {
		return s.Voice.Say(nothingToAccept)
	}
	return strings.Join(list, "; ")
}

// accepted checks again, so that what is told is what the next run will find.
func (s *session) accepted(ctx context.Context, chosen []batch.Finding, why string) (done Accepted, err error) {
	checked, err := s.look(ctx)
	if err != nil {
		return done, err
	}
	done = acceptOf(checked)
	done.Left = s.acceptable(checked)
	for _, c := range chosen {
		done.Accepted = append(done.Accepted, AcceptedFinding{c.Code, concerns(checked, c), slices.Concat([]reports.Cell{}, c.At), c.Message, why})
	}
	return done, nil
}
