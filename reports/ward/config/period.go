package config

import (
	"time"

	"ccbreport/reports"
)

// periods are the values of a report's key period.
var periods = []string{"this-year", "last-year", "this-half", "last-half", "term"}

// Span returns the days that the report covers, seen from today. Years and
// halves begin where year_starts says: with "11-01" the year of 5 January is the
// one that began on 1 November before.
func (c *Config) Span(r Report, today reports.Day) reports.Period {
	year := c.yearOf(today)
	halves := []reports.Period{
		{From: monthsAfter(year.From, -6), To: year.From},
		{From: year.From, To: monthsAfter(year.From, 6)},
		{From: monthsAfter(year.From, 6), To: year.To},
	}
	half := 1
	if today >= halves[2].From {
		half = 2
	}
	switch r.Period {
	case "this-year":
		return year
	case "last-year":
		return c.yearOf(year.From - 1)
	case "this-half":
		return halves[half]
	case "last-half":
		return halves[half-1]
	case "term":
		return reports.PeriodOf(c.Term.From.Day, c.Term.To.Day)
	}
	return reports.PeriodOf(r.From.Day, r.To.Day)
}

// dueOf returns the last day on which branches are to send for the span; 0 if none
// is set. Of a due that is given as month and day it is the one nearest to the end
// of the span.
func (r Report) dueOf(span reports.Period) reports.Day {
	month, day, yearly := r.Due.yearly()
	if !yearly {
		return r.Due.Day
	}
	year, _, _ := span.Last().Date()
	best := reports.DayOf(year, month, day)
	for _, other := range []int{year - 1, year + 1} {
		if d := reports.DayOf(other, month, day); distanceOf(d, span.Last()) < distanceOf(best, span.Last()) {
			best = d
		}
	}
	return best
}

// NextDue returns the first day from today on that is the last one for sending,
// and the span that is sent for; ok is false if there is none any more.
func (c *Config) NextDue(r Report, today reports.Day) (due reports.Day, span reports.Period, ok bool) {
	candidates := []reports.Day{r.Due.Day}
	if month, day, yearly := r.Due.yearly(); yearly {
		year, _, _ := today.Date()
		candidates = nil
		for y := year; y <= year+1; y++ {
			candidates = append(candidates, reports.DayOf(y, month, day))
		}
	}
	for _, due := range candidates {
		span := c.Span(r, due)
		if due >= today && r.dueOf(span) == due {
			return due, span, true
		}
	}
	return 0, reports.Period{}, false
}

func distanceOf(a, b reports.Day) int { return int(max(a, b) - min(a, b)) }

// yearly returns month and day of a date without a year, "12-05".
func (d Date) yearly() (month, day int, ok bool) {
	at, err := reports.ParseDay("2001-" + d.Text) // no leap year: the day must come in all
	_, month, day = at.Date()
	return month, day, err == nil
}

// yearOf returns the year, as this ward counts, that the day lies in.
func (c *Config) yearOf(d reports.Day) reports.Period {
	month, day := c.yearStart()
	y, _, _ := d.Date()
	if d < reports.DayOf(y, month, day) {
		y--
	}
	return reports.Period{From: reports.DayOf(y, month, day), To: reports.DayOf(y+1, month, day)}
}

// yearStart returns the month and day of year_starts, which is valid.
func (c *Config) yearStart() (month, day int) {
	start, _ := reports.ParseDay("2001-" + c.YearStarts)
	_, month, day = start.Date()
	return month, day
}

func monthsAfter(d reports.Day, n int) reports.Day {
	y, m, day := d.Date()
	return reports.DayOf(y, m+n, day)
}

// TodayIn returns the calendar day of the moment in the zone.
func TodayIn(zone *time.Location, now time.Time) reports.Day {
	y, m, d := now.In(zone).Date()
	return reports.DayOf(y, int(m), d)
}
