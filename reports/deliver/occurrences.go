package deliver

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"ccbreport/reports"
)

// ErrDone says that an occurrence is done and must not be begun again.
var ErrDone = errors.New("the occurrence is done already")

var errNotBegun = errors.New("the occurrence is not under way")

// Since returns the moment before which nothing of the schedule was due, and
// whether it is kept so; if it is not, Start is to be called with it.
//
// A schedule that is new, or has another spec than before, begins with today, the
// first moment of the present day: what came before it is not caught up. If it was
// already seen to today it begins after that. One that is said to begin in the
// future was started under a clock that ran ahead; it begins today, or it would be
// silent until then.
func (s *State) Since(schedule, spec string, today time.Time) (since time.Time, kept bool, err error) {
	var known, from string
	err = s.db.QueryRow("SELECT spec, since FROM schedules WHERE name = ?", schedule).Scan(&known, &from)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return today, false, nil
	case err == nil && known != spec:
		since, err = s.renewed(schedule, today)
	case err == nil:
		since, err = parseMoment(from)
		kept = since.Before(today.AddDate(0, 0, 1))
		if !kept {
			since = today
		}
	}
	if err != nil {
		return since, false, fmt.Errorf("read schedule: %w", err)
	}
	return since, kept, nil
}

// renewed is the first moment of today that nothing was done for.
func (s *State) renewed(schedule string, today time.Time) (time.Time, error) {
	var last string
	err := s.db.QueryRow(`SELECT coalesce(max(due), '') FROM occurrences
		WHERE schedule = ? AND state = ? AND due >= ? AND due < ?`,
		schedule, reports.Done, moment(today), moment(today.AddDate(0, 0, 1))).Scan(&last)
	if err != nil || last == "" {
		return today, err
	}
	done, err := parseMoment(last)
	return done.Add(time.Second), err
}

// Start keeps that the schedule has the spec, and that nothing was due before
// since.
func (s *State) Start(schedule, spec string, since, now time.Time) error {
	err := s.write(func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO schedules (name, spec, since) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET spec = excluded.spec, since = excluded.since`,
			schedule, spec, moment(since))
		return errors.Join(err, record(tx, Act{now, "schedule", subject(schedule, spec, moment(since))}))
	})
	if err != nil {
		return fmt.Errorf("keep schedule: %w", err)
	}
	return nil
}

// Open returns, of the occurrences that were due until now, the last one and every
// other that is begun or failed, in order.
func (s *State) Open(schedule string, now time.Time) ([]reports.Occurrence, error) {
	return s.occurrences(`SELECT due, state, attempts, tried, edition, note FROM occurrences
		WHERE schedule = ?1 AND due <= ?2 AND (state IN ('begun', 'failed')
			OR due = (SELECT max(due) FROM occurrences WHERE schedule = ?1 AND due <= ?2))
		ORDER BY due`, schedule, moment(now))
}

// Troubled returns the newest occurrences from that moment on that are not done,
// at most limit, in order.
func (s *State) Troubled(schedule string, from time.Time, limit int) ([]reports.Occurrence, error) {
	return s.occurrences(`SELECT * FROM (SELECT due, state, attempts, tried, edition, note FROM occurrences
		WHERE schedule = ? AND state <> 'done' AND due >= ? ORDER BY due DESC LIMIT ?) ORDER BY due`, schedule, moment(from), limit)
}

func (s *State) occurrences(query string, args ...any) (list []reports.Occurrence, err error) {
	rows, err := s.db.Query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("read occurrences: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		o, err := scanOccurrence(rows)
		if err != nil {
			return nil, fmt.Errorf("read occurrences: %w", err)
		}
		list = append(list, o)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read occurrences: %w", err)
	}
	return list, nil
}

func scanOccurrence(rows *sql.Rows) (o reports.Occurrence, err error) {
	var due, tried string
	if err := rows.Scan(&due, &o.State, &o.Attempts, &tried, &o.Edition, &o.Note); err != nil {
		return o, err
	}
	if o.Due, err = parseMoment(due); err != nil {
		return o, err
	}
	if tried != "" {
		o.Tried, err = parseMoment(tried)
	}
	return o, err
}

// Begin keeps that an attempt at the occurrence is under way: if the program is
// killed in it, the next one knows. It returns [ErrDone] for one that is done.
func (s *State) Begin(schedule string, due, now time.Time) error {
	return s.turn(turn{"begin", schedule, due, now, ""}, ErrDone,
		`INSERT INTO occurrences (schedule, due, state, attempts, tried, edition, note)
			VALUES (?1, ?2, 'begun', 1, ?3, '', '')
			ON CONFLICT (schedule, due) DO UPDATE SET state = 'begun', attempts = attempts + 1, tried = ?3, note = ''
			WHERE state <> 'done'`, schedule, moment(due), moment(now))
}

// Done keeps that the occurrence, which is begun, was seen to for ever, and what
// was made; "" if that is no edition.
func (s *State) Done(schedule string, due time.Time, edition string, now time.Time) error {
	return s.turn(turn{"done", schedule, due, now, edition}, errNotBegun,
		"UPDATE occurrences SET state = 'done', edition = ? WHERE schedule = ? AND due = ? AND state = 'begun'",
		edition, schedule, moment(due))
}

// Failed keeps that the attempt, which is begun, failed, and why.
func (s *State) Failed(schedule string, due time.Time, why string, now time.Time) error {
	return s.turn(turn{"failed", schedule, due, now, why}, errNotBegun,
		"UPDATE occurrences SET state = 'failed', note = ? WHERE schedule = ? AND due = ? AND state = 'begun'",
		why, schedule, moment(due))
}

// Missed keeps that the occurrences were given up. Whoever calls it has told a
// person before: killed in between, the program tells again rather than never.
func (s *State) Missed(schedule string, list []time.Time, now time.Time) error {
	for _, due := range list {
		err := s.turn(turn{"missed", schedule, due, now, ""}, ErrDone,
			`INSERT INTO occurrences (schedule, due, state, attempts, tried, edition, note)
				VALUES (?, ?, 'missed', 0, '', '', '')
				ON CONFLICT (schedule, due) DO UPDATE SET state = 'missed' WHERE state <> 'done'`,
			schedule, moment(due))
		if err != nil {
			return err
		}
	}
	return nil
}

// A turn is one step in the life of an occurrence.
type turn struct {
	action, schedule string
	due, now         time.Time
	more             string
}

// turn does the step with its line of the audit; refusal is what it means if the
// occurrence is not in a state for it.
func (s *State) turn(t turn, refusal error, query string, args ...any) error {
	err := s.write(func(tx *sql.Tx) error {
		result, err := tx.Exec(query, args...)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); n == 0 || err != nil {
			return errors.Join(refusal, err)
		}
		return record(tx, Act{t.now, t.action, subject(t.schedule, moment(t.due), t.more)})
	})
	if err != nil {
		return fmt.Errorf("keep %s of %s, due %s: %w", t.action, t.schedule, moment(t.due), err)
	}
	return nil
}

// subject is what an act was about: a line for each of the words.
func subject(words ...string) string { return strings.TrimRight(strings.Join(words, "\n"), "\n") }

func parseMoment(s string) (time.Time, error) { return time.Parse(time.RFC3339, s) }

// LastDone returns the moment of the last occurrence of the schedule that is
// done, zero for none.
func (s *State) LastDone(schedule string) (time.Time, error) {
	var last string
	err := s.db.QueryRow("SELECT coalesce(max(due), '') FROM occurrences WHERE schedule = ? AND state = 'done'", schedule).Scan(&last)
	if err != nil {
		return time.Time{}, fmt.Errorf("read occurrences: %w", err)
	}
	if last == "" {
		return time.Time{}, nil
	}
	return parseMoment(last)
}
