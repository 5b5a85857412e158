package main

import (
	"errors"
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

// Schedules is what schedule --list prints with --json.
type Schedules struct {
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

// Schedules lists what is due next, and what was not made; it looks and changes
// nothing.
func (w *Ward) Schedules() (Schedules, error) {
	conf, now := &w.Config, w.clock()
	o := Schedules{Timezone: conf.zone.String(), Schedules: []scheduleOutput{}, Reminders: []reminderOutput{}}
	state, found, err := deliver.View(conf.state(""))
	if err != nil {
		return o, err
	}
	for _, s := range conf.Schedules {
		one := conf.listed(s, now)
		if found {
			one.Undone, err = conf.undone(state, s, now)
		}
		if err != nil {
			return o, errors.Join(err, state.Close())
		}
		o.Schedules = append(o.Schedules, one)
	}
	if found {
		err = state.Close()
	}
	for _, r := range conf.Reports {
		o.Reminders = append(o.Reminders, conf.toCome(r, now)...)
	}
	return o, err
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
