package aggregate

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// Related reports whether one of two indicators is a part of the other, hangs on it, or
// is its share: a count and its part, its money, its ratio.
func Related(cat *catalogue.Catalogue, one, two string) bool {
	a, _ := cat.Indicator(one)
	b, _ := cat.Indicator(two)
	return hangs(a, b.Code) || hangs(b, a.Code)
}

func hangs(ind catalogue.Indicator, on string) bool {
	return ind.Of == on || ind.Num == on || slices.Contains(ind.Parts, on)
}

// Together reports whether one sentence may say two figures that belong together: they
// are added over the same branches and the same days, so that the part is a part of
// that whole, and the ratio is that of these two numbers. Who gave nought of one and
// nothing of the other is no difference; what the ward gave, it gave for all of its
// branches.
func (t *Totals) Together(cat *catalogue.Catalogue, one, two string, branches int) bool {
	a, b := t.saidOf(cat, one, two), t.saidOf(cat, two, one)
	if byWard(a) != byWard(b) {
		rest := a
		if byWard(a) {
			rest = b
		}
		return len(units(rest)) >= branches
	}
	return t.within(cat, a, b) && t.within(cat, b, a)
}

// saidOf are the entries that tell who spoke of a figure: of a ratio or a sum those of
// the part that is the other figure, all of them if it has none such.
func (t *Totals) saidOf(cat *catalogue.Catalogue, code, other string) []reports.Contribution {
	from := t.Figures[code].From
	ind, _ := cat.Indicator(code)
	if ind.Num != other && !slices.Contains(ind.Parts, other) {
		return from
	}
	part, _ := split(from, func(c reports.Contribution) bool { return c.Code == other })
	if len(part) == 0 {
		return from
	}
	return part
}

// within reports whether the others speak of every branch and day of which the first
// say more than nought.
func (t *Totals) within(cat *catalogue.Catalogue, list, others []reports.Contribution) bool {
	return !slices.ContainsFunc(list, func(c reports.Contribution) bool {
		return !c.Value.IsZero() && !t.spokenOf(cat, c, others)
	})
}

// spokenOf reports whether entries of the same unit speak of all the days of one. A log
// records all days; a level tells of its last day.
func (t *Totals) spokenOf(cat *catalogue.Catalogue, c reports.Contribution, others []reports.Contribution) bool {
	ind, _ := cat.Indicator(c.Code)
	var days []reports.Period
	for _, o := range others {
		if o.Unit != c.Unit {
			continue
		}
		of, _ := cat.Indicator(o.Code)
		switch {
		case c.Source == reports.FromLog || o.Source == reports.FromLog:
			return true
		case check.AtEnd(ind, c.Entry) != check.AtEnd(of, o.Entry):
			return true // how many there are, and how many came to it
		case check.AtEnd(of, o.Entry) && o.Period.To == c.Period.To:
			return true
		case !check.AtEnd(of, o.Entry):
			days = append(days, o.Period)
		}
	}
	return len(days) > 0 && len(c.Period.Without(days)) == 0
}
