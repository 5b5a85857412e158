package check

import (
	"slices"

	"ccbreport/reports"
)

// Cells that add up to one number (rounds of one activity, the parts of a village)
// are settled as that one number and stand for themselves again afterwards: they
// win or lose together.

// addUp returns the one entry that stands for cells that add up, which is the first
// of them with their sum, and remembers the cells. It reports false for cells that
// do not say what tells them apart, or whose sum does not fit.
func (s *settler) addUp(list []reports.Contribution) (reports.Contribution, bool) {
	if !tellApart(list) {
		return reports.Contribution{}, false
	}
	total, ok := sum(list)
	if !ok {
		return reports.Contribution{}, false
	}
	whole := list[0]
	whole.Value = total
	if s.addends == nil {
		s.addends = map[reports.Contribution][]reports.Contribution{}
	}
	s.addends[whole] = list
	return whole, true
}

// tellApart reports whether several entries each say what tells it apart.
func tellApart(list []reports.Contribution) bool {
	seen := map[string]bool{}
	for _, c := range list {
		if c.Add == "" || seen[c.Add] {
			return false
		}
		seen[c.Add] = true
	}
	return len(list) > 1
}

// apart puts the cells back in the place of what stood for them.
func (s *settler) apart(list []reports.Contribution) []reports.Contribution {
	var out []reports.Contribution
	for _, c := range list {
		if cells, ok := s.addends[c]; ok {
			out = append(out, cells...)
		} else {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, compareFigures)
	return out
}

// roundsApart reports whether workbooks give different rounds of one figure: the one
// is no newer edition of the other, and whether they add up nobody has said.
func roundsApart(versions [][]reports.Contribution) bool {
	return slices.ContainsFunc(versions, func(v []reports.Contribution) bool {
		return v[0].Add != "" && v[0].Add != versions[0][0].Add && versions[0][0].Add != ""
	})
}
