package check

import (
	"slices"

	"ccbreport/reports"
)

// Withdraw leaves out the entries that stand at the given cells, each for the
// reason given with its cell: the code of a finding that a person accepted. It
// reports whether there were any; settled itself is not changed.
func Withdraw(settled Settled, why map[reports.Cell]string) (Settled, bool) {
	var kept []reports.Contribution
	out := slices.Clone(settled.LeftOut)
	for _, c := range flatten(settled.Returns) {
		if code, ok := why[c.At]; ok {
			out = append(out, reports.LeftOut{Contribution: c, Why: code})
			continue
		}
		kept = append(kept, c)
	}
	if len(out) == len(settled.LeftOut) {
		return settled, false
	}
	slices.SortFunc(out, func(a, b reports.LeftOut) int {
		return CompareContributions(a.Contribution, b.Contribution)
	})
	return Settled{Returns: regroup(kept), LeftOut: out, Superseded: settled.Superseded, Span: settled.Span}, true
}
