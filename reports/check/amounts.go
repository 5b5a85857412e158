package check

import (
	"math"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// The members that a branch whose number is not known may have.
const (
	fewestMembers = 10
	mostMembers   = 300
)

// daysOfYear is the middle length of a year.
const daysOfYear = 365.25

// An amount is one sum of money that counts, with the size of what it is for.
type amount struct {
	reports.Contribution
	ind   catalogue.Indicator
	value float64 // đồng, more than 0

	members float64 // of the unit at the end of the period; 0 if unknown, 1 for an amount by member
	known   bool    // the unit itself gives its members
	years   float64 // that it was gathered in; 1 for a level
	events  float64 // visits, loans that it was for; 0 if unknown

	typical float64 // đồng that would be usual in its place; 0 if nothing tells
	slip    slip    // zero if nothing is odd
}

func (a *amount) odd() bool { return a.slip.by != 0 }

// amounts returns all money that counts and is not nought, in order.
func amounts(cat *catalogue.Catalogue, settled Settled) []*amount {
	list := flatten(settled.Returns)
	slices.SortFunc(list, compareFigures)
	people := newMembership(cat, list)
	events := newEvents(cat, list)
	var money []*amount
	for _, c := range list {
		ind, _ := cat.Indicator(c.Code)
		if !ind.Money() || c.Value.Num <= 0 || !c.Value.Known() {
			continue
		}
		a := &amount{Contribution: c, ind: ind, value: float(c.Value), years: 1, members: 1, known: true}
		if !AtEnd(ind, c.Entry) && !fromLog(c) {
			a.years = float64(c.Period.Days()) / daysOfYear
		}
		if !byMember(ind) {
			a.members, a.known = people.of(c)
		}
		a.events = events.of(c)
		money = append(money, a)
	}
	return money
}

// byMember reports whether an indicator is an amount for each member.
func byMember(ind catalogue.Indicator) bool { return ind.Money() && ind.Kind == catalogue.Average }

func byUnit(list []*amount) [][]*amount {
	var units [][]*amount
	for _, a := range list {
		if n := len(units); n > 0 && units[n-1][0].Unit == a.Unit {
			units[n-1] = append(units[n-1], a)
		} else {
			units = append(units, []*amount{a})
		}
	}
	return units
}

// A membership knows how many members each unit has: what the average amount of
// the catalogue is divided by.
type membership struct {
	byUnit map[reports.UnitID][]reports.Contribution // in order of their last day
	middle float64                                   // of the branches, 0 if none gives any
	sum    float64
}

func newMembership(cat *catalogue.Catalogue, list []reports.Contribution) membership {
	m := membership{byUnit: map[reports.UnitID][]reports.Contribution{}}
	all := cat.Indicators()
	i := slices.IndexFunc(all, byMember)
	for _, c := range list {
		if i >= 0 && c.Code == all[i].Den && c.Value.Num > 0 && !fromLog(c) {
			m.byUnit[c.Unit] = append(m.byUnit[c.Unit], c)
		}
	}
	var latest []float64
	for unit, own := range m.byUnit {
		slices.SortFunc(own, func(a, b reports.Contribution) int { return int(a.Period.To - b.Period.To) })
		if unit != reports.Ward {
			latest = append(latest, float(own[len(own)-1].Value))
		}
	}
	slices.Sort(latest)
	for _, n := range latest {
		m.sum += n
	}
	if len(latest) > 0 {
		m.middle = latest[len(latest)/2]
	}
	return m
}

// of returns the members of the unit at the end of the period, those of a usual
// branch if it gives none, 0 if nobody does; known tells that they are its own.
func (m membership) of(c reports.Contribution) (n float64, known bool) {
	own := m.byUnit[c.Unit]
	if len(own) == 0 && c.Unit == reports.Ward {
		return m.sum, m.sum > 0
	}
	if len(own) == 0 {
		return m.middle, false
	}
	at := own[0]
	for _, o := range own {
		if o.Period.To <= c.Period.To {
			at = o
		}
	}
	return float(at.Value), true
}

// events knows what was done for an amount: the visits, funerals, loans that it
// hangs on, in the same period or the same line of a log.
type events struct {
	codes map[string]string // code of the count by code of the money
	given map[eventKey]float64
}

type eventKey struct {
	unit   reports.UnitID
	code   string
	period reports.Period
	line   reports.Cell // of a log, else nowhere
}

func newEvents(cat *catalogue.Catalogue, list []reports.Contribution) events {
	e := events{map[string]string{}, map[eventKey]float64{}}
	for _, ind := range cat.Indicators() {
		of, ok := cat.Indicator(ind.Of)
		switch {
		case !ok || ind.Percent() || of.Percent() || ind.Money() == of.Money():
		case ind.Money():
			e.codes[ind.Code] = of.Code
		case e.codes[of.Code] == "":
			e.codes[of.Code] = ind.Code
		}
	}
	for _, c := range list {
		e.given[keyOf(c, c.Code)] = float(c.Value)
	}
	return e
}

func (e events) of(c reports.Contribution) float64 {
	code, ok := e.codes[c.Code]
	if !ok {
		return 0
	}
	return e.given[keyOf(c, code)]
}

func keyOf(c reports.Contribution, code string) eventKey {
	k := eventKey{unit: c.Unit, code: code, period: c.Period}
	if fromLog(c) {
		k.line = c.At
		k.line.Addr = rowOf(c.At.Addr)
	}
	return k
}

// rowOf returns the number of the row of an address.
func rowOf(addr string) string {
	i := 0
	for i < len(addr) && addr[i] >= 'A' && addr[i] <= 'Z' {
		i++
	}
	return addr[i:]
}

// float returns a known value for comparing; nothing is added with it.
func float(v reports.Value) float64 {
	if !v.Known() {
		return 0
	}
	return float64(v.Num) / float64(v.Den)
}

// span returns what the catalogue holds for plausible in place of the amount, in
// đồng, and the middle of that; 0 if it says nothing.
func (a *amount) span() (small, large, middle float64) {
	low, high := float64(a.ind.PerMember[0]), float64(a.ind.PerMember[1])
	if high == 0 || a.members == 0 && a.Unit == reports.Ward {
		return 0, 0, 0
	}
	fewest, most := a.members, a.members
	if !a.known {
		fewest, most = fewestMembers, mostMembers
	}
	small, large = a.inPart(low*fewest, high*most)
	if fromLog(a.Contribution) {
		small = leastMoney // one line of a log may be next to nothing
	}
	return small, large, math.Sqrt(small * large)
}

// inPart turns what is least and most in a year into that of the period. In a
// part of a year all of the year may have been given, or next to nothing.
func (a *amount) inPart(small, large float64) (float64, float64) {
	part := min(a.years, 1)
	return small * a.years * part, large * a.years / part
}
