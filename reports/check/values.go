package check

import (
	"cmp"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

const (
	// leastMoney is the đồng below which an amount is hardly meant in đồng
	// (domain notes, 2.6, 8): the smallest note in use is 500 đồng.
	leastMoney = 1_000
	// mostMoney is the đồng above which an amount of one unit is not believed.
	mostMoney = 100_000_000_000
	// farOff is how far from the middle of the others an amount must be for a
	// wrong unit to be the likelier reason. A slip is a factor of 1000; three
	// times the middle or a third of it is common.
	farOff = 300
	// enough is how many others a comparison takes.
	enough = 3
)

// values looks at single entries: amounts in a wrong unit, numbers over the bound
// of the catalogue.
func values(cat *catalogue.Catalogue, settled Settled) reports.Findings {
	list := flatten(settled.Returns)
	slices.SortFunc(list, func(a, b reports.Contribution) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), a.Period.Compare(b.Period), cmp.Compare(a.Source, b.Source), compareFigures(a, b))
	})
	var fold Fold
	for same := range runs(list, func(a, b reports.Contribution) bool {
		return a.Code == b.Code && a.Period == b.Period && a.Source == b.Source
	}) {
		ind, _ := cat.Indicator(same[0].Code)
		around := newMiddles(same)
		for _, c := range same {
			low, high := around.without(c)
			if why := odd(ind, c.Value, low, high); why != "" {
				args := reports.Args{
					"file": c.At.File, "cell": c.At.String(), "name": ind.Name, "value": ValueText(ind, c.Value),
				}
				if ind.Money() {
					args["thousands"], args["typical"] = known(ind, thousandfold(c.Value)), known(ind, low)
				}
				fold.Add(why, c.Unit, c.At.File, args, label(cat, c)+": "+ValueText(ind, c.Value), c.At)
			}
		}
	}
	return fold.Findings()
}

// odd returns the code of the finding that a value deserves, or "". Low and high
// are the middle of the other branches' values, unknown if those are too few.
func odd(ind catalogue.Indicator, v, low, high reports.Value) string {
	switch {
	case ind.Percent():
		return ""
	case ind.Max > 0 && v.Cmp(reports.Int(ind.Max)) > 0:
		return "value.large"
	case !ind.Money() || v.IsZero():
		return ""
	case v.Cmp(reports.Int(leastMoney)) < 0 || times(v, farOff, low):
		return "money.thousands"
	case v.Cmp(reports.Int(mostMoney)) > 0 || times(high, farOff, v):
		return "money.large"
	}
	return ""
}

// times reports whether v, known, is more than n times smaller than w, known.
func times(v reports.Value, n int64, w reports.Value) bool {
	scaled, ok := v.Scale(n)
	return ok && w.Known() && scaled.Cmp(w) < 0
}

// thousandfold returns the value in đồng if it was meant in thousands, unknown if
// that does not fit.
func thousandfold(v reports.Value) reports.Value {
	scaled, _ := v.Scale(1000)
	return scaled
}

// known writes a value, "" if it is unknown: then its clause goes.
func known(ind catalogue.Indicator, v reports.Value) string {
	if !v.Known() {
		return ""
	}
	return ValueText(ind, v)
}

// middles answers for the median of all values but one: those of the branches'
// tables, noughts apart.
type middles []reports.Value

func newMiddles(list []reports.Contribution) middles {
	var m middles
	for _, c := range list {
		if compared(c) {
			m = append(m, c.Value)
		}
	}
	slices.SortFunc(m, reports.Value.Cmp)
	return m
}

// compared reports whether an entry is measured by the others: the ward is not a
// branch, and an event is not a year.
func compared(c reports.Contribution) bool {
	return !fromLog(c) && c.Unit != reports.Ward && !c.Value.IsZero()
}

// without returns the lower and the upper median of the values but that of c,
// unknown if too few are left or c is not to be compared.
func (m middles) without(c reports.Contribution) (low, high reports.Value) {
	others := len(m) - 1
	if !compared(c) || others < enough {
		return low, high
	}
	self, _ := slices.BinarySearchFunc(m, c.Value, reports.Value.Cmp)
	at := func(i int) reports.Value {
		if i >= self {
			i++
		}
		return m[i]
	}
	return at((others - 1) / 2), at(others / 2)
}
