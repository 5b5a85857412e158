package aggregate

import (
	"maps"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// Against returns the figure of an earlier span that the one of t may be held
// against. Both must be known, given by the same units and for the whole of
// their spans: 34 branches and 20 cannot be compared, nor a year and nine months.
func (t *Totals) Against(cat *catalogue.Catalogue, earlier *Totals, code string) (reports.Figure, bool) {
	if earlier == nil {
		return reports.Figure{}, false
	}
	now, then := t.Figures[code], earlier.Figures[code]
	if !now.Value.Known() || !then.Value.Known() {
		return reports.Figure{}, false
	}
	gave, ok1 := coverage(cat, now, t.Span)
	before, ok2 := coverage(cat, then, earlier.Span)
	return then, ok1 && ok2 && maps.Equal(gave, before)
}

// A giver is a unit with what it gave: of a ratio, or a sum, one of its parts.
type giver struct {
	unit reports.UnitID
	code string
}

// coverage returns who gave a figure; not ok if one of them spoke of a part of
// the span only, or of a level on another day than its last. A log is a record of
// all days.
func coverage(cat *catalogue.Catalogue, f reports.Figure, span reports.Period) (gave map[giver]bool, ok bool) {
	gave = map[giver]bool{}
	days := map[giver]int{}
	for _, c := range f.From {
		g := giver{c.Unit, c.Code}
		gave[g] = true
		ind, _ := cat.Indicator(c.Code)
		switch {
		case c.Source == reports.FromLog:
			days[g] = span.Days()
		case !check.AtEnd(ind, c.Entry):
			days[g] += c.Period.Days()
		case c.Period.To == span.To:
			days[g] = span.Days()
		}
	}
	for g := range gave {
		if days[g] < span.Days() {
			return nil, false
		}
	}
	return gave, true
}

// Planned returns the target of a figure: for the whole span, and of the same
// units, or of the ward for all of them. Nought is a target only of what should be less:
// no poor household; elsewhere it says that nothing was planned.
func (t *Totals) Planned(cat *catalogue.Catalogue, code string) (reports.Figure, bool) {
	if t.Plan == nil {
		return reports.Figure{}, false
	}
	plan, now := t.Plan.Figures[code], t.Figures[code]
	ind, _ := cat.Indicator(code)
	none := plan.Value.IsZero() && ind.Better != "less"
	if _, whole := coverage(cat, plan, t.Span); !whole || !plan.Value.Known() || none {
		return reports.Figure{}, false
	}
	gave, meant := units(now.From), units(plan.From)
	ofWard := slices.Equal(meant, []reports.UnitID{reports.Ward})
	return plan, now.Value.Known() && (ofWard || slices.Equal(gave, meant))
}
