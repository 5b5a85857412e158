package memo

import (
	"errors"
	"testing"
)

// TestLast: what was asked for last is kept, however old, and no more.
func TestLast(t *testing.T) {
	made := 0
	l := Last[string, int]{Room: 2}
	for _, step := range []struct {
		key  string
		made int
	}{{"a", 1}, {"a", 1}, {"b", 2}, {"a", 2}, {"c", 3}, {"a", 3}, {"b", 4}, {"c", 5}, {"a", 6}} {
		got, err := l.Get(step.key, func() (int, error) { made++; return int(step.key[0]), nil })
		if err != nil || got != int(step.key[0]) || made != step.made {
			t.Errorf("%s: got %d, %v after %d were made, not %d", step.key, got, err, made, step.made)
		}
		if len(l.kept) > l.Room {
			t.Fatalf("%d are kept", len(l.kept))
		}
	}
}

// TestWhatFailsIsMadeAgain and is told each time.
func TestWhatFailsIsMadeAgain(t *testing.T) {
	l := Last[int, int]{Room: 2}
	broken := errors.New("broken")
	for range 2 {
		if _, err := l.Get(1, func() (int, error) { return 7, broken }); err != broken {
			t.Fatalf("got %v", err)
		}
	}
	if got, err := l.Get(1, func() (int, error) { return 8, nil }); got != 8 || err != nil {
		t.Errorf("got %d, %v", got, err)
	}
}
