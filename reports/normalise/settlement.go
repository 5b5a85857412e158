package normalise

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
)

// figures is what a reading comes to, for comparing: for each indicator and branch
// what would be printed. "Cộng" beside its quarters, as a value or as a total that
// is checked, is one reading.
func (s *solver) figures(uses []use) string {
	var b strings.Builder
	for k := range s.recs {
		if !s.recs[k].known() {
			continue
		}
		said := s.said(uses, k)
		for _, unit := range unitsOf(said) {
			fmt.Fprintf(&b, "%d %s %d\n", k, unit, s.settled(k, unit, said))
		}
	}
	return b.String()
}

// A statement is one value that a reading takes from a row.
type statement struct {
	claim
	n int64
}

// said lists what a reading takes from row k: its values, and the sum of what adds
// up.
func (s *solver) said(uses []use, k int) []statement {
	var list []statement
	total := s.hasTotal(uses) && s.adds(uses)
	sum, added := int64(0), false
	for i, it := range s.items {
		a := it.amounts[k]
		switch {
		case !a.OK:
		case uses[i] == useValue, uses[i] == useTotal && total:
			list = append(list, statement{s.claim(i), a.N})
		case uses[i] == useAdd && !total:
			sum, added = sum+a.N, true
		}
	}
	if added {
		list = append(list, statement{claim{}, sum})
	}
	return list
}

func unitsOf(list []statement) []reports.UnitID {
	var ids []reports.UnitID
	for _, s := range list {
		ids = append(ids, s.unit)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// settled is the figure of one branch: of a level the last, of a flow the sum of
// the longest periods that share no day.
func (s *solver) settled(k int, unit reports.UnitID, said []statement) int64 {
	list := slices.DeleteFunc(slices.Clone(said), func(x statement) bool { return x.unit != unit })
	slices.SortStableFunc(list, func(a, b statement) int { return b.period.Days() - a.period.Days() })
	if !s.recs[k].ind.Adds() {
		last := list[0]
		for _, x := range list[1:] {
			if x.period.To > last.period.To {
				last = x
			}
		}
		return last.n
	}
	sum := int64(0)
	var taken []statement
	for _, x := range list {
		if !slices.ContainsFunc(taken, func(t statement) bool { return t.period.Overlaps(x.period) || t.period == x.period }) {
			taken, sum = append(taken, x), sum+x.n
		}
	}
	return sum
}
