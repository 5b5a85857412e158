package office

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/history"
)

// An Issued is what approve and release answer, and print with --json.
type Issued struct {
	history.Brief
	Number string      `json:"number"` // "" where it is written in by hand
	Date   reports.Day `json:"date"`
	Early  string      `json:"early,omitempty"` // the reason for a date long before the span ends
	Mail   []Mail      `json:"mail"`            // its letters, sent or not

	Newer    string   `json:"-"` // approved: a newer draft of the same report, for which this one is not sent
	Before   string   `json:"-"` // the edition that brought the same report to the committee before
	Went     []Mail   `json:"-"` // its letters to the committee, as far as the state knows them
	Old      []string `json:"-"` // letters of those in Mail that had been sent when the verb began
	Held     Hold     `json:"-"` // why it is not sent now
	Troubles []string `json:"-"` // what a person must know of, in Vietnamese
}

// A Hold says why an issued report does not go to the committee now.
type Hold string

// The holds. None: it is on its way, or went before.
const (
	NotSigned   Hold = "signed"    // a signed copy is to be brought
	NotReleased Hold = "release"   // a person is to release it
	NoMail      Hold = "mail"      // no mail is configured
	NoCommittee Hold = "committee" // the committee has no address
)

// An Approval is how a draft becomes final.
type Approval struct {
	Number string      // of the register, "05"
	Date   reports.Day // of the document
	Early  string      // the reason for a date long before the span ends
	Code   string      // of the draft, as who approves it read it out; "" if none was given
	NoSend bool        // no mail goes out
}

// ApproveDraft makes the final of a draft as a person says, and sends it where the
// report is released so.
func (o *Office) ApproveDraft(ctx context.Context, h *history.History, id string, how Approval) (issued Issued, err error) {
	draft, err := h.Edition(id)
	if err != nil {
		return issued, err
	}
	a := how.of(draft)
	if a.Date < draft.Manifest.From {
		return issued, approveEarly.With(viet.Date(a.Date), viet.Date(draft.Manifest.From))
	}
	if batch.Early(a.Date, draft.Manifest.To) && a.Early == "" {
		days := strconv.Itoa(int(draft.Manifest.To - a.Date))
		return issued, approveTooEarly.With(viet.Date(a.Date), days, viet.Date(draft.Manifest.To), strconv.Itoa(batch.EarlyDays), draft.ID)
	}
	report, _ := o.conf.Report(draft.Manifest.Report)
	if err := errors.Join(RightCode(h, draft, how.Code, report.Code), o.free(a)); err != nil {
		return issued, err
	}
	issued.Newer = newerDraft(h.Ids, id)
	noSend := how.NoSend || issued.Newer != ""
	a.Copy = !noSend && o.conf.HasMail
	a.Send = !noSend && (report.Release == "approve" || report.Release == "auto") && o.canSend()
	if issued.Before, err = o.sentBefore(draft.ID); err != nil { // asked before this word sends it
		return issued, err
	}
	final, err := o.approve(ctx, a)
	if err != nil {
		return issued, o.whyNot(h, draft, err)
	}
	if issued.Before == "" {
		issued.Held = o.hold(report, noSend)
	}
	err = o.conclude(ctx, final, !how.NoSend, &issued)
	return issued, err
}

// RightCode refuses the code of another draft, and none where the report wants one. One
// that is given is held against the draft wherever it was not asked for, too.
func RightCode(h *history.History, draft archive.Edition, code string, wanted bool) error {
	m, version := draft.Manifest, archive.Version(draft.ID)
	switch {
	case m.Status != archive.Draft, code == "" && !wanted, code != "" && m.IsCode(code):
		return nil // what is no draft is told of by itself
	case code == "":
		return approveNoCode.With(draft.ID, version, m.Report)
	}
	for _, id := range h.Ids {
		other, err := h.Store.Edition(id)
		if err == nil && other.Manifest.Status == archive.Draft && other.Manifest.IsCode(code) {
			return approveOtherCode.With(code, draft.ID, id, archive.Version(id), version)
		}
	}
	return approveWrongCode.With(code, draft.ID, version)
}

// newerDraft returns the newest draft of the same report and span, "" if that is
// the one itself. Who approves an older one may have mistaken the number, so it is
// not sent on that word alone.
func newerDraft(ids []string, id string) string {
	for _, other := range slices.Backward(ids) {
		draft := archive.DraftID(other)
		if draft == id {
			return ""
		}
		if strings.HasPrefix(draft, versionsOf(id)) {
			return draft
		}
	}
	return ""
}

var numberForm = regexp.MustCompile(`^\d{1,6}$`)

// Complete reports what an approval of an edition lacks.
func (a Approval) Complete(id string) error {
	switch {
	case a.Number == "":
		return approveNoNumber.With(id)
	case !numberForm.MatchString(strings.TrimSpace(a.Number)) || a.digits() == "":
		return approveBadNumber.With(a.Number)
	case a.Date == 0:
		return approveNoDate.With(id)
	}
	return nil
}

func (a Approval) digits() string { return strings.TrimLeft(strings.TrimSpace(a.Number), "0") }

// of is the approval as it is kept; a number of one digit is written with a nought, and
// a reason for an early date is none where the date is not early.
func (a Approval) of(draft archive.Edition) deliver.Approval {
	number := a.digits()
	kept := deliver.Approval{
		Edition: draft.ID, Seal: draft.Manifest.Seal, Date: a.Date,
		Number: strings.Repeat("0", max(0, 2-len(number))) + number,
	}
	if batch.Early(a.Date, draft.Manifest.To) {
		kept.Early = strings.TrimSpace(a.Early)
	}
	return kept
}

// free reports whether the number was given to another report of that year, as
// far as the finals that stand there tell; the state knows the others.
func (o *Office) free(a deliver.Approval) error {
	ids, err := o.Store.IDs()
	if err != nil {
		return err
	}
	for _, id := range ids {
		if archive.FinalID(id) != id || archive.DraftID(id) == a.Edition {
			continue
		}
		e, err := o.Store.Edition(id)
		if err != nil {
			return err
		}
		follows := e.Manifest.Follows
		if follows == nil || follows.Number != a.Number {
			continue
		}
		year, _, _ := follows.Date.Date()
		if wanted, _, _ := a.Date.Date(); year == wanted {
			return numberTaken.With(a.Number, strconv.Itoa(year), archive.DraftID(id))
		}
	}
	return nil
}

// whyNot finds words for what stands against a final.
func (o *Office) whyNot(h *history.History, draft archive.Edition, err error) error {
	id := draft.ID
	var blocked *batch.BlockedError
	var taken *deliver.TakenError
	switch {
	case errors.As(err, &blocked):
		return approveBlocked.With(id, strconv.Itoa(len(blocked.Codes)), blockingWords(h, blocked))
	case errors.As(err, &taken) && (taken.By.Edition != id || taken.By.Seal != draft.Manifest.Seal):
		year, _, _ := taken.By.Date.Date()
		return numberTaken.With(taken.By.Number, strconv.Itoa(year), taken.By.Edition)
	case errors.As(err, &taken):
		return approvedAlready.With(id, taken.By.Number, viet.Date(taken.By.Date))
	case errors.Is(err, archive.ErrTaken):
		return finalStands.With(archive.FinalID(id))
	case errors.Is(err, batch.ErrNoDraft):
		return approveNoDraft.With(id)
	case errors.Is(err, batch.ErrOther):
		return approveOther.With(id)
	}
	return err
}

// blockingWords says what blocks: each kind of finding of a draft once, and all that a final
// would have, which nobody can look up.
func blockingWords(h *history.History, b *batch.BlockedError) string {
	found := b.Findings
	if e, err := h.Store.Edition(b.Edition); len(found) == 0 && err == nil {
		for _, f := range e.Manifest.Findings {
			first := !slices.ContainsFunc(found, func(o archive.Finding) bool { return o.Code == f.Code })
			if f.Severity == reports.Blocking && first {
				found = append(found, f)
			}
		}
	}
	var words []string
	for _, f := range found {
		if message := strings.TrimSpace(h.Words(f).Message); !slices.Contains(words, message) {
			words = append(words, message)
		}
	}
	return strings.Join(words, " ")
}

// hold is why a report that has not been sent does not go to the committee now.
func (o *Office) hold(r config.Report, noSend bool) Hold {
	switch {
	case r.Release == "signed":
		return NotSigned
	case noSend:
		return NotReleased
	}
	return o.unsendable()
}

// unsendable is why nothing can go to the committee, "" if it can.
func (o *Office) unsendable() Hold {
	switch {
	case !o.conf.HasMail:
		return NoMail
	case !o.canSend():
		return NoCommittee
	}
	return ""
}

// conclude sends what waits and completes the answer about an edition.
func (o *Office) conclude(ctx context.Context, e archive.Edition, send bool, issued *Issued) error {
	waits, err := o.Finish(ctx, send)
	if err != nil {
		return err
	}
	issued.Brief, issued.Troubles = history.OfEdition(e), o.Troubles
	if follows := e.Manifest.Follows; follows != nil {
		issued.Number, issued.Date, issued.Early = follows.Number, follows.Date, follows.Early
	}
	if issued.Mail, err = o.MailOf(e); err != nil {
		return err
	}
	if issued.Went, err = o.went(issued.Before); err != nil {
		return err
	}
	return waits
}

// went are the letters with which an edition went to the committee, none for no edition.
func (o *Office) went(id string) ([]Mail, error) {
	if id == "" {
		return nil, nil
	}
	e, err := o.Store.Edition(id)
	if err != nil {
		return nil, err
	}
	list, err := o.MailOf(e)
	return slices.DeleteFunc(list, func(m Mail) bool { return m.Kind != deliver.Final || m.State == deliver.Cancelled }), err
}
