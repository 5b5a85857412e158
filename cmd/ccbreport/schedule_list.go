package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/schedule"
)

// What schedule --list shows of each schedule: the next moments, and how many that
// were not made, of those due within so many days.
const (
	nextShown     = 3
	troublesShown = 5
	troublesDays  = 400
)

// eventsOutput is what schedule --once prints with --json.
type eventsOutput struct {
	Events []event `json:"events"`
}

// listOutput is what schedule --list prints with --json.
type listOutput struct {
	Timezone  string           `json:"timezone"`
	Schedules []scheduleOutput `json:"schedules"`
	Reminders []reminderOutput `json:"reminders"`
}

type scheduleOutput struct {
	Name    string             `json:"name"`
	Report  string             `json:"report"`
	Cron    string             `json:"cron"`
	CatchUp string             `json:"catch_up"`
	Grace   string             `json:"grace"`
	Next    []time.Time        `json:"next"`
	Undone  []occurrenceOutput `json:"undone"` // the newest that are begun, failed or missed
}

type occurrenceOutput struct {
	Due      time.Time    `json:"due"`
	State    reports.Fate `json:"state"`
	Attempts int          `json:"attempts"`
	Why      string       `json:"why,omitempty"`
	Again    *time.Time   `json:"again,omitempty"` // of a failed one: tried again at the earliest
	From     reports.Day  `json:"from"`
	To       reports.Day  `json:"to"` // last day included
}

type reminderOutput struct {
	Report string      `json:"report"`
	Due    reports.Day `json:"due"`
	At     []time.Time `json:"at"` // those to come
}

// listSchedules is schedule --list: it looks and changes nothing.
func listSchedules(t *tui, conf *Config, now time.Time) error {
	o := listOutput{Timezone: conf.zone.String(), Schedules: []scheduleOutput{}, Reminders: []reminderOutput{}}
	state, found, err := deliver.View(conf.state(""))
	if err != nil {
		return err
	}
	for _, s := range conf.Schedules {
		one := conf.listed(s, now)
		if found {
			one.Undone, err = conf.undone(state, s, now)
		}
		if err != nil {
			return errors.Join(err, state.Close())
		}
		o.Schedules = append(o.Schedules, one)
	}
	if found {
		err = state.Close()
	}
	for _, r := range conf.Reports {
		o.Reminders = append(o.Reminders, conf.toCome(r, now)...)
	}
	if t.json {
		t.print(o)
	} else {
		t.tellList(o)
	}
	return err
}

func (c *Config) listed(s Schedule, now time.Time) scheduleOutput {
	o := scheduleOutput{
		Name: s.Name, Report: s.Report, Cron: s.Cron, CatchUp: s.CatchUp, Grace: s.Grace,
		Undone: []occurrenceOutput{},
	}
	for at := s.rule.Spec.Next(now); len(o.Next) < nextShown && !at.IsZero(); at = s.rule.Spec.Next(at) {
		o.Next = append(o.Next, at)
	}
	return o
}

func (c *Config) undone(state *deliver.State, s Schedule, now time.Time) ([]occurrenceOutput, error) {
	list, err := state.Troubled(s.Name, now.AddDate(0, 0, -troublesDays), troublesShown)
	out := []occurrenceOutput{}
	r, _ := c.report(s.Report)
	for _, was := range list {
		span := c.span(r, todayIn(c.zone, was.Due))
		o := occurrenceOutput{
			Due: was.Due.In(c.zone), State: was.State, Attempts: was.Attempts, Why: was.Note, From: span.From, To: span.Last(),
		}
		if was.State == reports.Failed {
			again := schedule.Again(was).In(c.zone)
			o.Again = &again
		}
		out = append(out, o)
	}
	return out, err
}

// toCome are the reminders of the report that are still to come, if any.
func (c *Config) toCome(r Report, now time.Time) []reminderOutput {
	when, _, ok := c.reminders(r, todayIn(c.zone, now))
	if !ok {
		return nil
	}
	o := reminderOutput{Report: r.Name, Due: when.Due}
	for _, at := range when.Times() {
		if at.After(now) {
			o.At = append(o.At, at)
		}
	}
	if len(o.At) == 0 {
		return nil
	}
	return []reminderOutput{o}
}

func (t *tui) tellList(o listOutput) {
	if len(o.Schedules)+len(o.Reminders) == 0 {
		t.line(noSchedules)
		return
	}
	for _, s := range o.Schedules {
		t.line(scheduleHead, s.Name, s.Report)
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
		t.line(reminderHead, r.Report, t.day(r.Due), strings.Join(at, "; "))
	}
	t.line(zoneLine, o.Timezone)
}

func (t *tui) tellUndone(s scheduleOutput, u occurrenceOutput) {
	switch u.State {
	case reports.Begun:
		t.line(undoneBegun, t.moment(u.Due))
	case reports.Failed:
		t.line(undoneFailed, t.moment(u.Due), strconv.Itoa(u.Attempts), u.Why, t.moment(*u.Again))
	case reports.Missed:
		t.line(undoneMissed, t.moment(u.Due), byHand(s.Report, u.From, u.To))
	}
}

// byHand is the command that makes a report for a span.
func byHand(report string, from, to reports.Day) string {
	return fmt.Sprintf("ccbreport run --report %s --from %s --to %s", report, from, to)
}

// tellEvents tells what became of what was due. What went wrong is an error, which
// --quiet and --json do not silence.
func (t *tui) tellEvents(events []event) {
	for _, e := range events {
		switch e.Kind {
		case wasMade:
			t.tell(madeByItself, e.Schedule, t.moment(e.Due), e.Edition)
		case wasPassed:
			t.tell(passedLine, e.Schedule, t.moment(e.Due))
		case wasMissed:
			fmt.Fprintln(t.err, t.say(missedBySelf, e.Schedule, t.moment(e.Due), byHand(e.Report, e.From, e.To)))
		case hasFailed:
			fmt.Fprintln(t.err, t.say(failedBySelf, e.Schedule, t.moment(e.Due), e.Why, t.moment(*e.Again)))
		}
	}
}

// tellWaiting tells a person who asks for a look what is not tried yet. The daemon
// says so when it fails, and not every minute again.
func (t *tui) tellWaiting(events []event) {
	for _, e := range events {
		if e.Kind == isWaiting {
			t.tell(failedBySelf, e.Schedule, t.moment(e.Due), e.Why, t.moment(*e.Again))
		}
	}
}

// tellReminder tells who has not sent.
func (t *tui) tellReminder(r reminder) {
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
	return t.say(momentWords, strconv.Itoa(at.Hour()), minutes, t.say(weekdays[at.Weekday()]),
		at.Format("02/01/2006"), at.Format("15:04"), at.Format("2 January 2006"))
}

func (t *tui) day(d reports.Day) string {
	y, m, day := d.Date()
	at := time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
	return t.say(dayWords, at.Format("02/01/2006"), at.Format("2 January 2006"))
}
