package batch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"ccbreport/reports/archive"
)

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

// TestEnded: in whatever stage the context ends, the error says so, nothing is
// left on disk and nothing goes on in the background.
func TestEnded(t *testing.T) {
	job := smallWard(map[string]string{"1.csv": thonOne, "2.csv": thonTwo})
	approved, draft := drafted(t, job)
	for name, c := range map[string]struct {
		dir         string
		step, least int // looked at: the end after 0, step, 2·step … questions, and there are so many
		do          func(ctx context.Context, store *archive.Store) error
	}{
		"Check": {t.TempDir(), 1, 6, func(ctx context.Context, _ *archive.Store) error { _, err := Check(ctx, job); return err }},
		"Run":   {t.TempDir(), 5, 30, func(ctx context.Context, s *archive.Store) error { _, err := Run(ctx, job, s); return err }},
		"Forms": {t.TempDir(), 1, 3, func(ctx context.Context, s *archive.Store) error { _, err := Forms(ctx, job, s); return err }},
		"Approve": {t.TempDir(), 7, 42, func(ctx context.Context, s *archive.Store) error {
			_, err := Approve(ctx, draft, issue, means, s)
			return err
		}},
	} {
		store, err := archive.Open(c.dir)
		if err != nil {
			t.Fatal(err)
		}
		goroutines := runtime.NumGoroutine()
		for asked := 0; ; asked += c.step {
			ctx := endsAfter(t.Context(), asked)
			err := c.do(ctx, store)
			if err == nil {
				if asked < c.least {
					t.Errorf("%s asked %d times whether to go on, want %d at least", name, asked, c.least)
				}
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("%s, ended after %d: %v", name, asked, err)
			}
			if left := names(t, c.dir); len(left) > 0 {
				t.Fatalf("%s, ended after %d: %v is left", name, asked, left)
			}
		}
		settled(t, name, goroutines)
	}
	if d, err := draft.Verify(); err != nil || len(d) > 0 {
		t.Errorf("the draft in %v: %v, %v", approved, d, err)
	}
}

// names lists what stands in a folder but for the lock file of its writers.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		if e.Name() != ".khoa" {
			list = append(list, e.Name())
		}
	}
	return list
}

// settled waits until there are no more goroutines than before.
func settled(t *testing.T, name string, before int) {
	t.Helper()
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%s: %d goroutines, %d before", name, runtime.NumGoroutine(), before)
}
