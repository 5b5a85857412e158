package aggregate

import (
	"math/big"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// A quotient makes ratios, averages and percentages: of numerators and
// denominators of one unit and one time where they are given, else of a
// percentage as it was given, which is carried and never averaged or pooled.
type quotient struct {
	ind      catalogue.Indicator
	branches []reports.UnitID // all that a claim for all must hold for
	num, den reckoner         // for sides that different levels give
}

// ratio returns how an indicator with numerator and denominator, or one given as
// a percentage, is added, and says what cannot be.
func (a *adder) ratio(ind catalogue.Indicator) kind {
	q := quotient{ind: ind, branches: a.branches}
	if ind.Num != "" {
		num, _ := a.cat.Indicator(ind.Num)
		den, _ := a.cat.Indicator(ind.Den)
		q.num, q.den = a.kind(num).ward, a.kind(den).ward
	}
	list := slices.Concat(a.counted[ind.Code], a.counted[ind.Num], a.counted[ind.Den])
	all := slices.Concat(a.given[ind.Code], a.given[ind.Num], a.given[ind.Den])
	slices.SortFunc(list, check.CompareContributions)
	slices.SortFunc(all, check.CompareContributions)

	list = a.withoutRepeated(q, list)
	a.tellRatio(q, list)
	return kind{entries: list, all: all, ward: q.ward, unit: q.unit}
}

// tellRatio says what of a ratio could not be used, and why what is in none of
// its figures is not.
func (a *adder) tellRatio(q quotient, list []reports.Contribution) {
	p := q.pair(list)
	args := reports.Args{"name": q.ind.Name, "indicator": q.ind.Name}
	for _, c := range p.unpaired {
		part, _ := a.cat.Indicator(c.Code)
		a.fold.Add("ratio.unpaired", c.Unit, q.ind.Code, args, part.Name+" "+check.PeriodText(c.Period), c.At)
	}
	for _, s := range p.over {
		a.tellOver(q, s.unit, s.num, s.den, s.from)
	}
	bare, sides := split(list, q.bare)
	value, from, state := q.ward(list, a.totals.Span)
	a.unused[q.ind.Code] = "stock.earlier"
	switch {
	case len(p.shares) > 0 && len(bare) > 0:
		a.unused[q.ind.Code] = "percent.branches"
	case q.ind.Kind == catalogue.All && state == none && (len(p.shares) > 0 || len(bare) > 0 && allWhole(lasts(bare, a.totals.Span))):
		a.unused[q.ind.Code] = "claim.all.silent"
		a.findings.Add("claim.all.silent", "", args, cells(list)...)
	case len(bare) > 0 && state == made:
		a.fold.Add("percent.given", "", "", nil, q.ind.Name+" "+check.ValueText(q.ind, value), cells(from)...)
	case len(bare) > 0:
		a.unused[q.ind.Code] = "percent.branches"
	case len(p.shares) == 0:
		if num, den, from, ok := q.levels(sides, a.totals.Span); ok && state != made {
			a.tellOver(q, "", num, den, from)
		}
	}
}

// tellOver tells of a part that is larger than its whole. It makes no ratio; an
// entry that holds both is in no figure at all.
func (a *adder) tellOver(q quotient, unit reports.UnitID, num, den reports.Value, from []reports.Contribution) {
	value, _ := q.divide(num, den)
	a.findings.Add("ratio.over", unit, reports.Args{"name": q.ind.Name, "value": check.ValueText(q.ind, value)}, cells(from)...)
	for _, c := range from {
		if q.own(c) {
			a.lost[c] = "ratio.over"
		}
	}
}

// withoutRepeated leaves out percentages that are given beside their parts, and
// compares them: a unit's with its own parts, the ward's else with those of all.
func (a *adder) withoutRepeated(q quotient, list []reports.Contribution) []reports.Contribution {
	sides, _ := split(list, func(c reports.Contribution) bool { return !q.own(c) })
	return slices.DeleteFunc(list, func(c reports.Contribution) bool {
		if !q.own(c) {
			return false
		}
		value, from, state := q.unit(ofUnit(sides, c.Unit), c.Period)
		if state == none && c.Unit == reports.Ward {
			value, from, state = q.ward(sides, c.Period)
		}
		if state != made {
			return false
		}
		why := "percent.same"
		if !q.near(c.Value, value) {
			why = "percent.differ"
		}
		a.lost[c] = why
		a.fold.Add(why, c.Unit, "", nil, q.ind.Name+" "+check.PeriodText(c.Period)+": "+
			check.ValueText(q.ind, c.Value)+", "+check.ValueText(q.ind, value), append(cells(from), c.At)...)
		return true
	})
}

func (q quotient) own(c reports.Contribution) bool { return c.Code == q.ind.Code }

// bare reports whether an entry is a percentage, or an average, without parts.
func (q quotient) bare(c reports.Contribution) bool {
	return q.own(c) && (q.ind.Kind == catalogue.Average || check.Bare(c.Entry))
}

// pooled reports whether shares are added over periods, not taken of the last.
func (q quotient) pooled() bool {
	return q.ind.Kind == catalogue.Target || q.ind.Kind == catalogue.Ratio && q.ind.Over != "last"
}

// ward reckons over all units.
func (q quotient) ward(list []reports.Contribution, within reports.Period) (reports.Value, []reports.Contribution, state) {
	if shares := q.pair(list).shares; len(shares) > 0 {
		value, from, state := q.add(shares, within)
		if state == made && q.ind.Kind == catalogue.All && !q.provesAll(value, from) {
			return reports.Value{}, nil, none
		}
		return value, from, state
	}
	bare, sides := split(list, q.bare)
	if len(bare) == 0 {
		return q.across(sides, within)
	}
	ends := lasts(bare, within)
	switch {
	case len(ends) == 0:
		return reports.Value{}, nil, none
	case len(ends) == 1 && (ends[0].Unit == reports.Ward || len(q.branches) == 1):
		return ends[0].Value, ends, made
	case q.ind.Percent() && allWhole(ends) && q.everyBranch(ends):
		return ends[0].Value, ends, made
	}
	return reports.Value{}, nil, none
}

// unit reckons over the entries of one unit.
func (q quotient) unit(list []reports.Contribution, within reports.Period) (reports.Value, []reports.Contribution, state) {
	if shares := q.pair(list).shares; len(shares) > 0 {
		return q.add(shares, within)
	}
	bare, _ := split(list, q.bare)
	ends := lasts(bare, within)
	if len(ends) == 0 {
		return reports.Value{}, nil, none
	}
	return ends[0].Value, ends, made
}

// across divides what one level gives by what the other gives, where no unit
// gives both.
func (q quotient) across(list []reports.Contribution, within reports.Period) (reports.Value, []reports.Contribution, state) {
	num, den, from, ok := q.levels(list, within)
	if !ok {
		return reports.Value{}, nil, none
	}
	value, from, state := q.result(num, den, from)
	if state == made && q.exceeds(value) {
		return reports.Value{}, nil, none
	}
	return value, from, state
}

// levels returns the two sides where one is the ward's and the other the
// branches'.
func (q quotient) levels(list []reports.Contribution, within reports.Period) (num, den reports.Value, from []reports.Contribution, ok bool) {
	nums, dens := split(list, q.isNum)
	if len(nums) == 0 || len(dens) == 0 || byWard(nums) == byWard(dens) {
		return num, den, nil, false
	}
	num, from, state1 := q.num(nums, within)
	den, from2, state2 := q.den(dens, within)
	return num, den, append(from, from2...), state1 == made && state2 == made
}

func byWard(list []reports.Contribution) bool {
	return !slices.ContainsFunc(list, func(c reports.Contribution) bool { return c.Unit != reports.Ward })
}

func allWhole(list []reports.Contribution) bool {
	return !slices.ContainsFunc(list, func(c reports.Contribution) bool { return c.Value.Cmp(reports.Int(1)) != 0 })
}

// provesAll reports whether a value may be said of all: a whole 100% only if no
// branch is silent.
func (q quotient) provesAll(v reports.Value, from []reports.Contribution) bool {
	return v.Cmp(reports.Int(1)) != 0 || byWard(from) || q.everyBranch(from)
}

func (q quotient) everyBranch(list []reports.Contribution) bool {
	return !slices.ContainsFunc(q.branches, func(b reports.UnitID) bool {
		return !slices.ContainsFunc(list, func(c reports.Contribution) bool { return c.Unit == b })
	})
}

// add adds numerators and denominators of the shares within the period, and
// divides once.
func (q quotient) add(shares []share, within reports.Period) (reports.Value, []reports.Contribution, state) {
	num, den, ok := reports.Int(0), reports.Int(0), true
	var from []reports.Contribution
	for _, s := range q.within(shares, within) {
		var ok1, ok2 bool
		num, ok1 = num.Add(s.num)
		den, ok2 = den.Add(s.den)
		ok = ok && ok1 && ok2
		from = append(from, s.from...)
	}
	if !ok {
		return reports.Value{}, nil, tooLarge
	}
	return q.result(num, den, from)
}

func (q quotient) result(num, den reports.Value, from []reports.Contribution) (reports.Value, []reports.Contribution, state) {
	value, ok := q.divide(num, den)
	switch {
	case ok:
		return value, from, made
	case den.Num > 0:
		return reports.Value{}, nil, tooLarge
	}
	return reports.Value{}, nil, none
}

// divide returns num/den with its parts; an average is rounded half up to whole
// units. It reports false without a denominator, and if the parts do not fit.
func (q quotient) divide(num, den reports.Value) (reports.Value, bool) {
	top, ok1 := reports.Int(num.Num).Scale(den.Den)
	bottom, ok2 := reports.Int(den.Num).Scale(num.Den)
	if !ok1 || !ok2 || bottom.Num <= 0 {
		return reports.Value{}, false
	}
	value := reports.Ratio(top.Num, bottom.Num)
	if q.ind.Kind != catalogue.Average {
		return value, true
	}
	whole, ok := value.Rounded(1)
	return reports.Int(whole), ok
}

// near reports whether a value as given may be the rounded form of the computed
// one. Percentages show their grain by their own decimals; averages are written
// in whole thousands or in đồng.
func (q quotient) near(given, computed reports.Value) bool {
	grain := big.NewRat(1, max(given.Den, 100))
	if q.ind.Kind == catalogue.Average {
		grain.SetInt64(1)
		if given.Num%(1000*given.Den) == 0 {
			grain.SetInt64(1000)
		}
	}
	off := new(big.Rat).Sub(rat(given), rat(computed))
	return off.Abs(off).Mul(off, big.NewRat(2, 1)).Cmp(grain) <= 0
}

func rat(v reports.Value) *big.Rat { return big.NewRat(v.Num, v.Den) }
