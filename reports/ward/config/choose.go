package config

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ccbreport/fonts"
	"ccbreport/reports"
	"ccbreport/reports/author"
	"ccbreport/reports/batch"
	"ccbreport/reports/question"
	"ccbreport/reports/treefs"
	"ccbreport/reports/viet"
	"ccbreport/templates"

	"github.com/BurntSushi/toml"
)

// Choose returns the report of that name; without one the only report, or the
// default. file is the configuration, for what is said of it.
func (c *Config) Choose(name, file string) (Report, error) {
	switch {
	case len(c.Reports) == 0:
		return Report{}, noReports.With(file)
	case name != "":
		r, ok := c.Report(name)
		if !ok {
			return r, c.NoReport(name)
		}
		return r, nil
	case len(c.Reports) == 1:
		return c.Reports[0], nil
	}
	i := slices.IndexFunc(c.Reports, func(r Report) bool { return r.Default })
	if i < 0 {
		return Report{}, severalReports.With(c.ReportNames())
	}
	return c.Reports[i], nil
}

// NoReport is the error of a name that no report has, with the report that it was perhaps
// meant for: people write the name with spaces and diacritics.
func (c *Config) NoReport(name string) error {
	key := func(s string) string { return viet.Bare(viet.Key(s)) }
	var keys []string
	for _, r := range c.Reports {
		keys = append(keys, key(r.Name))
	}
	near := author.Near(key(name), keys)
	if near == "" {
		return unknownReport.With(name, c.ReportNames())
	}
	return nearReport.With(name, c.ReportNames(), c.Reports[slices.Index(keys, near)].Name)
}

// Job returns what the stages may know of the configuration.
func (c *Config) Job(r Report, span reports.Period) batch.Job {
	month, day := c.yearStart()
	job := batch.Job{
		Report:    r.Name,
		Template:  r.Template,
		Span:      span,
		Due:       r.dueOf(span),
		Zone:      c.Zone,
		YearStart: [2]int{month, day},
		Term:      batch.Term{Name: c.Term.Name, Ordinal: c.Term.Ordinal},
		Unit:      batch.Unit(c.Unit),
		Sign:      batch.Sign(r.Signer(c.Sign)),
		To:        c.Letter.To,
		Copies:    c.Letter.Copies,
		Sources:   r.Sources,
		Nearly:    r.Whole,
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

// Signer is who signs the report: what it says itself goes before what is said for all.
// The name belongs to the position: where the report has another, nobody's name is taken
// from there.
func (r Report) Signer(all Sign) Sign {
	all.Authority = cmp.Or(r.Sign.Authority, all.Authority)
	if r.Sign.Position != "" || r.Sign.Name != "" {
		all.Position, all.Name = cmp.Or(r.Sign.Position, all.Position), r.Sign.Name
	}
	return all
}

// Templates returns the built-in templates under the ward's own, which must
// hold the named one.
func (c *Config) Templates(name string) (fs.FS, error) {
	all, err := c.AllTemplates()
	if err != nil {
		return nil, err
	}
	_, err = fs.Stat(all, name+".md")
	if !errors.Is(err, fs.ErrNotExist) {
		return all, err
	}
	names, err := fs.Glob(all, "*.md")
	names = slices.DeleteFunc(names, batch.IsShared)
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".md")
	}
	return nil, errors.Join(noTemplate.With(name, strings.Join(names, ", ")), err)
}

// AllTemplates returns the built-in templates under the ward's own, with the names that
// the ward has answered.
func (c *Config) AllTemplates() (fs.FS, error) {
	book, err := c.Answers()
	if err != nil {
		return nil, err
	}
	return c.TemplatesBy(book)
}

// TemplatesBy is AllTemplates by the answers of a book.
func (c *Config) TemplatesBy(book *question.Book) (fs.FS, error) {
	own, err := c.ownTemplates()
	if err != nil {
		return nil, err
	}
	return question.Lay(own, book.Answers)
}

func (c *Config) ownTemplates() (fs.FS, error) {
	dir := c.Path(c.Paths.Templates)
	if dir == "" {
		return templates.FS, nil
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, noTemplates.With(dir)
	}
	return treefs.Overlay{Upper: plainFiles{os.DirFS(dir)}, Lower: templates.FS}, nil
}

// Answers reads what the ward has answered: it stands beside config.toml.
func (c *Config) Answers() (*question.Book, error) {
	return question.ReadBook(plainFiles{os.DirFS(cmp.Or(c.Folder, "."))})
}

// State is a file of the state folder.
func (c *Config) State(name string) string { return filepath.Join(c.Path(c.Paths.State), name) }

// OutOf is where the file says that editions are kept, or where they are if it
// does not say, or cannot be read.
func OutOf(file string) string {
	conf := Default()
	var said struct{ Paths struct{ Out string } }
	if data, err := os.ReadFile(file); err == nil {
		_, _ = toml.Decode(string(data), &said) // as far as it can be read
	}
	conf.Folder = filepath.Dir(file)
	return conf.Path(cmp.Or(said.Paths.Out, conf.Paths.Out))
}
