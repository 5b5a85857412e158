package aggregate

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// A Cover says whose figures, and of which days, a figure of the ward is made of.
type Cover struct {
	Branches int  // that gave it for all the time of which any of them speaks
	Part     int  // that gave it for a part of that time only
	Ward     bool // the ward gave it itself, or part of it: for all its branches
	Estimate bool // some of it was estimated for time that had not passed yet
	// Open are the parts of the span of which nobody says anything, in order. A level,
	// which tells of a day, and what a log records leave none open.
	Open []reports.Period
	// First and Last are the days of which levels tell, the oldest and the newest, and
	// Most the one that half of them reach: as of that day most is known. 0 for what
	// adds up.
	First, Most, Last reports.Day
}

// Cover tells of the figure over the span. A ratio is given by who gave its parts.
func (t *Totals) Cover(cat *catalogue.Catalogue, code string) Cover {
	f := t.Figures[code]
	c := t.cover(cat, f)
	if ind, _ := cat.Indicator(code); ind.Num != "" {
		c.Open = nil // a share is of the time of its parts
	}
	c.Branches, c.Part = t.givers(cat, f, c.Open)
	return c
}

// cover tells of a figure without the branches.
func (t *Totals) cover(cat *catalogue.Catalogue, f reports.Figure) Cover {
	var c Cover
	var days []reports.Period
	var levels []reports.Day
	logged := false
	for _, e := range f.From {
		ind, _ := cat.Indicator(e.Code)
		c.Ward, c.Estimate = c.Ward || e.Unit == reports.Ward, c.Estimate || e.Estimated
		switch {
		case e.Source == reports.FromLog:
			logged = true
		case !check.AtEnd(ind, e.Entry):
			days = append(days, e.Period)
		default:
			levels = append(levels, e.Period.Last())
		}
	}
	if slices.Sort(levels); len(levels) > 0 {
		c.First, c.Most, c.Last = levels[0], levels[(len(levels)-1)/2], levels[len(levels)-1]
	}
	if len(days) > 0 && !logged {
		c.Open = t.Span.Without(days)
	}
	return c
}

// givers counts the branches that gave a figure, and those that gave it for a part only
// of the time of which others speak; of a ratio the side that fewer of them gave: a
// branch without any case has no ratio, and is not silent.
func (t *Totals) givers(cat *catalogue.Catalogue, f reports.Figure, open []reports.Period) (all, part int) {
	ind, _ := cat.Indicator(f.Code)
	branches := slices.DeleteFunc(units(f.From), func(u reports.UnitID) bool { return u == reports.Ward })
	switch num, den := t.Givers[ind.Num], t.Givers[ind.Den]; {
	case len(branches) == 0:
		return 0, 0
	case len(num) > 0 && len(den) > 0:
		lacks := func(b reports.UnitID) bool { // one of its parts, or both were left out
			return !t.Units[b][ind.Den].Value.IsZero() && (!t.gave(cat, b, ind.Num) || !slices.Contains(branches, b))
		}
		return len(den) - len(slices.DeleteFunc(slices.Clone(den), func(b reports.UnitID) bool { return !lacks(b) })), 0
	case len(num)+len(den) > 0:
		return len(num) + len(den), 0 // the other part is the ward's own
	}
	ward := ofUnit(f.From, reports.Ward) // where the ward speaks, no branch need
	for _, b := range branches {
		own := t.cover(cat, reports.Figure{Code: f.Code, From: slices.Concat(ofUnit(f.From, b), ward)})
		if within(own.Open, open) {
			all++
		}
	}
	return all, len(branches) - all
}

// within reports whether periods lie within others.
func within(periods, others []reports.Period) bool {
	return !slices.ContainsFunc(periods, func(p reports.Period) bool { return len(p.Without(others)) > 0 })
}

// Complete returns how many branches gave all of some indicators, which is what may be
// said of all figures at once. Of an indicator that hangs on another, as money on the
// persons who got it, nothing is wanted where that one was nought. Of what few have nobody
// need have any, but who has some gave it for all the time.
func (t *Totals) Complete(cat *catalogue.Catalogue, codes, rare []string) int {
	n := 0
	for b := range t.Units {
		lacks := func(code string) bool { return !t.gave(cat, b, code) }
		short := func(code string) bool {
			f, ok := t.Units[b][code]
			return ok && !t.allOf(cat, f)
		}
		if b != reports.Ward && !slices.ContainsFunc(codes, lacks) && !slices.ContainsFunc(rare, short) {
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
	return within(t.cover(cat, f).Open, t.cover(cat, t.Figures[f.Code]).Open)
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
