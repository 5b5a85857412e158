package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ccbreport/reports/archive"
)

// postConfig is a post office where nobody listens.
const postConfig = `
[mail]
host = "127.0.0.1"
port = 1
tls = "none"
from = "hoiccb@example.vn"
officers = ["chutich@example.vn"]
committee = ["vpdanguy@example.vn"]
`

// ask runs a verb for a person who types the lines, and returns what he is told and the
// exit code.
func (w *winter) ask(typed string, args ...string) (said string, code int) {
	w.t.Helper()
	var told strings.Builder
	talk := &tui{in: strings.NewReader(typed), out: &told, err: &told, terminal: true}
	code = talk.end(execute(w.t.Context(), talk, append(args, "--config", w.config())))
	return told.String(), code
}

// TestTheNewestIsAskedFor: on a terminal the newest draft is approved and its final sent,
// once a person has said so, and number and date are asked for.
func TestTheNewestIsAskedFor(t *testing.T) {
	w := newAutoWard(t)
	w.write("config.toml", strings.Replace(autoConfig, `"auto"`, `"approve"`, 1)+postConfig)
	if said, code := w.ask("", "approve"); code != exitUsage || !strings.Contains(said, "chưa có bản báo cáo nào") {
		t.Fatalf("nothing to approve: exit code %d, said %q", code, said)
	}
	if said, code := w.ask("", "run", "--no-send"); code != exitDone {
		t.Fatalf("exit code %d, said %q", code, said)
	}
	final := filepath.Join(w.folder, "out", autoDraft+"_chinh-thuc")
	for _, step := range []struct {
		reason, typed string
		args          []string
		code          int
		made          bool
		said          []string
	}{
		{"left off", "", []string{"approve"}, exitInterrupted, false, []string{"Bản dự thảo mới nhất: " + autoDraft + ", ", "Số văn bản"}},
		{"not agreed", "5\n15/1/2020\n\n", []string{"approve"}, exitInterrupted, false, []string{
			"Duyệt bản " + autoDraft, "số 5, ngày 15/01/2020?", "gửi ngay tới: vpdanguy@example.vn", "Không có gì được ghi dở dang"}},
		{"no number, no day, then both", "năm\n5\n31/2/2020\n15/1/2020\nc\n", []string{"approve", "--no-send"}, exitDone, true, []string{
			"“năm” không phải số văn bản", "không có ngày “31/2/2020”", "Đã lập bản chính thức " + autoDraft + "_chinh-thuc"}},
		{"again", "6\n16/1/2020\nc\n", []string{"approve"}, exitUsage, true, []string{"đã được duyệt rồi"}},
		{"a final is not sent without a word", "k\n", []string{"release"}, exitInterrupted, true, []string{"Gửi bản chính thức", "vpdanguy@example.vn"}},
		{"it is sent", "C\n", []string{"release"}, exitDone, true, []string{"Chờ gửi: vpdanguy@example.vn"}},
		{"and waits", "c\n", []string{"release"}, exitDone, true, []string{"đang chờ gửi; không lập thư nữa"}},
	} {
		said, code := w.ask(step.typed, step.args...)
		for _, want := range step.said {
			if !strings.Contains(said, want) {
				t.Errorf("%s: said %q, which lacks %q", step.reason, said, want)
			}
		}
		if _, err := os.Stat(final); code != step.code || (err == nil) != step.made {
			t.Errorf("%s: exit code %d, final %v, said %q", step.reason, code, err, said)
		}
	}
}

// TestMissingWordsAreAskedFor also where the draft is named.
func TestMissingWordsAreAskedFor(t *testing.T) {
	w := newAutoWard(t)
	w.write("config.toml", strings.Replace(autoConfig, `"auto"`, `"approve"`, 1))
	w.ask("", "run", "--no-send")
	said, code := w.ask("15/1/2020\n", "approve", autoDraft, "--number", "5")
	if code != exitDone || strings.Contains(said, "Số văn bản") || !strings.Contains(said, "Ngày văn bản") {
		t.Errorf("exit code %d, said %q", code, said)
	}
}

// TestTheCodeIsAskedFor where the report wants it, and held against the draft at once.
func TestTheCodeIsAskedFor(t *testing.T) {
	w := newAutoWard(t)
	w.write("config.toml", strings.Replace(autoConfig, `release = "auto"`, "release = \"approve\"\ncode = true", 1)+postConfig)
	if said, code := w.ask("", "run", "--no-send"); code != exitDone {
		t.Fatalf("exit code %d, said %q", code, said)
	}
	draft, err := archive.Open(filepath.Join(w.folder, "out"))
	if err != nil {
		t.Fatal(err)
	}
	e, err := draft.Edition(autoDraft)
	if err != nil {
		t.Fatal(err)
	}
	typed := "AAA-AAA\n" + strings.ToLower(e.Manifest.Code()) + "\n5\n15/1/2020\nc\n"
	said, code := w.ask(typed, "approve")
	for _, want := range []string{"Mã duyệt", "“[Dự thảo 1]”", "mã “AAA-AAA” không phải mã của " + autoDraft, "Số văn bản", "Đã lập bản chính thức"} {
		if !strings.Contains(said, want) {
			t.Errorf("said %q, which lacks %q", said, want)
		}
	}
	if code != exitDone {
		t.Errorf("exit code %d", code)
	}
}
