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
	Letters   int        `json:"letters"` // that the next look sends
}

type Schedule struct {
	Name    string      `json:"name"`
	Report  string      `json:"report"`
	Cron    string      `json:"cron"`
	CatchUp string      `json:"catch_up"`
	Grace   string      `json:"grace"`
	Now     *time.Time  `json:"now,omitempty"` // the occurrence that the next look makes at once
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
	Now    *time.Time  `json:"now,omitempty"` // the one that the next look sends at once
	At     []time.Time `json:"at"`            // those to come
}

// List tells what a look would do at once, what is due next by the configuration, and
// what was not made, as far as the state knows; nil: there is none yet.
func List(conf *config.Config, state *deliver.State, now time.Time) (o Schedules, err error) {
	o = Schedules{Timezone: conf.Zone.String(), Schedules: []Schedule{}, Reminders: []Planned{}}
	for _, s := range conf.Schedules {
		one := listed(s, now)
		if one.Now, err = atOnce(conf, state, s, now); err != nil {
			return o, err
		}
		if state != nil {
			if one.Undone, err = undone(conf, state, s, now); err != nil {
				return o, err
			}
		}
		o.Schedules = append(o.Schedules, one)
	}
	for _, r := range conf.Reports {
		list, err := toCome(conf, state, r, now)
		if err != nil {
			return o, err
		}
		o.Reminders = append(o.Reminders, list...)
	}
	o.Letters, err = lettersDue(conf, state, now)
	return o, err
}

// atOnce is the occurrence of a schedule that a look would make at this moment, nil for none.
func atOnce(c *config.Config, state *deliver.State, s config.Schedule, now time.Time) (*time.Time, error) {
	since := midnight(c, now)
	var open []reports.Occurrence
	if state != nil {
		var err error
		if since, _, err = state.Since(s.Name, s.Rule.Spec.String(), since); err != nil {
			return nil, err
		}
		if open, err = state.Open(s.Name, now); err != nil {
			return nil, err
		}
	}
	return inZone(c, s.Rule.Due(since, open, now).Run), nil
}

// midnight is when the day began in the ward.
func midnight(c *config.Config, now time.Time) time.Time {
	y, m, d := now.In(c.Zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, c.Zone)
}

func inZone(c *config.Config, at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	at = at.In(c.Zone)
	return &at
}

// lettersDue is how many letters a look would try to send at this moment.
func lettersDue(c *config.Config, state *deliver.State, now time.Time) (n int, err error) {
	if state == nil || !c.HasMail {
		return 0, nil
	}
	box, err := state.Outbox()
	for _, d := range box {
		if d.State == deliver.Pending && !d.Next.After(now) || d.State == deliver.Sending {
			n++
		}
	}
	return n, err
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

// toCome are the reminders of the report that are due or still to come, if any.
func toCome(c *config.Config, state *deliver.State, r config.Report, now time.Time) ([]Planned, error) {
	when, _, ok := reminders(c, r, config.TodayIn(c.Zone, now))
	if !ok {
		return nil, nil
	}
	var open []reports.Occurrence
	if state != nil {
		var err error
		if open, err = state.Open(reminderName(r, when), now); err != nil {
			return nil, err
		}
	}
	o := Planned{Report: r.Name, Due: when.Due, Now: inZone(c, when.Now(open, now))}
	for _, at := range when.Times() {
		if at.After(now) {
			o.At = append(o.At, at)
		}
	}
	if len(o.At) == 0 && o.Now == nil {
		return nil, nil
	}
	return []Planned{o}, nil
}
