package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/question"
	"ccbreport/reports/trace"
	"ccbreport/reports/typeset"
)

// An Issue is what makes a final of a draft.
type Issue struct {
	Number string      // "05"; "" leaves the place, to be written in by hand
	Date   reports.Day // the day of the document
	Early  string      // the reason for a date that is [Early]; "" where it is not
}

// EarlyDays is how many days before the last day of its span a final may be dated
// without a reason. A year's report is due at its superior by the middle of December; what is
// dated long before that is a slip of the date, or tells of months that nobody has seen.
const EarlyDays = 45

// Early reports whether a final of that date, of a span with that last day, wants a reason.
func Early(date, last reports.Day) bool { return int(last-date) > EarlyDays }

// Means are what an approval needs of the machine.
type Means struct {
	Fonts   fs.FS
	Convert func(ctx context.Context, form string, data []byte) ([]byte, error) // see intake.Options
	Lang    string                                                              // of the findings' words
}

// What stands against a final.
var (
	ErrNoDraft = errors.New("only a draft can be approved")
	ErrOther   = errors.New("this program does not make the draft again as it was")
	ErrEarly   = errors.New("the date is long before the span ends, and no reason is given")
)

// A BlockedError says that a draft, or the final to be made of it, has findings
// that block.
type BlockedError struct {
	Edition string
	Codes   []string // of the findings, in order

	// Findings are those of a final that was not made: nothing else keeps them.
	Findings []archive.Finding
}

func (e *BlockedError) Error() string {
	return fmt.Sprintf("edition %s: %d findings block: %q", e.Edition, len(e.Codes), e.Codes)
}

// Approve makes the final of a draft and puts it beside the draft. It uses what
// the draft itself keeps: its inputs, templates and settings. The draft is set
// again and must come out as it was, or the error is [ErrOther]: a person
// approved that draft, and nothing else.
func Approve(ctx context.Context, draft archive.Edition, issue Issue, means Means, store *archive.Store) (archive.Edition, error) {
	if err := approvable(draft); err != nil {
		return archive.Edition{}, err
	}
	if Early(issue.Date, draft.Manifest.To) && issue.Early == "" {
		return archive.Edition{}, fmt.Errorf("approve %s: %w", draft.ID, ErrEarly)
	}
	job, err := jobOf(draft, means)
	if err != nil {
		return archive.Edition{}, err
	}
	w, err := gather(ctx, job)
	if err != nil {
		return archive.Edition{}, fmt.Errorf("approve %s: %w", draft.ID, err)
	}
	if err := w.again(ctx, draft); err != nil {
		return archive.Edition{}, err
	}
	return w.final(ctx, draft, issue, store)
}

// approvable reports what stands against a final before anything is made.
func approvable(draft archive.Edition) error {
	if draft.Manifest.Status != archive.Draft {
		return fmt.Errorf("approve %s: %w", draft.ID, ErrNoDraft)
	}
	differences, err := draft.Verify()
	if err != nil {
		return err
	}
	if len(differences) > 0 {
		d := differences[0]
		return &archive.DamagedError{Edition: draft.ID, File: d.File, Err: errors.New(string(d.What))}
	}
	blocked := &BlockedError{Edition: draft.ID}
	for _, f := range draft.Manifest.Findings {
		if f.Severity == reports.Blocking {
			blocked.Codes = append(blocked.Codes, f.Code)
		}
	}
	if len(blocked.Codes) > 0 {
		return blocked
	}
	return nil
}

// jobOf returns the job that made the draft, from what the draft keeps.
func jobOf(draft archive.Edition, means Means) (Job, error) {
	kept, err := settingsOf(draft)
	if err != nil {
		return Job{}, err
	}
	job, err := kept.job()
	if err != nil {
		return Job{}, err
	}
	raw, err := draft.Read(archive.Data)
	if err != nil {
		return Job{}, err
	}
	data, err := trace.Decode(raw)
	if err != nil {
		return Job{}, err
	}
	var templates []archive.Blob
	for name, text := range data.Templates {
		templates = append(templates, archive.Blob{Name: name, Bytes: []byte(text)})
	}
	inputs, err := draft.Inputs()
	if err != nil {
		return Job{}, err
	}
	job.Report, job.Answers = draft.Manifest.Report, answersOf(draft.Manifest)
	job.Inbox, job.Templates = archive.FS(inputs), archive.FS(templates)
	job.Fonts, job.Convert, job.Lang = means.Fonts, means.Convert, means.Lang
	return job, nil
}

// answersOf are the answers that a draft was made by; one of an earlier version of the
// program has only what was accepted.
func answersOf(m archive.Manifest) []reports.Answer {
	answers := slices.Clone(m.Answers)
	for _, a := range m.Acceptances {
		answers = append(answers, reports.Answer{
			Key: question.Key(reports.AskLook, a.Code, a.Fingerprint), Kind: reports.AskLook, Choice: reports.Accept, Why: a.Why,
			Accepts: []reports.Let{{Code: a.Code, Branch: a.Branch, Fingerprint: a.Fingerprint}},
		})
	}
	return answers
}

// again sets the draft once more and compares.
func (w *work) again(ctx context.Context, draft archive.Edition) error {
	copied := *w
	pdf, _, err := copied.set(ctx)
	if err != nil {
		return fmt.Errorf("approve %s: %w", draft.ID, err)
	}
	stored, err := draft.Read(archive.PDF)
	if err != nil {
		return err
	}
	if archive.Sum(stored) != archive.Sum(pdf.PDF) {
		return fmt.Errorf("approve %s: %w", draft.ID, ErrOther)
	}
	return nil
}

// set composes the document and sets its pages.
func (w *work) set(ctx context.Context) (typeset.Result, reports.Findings, error) {
	if err := w.write(); err != nil {
		return typeset.Result{}, nil, err
	}
	return w.typeset(ctx)
}

func (w *work) final(ctx context.Context, draft archive.Edition, issue Issue, store *archive.Store) (archive.Edition, error) {
	w.issue = &issue
	pdf, late, err := w.set(ctx)
	if err != nil {
		return archive.Edition{}, fmt.Errorf("approve %s: %w", draft.ID, err)
	}
	m := draft.Manifest
	m.Status, m.Inputs, m.Questions = archive.Final, []archive.Hashed{}, nil // the draft keeps them
	m.Follows = &archive.Follows{Edition: draft.ID, Seal: draft.Manifest.Seal, Number: issue.Number, Date: issue.Date, Early: issue.Early}
	w.account(&m, w.checked(late), pdf)
	blocked := &BlockedError{Edition: archive.FinalID(draft.ID)}
	for _, f := range m.Findings {
		if f.Severity == reports.Blocking {
			blocked.Codes, blocked.Findings = append(blocked.Codes, f.Code), append(blocked.Findings, f)
		}
	}
	if len(blocked.Codes) > 0 {
		return archive.Edition{}, blocked
	}
	outputs, err := w.pages(pdf)
	if err != nil {
		return archive.Edition{}, err
	}
	proof, err := w.proof(draft, pdf)
	if err != nil {
		return archive.Edition{}, fmt.Errorf("approve %s: %w", draft.ID, err)
	}
	return store.PutFinal(ctx, m, append(outputs, proof))
}
