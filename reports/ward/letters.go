package ward

import (
	"context"
	"errors"
	"time"

	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/office"
	"ccbreport/reports/ward/say"
)

// Outbox lists all letters, in order of queueing. The error is [say.ErrWaits] if one
// waits for a person.
func (w *Ward) Outbox(ctx context.Context) (Outbox, error) {
	return w.outbox(ctx, func(o *office.Office) (waits, err error) { return nil, o.WriteTodo() })
}

// Flush sends what waits, also what would be tried again later only, and lists all letters.
func (w *Ward) Flush(ctx context.Context) (Outbox, error) {
	return w.outbox(ctx, func(o *office.Office) (waits, err error) {
		if err := o.State.Hasten(o.Now()); err != nil {
			return nil, err
		}
		return o.Finish(ctx, true)
	})
}

// Retry sends letters once more that failed, were cancelled, or of which nobody
// knows whether they arrived. A letter is named by the beginning of its ID.
func (w *Ward) Retry(ctx context.Context, ids ...string) (Outbox, error) {
	return w.outbox(ctx, func(o *office.Office) (waits, err error) {
		if err := w.each(o, ids, (*deliver.State).Retry); err != nil {
			return nil, err
		}
		return o.Finish(ctx, true)
	})
}

// Confirm records that letters arrived of which nobody knew.
func (w *Ward) Confirm(ctx context.Context, ids ...string) (Outbox, error) {
	return w.outbox(ctx, func(o *office.Office) (waits, err error) {
		return nil, errors.Join(w.each(o, ids, (*deliver.State).Confirm), o.WriteTodo())
	})
}

// Cancel records that letters are not to go out.
func (w *Ward) Cancel(ctx context.Context, ids ...string) (Outbox, error) {
	return w.outbox(ctx, func(o *office.Office) (waits, err error) {
		return nil, errors.Join(w.each(o, ids, (*deliver.State).Cancel), o.WriteTodo())
	})
}

// outbox acts on the letters and lists them.
func (w *Ward) outbox(ctx context.Context, act func(*office.Office) (waits, err error)) (box Outbox, err error) {
	var waits error
	err = w.inOffice(ctx, func(o *office.Office) (err error) {
		if waits, err = act(o); err != nil {
			return err
		}
		box, err = o.List()
		box.Troubles = o.Troubles
		return err
	})
	if err == nil && box.Waits > 0 {
		waits = say.ErrWaits
	}
	return box, errors.Join(err, waits)
}

// each does what a person asks of letters.
func (w *Ward) each(o *office.Office, ids []string, act func(s *deliver.State, id string, now time.Time) error) error {
	for _, id := range ids {
		if err := act(o.State, id, o.Now()); err != nil {
			return w.refusal(id, err)
		}
	}
	return nil
}

// refusal finds words for what a person asked of a letter in vain.
func (w *Ward) refusal(id string, err error) error {
	var refused *deliver.RefusedError
	switch {
	case errors.Is(err, deliver.ErrUnknown):
		return noLetter.With(id)
	case errors.Is(err, deliver.ErrAmbiguous):
		return severalLetters.With(id)
	case errors.As(err, &refused):
		return letterRefuses.With(office.ShortID(refused.ID), w.Voice.Say(MailStates[refused.State]))
	}
	return err
}
