package aggregate

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// A Cover says whose figures, and of which days, a figure of the ward is made of.
type Cover struct {
	Branches int  // that gave it
	Ward     bool // the ward gave it itself, or part of it: for all its branches
	// Open are the parts of the span of which nobody says anything, in order. A level,
	// which tells of a day, and what a log records leave none open.
	Open []reports.Period
	// First and Last are the days of which levels tell, the oldest and the newest; 0
	// for what adds up.
	First, Last reports.Day
}

// Cover tells of the figure over the span. A ratio is given by who gave its parts.
func (t *Totals) Cover(cat *catalogue.Catalogue, code string) Cover {
	c := t.cover(cat, t.Figures[code])
	c.Branches = t.fewest(cat, code)
	return c
}

// cover tells of a figure without the branches.
func (t *Totals) cover(cat *catalogue.Catalogue, f reports.Figure) Cover {
	var c Cover
	var days []reports.Period
	logged := false
	for _, e := range f.From {
		ind, _ := cat.Indicator(e.Code)
		c.Ward = c.Ward || e.Unit == reports.Ward
		switch {
		case e.Source == reports.FromLog:
			logged = true
		case !check.AtEnd(ind, e.Entry):
			days = append(days, e.Period)
		default:
			last := e.Period.Last()
			if c.First == 0 || last < c.First {
				c.First = last
			}
			c.Last = max(c.Last, last)
		}
	}
	if len(days) > 0 && !logged {
		c.Open = t.Span.Without(days)
	}
	return c
}

// fewest returns how many branches gave a figure, of a ratio the side that fewer of
// them gave: a branch without any case has no ratio, and is not silent.
func (t *Totals) fewest(cat *catalogue.Catalogue, code string) int {
	ind, _ := cat.Indicator(code)
	gave := units(t.Figures[code].From)
	gave = slices.DeleteFunc(gave, func(u reports.UnitID) bool { return u == reports.Ward })
	if len(gave) == 0 {
		return 0
	}
	num, den := len(t.Givers[ind.Num]), len(t.Givers[ind.Den])
	switch {
	case num > 0 && den > 0:
		return min(num, den)
	case num+den > 0:
		return num + den // the other part is the ward's own
	}
	return len(gave)
}

// Complete returns how many branches gave all of some indicators, which is what may be
// said of all figures at once. Of an indicator that hangs on another, as money on the
// persons who got it, nothing is wanted where that one was nought.
func (t *Totals) Complete(cat *catalogue.Catalogue, codes []string) int {
	n := 0
	for b := range t.Units {
		lacks := func(code string) bool { return !t.gave(cat, b, code) }
		if b != reports.Ward && !slices.ContainsFunc(codes, lacks) {
			n++
		}
	}
	return n
}

// allOf reports whether a branch's own figure speaks of all the days of which that of
// the ward does. A share is of the time of its parts, and once a year is often enough.
func (t *Totals) allOf(cat *catalogue.Catalogue, f reports.Figure) bool {
	if ind, _ := cat.Indicator(f.Code); ind.Num != "" {
		return true
	}
	lacks := t.cover(cat, f).Open
	all := t.cover(cat, t.Figures[f.Code]).Open
	return !slices.ContainsFunc(lacks, func(p reports.Period) bool { return len(p.Without(all)) > 0 })
}

// gave reports whether a branch gave an indicator, or had none to give.
func (t *Totals) gave(cat *catalogue.Catalogue, b reports.UnitID, code string) bool {
	own := t.Units[b]
	ind, _ := cat.Indicator(code)
	if f, ok := own[code]; ok {
		return t.allOf(cat, f)
	}
	for _, above := range []string{ind.Of, ind.Den} {
		if f, ok := own[above]; ok && f.Value.IsZero() {
			return true
		}
	}
	return false
}
