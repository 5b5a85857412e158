package schedule

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestLoop lives in a world of its own: its clock moves only when the loop
// sleeps, and as much as the world likes.
func TestLoop(t *testing.T) {
	begin := at(t, "2026-12-15T06:57:30+07:00")
	now := begin
	due := begin.Add(150 * time.Second) // 7:00
	sleeps := []time.Duration{
		0, 0, 0, // on time
		3 * 24 * time.Hour, // the computer sleeps
		-2 * time.Hour,     // the clock is set back
		0,
	}
	ctx, stop := context.WithCancel(t.Context())
	var slept, looked []string
	var told []error
	loop := Loop{
		Now: func() time.Time { return now },
		Sleep: func(_ context.Context, d time.Duration) {
			slept = append(slept, d.String())
			now = now.Add(d + sleeps[0])
			if sleeps = sleeps[1:]; len(sleeps) == 0 {
				stop()
			}
		},
		Step: func(now time.Time) (time.Time, error) {
			looked = append(looked, now.Format("02 15:04:05"))
			switch len(looked) {
			case 2:
				return due, errors.New("disk full")
			case 3:
				panic("no such page")
			case 4:
				return time.Time{}, nil
			}
			return due, nil
		},
		Failed: func(err error) { told = append(told, err) },
	}
	loop.Run(ctx)
	wantLooks := []string{"15 06:57:30", "15 06:58:30", "15 06:59:30", "15 07:00:30", "18 07:01:30", "18 05:02:30"}
	if diff := cmp.Diff(wantLooks, looked); diff != "" {
		t.Errorf("looks (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"1m0s", "1m0s", "1m0s", "1m0s", "1m0s", "1m0s"}, slept); diff != "" {
		t.Errorf("sleeps (-want +got):\n%s", diff)
	}
	if len(told) != 2 || told[0].Error() != "disk full" || !strings.Contains(told[1].Error(), "no such page") || !strings.Contains(told[1].Error(), "loop_test.go") {
		t.Errorf("told: %v", told)
	}
}

// TestLoopWakesWhenSomethingIsDue, not up to a minute later.
func TestLoopWakesWhenSomethingIsDue(t *testing.T) {
	now := at(t, "2026-12-15T06:59:48+07:00")
	ctx, stop := context.WithCancel(t.Context())
	var slept time.Duration
	Loop{
		Now:   func() time.Time { return now },
		Sleep: func(_ context.Context, d time.Duration) { slept = d; stop() },
		Step:  func(time.Time) (time.Time, error) { return now.Add(12 * time.Second), nil },
	}.Run(ctx)
	if slept != 12*time.Second {
		t.Errorf("slept %v", slept)
	}
}

// TestLoopLooksAtTheClockOnTheWall: the monotonic clock stands still while the
// computer sleeps, so no step may be handed its reading.
func TestLoopLooksAtTheClockOnTheWall(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	Loop{
		Now:   time.Now,
		Sleep: func(context.Context, time.Duration) { stop() },
		Step: func(now time.Time) (time.Time, error) {
			if strings.Contains(now.String(), "m=") {
				t.Errorf("%v has a monotonic reading", now)
			}
			return time.Time{}, nil
		},
	}.Run(ctx)
}
