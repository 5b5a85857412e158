package deliver

import (
	"database/sql"
	"fmt"
	"time"

	"ccbreport/reports"
)

// A Run is one making of a report. It is kept from its beginning, so that the
// next one can end what a kill left half done.
type Run struct {
	ID      int64
	Report  string
	Span    reports.Period
	Due     time.Time // the moment for which it is made: of a schedule, or of its beginning
	Edition string    // "" until it is archived
	Send    bool      // the officers get the draft
}

// BeginRun keeps that a report is being made and returns the number of the run.
func (s *State) BeginRun(r Run, now time.Time) (id int64, err error) {
	err = s.write(func(tx *sql.Tx) error {
		done, err := tx.Exec("INSERT INTO runs (report, from_day, to_day, began, ended, due, edition, send) VALUES (?, ?, ?, ?, '', ?, '', ?)",
			r.Report, r.Span.From.String(), r.Span.Last().String(), moment(now), moment(r.Due), r.Send)
		if err != nil {
			return err
		}
		if id, err = done.LastInsertId(); err != nil {
			return err
		}
		return record(tx, Act{now, "run", r.Report + "\n" + r.Span.String()})
	})
	if err != nil {
		return 0, fmt.Errorf("keep run: %w", err)
	}
	return id, nil
}

// Archived keeps which edition a run made.
func (s *State) Archived(id int64, edition string) error {
	return s.change("keep run", "UPDATE runs SET edition = ? WHERE id = ?", edition, id)
}

// EndRun keeps that nothing of a run is left to do.
func (s *State) EndRun(id int64, now time.Time) error {
	return s.change("keep run", "UPDATE runs SET ended = ? WHERE id = ?", moment(now), id)
}

// Made reports whether a run that began at that moment or later made an edition of
// the report and span.
func (s *State) Made(report string, span reports.Period, since time.Time) (made bool, err error) {
	err = s.db.QueryRow(`SELECT count(*) > 0 FROM runs
		WHERE report = ? AND from_day = ? AND to_day = ? AND edition <> '' AND began >= ?`,
		report, span.From.String(), span.Last().String(), moment(since)).Scan(&made)
	if err != nil {
		return false, fmt.Errorf("read runs: %w", err)
	}
	return made, nil
}

// OpenRuns returns the runs that have not ended, in the order in which they
// began. Whoever holds the ward's lock knows that they were killed.
func (s *State) OpenRuns() ([]Run, error) {
	rows, err := s.db.Query("SELECT id, report, from_day, to_day, due, edition, send FROM runs WHERE ended = '' ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("read runs: %w", err)
	}
	defer rows.Close()
	var list []Run
	for rows.Next() {
		var r Run
		var from, to, due string
		if err := rows.Scan(&r.ID, &r.Report, &from, &to, &due, &r.Edition, &r.Send); err != nil {
			return nil, fmt.Errorf("read runs: %w", err)
		}
		first, err := reports.ParseDay(from)
		last, err2 := reports.ParseDay(to)
		at, err3 := time.Parse(time.RFC3339, due)
		if err != nil || err2 != nil || err3 != nil {
			return nil, fmt.Errorf("read runs: run %d: no such day: %s, %s, %s", r.ID, from, to, due)
		}
		r.Span, r.Due = reports.PeriodOf(first, last), at
		list = append(list, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read runs: %w", err)
	}
	return list, nil
}

// change runs one statement in a transaction of its own.
func (s *State) change(what, statement string, args ...any) error {
	err := s.write(func(tx *sql.Tx) error {
		_, err := tx.Exec(statement, args...)
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
