package aggregate

import (
	"cmp"
	"maps"
	"slices"

	"ccbreport/reports"
)

// subPeriods chooses, of the periods that tables name within the span, those by
// which the report is divided. They share no day. Of those that more than a
// third of the units name the longest come first, because shorter ones can be
// added to them; what fewer name only fills gaps.
func subPeriods(returns []reports.Return, span reports.Period) []reports.Period {
	naming := map[reports.Period]map[reports.UnitID]bool{}
	units := map[reports.UnitID]bool{}
	for _, r := range returns {
		if r.Period == span || !span.Contains(r.Period) || !slices.ContainsFunc(r.Entries, fromTable) {
			continue
		}
		if naming[r.Period] == nil {
			naming[r.Period] = map[reports.UnitID]bool{}
		}
		naming[r.Period][r.Unit] = true
		units[r.Unit] = true
	}
	rare := func(p reports.Period) int {
		if 3*len(naming[p]) > len(units) {
			return 0
		}
		return 1
	}
	var taken []reports.Period
	for _, p := range slices.SortedFunc(maps.Keys(naming), func(a, b reports.Period) int {
		return cmp.Or(cmp.Compare(rare(a), rare(b)), cmp.Compare(b.Days(), a.Days()), a.Compare(b))
	}) {
		if !slices.ContainsFunc(taken, p.Overlaps) {
			taken = append(taken, p)
		}
	}
	slices.SortFunc(taken, reports.Period.Compare)
	return taken
}

func fromTable(e reports.Entry) bool { return e.Source != reports.FromLog }
