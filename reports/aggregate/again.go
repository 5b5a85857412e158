package aggregate

import (
	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A Way says how a figure follows from its entries.
type Way string

const (
	Added   Way = "added"   // the sum of the terms
	Divided Way = "divided" // the sum of the terms over that of the denominators
	Taken   Way = "taken"   // one number as it was given; of several terms all say the same
)

// A Term is an entry of a figure with the number of it that counts, in the unit of
// the entry's indicator: of "33/34" the 33 as a term, the 34 as a denominator.
type Term struct {
	reports.Contribution
	Counts reports.Value
}

// A Reckoning is how a figure follows from its entries, so that anybody can work it
// out again without the rules by which entries were chosen.
type Reckoning struct {
	Way    Way
	Terms  []Term // in the order of the figure's entries
	Under  []Term // the denominators; none unless divided
	Result reports.Value
}

// Reckon returns how a figure follows from its entries. It reports false if they do
// not give its value in any of the three ways.
func Reckon(ind catalogue.Indicator, f reports.Figure) (Reckoning, bool) {
	q := quotient{ind: ind}
	r := Reckoning{Way: Added}
	switch bare, parts := split(f.From, q.bare); {
	case ind.Num == "" && (ind.Adds() || ind.Kind == catalogue.Stock || ind.Kind == catalogue.Rate):
		r.Terms = terms(f.From)
	case len(parts) > 0:
		r.Way = Divided
		r.Terms, r.Under = q.sides(f.From)
	default:
		r.Way, r.Terms = Taken, same(bare)
	}
	var ok bool
	r.Result, ok = r.work(q)
	return r, ok && r.Result.Equal(f.Value)
}

// work computes the result; not ok if there is nothing to compute it of, or if it does
// not fit into 64 bits.
func (r Reckoning) work(q quotient) (reports.Value, bool) {
	if len(r.Terms) == 0 {
		return reports.Value{}, false
	}
	if r.Way == Taken {
		return r.Terms[0].Counts, true
	}
	sum, ok := added(r.Terms)
	if !ok || r.Way == Added {
		return sum, ok
	}
	under, ok := added(r.Under)
	if !ok {
		return reports.Value{}, false
	}
	return q.divide(sum, under)
}

func added(list []Term) (reports.Value, bool) {
	sum, ok := reports.Int(0), true
	for _, t := range list {
		if sum, ok = sum.Add(t.Counts); !ok {
			return reports.Value{}, false
		}
	}
	return sum, true
}

func terms(list []reports.Contribution) []Term {
	var all []Term
	for _, c := range list {
		all = append(all, Term{c, c.Value})
	}
	return all
}

// sides parts the entries of a quotient as pair does: what has both in one cell stands
// on both sides.
func (q quotient) sides(list []reports.Contribution) (nums, dens []Term) {
	for _, c := range list {
		switch {
		case q.own(c):
			nums = append(nums, Term{c, reports.Int(c.Value.Num)})
			dens = append(dens, Term{c, reports.Int(c.Value.Den)})
		case q.isNum(c):
			nums = append(nums, Term{c, c.Value})
		default:
			dens = append(dens, Term{c, c.Value})
		}
	}
	return nums, dens
}

// same returns the entries of a number that was given as it is: all of them where they
// say the same, else the first, which is the one that counts.
func same(list []reports.Contribution) []Term {
	all := terms(list)
	for _, t := range all {
		if !t.Counts.Equal(all[0].Counts) {
			return all[:1]
		}
	}
	return all
}
