package main

import (
	"context"
	"slices"
	"strconv"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// approveEdition is the verb approve: it makes the final of a draft.
func approveEdition(ctx context.Context, t *tui, f *flags, id string) error {
	w, err := f.open(t)
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
	t.tellIssued(issued)
	return err
}

// releaseEdition is the verb release: it sends a final, or its signed copy, to
// the committee.
func releaseEdition(ctx context.Context, t *tui, f *flags, id string) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	issued, err := w.Release(ctx, id, ward.Copy{Signed: f.signed, Scan: f.scan})
	if !say.HasAnswer(err) {
		return err
	}
	if issued.Before != "" {
		t.tell(sentBeforeLine, issued.Before)
	}
	t.tellIssued(issued)
	return err
}

// tellIssued tells what becomes of an issued report.
func (t *tui) tellIssued(issued ward.Issued) {
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
	t.tellMail(issued.Mail)
	t.tellTroubles(issued.Troubles)
}

// outboxVerb is the verb outbox: list, flush, retry, confirm, cancel.
func outboxVerb(ctx context.Context, t *tui, f *flags, words []string) error {
	what, ids := "list", words
	if len(words) > 0 {
		what, ids = words[0], words[1:]
	}
	act, ofLetters := outboxActs[what]
	switch {
	case what != "list" && what != "flush" && !ofLetters:
		return outboxUnknown.With(what)
	case !ofLetters && len(ids) > 0:
		return extraWords.With("outbox "+what, ids[0])
	case ofLetters && len(ids) == 0:
		return missingWords.With("outbox " + what + " ID")
	}
	w, err := f.open(t)
	if err != nil {
		return err
	}
	var box ward.Outbox
	switch what {
	case "list":
		box, err = w.Outbox(ctx)
	case "flush":
		box, err = w.Flush(ctx)
	default:
		box, err = act(w, ctx, ids...)
	}
	if !say.HasAnswer(err) {
		return err
	}
	t.tellOutbox(box)
	return err
}

// outboxActs are what a person can do with a letter.
var outboxActs = map[string]func(w *ward.Ward, ctx context.Context, ids ...string) (ward.Outbox, error){
	"retry":   (*ward.Ward).Retry,
	"confirm": (*ward.Ward).Confirm,
	"cancel":  (*ward.Ward).Cancel,
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

func (t *tui) mailList(line func(say.Text, ...string), list []office.Mail) {
	for _, m := range list {
		line(ward.MailLine, t.Say(ward.MailStates[m.State]), m.To, m.Subject, office.ShortID(m.ID))
		if m.Reply != "" && m.State != deliver.Sent {
			line(mailReply, m.Reply)
		}
		if advice, ok := ward.MailAdvice[m.State]; ok {
			line(advice, office.ShortID(m.ID))
		}
	}
}
