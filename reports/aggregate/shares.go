package aggregate

import (
	"cmp"
	"slices"

	"ccbreport/reports"
)

// A share is one numerator over one denominator, of one unit and one time.
type share struct {
	unit     reports.UnitID
	period   reports.Period
	num, den reports.Value
	from     []reports.Contribution
}

// A pairing is what becomes of the entries of a ratio.
type pairing struct {
	shares   []share
	unpaired []reports.Contribution // one side without the other
	over     []share                // the part is larger than the whole
}

// pair pairs numerators with denominators, unit by unit. What a unit that gives
// numerators gives without its other side is unpaired; of a level a denominator
// alone (the number of members) is no half of anything, and neither is the level of
// a part of the time of which both sides are given: the funds of a quarter beside
// the funds and the members of the year.
func (q quotient) pair(list []reports.Contribution) pairing {
	var p pairing
	for _, unit := range units(list) {
		sides, whole := split(ofUnit(list, unit), func(c reports.Contribution) bool { return !q.own(c) })
		for _, c := range whole {
			if !q.bare(c) && c.Value.Known() {
				q.put(&p, share{unit, c.Period, reports.Int(c.Value.Num), reports.Int(c.Value.Den), []reports.Contribution{c}})
			}
		}
		if !slices.ContainsFunc(sides, q.isNum) {
			continue
		}
		for _, group := range q.groups(sides) {
			if s, ok := q.share(group); ok {
				q.put(&p, s)
			} else if q.pooled() || slices.ContainsFunc(group, q.isNum) {
				p.unpaired = append(p.unpaired, group...)
			}
		}
	}
	if !q.pooled() {
		p.unpaired = slices.DeleteFunc(p.unpaired, func(c reports.Contribution) bool {
			return slices.ContainsFunc(p.shares, func(s share) bool { return s.unit == c.Unit && s.period.Contains(c.Period) })
		})
	}
	if len(p.shares) == 0 {
		p.unpaired = nil // the sides may be of different levels; nobody pairs them
	}
	return p
}

func (q quotient) put(p *pairing, s share) {
	if v, ok := q.divide(s.num, s.den); ok && q.exceeds(v) {
		p.over = append(p.over, s)
	} else {
		p.shares = append(p.shares, s)
	}
}

// exceeds reports whether a percentage is over its bound, 100% if it has none.
func (q quotient) exceeds(v reports.Value) bool {
	return q.ind.Percent() && v.Cmp(reports.Ratio(cmp.Or(q.ind.Max, 100), 100)) > 0
}

func (q quotient) isNum(c reports.Contribution) bool { return c.Code == q.ind.Num }

// groups puts together what belongs to one time: for pooled ratios periods that
// share days, else the same last day. A log is one group with all.
func (q quotient) groups(list []reports.Contribution) [][]reports.Contribution {
	logs := anyLog(list)
	slices.SortStableFunc(list, func(a, b reports.Contribution) int {
		if q.pooled() {
			return a.Period.Compare(b.Period)
		}
		return int(a.Period.To - b.Period.To)
	})
	var groups [][]reports.Contribution
	var reached reports.Day
	for _, c := range list {
		joins := len(groups) > 0 && (c.Period.To == reached || q.pooled() && (logs || c.Period.From < reached))
		if joins {
			groups[len(groups)-1] = append(groups[len(groups)-1], c)
		} else {
			groups = append(groups, []reports.Contribution{c})
		}
		reached = max(reached, c.Period.To)
	}
	return groups
}

// share makes a share of one group, if both sides speak of the same days.
func (q quotient) share(group []reports.Contribution) (share, bool) {
	nums, dens := split(group, q.isNum)
	if len(nums) == 0 || len(dens) == 0 {
		return share{}, false
	}
	s := share{unit: group[0].Unit, period: extent(group), from: group}
	if q.pooled() && !anyLog(group) && days(nums) != days(dens) {
		return share{}, false
	}
	var state1, state2 state
	s.num, _, state1 = total(nums)
	s.den, _, state2 = total(dens)
	return s, state1 == made && state2 == made
}

func anyLog(list []reports.Contribution) bool {
	return slices.ContainsFunc(list, func(c reports.Contribution) bool { return c.Source == reports.FromLog })
}

func extent(list []reports.Contribution) reports.Period {
	p := list[0].Period
	for _, c := range list {
		p.From, p.To = min(p.From, c.Period.From), max(p.To, c.Period.To)
	}
	return p
}

// days counts the days of which the entries, whose periods are disjoint, speak.
func days(list []reports.Contribution) int {
	n := 0
	for _, c := range list {
		n += c.Period.Days()
	}
	return n
}

// within returns the shares that a figure of the period is made of: all of it if
// pooled, else the last of each unit. Of a pooled share that sticks out no part
// can be told, so there are none.
func (q quotient) within(shares []share, p reports.Period) []share {
	var in []share
	last := map[reports.UnitID]reports.Day{}
	for _, s := range shares {
		ends := p.From <= s.period.Last() && s.period.To <= p.To
		switch {
		case q.pooled() && p.Overlaps(s.period) && !p.Contains(s.period):
			return nil
		case ends:
			in = append(in, s)
			last[s.unit] = max(last[s.unit], s.period.To)
		}
	}
	if q.pooled() {
		return in
	}
	return slices.DeleteFunc(in, func(s share) bool { return s.period.To < last[s.unit] })
}
