// Package deliver keeps what must outlive a run and is not an edition, and sends
// what must be sent: what people accepted, the audit of what was done on their
// word, and the outbox.
//
// A letter is rendered once (letter.go), kept (outbox.go), and handed to a server
// (flush.go, server.go, transmit.go) until it is taken, refused for good, or
// nobody can know (reply.go): then it is held for a person, never sent again by
// itself.
//
// The state is one SQLite file in the state folder of a ward, with a rollback journal
// that is gone between writes, so that a copy of the folder is a backup. There is
// one writer: whoever calls Open holds the ward's lock (archive.TryLock). After
// any kill the file holds each act whole or not at all.
package deliver

import (
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite" // also the driver "sqlite", in Go
)

// fileName is the database in the state folder.
const fileName = "ccbreport.db"

// ErrNewer says that a later version of the program made the state; this one
// does not know what it means.
var ErrNewer = errors.New("state was made by a newer version of the program")

// Harmed reports whether an error says that the database is not what was written:
// cut short, or no database at all.
func Harmed(err error) bool {
	const corrupt, notDatabase = 11, 26
	return means(err, corrupt) || means(err, notDatabase)
}

// Full reports whether an error says that the disk had no room for the database.
func Full(err error) bool {
	const full = 13
	return means(err, full)
}

// means reports whether an error is that of a code of https://sqlite.org/rescode.html.
func means(err error, code int) bool {
	const primary = 0xff // the bits above tell more
	var broken *sqlite.Error
	return errors.As(err, &broken) && broken.Code()&primary == code
}

// A State is the open database of one ward.
type State struct {
	db *sql.DB
	// version is that of the tables when they were opened. Who only looks may look at
	// those of an earlier version of the program, which its next writer brings up to date.
	version int
}

// withEarly is the version of the tables that keep why an approval is early.
const withEarly = 3

// withOfficers is the version that keeps whether the officers get a copy of a final.
const withOfficers = 4

// Open opens the state in the folder for writing, making both if need be, and
// brings its tables up to date. The caller holds the ward's lock.
func Open(dir string) (*State, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("open state: %w", err)
	}
	s, err := connect(dir, "rwc")
	if err != nil {
		return nil, err
	}
	if err := s.migrate(); err != nil {
		return nil, errors.Join(fmt.Errorf("open state: %w", err), s.Close())
	}
	return s, nil
}

// View opens the state in the folder for reading; found is false if there is
// none yet. It may be called while another process writes.
func View(dir string) (s *State, found bool, err error) {
	_, err = os.Stat(filepath.Join(dir, fileName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("open state: %w", err)
	}
	// Not "ro": what a killed writer left half done must be taken back first.
	if s, err = connect(dir, "rw"); err != nil {
		return nil, false, err
	}
	version, err := s.tables()
	switch {
	case err != nil:
		return nil, false, errors.Join(fmt.Errorf("open state: %w", err), s.Close())
	case version == 0: // its first writer was killed before it made a table
		return nil, false, s.Close()
	}
	s.version = version
	return s, true, nil
}

// Close ends the use of the state.
func (s *State) Close() error {
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("close state: %w", err)
	}
	return nil
}

// connect opens one connection: there is one writer, and settings are those of
// a connection.
func connect(dir, mode string) (*State, error) {
	file, err := filepath.Abs(filepath.Join(dir, fileName))
	if err != nil {
		return nil, fmt.Errorf("open state: %w", err)
	}
	db, err := sql.Open("sqlite", source(file, mode))
	if err != nil {
		return nil, fmt.Errorf("open state: %w", err)
	}
	db.SetMaxOpenConns(1)
	return &State{db: db}, nil
}

// source is the address of a database file. How long to wait for another process
// comes first, since the settings after it may have to wait themselves. EXTRA also
// syncs the folder when the journal goes: with FULL, a power cut could bring the
// journal back and take away a commit, and with it that a letter was sent.
func source(file, mode string) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	address := url.URL{Scheme: "file", Path: path}
	return address.String() + "?mode=" + mode +
		"&_pragma=busy_timeout(10000)&_pragma=journal_mode(DELETE)&_pragma=synchronous(EXTRA)"
}

// schema holds what each version added to the tables: 1.sql, 2.sql, …
//
//go:embed schema
var schema embed.FS

// migrate brings the tables up to date, each step whole or not at all.
func (s *State) migrate() error {
	steps, err := schema.ReadDir("schema")
	if err != nil {
		return err
	}
	version, err := s.tables()
	if err != nil {
		return err
	}
	for n := version + 1; n <= len(steps); n++ {
		step, err := schema.ReadFile(fmt.Sprintf("schema/%d.sql", n))
		if err != nil {
			return err
		}
		if err := s.step(n, string(step)); err != nil {
			return fmt.Errorf("migrate to version %d: %w", n, err)
		}
	}
	s.version = len(steps)
	return nil
}

// tables returns the number of the last step that the tables have seen.
func (s *State) tables() (int, error) {
	var version int
	if err := s.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	steps, err := schema.ReadDir("schema")
	if err == nil && version > len(steps) {
		err = ErrNewer
	}
	return version, err
}

func (s *State) step(n int, step string) error {
	return s.write(func(tx *sql.Tx) error {
		_, err := tx.Exec(fmt.Sprintf("%s\nPRAGMA user_version = %d;", step, n))
		return err
	})
}

// write does the work in one transaction: all of it stands afterwards, or
// nothing.
func (s *State) write(work func(*sql.Tx) error) error {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	if err := work(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}
