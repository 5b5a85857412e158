package ward

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
)

// TakeUp makes a proposed name one of the names of its indicator, for a reason; an
// empty name means the only one. It is tried out before it is kept: a name that
// would not be understood, or is another's, is refused.
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
	dir := s.Config.Path(s.Config.Paths.Templates)
	if dir == "" {
		return done, aliasNoFolder.With(s.file)
	}
	checked, err := s.look(ctx)
	if err != nil {
		return done, err
	}
	p, err := s.pickProposal(checked, name)
	if err != nil {
		return done, err
	}
	alias := catalogue.Alias{Name: p.Name, Code: p.Code, Why: why}
	file := filepath.Join(dir, catalogue.AliasesFile)
	text, err := withAlias(file, alias)
	if err != nil {
		return done, err
	}
	after, err := s.tryAlias(ctx, p, text)
	if err != nil {
		return done, err
	}
	if err := s.keepAlias(file, text, alias); err != nil {
		return done, err
	}
	done = acceptOf(after)
	done.Alias, done.Left = &Alias{alias.Name, alias.Code, alias.Why, file}, s.acceptable(after)
	return done, nil
}

// withAlias returns the text of the file, which need not exist, and the alias.
func withAlias(file string, alias catalogue.Alias) ([]byte, error) {
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return catalogue.AppendAlias(old, alias)
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

// tryAlias checks the inbox with the new text in front of the templates, and
// makes sure that the name is understood then.
func (s *session) tryAlias(ctx context.Context, p batch.Proposal, text []byte) (after *batch.Checked, err error) {
	dir, err := os.MkdirTemp("", "ccbreport-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.WriteFile(filepath.Join(dir, catalogue.AliasesFile), text, 0o666); err != nil {
		return nil, err
	}
	s.job.Templates = config.Overlay{Upper: os.DirFS(dir), Lower: s.job.Templates}
	if _, err := catalogue.Load(s.job.Templates); err != nil {
		return nil, aliasRefused.Because(err, p.Name, p.Code)
	}
	if after, err = s.look(ctx); err != nil {
		return nil, err
	}
	for _, f := range after.Findings {
		if f.Code == UnknownIndicator && viet.Key(f.Args["name"]) == viet.Key(p.Name) {
			return nil, aliasUseless.With(p.Name, p.Code)
		}
	}
	return after, nil
}

// keepAlias puts the new text in place of the file, whole or not at all, and
// records the act.
func (s *session) keepAlias(file string, text []byte, alias catalogue.Alias) error {
	state, err := deliver.Open(s.Config.State(""))
	if err != nil {
		return err
	}
	err = replaceFile(file, text)
	if err == nil {
		subject := strings.Join([]string{alias.Name, alias.Code, alias.Why}, "\n")
		err = state.Record(deliver.Act{At: s.clock(), Action: "alias", Subject: subject})
	}
	return errors.Join(err, state.Close())
}

func replaceFile(file string, text []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(file), ".ten-goi-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(text)
	if err == nil {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Chmod(temp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}
