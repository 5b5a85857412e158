package aggregate

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// A state says whether a figure could be made.
type state int

const (
	none     state = iota // there is nothing to make it of, or only part
	made                  // it was made
	tooLarge              // it does not fit into 64 bits
)

// A reckoner makes one number of the entries that lie within a period, and says
// of which. Adding by a kind is nothing but this function.
type reckoner func(list []reports.Contribution, within reports.Period) (reports.Value, []reports.Contribution, state)

// A kind is how one indicator is added.
type kind struct {
	entries []reports.Contribution // those that count for the ward
	all     []reports.Contribution // those of both levels
	ward    reckoner
	unit    reckoner // for the entries of one unit
}

func (a *adder) kind(ind catalogue.Indicator) kind {
	k := kind{entries: a.counted[ind.Code], all: a.given[ind.Code]}
	if len(ind.Parts) > 0 {
		k.all = a.withParts(ind)
	}
	switch {
	case ind.Num != "":
		return a.ratio(ind)
	case ind.Adds():
		k.ward, k.unit = addFlows, addFlows
		a.coarse(ind, k.entries)
	case ind.Kind == catalogue.Stock || ind.Kind == catalogue.Rate:
		k.ward, k.unit = addLevels, addLevels
		a.unused[ind.Code] = "stock.earlier"
		a.carried(ind, k.entries)
	default:
		return a.ratio(ind)
	}
	return k
}

// addFlows adds what happened in the period. A part of a longer period cannot
// be told, so an entry that sticks out leaves no figure.
func addFlows(list []reports.Contribution, within reports.Period) (reports.Value, []reports.Contribution, state) {
	var from []reports.Contribution
	for _, c := range list {
		switch {
		case within.Contains(c.Period):
			from = append(from, c)
		case within.Overlaps(c.Period):
			return reports.Value{}, nil, none
		}
	}
	return total(from)
}

// addLevels adds the last level of each unit within the period.
func addLevels(list []reports.Contribution, within reports.Period) (reports.Value, []reports.Contribution, state) {
	return total(lasts(list, within))
}

func total(from []reports.Contribution) (reports.Value, []reports.Contribution, state) {
	if len(from) == 0 {
		return reports.Value{}, nil, none
	}
	sum, ok := reports.Int(0), true
	for _, c := range from {
		if sum, ok = sum.Add(c.Value); !ok {
			return reports.Value{}, nil, tooLarge
		}
	}
	return sum, from, made
}

// lasts returns, for each unit, the entries of the last day within the period:
// one for each code, and of one code the longest period.
func lasts(list []reports.Contribution, within reports.Period) []reports.Contribution {
	last := map[reports.UnitID]reports.Day{}
	for _, c := range list {
		if endsIn(c, within) {
			last[c.Unit] = max(last[c.Unit], c.Period.To)
		}
	}
	var found []reports.Contribution
	for _, c := range list {
		if endsIn(c, within) && c.Period.To == last[c.Unit] {
			found = append(found, c)
		}
	}
	return found
}

// endsIn reports whether the last day of the entry's period lies within p.
func endsIn(c reports.Contribution, p reports.Period) bool {
	return p.From <= c.Period.Last() && c.Period.To <= p.To
}

// coarse tells which units give a flow for periods longer than those by which
// the report is divided, so that it cannot be shown period by period.
func (a *adder) coarse(ind catalogue.Indicator, list []reports.Contribution) {
	for _, c := range list {
		if slices.ContainsFunc(a.totals.Periods, func(p reports.Period) bool {
			return p.Overlaps(c.Period) && !p.Contains(c.Period)
		}) {
			a.fold.Add("period.coarse", c.Unit, c.Period.String(), reports.Args{"period": check.PeriodText(c.Period)}, ind.Name, c.At)
		}
	}
}

// carried tells which units' levels are older than those of the others.
func (a *adder) carried(ind catalogue.Indicator, list []reports.Contribution) {
	ends := lasts(list, a.totals.Span)
	var newest reports.Period
	for _, c := range ends {
		if c.Period.To > newest.To {
			newest = c.Period
		}
	}
	for _, c := range ends {
		if c.Period.To < newest.To {
			a.fold.Add("stock.carried", c.Unit, c.Period.String(), reports.Args{
				"period": check.PeriodText(c.Period), "newest": check.PeriodText(newest),
			}, ind.Name, c.At)
		}
	}
}

// Units are those that gave a figure, in order of id.
func Units(f reports.Figure) []reports.UnitID { return units(f.From) }

// units returns the units of the entries in order of id.
func units(list []reports.Contribution) []reports.UnitID {
	var ids []reports.UnitID
	for _, c := range list {
		ids = append(ids, c.Unit)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func ofUnit(list []reports.Contribution, unit reports.UnitID) []reports.Contribution {
	var own []reports.Contribution
	for _, c := range list {
		if c.Unit == unit {
			own = append(own, c)
		}
	}
	return own
}

func cells(list []reports.Contribution) []reports.Cell {
	var at []reports.Cell
	for _, c := range list {
		at = append(at, c.At)
	}
	slices.SortFunc(at, reports.Cell.Compare)
	return slices.Compact(at)
}
