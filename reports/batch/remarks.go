package batch

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/compose"
)

// remarks say to the readers of the report what is not in its figures, with the word of
// the person who let it be so: once for each branch, and once for all branches that gave
// nothing for one reason. What was accepted as right as it stands is counted, and needs
// no word.
func (w *work) remarks() []compose.Remark {
	var list []compose.Remark
	for _, f := range w.findings.Sorted() {
		a, ok := w.acceptance(f)
		text, _ := w.cat.Text(f.Code)
		if !ok || text.Keep || w.severity(f) != reports.Blocking {
			continue
		}
		r := compose.Remark{Missing: f.Code == "branch.missing", Branches: []string{w.branch(f)}, Reasons: []string{a.Why}}
		if !r.Missing {
			r.What = w.leftOutBy(f)
		}
		list = put(list, r)
	}
	return list
}

// put enters a remark, with those of the same branch, or the same reason of silence.
func put(list []compose.Remark, r compose.Remark) []compose.Remark {
	for i := range list {
		one := &list[i]
		alike := slices.Equal(one.Branches, r.Branches)
		if r.Missing {
			alike = slices.Equal(one.Reasons, r.Reasons)
		}
		if one.Missing == r.Missing && alike {
			one.Branches = union(one.Branches, r.Branches)
			one.What, one.Reasons = union(one.What, r.What), union(one.Reasons, r.Reasons)
			return list
		}
	}
	return append(list, r)
}

func union(list, more []string) []string {
	for _, s := range more {
		if s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// leftOutBy names the figures that a finding leaves out: those of its cells, else what
// it says itself that it is about.
func (w *work) leftOutBy(f reports.Finding) []string {
	var names []string
	for _, l := range w.totals.LeftOut {
		if slices.Contains(f.At, l.At) {
			ind, _ := w.cat.Indicator(l.Code)
			names = union(names, []string{ind.Name})
		}
	}
	for _, arg := range []string{"indicator", "name"} {
		if name := strings.TrimSpace(f.Args[arg]); len(names) == 0 {
			names = union(names, []string{name})
		}
	}
	return names
}
