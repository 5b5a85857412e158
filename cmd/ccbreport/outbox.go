package main

import (
	"context"
	"errors"
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

// An Outbox is what outbox answers, and prints with --json.
type Outbox struct {
	Mail  []mailOutput `json:"mail"`
	Waits int          `json:"waits"` // letters that a person must look at

	Troubles []string `json:"-"` // what a person must know of, in Vietnamese
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

// Outbox lists all letters, in order of queueing. The error is [say.ErrWaits] if one waits for a
// person.
func (w *Ward) Outbox(ctx context.Context) (Outbox, error) {
	return w.outbox(ctx, func(o *office) (waits, err error) { return nil, o.notice() })
}

// Flush sends what is due, and lists all letters.
func (w *Ward) Flush(ctx context.Context) (Outbox, error) {
	return w.outbox(ctx, func(o *office) (waits, err error) { return o.finish(ctx, true) })
}

// Retry sends letters once more that failed, were cancelled, or of which nobody
// knows whether they arrived. A letter is named by the beginning of its ID.
func (w *Ward) Retry(ctx context.Context, ids ...string) (Outbox, error) {
	return w.outbox(ctx, func(o *office) (waits, err error) {
		if err := w.each(o, ids, (*deliver.State).Retry); err != nil {
			return nil, err
		}
		return o.finish(ctx, true)
	})
}

// Confirm records that letters arrived of which nobody knew.
func (w *Ward) Confirm(ctx context.Context, ids ...string) (Outbox, error) {
	return w.outbox(ctx, func(o *office) (waits, err error) {
		return nil, errors.Join(w.each(o, ids, (*deliver.State).Confirm), o.notice())
	})
}

// Cancel records that letters are not to go out.
func (w *Ward) Cancel(ctx context.Context, ids ...string) (Outbox, error) {
	return w.outbox(ctx, func(o *office) (waits, err error) {
		return nil, errors.Join(w.each(o, ids, (*deliver.State).Cancel), o.notice())
	})
}

// outbox acts on the letters and lists them.
func (w *Ward) outbox(ctx context.Context, act func(*office) (waits, err error)) (box Outbox, err error) {
	var waits error
	err = w.inOffice(ctx, func(o *office) (err error) {
		if waits, err = act(o); err != nil {
			return err
		}
		box, err = o.list()
		box.Troubles = o.troubles
		return err
	})
	if err == nil && box.Waits > 0 {
		waits = errWaits
	}
	return box, errors.Join(err, waits)
}

// each does what a person asks of letters.
func (w *Ward) each(o *office, ids []string, act func(s *deliver.State, id string, now time.Time) error) error {
	for _, id := range ids {
		if err := act(o.state, id, o.now()); err != nil {
			return w.refusal(id, err)
		}
	}
	return nil
}

// list lists all letters.
func (o *office) list() (Outbox, error) {
	box, err := o.state.Outbox()
	out := Outbox{Mail: []mailOutput{}}
	for _, d := range box {
		out.Mail = append(out.Mail, ofDelivery(d))
		if waiting(d.State) || held(d, o.now()) {
			out.Waits++
		}
	}
	return out, err
}

// refusal finds words for what a person asked of a letter in vain.
func (w *Ward) refusal(id string, err error) error {
	var refused *deliver.RefusedError
	switch {
	case errors.Is(err, deliver.ErrUnknown):
		return noLetter.with(id)
	case errors.Is(err, deliver.ErrAmbiguous):
		return severalLetters.with(id)
	case errors.As(err, &refused):
		return letterRefuses.with(shortID(refused.ID), w.Voice.say(mailStates[refused.State]))
	}
	return err
}
