package main

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// approveEdition is the verb approve: it makes the final of a draft.
func approveEdition(ctx context.Context, t *tui, f *flags, ids []string) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	id, err := t.toApprove(w, f, ids)
	if err != nil {
		return err
	}
	how := ward.Approval{Number: f.number, Code: f.code, NoSend: f.noSend}
	if f.early {
		how.Early = f.why
	}
	if f.date != "" {
		if how.Date, err = flagDay("--date", f.date); err != nil {
			return err
		}
	}
	issued, err := w.Approve(ctx, id, how)
	if !say.HasAnswer(err) {
		return err
	}
	if issued.Newer != "" {
		t.tell(newerDraftLine, issued.Newer)
	}
	t.tell(approvedLine, issued.Edition, strconv.Itoa(issued.Pages))
	t.tell(whereLine, issued.PDF)
	t.tellIssued(w, issued)
	return err
}

// releaseEdition is the verb release: it sends a final, or its signed copy, to
// the committee.
func releaseEdition(ctx context.Context, t *tui, f *flags, ids []string) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	id, err := t.toRelease(w, f, ids)
	if err != nil {
		return err
	}
	issued, err := w.Release(ctx, id, ward.Copy{Signed: f.signed, Scan: f.scan})
	if !say.HasAnswer(err) {
		return err
	}
	t.tellIssued(w, issued)
	return err
}

// tellIssued tells what becomes of an issued report.
func (t *tui) tellIssued(w *ward.Ward, issued ward.Issued) {
	t.tellBefore(w, issued)
	draft := archive.DraftID(issued.Edition)
	switch issued.Held {
	case office.NotSigned:
		t.tell(nextSignLine, draft)
	case office.NotReleased:
		t.tell(nextReleaseLine, draft)
	case office.NoMail:
		t.tell(ward.NoMailLine)
	case office.NoCommittee:
		t.tell(noCommitteeLine)
	}
	if t.json {
		t.print(issued)
	}
	t.tellMail(slices.DeleteFunc(slices.Clone(issued.Mail), func(m office.Mail) bool { // told above, or before
		return m.State == deliver.Sent && (issued.Before != "" || slices.Contains(issued.Old, m.ID))
	}))
	t.tellTroubles(issued.Troubles)
}

// tellBefore tells that the report went out before, when and to whom, so that nobody takes
// an old letter for a new one.
func (t *tui) tellBefore(w *ward.Ward, issued ward.Issued) {
	if issued.Before == "" {
		return
	}
	left := func(m office.Mail) bool { return m.State != deliver.Pending }
	if len(issued.Went) > 0 && !slices.ContainsFunc(issued.Went, left) {
		t.tell(onItsWayLine, issued.Before)
		return
	}
	t.tell(sentBeforeLine, issued.Before)
	for _, m := range issued.Went {
		if m.State == deliver.Sent {
			t.tell(wentLine, m.To, t.moment(m.Changed.In(w.Config.Zone)))
		}
	}
}

// tellOutbox prints all letters, those that wait for a person first.
func (t *tui) tellOutbox(box ward.Outbox) {
	switch {
	case t.json:
		t.print(box)
	case len(box.Mail) == 0:
		t.line(outboxEmpty)
	default:
		slices.SortStableFunc(box.Mail, func(a, b office.Mail) int { return rank(a.State) - rank(b.State) })
		t.mailList(t.line, box.Mail)
	}
	t.tellTroubles(box.Troubles)
}

func rank(state string) int {
	switch {
	case office.Waiting(state):
		return 0
	case state == deliver.Sent || state == deliver.Cancelled:
		return 2
	}
	return 1
}

// tellMail tells what became of letters.
func (t *tui) tellMail(list []office.Mail) {
	if !t.quiet && !t.json {
		t.mailList(t.tell, list)
	}
}

// spoken is what the server said, without the step at which it did, which is for --json.
func spoken(reply string) string {
	if _, said, ok := strings.Cut(reply, `: "`); ok {
		return strings.TrimSuffix(said, `"`)
	}
	return reply
}

func (t *tui) mailList(line func(say.Text, ...string), list []office.Mail) {
	for _, m := range list {
		line(ward.MailLine, t.Say(ward.MailStates[m.State]), m.To, m.Subject, office.ShortID(m.ID))
		switch why, ok := office.MailWrong[m.Reason]; {
		case m.Reply == "" || m.State == deliver.Sent:
		case ok:
			line(mailReason, t.Say(why))
		default:
			line(mailReply, spoken(m.Reply))
		}
		if advice, ok := ward.MailAdvice[m.State]; ok {
			line(advice, office.ShortID(m.ID))
		}
	}
}
