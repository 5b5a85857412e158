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

// A Letting says which findings that block may stand, and why.
type Letting struct {
	Code   string
	Branch reports.UnitID // "" is right where one branch has them
	At     string         // a cell, sheet or file that the finding is about; "" for any
	All    bool           // the reason is one for each of them
	Why    string
}

// Accept lets findings of a code stand that block, for a reason. The data are checked
// first: only what is there now can be accepted. Findings of several branches need a
// reason each, and so the name of the branch; of several in one branch it is one that is
// meant, unless all are.
func (w *Ward) Accept(ctx context.Context, a Ask, l Letting) (done Accepted, err error) {
	l.Why = strings.TrimSpace(l.Why)
	if l.Why == "" {
		return done, acceptNoWhy.With(l.Code)
	}
	s, err := w.session(a)
	if err != nil {
		return done, err
	}
	err = w.locked(func() error {
		done, err = s.accept(ctx, l)
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

func (s *session) accept(ctx context.Context, l Letting) (done Accepted, err error) {
	checked, err := s.look(ctx)
	if err != nil {
		return done, err
	}
	chosen, err := s.pickFindings(checked, l)
	if err != nil {
		return done, err
	}
	var answers []reports.Answer
	for _, c := range chosen {
		a := reports.Answer{
			Key: s.keyOf(c), Kind: reports.AskLook, About: c.Code, Choice: reports.Accept, Why: l.Why, When: s.moment(), Asked: c.Message,
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
	return s.accepted(ctx, chosen, l.Why)
}

// pickFindings returns the findings that are meant: those that block, else those that
// were accepted before. They must be of one branch: a reason given for one is none for
// another. Nor is it for another finding, unless a person says so.
func (s *session) pickFindings(c *batch.Checked, l Letting) ([]batch.Finding, error) {
	var open, accepted []batch.Finding
	known := false
	for _, f := range c.Findings {
		known = known || f.Code == l.Code
		switch {
		case f.Code != l.Code || !acceptableNow(f) || l.Branch != "" && concerns(c, f) != l.Branch || !l.meets(f):
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
	case len(chosen) == 0 && known && l.Branch == "" && l.At == "":
		return nil, acceptNotBlocking.With(l.Code, s.acceptable(c))
	case len(chosen) == 0:
		return nil, acceptNothing.With(l.named(), s.acceptable(c))
	case len(branches) > 1:
		return nil, acceptSeveral.With(l.Code, strings.Trim(strings.Join(branches, ", "), ", "))
	case len(chosen) > 1 && !l.All:
		return nil, acceptEach.With(l.Code, strconv.Itoa(len(chosen)), s.each(chosen))
	}
	return chosen, nil
}

// named is what was asked for, as it was typed.
func (l Letting) named() string {
	words := l.Code
	if l.Branch != "" {
		words += " --branch " + string(l.Branch)
	}
	if l.At != "" {
		words += " --at " + l.At
	}
	return words
}

// meets reports whether a finding is about the place: a cell by itself or behind its
// sheet and file, or a whole file.
func (l Letting) meets(f batch.Finding) bool {
	at := strings.TrimSpace(l.At)
	return at == "" || slices.ContainsFunc(f.At, func(c reports.Cell) bool {
		return strings.EqualFold(at, c.Addr) || strings.EqualFold(at, c.Sheet+"!"+c.Addr) || strings.EqualFold(at, c.String()) || strings.EqualFold(at, c.File)
	})
}

// eachShown is how many findings are listed to choose from.
const eachShown = 10

// each lists findings with what names them.
func (s *session) each(list []batch.Finding) string {
	var lines []string
	for _, f := range list[:min(eachShown, len(list))] {
		lines = append(lines, "\n  - "+strings.TrimPrefix(Places(s.Voice, f.At)+": "+shorter(f.Message), ": "))
	}
	if more := len(list) - eachShown; more > 0 {
		lines = append(lines, "\n  "+s.Voice.Say(moreFindingsLine, strconv.Itoa(more)))
	}
	return strings.Join(lines, "")
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

// acceptableShown is how many of them are listed; check has all.
const acceptableShown = 3

// acceptable lists what can be accepted, as it is written on the command line: the first,
// and how to see the others.
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
	words := strings.Join(list[:min(acceptableShown, len(list))], "; ")
	if more := len(list) - acceptableShown; more > 0 {
		return words + s.Voice.Say(moreAcceptable, strconv.Itoa(more))
	}
	return words
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
