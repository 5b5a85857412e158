package compose

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A scope is what a settled sentence speaks of.
type scope struct {
	figures int         // of the ward over the span, in it
	fewer   int         // of these: those that may not be called those of all
	day     reports.Day // of its levels, the newest one; 0 for none

	estimate bool  // a level of it was estimated
	marks    []int // the figures of which the annex has more to say: who gave them, or of what time
}

// scope looks at the figures of a sentence.
func (c *composer) scope(t text) scope {
	var s scope
	days := map[int]reports.Day{}
	for i, g := range t {
		v, _ := c.at(g.r)
		if v.kind != fact || v.ref.Figure == "" || v.ref != ref(v.ref.Figure) {
			continue
		}
		s.figures++
		cover, partial := c.cover(v.ref.Figure), c.reach(v.ref.Figure) == most
		if partial {
			s.fewer++
		}
		if partial || len(cover.Open)+cover.Part > 0 || cover.First < min(cover.Last, c.lastDay()) {
			s.marks = append(s.marks, i)
		}
		if cover.Most != 0 {
			days[i] = cover.Most
			if !cover.Estimate { // what is estimated is of the day that it was estimated for
				days[i] = min(cover.Most, c.lastDay())
			}
			s.day, s.estimate = max(s.day, days[i]), s.estimate || cover.Estimate
		}
	}
	for i, day := range days {
		if day < s.day {
			s.marks = append(s.marks, i)
		}
	}
	return s
}

// A Whole is what the block "whole" is given: of whom a sentence speaks.
type Whole struct {
	All bool // all branches, or nearly
	One bool // one alone reported
}

// scoped puts into a settled sentence what hangs on its figures as a whole: of whom it
// speaks and of which day, where no clause of it has said so, and the marks that are left.
func (c *composer) scoped(t text) text {
	s := c.scope(t)
	out, dated := c.worded(t, s)
	if !dated && s.day != 0 && s.day < c.in.Span.Last() {
		out = insert(out, sentenceEnds(out), ", "+c.line("as of", viet.Date(s.day)))
	}
	if c.unmarked(out, s) {
		at := sentenceEnds(out)
		out = slices.Insert(slices.Clone(out), at, glyph{r: c.star(), style: out[at-1].style})
	}
	return out
}

// ofClause does the same for a clause by its own figures: what one clause lacks is no
// matter of the others.
func (c *composer) ofClause(t text) text {
	s := c.scope(t)
	if s.figures == 0 {
		return t
	}
	out, _ := c.worded(t, s)
	if c.unmarked(out, s) {
		out = append(slices.Clone(out), glyph{r: c.star(), style: out[len(out)-1].style})
	}
	return out
}

// worded puts the words into a text that hang on its figures; dated reports whether one of
// them says of which day it speaks.
func (c *composer) worded(t text, s scope) (out text, dated bool) {
	out = slices.Clone(t)
	for i, g := range out {
		v, _ := c.at(g.r)
		switch v.word {
		case theWhole:
			out[i] = c.reworded(g, v.word, c.line("whole", Whole{s.fewer == 0, c.in.Branches.Received == 1}))
		case theEnd, theDay:
			out[i] = c.reworded(g, v.word, c.line("close", c.moment(s, v.word)))
		}
		dated = dated || v.word == theEnd || v.word == theDay || v.word == theYears || v.word == theSaidDay
	}
	return out, dated
}

// unmarked reports whether a figure that is to have a mark has none behind it.
func (c *composer) unmarked(t text, s scope) bool {
	return slices.ContainsFunc(s.marks, func(i int) bool {
		return !slices.ContainsFunc(t[i:], func(g glyph) bool { v, _ := c.at(g.r); return v.word == theMark })
	})
}

// star enters the mark.
func (c *composer) star() rune {
	c.starred = true
	return []rune(c.put(token{kind: setting, word: theMark, text: c.line("mark", nil)}))[0]
}

// sentenceEnds is where the last stop of a sentence stands.
func sentenceEnds(t text) int {
	if endsIn(t, ".:") {
		return len(t) - 1
	}
	return len(t)
}

// insert puts words into a text, in the style of what stands before them.
func insert(t text, at int, words string) text {
	return slices.Insert(slices.Clone(t), at, styled(words, t[at-1].style)...)
}

// ending is an action that names the day of which its sentence speaks.
func (c *composer) ending(as word) string {
	return c.put(token{kind: setting, word: as, text: c.line("close", c.moment(scope{}, as))})
}

// reworded is a glyph with other words.
// What it says is settled.
func (c *composer) reworded(g glyph, as word, words string) glyph {
	said := word(0)
	if as != theWhole {
		said = theSaidDay
	}
	g.r = []rune(c.put(token{kind: setting, word: said, text: words}))[0]
	return g
}

// oddYear reports whether the work year is not that of the calendar: what ends in
// November is not said to be the end of the year.
func (c *composer) oddYear() bool {
	return c.in.YearStart != [2]int{} && c.in.YearStart != [2]int{1, 1}
}

// A Moment is what the block "close" is given: the end of the span, or the day before
// it of which the figures tell.
type Moment struct {
	Day      string // "30/6/2020"; "" for the end of the span
	Month    int    // in which the span ends
	Estimate bool   // the levels were estimated for that day
	PeriodWords
}

func (c *composer) moment(s scope, as word) Moment {
	m := Moment{PeriodWords: c.periodWords(c.in.Span), Estimate: s.estimate}
	_, m.Month, _ = c.in.Span.Last().Date()
	day := s.day
	if day == 0 {
		day = c.lastDay()
	}
	ahead := s.estimate && day > c.lastDay() // no day after the report's own is named
	if !ahead && (day < c.in.Span.Last() || as == theDay || c.oddYear()) {
		m.Day = viet.Date(day)
	}
	return m
}
