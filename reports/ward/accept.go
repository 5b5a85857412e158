package ward

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/batch"
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

// look checks the inbox by what people answered; nothing is written.
func (s *session) look(ctx context.Context) (*batch.Checked, error) {
	if err := s.recall(); err != nil {
		return nil, err
	}
	return s.checkNow(ctx)
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
	var answers []reports.Answer
	for _, c := range chosen {
		a := reports.Answer{
			Key: s.keyOf(c), Kind: reports.AskLook, About: c.Code, Choice: reports.Accept, Why: why, When: s.moment(), Asked: c.Message,
			Report: s.job.Report, From: s.job.Span.From, To: s.job.Span.Last(),
		}
		for _, g := range c.Grounds {
			a.Accepts = append(a.Accepts, reports.Let{Code: g.Code, Branch: g.Branch, Fingerprint: g.Fingerprint})
		}
		answers = append(answers, a)
	}
	if err := s.keep("accept", answers, nil); err != nil {
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
		case f.Code != code || !acceptableNow(f) || branch != "" && concerns(c, f) != branch:
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

// keyOf is the key of the question that a finding asks, or that it asked before somebody
// let it stand.
func (s *session) keyOf(f batch.Finding) string {
	for _, a := range s.job.Answers {
		for _, l := range a.Accepts {
			if l.Fingerprint == f.Grounds[0].Fingerprint {
				return a.Key
			}
		}
	}
	return f.Question
}

// acceptableNow reports whether a finding blocks, or would if nobody had accepted it.
func acceptableNow(f batch.Finding) bool {
	return f.Grounds != nil && (f.Severity == reports.Blocking || f.Severity == reports.Warning && f.Accepted != "")
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
		if !acceptableNow(f) || f.Accepted != "" {
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
