package batch

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
	"ccbreport/reports/compose"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise"
	"ccbreport/reports/paper"
)

// ErrNoWorkbook says that nothing in the inbox is a workbook at all.
var ErrNoWorkbook = errors.New("no workbook in it")

// Checked is what a run found before any page is set.
type Checked struct {
	Report    string
	Span      reports.Period
	Files     []reports.File // every file of the inbox, by name; Why in words
	Branches  Branches
	Totals    *aggregate.Totals
	Findings  []Finding // in order of position
	Catalogue *catalogue.Catalogue
}

// Branches says who should have reported and who did.
type Branches struct {
	Expected int // -1: there is no list
	Received int
	Missing  []reports.Unit
}

// A Finding is a finding with its words in the language of the job.
type Finding struct {
	reports.Finding
	Severity reports.Severity
	Message  string
	Hint     string
}

// Count returns how many findings have the severity.
func (c *Checked) Count(s reports.Severity) int {
	n := 0
	for _, f := range c.Findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Check reads the inbox and does everything up to the findings.
func Check(job Job) (*Checked, error) {
	w, err := examine(job)
	if err != nil {
		return nil, err
	}
	return w.checked(nil), nil
}

// A work is one run in hand: what each stage made, in order.
type work struct {
	job      Job
	cat      *catalogue.Catalogue
	inbox    *intake.Inbox
	books    normalise.Result
	settled  check.Settled
	received []reports.UnitID
	totals   *aggregate.Totals
	document *paper.Document
	findings reports.Findings
}

// examine runs the stages up to the document, which is not set yet.
func examine(job Job) (*work, error) {
	w := &work{job: job}
	var err error
	if w.cat, err = catalogue.Load(job.Templates); err != nil {
		return nil, err
	}
	template, err := compose.Load(job.Templates, job.Template, w.cat)
	if err != nil {
		return nil, err
	}
	if w.inbox, err = intake.Read(job.Inbox, job.reading()); err != nil {
		return nil, err
	}
	if !w.hasWorkbook() {
		return nil, fmt.Errorf("read inbox: %w", ErrNoWorkbook)
	}
	w.find(w.inbox.Findings)
	w.books = normalise.Books(w.inbox.Books, w.options())
	w.find(w.books.Findings)
	w.settle()
	w.document, err = w.compose(template)
	return w, err
}

func (w *work) find(f reports.Findings) { w.findings = append(w.findings, f...) }

// hasWorkbook reports whether any file was meant as a workbook, readable or not.
func (w *work) hasWorkbook() bool {
	return slices.ContainsFunc(w.inbox.Files, func(f reports.File) bool {
		return f.Cells > 0 || f.State == reports.Rejected || f.Why == "file.xls" || f.Why == "file.format" || f.State == reports.Read && !intake.IsPhoto(f.Name)
	})
}

func (w *work) options() normalise.Options {
	return normalise.Options{
		Catalogue: w.cat,
		Branches:  w.job.Branches,
		Ward:      reports.Unit{ID: reports.Ward, Name: w.job.Unit.Name, Aliases: []string{w.job.Unit.Short}},
		Span:      w.job.Span,
		YearStart: w.job.YearStart,
		Term:      w.job.Term.Span,
	}
}

// settle decides what counts, says what is odd, and adds up.
func (w *work) settle() {
	books := map[string]check.Book{}
	for _, b := range w.inbox.Books {
		books[b.Name] = check.Book{Modified: b.Modified}
	}
	var found reports.Findings
	w.settled, found = check.Settle(w.cat, w.books.Returns, books, w.job.Span)
	w.find(found)
	w.find(check.Complete(w.cat, w.settled, w.job.Branches, w.job.Span))
	w.find(check.Rules(w.cat, w.settled, w.job.Span))
	w.find(check.Photos(w.books.Photos, w.inbox.Files))
	w.received = check.Received(w.settled, w.job.Branches)
	w.totals, found = aggregate.Sum(w.cat, w.settled, w.job.Branches, w.job.Span)
	w.find(found)
}

func (w *work) compose(t *compose.Template) (*paper.Document, error) {
	branches := w.branches()
	var missing []string
	for _, u := range branches.Missing {
		missing = append(missing, u.Name)
	}
	in := compose.Input{
		Span: w.job.Span, Term: w.job.Term, Unit: w.job.Unit, Sign: w.job.Sign,
		To: w.job.To, Copies: w.job.Copies,
		Totals: w.totals, Awards: w.books.Awards, Paragraphs: w.books.Paragraphs, Photos: w.books.Photos,
		Branches: compose.BranchInfo{Expected: branches.Expected, Received: branches.Received, Missing: missing},
		Draft:    true,
	}
	doc, found, err := t.Compose(in)
	w.find(found)
	maps.Copy(w.totals.Figures, t.Lists(in))
	return doc, err
}

func (w *work) branches() Branches {
	b := Branches{Expected: -1, Received: len(w.received)}
	if len(w.job.Branches) == 0 {
		return b
	}
	b.Expected = len(w.job.Branches)
	for _, u := range w.job.Branches {
		if !slices.Contains(w.received, u.ID) {
			b.Missing = append(b.Missing, u)
		}
	}
	return b
}

// checked gathers what a person is told; late are the findings of later stages.
func (w *work) checked(late reports.Findings) *Checked {
	c := &Checked{
		Report: w.job.Report, Span: w.job.Span, Branches: w.branches(),
		Totals: w.totals, Catalogue: w.cat,
	}
	for _, f := range append(slices.Clone(w.findings), late...).Sorted() {
		r := w.cat.Render(w.named(f), w.job.Lang)
		c.Findings = append(c.Findings, Finding{f, r.Severity, r.Message, r.Hint})
	}
	c.Files = w.files()
	return c
}

// files completes the account of the files with what became of each workbook.
func (w *work) files() []reports.File {
	files := slices.Clone(w.inbox.Files)
	fate := map[string]normalise.Book{}
	for _, b := range w.books.Books {
		fate[b.Name] = b
	}
	for i := range files {
		f := &files[i]
		if b, ok := fate[f.Name]; ok {
			if len(b.Units) == 1 {
				f.Unit = b.Units[0]
			}
			if b.Rejected != "" {
				f.State, f.Why = reports.Rejected, b.Rejected
			}
		}
		if by, ok := w.settled.Superseded[f.Name]; ok {
			f.State, f.Why = reports.Superseded, "file.superseded"
			f.Why = w.words(reports.Finding{Code: f.Why, Args: reports.Args{"file": f.Name, "by": by}})
		} else if f.Why != "" {
			f.Why = w.why(*f)
		}
	}
	return files
}

// why puts the code that an account names into words: those of the finding about
// the file.
func (w *work) why(f reports.File) string {
	for _, found := range w.findings {
		if found.Code == f.Why && len(found.At) > 0 && found.At[0].File == f.Name {
			return w.words(found)
		}
	}
	return w.words(reports.Finding{Code: f.Why, Args: reports.Args{"file": f.Name}})
}

func (w *work) words(f reports.Finding) string {
	return strings.TrimSpace(w.cat.Render(w.named(f), w.job.Lang).Message)
}

// named puts the name of the branch among the words of a finding, where the
// stages know its id only.
func (w *work) named(f reports.Finding) reports.Finding {
	i := slices.IndexFunc(w.books.Branches, func(u reports.Unit) bool { return u.ID == f.Unit })
	if _, given := f.Args["branch"]; given || i < 0 {
		return f
	}
	f.Args = maps.Clone(f.Args)
	if f.Args == nil {
		f.Args = reports.Args{}
	}
	f.Args["branch"] = w.books.Branches[i].Name
	return f
}
