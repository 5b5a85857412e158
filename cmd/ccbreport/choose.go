package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ccbreport/fonts"
	"ccbreport/reports"
	"ccbreport/reports/batch"
	"ccbreport/templates"
)

// choose returns the report of that name; without one the only report, or the
// default. file is the configuration, for what is said of it.
func (c *Config) choose(name, file string) (Report, error) {
	switch {
	case len(c.Reports) == 0:
		return Report{}, noReports.with(file)
	case name != "":
		r, ok := c.report(name)
		if !ok {
			return r, unknownReport.with(name, c.reportNames())
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

// state is a file of the state folder.
func (c *Config) state(name string) string { return filepath.Join(c.path(c.Paths.State), name) }
