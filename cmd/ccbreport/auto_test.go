package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/office"

	"github.com/google/go-cmp/cmp"
)

const autoConfig = `
[unit]
name = "Hội Cựu chiến binh xã Tân Lập"
[[branch]]
id = "mot"
name = "Chi hội Thôn Một"
[[report]]
name = "giua-nhiem-ky"
from = 2019-01-01
to = 2019-12-31
release = "auto"
[[schedule]]
name = "hang-thang"
cron = "0 7 15 * *"
report = "giua-nhiem-ky"
`

const autoDraft = "giua-nhiem-ky_2019-01-01_2019-12-31_v1"

// newAutoWard is a ward whose only branch has sent all that is needed.
func newAutoWard(t *testing.T) *winter {
	t.Helper()
	w := &winter{t: t, folder: t.TempDir()}
	w.write("config.toml", autoConfig)
	w.write("inbox/1.csv", "CHI HỘI THÔN MỘT\nChỉ tiêu,Năm 2019\nTổng số hội viên,40\n")
	return w
}

func (w *winter) write(name, text string) {
	w.t.Helper()
	name = filepath.Join(w.folder, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		w.t.Fatal(err)
	}
}

func (w *winter) read(name string) string {
	w.t.Helper()
	data, err := os.ReadFile(filepath.Join(w.folder, name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(data)
}

// dated are number and day of the final.
func (w *winter) dated() string {
	w.t.Helper()
	var m archive.Manifest
	if err := json.Unmarshal([]byte(w.read("out/"+archive.FinalID(autoDraft)+"/manifest.json")), &m); err != nil {
		w.t.Fatal(err)
	}
	return m.Follows.Number + " " + m.Follows.Date.String()
}

// TestAutoIsEarly: nothing final is made by itself more than 45 days before its span ends; a
// person is told, and what falls due later makes it.
func TestAutoIsEarly(t *testing.T) {
	w := newAutoWard(t)
	final := filepath.Join(w.folder, "out", archive.FinalID(autoDraft))
	for _, at := range []string{"2019-10-15 07:00", "2019-11-15 07:00"} {
		if got, code := w.look(at); code != exitWaits || len(got) != 1 || !strings.HasPrefix(got[0], "made ") {
			t.Errorf("%s: %q, exit code %d, said %q", at, got, code, w.said)
		}
		if _, err := os.Stat(final); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: a final was made: %v", at, err)
		}
		notice := w.read("out/" + office.TodoFile)
		for _, want := range []string{"Kỳ báo cáo đến 31/12/2019 mới hết, còn hơn 45 ngày nữa", "ccbreport approve " + autoDraft, "--early"} {
			if !strings.Contains(notice, want) {
				t.Errorf("%s: the notice lacks %q:\n%s", at, want, notice)
			}
		}
	}
	if got, code := w.look("2019-12-15 07:00"); code != exitDone || w.dated() != " 2019-12-15" {
		t.Errorf("16 days before the end: %q, exit code %d, dated %q", got, code, w.dated())
	}
	if _, err := os.Stat(filepath.Join(w.folder, "out", office.TodoFile)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the notice stands still: %v", err)
	}
}

// TestAutoComesByAgain: what is released by itself is dated by the day on which
// it was due first, however often the same data are met again, and is left to a
// person who had a hand in it.
func TestAutoComesByAgain(t *testing.T) {
	w := newAutoWard(t)
	final, state := filepath.Join(w.folder, "out", archive.FinalID(autoDraft)), filepath.Join(w.folder, "state")
	for _, step := range []struct {
		reason, at string
		before     func() error
		dated      string
	}{
		{"the first time", "2026-11-15 07:00", nil, " 2026-11-15"},
		{"a month later, the same data", "2026-12-15 07:00", nil, " 2026-11-15"},
		{"the final was taken away", "2027-01-15 07:00", func() error { return os.RemoveAll(final) }, " 2026-11-15"},
		{"the state was lost", "2027-02-15 07:00", func() error { return os.RemoveAll(state) }, " 2026-11-15"},
		{"a person approved it", "2027-03-15 07:00", func() error {
			if err := os.RemoveAll(final); err != nil {
				return err
			}
			if err := os.RemoveAll(state); err != nil {
				return err
			}
			talk := &tui{out: new(bytes.Buffer), err: new(bytes.Buffer), quiet: true}
			return approveEdition(t.Context(), talk, &flags{config: w.config(), number: "5", date: "2026-10-01", noSend: true}, []string{autoDraft})
		}, "05 2026-10-01"},
	} {
		if step.before != nil {
			if err := step.before(); err != nil {
				t.Fatal(step.reason, err)
			}
		}
		got, code := w.look(step.at)
		want := []string{"made hang-thang " + step.at + " " + autoDraft}
		if diff := cmp.Diff(want, got); diff != "" || code != exitDone {
			t.Errorf("%s: exit code %d; said %q (-want +got):\n%s", step.reason, code, w.said, diff)
		}
		if got := w.dated(); got != step.dated {
			t.Errorf("%s: the final has number and date %q, want %q", step.reason, got, step.dated)
		}
	}
}

// TestAutoCannot: where no final can come of a draft, a person is told until one
// is there, and nothing else is kept from being done.
func TestAutoCannot(t *testing.T) {
	w := newAutoWard(t)
	w.write("config.toml", strings.ReplaceAll(autoConfig, `"auto"`, `"approve"`))
	w.look("2026-11-15 07:00")
	w.reseal(archive.PDF, "%PDF-1.4 set by another program")
	w.write("config.toml", autoConfig)
	for _, step := range []struct{ reason, at string }{
		{"it is due", "2026-12-15 07:00"},
		{"the next look, with nothing due", "2026-12-15 07:15"},
	} {
		_, code := w.look(step.at)
		if want := "Chưa tự lập được bản chính thức từ bản dự thảo " + autoDraft; !strings.Contains(w.read("out/"+office.TodoFile), want) {
			t.Errorf("%s: exit code %d, said %q, the notice does not say %q", step.reason, code, w.said, want)
		}
		if code == exitFailed {
			t.Errorf("%s: said %q", step.reason, w.said)
		}
	}
}

// reseal puts other bytes into the draft as if they had been there from the
// beginning.
func (w *winter) reseal(name, text string) {
	w.t.Helper()
	folder := "out/" + autoDraft + "/"
	var m archive.Manifest
	if err := json.Unmarshal([]byte(w.read(folder+"manifest.json")), &m); err != nil {
		w.t.Fatal(err)
	}
	for i, out := range m.Outputs {
		if out.Name == name {
			m.Outputs[i].SHA256 = archive.Sum([]byte(text))
		}
	}
	encode := func() string {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetIndent("", " ")
		enc.SetEscapeHTML(false)
		if err := enc.Encode(m); err != nil {
			w.t.Fatal(err)
		}
		return b.String()
	}
	m.Seal = ""
	m.Seal = archive.Sum([]byte(encode()))
	w.write(folder+"manifest.json", encode())
	w.write(folder+name, text)
}

// TestAMissedReportIsMadeByHand: the notice goes when a person does what it says.
func TestAMissedReportIsMadeByHand(t *testing.T) {
	w := newAutoWard(t)
	w.write("config.toml", strings.NewReplacer(`"auto"`, `"approve"`, "0 7 15 * *", "0 7 15 6,12 *").Replace(autoConfig))
	w.look("2026-11-15 10:00")
	if got, _ := w.look("2028-01-20 10:00"); len(got) != 3 {
		t.Fatalf("missed %q, want three", got)
	}
	by := "ccbreport run --report giua-nhiem-ky --from 01/01/2019 --to 31/12/2019"
	if got := w.read("out/" + office.TodoFile); strings.Count(got, by) != 2 {
		t.Errorf("the notice says %q, want %q twice", got, by)
	}
	year := reports.Year(2019)
	for _, step := range []struct {
		reason  string
		began   string
		edition string
		told    int
	}{
		{"a run that made nothing", "2028-01-20", "", 2},
		{"a run between the two", "2027-07-01", autoDraft, 1},
		{"a run after both", "2028-01-20", autoDraft, 0},
	} {
		state, err := deliver.Open(filepath.Join(w.folder, "state"))
		if err != nil {
			t.Fatal(err)
		}
		began, err := time.Parse(time.DateOnly, step.began)
		if err != nil {
			t.Fatal(err)
		}
		id, err := state.BeginRun(deliver.Run{Report: "giua-nhiem-ky", Span: year, Due: began}, began)
		if err = errors.Join(err, state.Archived(id, step.edition), state.EndRun(id, began), state.Close()); err != nil {
			t.Fatal(err)
		}
		w.look("2028-01-20 11:00")
		notice, err := os.ReadFile(filepath.Join(w.folder, "out", office.TodoFile))
		if got := strings.Count(string(notice), by); got != step.told || (err == nil) != (got > 0) {
			t.Errorf("%s: told of %d, want %d (%v)", step.reason, got, step.told, err)
		}
	}
}

// TestManyMissedAreOneLetter: who was away for years reads one letter, with all
// that was missed in it, and reads it once.
func TestManyMissedAreOneLetter(t *testing.T) {
	w := newAutoWard(t)
	server := "[mail]\nhost = \"127.0.0.1\"\nport = 9\ntls = \"none\"\nfrom = \"a@example.vn\"\nofficers = [\"b@example.vn\"]\n"
	w.write("config.toml", strings.Replace(autoConfig, `"auto"`, `"approve"`, 1)+server)
	w.look("2026-11-25 10:00")
	for range 2 {
		w.look("2028-01-14 10:00")
	}
	state, err := deliver.Open(filepath.Join(w.folder, "state"))
	if err != nil {
		t.Fatal(err)
	}
	defer state.Close()
	box, err := state.Outbox()
	if err != nil {
		t.Fatal(err)
	}
	var letters []string
	for _, d := range box {
		if d.Kind == deliver.Failure {
			letters = append(letters, d.About)
		}
	}
	if len(letters) != 1 {
		t.Fatalf("letters of what was missed: %q, want one", letters)
	}
	messages, err := state.Messages(letters[0])
	if err != nil || len(messages) != 1 {
		t.Fatal(len(messages), err)
	}
	letter, err := mail.ReadMessage(bytes.NewReader(messages[0].Bytes))
	if err != nil {
		t.Fatal(err)
	}
	said, err := io.ReadAll(quotedprintable.NewReader(letter.Body))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(said), "đến hạn lúc"); got != 13 {
		t.Errorf("the letter tells of %d, want 13:\n%s", got, said)
	}
}

// TestTakenBackIsTold: an approval that was killed and cannot be ended, since
// another draft stands there by now, is taken back with a word, and its number is
// free again.
func TestTakenBackIsTold(t *testing.T) {
	w := newAutoWard(t)
	w.write("config.toml", strings.Replace(autoConfig, `"auto"`, `"approve"`, 1))
	w.look("2026-12-15 10:00")
	state, err := deliver.Open(filepath.Join(w.folder, "state"))
	if err != nil {
		t.Fatal(err)
	}
	defer state.Close()
	killed := deliver.Approval{Edition: autoDraft, Seal: "of another", Number: "05", Date: reports.DayOf(2026, 12, 14)}
	if err := state.Approve(killed, time.Date(2026, 12, 14, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if _, code := w.look("2026-12-16 10:00"); code != exitWaits {
		t.Errorf("exit code %d, want %d", code, exitWaits)
	}
	if got := w.read("out/" + office.TodoFile); !strings.Contains(got, "Duyệt lại: ccbreport approve "+autoDraft) {
		t.Errorf("the notice says %q", got)
	}
	if open, err := state.OpenApprovals(); len(open) > 0 || err != nil {
		t.Errorf("left open: %v, %v", open, err)
	}
	if was, err := state.Approval(killed.Edition, killed.Seal); was != nil || err != nil {
		t.Errorf("still kept: %v, %v", was, err)
	}
}
