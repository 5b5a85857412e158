package deliver

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"time"
)

// Flushed is what a Flush did to the outbox: the deliveries as they are now.
type Flushed struct {
	Sent      []Delivery
	Postponed []Delivery // a later Flush tries them again, see Next
	Failed    []Delivery
	Uncertain []Delivery // also those that a kill left
}

// lifetime is how long a letter is tried for.
const lifetime = 5 * 24 * time.Hour

// Flush sends what is due, those that wait longest first, each letter over a
// connection of its own: what a server thinks of one letter is no other's matter.
// What it will not take has failed; what cannot be sent now is postponed.
//
// First Flush settles what a kill left: what was sending is pending again, what
// had sent its end is uncertain.
//
// The error is a *ConfigError if nothing can be sent until a person changes the
// configuration, that of ctx if the caller gave up, else what broke of the state.
// What was done until then is returned beside it.
func (s *State) Flush(ctx context.Context, server Server, now func() time.Time) (Flushed, error) {
	var done Flushed
	var due []Delivery
	began := now()
	err := s.write(func(tx *sql.Tx) (err error) {
		if done.Uncertain, err = settle(tx, began); err != nil {
			return err
		}
		due, err = deliveries(tx, "state = ? AND next <= ?", Pending, moment(began))
		return err
	})
	for len(due) > 0 && err == nil {
		due, err = s.flush(ctx, server, due, now, &done)
	}
	var config *ConfigError
	if err != nil && !errors.As(err, &config) {
		err = fmt.Errorf("flush outbox: %w", err)
	}
	return done, err
}

// settle brings the rows that a kill left on the way to where they are known to
// be, and returns those of which nobody knows.
func settle(tx *sql.Tx, now time.Time) ([]Delivery, error) {
	left, err := deliveries(tx, "state IN (?, ?)", Sending, Dot)
	if err != nil {
		return nil, err
	}
	var uncertain []Delivery
	for _, d := range left {
		d.Changed = now
		if d.State == Sending {
			d.State = Pending
		} else {
			d.State, d.Next = Uncertain, time.Time{}
			uncertain = append(uncertain, d)
		}
		if err := save(tx, d); err != nil {
			return nil, err
		}
	}
	return uncertain, nil
}

// flush tries the first of the letters and returns those still to be tried. If
// there was no getting through to the server, none is.
func (s *State) flush(ctx context.Context, server Server, due []Delivery, now func() time.Time, done *Flushed) ([]Delivery, error) {
	d, rest := due[0], due[1:]
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	err := s.attempt(ctx, server, &d, now)
	if err == nil {
		done.Sent = append(done.Sent, d)
		return rest, nil
	}
	var t *trouble
	if !errors.As(err, &t) {
		return nil, err
	}
	if ctx.Err() != nil && t.verdict == later { // it was the caller who broke it off
		return nil, errors.Join(ctx.Err(), s.mark(&d, Pending, now()))
	}
	met := []Delivery{d}
	if t.everyone {
		met, rest = append(met, rest...), nil
	}
	for _, d := range met {
		d.judge(t, now())
		if err := s.keep(d); err != nil {
			return nil, err
		}
		done.add(d)
	}
	if t.verdict == mend {
		return nil, &ConfigError{t.reason, t.step, t.text}
	}
	return rest, nil
}

// attempt takes one letter from pending to sent. Each step is on the disk before
// what it allows is done.
func (s *State) attempt(ctx context.Context, server Server, d *Delivery, now func() time.Time) error {
	message, err := s.message(*d)
	if err != nil {
		return err
	}
	if most := server.limit(); len(message) > most {
		return tooLarge(len(message), most)
	}
	if err := s.mark(d, Sending, now()); err != nil {
		return err
	}
	session, err := server.connect(ctx)
	if err != nil {
		return err
	}
	defer session.leave(ctx) // what goes wrong in parting changes nothing
	reply, err := session.transmit(ctx, *d, message, func() error { return s.mark(d, Dot, now()) })
	if err != nil {
		return err
	}
	d.Attempts, d.Next, d.Reply = d.Attempts+1, time.Time{}, reply
	return s.mark(d, Sent, now())
}

// message returns the bytes to send. If they are not those that were rendered,
// they are trouble and never sent.
func (s *State) message(d Delivery) ([]byte, error) {
	var message []byte
	if err := s.db.QueryRow("SELECT message FROM deliveries WHERE id = ?", d.ID).Scan(&message); err != nil {
		return nil, err
	}
	if digest(message) != d.SHA256 {
		return nil, &trouble{verdict: never, step: "read", reason: Damaged, text: "the message is damaged: its bytes are not those that were rendered"}
	}
	return message, nil
}

func tooLarge(size, most int) *trouble {
	return &trouble{verdict: never, step: "SIZE", reason: TooLarge, text: fmt.Sprintf("%d bytes, at most %d can be sent", size, most)}
}

// mark keeps the state that a delivery has come to.
func (s *State) mark(d *Delivery, state string, now time.Time) error {
	d.State, d.Changed = state, now
	return s.keep(*d)
}

func (s *State) keep(d Delivery) error {
	return s.write(func(tx *sql.Tx) error { return save(tx, d) })
}

// judge changes a delivery by what a failed attempt means for it.
func (d *Delivery) judge(t *trouble, now time.Time) {
	d.Changed, d.Reply = now, t.Error()
	d.State = Pending
	if t.verdict == mend {
		return
	}
	d.Attempts++
	d.Next = now.Add(backOff(d.ID, d.Attempts))
	switch {
	case t.verdict == unknown:
		d.State, d.Next = Uncertain, time.Time{}
	case t.verdict == never, now.Sub(d.Queued) >= lifetime:
		d.State, d.Next = Failed, time.Time{}
	}
}

// waits are how long to wait after the first, second, … attempt; the last is that
// of all further ones.
var waits = []time.Duration{5 * time.Minute, 10 * time.Minute, 20 * time.Minute, 40 * time.Minute, 66 * time.Minute}

// backOff is how long to wait after so many attempts, up to a tenth more or less,
// so that letters held up together do not come back together. What it is for a
// letter is settled by its ID.
func backOff(id string, attempts int) time.Duration {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", id, attempts))
	permille := time.Duration(900 + binary.BigEndian.Uint64(sum[:])%201)
	return waits[min(attempts, len(waits))-1] * permille / 1000
}

func (f *Flushed) add(d Delivery) {
	switch d.State {
	case Pending:
		f.Postponed = append(f.Postponed, d)
	case Failed:
		f.Failed = append(f.Failed, d)
	case Uncertain:
		f.Uncertain = append(f.Uncertain, d)
	}
}
