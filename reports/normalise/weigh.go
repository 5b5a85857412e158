package normalise

import (
	"math"
	"slices"

	"ccbreport/reports"
)

// A solver weighs the readings of the columns of one table in bits: what their
// words say, and how well the sums of the rows bear it out. The number of readings
// is bounded: columns of one class are read alike, but for totals.
type solver struct {
	items   []item
	recs    []record
	choices [][]choice // of each group of columns
	tested  map[string]verdict
}

// A choice gives some columns their uses.
type choice map[int]use

// margin is how many bits a reading must be ahead of one that comes to other
// figures; otherwise a person is asked. It is a starting value: half of what one
// row costs that does not add up.
const margin = 4

// priors are the bits that words give to a use.
var priors = map[class]map[use]float64{
	classPeriod: {useValue: 6},
	classActual: {useValue: 5},
	classBranch: {useValue: 6, useTotal: 0},
	classPlace:  {useValue: -9, useTotal: -1, useAdd: 1, usePart: -3},
	classTotal:  {useTotal: 3, useValue: 1},
	classPart:   {usePart: 6, useValue: -2},
	classHalf:   {useAdd: 7, usePart: 5},
	classNone:   {useValue: 0, useTotal: -1, useAdd: -1, usePart: -3},
}

func newSolver(items []item, recs []record) *solver {
	s := &solver{items: items, recs: recs, tested: map[string]verdict{}}
	byClass := map[class][]int{}
	for i, it := range items {
		byClass[it.class] = append(byClass[it.class], i)
	}
	for _, c := range []class{classPeriod, classActual} {
		s.together(byClass[c], useValue)
	}
	s.together(byClass[classPart], usePart, useValue)
	s.together(byClass[classHalf], useAdd, usePart)
	s.totals(byClass[classTotal])
	s.branches(byClass[classBranch])
	s.places(byClass[classPlace], useAdd, usePart, useValue)
	if len(byClass[classTotal]) > 0 {
		s.places(byClass[classNone], useValue, usePart, useAdd)
	} else {
		s.places(byClass[classNone], useValue, usePart) // words that say nothing add nothing up
	}
	return s
}

// together gives the columns one use for all.
func (s *solver) together(list []int, uses ...use) {
	if len(list) == 0 {
		return
	}
	var choices []choice
	for _, u := range uses {
		choices = append(choices, alike(list, u))
	}
	s.choices = append(s.choices, choices)
}

func alike(list []int, u use) choice {
	c := choice{}
	for _, i := range list {
		c[i] = u
	}
	return c
}

// maxTotals is up to how many worded totals are each read by itself.
const maxTotals = 3

func (s *solver) totals(list []int) {
	if len(list) > maxTotals {
		s.together(list, useTotal, useValue)
		return
	}
	for _, i := range list {
		s.together([]int{i}, useTotal, useValue)
	}
}

// branches are values; the branch itself may be the sum of its parts.
func (s *solver) branches(list []int) {
	for _, i := range list {
		if s.items[i].self {
			s.together([]int{i}, useValue, useTotal)
		} else {
			s.together([]int{i}, useValue)
		}
	}
}

// places are read alike, or one of them is the sum of the others.
func (s *solver) places(list []int, uses ...use) {
	if len(list) == 0 {
		return
	}
	var choices []choice
	for _, u := range uses {
		choices = append(choices, alike(list, u))
	}
	for _, i := range s.sumsOfOthers(list) {
		c := alike(list, useAdd)
		c[i] = useTotal
		choices = append(choices, c)
	}
	s.choices = append(s.choices, choices)
}

// sumsOfOthers returns the columns that are the sum of the others in most rows, as
// they are twice in the sum of all: only they are tried as totals.
func (s *solver) sumsOfOthers(list []int) []int {
	if len(list) < 3 {
		return nil
	}
	ahead := make([]int, len(list)) // rows in which it is, less those in which it is not
	for k := range s.recs {
		sum := int64(0)
		for _, i := range list {
			sum += s.items[i].amounts[k].N
		}
		for n, i := range list {
			switch a := s.items[i].amounts[k]; {
			case !a.OK:
			case 2*a.N == sum:
				ahead[n]++
			default:
				ahead[n]--
			}
		}
	}
	var found []int
	for n, i := range list {
		if ahead[n] > 0 {
			found = append(found, i)
		}
	}
	return found
}

// solve returns the best reading, and one within the margin that comes to other
// figures, nil if there is none.
func (s *solver) solve() (best, rival []use) {
	type scored struct {
		uses  []use
		score float64
	}
	var all []scored
	s.each(make([]use, len(s.items)), 0, func(uses []use) {
		all = append(all, scored{slices.Clone(uses), s.score(uses)})
	})
	slices.SortStableFunc(all, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	best = all[0].uses
	figures := s.figures(best)
	for _, other := range all[1:] {
		if other.score < all[0].score-margin {
			break
		}
		if s.figures(other.uses) != figures {
			return best, other.uses
		}
	}
	return best, nil
}

// each calls visit with every reading.
func (s *solver) each(uses []use, group int, visit func([]use)) {
	if group == len(s.choices) {
		visit(uses)
		return
	}
	for _, c := range s.choices[group] {
		for i, u := range c {
			uses[i] = u
		}
		s.each(uses, group+1, visit)
	}
}

// score weighs one reading.
func (s *solver) score(uses []use) float64 {
	bits := 0.0
	for i, it := range s.items {
		bits += priors[it.class][uses[i]]
	}
	for i := range s.items {
		if uses[i] == useTotal {
			bits += s.total(i, uses)
		}
	}
	return bits + s.claims(uses) + s.parts(uses) + s.addends(uses)
}

// total weighs how well a column is the sum of others.
func (s *solver) total(i int, uses []use) float64 {
	best := math.Inf(-1)
	for _, set := range s.addendSets(i, uses) {
		best = max(best, s.sums(i, set).bits())
	}
	if math.IsInf(best, -1) {
		best = -20 // a sum of nothing, or of one thing
	}
	if s.items[i].class != classTotal && !s.items[i].self {
		best -= math.Log2(float64(2*len(s.items) + 2)) // for so many were tried, that no word proposes
	}
	return best
}

// level reports whether a record says how things stood, and not what happened.
func (s *solver) level(k int) bool { return !s.recs[k].ind.Adds() }

// claims takes bits for columns that say the same of the same.
func (s *solver) claims(uses []use) float64 {
	n := 0
	seen := map[claim]bool{}
	for i, it := range s.items {
		if uses[i] != useValue {
			continue
		}
		if c := s.claim(i); seen[c] && it.class != classPeriod {
			n++
		} else {
			seen[c] = true
		}
	}
	return -14 * float64(n)
}

// A claim is what a column of values says something of.
type claim struct {
	unit   reports.UnitID
	period reports.Period
}

func (s *solver) claim(i int) claim { return claim{s.items[i].unit, s.items[i].period} }

// parts takes bits for parts that are more than the whole, or have none.
func (s *solver) parts(uses []use) float64 {
	bits := 0.0
	for i := range s.items {
		if uses[i] != usePart {
			continue
		}
		any := false
		for k := range s.recs {
			a := s.items[i].amounts[k]
			whole, ok := s.whole(uses, k)
			any = any || ok
			if a.OK && ok && a.N > whole {
				bits -= 8
			}
		}
		if !any {
			bits -= 10
		}
	}
	return bits
}

// whole is the largest number in a row that a part may be a part of.
func (s *solver) whole(uses []use, k int) (int64, bool) {
	most, ok := int64(0), false
	sum, added := int64(0), false
	for i, it := range s.items {
		a := it.amounts[k]
		switch {
		case !a.OK || uses[i] == usePart:
		case uses[i] == useAdd:
			sum, added = sum+a.N, true
		default:
			most, ok = max(most, a.N), true
		}
	}
	if added {
		most, ok = max(most, sum), true
	}
	return most, ok
}

// addends takes bits where addends stand alone, or beside what is none.
func (s *solver) addends(uses []use) float64 {
	adds, bare, timed, units, self := 0, 0, 0, 0, false
	for i, it := range s.items {
		switch {
		case uses[i] == useAdd:
			adds++
		case uses[i] != useValue:
		case it.class == classPeriod:
			timed++
		case it.class == classBranch:
			units, self = units+1, self || it.self
		default:
			bare++
		}
	}
	bits := 0.0
	switch {
	case adds == 1:
		bits -= 8
	case adds == 0:
	case self:
		bits -= 14 // what they add up to is the branch, and so is that column
	case bare+units > 0:
		bits -= 8
	case timed > 0:
		bits -= 6
	}
	if bare > 0 && units+timed > 0 {
		bits -= 12
	}
	return bits
}

func (s *solver) adds(uses []use) bool     { return slices.Contains(uses, useAdd) }
func (s *solver) hasTotal(uses []use) bool { return slices.Contains(uses, useTotal) }

// halved reports whether what adds up are men and women.
func (s *solver) halved() bool {
	return slices.ContainsFunc(s.items, func(it item) bool { return it.class == classHalf })
}

// clashes reports whether two columns of values have one claim.
func (s *solver) clashes(uses []use) bool { return s.claims(uses) < 0 }
