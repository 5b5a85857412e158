package schedule

import (
	"slices"
	"time"

	"ccbreport/reports"
)

// reminderHour is when a reminder goes out: not at midnight, to a telephone that
// lies beside a bed.
const reminderHour = 7

// A Reminder says when to remind of a day on which something is due.
type Reminder struct {
	Due    reports.Day
	Before []int // days before Due, in any order
	Zone   *time.Location
}

// Now decides which of the reminders goes out now, zero for none: only the latest
// that has come, once, and none after the day itself. Open is what the ledger has
// of them until now, as for [Rule.Due].
func (r Reminder) Now(open []reports.Occurrence, now time.Time) (at time.Time) {
	times := r.Times()
	i := slices.IndexFunc(times, now.Before)
	if i < 0 {
		i = len(times)
	}
	if i == 0 || !now.Before(r.hour(-1, 0)) {
		return time.Time{}
	}
	at = times[i-1].UTC()
	var was reports.Occurrence
	if k := slices.IndexFunc(open, func(o reports.Occurrence) bool { return o.Due.Equal(at) }); k >= 0 {
		was = open[k]
	}
	var v Verdict
	Rule{CatchUp: true, Grace: now.Sub(at)}.decide(&v, at, was, now)
	return v.Run
}

// Times are the moments of all the reminders, in order.
func (r Reminder) Times() []time.Time {
	var list []time.Time
	for _, days := range slices.Compact(slices.Sorted(slices.Values(r.Before))) {
		list = append(list, r.hour(days, reminderHour))
	}
	slices.Reverse(list)
	return list
}

func (r Reminder) hour(before, hour int) time.Time {
	y, m, d := (r.Due - reports.Day(before)).Date()
	return time.Date(y, time.Month(m), d, hour, 0, 0, 0, r.Zone)
}
