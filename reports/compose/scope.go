package compose

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A scope is what a settled sentence speaks of.
type scope struct {
	whole  bool        // its figures may be called those of all
	marked bool        // the annex has more to say of one of them: who gave it, or of what time
	day    reports.Day // of its levels, the newest one; 0 for none
}

// scope looks at the figures of a sentence.
func (c *composer) scope(t text) scope {
	s := scope{whole: true}
	days := map[reports.Day]bool{}
	for _, g := range t {
		v, _ := c.at(g.r)
		if v.kind != fact || v.ref.Figure == "" || v.ref != ref(v.ref.Figure) {
			continue
		}
		cover := c.cover(v.ref.Figure)
		if c.reach(v.ref.Figure) == most {
			s.whole, s.marked = false, true
		}
		s.marked = s.marked || len(cover.Open) > 0 && !c.unsaid(cover.Open)
		if cover.Last != 0 {
			days[min(cover.Last, c.lastDay())] = true
			s.day = max(s.day, min(cover.Last, c.lastDay()))
		}
	}
	if len(days) > 1 {
		s.marked = true
	}
	return s
}

// unsaid reports whether nobody at all speaks of the days that are open: the opening
// sentence and the annex say so of all figures.
func (c *composer) unsaid(open []reports.Period) bool {
	return !slices.ContainsFunc(open, func(p reports.Period) bool { return len(p.Without(c.in.Gaps)) > 0 })
}

// scoped puts into a settled sentence the words that hang on its figures: of whom it
// speaks and of which day, and the mark of a figure that not all gave.
func (c *composer) scoped(t text) text {
	s := c.scope(t)
	dated := s.day == 0 || s.day >= c.in.Span.Last()
	out := slices.Clone(t)
	for i, g := range out {
		v, _ := c.at(g.r)
		switch v.word {
		case theWhole:
			out[i] = c.reworded(g, c.line("whole", s.whole))
		case theEnd, theDay:
			out[i] = c.reworded(g, c.line("close", c.moment(s, v.word)))
			dated = true
		case theYears:
			dated = true
		}
	}
	var tail string
	if !dated {
		tail += ", " + c.line("as of", viet.Date(s.day))
	}
	if s.marked {
		tail += c.line("mark", nil)
	}
	if tail == "" {
		return out
	}
	at := len(out)
	if endsIn(out, ".:") {
		at--
	}
	return slices.Insert(out, at, styled(tail, out[at-1].style)...)
}

// ending is an action that names the day of which its sentence speaks.
func (c *composer) ending(as word) string {
	return c.put(token{kind: setting, word: as, text: c.line("close", c.moment(scope{}, as))})
}

// reworded is a glyph with other words.
func (c *composer) reworded(g glyph, words string) glyph {
	g.r = []rune(c.put(token{kind: setting, text: words}))[0]
	return g
}

// A Moment is what the block "close" is given: the end of the span, or the day before
// it of which the figures tell.
type Moment struct {
	Day string // "30/6/2020"; "" for the end of the span
	PeriodWords
}

func (c *composer) moment(s scope, as word) Moment {
	m := Moment{PeriodWords: c.periodWords(c.in.Span)}
	day := s.day
	if day == 0 {
		day = c.lastDay()
	}
	if day < c.in.Span.Last() || as == theDay {
		m.Day = viet.Date(day)
	}
	return m
}
