package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/watch"
)

// listSchedules is schedule --list.
func listSchedules(t *tui, w *ward.Ward) error {
	o, err := w.Schedules()
	if err != nil {
		return err
	}
	if t.json {
		t.print(o)
	} else {
		t.tellList(o)
	}
	return nil
}

func (t *tui) tellList(o ward.Schedules) {
	if len(o.Schedules)+len(o.Reminders) == 0 {
		t.line(noSchedules)
		return
	}
	for _, s := range o.Schedules {
		t.line(scheduleHead, s.Name, s.Report)
		if s.Now != nil {
			t.line(dueNow, t.moment(*s.Now))
		}
		for i, at := range s.Next {
			line := nextTime
			if i > 0 {
				line = laterTime
			}
			t.line(line, t.moment(at))
		}
		for _, u := range s.Undone {
			t.tellUndone(s, u)
		}
	}
	for _, r := range o.Reminders {
		var at []string
		for _, m := range r.At {
			at = append(at, t.moment(m))
		}
		if r.Now != nil {
			t.line(remindNow, r.Report, t.day(r.Due))
		}
		if len(at) > 0 {
			t.line(reminderHead, r.Report, t.day(r.Due), strings.Join(at, "; "))
		}
	}
	if o.Letters > 0 {
		t.line(lettersNow, strconv.Itoa(o.Letters))
	}
	t.line(zoneLine, o.Timezone)
}

func (t *tui) tellUndone(s watch.Schedule, u watch.Undone) {
	switch u.State {
	case reports.Begun:
		t.line(undoneBegun, t.moment(u.Due))
	case reports.Failed:
		t.line(undoneFailed, t.moment(u.Due), strconv.Itoa(u.Attempts), u.Why, t.moment(*u.Again))
	case reports.Missed:
		t.line(undoneMissed, t.moment(u.Due), t.byHand(s.Report, u.From, u.To))
	}
}

// byHand is the command that makes a report for a span.
func (t *tui) byHand(report string, from, to reports.Day) string {
	return fmt.Sprintf("ccbreport run --report %s --from %s --to %s", report, t.typed(from), t.typed(to))
}

// typed is a day as people type it.
func (t *tui) typed(d reports.Day) string { return t.Say(dayWords, viet.Date(d), d.String()) }

// tellEvents tells what became of what was due. What went wrong is an error, which
// --quiet and --json do not silence.
func (t *tui) tellEvents(events []watch.Event) {
	for _, e := range events {
		switch e.Kind {
		case watch.Made:
			t.tell(madeByItself, e.Schedule, t.moment(e.Due), e.Edition)
		case watch.Passed:
			t.tell(passedLine, e.Schedule, t.moment(e.Due))
		case watch.Missed:
			fmt.Fprintln(t.err, t.Say(missedBySelf, e.Schedule, t.moment(e.Due), t.byHand(e.Report, e.From, e.To)))
		case watch.Failed:
			fmt.Fprintln(t.err, t.Say(failedBySelf, e.Schedule, t.moment(e.Due), e.Why, t.moment(*e.Again)))
		}
	}
}

// tellWaiting tells a person who asks for a look what is not tried yet. The daemon
// says so when it fails, and not every minute again.
func (t *tui) tellWaiting(events []watch.Event) {
	for _, e := range events {
		if e.Kind == watch.Waiting {
			t.tell(failedBySelf, e.Schedule, t.moment(e.Due), e.Why, t.moment(*e.Again))
		}
	}
}

// tellReminder tells who has not sent.
func (t *tui) tellReminder(r watch.Reminder) {
	var names []string
	for _, u := range r.Missing {
		names = append(names, u.Name)
	}
	line := reminderLine
	if !r.Listed {
		line = reminderOfAll
	}
	t.tell(line, r.Report.Name, t.day(r.LastDay), strconv.Itoa(r.Left), strconv.Itoa(len(names)), strings.Join(names, "; "))
}

// moment is a point in time as people say it, in the zone that it has.
func (t *tui) moment(at time.Time) string {
	minutes := ""
	if at.Minute() != 0 {
		minutes = fmt.Sprintf(" %02d", at.Minute())
	}
	return t.Say(momentWords, strconv.Itoa(at.Hour()), minutes, t.Say(weekdays[at.Weekday()]),
		at.Format("02/01/2006"), at.Format("15:04"), at.Format("2 January 2006"))
}

func (t *tui) day(d reports.Day) string {
	y, m, day := d.Date()
	at := time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	return t.Say(dayWords, at.Format("02/01/2006"), at.Format("2 January 2006"))
}
