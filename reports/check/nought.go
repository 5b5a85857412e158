package check

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// askNought asks about a level that others are parts of, where it falls to nought:
// a branch still has members, but a form has noughts in the months to come. Parts
// may well come to nought: the last poor household.
func (s *settler) askNought(ind catalogue.Indicator, list []reports.Contribution) {
	if !s.isWhole(ind) || len(list) < 2 {
		return
	}
	last := slices.MaxFunc(list, byEnd)
	before, _ := split(list, func(c reports.Contribution) bool { return c.Value.Num > 0 })
	if last.Value.Num != 0 || len(before) == 0 {
		return
	}
	prior := slices.MaxFunc(before, byEnd)
	s.fold.Add("level.nought", last.Unit, last.At.File, reports.Args{"file": last.At.File},
		label(s.cat, last)+": "+ValueText(ind, prior.Value)+" → "+ValueText(ind, last.Value), prior.At, last.At)
}

func byEnd(a, b reports.Contribution) int { return int(a.Period.To - b.Period.To) }

// isWhole reports whether other levels of its unit are parts of a level.
func (s *settler) isWhole(ind catalogue.Indicator) bool {
	return ind.Kind == catalogue.Stock && slices.ContainsFunc(s.cat.Indicators(), func(part catalogue.Indicator) bool {
		return part.Kind == catalogue.Stock && part.Of == ind.Code && part.Unit == ind.Unit
	})
}
