package memo

import (
	"sync"
	"sync/atomic"
	"testing"
)

// TestGet: each key is found out once, and one may hang on another.
func TestGet(t *testing.T) {
	var m Memo[int, int]
	asked := 0
	var sum func(n int) int
	sum = func(n int) int {
		return m.Get(n, func() int {
			asked++
			if n == 0 {
				return 0
			}
			return n + sum(n-1)
		})
	}
	for range 2 {
		if got := sum(100); got != 5050 || asked != 101 {
			t.Errorf("got %d after %d questions", got, asked)
		}
	}
}

// TestBound: however much is asked, no more than the bound is kept, and the answers
// stay right.
func TestBound(t *testing.T) {
	var m Memo[int, int]
	for n := range 3 * remembered {
		if got := m.Get(n%(remembered+7), func() int { return -n % (remembered + 7) }); got != -n%(remembered+7) {
			t.Fatalf("%d became %d", n, got)
		}
		if len(m.known) > remembered {
			t.Fatalf("%d are kept", len(m.known))
		}
	}
	if len(m.known) == 0 {
		t.Error("nothing is kept")
	}
}

// TestAtOnce: many may ask.
func TestAtOnce(t *testing.T) {
	var m Memo[int, int]
	var asked atomic.Int64
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for n := range 1000 {
				if got := m.Get(n, func() int { asked.Add(1); return n * n }); got != n*n {
					t.Errorf("%d became %d", n, got)
				}
			}
		})
	}
	group.Wait()
	if n := asked.Load(); n < 1000 || n > 8000 {
		t.Errorf("asked %d times", n)
	}
}
