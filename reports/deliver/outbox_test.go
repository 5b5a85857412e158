package deliver

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
)

// three are letters to three recipients.
func three() []Letter {
	return []Letter{draftLetter("a@example.vn"), draftLetter("b@example.vn"), draftLetter("c@example.vn")}
}

// willing is an office that takes everything, but for what the script says.
func willing(t *testing.T, script map[string]string) *office {
	return (&office{script: script, tls: NoTLS, offers: "DSN,SIZE 50000000"}).open(t)
}

func flush(t *testing.T, s *State, server Server, now time.Time) Flushed {
	t.Helper()
	done, err := s.Flush(t.Context(), server, at(now))
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func same(t *testing.T, reason string, want, got []string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", reason, diff)
	}
}

func TestOneRefusedRecipientKeepsNobodyElseWaiting(t *testing.T) {
	s, list := queued(t, three()...)
	o := willing(t, map[string]string{"RCPT b@example.vn": "550 5.1.1 no such user"})
	done := flush(t, s, o.server(), noon)
	same(t, "outbox", []string{"a@example.vn sent 1", "b@example.vn failed 1", "c@example.vn sent 1"}, rows(t, s, noon))
	o.intact(t, list)
	if len(o.accepted) != 2 || len(done.Sent) != 2 || len(done.Failed) != 1 || len(done.Postponed)+len(done.Uncertain) != 0 {
		t.Errorf("the server has %d messages, Flush says %+v", len(o.accepted), done)
	}
}

func TestAServerThatIsNotThereKeepsEverybodyWaitingOnce(t *testing.T) {
	for _, tt := range []struct {
		reason string
		script map[string]string
		verbs  string // of all connections
		want   string
		config bool
	}{
		{"later", map[string]string{"banner": "421 later"}, "banner", "pending 1", false},
		{"never like this", map[string]string{"banner": "554 no"}, "banner", "pending 0", true},
		{"after EHLO", map[string]string{"MAIL": "530 log in"}, "banner EHLO MAIL QUIT", "pending 0", true},
	} {
		s, _ := queued(t, three()...)
		o := willing(t, tt.script)
		done, err := s.Flush(t.Context(), o.server(), at(noon))
		if errors.As(err, new(*ConfigError)) != tt.config || !tt.config && err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		}
		same(t, tt.reason, []string{"a@example.vn " + tt.want, "b@example.vn " + tt.want, "c@example.vn " + tt.want}, rows(t, s, noon))
		o.close()
		if got := strings.Join(o.verbs, " "); got != tt.verbs || len(done.Postponed) != 3 {
			t.Errorf("%s: the server heard %s, Flush says %+v", tt.reason, got, done)
		}
	}
}

// TestALetterIsTriedForFiveDays: each time it is due, and then no more.
func TestALetterIsTriedForFiveDays(t *testing.T) {
	s, _ := queued(t, draftLetter("a@example.vn"))
	o := willing(t, map[string]string{"RCPT": "450 4.2.1 later"})
	tries := 0
	for outbox(t, s)[0].State == Pending {
		due := outbox(t, s)[0].Next
		if early := flush(t, s, o.server(), due.Add(-time.Second)); len(early.Postponed) != 0 {
			t.Fatalf("it was tried before it was due, at %v", due)
		}
		if tries++; tries == 4 { // the machine was off
			due = noon.Add(lifetime - time.Hour)
		}
		flush(t, s, o.server(), due)
	}
	d := outbox(t, s)[0]
	if after := d.Changed.Sub(noon); d.State != Failed || after < lifetime || after > lifetime+2*time.Hour || d.Attempts != tries {
		t.Errorf("it is %s after %v and %d attempts of %d", d.State, after, d.Attempts, tries)
	}
}

func TestBackOff(t *testing.T) {
	different := map[time.Duration]bool{}
	for attempts, minutes := range []float64{1: 5, 2: 10, 3: 20, 4: 40, 5: 66, 6: 66, 99: 66} {
		if minutes == 0 {
			continue
		}
		for i := range 50 {
			wait := backOff(fmt.Sprint("letter ", i), attempts)
			if off := wait.Minutes()/minutes - 1; off < -.1 || off > .1 {
				t.Errorf("after attempt %d of letter %d: %v", attempts, i, wait)
			}
			different[wait] = true
		}
		if a, b := backOff("x", attempts), backOff("x", attempts); a != b {
			t.Errorf("the same attempt waits %v and %v", a, b)
		}
	}
	if len(different) < 200 {
		t.Errorf("350 attempts have %d waits", len(different))
	}
}

func TestWhatAKillLeft(t *testing.T) {
	s, list := queued(t, three()...)
	if _, err := s.db.Exec("UPDATE deliveries SET state = CASE recipient WHEN 'a@example.vn' THEN 'sending' WHEN 'b@example.vn' THEN 'dot' ELSE state END"); err != nil {
		t.Fatal(err)
	}
	o := willing(t, nil)
	done := flush(t, s, o.server(), noon)
	same(t, "outbox", []string{"a@example.vn sent 1", "b@example.vn uncertain 0", "c@example.vn sent 1"}, rows(t, s, noon))
	o.intact(t, list)
	if len(done.Uncertain) != 1 || len(done.Sent) != 2 {
		t.Errorf("Flush says %+v", done)
	}
}

func TestNothingIsSentTwice(t *testing.T) {
	s, list := queued(t, draftLetter("a@example.vn"))
	o := willing(t, map[string]string{"dot": "lost"})
	flush(t, s, o.server(), noon)
	day := noon.Add(24 * time.Hour)
	again := func(reason, want string) {
		t.Helper()
		later := draftLetter("a@example.vn")
		later.Date, later.Text = day, "Sửa lời"
		for _, put := range []func(time.Time, ...Message) error{s.Queue, s.Hold} {
			if err := put(day, render(t, later)); err != nil {
				t.Fatal(err)
			}
		}
		flush(t, s, o.server(), day)
		same(t, reason, []string{want}, rows(t, s, day))
		if n := o.has(); n != 1 {
			t.Errorf("%s: sent %d times", reason, n)
		}
	}
	again("uncertain", "a@example.vn uncertain 1")
	if err := s.Confirm(list[0].ID, day); err != nil {
		t.Fatal(err)
	}
	again("confirmed", "a@example.vn sent 1")
}

func TestHeld(t *testing.T) {
	s := open(t, t.TempDir())
	m := render(t, draftLetter("a@example.vn"))
	if err := s.Hold(noon, m); err != nil {
		t.Fatal(err)
	}
	o := willing(t, nil)
	flush(t, s, o.server(), noon)
	same(t, "held", []string{"a@example.vn uncertain 0"}, rows(t, s, noon))
	if err := s.Retry(m.ID, noon); err != nil {
		t.Fatal(err)
	}
	flush(t, s, o.server(), noon)
	same(t, "asked for", []string{"a@example.vn sent 1"}, rows(t, s, noon))
	o.intact(t, []Message{m})
}

func TestADamagedMessageIsNotSent(t *testing.T) {
	s, _ := queued(t, draftLetter("a@example.vn"))
	if _, err := s.db.Exec("UPDATE deliveries SET message = substr(message, 1, length(message) - 100)"); err != nil {
		t.Fatal(err)
	}
	o := willing(t, nil)
	flush(t, s, o.server(), noon)
	same(t, "outbox", []string{"a@example.vn failed 1"}, rows(t, s, noon))
	o.close()
	if len(o.verbs) != 0 || !strings.Contains(outbox(t, s)[0].Reply, "damaged") {
		t.Errorf("the server heard %v, the row says %s", o.verbs, outbox(t, s)[0].Reply)
	}
	m := render(t, draftLetter("b@example.vn"))
	m.Bytes = m.Bytes[:100]
	if err := s.Queue(noon, render(t, draftLetter("c@example.vn")), m); err == nil || len(outbox(t, s)) != 1 {
		t.Errorf("a damaged message was queued, or the one before it: %v, %d rows", err, len(outbox(t, s)))
	}
}

// TestDecisions: what a person may ask for in each state.
func TestDecisions(t *testing.T) {
	later := noon.Add(time.Hour)
	for _, tt := range []struct{ from, retry, confirm, cancel string }{
		{Pending, Pending, "", Cancelled},
		{Sending, Pending, "", Cancelled}, // a kill left it: pending
		{Dot, Pending, Sent, Cancelled},   // a kill left it: uncertain
		{Sent, "", "", ""},
		{Failed, Pending, "", Cancelled},
		{Uncertain, Pending, Sent, Cancelled},
		{Cancelled, Pending, "", ""},
	} {
		for _, act := range []struct {
			name string
			do   func(*State, string, time.Time) error
			want string
		}{{"retry", (*State).Retry, tt.retry}, {"confirm", (*State).Confirm, tt.confirm}, {"cancel", (*State).Cancel, tt.cancel}} {
			s, list := queued(t, draftLetter("a@example.vn"))
			if _, err := s.db.Exec("UPDATE deliveries SET state = ?, attempts = 3, next = ''", tt.from); err != nil {
				t.Fatal(err)
			}
			err := act.do(s, strings.ToUpper(list[0].ID[:6]), later)
			d, lines := outbox(t, s)[0], audit(t, s)
			var refused *RefusedError
			switch {
			case act.want == "":
				if !errors.As(err, &refused) || refused.Act != act.name || refused.ID != list[0].ID || len(lines) != 0 {
					t.Errorf("%s of a %s one: %v, audit %v", act.name, tt.from, err, lines)
				}
			case err != nil || d.State != act.want || !d.Changed.Equal(later):
				t.Errorf("%s of a %s one: %v, it is %s since %v, want %s", act.name, tt.from, err, d.State, d.Changed, act.want)
			case len(lines) != 1 || lines[0][1] != act.name || !strings.HasPrefix(lines[0][2], list[0].ID+"\ndraft\nnam_"):
				t.Errorf("%s of a %s one: audit %v", act.name, tt.from, lines)
			case act.want == Pending && (d.Attempts != 0 || !d.Next.Equal(later) || !d.Queued.Equal(later)):
				t.Errorf("%s of a %s one: attempts %d, due %v, counted from %v", act.name, tt.from, d.Attempts, d.Next, d.Queued)
			}
		}
	}
}

func TestIDs(t *testing.T) {
	s, list := queued(t, three()...)
	for i, id := range []string{"abcd1", "abcd2", "ffff%"} {
		if _, err := s.db.Exec("UPDATE deliveries SET id = ? WHERE id = ?", id, list[i].ID); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		id   string
		want error
	}{
		{"abcd1", nil}, {"ffff", nil},
		{"abcd", ErrAmbiguous}, {"abc", ErrUnknown}, {"", ErrUnknown}, {"abcd12", ErrUnknown}, {"%%%%", ErrUnknown}, {"____", ErrUnknown},
	} {
		if err := s.Retry(tt.id, noon); !errors.Is(err, tt.want) {
			t.Errorf("%q: %v, want %v", tt.id, err, tt.want)
		}
	}
}

// TestTheCallerGivesUp: before the dot the letter is as it was; after it, the
// answer is waited for.
func TestTheCallerGivesUp(t *testing.T) {
	for _, tt := range []struct {
		verb, act string
		want      string
	}{
		{"banner", "hang", "pending 0"}, {"EHLO", "hang", "pending 0"}, {"MAIL", "hang", "pending 0"},
		{"RCPT", "hang", "pending 0"}, {"DATA", "hang", "pending 0"}, {"text", "stall", "pending 0"},
		{"dot", "", "sent 1"},
	} {
		letter := draftLetter("a@example.vn")
		if tt.act == "stall" {
			letter.Files[0].Bytes = pdf(8 << 20) // more than the system's buffers hold
		}
		s, _ := queued(t, letter, draftLetter("b@example.vn"))
		ctx, cancel := context.WithCancel(t.Context())
		o := &office{script: map[string]string{tt.verb: tt.act}, tls: NoTLS}
		o.at = func(verb string) {
			if verb == tt.verb {
				cancel()
			}
		}
		o.open(t)
		_, err := s.Flush(ctx, o.server(), at(noon))
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", tt.verb, err)
		}
		same(t, tt.verb, []string{"a@example.vn " + tt.want, "b@example.vn pending 0"}, rows(t, s, noon))
	}
}

// TestOutboxOfAnOlderState: tables of version 1 keep what they hold, and who only
// looks finds an empty outbox.
func TestOutboxOfAnOlderState(t *testing.T) {
	dir := t.TempDir()
	tables, err := schema.ReadFile("schema/1.sql")
	if err != nil {
		t.Fatal(err)
	}
	old, err := sql.Open("sqlite", source(filepath.Join(dir, fileName), "rwc"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = old.Exec(string(tables) + `PRAGMA user_version = 1;
		INSERT INTO acceptances VALUES (1, 'nam', '2020-01-01', '2020-12-31', 'branch.missing', 'to-02', 'f1', '', 'chi hội mới lập', '2020-07-01T05:00:00Z')`)
	if err := errors.Join(err, old.Close()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, fileName))
	if err != nil {
		t.Fatal(err)
	}
	s, found, err := View(dir)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	if list := outbox(t, s); len(list) != 0 {
		t.Errorf("the outbox has %v", list)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(filepath.Join(dir, fileName)); err != nil || string(after) != string(before) {
		t.Errorf("looking changed the file: %v", err)
	}
	s = open(t, dir)
	if diff := cmp.Diff([]reports.Acceptance{silent}, accepted(t, s)); diff != "" {
		t.Errorf("accepted before (-want +got):\n%s", diff)
	}
	if err := s.Queue(noon, render(t, draftLetter("a@example.vn"))); err != nil || len(outbox(t, s)) != 1 {
		t.Errorf("the outbox takes nothing: %v", err)
	}
}

// TestTheDiskTakesNoMore: where the state cannot be kept, what it allows is not
// done, and what was done is not done again.
func TestTheDiskTakesNoMore(t *testing.T) {
	for _, tt := range []struct {
		refused  string // the state that cannot be written
		accepted int    // messages at the server by then
		want     string // afterwards, when the server has one
	}{
		{Sending, 0, "a@example.vn sent 1"},
		{Dot, 0, "a@example.vn sent 1"}, // QUIT here would end the text, and the server take it
		{Sent, 1, "a@example.vn uncertain 0"},
	} {
		s, list := queued(t, draftLetter("a@example.vn"))
		_, err := s.db.Exec("CREATE TRIGGER full BEFORE UPDATE ON deliveries WHEN new.state = '" + tt.refused + "' BEGIN SELECT RAISE(ABORT, 'disk full'); END")
		if err != nil {
			t.Fatal(err)
		}
		o := willing(t, nil)
		if _, err := s.Flush(t.Context(), o.server(), at(noon)); err == nil || !strings.Contains(err.Error(), "disk full") {
			t.Errorf("%s cannot be written: %v", tt.refused, err)
		}
		if n := o.has(); n != tt.accepted {
			t.Errorf("%s cannot be written: the server has %d messages, want %d", tt.refused, n, tt.accepted)
		}
		if _, err := s.db.Exec("DROP TRIGGER full"); err != nil {
			t.Fatal(err)
		}
		flush(t, s, o.server(), noon)
		same(t, tt.refused, []string{tt.want}, rows(t, s, noon))
		o.intact(t, list)
		if n := o.has(); n != 1 {
			t.Errorf("%s could not be written: the server has %d messages, want 1", tt.refused, n)
		}
	}
}
