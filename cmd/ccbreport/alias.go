package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports/batch"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
)

// takeUp makes a proposed name one of the names of its indicator. It is tried
// out before it is kept: a name that would not be understood, or is another's,
// is refused.
func (s *session) takeUp(ctx context.Context, t *tui, f *flags) error {
	dir := s.conf.path(s.conf.Paths.Templates)
	if dir == "" {
		return aliasNoFolder.with(cmp.Or(f.config, "config.toml"))
	}
	checked, err := s.look(ctx, t)
	if err != nil {
		return err
	}
	p, err := pick(t, checked, f.name)
	if err != nil {
		return err
	}
	alias := catalogue.Alias{Name: p.Name, Code: p.Code, Why: f.why}
	file := filepath.Join(dir, catalogue.AliasesFile)
	text, err := withAlias(file, alias)
	if err != nil {
		return err
	}
	after, err := s.tryAlias(ctx, t, p, text)
	if err != nil {
		return err
	}
	if err := s.keepAlias(file, text, alias); err != nil {
		return err
	}
	t.tellAlias(after, alias, file)
	return nil
}

// withAlias returns the text of the file, which need not exist, and the alias.
func withAlias(file string, alias catalogue.Alias) ([]byte, error) {
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return catalogue.AppendAlias(old, alias)
}

// pick returns the proposal that is meant: the one of that name, or the only one.
func pick(t *tui, c *batch.Checked, name string) (batch.Proposal, error) {
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
		return batch.Proposal{}, aliasNone.with(t.acceptable(c))
	case len(meant) == 0:
		return batch.Proposal{}, aliasUnknown.with(name, names(t, c, all))
	}
	return batch.Proposal{}, aliasSeveral.with(names(t, c, all))
}

// names lists proposals with what each would mean.
func names(t *tui, c *batch.Checked, list []batch.Proposal) string {
	var words []string
	for _, p := range list {
		ind, _ := c.Catalogue.Indicator(p.Code)
		words = append(words, t.say(proposalWords, p.Name, ind.Name, ind.Code))
	}
	return strings.Join(words, "; ")
}

// tryAlias checks the inbox with the new text in front of the templates, and
// makes sure that the name is understood then.
func (s *session) tryAlias(ctx context.Context, t *tui, p batch.Proposal, text []byte) (after *batch.Checked, err error) {
	dir, err := os.MkdirTemp("", "ccbreport-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.WriteFile(filepath.Join(dir, catalogue.AliasesFile), text, 0o666); err != nil {
		return nil, err
	}
	s.job.Templates = overlay{os.DirFS(dir), s.job.Templates}
	if _, err := catalogue.Load(s.job.Templates); err != nil {
		return nil, aliasRefused.because(err, p.Name, p.Code)
	}
	if after, err = s.look(ctx, t); err != nil {
		return nil, err
	}
	for _, f := range after.Findings {
		if f.Code == unknownIndicator && viet.Key(f.Args["name"]) == viet.Key(p.Name) {
			return nil, aliasUseless.with(p.Name, p.Code)
		}
	}
	return after, nil
}

// keepAlias puts the new text in place of the file, whole or not at all, and
// records the act.
func (s *session) keepAlias(file string, text []byte, alias catalogue.Alias) error {
	state, err := deliver.Open(s.state(""))
	if err != nil {
		return err
	}
	err = replaceFile(file, text)
	if err == nil {
		subject := strings.Join([]string{alias.Name, alias.Code, alias.Why}, "\n")
		err = state.Record(deliver.Act{At: time.Now(), Action: "alias", Subject: subject})
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

func (t *tui) tellAlias(c *batch.Checked, alias catalogue.Alias, file string) {
	ind, _ := c.Catalogue.Indicator(alias.Code)
	t.tell(aliasLine, alias.Name, ind.Name, ind.Code)
	t.tell(whereLine, file)
	t.tell(whyAcceptedLine, alias.Why)
	t.tell(proposalsLeftLine, strconv.Itoa(len(c.Proposals())))
	t.tellLeft(c)
	if t.json {
		o := acceptOf(c)
		o.Alias = &aliasOutput{alias.Name, alias.Code, alias.Why, file}
		t.print(o)
	}
}
