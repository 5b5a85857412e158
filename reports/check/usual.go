package check

import (
	"slices"

	"ccbreport/reports"
)

// A usual knows what the branches give: by event and by member, of one period
// and by year.
type usual struct {
	events, members, years, lines middlesOf

	rates map[reports.UnitID]map[string]float64 // by member and year
}

// newUsual gathers it. The ward is not a branch, and a line of a log not a year.
func newUsual(list []*amount) *usual {
	u := &usual{middlesOf{}, middlesOf{}, middlesOf{}, middlesOf{}, map[reports.UnitID]map[string]float64{}}
	for _, own := range byUnit(list) {
		for _, a := range own {
			u.add(a)
		}
		u.rates[own[0].Unit] = ratesByYear(own)
		for code, rate := range u.rates[own[0].Unit] {
			u.years.add(middleKey{code: code}, rate)
		}
	}
	for _, m := range []middlesOf{u.events, u.members, u.years, u.lines} {
		m.sort()
	}
	return u
}

func (u *usual) add(a *amount) {
	switch {
	case fromLog(a.Contribution):
		u.lines.add(a.allYears(), a.value/max(a.events, 1))
	case a.Unit != reports.Ward:
		u.members.add(a.onePeriod(), a.value/a.size())
		if a.events > 0 {
			u.events.add(a.allYears(), a.value/a.events)
		}
	}
}

// size is what amounts of one period are divided by: the members, where anybody
// gives them.
func (a *amount) size() float64 { return max(a.members, 1) }

func (a *amount) allYears() middleKey  { return middleKey{code: a.Code} }
func (a *amount) onePeriod() middleKey { return middleKey{a.Code, a.Period} }

// byEvent returns the two middles of what the other branches give for as many
// events, in đồng; 0 if too few tell.
func (u *usual) byEvent(a *amount) (small, large float64) {
	if a.events == 0 || a.Unit == reports.Ward || fromLog(a.Contribution) {
		return 0, 0
	}
	return u.events.without(a.allYears(), a.value/a.events, enoughOthers, a.events)
}

// byMember returns the two middles of what the other branches give for as many
// members in the same period, else in as many years. A line of a log is held
// against the other lines.
func (u *usual) byMember(a *amount) (small, large float64) {
	switch {
	case fromLog(a.Contribution):
		n := max(a.events, 1)
		return u.lines.without(a.allYears(), a.value/n, enoughEvents, n)
	case a.Unit == reports.Ward:
		return 0, 0
	}
	if small, large = u.members.without(a.onePeriod(), a.value/a.size(), enoughOthers, a.size()); small > 0 {
		return small, large
	}
	small, large = u.years.without(a.allYears(), u.rates[a.Unit][a.Code], enoughOthers, a.size())
	return a.inPart(small, large)
}

// ofBranch returns, for each kind of money that a branch gives, how many times
// that of the others it is, by member and year. A branch that does not give its
// members may just be small.
func (u *usual) ofBranch(own []*amount) []float64 {
	var times []float64
	for code, rate := range ratesByYear(speaking(own)) {
		small, large := u.years.without(middleKey{code: code}, u.rates[own[0].Unit][code], enoughOthers, 1)
		switch {
		case small == 0:
		case rate < small:
			times = append(times, rate/small)
		default:
			times = append(times, max(1, rate/large))
		}
	}
	return times
}

// speaking leaves out the amounts of unknown size, and those that are odd by
// themselves: one slip must not
// make all else of the branch odd. Where all of a kind have a nought too many or
// too few they speak; thousands show in each kind alone.
func speaking(own []*amount) []*amount {
	sound := map[string]bool{}
	for _, a := range own {
		sound[a.Code] = sound[a.Code] || !a.odd()
	}
	return slices.DeleteFunc(slices.Clone(own), func(a *amount) bool {
		return !a.known || a.odd() && (sound[a.Code] || a.slip.by > 10)
	})
}

// ratesByYear returns what the tables of a branch give by member and year, by
// code: of flows in all its periods together, of a level at the end.
func ratesByYear(own []*amount) map[string]float64 {
	sums, years := map[string]float64{}, map[string]float64{}
	for _, a := range own {
		switch {
		case fromLog(a.Contribution) || a.Unit == reports.Ward:
		case AtEnd(a.ind, a.Entry):
			sums[a.Code], years[a.Code] = a.value/a.size(), 1 // in order: the last stays
		default:
			sums[a.Code] += a.value / a.size()
			years[a.Code] += a.years
		}
	}
	for code := range sums {
		sums[code] /= years[code]
	}
	return sums
}

// middlesOf are sorted numbers of the branches, by what they are of.
type middlesOf map[middleKey][]float64

type middleKey struct {
	code   string
	period reports.Period
}

func (m middlesOf) add(k middleKey, x float64) { m[k] = append(m[k], x) }

func (m middlesOf) sort() {
	for _, list := range m {
		slices.Sort(list)
	}
}

// without returns the lower and the upper median of the numbers but self, times
// scale; 0 if fewer than enough are left.
func (m middlesOf) without(k middleKey, self float64, enough int, scale float64) (small, large float64) {
	list := m[k]
	others := len(list) - 1
	if others < enough {
		return 0, 0
	}
	own, _ := slices.BinarySearch(list, self)
	at := func(i int) float64 {
		if i >= own {
			i++
		}
		return list[i] * scale
	}
	return at((others - 1) / 2), at(others / 2)
}
