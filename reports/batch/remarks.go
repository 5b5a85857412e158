package batch

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/compose"
)

// remarks say to the readers of the report what is not in its figures, with the word of
// the person who let it be so: once for each branch, and once for all branches that gave
// nothing for one reason.
func (w *work) remarks() []compose.Remark {
	var list []compose.Remark
	for _, f := range w.findings.Sorted() {
		a, ok := w.acceptance(f)
		if !ok || w.severity(f) != reports.Blocking {
			continue
		}
		if r, ok := w.remark(f); ok {
			r.Reasons = []string{a.Why}
			list = put(list, r)
		}
	}
	return list
}

// remark is what a reader must know of a finding that was accepted, without the reason;
// not ok of what is right as it stands and counted.
func (w *work) remark(f reports.Finding) (r compose.Remark, ok bool) {
	text, _ := w.cat.Text(f.Code)
	switch {
	case f.Code == "branch.missing":
		return compose.Remark{Kind: "missing", Branches: []string{w.branch(f)}}, true
	case f.Code == "period.missing.all":
		return compose.Remark{Kind: "gap"}, true
	case f.Code == "sum.bound":
		return compose.Remark{Kind: "bound", What: []string{f.Args["leftnames"], f.Args["rightnames"]}}, true
	case text.Keep:
		return r, false
	}
	return compose.Remark{Branches: []string{w.branch(f)}, What: w.leftOutBy(f)}, true
}

// put enters a remark, with those of the same branch, or the same reason of silence.
func put(list []compose.Remark, r compose.Remark) []compose.Remark {
	for i := range list {
		one := &list[i]
		var alike bool
		switch r.Kind {
		case "missing":
			alike = slices.Equal(one.Reasons, r.Reasons)
		case "":
			alike = slices.Equal(one.Branches, r.Branches)
		}
		if one.Kind == r.Kind && alike {
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
