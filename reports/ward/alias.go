package ward

import (
	"context"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/question"
	"ccbreport/reports/viet"
)

// TakeUp makes a proposed name one of the names of its indicator, for a reason; an
// empty name means the only one. It is the answer to the question what the name means.
func (w *Ward) TakeUp(ctx context.Context, a Ask, name, why string) (done Accepted, err error) {
	why = strings.TrimSpace(why)
	if why == "" {
		return done, acceptNoWhy.With(UnknownIndicator)
	}
	s, err := w.session(a)
	if err != nil {
		return done, err
	}
	err = w.locked(func() error {
		done, err = s.takeUp(ctx, name, why)
		return err
	})
	return done, err
}

func (s *session) takeUp(ctx context.Context, name, why string) (done Accepted, err error) {
	checked, err := s.glance(ctx)
	if err != nil {
		return done, err
	}
	p, err := s.pickProposal(checked, name)
	if err != nil {
		return done, err
	}
	replied, err := s.reply(ctx, []Word{{Key: question.Key(reports.AskName, p.Name), Choice: p.Code, Why: why}})
	if err != nil {
		return done, err
	}
	done = acceptOf(replied.Checked)
	done.Alias, done.Left = &Alias{p.Name, p.Code, why, replied.File}, s.acceptable(replied.Checked)
	return done, nil
}

// pickProposal returns the proposal that is meant: the one of that name, or the
// only one.
func (s *session) pickProposal(c *batch.Checked, name string) (batch.Proposal, error) {
	all := c.Proposals()
	var meant []batch.Proposal
	for _, p := range all {
		if name == "" || viet.Key(p.Name) == viet.Key(name) {
			meant = append(meant, p)
		}
	}
	switch {
	case len(meant) == 1:
		return meant[0], nil
	case len(all) == 0:
		return batch.Proposal{}, aliasNone.With(s.acceptable(c))
	case len(meant) == 0:
		return batch.Proposal{}, aliasUnknown.With(name, s.proposals(c, all))
	}
	return batch.Proposal{}, aliasSeveral.With(s.proposals(c, all))
}

// proposals lists proposals with what each would mean.
func (s *session) proposals(c *batch.Checked, list []batch.Proposal) string {
	var words []string
	for _, p := range list {
		ind, _ := c.Catalogue.Indicator(p.Code)
		words = append(words, s.Voice.Say(proposalWords, p.Name, ind.Name, ind.Code))
	}
	return strings.Join(words, "; ")
}
