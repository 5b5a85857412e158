package trace

import (
	"maps"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// An Explanation is everything that an edition knows about one figure.
type Explanation struct {
	Ref paper.Ref
	Figure
	Parts   []Part        // the figure of each sub-period, in order
	Units   []Share       // the figure of each branch, in their order
	Earlier []Part        // the figures of the spans that it is compared with, in order
	Plan    *Figure       // what the plan says of it, nil for nothing
	LeftOut []LeftOut     // what was read of it, or of its parts, and not added
	Printed []paper.Place // where the report prints it, its sub-periods too
}

// A Part is the figure of one sub-period.
type Part struct {
	Period reports.Period
	Value  reports.Value
	From   []Entry
}

// A Share is the figure of one branch.
type Share struct {
	Unit  reports.UnitID
	Name  string
	Value reports.Value
	From  []Entry
}

// Explain finds the figures that a word means: the one of that code, also where
// all that was given for it was left out; else those with that value, first over
// the whole span, then of a single sub-period or an earlier span. A number is written as in the
// report ("2.450", "97,6%") or plain ("2450"), with one of the units or without.
func (d *Data) Explain(word string, units *viet.Units) []Explanation {
	code := strings.ToUpper(strings.TrimSpace(word))
	_, ok := d.Figures[code]
	if ok || slices.ContainsFunc(d.LeftOut, func(l LeftOut) bool { return l.Code == code }) {
		return []Explanation{d.explanation(paper.Ref{Figure: code})}
	}
	var found []Explanation
	for _, code := range slices.Sorted(maps.Keys(d.Figures)) {
		if d.Figures[code].is(word, units) {
			found = append(found, d.explanation(paper.Ref{Figure: code}))
		}
	}
	if found != nil {
		return found
	}
	for _, p := range slices.Concat(d.Periods, d.Earlier) {
		for _, code := range slices.Sorted(maps.Keys(p.Figures)) {
			if p.Figures[code].is(word, units) {
				found = append(found, d.explanation(paper.Ref{Figure: code}.In(p.Period)))
			}
		}
	}
	return found
}

func (d *Data) explanation(ref paper.Ref) Explanation {
	f, _ := d.figure(ref)
	code := ref.Figure
	e := Explanation{Ref: ref, Figure: f}
	for _, p := range d.Periods {
		if f, ok := p.Figures[code]; ok {
			e.Parts = append(e.Parts, Part{p.Period, f.Value, f.From})
		}
	}
	for _, p := range d.Earlier {
		if f, ok := p.Figures[code]; ok {
			e.Earlier = append(e.Earlier, Part{p.Period, f.Value, f.From})
		}
	}
	if f, ok := d.Plan[code]; ok {
		e.Plan = &f
	}
	for _, u := range d.Units {
		if f, ok := u.Figures[code]; ok {
			e.Units = append(e.Units, Share{u.Unit, u.Name, f.Value, f.From})
		}
	}
	for _, l := range d.LeftOut {
		if slices.Contains([]string{code, f.Num, f.Den}, l.Code) {
			e.LeftOut = append(e.LeftOut, l)
		}
	}
	for _, p := range d.Document.Places() {
		if p.Figure == code && (ref.Over().IsZero() || p.Period == ref.Period) {
			e.Printed = append(e.Printed, p)
		}
	}
	return e
}

// is reports whether the word is the figure's value as it is printed, a percentage
// with its sign or without.
func (f Figure) is(word string, units *viet.Units) bool {
	list, err := units.Quantities(word, f.Unit)
	if err != nil || len(list) != 1 {
		return false
	}
	q := list[0]
	if !strings.HasPrefix(f.Unit, q.Unit) { // đồng for đồng/năm too
		return false
	}
	said := q.Value
	if f.Unit == "%" && q.Unit != "%" {
		said = reports.Ratio(said.Num, said.Den*100)
	}
	return said.Known() && catalogue.Indicator{Kind: f.Kind, Unit: f.Unit}.Printed(f.Value).Equal(said)
}
