package convert

import (
	"context"
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"
)

// A scripted is a folder with one file that changes as time goes by.
type scripted struct {
	states []state
	looks  int
}

type state struct {
	size int
	at   time.Duration // of the last write, from the beginning
	err  error
}

var beginning = time.Date(2020, 7, 1, 8, 0, 0, 0, time.UTC)

func (s *scripted) Open(name string) (fs.File, error) {
	now := s.states[min(s.looks, len(s.states)-1)]
	s.looks++
	if now.err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: now.err}
	}
	return fstest.MapFS{name: {Data: make([]byte, now.size), ModTime: beginning.Add(now.at)}}.Open(name)
}

func TestSettled(t *testing.T) {
	locked := errors.New("used by another process")
	growing := []state{}
	for i := range 100 {
		growing = append(growing, state{size: i, at: time.Duration(i) * time.Second})
	}
	tests := []struct {
		reason string
		states []state
		want   bool
		looks  int
	}{
		{"an old file is not waited for", []state{{5, -time.Hour, nil}}, true, 1},
		{"a fresh one is, until it has been calm", []state{{5, 0, nil}}, true, 3},
		{"a time in the future tells nothing", []state{{5, 7 * time.Hour, nil}}, true, 3},
		{"each write begins the wait again", []state{{1, 0, nil}, {2, time.Second, nil}, {3, 2 * time.Second, nil}}, true, 5},
		{"a size that changes without the time", []state{{1, -time.Hour, locked}, {1, 0, nil}}, true, 3},
		{"a locked file is waited for", []state{{err: locked}, {err: locked}, {5, -time.Hour, nil}}, true, 3},
		{"one that never settles is given up", growing, false, 11},
		{"one that stays locked as well", []state{{err: locked}}, false, 11},
		{"one that is gone is the reader's matter", []state{{5, 0, nil}, {err: fs.ErrNotExist}}, true, 2},
		{"one that nobody may read too", []state{{err: fs.ErrPermission}}, true, 1},
	}
	for _, tt := range tests {
		inbox := &scripted{states: tt.states}
		now := beginning
		p := patience{
			inbox: inbox, calm: 2 * time.Second, step: time.Second, limit: 10 * time.Second,
			now:   func() time.Time { return now },
			sleep: func(_ context.Context, d time.Duration) { now = now.Add(d) },
		}
		if got := p.settled(t.Context(), "a.xlsx"); got != tt.want || inbox.looks != tt.looks {
			t.Errorf("%s: got %v after %d looks, want %v after %d", tt.reason, got, inbox.looks, tt.want, tt.looks)
		}
	}
}
