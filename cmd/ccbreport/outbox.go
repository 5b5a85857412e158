package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

// A mailOutput is one letter in what --json prints.
type mailOutput struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`
	About    string     `json:"about"` // an edition, or what is due
	To       string     `json:"to"`
	Subject  string     `json:"subject"`
	State    string     `json:"state"`
	Attempts int        `json:"attempts"`
	Queued   time.Time  `json:"queued"`
	Changed  time.Time  `json:"changed"`
	Next     *time.Time `json:"next"` // of a pending one: not before
	Reply    string     `json:"reply,omitempty"`
}

func ofDelivery(d deliver.Delivery) mailOutput {
	o := mailOutput{
		ID: d.ID, Kind: d.Kind, About: shownAbout(d.About), To: d.Recipient, Subject: d.Subject, State: d.State,
		Attempts: d.Attempts, Queued: d.Queued, Changed: d.Changed, Reply: d.Reply,
	}
	if d.State == deliver.Pending {
		o.Next = &d.Next
	}
	return o
}

// An outboxOutput is what outbox prints with --json.
type outboxOutput struct {
	Mail  []mailOutput `json:"mail"`
	Waits int          `json:"waits"` // letters that a person must look at
}

// mailOf returns the letters about an edition.
func (o *office) mailOf(e archive.Edition) ([]mailOutput, error) {
	box, err := o.state.Outbox()
	list := []mailOutput{}
	for _, d := range box {
		if strings.TrimSuffix(d.About, trialMark) == keyOf(e) {
			list = append(list, ofDelivery(d))
		}
	}
	return list, err
}

// waiting reports whether a person must look at a letter: it did not arrive, or
// nobody knows.
func waiting(state string) bool {
	return state == deliver.Failed || state == deliver.Uncertain
}

// held reports whether a letter should have gone and was not even tried: there was
// no getting at the server as it is configured.
func held(d deliver.Delivery, now time.Time) bool {
	return d.State == deliver.Pending && d.Attempts == 0 && !d.Next.After(now)
}

// outboxVerb is the verb outbox: list, flush, retry, confirm, cancel.
func outboxVerb(ctx context.Context, t *tui, f *flags, words []string) error {
	what, ids := "list", words
	if len(words) > 0 {
		what, ids = words[0], words[1:]
	}
	act, known := outboxActs[what]
	switch {
	case !known:
		return outboxUnknown.with(what)
	case act == nil && len(ids) > 0:
		return extraWords.with("outbox "+what, ids[0])
	case act != nil && len(ids) == 0:
		return missingWords.with("outbox " + what + " ID")
	}
	return withOffice(ctx, t, f, func(_ *history, o *office) error {
		for _, id := range ids {
			if err := act(o.state, id, o.now()); err != nil {
				return outboxFailure(t, id, err)
			}
		}
		var waits error
		if what == "flush" || what == "retry" {
			var err error
			if waits, err = o.finish(ctx, true); err != nil {
				return err
			}
		} else if err := o.notice(); err != nil {
			return err
		}
		err := o.list(t)
		o.tellTroubles(t)
		return errors.Join(waits, err)
	})
}

// outboxActs are what a person can do; those that take no letter have no act.
var outboxActs = map[string]func(s *deliver.State, id string, now time.Time) error{
	"list": nil, "flush": nil,
	"retry":   (*deliver.State).Retry,
	"confirm": (*deliver.State).Confirm,
	"cancel":  (*deliver.State).Cancel,
}

// list prints all letters, those that wait for a person first.
func (o *office) list(t *tui) error {
	box, err := o.state.Outbox()
	if err != nil {
		return err
	}
	out := outboxOutput{Mail: []mailOutput{}}
	for _, d := range box {
		out.Mail = append(out.Mail, ofDelivery(d))
		if waiting(d.State) || held(d, o.now()) {
			out.Waits++
		}
	}
	switch {
	case t.json:
		t.print(out)
	case len(box) == 0:
		t.line(outboxEmpty)
	default:
		slices.SortStableFunc(out.Mail, func(a, b mailOutput) int { return rank(a.State) - rank(b.State) })
		t.mailList(t.line, out.Mail)
	}
	if out.Waits > 0 {
		return errWaits
	}
	return nil
}

func rank(state string) int {
	switch {
	case waiting(state):
		return 0
	case state == deliver.Sent || state == deliver.Cancelled:
		return 2
	}
	return 1
}

// tellMail tells what became of letters.
func (t *tui) tellMail(list []mailOutput) {
	if !t.quiet && !t.json {
		t.mailList(t.tell, list)
	}
}

func (t *tui) mailList(line func(text, ...string), list []mailOutput) {
	for _, m := range list {
		line(mailLine, t.say(mailStates[m.State]), m.To, m.Subject, shortID(m.ID))
		if m.Reply != "" && m.State != deliver.Sent {
			line(mailReply, m.Reply)
		}
		if advice, ok := mailAdvice[m.State]; ok {
			line(advice, shortID(m.ID))
		}
	}
}

// outboxFailure finds words for what a person asked of a letter in vain.
func outboxFailure(t *tui, id string, err error) error {
	var refused *deliver.RefusedError
	switch {
	case errors.Is(err, deliver.ErrUnknown):
		return noLetter.with(id)
	case errors.Is(err, deliver.ErrAmbiguous):
		return severalLetters.with(id)
	case errors.As(err, &refused):
		return letterRefuses.with(shortID(refused.ID), t.say(mailStates[refused.State]))
	}
	return err
}
