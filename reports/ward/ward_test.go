package ward_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"

	"github.com/google/go-cmp/cmp"
)

// thon is a ward of two branches, of which the second claims more members that
// reached something than were looked at: that blocks.
var thon = map[string]string{
	"config.toml": `timezone = "Asia/Ho_Chi_Minh"
[unit]
name = "Hội Cựu chiến binh xã Bình Minh"
short = "Bình Minh"
[[branch]]
id = "th-1"
name = "Chi hội Thôn 1"
[[branch]]
id = "th-2"
name = "Chi hội Thôn 2"
[[report]]
name = "nam"
from = 2019-01-01
to = 2019-12-31
[[schedule]]
name = "hang-nam"
cron = "0 7 15 12 *"
report = "nam"
`,
	"inbox/1.csv": "Chi hội Thôn 1\n\nChỉ tiêu,Năm 2019\nTổng số hội viên,40\nHội viên mới kết nạp,3\n",
	"inbox/2.csv": "Chi hội Thôn 2\n\nChỉ tiêu,Năm 2019\nTổng số hội viên,50\nHội viên mới kết nạp,2\n" +
		"Hội viên được xét CCB gương mẫu,18\nHội viên đạt CCB gương mẫu,20\n",
}

// build puts a ward on disk and returns its configuration.
func build(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range thon {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "config.toml")
}

// TestAYearThroughTheLibrary: a draft, what blocks accepted, a final, its signed
// copy released, without any terminal.
func TestAYearThroughTheLibrary(t *testing.T) {
	ctx := t.Context()
	w, err := ward.Open(build(t), ward.Options{})
	if err != nil {
		t.Fatal(err)
	}
	made, err := w.Run(ctx, ward.Ask{})
	if !errors.Is(err, say.ErrBlocked) {
		t.Fatal(err)
	}
	for made.Findings.Blocking > 0 {
		i := slices.IndexFunc(made.Checked.Findings, func(f batch.Finding) bool { return f.Severity == reports.Blocking })
		f := made.Checked.Findings[i]
		if _, err := w.Accept(ctx, ward.Ask{}, ward.Letting{Code: f.Code, Branch: f.Unit, All: true, Why: "đã hỏi chi hội"}); err != nil {
			t.Fatal(err)
		}
		if made, err = w.Run(ctx, ward.Ask{}); !say.HasAnswer(err) {
			t.Fatal(err)
		}
	}
	issued, err := w.Approve(ctx, made.Edition, ward.Approval{Number: "5", Date: reports.DayOf(2020, 1, 15)})
	if err != nil || issued.Number != "05" || issued.Held != "mail" {
		t.Fatal(issued, err)
	}
	scan := filepath.Join(t.TempDir(), "ky.jpg")
	if err := os.WriteFile(scan, []byte("\xff\xd8\xff\xe0"), 0o666); err != nil {
		t.Fatal(err)
	}
	if issued, err = w.Release(ctx, made.Edition, ward.Copy{Scan: scan}); err != nil || issued.Status != archive.Released {
		t.Fatal(issued, err)
	}
	if list, err := w.Verify(); err != nil || len(list.Editions) != 4 {
		t.Error(list, err)
	}
}

// An ending context ends when it has been asked a number of times.
type ending struct {
	context.Context
	left atomic.Int64
}

func endsAfter(ctx context.Context, asked int) *ending {
	e := &ending{Context: ctx}
	e.left.Store(int64(asked))
	return e
}

func (e *ending) Err() error {
	if e.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestAStopLeavesNothing: whenever a person stops a verb, it says so, no file of it
// is there, the ward is not locked, and nothing goes on in the background.
func TestAStopLeavesNothing(t *testing.T) {
	now := func() time.Time { return time.Date(2020, 12, 15, 8, 0, 0, 0, time.UTC) }
	for _, v := range []struct {
		name        string
		step, least int // looked at: a stop after 0, step, 2·step … questions, and there are so many
		do          func(ctx context.Context, w *ward.Ward) error
	}{
		{"Check", 1, 6, func(ctx context.Context, w *ward.Ward) error { _, err := w.Check(ctx, ward.Ask{}); return err }},
		{"Run", 6, 30, func(ctx context.Context, w *ward.Ward) error { _, err := w.Run(ctx, ward.Ask{}); return err }},
		{"Tick", 6, 30, func(ctx context.Context, w *ward.Ward) error { _, err := w.Tick(ctx, ward.Ears{}); return err }},
		{"Forms", 1, 3, func(ctx context.Context, w *ward.Ward) error {
			_, err := w.Forms(ctx, ward.Ask{}, filepath.Join(filepath.Dir(w.Config.Path("x")), "out", "phieu"))
			return err
		}},
	} {
		t.Run(v.name, func(t *testing.T) {
			file := build(t)
			w, err := ward.Open(file, ward.Options{Clock: now})
			if err != nil {
				t.Fatal(err)
			}
			goroutines := runtime.NumGoroutine()
			for asked := 0; ; asked += v.step {
				err := v.do(endsAfter(t.Context(), asked), w)
				if say.HasAnswer(err) {
					if asked < v.least {
						t.Errorf("it asked %d times whether to go on, want %d at least", asked, v.least)
					}
					break
				}
				if !errors.Is(err, say.ErrInterrupted) {
					t.Fatalf("stopped after %d: %v", asked, err)
				}
				left(t, file, asked, goroutines)
			}
		})
	}
}

// left wants nothing to be left of a verb that was stopped.
func left(t *testing.T, config string, asked, goroutines int) {
	t.Helper()
	dir := filepath.Dir(config)
	var made []string
	entries, err := os.ReadDir(filepath.Join(dir, "out"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != ".khoa" { // the lock of those who write, held by nobody
			made = append(made, e.Name())
		}
	}
	if diff := cmp.Diff([]string(nil), made); diff != "" {
		t.Errorf("stopped after %d: %s", asked, diff)
	}
	lock, err := archive.TryLock(filepath.Join(dir, "state", "run.lock"))
	if err != nil {
		t.Fatalf("stopped after %d: %v", asked, err)
	}
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if runtime.NumGoroutine() <= goroutines {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("stopped after %d: %d goroutines, %d before", asked, runtime.NumGoroutine(), goroutines)
}
