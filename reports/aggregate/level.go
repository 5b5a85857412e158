package aggregate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// choose decides which level's entries count where the ward and its branches
// both give an indicator: the ward's (design, "Both levels"). A level, or a
// percentage, is taken whole from one side; of flows the other side stands where
// the preferred one says nothing. A difference is told.
func (a *adder) choose(ind catalogue.Indicator, list []reports.Contribution) {
	var counted, lost []reports.Contribution
	for rank := range ranks {
		same, _ := split(list, func(c reports.Contribution) bool { return rankOf(ind, c) == rank })
		silent, kept := split(same, func(c reports.Contribution) bool { return silenced(ind, counted, c) })
		counted, lost = append(counted, kept...), append(lost, silent...)
	}
	slices.SortFunc(counted, check.CompareContributions)
	a.counted[ind.Code] = counted
	if len(lost) == 0 {
		return
	}
	won, _ := split(counted, func(p reports.Contribution) bool {
		return slices.ContainsFunc(lost, func(c reports.Contribution) bool { return silences(ind, p, c) })
	})
	why := a.compareLevels(ind, won, lost)
	for _, c := range lost {
		a.lost[c] = why
	}
}

const ranks = 3

// rankOf says how early an entry counts: the ward's, then its branches', last
// the events in the ward's own log of what branches report, as the log of one
// unit is no sum of the others'.
func rankOf(ind catalogue.Indicator, c reports.Contribution) int {
	switch {
	case !ofWard(c):
		return 1
	case ind.Level == catalogue.Branch && c.Source == reports.FromLog:
		return 2
	}
	return 0
}

// silenced reports whether an entry of an earlier rank speaks of what c says.
func silenced(ind catalogue.Indicator, earlier []reports.Contribution, c reports.Contribution) bool {
	return slices.ContainsFunc(earlier, func(p reports.Contribution) bool { return silences(ind, p, c) })
}

// silences reports whether entry p of the other level counts before c and speaks
// of what it says. A log is a record of all days.
func silences(ind catalogue.Indicator, p, c reports.Contribution) bool {
	return ofWard(p) != ofWard(c) && rankOf(ind, p) < rankOf(ind, c) &&
		(check.AtEnd(ind, p.Entry) || p.Source == reports.FromLog || p.Period.Overlaps(c.Period))
}

// compareLevels tells whether the two levels agree, and returns the code under
// which it does. Sums agree if they are equal; a percentage, or an average, of
// the ward if it lies within those of its branches.
func (a *adder) compareLevels(ind catalogue.Indicator, won, lost []reports.Contribution) (why string) {
	ward, branches := split(slices.Concat(won, lost), ofWard)
	one, two := a.levelValues(ind, ward), a.levelValues(ind, branches)
	why = "level.differ"
	if one[0].Known() && two[0].Known() && one[0].Cmp(two[0]) >= 0 && one[0].Cmp(two[len(two)-1]) <= 0 {
		why = "level.same"
	}
	used := "used"
	switch ofTheWard, ofBranches := split(won, ofWard); {
	case len(ofBranches) == 0:
		used = "usedward"
	case len(ofTheWard) == 0:
		used = "usedbranches"
	}
	args := reports.Args{
		"name": ind.Name, "ward": valuesText(ind, one), "branches": valuesText(ind, two),
		"count": strconv.Itoa(len(units(branches))), used: valuesText(ind, a.levelValues(ind, won)),
	}
	if why == "level.differ" && used != "usedbranches" && a.contradicts(one, two, len(units(branches))) {
		args["moves"] = "1"
	}
	a.findings.Add(why, "", args, cells(ward)...)
	return why
}

// contradicts reports whether a sum that the ward gives cannot be beside that of its
// branches: they differ by more than a hundredth, and it is less, or all of them gave
// theirs. What silent branches did may be in the ward's.
func (a *adder) contradicts(ward, branches []reports.Value, gave int) bool {
	one, two := ward[0], branches[0]
	if len(ward) > 1 || len(branches) > 1 || !one.Known() || !two.Known() {
		return false
	}
	less := one.Cmp(two) < 0
	if !less {
		one, two = two, one
	}
	low, ok1 := one.Scale(101)
	high, ok2 := two.Scale(100)
	return ok1 && ok2 && high.Cmp(low) > 0 && (less || gave >= len(a.branches))
}

func ofWard(c reports.Contribution) bool { return c.Unit == reports.Ward }

// levelValues returns what a level says: its sum, unknown if that does not fit
// into 64 bits, or the different percentages in ascending order, as they have no
// sum.
func (a *adder) levelValues(ind catalogue.Indicator, list []reports.Contribution) []reports.Value {
	if check.AtEnd(ind, list[0].Entry) {
		list = lasts(list, a.totals.Span)
	}
	if !ind.Percent() && ind.Kind != catalogue.Average {
		sum, _, _ := total(list)
		return []reports.Value{sum}
	}
	var values []reports.Value
	for _, c := range list {
		values = append(values, c.Value)
	}
	slices.SortFunc(values, reports.Value.Cmp)
	return slices.CompactFunc(values, reports.Value.Equal)
}

func valuesText(ind catalogue.Indicator, values []reports.Value) string {
	var words []string
	for _, v := range values {
		words = append(words, check.ValueText(ind, v))
	}
	return strings.Join(words, " / ")
}

// withParts returns the entries of an indicator that is a sum of others.
func (a *adder) withParts(ind catalogue.Indicator) []reports.Contribution {
	var parts []reports.Contribution
	for _, code := range ind.Parts {
		parts = append(parts, a.counted[code]...)
	}
	return check.WithParts(a.given[ind.Code], parts)
}

// leaveOut puts an entry that is in no figure of the ward into LeftOut.
func (a *adder) leaveOut(c reports.Contribution) {
	why := cmp.Or(a.lost[c], a.unused[c.Code])
	a.totals.LeftOut = append(a.totals.LeftOut, reports.LeftOut{Contribution: c, Why: why})
	ind, _ := a.cat.Indicator(c.Code)
	switch why {
	case "stock.earlier":
		a.fold.Add(why, "", "", nil, ind.Name, c.At)
	case "percent.branches":
		a.fold.Add(why, "", ind.Code, reports.Args{"name": ind.Name}, check.ValueText(ind, c.Value), c.At)
	}
}

func split(list []reports.Contribution, in func(reports.Contribution) bool) (yes, no []reports.Contribution) {
	for _, c := range list {
		if in(c) {
			yes = append(yes, c)
		} else {
			no = append(no, c)
		}
	}
	return yes, no
}
