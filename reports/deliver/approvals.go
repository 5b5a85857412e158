package deliver

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"ccbreport/reports"
)

// An Approval is the word of a person, or of release = "auto", that makes a
// final of a draft. It is kept before the final is made.
type Approval struct {
	Edition string      // the draft
	Seal    string      // of the draft: another one may come to stand under its name
	Number  string      // "05"; "" leaves the place on the final
	Date    reports.Day // of the final
	Early   string      // the reason for a date long before the span ends, "" for none
	Send    bool        // to the committee at once
	Copy    bool        // to the officers, to keep or to sign
	Ended   bool        // nothing of it is left to do
}

// of reports whether two approvals are of one draft.
func (a Approval) of(other Approval) bool { return a.Edition == other.Edition && a.Seal == other.Seal }

// A TakenError says that a number was given already in that year, or that a
// draft was approved in another way.
type TakenError struct {
	By Approval
}

func (e *TakenError) Error() string {
	return fmt.Sprintf("number %q of %s belongs to %s", e.By.Number, e.By.Date, e.By.Edition)
}

// Approve keeps an approval. The same one again is no error; another one of the
// draft, or of another draft with that number in that year, is a [*TakenError].
func (s *State) Approve(a Approval, now time.Time) error {
	err := s.write(func(tx *sql.Tx) error {
		other, found, err := s.rival(tx, a)
		switch {
		case err != nil:
			return err
		case found && other.of(a) && other.Number == a.Number && other.Date == a.Date && other.Early == a.Early:
			_, err := tx.Exec("UPDATE approvals SET send = ?, officers = ?, ended = '' WHERE edition = ? AND seal = ?", a.Send, a.Copy, a.Edition, a.Seal)
			return err
		case found:
			return &TakenError{other}
		}
		_, err = tx.Exec("INSERT INTO approvals (edition, seal, number, dated, early, send, officers, approved, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')",
			a.Edition, a.Seal, a.Number, a.Date.String(), a.Early, a.Send, a.Copy, moment(now))
		if err != nil {
			return err
		}
		return record(tx, Act{now, "approve", a.Edition + "\n" + a.Number + "\n" + a.Date.String()})
	})
	var taken *TakenError
	if err != nil && !errors.As(err, &taken) {
		return fmt.Errorf("keep approval: %w", err)
	}
	return err
}

// rival returns the approval that stands where a is to go.
func (s *State) rival(tx *sql.Tx, a Approval) (Approval, bool, error) {
	rows, err := tx.Query(s.approvals()+`edition = ?1 AND seal = ?2 OR number = ?3 AND number <> '' AND substr(dated, 1, 4) = substr(?4, 1, 4)
		ORDER BY edition = ?1 AND seal = ?2 DESC LIMIT 1`, a.Edition, a.Seal, a.Number, a.Date.String())
	if err != nil {
		return Approval{}, false, err
	}
	list, err := scanApprovals(rows)
	if err != nil || len(list) == 0 {
		return Approval{}, false, err
	}
	return list[0], true, nil
}

// Unapprove takes back an approval of which no final came.
func (s *State) Unapprove(a Approval, now time.Time) error {
	err := s.write(func(tx *sql.Tx) error {
		if _, err := tx.Exec("DELETE FROM approvals WHERE edition = ? AND seal = ?", a.Edition, a.Seal); err != nil {
			return err
		}
		return record(tx, Act{now, "unapprove", a.Edition})
	})
	if err != nil {
		return fmt.Errorf("take back approval: %w", err)
	}
	return nil
}

// Approval returns how a draft was approved, nil if it was not.
func (s *State) Approval(edition, seal string) (*Approval, error) {
	rows, err := s.db.Query(s.approvals()+"edition = ? AND seal = ?", edition, seal)
	if err != nil {
		return nil, fmt.Errorf("read approvals: %w", err)
	}
	list, err := scanApprovals(rows)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0], nil
}

// EndApproval keeps that the final is archived and its letters are queued.
func (s *State) EndApproval(a Approval, now time.Time) error {
	return s.change("keep approval", "UPDATE approvals SET ended = ? WHERE edition = ? AND seal = ?", moment(now), a.Edition, a.Seal)
}

// OpenApprovals returns the approvals that have not ended.
func (s *State) OpenApprovals() ([]Approval, error) {
	rows, err := s.db.Query(s.approvals() + "ended = '' ORDER BY approved, edition")
	if err != nil {
		return nil, fmt.Errorf("read approvals: %w", err)
	}
	list, err := scanApprovals(rows)
	if err != nil {
		return nil, fmt.Errorf("read approvals: %w", err)
	}
	return list, nil
}

// approvals begins a query for what scanApprovals reads.
func (s *State) approvals() string {
	early, officers := "early", "officers"
	if s.version < withEarly {
		early = "''"
	}
	if s.version < withOfficers {
		officers = "0"
	}
	return "SELECT edition, seal, number, dated, " + early + ", send, " + officers + ", ended FROM approvals WHERE "
}

func scanApprovals(rows *sql.Rows) (list []Approval, err error) {
	defer rows.Close()
	for rows.Next() {
		var a Approval
		var dated, ended string
		if err := rows.Scan(&a.Edition, &a.Seal, &a.Number, &dated, &a.Early, &a.Send, &a.Copy, &ended); err != nil {
			return nil, err
		}
		if a.Date, err = reports.ParseDay(dated); err != nil {
			return nil, fmt.Errorf("approval of %s: %w", a.Edition, err)
		}
		a.Ended = ended != ""
		list = append(list, a)
	}
	return list, rows.Err()
}

// Release keeps, before any letter is written, that an edition goes to the
// committee.
func (s *State) Release(edition string, now time.Time) error {
	err := s.write(func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO releases (edition, released, ended) VALUES (?, ?, '') ON CONFLICT DO NOTHING", edition, moment(now))
		if err != nil {
			return err
		}
		return record(tx, Act{now, "release", edition})
	})
	if err != nil {
		return fmt.Errorf("keep release: %w", err)
	}
	return nil
}

// EndRelease keeps that the letters of an edition are queued.
func (s *State) EndRelease(edition string, now time.Time) error {
	return s.change("keep release", "UPDATE releases SET ended = ? WHERE edition = ?", moment(now), edition)
}

// OpenReleases returns the editions whose release has not ended.
func (s *State) OpenReleases() (list []string, err error) {
	rows, err := s.db.Query("SELECT edition FROM releases WHERE ended = '' ORDER BY released, edition")
	if err != nil {
		return nil, fmt.Errorf("read releases: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var edition string
		if err := rows.Scan(&edition); err != nil {
			return nil, fmt.Errorf("read releases: %w", err)
		}
		list = append(list, edition)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read releases: %w", err)
	}
	return list, nil
}
