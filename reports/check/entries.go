package check

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"ccbreport/reports"
)

// flatten returns the entries of all returns, each with its unit and period, in
// order of figure: unit, code, period, source, position.
func flatten(returns []reports.Return) []reports.Contribution {
	var list []reports.Contribution
	for _, r := range returns {
		for _, e := range r.Entries {
			list = append(list, reports.Contribution{Unit: r.Unit, Period: r.Period, Entry: e})
		}
	}
	slices.SortFunc(list, compareFigures)
	return list
}

// regroup is the inverse of flatten.
func regroup(list []reports.Contribution) []reports.Return {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b reports.Contribution) int {
		return cmp.Or(cmp.Compare(a.Unit, b.Unit), a.Period.Compare(b.Period), CompareContributions(a, b))
	})
	var returns []reports.Return
	for group := range runs(sorted, func(a, b reports.Contribution) bool {
		return a.Unit == b.Unit && a.Period == b.Period && a.At.File == b.At.File
	}) {
		r := reports.Return{Unit: group[0].Unit, Period: group[0].Period, File: group[0].At.File}
		for _, c := range group {
			r.Entries = append(r.Entries, c.Entry)
		}
		returns = append(returns, r)
	}
	return returns
}

// CompareContributions orders entries by position; what stands in one cell by
// everything else, so that the order is total.
func CompareContributions(a, b reports.Contribution) int {
	return cmp.Or(
		a.At.Compare(b.At),
		cmp.Compare(a.Unit, b.Unit),
		a.Period.Compare(b.Period),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Source, b.Source),
		cmp.Compare(a.Value.Num, b.Value.Num),
		cmp.Compare(a.Value.Den, b.Value.Den),
		strings.Compare(a.Text, b.Text),
	)
}

func compareFigures(a, b reports.Contribution) int {
	return cmp.Or(
		cmp.Compare(a.Unit, b.Unit),
		cmp.Compare(a.Code, b.Code),
		a.Period.Compare(b.Period),
		cmp.Compare(b.Source, a.Source), // tables before logs
		CompareContributions(a, b),
	)
}

func sameCode(a, b reports.Contribution) bool { return a.Unit == b.Unit && a.Code == b.Code }

// runs yields the longest runs of neighbours that are the same.
func runs(list []reports.Contribution, same func(a, b reports.Contribution) bool) iter.Seq[[]reports.Contribution] {
	return func(yield func([]reports.Contribution) bool) {
		for start := 0; start < len(list); {
			end := start + 1
			for end < len(list) && same(list[start], list[end]) {
				end++
			}
			if !yield(list[start:end:end]) {
				return
			}
			start = end
		}
	}
}

// split parts a list in two, keeping the order.
func split(list []reports.Contribution, in func(reports.Contribution) bool) (yes, no []reports.Contribution) {
	for _, c := range list {
		if in(c) {
			yes = append(yes, c)
		} else {
			no = append(no, c)
		}
	}
	return yes, no
}

func fromLog(c reports.Contribution) bool { return c.Source == reports.FromLog }

// cells returns the positions of the entries.
func cells(list []reports.Contribution) []reports.Cell {
	at := make([]reports.Cell, len(list))
	for i, c := range list {
		at[i] = c.At
	}
	return at
}

// sum adds the values exactly; ok is false if they do not fit into 64 bits.
func sum(list []reports.Contribution) (total reports.Value, ok bool) {
	total, ok = reports.Int(0), true
	for _, c := range list {
		if total, ok = total.Add(c.Value); !ok {
			return reports.Value{}, false
		}
	}
	return total, true
}

// sameSum reports whether both lists add up to one number.
func sameSum(a, b []reports.Contribution) bool {
	x, ok1 := sum(a)
	y, ok2 := sum(b)
	return ok1 && ok2 && x.Equal(y)
}
