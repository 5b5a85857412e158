package deliver

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
)

// crashDir tells a copy of this test binary to begin an act on the state there
// and to hang in the middle of it.
const crashDir = "CCBREPORT_TEST_CRASH"

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		hang(dir)
	}
	if dir := os.Getenv(flushDir); dir != "" {
		flushAndExit(dir)
	}
	os.Exit(m.Run())
}

func hang(dir string) {
	s, err := Open(dir)
	if err == nil {
		err = s.write(func(tx *sql.Tx) error {
			// Larger than the cache, so that pages reach the file before the commit.
			_, err := tx.Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
				INSERT INTO audit (at, action, subject) SELECT '2020-01-01T00:00:00Z', 'accept', printf('%0500d', i) FROM n`)
			if err != nil {
				return err
			}
			os.Stdout.WriteString("writing\n")
			_, err = io.Copy(io.Discard, os.Stdin) // until it is killed, or the test ends
			return err
		})
	}
	panic(err)
}

var (
	half   = reports.Months(2020, 1, 6)
	year   = reports.Year(2020)
	noon   = time.Date(2020, 7, 1, 12, 0, 0, 0, time.FixedZone("", 7*3600))
	silent = reports.Acceptance{Code: "branch.missing", Branch: "to-02", Fingerprint: "f1", Why: "chi hội mới lập"}
	number = reports.Acceptance{Code: "number.notread", Branch: "to-01", Fingerprint: "f2", At: []string{"a.xlsx!S!C5", "a.xlsx!S!C6"}, Why: "không còn sổ"}
)

func open(t *testing.T, dir string) *State {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// accept puts in what earlier versions of the program kept of acceptances.
func accept(t *testing.T, s *State, report string, span reports.Period, list ...reports.Acceptance) {
	t.Helper()
	for _, a := range list {
		_, err := s.db.Exec("INSERT INTO acceptances (report, from_day, to_day, code, branch, at, fingerprint, why, accepted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			report, span.From.String(), span.Last().String(), a.Code, string(a.Branch), strings.Join(a.At, "\n"), a.Fingerprint, a.Why, moment(noon))
		if err != nil {
			t.Fatal(err)
		}
	}
}

// accepted are what earlier versions kept, as it was accepted.
func accepted(t *testing.T, s *State) []reports.Acceptance {
	t.Helper()
	list, err := s.Acceptances()
	if err != nil {
		t.Fatal(err)
	}
	var all []reports.Acceptance
	for _, k := range list {
		all = append(all, k.Acceptance)
	}
	return all
}

// audit returns the lines of the audit: moment, action, subject.
func audit(t *testing.T, s *State) [][3]string {
	t.Helper()
	rows, err := s.db.Query("SELECT at, action, subject FROM audit ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var lines [][3]string
	for rows.Next() {
		var line [3]string
		if err := rows.Scan(&line[0], &line[1], &line[2]); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestEarlierAcceptances(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "hội phường 50% #1?", "state") // what an address could trip over
	s := open(t, dir)
	accept(t, s, "nam", year, silent, number)
	accept(t, s, "sau-thang", half, silent)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, found, err := View(dir)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	got, err := s.Acceptances()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Kept{{silent, "nam", year}, {number, "nam", year}, {silent, "sau-thang", half}}, got); diff != "" {
		t.Errorf("what was kept, in order (-want +got):\n%s", diff)
	}
	if err := errors.Join(s.ForgetAcceptances(), s.Close()); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if left, err := s.Acceptances(); err != nil || left != nil {
		t.Errorf("%v is left, %v", left, err)
	}
}

func TestAudit(t *testing.T) {
	s := open(t, t.TempDir())
	for _, act := range []Act{{noon, "answer", "blank\n\n0"}, {noon, "undo", "blank"}} {
		if err := s.Record(act); err != nil {
			t.Fatal(err)
		}
	}
	want := [][3]string{{"2020-07-01T05:00:00Z", "answer", "blank\n\n0"}, {"2020-07-01T05:00:00Z", "undo", "blank"}}
	if diff := cmp.Diff(want, audit(t, s)); diff != "" {
		t.Errorf("audit (-want +got):\n%s", diff)
	}
}

func TestSettingsOfTheConnection(t *testing.T) {
	s := open(t, t.TempDir())
	for pragma, want := range map[string]string{
		"journal_mode": "delete", "synchronous": "3", "busy_timeout": "10000",
	} {
		var got string
		if err := s.db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", pragma, got, want, err)
		}
	}
}

func TestView(t *testing.T) {
	dir := t.TempDir()
	if _, found, err := View(dir); found || err != nil {
		t.Errorf("an empty folder: found %v, %v", found, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("looking made %v", left)
	}
	if err := os.WriteFile(filepath.Join(dir, fileName), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, found, err := View(dir); found || err != nil {
		t.Errorf("a file that its writer had no time to fill: found %v, %v", found, err)
	}
	if err := os.WriteFile(filepath.Join(dir, fileName), []byte("đây không phải là cơ sở dữ liệu, chỉ là chữ"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, _, err := View(dir); !Harmed(err) {
		t.Errorf("a file that is no database: %v", err)
	}
}

func TestStateOfALaterVersion(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if _, err := s.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrNewer) || Harmed(err) {
		t.Errorf("Open: %v", err)
	}
	if _, _, err := View(dir); !errors.Is(err, ErrNewer) {
		t.Errorf("View: %v", err)
	}
}

func TestAStateThatIsCutShort(t *testing.T) {
	for _, size := range []int64{100, 5000} {
		dir := t.TempDir()
		if err := open(t, dir).Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(filepath.Join(dir, fileName), size); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !Harmed(err) {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
}

func TestNoRoomForTheState(t *testing.T) {
	s := open(t, t.TempDir())
	if _, err := s.db.Exec("PRAGMA max_page_count = 1"); err != nil { // as many as there are
		t.Fatal(err)
	}
	err := s.Record(Act{noon, "alias", strings.Repeat("x", 1<<16)})
	if !Full(err) || Harmed(err) {
		t.Errorf("got %v", err)
	}
}

// TestAWriterIsKilled: what was accepted before stands, of what was under way
// nothing does, and the next one needs no help.
func TestAWriterIsKilled(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	accept(t, s, "nam", year, silent)
	if err := errors.Join(s.Record(Act{noon, "answer", "blank"}), s.Close()); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashDir+"="+dir)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "writing\n" {
		t.Fatalf("the writer said %q, %v", line, err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() // it was killed
	if _, err := os.Stat(filepath.Join(dir, fileName+"-journal")); err != nil {
		t.Fatalf("the writer was not killed in the middle: %v", err)
	}
	s, found, err := View(dir)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	defer s.Close()
	if diff := cmp.Diff([]reports.Acceptance{silent}, accepted(t, s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if lines := audit(t, s); len(lines) != 1 {
		t.Errorf("the audit has %d lines, want 1", len(lines))
	}
	var health string
	if err := s.db.QueryRow("PRAGMA integrity_check").Scan(&health); err != nil || health != "ok" {
		t.Errorf("integrity: %q, %v", health, err)
	}
}

// TestMigrate opens states that older versions of the program left: nothing that
// stood in them is lost, and the tables are those of a new one.
func TestMigrate(t *testing.T) {
	steps, err := schema.ReadDir("schema")
	if err != nil {
		t.Fatal(err)
	}
	latest := tables(t, open(t, t.TempDir()))
	for n := 1; n <= len(steps); n++ {
		dir := t.TempDir()
		old, err := connect(dir, "rwc")
		if err != nil {
			t.Fatal(err)
		}
		for k := 1; k <= n; k++ {
			step, err := schema.ReadFile(fmt.Sprintf("schema/%d.sql", k))
			if err != nil {
				t.Fatal(err)
			}
			if err := old.step(k, string(step)); err != nil {
				t.Fatal(err)
			}
		}
		accept(t, old, "nam", year, silent)
		if err := old.Close(); err != nil {
			t.Fatal(err)
		}
		if seen, _, err := View(dir); err != nil {
			t.Fatal(err)
		} else if _, err := seen.OpenApprovals(); err != nil && n > 1 {
			t.Errorf("looking at tables of version %d: %v", n, err)
		} else if err := seen.Close(); err != nil {
			t.Fatal(err)
		}
		s := open(t, dir)
		if diff := cmp.Diff([]reports.Acceptance{silent}, accepted(t, s)); diff != "" {
			t.Errorf("from version %d (-want +got):\n%s", n, diff)
		}
		if diff := cmp.Diff(latest, tables(t, s)); diff != "" {
			t.Errorf("tables from version %d (-want +got):\n%s", n, diff)
		}
	}
}

func tables(t *testing.T, s *State) []string {
	t.Helper()
	rows, err := s.db.Query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var sql string
		if err := rows.Scan(&sql); err != nil {
			t.Fatal(err)
		}
		list = append(list, sql)
	}
	return list
}
