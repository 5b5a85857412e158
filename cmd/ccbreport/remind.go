package main

import (
	"ccbreport/reports"
	"ccbreport/reports/schedule"
)

// A reminder is what the officers are told some days before the last day for
// sending.
type reminder struct {
	occasion
	LastDay reports.Day
	Left    int // days from today to LastDay
	standing
}

// A standing is who has sent so far.
type standing struct {
	Listed  bool           // the configuration lists the branches; else nobody is missed
	Missing []reports.Unit // in the order of the list
}

// reminders says when to remind of the report's next last day for sending, and
// for which span that is; ok is false if there is nothing to remind of.
func (c *Config) reminders(r Report, today reports.Day) (when schedule.Reminder, span reports.Period, ok bool) {
	due, span, ok := c.nextDue(r, today)
	return schedule.Reminder{Due: due, Before: r.Remind, Zone: c.zone}, span, ok && len(r.Remind) > 0
}

// seeReminders reminds of the report's last day for sending, if it is time.
// Nobody is reminded of what everybody has sent.
func (w *watch) seeReminders(r Report) error {
	now := w.clock()
	today := todayIn(w.conf.zone, now)
	when, span, ok := w.conf.reminders(r, today)
	if !ok {
		return nil
	}
	name := "remind:" + r.Name + ":" + when.Due.String()
	open, err := w.state.Open(name, now)
	if err != nil {
		return err
	}
	at := when.Now(open, now)
	if at.IsZero() {
		return nil
	}
	sent := false
	e, err := w.attempt(occasion{name, r, span, at.In(w.conf.zone)}, func(o occasion) (string, error) {
		stand, err := w.duties.look(o)
		if sent = err == nil && !(stand.Listed && len(stand.Missing) == 0); sent {
			err = w.duties.remind(reminder{o, when.Due, int(when.Due - today), stand})
		}
		return "", err
	})
	switch {
	case err != nil:
		return err
	case e.Kind == hasFailed:
		return w.tell(e)
	case sent:
		e.Kind = hasReminded
		w.events = append(w.events, e)
	}
	return nil
}
