package office

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"mime"
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
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/watch"
	"ccbreport/templates"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what came out into testdata")

const vanHa = `
[unit]
name = "Hội Cựu chiến binh xã Vân Hà"
[mail]
host = "127.0.0.1"
tls = "none"
from = "Hội CCB xã Vân Hà <hoiccb@example.vn>"
officers = ["chutich@example.vn"]
[[branch]]
id = "dong"
name = "Chi hội Thôn Đông"
[[branch]]
id = "doai"
name = "Chi hội Thôn Đoài"
[[branch]]
id = "thuong"
name = "Chi hội Thôn Thượng"
[[report]]
name = "nam"
period = "this-year"
`

// newVanHa is an office of a ward that has made nothing yet.
func newVanHa(t *testing.T) *Office {
	t.Helper()
	folder := t.TempDir()
	conf, err := config.Parse(vanHa, filepath.Join(folder, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	words, errWords := LoadWords(templates.FS)
	state, errState := deliver.Open(filepath.Join(folder, "state"))
	if err := errors.Join(errWords, errState); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { state.Close() })
	now := func() time.Time { return time.Date(2026, 12, 2, 7, 0, 0, 0, conf.Zone) }
	return &Office{conf: &conf, templates: templates.FS, words: words, State: state, Now: now}
}

// TestLettersOfTheClock: what the officers are told when something falls due, or could not
// be made, word by word; folders of the machine and what it says in English are not in it.
func TestLettersOfTheClock(t *testing.T) {
	o := newVanHa(t)
	report, _ := o.conf.Report("nam")
	span := reports.Year(2026)
	event := watch.Event{
		Kind: watch.Failed, Schedule: "hang-nam", Report: "nam", From: span.From, To: span.Last(), Due: time.Date(2026, 12, 2, 7, 0, 0, 0, o.conf.Zone),
		Why: "không thấy thư mục bảng số liệu " + filepath.Join(o.conf.Folder, "inbox"),
	}
	missed := event
	missed.Kind, missed.Schedule, missed.Due = watch.Missed, "nua-nam", missed.Due.AddDate(0, -5, 0)
	reminder := watch.Reminder{
		Occurrence: watch.Occurrence{Schedule: "nam", Report: report, Span: span, Due: event.Due},
		LastDay:    reports.DayOf(2026, 12, 5), Coverage: watch.Coverage{Listed: true},
	}
	some := reminder
	some.Missing = []reports.Unit{{Name: "Chi hội Thôn Đoài"}, {Name: "Chi hội Thôn Thượng"}}
	some.LastDay++
	some.Due = reminder.Due.AddDate(0, 0, 1)
	if err := errors.Join(o.Remind(some), o.Remind(reminder), o.Report([]watch.Event{event, missed})); err != nil {
		t.Fatal(err)
	}
	box, err := o.State.Outbox()
	if err != nil {
		t.Fatal(err)
	}
	var got txtar.Archive
	for _, d := range box {
		messages, err := o.State.Messages(d.About)
		if err != nil || len(messages) != 1 {
			t.Fatal(len(messages), err)
		}
		got.Files = append(got.Files, txtar.File{Name: d.About, Data: []byte(opened(t, messages[0].Bytes))})
	}
	file := filepath.Join("testdata", "letters.txtar")
	if *update {
		if err := os.WriteFile(file, txtar.Format(&got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(txtar.Format(want)), string(txtar.Format(&got))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRemindedTwice: who is reminded ten days before and three days before gets two letters
// where nobody has sent anything between them, and each of them once.
func TestRemindedTwice(t *testing.T) {
	o := newVanHa(t)
	report, _ := o.conf.Report("nam")
	r := watch.Reminder{
		Occurrence: watch.Occurrence{Schedule: "remind:nam", Report: report, Span: reports.Year(2026)}, LastDay: reports.DayOf(2026, 12, 15),
		Coverage: watch.Coverage{Listed: true, Missing: []reports.Unit{{Name: "Chi hội Thôn Đoài"}}},
	}
	for _, day := range []int{5, 5, 12} {
		r.Due = time.Date(2026, 12, day, 7, 0, 0, 0, o.conf.Zone)
		if err := o.Remind(r); err != nil {
			t.Fatal(err)
		}
	}
	if box, err := o.State.Outbox(); err != nil || len(box) != 2 {
		t.Errorf("%d letters, want 2 (%v)", len(box), err)
	}
}

// TestBlanksAreNamed: a question about blanks says in a letter which they are, as far as
// there is room, and no other question does.
func TestBlanksAreNamed(t *testing.T) {
	about := func(question, place, name string) archive.Finding {
		return archive.Finding{Question: question, Args: map[string]string{place: name}}
	}
	m := archive.Manifest{Findings: []archive.Finding{
		about("blank", "figures", "Tổng chân quỹ Hội"), about("blank", "indicator", "Tổng chân quỹ Hội"), about("name.x", "indicator", "Cờ tướng"),
	}}
	many := m
	for _, name := range []string{"Hội viên", "Đảng viên", "Quỹ"} {
		many.Findings = append(many.Findings, about("blank", "indicator", name))
	}
	for _, c := range []struct {
		kind reports.QuestionKind
		key  string
		of   archive.Manifest
		want string
	}{
		{reports.AskBlank, "blank", m, "Tổng chân quỹ Hội: "},
		{reports.AskBlank, "blank", many, "Tổng chân quỹ Hội; Hội viên; Đảng viên; …: "},
		{reports.AskBlank, "blank", archive.Manifest{}, ""},
		{reports.AskName, "name.x", m, ""},
	} {
		if got := named(archive.Question{Key: c.key, Kind: c.kind}, c.of); got != c.want {
			t.Errorf("%s: %q, want %q", c.key, got, c.want)
		}
	}
}

// opened is what a mail program shows of a letter without a file.
func opened(t *testing.T, eml []byte) string {
	t.Helper()
	letter, err := mail.ReadMessage(bytes.NewReader(eml))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(letter.Header.Get("Subject"))
	text, errText := io.ReadAll(quotedprintable.NewReader(letter.Body))
	if err := errors.Join(err, errText); err != nil {
		t.Fatal(err)
	}
	return subject + "\n\n" + strings.ReplaceAll(string(text), "\r\n", "\n")
}

// TestPlainReplies: what became of a letter is said in words of its own.
func TestPlainReplies(t *testing.T) {
	for _, c := range []struct{ reply, want string }{
		{`RCPT: "550 5.1.1 no such mailbox"`, "không có hộp thư này"},
		{`RCPT: "550 5.1.1 <a@b.vn>: Recipient address rejected: User unknown"`, "không có hộp thư này"},
		{`RCPT: "452 4.2.2 The email account that you tried to reach is over quota"`, "hộp thư nơi nhận đã đầy"},
		{`SIZE: 123456 bytes, at most 20000 can be sent`, "thư lớn hơn mức"},
		{`dot: "552 5.3.4 message size exceeds limit"`, "thư lớn hơn mức"},
		{`dot: "554 5.7.1 message looks like spam"`, "nơi nhận chặn"},
		{`connect: "dial tcp 127.0.0.1:1: connect: connection refused"`, "không nối được với máy chủ"},
		{`MAIL: "451 try later"`, "đang bận"},
		{`MAIL: "599 something else"`, "không nhận"},
	} {
		if got := plainReply(c.reply); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.reply, got, c.want)
		}
	}
}

// TestReportNames: a report is called by its kind and its span, each said once.
func TestReportNames(t *testing.T) {
	o := newVanHa(t)
	for _, c := range []struct {
		template string
		span     reports.Period
		want     string
	}{
		{"nam", reports.Year(2026), "Báo cáo năm 2026"},
		{"nam", reports.Months(2025, 11, 12), "Báo cáo năm 2025–2026"},
		{"sau-thang", reports.Months(2026, 1, 6), "Báo cáo 6 tháng đầu năm 2026"},
		{"sau-thang", reports.Months(2026, 7, 6), "Báo cáo 6 tháng cuối năm 2026"},
		{"giua-nhiem-ky", reports.PeriodOf(reports.DayOf(2021, 1, 1), reports.DayOf(2023, 6, 30)), "Báo cáo giữa nhiệm kỳ 2021–2023"},
		{"giua-nhiem-ky", reports.Year(2026), "Báo cáo giữa nhiệm kỳ năm 2026"},
		{"nhiem-ky", reports.PeriodOf(reports.DayOf(2021, 1, 1), reports.DayOf(2025, 12, 31)), "Báo cáo nhiệm kỳ 2021–2025"},
		{"khong-co", reports.Months(2026, 4, 3), "Báo cáo rieng quý II năm 2026"},
		{"khong-co", reports.Months(2026, 2, 1), "Báo cáo rieng tháng 2 năm 2026"},
		{"khong-co", reports.Months(2026, 2, 4), "Báo cáo rieng 02/2026–05/2026"},
	} {
		if got := o.reportName(config.Report{Name: "rieng", Template: c.template}, c.span); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.template, c.span, got, c.want)
		}
	}
}
