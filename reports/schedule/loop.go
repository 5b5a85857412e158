package schedule

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"
)

// longest is how long the loop sleeps without looking at the clock. A timer does
// not run while the computer sleeps, and knows nothing of a clock that is set: a
// long one would be late by all of that.
const longest = time.Minute

// A Loop does a step at once, again whenever something is due, and at least once
// a minute, by the clock on the wall. Its fields are the world it lives in.
type Loop struct {
	Now   func() time.Time
	Sleep func(context.Context, time.Duration) // returns early when the context ends

	Step   func(now time.Time) (next time.Time, err error) // next: when something is due, zero for unknown
	Failed func(error)                                     // is told of a step's error; the loop goes on
}

// Run goes on until the context ends.
func (l Loop) Run(ctx context.Context) {
	for ctx.Err() == nil {
		next, err := l.step(l.now())
		if err != nil {
			l.Failed(err)
		}
		wait := longest
		if until := next.Sub(l.now()); !next.IsZero() && until > 0 {
			wait = min(until, longest)
		}
		l.Sleep(ctx, wait)
	}
}

// now is the clock on the wall alone: without the reading of the monotonic one,
// which stands still while the computer sleeps.
func (l Loop) now() time.Time { return l.Now().Round(0) }

// step keeps a broken invariant of one step from ending a program that is to run
// for years.
func (l Loop) step(now time.Time) (next time.Time, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("broken invariant: %v\n%s", r, debug.Stack())
		}
	}()
	return l.Step(now)
}
