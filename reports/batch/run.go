package batch

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/compose"
	"ccbreport/reports/question"
	"ccbreport/reports/trace"
	"ccbreport/reports/typeset"
	"ccbreport/reports/workbook"
)

// A Result is what a run leaves.
type Result struct {
	*Checked
	Edition archive.Edition
	PDF     string // absolute path
	SHA256  string // of the PDF
	Pages   int
	New     bool // false: the same inputs had made this edition before; nothing was set
}

// Run reads the inbox, adds up, composes, sets the page and archives it. The
// same inputs give the edition that they gave before.
func Run(ctx context.Context, job Job, store *archive.Store) (*Result, error) {
	w, err := examine(ctx, job)
	if err != nil {
		return nil, err
	}
	m, inputs, err := w.manifest()
	if err != nil {
		return nil, err
	}
	edition, found, err := store.Find(m)
	if err != nil {
		return nil, err
	}
	var late reports.Findings
	if !found {
		var pdf typeset.Result
		if pdf, late, err = w.typeset(ctx); err != nil {
			return nil, err
		}
		if edition, err = w.archive(ctx, store, m, inputs, pdf, late); err != nil {
			return nil, err
		}
	}
	if found {
		late = w.late(edition.Manifest)
	}
	return w.result(edition, late, !found)
}

// late takes from an edition the findings that only setting its page made, so
// that the same inputs tell the same things again: those of no place in the
// inbox that this run has not met.
func (w *work) late(m archive.Manifest) reports.Findings {
	var late reports.Findings
	for _, f := range m.Findings {
		known := slices.ContainsFunc(w.findings, func(k reports.Finding) bool { return k.Code == f.Code })
		if !known && len(f.At) == 0 {
			late.Add(f.Code, f.Branch, f.Args)
		}
	}
	return late
}

// manifest says what the edition is made from.
func (w *work) manifest() (archive.Manifest, []archive.Blob, error) {
	m, err := w.job.MadeFrom()
	if err != nil {
		return m, nil, err
	}
	inputs := w.inputs()
	m.Inputs, m.Acceptances, m.Answers = archive.Hash(inputs), w.accepted(), w.used()
	return m, inputs, nil
}

// inputs are the files of the inbox whose bytes were read.
func (w *work) inputs() []archive.Blob {
	var inputs []archive.Blob
	for _, f := range w.inbox.Files {
		if data, ok := w.inbox.Bytes[f.Name]; ok && !strings.HasPrefix(f.Why, "file.answers") {
			inputs = append(inputs, archive.Blob{Name: f.Name, Bytes: data})
		}
	}
	return inputs
}

// MadeFrom returns the manifest of a draft of the job as far as the inbox has
// no part in it: configuration, templates and fonts as they are now.
func (j Job) MadeFrom() (archive.Manifest, error) {
	settings, err := j.settings()
	if err != nil {
		return archive.Manifest{}, err
	}
	templates, err := j.templates()
	if err != nil {
		return archive.Manifest{}, err
	}
	fonts, err := readAll(j.Fonts, faces(j.Fonts)...)
	if err != nil {
		return archive.Manifest{}, err
	}
	return archive.Manifest{
		Report: j.Report, From: j.Span.From, To: j.Span.Last(), Status: archive.Draft,
		Settings: archive.Sum(settings), Templates: archive.Hash(templates), Fonts: archive.Hash(fonts),
	}, nil
}

// IsShared reports whether a file of templates is what reports stand upon, and none
// itself.
func IsShared(name string) bool { return compose.IsShared(name) }

// A Kind is what people call the reports of a template.
type Kind = compose.Kind

// KindOf reads what people call the reports of a template.
func KindOf(templates fs.FS, name string) (Kind, error) { return compose.KindOf(templates, name) }

// ChiefOf returns the codes of the figures that matter most in a report of a template, none
// if it does not say.
func ChiefOf(templates fs.FS, name string) ([]string, error) {
	return compose.ChiefOf(templates, name)
}

// templates returns every template that was read, the ward's names among them if
// it has any.
func (j Job) templates() ([]archive.Blob, error) {
	names, err := compose.Files(j.Templates, j.Template)
	if err != nil {
		return nil, err
	}
	counted, err := catalogue.Files(j.Templates)
	if err != nil {
		return nil, err
	}
	return readAll(j.Templates, append(append(names, workbook.WordsFile, question.RulesFile, "page.toml"), counted...)...)
}

func faces(fonts fs.FS) []string {
	names, err := fs.Glob(fonts, "*.ttf")
	if err != nil {
		return nil // only a malformed pattern is an error
	}
	return names
}

func readAll(fsys fs.FS, names ...string) ([]archive.Blob, error) {
	var blobs []archive.Blob
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read template: %w", err)
		}
		blobs = append(blobs, archive.Blob{Name: name, Bytes: data})
	}
	return blobs, nil
}

func (w *work) typeset(ctx context.Context) (typeset.Result, reports.Findings, error) {
	profile, err := typeset.LoadProfile(w.job.Templates)
	if err != nil {
		return typeset.Result{}, nil, err
	}
	return typeset.PDF(ctx, w.document, profile.Keep(w.cat.Association().Name), w.job.Fonts)
}

// archive puts the edition on disk.
func (w *work) archive(ctx context.Context, store *archive.Store, m archive.Manifest, inputs []archive.Blob, pdf typeset.Result, late reports.Findings) (archive.Edition, error) {
	c := w.checked(late)
	w.account(&m, c, pdf)
	if err := w.keepQuestions(&m, c); err != nil {
		return archive.Edition{}, err
	}
	outputs, err := w.workbooks(c)
	if err != nil {
		return archive.Edition{}, err
	}
	pages, err := w.pages(pdf)
	if err != nil {
		return archive.Edition{}, err
	}
	settings, err := w.job.settings()
	if err != nil {
		return archive.Edition{}, err
	}
	outputs = append(append(outputs, pages...), archive.Blob{Name: archive.Settings, Bytes: settings})
	if w.job.Told != nil {
		outputs = append(outputs, archive.Blob{Name: ToldFile, Bytes: w.job.Told(c)})
	}
	return store.Put(ctx, m, inputs, outputs)
}

// account fills in what came of the run.
func (w *work) account(m *archive.Manifest, c *Checked, pdf typeset.Result) {
	m.Pages = pdf.Pages
	m.Figures = map[string]archive.Figure{}
	for code, f := range w.totals.Figures {
		ind, _ := w.cat.Indicator(code)
		m.Figures[code] = archive.Figure{Value: f.Value, Unit: ind.Unit, Cells: cellNames(f.Cells())}
	}
	m.Findings = nil
	for _, f := range c.Findings {
		m.Findings = append(m.Findings, archive.Finding{
			Code: f.Code, Severity: f.Severity, Branch: f.Unit, At: cellNames(f.At), Args: f.Args, Accepted: f.Accepted, Question: f.Question,
		})
	}
}

// pages are the report and what it was made of.
func (w *work) pages(pdf typeset.Result) ([]archive.Blob, error) {
	data, err := w.data()
	return []archive.Blob{{Name: archive.PDF, Bytes: pdf.PDF}, {Name: archive.Data, Bytes: data}}, err
}

func cellNames(cells []reports.Cell) []string {
	names := make([]string, 0, len(cells))
	for _, c := range cells {
		names = append(names, c.String())
	}
	return names
}

// data is du-lieu.json: what the page was made of, so that a final can be made
// from it without reading any workbook again.
func (w *work) data() ([]byte, error) {
	templates, err := w.job.templates()
	if err != nil {
		return nil, err
	}
	d := w.trace()
	d.Templates = map[string]string{}
	for _, t := range templates {
		d.Templates[t.Name] = string(t.Bytes)
	}
	return d.Encode()
}

func (w *work) trace() *trace.Data {
	d := trace.Of(w.totals, w.cat, w.books.Branches, w.document)
	let := w.letAt()
	for code, f := range d.Figures {
		f.Answers = w.restsOn(w.totals.Figures[code], let)
		d.Figures[code] = f
	}
	return d
}

func (w *work) result(e archive.Edition, late reports.Findings, fresh bool) (*Result, error) {
	pdf, err := filepath.Abs(e.Path(archive.PDF))
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", archive.PDF, err)
	}
	r := &Result{Checked: w.checked(late), Edition: e, PDF: pdf, Pages: e.Manifest.Pages, New: fresh}
	for _, out := range e.Manifest.Outputs {
		if out.Name == archive.PDF {
			r.SHA256 = out.SHA256
		}
	}
	return r, nil
}
