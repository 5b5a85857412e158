package batch

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
	"ccbreport/reports/compose"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise"
	"ccbreport/reports/paper"
	"ccbreport/reports/question"
	"ccbreport/reports/workbook"
)

// ErrNoWorkbook says that nothing in the inbox is a workbook at all.
var ErrNoWorkbook = errors.New("no workbook in it")

// Checked is what a run found before any page is set.
type Checked struct {
	Report    string
	Kind      Kind // what people call reports of its template
	Span      reports.Period
	Files     []reports.File // every file of the inbox, by name; Why in words
	Branches  Branches
	Units     []reports.Unit // the branches that are listed, or else were found
	Totals    *aggregate.Totals
	Findings  []Finding // in order of position
	Catalogue *catalogue.Catalogue
	Papers    []archive.Blob // what goes back to the branches

	// Questions are those that only a person can decide and nobody has, the weightiest
	// first.
	Questions []reports.Question
	// Heeded are the answers by which the figures came about.
	Heeded []reports.Answer

	inquiries []*inquiry
	drafted   []string // codes of indicators that answers make
	work      *work
}

// Branches says who should have reported and who did.
type Branches struct {
	Expected int // -1: there is no list
	Received int
	Missing  []reports.Unit
	List     []Standing // those expected, or else those found
}

// A Finding is a finding with its words in the language of the job.
type Finding struct {
	reports.Finding
	Severity reports.Severity // of an accepted one: Warning, since it no longer blocks
	Message  string
	Hint     string
	Accepted string               // the reason for which a person lets it stand; "" if nobody does
	Grounds  []reports.Acceptance // what a person can accept, all but the reason; nil if it asks nothing
	Question string               // key of the question that it asks or is folded under; "" if none
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

// Read returns how many workbooks and how many photos were read.
func (c *Checked) Read() (books, photos int) {
	for _, f := range c.Files {
		switch {
		case f.State != reports.Read:
		case reports.IsPhoto(f.Name):
			photos++
		default:
			books++
		}
	}
	return books, photos
}

// Check reads the inbox and does everything up to the findings.
func Check(ctx context.Context, job Job) (*Checked, error) {
	w, err := examine(ctx, job)
	if err != nil {
		return nil, err
	}
	c := w.checked(nil)
	c.Papers, err = w.papers(c)
	return c, err
}

// A work is one run in hand: what each stage made, in order.
type work struct {
	job      Job
	issue    *Issue // nil: a draft is being made
	cat      *catalogue.Catalogue
	template *compose.Template
	inbox    *intake.Inbox
	labels   *normalise.Memo // shared with all readings of the inbox
	books    normalise.Result
	settled  check.Settled
	earlier  earlier
	received []reports.UnitID
	totals   *aggregate.Totals
	document *paper.Document
	findings reports.Findings
	gathered int // how many of them were there before the document was written
	rules    *question.Rules
	reply    reply
	heeded   []heeded
	lets     map[string]string         // why findings may stand; nil until it is asked for
	texts    map[string][]reports.Cell // where a text stands, folded; nil until it is asked for
	measured *measured                 // nil until it is known
}

// examine runs the stages up to the document of a draft, which is not set yet.
func examine(ctx context.Context, job Job) (*work, error) {
	w, err := gather(ctx, job)
	if err != nil {
		return nil, err
	}
	if err := w.write(); err != nil {
		return nil, err
	}
	return w, w.heedReplies()
}

// gather runs the stages up to the ward's figures.
func gather(ctx context.Context, job Job) (*work, error) {
	w := &work{job: job, labels: &normalise.Memo{}}
	read := func() error { return w.read(ctx) }
	for _, stage := range []func() error{w.load, read, w.understand} {
		if err := stage(); err != nil {
			return nil, err
		}
		if err := ended(ctx); err != nil {
			return nil, err
		}
	}
	w.settle()
	return w, ended(ctx)
}

// ended returns why the context ended, nil while it has not. It is asked between
// stages; only reading the inbox, setting pages and writing the edition take long
// enough to ask for themselves.
func ended(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return context.Cause(ctx)
}

// load reads what the report is made by.
func (w *work) load() (err error) {
	if w.cat, err = catalogue.Load(w.job.Templates); err != nil {
		return err
	}
	if w.rules, err = question.Load(w.job.Templates, w.cat); err != nil {
		return err
	}
	w.template, err = compose.Load(w.job.Templates, w.job.Template, w.cat)
	return err
}

// read reads the inbox.
func (w *work) read(ctx context.Context) (err error) {
	if w.inbox, err = intake.Read(ctx, w.job.Inbox, w.job.reading()); err != nil {
		return err
	}
	if err := w.takeQueries(); err != nil {
		return err
	}
	if !w.hasWorkbook() {
		return fmt.Errorf("read inbox: %w", ErrNoWorkbook)
	}
	w.find(w.inbox.Findings)
	return nil
}

// understand makes entries of what was read.
func (w *work) understand() error {
	words, err := workbook.LoadWords(w.job.Templates)
	if err != nil {
		return err
	}
	w.namesHeeded()
	w.books = normalise.Books(w.rewritten(theirs(w.inbox.Books, words)), w.options())
	w.books.Returns = w.dropped(w.ofAnswers(w.books.Returns))
	w.find(w.settledByAnswers(w.books.Findings))
	w.earlier = w.job.earlierOf(w.template)
	return nil
}

// theirs takes off what the program wrote itself, the sheets of instructions and
// results and the marks of a check: a corrected copy comes back with them, and
// they hold no data.
func theirs(books []*intake.Book, words *workbook.Words) []*intake.Book {
	var kept []*intake.Book
	for _, b := range books {
		own := *b
		own.Sheets = slices.DeleteFunc(slices.Clone(b.Sheets), isOurs)
		for i := range own.Sheets {
			own.Sheets[i].Rows = unmarked(own.Sheets[i].Rows, words)
		}
		kept = append(kept, &own)
	}
	return kept
}

// unmarked returns the rows without the comments that a check wrote. Rows without
// any are the caller's own.
func unmarked(rows []intake.Row, words *workbook.Words) []intake.Row {
	marked := func(c intake.Cell) bool { return c.Look != nil && words.IsMark(c.Look.Comment) }
	out := rows
	for i, row := range rows {
		if !slices.ContainsFunc(row.Cells, marked) {
			continue
		}
		if &out[0] == &rows[0] {
			out = slices.Clone(rows)
		}
		out[i].Cells = slices.Clone(row.Cells)
		for k, c := range row.Cells {
			if marked(c) {
				look := *c.Look
				look.Comment = ""
				out[i].Cells[k].Look = &look
			}
		}
	}
	return out
}

func (w *work) find(f reports.Findings) { w.findings = append(w.findings, f...) }

// hasWorkbook reports whether any file was meant as a workbook, readable or not.
func (w *work) hasWorkbook() bool {
	return slices.ContainsFunc(w.inbox.Files, isWorkbook)
}

func isWorkbook(f reports.File) bool {
	return !reports.IsPhoto(f.Name) && (f.State != reports.Skipped || f.Why == "file.xls" || f.Why == "file.format")
}

func (w *work) options() normalise.Options {
	return normalise.Options{
		Catalogue: w.cat,
		Branches:  w.branchNames(),
		Senders:   w.senders(),
		Readings:  w.readings(),
		Ward:      reports.Unit{ID: reports.Ward, Name: w.job.Unit.Name, Aliases: []string{w.job.Unit.Short}},
		Span:      w.job.Span,
		YearStart: w.job.YearStart,
		Term:      w.job.Term.Span,
		Labels:    w.labels,
	}
}

// settle decides what counts, says what is odd, and adds up.
func (w *work) settle() {
	books := map[string]check.Book{}
	for _, b := range w.inbox.Books {
		books[b.Name] = check.Book{Modified: b.Modified}
	}
	var found reports.Findings
	w.settled, found = check.Settle(w.cat, w.books.Returns, books, w.job.Span, w.earlier.spans()...)
	w.replaced()
	w.find(found)
	w.find(check.Complete(w.cat, w.settled, w.job.Branches, w.job.Span, w.unasked()...))
	w.find(w.reasoned(check.Rules(w.cat, w.settled, w.job.Span)))
	w.find(check.Magnitude(w.cat, w.settled))
	w.find(check.Copies(w.settled, w.books.Branches))
	w.find(check.Photos(w.books.Photos, w.inbox.Files))
	w.received = check.Received(w.settled, w.job.Branches)
	w.total()
	w.compare(books)
	w.gathered = len(w.findings)
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
	c := w.bare()
	list := w.weighed(slices.Concat(w.findings, w.answersHeeded(), refusals(w.reply.refused), late).Sorted())
	c.inquiries = w.asksOnce(list)
	for _, f := range fold(list) {
		r := w.cat.Render(w.named(f.Finding), w.job.Lang)
		c.Findings = append(c.Findings, Finding{f.Finding, w.standing(f), r.Message, w.remedy(f, r.Hint), f.accepted, f.grounds, f.question})
	}
	for _, q := range c.inquiries {
		c.Questions = append(c.Questions, q.Question)
	}
	c.Files = w.files()
	c.Branches.List = w.standings(c)
	return c
}

// bare is what a person is told, without any finding.
func (w *work) bare() *Checked {
	c := &Checked{
		Report: w.job.Report, Kind: w.template.Kind(), Span: w.job.Span, Branches: w.branches(), Units: w.books.Branches,
		Totals: w.totals, Catalogue: w.cat, work: w,
	}
	for _, h := range w.heeded {
		c.Heeded = append(c.Heeded, h.answer)
	}
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
			if len(b.Units) == 0 && b.Rejected == "file.otherassociation" {
				f.Unit = normalise.Sender(f.Name, w.options())
			}
		} else if isWorkbook(*f) || f.Why == "file.partial" || f.Why == "file.archive" {
			f.Unit = normalise.Sender(f.Name, w.options())
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
