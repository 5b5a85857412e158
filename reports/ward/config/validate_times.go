package config

import (
	"cmp"
	"errors"
	"fmt"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/schedule"
	"ccbreport/reports/ward/say"
)

// What a schedule is without these keys.
const (
	defaultCatchUp = "once"
	defaultGrace   = "720h"
)

// longestReminder is how many days before a day one may want to be reminded of it.
const longestReminder = 180

func (c *complaints) schedules(conf *Config) {
	seen := map[string]bool{}
	for i := range conf.Schedules {
		s, path := &conf.Schedules[i], fmt.Sprintf("schedule[%d]", i)
		switch {
		case !plainName.MatchString(s.Name):
			c.add(badName, path+".name", s.Name)
		case seen[s.Name]:
			c.add(sameName, path+".name", s.Name)
		}
		seen[s.Name] = true
		if _, ok := conf.Report(s.Report); !ok {
			c.add(unknownScheduled, path+".report", s.Name, s.Report, conf.ReportNames())
		}
		c.rule(path, conf, s)
	}
}

// cronProblems are what can be wrong with a cron line.
var cronProblems = []struct {
	err  error
	what say.Problem
}{
	{schedule.ErrSyntax, badCron},
	{schedule.ErrZone, zoneInCron},
	{schedule.ErrEvery, everyCron},
	{schedule.ErrTwoDays, twoDaysCron},
	{schedule.ErrNever, neverCron},
}

// rule reads when the schedule is due and what is done about what was missed.
func (c *complaints) rule(path string, conf *Config, s *Schedule) {
	s.CatchUp, s.Grace = cmp.Or(s.CatchUp, defaultCatchUp), cmp.Or(s.Grace, defaultGrace)
	c.oneOf(path+".catch_up", s.CatchUp, catchUps)
	grace, err := time.ParseDuration(s.Grace)
	if err != nil || grace <= 0 {
		c.add(badGrace, path+".grace", s.Grace)
	}
	if conf.Zone == nil {
		return // it has been told, and nothing can be said about times without it
	}
	spec, err := schedule.Parse(s.Cron, conf.Zone)
	for _, p := range cronProblems {
		if errors.Is(err, p.err) {
			c.add(p.what, path+".cron", s.Cron)
		}
	}
	s.Rule = schedule.Rule{Spec: spec, CatchUp: s.CatchUp == "once", Grace: grace}
}

// due checks the last day for sending, and when to remind of it.
func (c *complaints) due(path string, conf *Config, r Report) {
	month, day, yearly := r.Due.yearly()
	switch {
	case r.Due.Text == "":
		if len(r.Remind) > 0 {
			c.add(remindOfNothing, path+".remind", r.Name)
		}
	case r.Due.Day == 0 && !yearly:
		c.add(badDue, path+".due", r.Due.Text)
	case yearly && r.Period != "" && r.Period != "term" && c.ok():
		at := reports.DayOf(2001, month, day)
		if span := conf.Span(r, at); 2*distanceOf(at, span.Last()) > span.Days() {
			c.add(dueOfOther, path+".due", r.Due.Text, r.Period)
		}
	}
	for _, days := range r.Remind {
		if days < 0 || days > longestReminder {
			c.add(badRemind, path+".remind", fmt.Sprint(days), fmt.Sprint(longestReminder))
		}
	}
}

// ok reports whether nothing is wrong so far, so that years and periods can be
// reckoned with.
func (c *complaints) ok() bool { return len(c.list) == 0 }
