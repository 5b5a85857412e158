package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"

	"github.com/google/go-cmp/cmp"
)

const winterConfig = `
[unit]
name = "Hội Cựu chiến binh phường"
[paths]
inbox = %q
[[branch]]
id = "tdp-01"
name = "Chi hội Tổ dân phố số 1"
[[branch]]
id = "tdp-99"
name = "Chi hội Tổ dân phố số 99"
[[report]]
name = "giua-nhiem-ky"
from = 2017-01-01
to = 2020-06-30
due = 2026-12-20
remind = [10, 3]
[[schedule]]
name = "hang-nam"
cron = "0 7 15 12 *"
report = "giua-nhiem-ky"
`

// A winter is a ward: a folder with a configuration.
type winter struct {
	t      *testing.T
	folder string
	said   string // at the last look
}

func newWinter(t *testing.T, inbox string) *winter {
	t.Helper()
	w := &winter{t: t, folder: t.TempDir()}
	if err := os.WriteFile(w.config(), fmt.Appendf(nil, winterConfig, inbox), 0o666); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *winter) config() string { return filepath.Join(w.folder, "config.toml") }

// look lets the program look at the clock, which says so in the ward, and returns
// what became of what was due and the exit code.
func (w *winter) look(at string) (events []string, code int) {
	w.t.Helper()
	now, err := time.ParseInLocation("2006-01-02 15:04", at, time.FixedZone("", 7*3600))
	if err != nil {
		w.t.Fatal(err)
	}
	var said strings.Builder
	talk := &tui{out: &said, err: &said, quiet: true}
	opened, err := ward.OpenUnattended(w.config(), ward.Options{Clock: func() time.Time { return now }})
	var seen ward.Look
	if err == nil {
		seen, err = talk.tick(w.t.Context(), opened)
	}
	for _, e := range seen.Events {
		words := []string{e.Kind, e.Schedule, e.Due.Format("2006-01-02 15:04"), e.Edition}
		if e.Again != nil {
			words = append(words, "again "+e.Again.Format("15:04"))
		}
		events = append(events, strings.TrimSpace(strings.Join(words, " ")))
	}
	code = talk.end(err)
	w.said = said.String()
	return events, code
}

// TestScheduleOnce goes through a winter of a ward.
func TestScheduleOnce(t *testing.T) {
	workbook, err := os.ReadFile("../../reports/testdata/ngoc-thuy/inbox/chi_hoi_01.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	gone := filepath.Join(t.TempDir(), "inbox")
	w := newWinter(t, gone)
	const edition = "giua-nhiem-ky_2017-01-01_2020-06-30_v1"
	for _, step := range []struct {
		reason, at string
		before     func() error
		want       []string
		code       int
		said       string
	}{
		{"the first start: nothing was due before today", "2026-11-25 10:00", nil, nil, exitDone, ""},
		{"who has not sent cannot be told without an inbox", "2026-12-10 07:00", nil,
			[]string{"failed remind:giua-nhiem-ky:2026-12-20 2026-12-10 07:00  again 07:00"}, exitWaits, "không thấy thư mục bảng số liệu"},
		{"an empty inbox: nobody has", "2026-12-10 07:15", func() error { return os.Mkdir(gone, 0o777) },
			[]string{"reminded remind:giua-nhiem-ky:2026-12-20 2026-12-10 07:00"}, exitDone, ""},
		{"the day, and nothing to make it of", "2026-12-15 07:00", nil,
			[]string{"failed hang-nam 2026-12-15 07:00  again 07:00"}, exitWaits,
			"CHƯA LẬP ĐƯỢC: lịch “hang-nam”, lần 7 giờ, thứ Ba ngày 15/12/2026: không có bảng số liệu Excel nào"},
		{"at the next look again", "2026-12-15 07:10", nil, []string{"failed hang-nam 2026-12-15 07:00  again 07:25"}, exitWaits, ""},
		{"then it waits a little", "2026-12-15 07:20", nil, []string{"waiting hang-nam 2026-12-15 07:00  again 07:25"}, exitWaits, ""},
		{"a workbook is there: a draft, which says what is missing", "2026-12-15 07:30", func() error { return os.WriteFile(filepath.Join(gone, "1.xlsx"), workbook, 0o666) },
			[]string{"made hang-nam 2026-12-15 07:00 " + edition}, exitBlocked, ""},
		{"once", "2026-12-15 07:31", nil, nil, exitDone, ""},
		{"the second reminder, a day late", "2026-12-18 08:00", nil, []string{"reminded remind:giua-nhiem-ky:2026-12-20 2026-12-17 07:00"}, exitDone, ""},
		{"the clock is set back a year", "2025-12-15 07:00", nil, []string{"made hang-nam 2025-12-15 07:00 " + edition}, exitBlocked, ""},
		{"and comes by the day again", "2026-12-15 07:00", nil, nil, exitDone, ""},
		{"two years off: too late for the one and for the other", "2029-02-15 07:00", nil,
			[]string{"missed hang-nam 2027-12-15 07:00", "missed hang-nam 2028-12-15 07:00"}, exitWaits,
			"Nếu vẫn cần, gõ: ccbreport run --report giua-nhiem-ky --from 01/01/2017 --to 30/6/2020"},
		{"told once", "2029-02-15 07:15", nil, nil, exitDone, ""},
		{"caught up after a fortnight", "2029-12-29 07:00", nil, []string{"made hang-nam 2029-12-15 07:00 " + edition}, exitBlocked, ""},
	} {
		if step.before != nil {
			if err := step.before(); err != nil {
				t.Fatal(err)
			}
		}
		got, code := w.look(step.at)
		if diff := cmp.Diff(step.want, got); diff != "" || code != step.code || !strings.Contains(w.said, step.said) {
			t.Errorf("%s: exit code %d, want %d; said %q (-want +got):\n%s", step.reason, code, step.code, w.said, diff)
		}
	}
	if err := os.WriteFile(w.config(), []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, code := w.look("2029-12-30 07:00"); code != exitUsage {
		t.Errorf("a configuration that is none: exit code %d", code)
	}
}

// TestDaemon: what is due is done at once, and a lock that a person holds is no
// error.
func TestDaemon(t *testing.T) {
	w := newWinter(t, t.TempDir())
	ctx, stop := context.WithCancel(t.Context())
	var said strings.Builder
	loop := daemon(ctx, &tui{err: &said}, &flags{config: w.config()})
	var waited time.Duration
	loop.Sleep = func(_ context.Context, d time.Duration) { waited = d; stop() }
	loop.Run(ctx)
	if waited <= 0 || waited > time.Minute || strings.Contains(said.String(), "LỖI") {
		t.Errorf("waited %v and said %q", waited, said.String())
	}
	if _, err := os.Stat(filepath.Join(w.folder, "state", "ccbreport.db")); err != nil {
		t.Errorf("it did not look: %v", err)
	}
}

// TestListTellsWhatWasNotMade, in the order of the days.
func TestListTellsWhatWasNotMade(t *testing.T) {
	w := newWinter(t, t.TempDir())
	for _, at := range []string{"2025-01-01 08:00", "2026-11-25 10:00", "2026-12-15 07:00"} {
		w.look(at)
	}
	now := time.Date(2026, 12, 15, 8, 0, 0, 0, time.FixedZone("", 7*3600))
	opened, err := ward.Open(w.config(), ward.Options{Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := listSchedules(&tui{out: &out}, opened); err != nil {
		t.Fatal(err)
	}
	want := `Lịch “hang-nam”: tự lập báo cáo “giua-nhiem-ky”
  ĐẾN HẠN NGAY BÂY GIỜ: lần 7 giờ, thứ Ba ngày 15/12/2026. Lần chạy tới (hoặc gõ ccbreport schedule --once) lập ngay và gửi thư theo cấu hình.
  Lần tới: 7 giờ, thứ Tư ngày 15/12/2027
  Sau đó:  7 giờ, thứ Sáu ngày 15/12/2028
  Sau đó:  7 giờ, thứ Bảy ngày 15/12/2029
  ĐÃ LỠ: lần 7 giờ, thứ Hai ngày 15/12/2025. Nếu vẫn cần, gõ: ccbreport run --report giua-nhiem-ky --from 01/01/2017 --to 30/6/2020
  CHƯA LẬP ĐƯỢC: lần 7 giờ, thứ Ba ngày 15/12/2026, đã thử 1 lần: không có bảng số liệu Excel nào trong thư mục INBOX
    Sẽ thử lại sau 7 giờ, thứ Ba ngày 15/12/2026.
Báo cáo “giua-nhiem-ky”: hạn gửi 20/12/2026; sẽ nhắc lúc 7 giờ, thứ Năm ngày 17/12/2026
Giờ ghi trên đây theo múi giờ Asia/Ho_Chi_Minh.
`
	if diff := cmp.Diff(want, strings.ReplaceAll(out.String(), opened.Config.Paths.Inbox, "INBOX")); diff != "" {
		t.Error(diff)
	}
}

func TestMoments(t *testing.T) {
	at := time.Date(2026, 12, 6, 7, 5, 0, 0, time.UTC)
	for _, test := range []struct {
		talk *tui
		at   time.Time
		want string
	}{
		{&tui{}, at, "7 giờ 05, Chủ nhật ngày 06/12/2026"},
		{&tui{}, at.Add(24*time.Hour - 5*time.Minute), "7 giờ, thứ Hai ngày 07/12/2026"},
		{&tui{Voice: say.Voice{English: true}}, at, "07:05 on Sunday 6 December 2026"},
	} {
		if got := test.talk.moment(test.at); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
	if got := (&tui{Voice: say.Voice{English: true}}).day(reports.DayOf(2026, 12, 6)); got != "6 December 2026" {
		t.Errorf("got %q", got)
	}
}
