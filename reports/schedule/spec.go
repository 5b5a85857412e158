// Package schedule says what is due and when to look again. It keeps nothing and
// has no clock: what became of earlier occurrences and what time it is are
// arguments.
//
// Of the cron library only the reading of a line and its arithmetic are used.
// Its own scheduler catches nothing up, fires late after a computer has slept and
// dies of a panic.
package schedule

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// Why a cron line is refused. The zone is refused in every form, not only in the
// one that makes the library panic: days and periods are counted in the ward's
// time zone, and a line in another one would be due on another day.
var (
	ErrSyntax  = errors.New("not the five fields of a cron line")
	ErrZone    = errors.New("the time zone is not set in a cron line")
	ErrEvery   = errors.New("@every names no moments")
	ErrTwoDays = errors.New("both a day of the month and a day of the week")
	ErrNever   = errors.New("it never comes")
)

// A Spec says when something is due: a cron line, in a time zone.
type Spec struct {
	line string
	zone *time.Location
	cron *cron.SpecSchedule // in a calendar without a zone, which UTC stands for
}

var parser = cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor)

// Parse reads a cron line: minute, hour, day of the month, month, day of the week,
// or one of @yearly, @monthly, @weekly, @daily, @hourly. The error is one of those
// above, or wraps it.
func Parse(line string, zone *time.Location) (Spec, error) {
	line = strings.Join(strings.Fields(line), " ")
	if strings.HasPrefix(line, "TZ=") || strings.HasPrefix(line, "CRON_TZ=") {
		return Spec{}, ErrZone
	}
	parsed, err := parser.Parse(line)
	if err != nil {
		return Spec{}, fmt.Errorf("%w: %w", ErrSyntax, err)
	}
	fields, ok := parsed.(*cron.SpecSchedule)
	if !ok {
		return Spec{}, ErrEvery
	}
	// Given both, cron takes either day: 15 December and every Monday of it.
	const star = 1 << 63
	if fields.Dom&star == 0 && fields.Dow&star == 0 {
		return Spec{}, ErrTwoDays
	}
	fields.Location = time.UTC
	s := Spec{line, zone, fields}
	if s.onCalendar(time.Unix(0, 0).UTC()).IsZero() {
		return Spec{}, ErrNever
	}
	return s, nil
}

// String returns the line and its zone: two specs with the same text are due at
// the same moments.
func (s Spec) String() string { return s.line + " " + s.zone.String() }

// Next returns the first moment after t at which the spec is due, in its zone.
//
// Each time of the calendar comes once, however clocks are turned there: the line
// is read on a calendar without a zone, and its times are looked up in the zone
// afterwards. In the hour that comes twice nothing is due twice; what would be due
// in the hour that is left out is due just before or after, not a year later.
func (s Spec) Next(t time.Time) time.Time {
	at := s.calendar(t)
	for {
		if at = s.onCalendar(at); at.IsZero() {
			return time.Time{}
		}
		y, m, d := at.Date()
		moment := time.Date(y, m, d, at.Hour(), at.Minute(), 0, 0, s.zone)
		if moment.After(t) {
			return moment
		}
	}
}

// calendar returns what the calendar and the clock on the wall say at t, as a
// moment of UTC. Near a turn of the clocks that is the earlier of what they say
// before and after it.
func (s Spec) calendar(t time.Time) time.Time {
	_, offset := t.In(s.zone).Zone()
	for _, near := range []time.Duration{-24 * time.Hour, 24 * time.Hour} {
		_, there := t.Add(near).In(s.zone).Zone()
		offset = min(offset, there)
	}
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

// onCalendar is the library's Next, which looks five years ahead: around 2100
// there are eight between two leap days.
func (s Spec) onCalendar(at time.Time) time.Time {
	if next := s.cron.Next(at); !next.IsZero() {
		return next
	}
	return s.cron.Next(at.AddDate(5, 0, 0))
}

// most is how many moments are looked at when more have gone by. An hour of a
// line that is due every minute fits in.
const most = 100

// between returns the moments from from to to, both included, in order: all of
// them, or some of the newest where there are more than most.
func (s Spec) between(from, to time.Time) []time.Time {
	from = from.Add(-time.Nanosecond)
	list := s.first(from, to)
	for len(list) > most {
		middle := from.Add(to.Sub(from) / 2)
		if later := s.first(middle, to); len(later) > 0 {
			from, list = middle, later
		} else {
			to = middle
		}
	}
	return list
}

// first returns the moments after from and not after to, the first most+1 of them.
func (s Spec) first(from, to time.Time) []time.Time {
	var list []time.Time
	for len(list) <= most {
		next := s.Next(from)
		if next.IsZero() || next.After(to) {
			break
		}
		list = append(list, next)
		from = next
	}
	return list
}
