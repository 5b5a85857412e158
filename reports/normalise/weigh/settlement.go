package weigh

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
)

// figures is what a reading comes to, for comparing: for each indicator and branch
// what would be printed. "Cộng" beside its quarters, as a value or as a total that
// is checked, is one reading.
func (s *Scales) figures(uses []Use) string {
	var b strings.Builder
	for k := range s.rows {
		if !s.rows[k].Known {
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
func (s *Scales) said(uses []Use, k int) []statement {
	var list []statement
	total := s.HasTotal(uses) && s.Adds(uses)
	sum, added := int64(0), false
	for i, c := range s.columns {
		a := c.Amounts[k]
		switch {
		case !a.OK:
		case uses[i] == AsValue, uses[i] == AsTotal && total:
			list = append(list, statement{s.claim(i), a.N})
		case uses[i] == AsAddend && !total:
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
func (s *Scales) settled(k int, unit reports.UnitID, said []statement) int64 {
	list := slices.DeleteFunc(slices.Clone(said), func(x statement) bool { return x.unit != unit })
	slices.SortStableFunc(list, func(a, b statement) int { return b.period.Days() - a.period.Days() })
	if s.level(k) {
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
