package compose

import (
	"regexp"
	"strconv"

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

const daysOfYear = 366

// What of a term, in percent, may be called its first half: a mid-term report is
// written when its congress asks for it, up to a year off the middle.
const leastHalf, mostHalf = 35, 72

// severalYears reports whether the span is longer than a year: what it tells may be
// told of a term.
func (c *composer) severalYears() bool { return c.in.Span.Days() > daysOfYear }

// firstHalf reports whether the span may be called the first half of the term: it is
// longer than a year, begins with the term, and ends well before it. Of a term whose
// days nobody set the years in its name say so; of one without any the length alone.
func (c *composer) firstHalf() bool {
	term := c.in.Term.Span
	if years := yearsOf(c.in.Term.Name); term.IsZero() && years != nil {
		term = reports.Period{From: reports.Year(years[0]).From, To: reports.Year(years[1]).From}
	}
	switch {
	case !c.severalYears():
		return false
	case term.IsZero():
		return true
	}
	share := c.in.Span.Days() * 100 / term.Days()
	return c.in.Span.From < term.From+daysOfYear && share >= leastHalf && share <= mostHalf
}

var termYears = regexp.MustCompile(`^(\d{4})\s*[-–]\s*(\d{4})$`)

// yearsOf are the first and the last year in the name of a term, nil if it names none.
func yearsOf(name string) []int {
	m := termYears.FindStringSubmatch(viet.Clean(name))
	if m == nil {
		return nil
	}
	first, _ := strconv.Atoi(m[1])
	last, _ := strconv.Atoi(m[2])
	return []int{first, last}
}

// seen is the last day of a period that the report can tell of: of a final that is dated
// within the period its own day, since nobody has seen what comes after.
func (c *composer) seen(p reports.Period) reports.Day {
	if dated := c.in.Date; !c.in.Draft && dated != 0 && dated >= p.From {
		return min(p.Last(), dated)
	}
	return p.Last()
}

// year is the action that prints the year of the report, nothing if its span lies in
// several.
func (c *composer) year() string {
	w := c.periodWords(c.in.Span)
	if last, _, _ := c.in.Span.Last().Date(); w.Kind == "days" && last != w.Year {
		return ""
	}
	return strconv.Itoa(w.Year)
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
