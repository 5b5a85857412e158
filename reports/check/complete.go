package check

import (
	"maps"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// Complete says what is absent: branches that gave nothing, indicators that at
// least half of the others give, periods of the report that at least half of
// them name. Without a list of branches nobody is missing, and those that gave
// something are compared with each other.
func Complete(cat *catalogue.Catalogue, settled Settled, branches []reports.Unit, span reports.Period) reports.Findings {
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
		absentIndicator(&fold, ind, received, gave)
	}
	for _, p := range common(received, gave, span) {
		absentPeriod(&fold, p, received, gave)
	}
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
		if !outside(l.Why) {
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
		case own:
			givers++
		case !instead:
			silent = append(silent, unit)
		}
	}
	if 2*givers < len(received) {
		return
	}
	for _, unit := range silent {
		fold.Add("indicator.missing", unit, "", nil, ind.Name, files(gave[unit])...)
	}
}

// gives reports whether a unit gives an indicator itself, or what can stand for
// it: a part of it, both sides of a ratio.
func gives(list []reports.Contribution, ind catalogue.Indicator) (own, instead bool) {
	has := func(code string) bool {
		return slices.ContainsFunc(list, func(c reports.Contribution) bool { return c.Code == code })
	}
	return has(ind.Code), slices.ContainsFunc(ind.Parts, has) || ind.Num != "" && has(ind.Num) && has(ind.Den)
}

// common returns the periods within the span that at least half of the units
// name in tables, in order. A period as long as the span is not one of them.
func common(received []reports.UnitID, gave map[reports.UnitID][]reports.Contribution, span reports.Period) []reports.Period {
	named := map[reports.Period]int{}
	for _, unit := range received {
		own := map[reports.Period]bool{}
		for _, c := range gave[unit] {
			own[c.Period] = !fromLog(c) && span.Contains(c.Period) && c.Period != span || own[c.Period]
		}
		for p, ok := range own {
			if ok {
				named[p]++
			}
		}
	}
	maps.DeleteFunc(named, func(_ reports.Period, n int) bool { return 2*n < len(received) })
	return slices.SortedFunc(maps.Keys(named), reports.Period.Compare)
}

func absentPeriod(fold *Fold, p reports.Period, received []reports.UnitID, gave map[reports.UnitID][]reports.Contribution) {
	for _, unit := range received {
		if !covers(gave[unit], p) {
			fold.Add("period.missing.branch", unit, "", nil, PeriodText(p), files(gave[unit])...)
		}
	}
}

// covers reports whether tables speak of every day of p. An event of a log
// speaks for the whole of p: its absence on the other days says nothing.
func covers(list []reports.Contribution, p reports.Period) bool {
	reached := p.From
	for _, c := range slices.SortedFunc(slices.Values(list), func(a, b reports.Contribution) int {
		return a.Period.Compare(b.Period)
	}) {
		switch {
		case fromLog(c) && p.Contains(c.Period):
			return true
		case !fromLog(c) && c.Period.From <= reached:
			reached = max(reached, c.Period.To)
		}
	}
	return reached >= p.To
}

// files returns the workbooks that entries stand in, each once.
func files(list []reports.Contribution) []reports.Cell {
	seen := map[reports.Cell]bool{}
	for _, c := range list {
		seen[reports.Cell{File: c.At.File}] = true
	}
	return slices.SortedFunc(maps.Keys(seen), reports.Cell.Compare)
}
