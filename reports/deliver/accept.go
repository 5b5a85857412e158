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
	Action  string    // "accept", "alias", "answer", "undo", "retry", "confirm", "cancel"
	Subject string
}

// A Kept is what people accepted of one report and span before the ward's answers had
// a file of their own.
type Kept struct {
	reports.Acceptance
	Report string
	Span   reports.Period
}

// Acceptances returns what people accepted before answers had a file of their own, in
// the order in which they did.
func (s *State) Acceptances() ([]Kept, error) {
	rows, err := s.db.Query("SELECT report, from_day, to_day, code, branch, at, fingerprint, why FROM acceptances ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("read acceptances: %w", err)
	}
	defer rows.Close()
	var list []Kept
	for rows.Next() {
		var k Kept
		var from, to, at string
		if err := rows.Scan(&k.Report, &from, &to, &k.Code, &k.Branch, &at, &k.Fingerprint, &k.Why); err != nil {
			return nil, fmt.Errorf("read acceptances: %w", err)
		}
		if k.Span, err = spanOf(from, to); err != nil {
			return nil, fmt.Errorf("read acceptances: %w", err)
		}
		if at != "" {
			k.At = strings.Split(at, "\n")
		}
		list = append(list, k)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read acceptances: %w", err)
	}
	return list, nil
}

func spanOf(first, last string) (reports.Period, error) {
	from, err := reports.ParseDay(first)
	if err != nil {
		return reports.Period{}, err
	}
	to, err := reports.ParseDay(last)
	return reports.PeriodOf(from, to), err
}

// ForgetAcceptances drops what people accepted, once it stands elsewhere.
func (s *State) ForgetAcceptances() error {
	err := s.write(func(tx *sql.Tx) error {
		_, err := tx.Exec("DELETE FROM acceptances")
		return err
	})
	if err != nil {
		return fmt.Errorf("forget acceptances: %w", err)
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
