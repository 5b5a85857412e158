// Package check decides which of the returns count, and says what is odd about
// them: what came twice, what is absent, what does not agree.
//
// It never changes a number and never guesses one. An entry either counts as it
// was read or stands in LeftOut with the code of the finding that says why.
// The order in which returns come makes no difference.
package check

import (
	"slices"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A Book is what is known of a workbook beside its cells.
type Book struct {
	// Modified is the time of the last saving in the core properties, zero if
	// they hold none. It is never the time of the file: sending one again
	// resets that.
	Modified time.Time
}

// Settled is what is left of the returns when each thing is counted once.
type Settled struct {
	Returns []reports.Return // in order of unit, period and file
	LeftOut []reports.LeftOut
	// Superseded names, for each workbook of which every figure lost or was
	// equal, the workbook that counts in its place.
	Superseded map[string]string
	Span       reports.Period
}

// speaks reports whether an entry that does not count says something of the span all the
// same, so that its unit is not silent: the copy of a year's return says nothing of a half.
func (s Settled) speaks(l reports.LeftOut) bool {
	if outside(l.Why) {
		return false
	}
	return l.Period.IsZero() || s.Span.IsZero() || s.Span.From <= l.Period.From && l.Period.To <= s.Span.To
}

// Settle decides which entries count in the span: of two workbooks of one unit
// the later (design, "Twice the same"), of a year and its parts the year
// ("Periods"), of a table and a log the table ("The ward's log"), of a sum and
// its parts the parts. Books may lack a file: its time is then unknown. What lies
// in one of the earlier spans is left out too, as something to compare with.
func Settle(cat *catalogue.Catalogue, returns []reports.Return, books map[string]Book, span reports.Period, earlier ...reports.Period) (Settled, reports.Findings) {
	s := settler{cat: cat, books: books, span: span, earlier: earlier}
	list := s.sound(flatten(returns))
	list = s.tables(list)
	list = s.logs(list)
	superseded := s.superseded(list)
	list = s.placed(list)
	list = s.within(list)
	list = s.longest(list)
	list = s.tableBeforeLog(list)
	list = s.partsBeforeSum(list)

	slices.SortFunc(s.leftOut, func(a, b reports.LeftOut) int {
		return CompareContributions(a.Contribution, b.Contribution)
	})
	list = s.apart(list)
	findings := append(s.findings, s.fold.Findings()...)
	return Settled{regroup(list), s.leftOut, superseded, span}, findings.Sorted()
}

// Received returns the branches of which some number counts, or would if it
// were clear, in the given order. Without a list of branches it returns every
// unit but the ward, sorted.
func Received(settled Settled, branches []reports.Unit) []reports.UnitID {
	gave := map[reports.UnitID]bool{}
	for _, r := range settled.Returns {
		gave[r.Unit] = true
	}
	for _, l := range settled.LeftOut {
		if settled.speaks(l) {
			gave[l.Unit] = true
		}
	}
	delete(gave, reports.Ward)
	var ids []reports.UnitID
	if len(branches) == 0 {
		for id := range gave {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		return ids
	}
	for _, b := range branches {
		if gave[b.ID] {
			ids = append(ids, b.ID)
		}
	}
	return ids
}

// A settler carries what the steps of Settle share. Each step takes the entries
// that still count and returns those that count after it.
type settler struct {
	cat      *catalogue.Catalogue
	books    map[string]Book
	span     reports.Period
	earlier  []reports.Period
	leftOut  []reports.LeftOut
	findings reports.Findings
	fold     Fold
	pairs    map[pairKey]*pair
	addends  map[reports.Contribution][]reports.Contribution // by what stands for them
}

// drop leaves entries out for the reason why, the code of a finding.
func (s *settler) drop(why string, list ...reports.Contribution) {
	for _, c := range s.apart(list) {
		s.leftOut = append(s.leftOut, reports.LeftOut{Contribution: c, Why: why})
	}
}

// sound leaves out codes that the catalogue does not have, and numbers below
// nought, which no indicator can have.
func (s *settler) sound(list []reports.Contribution) []reports.Contribution {
	return slices.DeleteFunc(list, func(c reports.Contribution) bool {
		_, ok := s.cat.Indicator(c.Code)
		switch {
		case !ok:
			s.drop("indicator.unknown", c)
			s.findings.Add("indicator.unknown", c.Unit, reports.Args{"name": c.Code}, c.At)
		case c.Value.Num < 0:
			s.drop("value.negative", c)
			s.fold.Add("value.negative", c.Unit, c.At.File, reports.Args{"file": c.At.File},
				label(s.cat, c)+": "+valuesText(s.cat, []reports.Contribution{c}), c.At)
			return true
		}
		return !ok
	})
}

// AtEnd reports whether the entry says how things stood on the last day of its
// period, and not what happened in it: levels, rates per year, percentages
// given as such. Such entries are never added over periods.
func AtEnd(ind catalogue.Indicator, e reports.Entry) bool {
	if ind.Kind == catalogue.Ratio {
		return ind.Over == "last" || Bare(e)
	}
	return !ind.Adds()
}

// Bare reports whether a percentage was given without its parts: parts are only
// ever read from "a/b".
func Bare(e reports.Entry) bool {
	for _, r := range e.Text {
		if r == '/' || r == '⁄' || r == '∕' {
			return false
		}
	}
	return true
}
