package check

import (
	"maps"
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// Complete says what is absent: branches that gave nothing, indicators that at
// least half of the others give, parts of the span of which a branch, or all of
// them, say nothing. Without a list of branches nobody is missing, and those that
// gave something are compared with each other. Unasked are the codes of indicators that
// no branch was asked for: some give them of their own accord.
func Complete(cat *catalogue.Catalogue, settled Settled, branches []reports.Unit, span reports.Period, unasked ...string) reports.Findings {
	received := Received(settled, branches)
	var findings reports.Findings
	for _, b := range branches {
		if !slices.Contains(received, b.ID) {
			findings.Add("branch.missing", b.ID, reports.Args{"name": b.Name})
		}
	}
	gave := given(settled)
	var fold Fold
	for _, ind := range cat.Indicators() {
		if !slices.Contains(unasked, ind.Code) {
			absentIndicator(&fold, ind, received, gave)
		}
	}
	findings = append(findings, absentPeriods(cat, received, gave, span)...)
	return append(findings, fold.Findings()...).Sorted()
}

// given gathers what each unit said about the span, counted or not: a figure
// that is unclear is not absent.
func given(settled Settled) map[reports.UnitID][]reports.Contribution {
	gave := map[reports.UnitID][]reports.Contribution{}
	for _, c := range flatten(settled.Returns) {
		gave[c.Unit] = append(gave[c.Unit], c)
	}
	for _, l := range settled.LeftOut {
		if settled.speaks(l) {
			gave[l.Unit] = append(gave[l.Unit], l.Contribution)
		}
	}
	return gave
}

func absentIndicator(fold *Fold, ind catalogue.Indicator, received []reports.UnitID, gave map[reports.UnitID][]reports.Contribution) {
	givers := 0
	var silent []reports.UnitID
	for _, unit := range received {
		own, instead := gives(gave[unit], ind)
		switch {
		case own && ofItsOwn(gave[unit], ind.Code):
			givers++
		case own: // people said so of a blank: what nobody wrote is expected of nobody
		case !instead:
			silent = append(silent, unit)
		}
	}
	if 2*givers < len(received) {
		return
	}
	for _, unit := range silent {
		fold.Add("indicator.missing", unit, ind.Code, nil, ind.Name, files(gave[unit])...)
	}
}

// ofItsOwn reports whether a branch itself wrote something of an indicator.
func ofItsOwn(list []reports.Contribution, code string) bool {
	return slices.ContainsFunc(list, func(c reports.Contribution) bool { return c.Code == code && c.Source != reports.FromAnswer })
}

// gives reports whether a unit gives an indicator itself, or what can stand for
// it: a part of it, both sides of a ratio.
func gives(list []reports.Contribution, ind catalogue.Indicator) (own, instead bool) {
	has := func(code string) bool {
		return slices.ContainsFunc(list, func(c reports.Contribution) bool { return c.Code == code })
	}
	return has(ind.Code), slices.ContainsFunc(ind.Parts, has) || ind.Num != "" && has(ind.Num) && has(ind.Den)
}

// absentPeriods says which parts of the span nobody speaks of, in one finding,
// and which a single branch leaves out.
func absentPeriods(cat *catalogue.Catalogue, received []reports.UnitID, gave map[reports.UnitID][]reports.Contribution, span reports.Period) reports.Findings {
	var findings reports.Findings
	nobody := silence(cat, received, gave, span)
	if len(nobody) > 0 {
		var words []string
		for _, p := range nobody {
			words = append(words, PeriodText(p))
		}
		findings.Add("period.missing.all", "", reports.Args{
			"span": PeriodText(span), "count": strconv.Itoa(len(words)), "figures": enumerate(words),
		})
	}
	var fold Fold
	for _, unit := range received {
		for _, p := range gaps(gave[unit], nobody, span) {
			fold.Add("period.missing.branch", unit, "", nil, PeriodText(p), files(gave[unit])...)
		}
	}
	return append(findings, fold.Findings()...)
}

// Gaps are the parts of the span of which nobody speaks.
func Gaps(cat *catalogue.Catalogue, settled Settled, branches []reports.Unit, span reports.Period) []reports.Period {
	return silence(cat, Received(settled, branches), given(settled), span)
}

// silence returns the parts of the span of which no branch speaks, nor the ward for
// them: of what branches report, or where there is none of them. Nothing at all is not silence: that branches are missing
// is said already.
func silence(cat *catalogue.Catalogue, received []reports.UnitID, gave map[reports.UnitID][]reports.Contribution, span reports.Period) []reports.Period {
	var all []reports.Contribution
	for _, unit := range received {
		all = append(all, gave[unit]...)
	}
	for _, c := range gave[reports.Ward] {
		if ind, _ := cat.Indicator(c.Code); len(received) == 0 || ind.Level != catalogue.WardLv {
			all = append(all, c)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return gaps(all, nil, span)
}

// gaps returns the parts of the span of which neither tables nor the known
// periods speak, cut where a calendar year begins. An event of a log speaks for
// the whole of the part that it falls in: its absence on the other days says
// nothing.
func gaps(list []reports.Contribution, known []reports.Period, span reports.Period) []reports.Period {
	spoken, events := slices.Clone(known), []reports.Period(nil)
	for _, c := range list {
		if fromLog(c) {
			events = append(events, c.Period)
		} else {
			spoken = append(spoken, c.Period)
		}
	}
	var open []reports.Period
	for _, p := range span.Without(spoken) {
		open = append(open, byYear(p)...)
	}
	return slices.DeleteFunc(open, func(gap reports.Period) bool { return slices.ContainsFunc(events, gap.Contains) })
}

// byYear cuts a period where a calendar year begins.
func byYear(p reports.Period) []reports.Period {
	var parts []reports.Period
	for p.From < p.To {
		year, _, _ := p.From.Date()
		end := min(p.To, reports.DayOf(year+1, 1, 1))
		parts = append(parts, reports.Period{From: p.From, To: end})
		p.From = end
	}
	return parts
}

// files returns the workbooks that entries stand in, each once.
func files(list []reports.Contribution) []reports.Cell {
	seen := map[reports.Cell]bool{}
	for _, c := range list {
		seen[reports.Cell{File: c.At.File}] = true
	}
	return slices.SortedFunc(maps.Keys(seen), reports.Cell.Compare)
}
