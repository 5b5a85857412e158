package main

import (
	"context"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
)

// An issuedOutput is what approve and release print with --json.
type issuedOutput struct {
	editionOutput
	Number string       `json:"number"` // "" where it is written in by hand
	Date   reports.Day  `json:"date"`
	Mail   []mailOutput `json:"mail"` // its letters, sent or not
}

// approveEdition is the verb approve: it makes the final of a draft.
func approveEdition(ctx context.Context, t *tui, f *flags, id string) error {
	approval, err := f.approval(id)
	if err != nil {
		return err
	}
	return withOffice(ctx, t, f, func(h *history, o *office) error {
		e, err := h.edition(id)
		if err != nil {
			return err
		}
		approval.Seal = e.Manifest.Seal
		if approval.Date < e.Manifest.From {
			return approveEarly.with(viet.Date(approval.Date), viet.Date(e.Manifest.From))
		}
		if err := o.free(approval); err != nil {
			return err
		}
		report, _ := h.conf.report(e.Manifest.Report)
		newer := newerDraft(h.ids, id)
		approval.Send = !f.noSend && newer == "" && (report.Release == "approve" || report.Release == "auto") && o.canSend()
		final, err := o.approve(ctx, approval)
		if err != nil {
			return h.whyNot(e, err)
		}
		if newer != "" {
			t.tell(newerDraftLine, newer)
		}
		t.tell(approvedLine, final.ID, strconv.Itoa(final.Manifest.Pages))
		t.tell(whereLine, final.Path(archive.PDF))
		if err := o.tellNext(t, final, report, f.noSend || newer != ""); err != nil {
			return err
		}
		return o.conclude(ctx, t, final, !f.noSend)
	})
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

// approval reads the flags; a number of one digit is written with a nought.
func (f *flags) approval(id string) (deliver.Approval, error) {
	a := deliver.Approval{Edition: id}
	number := strings.TrimLeft(strings.TrimSpace(f.number), "0")
	switch {
	case f.number == "":
		return a, approveNoNumber.with(id)
	case f.date == "":
		return a, approveNoDate.with(id)
	case !numberForm.MatchString(strings.TrimSpace(f.number)) || number == "":
		return a, approveBadNumber.with(f.number)
	}
	day, err := flagDay("--date", f.date)
	if err != nil {
		return a, err
	}
	a.Number, a.Date = strings.Repeat("0", max(0, 2-len(number)))+number, day
	return a, nil
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

// withOffice does the work under the ward's lock, after whatever a kill left
// half done.
func withOffice(ctx context.Context, t *tui, f *flags, work func(h *history, o *office) error) (err error) {
	h, err := openHistory(t, f)
	if err != nil {
		return err
	}
	lock, err := archive.TryLock(h.conf.state("run.lock"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	o, err := h.conf.openOffice(h.store, h.lang, time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.close()) }()
	if err := o.resume(ctx); err != nil {
		return err
	}
	return work(h, o)
}

// tellNext tells what becomes of a final that is not sent yet.
func (o *office) tellNext(t *tui, final archive.Edition, r Report, noSend bool) error {
	sent, err := o.sentBefore(final.ID)
	switch {
	case err != nil || sent != "":
		return err
	case r.Release == "signed":
		t.tell(nextSignLine, archive.DraftID(final.ID))
	case noSend:
		t.tell(nextReleaseLine, archive.DraftID(final.ID))
	case !o.conf.hasMail:
		t.tell(noMailLine)
	case !o.canSend():
		t.tell(noCommitteeLine)
	}
	return nil
}

// conclude sends what waits and tells of the letters of an edition.
func (o *office) conclude(ctx context.Context, t *tui, e archive.Edition, send bool) error {
	waits, err := o.finish(ctx, send)
	if err != nil {
		return err
	}
	mail, err := o.mailOf(e)
	if err != nil {
		return err
	}
	if t.json {
		out := issuedOutput{editionOutput: ofEdition(e), Mail: mail}
		if follows := e.Manifest.Follows; follows != nil {
			out.Number, out.Date = follows.Number, follows.Date
		}
		t.print(out)
	}
	t.tellMail(mail)
	o.tellTroubles(t)
	return waits
}
