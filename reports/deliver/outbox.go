package deliver

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// The states of a delivery. On the way out it is pending, sending, dot, sent:
// until "dot" is on the disk the end of the message has not left, so whatever
// breaks before can be tried again, and whatever breaks after may have arrived.
const (
	Pending   = "pending"   // to be sent, not before Next
	Sending   = "sending"   // under way; the server cannot have accepted it
	Dot       = "dot"       // its end is on the wire; the server may have accepted it
	Sent      = "sent"      // the server said that it accepted it, or a person did
	Failed    = "failed"    // given up
	Uncertain = "uncertain" // it broke off at "dot": held for a person
	Cancelled = "cancelled" // a person does not want it sent any more
)

// A Delivery is one row of the outbox: a message, its one recipient, and what
// became of it.
type Delivery struct {
	ID, Kind, About   string
	Recipient, Sender string // addresses alone
	Subject, SHA256   string
	State             string    // Pending, …
	Attempts          int       // that counted: not those that the configuration spoiled
	Queued            time.Time // or asked for anew by Retry
	Next              time.Time // of a pending one: not before
	Changed           time.Time
	Reply             string // the server's last word, or what broke, quoted
}

var (
	// ErrUnknown says that no letter has the ID.
	ErrUnknown = errors.New("no letter has this ID")
	// ErrAmbiguous says that several letters begin with what was given as ID.
	ErrAmbiguous = errors.New("more than one letter has an ID that begins so")
)

// A RefusedError says that what a person asked for makes no sense for a letter in
// its state.
type RefusedError struct {
	Act   string // "retry", "confirm", "cancel"
	ID    string
	State string
}

func (e *RefusedError) Error() string { return fmt.Sprintf("%s %s: it is %s", e.Act, e.ID, e.State) }

// minPrefix is how many digits of an ID a person must give.
const minPrefix = 4

// Queue puts messages into the outbox, all or none. A message that is there
// already stays as it is, in whatever state: nothing is sent twice.
func (s *State) Queue(now time.Time, list ...Message) error {
	return s.insert(Delivery{State: Pending, Queued: now, Next: now, Changed: now}, list)
}

// Hold puts messages into the outbox of which nobody knows whether they were
// sent, as when the state was lost. A person decides, see [State.Confirm].
func (s *State) Hold(now time.Time, list ...Message) error {
	return s.insert(Delivery{State: Uncertain, Queued: now, Changed: now}, list)
}

func (s *State) insert(as Delivery, list []Message) error {
	err := s.write(func(tx *sql.Tx) error {
		for _, m := range list {
			if m.ID == "" || digest(m.Bytes) != m.SHA256 {
				return fmt.Errorf("message %q is not as it was rendered", m.ID)
			}
			_, err := tx.Exec(`INSERT INTO deliveries (id, kind, about, recipient, sender, subject, message, sha256,
				state, attempts, queued, next, changed, reply) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, '')
				ON CONFLICT (id) DO NOTHING`,
				m.ID, m.Kind, m.About, m.To, m.From, m.Subject, m.Bytes, m.SHA256,
				as.State, moment(as.Queued), optional(as.Next), moment(as.Changed))
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("queue letters: %w", err)
	}
	return nil
}

// Outbox returns all deliveries, those that wait longest first. A state that an
// older version made and nobody has written to since has none.
func (s *State) Outbox() ([]Delivery, error) {
	version, err := s.tables()
	if err == nil && version < outboxSince {
		return nil, nil
	}
	var list []Delivery
	if err == nil {
		list, err = deliveries(s.db, "1")
	}
	if err != nil {
		return nil, fmt.Errorf("read outbox: %w", err)
	}
	return list, nil
}

// outboxSince is the version of the tables that brought the outbox.
const outboxSince = 2

// A querier is a database or a transaction of it.
type querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
}

// deliveries returns the rows for which the condition holds.
func deliveries(db querier, condition string, args ...any) ([]Delivery, error) {
	rows, err := db.Query(`SELECT id, kind, about, recipient, sender, subject, sha256, state, attempts, queued, next, changed, reply
		FROM deliveries WHERE `+condition+` ORDER BY queued, rowid`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Delivery
	for rows.Next() {
		var d Delivery
		var queued, next, changed string
		if err := rows.Scan(&d.ID, &d.Kind, &d.About, &d.Recipient, &d.Sender, &d.Subject, &d.SHA256,
			&d.State, &d.Attempts, &queued, &next, &changed, &d.Reply); err != nil {
			return nil, err
		}
		for _, at := range []struct {
			text string
			time *time.Time
		}{{queued, &d.Queued}, {next, &d.Next}, {changed, &d.Changed}} {
			if at.text == "" {
				continue
			}
			if *at.time, err = time.Parse(time.RFC3339, at.text); err != nil {
				return nil, err
			}
		}
		list = append(list, d)
	}
	return list, rows.Err()
}

// Retry makes a letter due at once, as if it had just been queued: one that
// failed, waits or was cancelled, and one that is uncertain, at the risk that it
// arrives twice, with one Message-ID.
func (s *State) Retry(id string, now time.Time) error {
	return s.decide("retry", id, now, []string{Pending, Failed, Uncertain, Cancelled}, func(d *Delivery) {
		d.State, d.Attempts, d.Queued, d.Next = Pending, 0, now, now
	})
}

// Hasten makes all that waits due at once: a person says that the way is clear. What was
// tried before is counted still.
func (s *State) Hasten(now time.Time) error {
	return s.change("hasten letters", "UPDATE deliveries SET next = ?1 WHERE state = ?2 AND next > ?1", moment(now), Pending)
}

// Confirm says that an uncertain letter has arrived.
func (s *State) Confirm(id string, now time.Time) error {
	return s.decide("confirm", id, now, []string{Uncertain}, func(d *Delivery) {
		d.State, d.Next = Sent, time.Time{}
	})
}

// Cancel says that a letter is not to be sent, or sent again, and that nobody
// need look at it any more.
func (s *State) Cancel(id string, now time.Time) error {
	return s.decide("cancel", id, now, []string{Pending, Failed, Uncertain}, func(d *Delivery) {
		d.State, d.Next = Cancelled, time.Time{}
	})
}

// decide does what a person asked for, if the letter is in one of the states, and
// puts a line into the audit. The ID may be the beginning of one.
func (s *State) decide(act, id string, now time.Time, from []string, change func(*Delivery)) error {
	err := s.write(func(tx *sql.Tx) error {
		if _, err := settle(tx, now); err != nil {
			return err
		}
		d, err := find(tx, id)
		if err != nil {
			return err
		}
		was := d.State
		if !slices.Contains(from, was) {
			return &RefusedError{act, d.ID, was}
		}
		change(&d)
		d.Changed = now
		if err := save(tx, d); err != nil {
			return err
		}
		return record(tx, Act{now, act, strings.Join([]string{d.ID, d.Kind, d.About, was}, "\n")})
	})
	var refused *RefusedError
	if err != nil && !errors.As(err, &refused) {
		return fmt.Errorf("%s letter %.40q: %w", act, id, err)
	}
	return err
}

// find returns the only delivery whose ID begins so.
func find(tx *sql.Tx, id string) (Delivery, error) {
	if len(id) < minPrefix {
		return Delivery{}, ErrUnknown
	}
	list, err := deliveries(tx, "substr(id, 1, length(?1)) = ?1", strings.ToLower(id))
	switch {
	case err != nil:
		return Delivery{}, err
	case len(list) == 0:
		return Delivery{}, ErrUnknown
	case len(list) > 1:
		return Delivery{}, ErrAmbiguous
	}
	return list[0], nil
}

// save keeps what can change of a delivery.
func save(tx *sql.Tx, d Delivery) error {
	_, err := tx.Exec("UPDATE deliveries SET state = ?, attempts = ?, queued = ?, next = ?, changed = ?, reply = ? WHERE id = ?",
		d.State, d.Attempts, moment(d.Queued), optional(d.Next), moment(d.Changed), d.Reply, d.ID)
	return err
}

// optional writes a moment that may be none.
func optional(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return moment(t)
}
