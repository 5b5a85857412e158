package watch

import (
	"ccbreport/reports"
	"ccbreport/reports/schedule"
	"ccbreport/reports/ward/config"
)

// A Reminder is what the officers are told some days before the last day for
// sending.
type Reminder struct {
	Occurrence
	LastDay reports.Day
	Left    int // days from today to LastDay
	Coverage
}

// A Coverage is who has sent so far.
type Coverage struct {
	Listed  bool           // the configuration lists the branches; else nobody is missed
	Missing []reports.Unit // in the order of the list
}

// reminders says when to remind of the report's next last day for sending, and
// for which span that is; ok is false if there is nothing to remind of.
func reminders(c *config.Config, r config.Report, today reports.Day) (when schedule.Reminder, span reports.Period, ok bool) {
	due, span, ok := c.NextDue(r, today)
	return schedule.Reminder{Due: due, Before: r.Remind, Zone: c.Zone}, span, ok && len(r.Remind) > 0
}

// reminderName is how the ledger knows the reminders of one last day.
func reminderName(r config.Report, when schedule.Reminder) string {
	return "remind:" + r.Name + ":" + when.Due.String()
}

// seeReminders reminds of the report's last day for sending, if it is time.
// Nobody is reminded of what everybody has sent.
func (w *watch) seeReminders(r config.Report) error {
	now := w.clock()
	today := config.TodayIn(w.conf.Zone, now)
	when, span, ok := reminders(w.conf, r, today)
	if !ok {
		return nil
	}
	name := reminderName(r, when)
	open, err := w.state.Open(name, now)
	if err != nil {
		return err
	}
	at := when.Now(open, now)
	if at.IsZero() {
		return nil
	}
	sent := false
	e, err := w.attempt(Occurrence{name, r, span, at.In(w.conf.Zone)}, func(o Occurrence) (string, error) {
		stand, err := w.due.Look(o)
		if sent = err == nil && !(stand.Listed && len(stand.Missing) == 0); sent {
			err = w.due.Remind(Reminder{o, when.Due, int(when.Due - today), stand})
		}
		return "", err
	})
	switch {
	case err != nil:
		return err
	case e.Kind == Failed:
		return w.tell(e)
	case sent:
		e.Kind = Reminded
		w.events = append(w.events, e)
	}
	return nil
}
