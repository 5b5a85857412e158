package compose

import (
	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// PeriodWords is what the blocks "period", "when" and "next" are given to name a
// period.
type PeriodWords struct {
	Year        int    // by the number under which this ward counts it
	Kind        string // "year", "half", "quarter", "month" or "days"
	Number      int    // which half, quarter or month
	From, Until string // "01/01/2017", both included
}

// periodWords names a period as this ward counts its years: where they begin on 1
// December, the year from 01/12/2025 to 30/11/2026 is 2026. Months are those of
// the calendar.
func (c *composer) periodWords(p reports.Period) PeriodWords {
	years := viet.PeriodContext{YearStart: c.in.YearStart}
	w := PeriodWords{Kind: "days", From: viet.Date(p.From), Until: viet.Date(c.seen(p))}
	y, m, _ := p.From.Date()
	w.Year = y
	for _, k := range []struct {
		kind   string
		months int
	}{{"year", 12}, {"half", 6}, {"quarter", 3}} {
		for year := y; year <= y+1; year++ {
			for n := range 12 / k.months {
				if p == years.Months(year, n*k.months, k.months) {
					w.Year, w.Kind, w.Number = year, k.kind, n+1
					return w
				}
			}
		}
	}
	if p == reports.Months(y, m, 1) {
		w.Kind, w.Number = "month", m
	}
	return w
}

// seen is the last day of a period that the report can tell of: of a final that is dated
// within the period its own day, since nobody has seen what comes after.
func (c *composer) seen(p reports.Period) reports.Day {
	if dated := c.in.Date; !c.in.Draft && dated != 0 && dated >= p.From {
		return min(p.Last(), dated)
	}
	return p.Last()
}

// when is the action that names the span of the report in a sentence.
func (c *composer) when() string { return c.line("when", c.periodWords(c.in.Span)) }

// next is the action that names the time after the span: the next year or half,
// else no definite one.
func (c *composer) next() string {
	months := map[string]int{"year": 12, "half": 6}[c.periodWords(c.in.Span).Kind]
	if months == 0 {
		return c.line("next", PeriodWords{Kind: "days"})
	}
	y, m, d := c.in.Span.To.Date()
	return c.line("next", c.periodWords(reports.Period{From: c.in.Span.To, To: reports.DayOf(y, m+months, d)}))
}
