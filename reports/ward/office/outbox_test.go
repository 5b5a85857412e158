package office

import (
	"testing"
	"time"

	"ccbreport/reports/deliver"
)

// TestHeld: only a letter that could not even be tried waits for somebody to mend
// the way to the server. One that was tried, and is to be again, waits for nobody.
func TestHeld(t *testing.T) {
	now := time.Date(2020, 7, 1, 8, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		reason   string
		state    string
		attempts int
		next     time.Time
		want     bool
	}{
		{"nobody could be asked", deliver.Pending, 0, now.Add(-time.Hour), true},
		{"it is due at this moment", deliver.Pending, 0, now, true},
		{"its time has not come", deliver.Pending, 0, now.Add(time.Second), false},
		{"the server was asked once, and will be again", deliver.Pending, 1, now.Add(-time.Hour), false},
		{"it went", deliver.Sent, 0, now.Add(-time.Hour), false},
		{"a person has it already", deliver.Failed, 0, now.Add(-time.Hour), false},
	} {
		if got := held(deliver.Delivery{State: test.state, Attempts: test.attempts, Next: test.next}, now); got != test.want {
			t.Errorf("%s: held %v, want %v", test.reason, got, test.want)
		}
	}
}
