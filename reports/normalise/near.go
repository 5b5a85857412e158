package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/roster"
)

// proposeBranches puts beside a name that no list has the branch that is one
// letter off, if nothing came from that branch.
func proposeBranches(res *Result, names *roster.Roster) {
	var missing []reports.UnitID
	for _, b := range names.Branches() {
		if !slices.ContainsFunc(res.Returns, func(ret reports.Return) bool { return ret.Unit == b.ID }) {
			missing = append(missing, b.ID)
		}
	}
	for _, f := range res.Findings {
		if f.Code != "branch.unknown" || len(missing) == 0 {
			continue
		}
		if id, ok := names.Near(f.Args["name"], missing); ok {
			f.Args["near"] = names.NameOf(id)
		}
	}
}
