package main

import (
	"context"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
)

// An Issued is what approve and release answer, and print with --json.
type Issued struct {
	editionOutput
	Number string       `json:"number"` // "" where it is written in by hand
	Date   reports.Day  `json:"date"`
	Mail   []mailOutput `json:"mail"` // its letters, sent or not

	Newer    string   `json:"-"` // approved: a newer draft of the same report, for which this one is not sent
	Before   string   `json:"-"` // the edition that brought the same report to the committee before
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
	NoSend bool        // no mail goes out
}

// Approve makes the final of a draft, and sends it where the report is released so.
// The error is [say.ErrWaits] if something waits for a person.
func (w *Ward) Approve(ctx context.Context, id string, how Approval) (issued Issued, err error) {
	a, err := how.of(id)
	if err != nil {
		return issued, err
	}
	h, err := w.history()
	if err != nil {
		return issued, err
	}
	var waits error
	err = w.inOffice(ctx, func(o *office) error {
		final, err := w.approve(ctx, h, o, a, how.NoSend, &issued)
		if err != nil {
			return err
		}
		waits, err = o.conclude(ctx, final, !how.NoSend, &issued)
		return err
	})
	return issued, errors.Join(err, waits)
}

func (w *Ward) approve(ctx context.Context, h *history, o *office, a deliver.Approval, noSend bool, issued *Issued) (final archive.Edition, err error) {
	e, err := h.edition(a.Edition)
	if err != nil {
		return final, err
	}
	a.Seal = e.Manifest.Seal
	if a.Date < e.Manifest.From {
		return final, approveEarly.with(viet.Date(a.Date), viet.Date(e.Manifest.From))
	}
	if err := o.free(a); err != nil {
		return final, err
	}
	report, _ := w.Config.report(e.Manifest.Report)
	issued.Newer = newerDraft(h.ids, a.Edition)
	noSend = noSend || issued.Newer != ""
	a.Send = !noSend && (report.Release == "approve" || report.Release == "auto") && o.canSend()
	if final, err = o.approve(ctx, a); err != nil {
		return final, h.whyNot(e, err)
	}
	issued.Before, issued.Held, err = o.next(final, report, noSend)
	return final, err
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

// of is the approval of a draft as it is kept; a number of one digit is written
// with a nought.
func (a Approval) of(id string) (deliver.Approval, error) {
	number := strings.TrimLeft(strings.TrimSpace(a.Number), "0")
	kept := deliver.Approval{Edition: id, Number: strings.Repeat("0", max(0, 2-len(number))) + number, Date: a.Date}
	switch {
	case a.Number == "":
		return kept, approveNoNumber.with(id)
	case !numberForm.MatchString(strings.TrimSpace(a.Number)) || number == "":
		return kept, approveBadNumber.with(a.Number)
	case a.Date == 0:
		return kept, approveNoDate.with(id)
	}
	return kept, nil
}

// free reports whether the number was given to another report of that year, as
// far as the finals that stand there tell; the state knows the others.
func (o *office) free(a deliver.Approval) error {
	ids, err := o.store.IDs()
	if err != nil {
		return err
	}
	for _, id := range ids {
		if archive.FinalID(id) != id || archive.DraftID(id) == a.Edition {
			continue
		}
		e, err := o.store.Edition(id)
		if err != nil {
			return err
		}
		follows := e.Manifest.Follows
		if follows == nil || follows.Number != a.Number {
			continue
		}
		year, _, _ := follows.Date.Date()
		if wanted, _, _ := a.Date.Date(); year == wanted {
			return numberTaken.with(a.Number, strconv.Itoa(year), archive.DraftID(id))
		}
	}
	return nil
}

// whyNot finds words for what stands against a final.
func (h *history) whyNot(draft archive.Edition, err error) error {
	id := draft.ID
	var blocked *batch.BlockedError
	var taken *deliver.TakenError
	switch {
	case errors.As(err, &blocked):
		return approveBlocked.with(id, strconv.Itoa(len(blocked.Codes)), h.blockingWords(blocked))
	case errors.As(err, &taken) && (taken.By.Edition != id || taken.By.Seal != draft.Manifest.Seal):
		year, _, _ := taken.By.Date.Date()
		return numberTaken.with(taken.By.Number, strconv.Itoa(year), taken.By.Edition)
	case errors.As(err, &taken):
		return approvedAlready.with(id, taken.By.Number, viet.Date(taken.By.Date))
	case errors.Is(err, archive.ErrTaken):
		return finalStands.with(archive.FinalID(id))
	case errors.Is(err, batch.ErrNoDraft):
		return approveNoDraft.with(id)
	case errors.Is(err, batch.ErrOther):
		return approveOther.with(id)
	}
	return err
}

// blockingWords says what blocks: each kind of finding once.
func (h *history) blockingWords(b *batch.BlockedError) string {
	var words []string
	for _, code := range b.Codes {
		message := code
		if e, err := h.store.Edition(b.Edition); err == nil {
			i := slices.IndexFunc(e.Manifest.Findings, func(f archive.Finding) bool { return f.Code == code })
			if i >= 0 {
				message = h.words(e.Manifest.Findings[i]).Message
			}
		} else if errors.Is(err, fs.ErrNotExist) {
			message = h.cat.Render(reports.Finding{Code: code}, h.lang).Message
		}
		if message = strings.TrimSpace(message); !slices.Contains(words, message) {
			words = append(words, message)
		}
	}
	return strings.Join(words, " ")
}

// next is what becomes of a final that is not sent yet: the edition that brought
// the same report to the committee, or else why it does not go there now.
func (o *office) next(final archive.Edition, r Report, noSend bool) (before string, held Hold, err error) {
	before, err = o.sentBefore(final.ID)
	switch {
	case err != nil || before != "":
		return before, "", err
	case r.Release == "signed":
		return "", NotSigned, nil
	case noSend:
		return "", NotReleased, nil
	}
	return "", o.unsendable(), nil
}

// unsendable is why nothing can go to the committee, "" if it can.
func (o *office) unsendable() Hold {
	switch {
	case !o.conf.hasMail:
		return NoMail
	case !o.canSend():
		return NoCommittee
	}
	return ""
}

// conclude sends what waits and completes the answer about an edition.
func (o *office) conclude(ctx context.Context, e archive.Edition, send bool, issued *Issued) (waits, err error) {
	if waits, err = o.finish(ctx, send); err != nil {
		return nil, err
	}
	issued.editionOutput, issued.Troubles = ofEdition(e), o.troubles
	if follows := e.Manifest.Follows; follows != nil {
		issued.Number, issued.Date = follows.Number, follows.Date
	}
	issued.Mail, err = o.mailOf(e)
	return waits, err
}
