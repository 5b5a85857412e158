package say

import (
	"errors"
	"fmt"
	"testing"
)

// TestHasAnswer: how a verb ended is an answer only if nothing failed beside it, however
// the errors are joined.
func TestHasAnswer(t *testing.T) {
	broken := errors.New("close state: input/output error")
	problem := Problem{Code: "busy", Class: Locked}
	for _, c := range []struct {
		reason string
		err    error
		want   bool
	}{
		{"done", nil, true},
		{"findings block", ErrBlocked, true},
		{"something differs", ErrDiffers, true},
		{"something waits, and findings block", errors.Join(ErrBlocked, ErrWaits), true},
		{"with what it is about", fmt.Errorf("report nam: %w", ErrWaits), true},
		{"interrupted", ErrInterrupted, false},
		{"the machine failed", broken, false},
		{"something waits, and the lock cannot be given back", errors.Join(ErrWaits, broken), false},
		{"the other way round", errors.Join(broken, ErrBlocked), false},
		{"deep within", fmt.Errorf("tick: %w", errors.Join(errors.Join(ErrWaits, nil), fmt.Errorf("unlock: %w", broken))), false},
		{"two in one line", fmt.Errorf("%w: %w", ErrWaits, broken), false},
		{"interrupted while something waits", errors.Join(ErrWaits, ErrInterrupted), false},
		{"a problem for a person", problem.With(), false},
		{"a problem because something waits", problem.Because(ErrWaits), false},
	} {
		if got := HasAnswer(c.err); got != c.want {
			t.Errorf("%s: %v, want %v", c.reason, got, c.want)
		}
	}
}
