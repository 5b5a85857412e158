package check

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// partsBeforeSum settles an indicator that is the sum of others (TC.HV.GIAM)
// where a unit gives both. If it gives all the parts they count, and a different
// sum is told. If it gives only some, the sum it gives counts: a part that is
// not given is not nought. Further down, parts stand for the sum wherever no
// entry of the sum is left.
func (s *settler) partsBeforeSum(list []reports.Contribution) []reports.Contribution {
	for _, ind := range s.cat.Indicators() {
		if len(ind.Parts) == 0 {
			continue
		}
		lost := map[reports.Contribution]bool{}
		for unit := range runs(list, func(a, b reports.Contribution) bool { return a.Unit == b.Unit }) {
			sums, rest := split(unit, func(c reports.Contribution) bool { return c.Code == ind.Code })
			parts, _ := split(rest, func(c reports.Contribution) bool { return slices.Contains(ind.Parts, c.Code) })
			for _, c := range sums {
				lost[c] = s.sumLost(ind, c, parts)
			}
		}
		list = slices.DeleteFunc(list, func(c reports.Contribution) bool { return lost[c] })
	}
	return list
}

// sumLost compares one entry of a sum with the parts given on its days, and
// reports whether the parts count in its place.
func (s *settler) sumLost(ind catalogue.Indicator, c reports.Contribution, parts []reports.Contribution) bool {
	parts, _ = split(parts, func(p reports.Contribution) bool { return c.Period.Contains(p.Period) })
	total, ok := sum(parts)
	complete := true
	for _, code := range ind.Parts {
		days := 0
		for _, p := range parts {
			if p.Code == code {
				days += p.Period.Days()
			}
		}
		complete = complete && days == c.Period.Days()
	}
	why := "parts.same"
	switch {
	case len(parts) == 0 || !complete && (!ok || total.Cmp(c.Value) <= 0):
		return false
	case !ok || !total.Equal(c.Value):
		why = "parts.differ"
	}
	s.drop(why, c)
	s.fold.Add(why, c.Unit, ind.Code, reports.Args{"name": ind.Name},
		PeriodText(c.Period)+": "+ValueText(ind, c.Value)+", "+ValueText(ind, total), append(cells(parts), c.At)...)
	return true
}

// WithParts returns the entries of an indicator that is a sum of others: its
// own, and of each unit the parts for the days on which it gives no sum itself.
func WithParts(own, parts []reports.Contribution) []reports.Contribution {
	list := slices.Clone(own)
	for _, part := range parts {
		if !slices.ContainsFunc(own, func(c reports.Contribution) bool {
			return c.Unit == part.Unit && c.Period.Overlaps(part.Period)
		}) {
			list = append(list, part)
		}
	}
	slices.SortFunc(list, CompareContributions)
	return list
}
