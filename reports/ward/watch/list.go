package watch

import (
	"time"

	"ccbreport/reports"
	"ccbreport/reports/deliver"
	"ccbreport/reports/schedule"
	"ccbreport/reports/ward/config"
)

// What schedule --list shows of each schedule: the next moments, and how many that
// were not made, of those due within so many days.
const (
	nextShown     = 3
	TroublesShown = 5
	TroublesDays  = 400
)

// Schedules is what schedule --list prints with --json.
type Schedules struct {
	Timezone  string     `json:"timezone"`
	Schedules []Schedule `json:"schedules"`
	Reminders []Planned  `json:"reminders"`
}

type Schedule struct {
	Name    string      `json:"name"`
	Report  string      `json:"report"`
	Cron    string      `json:"cron"`
	CatchUp string      `json:"catch_up"`
	Grace   string      `json:"grace"`
	Next    []time.Time `json:"next"`
	Undone  []Undone    `json:"undone"` // the newest that are begun, failed or missed
}

type Undone struct {
	Due      time.Time    `json:"due"`
	State    reports.Fate `json:"state"`
	Attempts int          `json:"attempts"`
	Why      string       `json:"why,omitempty"`
	Again    *time.Time   `json:"again,omitempty"` // of a failed one: tried again at the earliest
	From     reports.Day  `json:"from"`
	To       reports.Day  `json:"to"` // last day included
}

type Planned struct {
	Report string      `json:"report"`
	Due    reports.Day `json:"due"`
	At     []time.Time `json:"at"` // those to come
}

// List tells what is due next by the configuration, and what was not made as far as
// the state knows; nil: there is none yet.
func List(conf *config.Config, state *deliver.State, now time.Time) (o Schedules, err error) {
	o = Schedules{Timezone: conf.Zone.String(), Schedules: []Schedule{}, Reminders: []Planned{}}
	for _, s := range conf.Schedules {
		one := listed(s, now)
		if state != nil {
			if one.Undone, err = undone(conf, state, s, now); err != nil {
				return o, err
			}
		}
		o.Schedules = append(o.Schedules, one)
	}
	for _, r := range conf.Reports {
		o.Reminders = append(o.Reminders, toCome(conf, r, now)...)
	}
	return o, nil
}

func listed(s config.Schedule, now time.Time) Schedule {
	o := Schedule{
		Name: s.Name, Report: s.Report, Cron: s.Cron, CatchUp: s.CatchUp, Grace: s.Grace,
		Undone: []Undone{},
	}
	for at := s.Rule.Spec.Next(now); len(o.Next) < nextShown && !at.IsZero(); at = s.Rule.Spec.Next(at) {
		o.Next = append(o.Next, at)
	}
	return o
}

func undone(c *config.Config, state *deliver.State, s config.Schedule, now time.Time) ([]Undone, error) {
	list, err := state.Troubled(s.Name, now.AddDate(0, 0, -TroublesDays), TroublesShown)
	out := []Undone{}
	r, _ := c.Report(s.Report)
	for _, was := range list {
		span := c.Span(r, config.TodayIn(c.Zone, was.Due))
		o := Undone{
			Due: was.Due.In(c.Zone), State: was.State, Attempts: was.Attempts, Why: was.Note, From: span.From, To: span.Last(),
		}
		if was.State == reports.Failed {
			again := schedule.Again(was).In(c.Zone)
			o.Again = &again
		}
		out = append(out, o)
	}
	return out, err
}

// Next is when the next report is due, zero if none will be.
func Next(c *config.Config, now time.Time) (first time.Time) {
	for _, s := range c.Schedules {
		if next := s.Rule.Spec.Next(now); first.IsZero() || !next.IsZero() && next.Before(first) {
			first = next
		}
	}
	return first
}

// toCome are the reminders of the report that are still to come, if any.
func toCome(c *config.Config, r config.Report, now time.Time) []Planned {
	when, _, ok := reminders(c, r, config.TodayIn(c.Zone, now))
	if !ok {
		return nil
	}
	o := Planned{Report: r.Name, Due: when.Due}
	for _, at := range when.Times() {
		if at.After(now) {
			o.At = append(o.At, at)
		}
	}
	if len(o.At) == 0 {
		return nil
	}
	return []Planned{o}
}
