package reports

import "time"

// An Occurrence is one moment that a schedule names, and what became of it.
type Occurrence struct {
	Due      time.Time // UTC; the moment itself, not when it was seen to
	State    Fate
	Attempts int
	Tried    time.Time // the last attempt, UTC
	Edition  string    // what was made, if Done
	Note     string    // why, if Failed
}

// A Fate is what became of an occurrence.
type Fate string

const (
	Begun  Fate = "begun"  // under way, or killed
	Done   Fate = "done"   // for ever: no clock and no restart brings it back
	Failed Fate = "failed" // to be tried again
	Missed Fate = "missed" // given up: a person was told
)
