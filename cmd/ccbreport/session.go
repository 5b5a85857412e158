package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ccbreport/fonts"
	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/reports/viet"
	"ccbreport/templates"
)

// A session is one call of a verb: the configuration and the flags put
// together.
type session struct {
	conf   Config
	job    batch.Job
	inbox  string // absolute, as is out
	out    string
	noSend bool
}

// prepare reads the configuration and resolves the flags over it. It reads
// nothing of the inbox but its names.
func prepare(t *tui, f *flags, now time.Time) (*session, error) {
	s, r, err := configured(t, f, now)
	if err != nil {
		return nil, err
	}
	s.job.Progress = t.progress
	return s, s.open(f, r)
}

// configured reads the configuration and resolves the flags over it, without
// looking at any folder.
func configured(t *tui, f *flags, now time.Time) (*session, Report, error) {
	conf, err := Load(cmp.Or(f.config, "config.toml"))
	if err != nil {
		return nil, Report{}, err
	}
	t.english = cmp.Or(f.lang, conf.Language) == "en"
	span, err := f.span()
	if err != nil {
		return nil, Report{}, err
	}
	r, err := conf.choose(f)
	if err != nil {
		return nil, Report{}, err
	}
	if span.IsZero() {
		span = conf.span(r, todayIn(conf.zone, now))
	}
	return conf.session(f, r, span), r, nil
}

// session is the work on one report and span.
func (c *Config) session(f *flags, r Report, span reports.Period) *session {
	s := &session{conf: *c, job: c.job(r, span), noSend: f.noSend}
	s.job.Lang = cmp.Or(f.lang, c.Language)
	return s
}

// open finds the folders.
func (s *session) open(f *flags, r Report) (err error) {
	if s.job.Templates, err = s.conf.templates(r.Template); err != nil {
		return err
	}
	if s.inbox, err = filepath.Abs(cmp.Or(f.inbox, s.conf.path(s.conf.Paths.Inbox))); err != nil {
		return err
	}
	if s.job.Inbox, err = openInbox(s.inbox); err != nil {
		return err
	}
	s.job.Convert, s.job.Settled = findConverter(), patient(s.job.Inbox).settled
	if s.out, err = filepath.Abs(cmp.Or(f.out, s.conf.path(s.conf.Paths.Out))); err != nil {
		return err
	}
	if info, err := os.Stat(s.out); err == nil && !info.IsDir() {
		return outIsFile.with(s.out)
	}
	return nil
}

// choose returns the report to make: the one of --report, the only one, or the
// default.
func (c *Config) choose(f *flags) (Report, error) {
	switch {
	case len(c.Reports) == 0:
		return Report{}, noReports.with(cmp.Or(f.config, "config.toml"))
	case f.report != "":
		r, ok := c.report(f.report)
		if !ok {
			return r, unknownReport.with(f.report, c.reportNames())
		}
		return r, nil
	case len(c.Reports) == 1:
		return c.Reports[0], nil
	}
	i := slices.IndexFunc(c.Reports, func(r Report) bool { return r.Default })
	if i < 0 {
		return Report{}, severalReports.with(c.reportNames())
	}
	return c.Reports[i], nil
}

// span returns the period of --from and --to, zero without them.
func (f *flags) span() (reports.Period, error) {
	switch {
	case f.from == "" && f.to == "":
		return reports.Period{}, nil
	case f.to == "":
		return reports.Period{}, halfFlags.with("--to")
	case f.from == "":
		return reports.Period{}, halfFlags.with("--from")
	}
	from, err := flagDay("--from", f.from)
	if err != nil {
		return reports.Period{}, err
	}
	to, err := flagDay("--to", f.to)
	if err != nil {
		return reports.Period{}, err
	}
	if from > to {
		return reports.Period{}, backwardFlags.with(f.from, f.to)
	}
	return reports.PeriodOf(from, to), nil
}

// flagDay reads the day that a flag gives, as 2020-07-15 or the way that it is
// written in letters, 15/7/2020.
func flagDay(name, text string) (reports.Day, error) {
	if day, err := reports.ParseDay(text); err == nil {
		return day, nil
	}
	if day, ok := viet.ParseDate(text, 0); ok {
		return day, nil
	}
	return 0, badFlagDate.with(name, text)
}

// job returns what the stages may know of the configuration.
func (c *Config) job(r Report, span reports.Period) batch.Job {
	month, day := c.yearStart()
	job := batch.Job{
		Report:    r.Name,
		Template:  r.Template,
		Span:      span,
		Due:       r.dueOf(span),
		Zone:      c.zone,
		YearStart: [2]int{month, day},
		Term:      batch.Term{Name: c.Term.Name, Ordinal: c.Term.Ordinal},
		Unit:      batch.Unit(c.Unit),
		Sign:      batch.Sign(c.Sign),
		To:        c.Letter.To,
		Copies:    c.Letter.Copies,
		Fonts:     fonts.FS,
	}
	if c.Term.From.Day != 0 {
		job.Term.Span = reports.PeriodOf(c.Term.From.Day, c.Term.To.Day)
	}
	for _, b := range c.Branches {
		job.Branches = append(job.Branches, reports.Unit{ID: reports.UnitID(b.ID), Name: b.Name, Aliases: b.Aliases})
	}
	return job
}

// templates returns the built-in templates under the ward's own, which must
// hold the named one.
func (c *Config) templates(name string) (fs.FS, error) {
	all, err := c.allTemplates()
	if err != nil {
		return nil, err
	}
	_, err = fs.Stat(all, name+".md")
	if !errors.Is(err, fs.ErrNotExist) {
		return all, err
	}
	names, err := fs.Glob(all, "*.md")
	names = slices.DeleteFunc(names, func(name string) bool { return name == batch.Shared })
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".md")
	}
	return nil, errors.Join(noTemplate.with(name, strings.Join(names, ", ")), err)
}

func (c *Config) allTemplates() (fs.FS, error) {
	dir := c.path(c.Paths.Templates)
	if dir == "" {
		return templates.FS, nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, noTemplates.with(dir)
	}
	return overlay{os.DirFS(dir), templates.FS}, nil
}

// openInbox makes sure that dir is a folder.
func openInbox(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, noInbox.with(dir)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, inboxIsFile.with(dir)
	}
	return os.DirFS(dir), nil
}
