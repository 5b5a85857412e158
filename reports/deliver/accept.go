package deliver

import (
	"database/sql"
	"fmt"
	"strings"
	"time"

	"ccbreport/reports"
)

// An Act is one line of the audit.
type Act struct {
	At      time.Time // UTC, to the second
	Action  string    // "accept", "alias", "retry", "confirm", "cancel"
	Subject string
}

// Acceptances returns what people accepted for the report and span, in the order
// in which they did.
func (s *State) Acceptances(report string, span reports.Period) ([]reports.Acceptance, error) {
	rows, err := s.db.Query(`SELECT code, branch, at, fingerprint, why FROM acceptances
		WHERE report = ? AND from_day = ? AND to_day = ? ORDER BY id`,
		report, span.From.String(), span.Last().String())
	if err != nil {
		return nil, fmt.Errorf("read acceptances: %w", err)
	}
	defer rows.Close()
	var list []reports.Acceptance
	for rows.Next() {
		var a reports.Acceptance
		var at string
		if err := rows.Scan(&a.Code, &a.Branch, &at, &a.Fingerprint, &a.Why); err != nil {
			return nil, fmt.Errorf("read acceptances: %w", err)
		}
		if at != "" {
			a.At = strings.Split(at, "\n")
		}
		list = append(list, a)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read acceptances: %w", err)
	}
	return list, nil
}

// Accept keeps acceptances for the report and span, with a line of the audit for
// each. What was accepted before gets the new reason; the audit has both.
func (s *State) Accept(report string, span reports.Period, list []reports.Acceptance, now time.Time) error {
	err := s.write(func(tx *sql.Tx) error {
		for _, a := range list {
			at := strings.Join(a.At, "\n")
			_, err := tx.Exec(`INSERT INTO acceptances (report, from_day, to_day, code, branch, at, fingerprint, why, accepted)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (report, from_day, to_day, fingerprint) DO UPDATE SET why = excluded.why, accepted = excluded.accepted`,
				report, span.From.String(), span.Last().String(), a.Code, string(a.Branch), at, a.Fingerprint, a.Why, moment(now))
			if err != nil {
				return err
			}
			subject := []string{report, span.String(), a.Code, string(a.Branch), at, a.Why}
			if err := record(tx, Act{now, "accept", strings.Join(subject, "\n")}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep acceptances: %w", err)
	}
	return nil
}

// Record puts one line into the audit.
func (s *State) Record(act Act) error {
	if err := s.write(func(tx *sql.Tx) error { return record(tx, act) }); err != nil {
		return fmt.Errorf("keep audit: %w", err)
	}
	return nil
}

func record(tx *sql.Tx, act Act) error {
	_, err := tx.Exec("INSERT INTO audit (at, action, subject) VALUES (?, ?, ?)", moment(act.At), act.Action, act.Subject)
	return err
}

func moment(t time.Time) string { return t.UTC().Format(time.RFC3339) }
