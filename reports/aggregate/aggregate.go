// Package aggregate adds the returns that count up to the ward's figures, by
// the kind of each indicator. Adding is exact, and in any order the same.
//
// Every figure keeps the entries it was made of; every entry that was read and
// not added is in LeftOut with the code of the finding that says why.
package aggregate

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// Totals are the ward's figures for one span.
type Totals struct {
	Span    reports.Period
	Figures map[string]reports.Figure                    // by code, over the whole span
	Periods []reports.Period                             // the sub-periods that the returns name, in order
	By      map[reports.Period]map[string]reports.Figure // the ward's figures of each sub-period
	Units   map[reports.UnitID]map[string]reports.Figure // each unit's own figures over the span
	Givers  map[string][]reports.UnitID                  // by code: the branches that gave it
	LeftOut []reports.LeftOut

	// What the figures are held against, nil for nothing: the same days of the
	// year before, the year that ends where the span's own year begins, and the
	// plan for the span. Nothing of them is in the figures above.
	Before, Start, Plan *Totals
}

// Earlier returns the totals that these are held against, each once.
func (t *Totals) Earlier() []*Totals {
	list := slices.DeleteFunc([]*Totals{t.Start, t.Before}, func(e *Totals) bool { return e == nil })
	return slices.Compact(list)
}

// Sum adds up what is settled. Branches are those expected, in the order in
// which they are named; without them every unit but the ward is a branch.
//
// A figure of a sub-period is left out of By, and not of Figures, where a unit
// gave the indicator only for longer periods: part of a sum is no sum. The other
// way round, what is true of a year (100% of all) may not be true of the span. Last the
// sums are held against the bounds of the catalogue: see bounds.
func Sum(cat *catalogue.Catalogue, settled check.Settled, branches []reports.Unit, span reports.Period) (*Totals, reports.Findings) {
	a := newAdder(cat, settled, branches, span)
	for _, ind := range cat.Indicators() {
		if len(ind.Parts) == 0 {
			a.choose(ind, a.given[ind.Code])
		}
	}
	for _, ind := range cat.Indicators() {
		if len(ind.Parts) > 0 {
			a.choose(ind, a.withParts(ind))
		}
	}
	for _, ind := range cat.Indicators() {
		a.add(ind)
	}
	a.account(settled)
	findings := append(a.findings, a.fold.Findings()...)
	return a.totals, append(findings, a.totals.bounds(cat, branches, tooLargeParts(findings))...).Sorted()
}

// An adder holds the entries while they are added.
type adder struct {
	cat      *catalogue.Catalogue
	branches []reports.UnitID
	given    map[string][]reports.Contribution // by code, in order of position
	counted  map[string][]reports.Contribution // the same without the level that does not count
	unused   map[string]string                 // by code: why an entry is in no figure
	lost     map[reports.Contribution]string   // entries of the other level: why
	totals   *Totals
	findings reports.Findings
	fold     check.Fold
}

func newAdder(cat *catalogue.Catalogue, settled check.Settled, branches []reports.Unit, span reports.Period) *adder {
	a := &adder{
		cat:     cat,
		given:   map[string][]reports.Contribution{},
		counted: map[string][]reports.Contribution{},
		unused:  map[string]string{},
		lost:    map[reports.Contribution]string{},
		totals: &Totals{
			Span:    span,
			Figures: map[string]reports.Figure{},
			Periods: subPeriods(settled.Returns, span),
			By:      map[reports.Period]map[string]reports.Figure{},
			Units:   map[reports.UnitID]map[string]reports.Figure{},
			Givers:  map[string][]reports.UnitID{},
			LeftOut: slices.Clone(settled.LeftOut),
		},
	}
	for _, p := range a.totals.Periods {
		a.totals.By[p] = map[string]reports.Figure{}
	}
	for _, r := range settled.Returns {
		for _, e := range r.Entries {
			a.given[e.Code] = append(a.given[e.Code], reports.Contribution{Unit: r.Unit, Period: r.Period, Entry: e})
		}
	}
	for _, list := range a.given {
		slices.SortFunc(list, check.CompareContributions)
	}
	for _, b := range branches {
		a.branches = append(a.branches, b.ID)
	}
	if len(branches) == 0 {
		a.branches = check.Received(settled, nil)
	}
	return a
}

// add makes all figures of one indicator: of the span, of each sub-period, of
// each unit.
func (a *adder) add(ind catalogue.Indicator) {
	k := a.kind(ind)
	if len(k.entries) == 0 {
		return
	}
	a.addUnits(ind, k)
	figure, state := a.figure(ind, k.ward, k.entries, a.totals.Span)
	switch state {
	case tooLarge:
		a.overflow(ind, k.entries)
		return
	case made:
		a.totals.Figures[ind.Code] = figure
	}
	for _, p := range a.totals.Periods {
		if figure, state := a.figure(ind, k.ward, k.entries, p); state == made {
			a.totals.By[p][ind.Code] = figure
		}
	}
}

// addUnits makes the figures of the single units, and names the branches that
// have one. Both levels have theirs, whichever counts for the ward.
func (a *adder) addUnits(ind catalogue.Indicator, k kind) {
	for _, unit := range units(k.all) {
		own := ofUnit(k.all, unit)
		figure, state := a.figure(ind, k.unit, own, a.totals.Span)
		if state != made {
			continue
		}
		if a.totals.Units[unit] == nil {
			a.totals.Units[unit] = map[string]reports.Figure{}
		}
		a.totals.Units[unit][ind.Code] = figure
	}
	for _, b := range a.branches {
		if _, ok := a.totals.Units[b][ind.Code]; ok {
			a.totals.Givers[ind.Code] = append(a.totals.Givers[ind.Code], b)
		}
	}
}

func (a *adder) figure(ind catalogue.Indicator, r reckoner, list []reports.Contribution, within reports.Period) (reports.Figure, state) {
	value, from, state := r(list, within)
	if state != made {
		return reports.Figure{}, state
	}
	slices.SortFunc(from, check.CompareContributions)
	return reports.Figure{Code: ind.Code, Value: value, Period: within, From: slices.Compact(from)}, made
}

func (a *adder) overflow(ind catalogue.Indicator, list []reports.Contribution) {
	a.unused[ind.Code] = "sum.overflow"
	a.findings.Add("sum.overflow", "", reports.Args{"name": ind.Name, "count": strconv.Itoa(len(list))}, cells(list)...)
}

// account puts every entry that no figure of the ward was made of into LeftOut.
func (a *adder) account(settled check.Settled) {
	used := map[reports.Contribution]bool{}
	use := func(figures map[string]reports.Figure) {
		for _, f := range figures {
			for _, c := range f.From {
				used[c] = true
			}
		}
	}
	use(a.totals.Figures)
	for _, figures := range a.totals.By {
		use(figures)
	}
	for _, r := range settled.Returns {
		for _, e := range r.Entries {
			c := reports.Contribution{Unit: r.Unit, Period: r.Period, Entry: e}
			if !used[c] {
				a.leaveOut(c)
			}
		}
	}
	slices.SortFunc(a.totals.LeftOut, func(x, y reports.LeftOut) int {
		return check.CompareContributions(x.Contribution, y.Contribution)
	})
}
