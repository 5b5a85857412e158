package weigh

import (
	"math"
	"slices"

	"ccbreport/reports"
)

// A Scales weighs the readings of the columns of one table in bits: what their
// words say, and how well the sums of the rows bear it out. The number of readings
// is bounded: columns of one class are read alike, but for totals.
type Scales struct {
	columns []Column
	rows    []Row
	choices [][]choice // of each group of columns
	tested  map[string]verdict
}

// A choice gives some columns their uses.
type choice map[int]Use

// margin is how many bits a reading must be ahead of one that comes to other
// figures; otherwise a person is asked. It is a starting value: half of what one
// row costs that does not add up.
const margin = 4

// priors are the bits that words give to a use.
var priors = map[Class]map[Use]float64{
	Period:  {AsValue: 6},
	Actual:  {AsValue: 5},
	Branch:  {AsValue: 6, AsTotal: 0},
	Place:   {AsValue: -9, AsTotal: -1, AsAddend: 1, AsPart: -3},
	Total:   {AsTotal: 3, AsValue: 1},
	Part:    {AsPart: 6, AsValue: -2},
	Half:    {AsAddend: 7, AsPart: 5},
	Nothing: {AsValue: 0, AsTotal: -1, AsAddend: -1, AsPart: -3},
}

// New puts the columns of one table that count one measure on the scales. Rows are
// those that are named; each column has an amount for every one.
func New(columns []Column, rows []Row) *Scales {
	columns = slices.Clone(columns)
	halve(columns)
	s := &Scales{columns: columns, rows: rows, tested: map[string]verdict{}}
	byClass := map[Class][]int{}
	for i, c := range columns {
		byClass[c.Class] = append(byClass[c.Class], i)
	}
	for _, c := range []Class{Period, Actual} {
		s.together(byClass[c], AsValue)
	}
	s.together(byClass[Part], AsPart, AsValue)
	s.together(byClass[Half], AsAddend, AsPart)
	s.totals(byClass[Total])
	s.branches(byClass[Branch])
	s.places(byClass[Place], AsAddend, AsPart, AsValue)
	if len(byClass[Total]) > 0 {
		s.places(byClass[Nothing], AsValue, AsPart, AsAddend)
	} else {
		s.places(byClass[Nothing], AsValue, AsPart) // words that say nothing add nothing up
	}
	return s
}

// together gives the columns one use for all.
func (s *Scales) together(list []int, uses ...Use) {
	if len(list) == 0 {
		return
	}
	var choices []choice
	for _, u := range uses {
		choices = append(choices, alike(list, u))
	}
	s.choices = append(s.choices, choices)
}

func alike(list []int, u Use) choice {
	c := choice{}
	for _, i := range list {
		c[i] = u
	}
	return c
}

// maxTotals is up to how many worded totals are each read by itself.
const maxTotals = 3

func (s *Scales) totals(list []int) {
	if len(list) > maxTotals {
		s.together(list, AsTotal, AsValue)
		return
	}
	for _, i := range list {
		s.together([]int{i}, AsTotal, AsValue)
	}
}

// branches are values; the branch itself may be the sum of its parts.
func (s *Scales) branches(list []int) {
	for _, i := range list {
		if s.columns[i].Self {
			s.together([]int{i}, AsValue, AsTotal)
		} else {
			s.together([]int{i}, AsValue)
		}
	}
}

// places are read alike, or one of them is the sum of the others.
func (s *Scales) places(list []int, uses ...Use) {
	if len(list) == 0 {
		return
	}
	var choices []choice
	for _, u := range uses {
		choices = append(choices, alike(list, u))
	}
	for _, i := range s.sumsOfOthers(list) {
		c := alike(list, AsAddend)
		c[i] = AsTotal
		choices = append(choices, c)
	}
	s.choices = append(s.choices, choices)
}

// sumsOfOthers returns the columns that are the sum of the others in most rows, as
// they are twice in the sum of all: only they are tried as totals. Where heads say
// nothing at all, one row may be a sum by chance, and two must be one.
func (s *Scales) sumsOfOthers(list []int) []int {
	if len(list) < 3 {
		return nil
	}
	ahead := make([]int, len(list)) // rows in which it is, less those in which it is not
	shown := make([]int, len(list)) // rows in which it is, of two numbers or more
	for k := range s.rows {
		sum, filled := int64(0), 0
		for _, i := range list {
			if n := s.columns[i].Amounts[k].N; n != 0 {
				sum, filled = sum+n, filled+1
			}
		}
		for n, i := range list {
			switch a := s.columns[i].Amounts[k]; {
			case !a.OK:
			case 2*a.N == sum:
				ahead[n]++
				if filled > 2 {
					shown[n]++
				}
			default:
				ahead[n]--
			}
		}
	}
	var found []int
	for n, i := range list {
		if ahead[n] > 0 && (shown[n] > 1 || s.columns[i].Class != Nothing) {
			found = append(found, i)
		}
	}
	return found
}

// Weigh returns what each column is in the best reading, and in the next one within the
// margin that comes to other figures, nil if there is none.
func (s *Scales) Weigh() (best, rival []Use) {
	type scored struct {
		uses  []Use
		score float64
	}
	var all []scored
	s.each(make([]Use, len(s.columns)), 0, func(uses []Use) {
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

// Best returns the reading of the most bits among those that are wanted; ok is false if
// none of the readings is.
func (s *Scales) Best(wanted func([]Use) bool) (best []Use, ok bool) {
	most := 0.0
	s.each(make([]Use, len(s.columns)), 0, func(uses []Use) {
		if !wanted(uses) {
			return
		}
		if score := s.score(uses); !ok || score > most {
			best, most, ok = slices.Clone(uses), score, true
		}
	})
	return best, ok
}

// each calls visit with every reading.
func (s *Scales) each(uses []Use, group int, visit func([]Use)) {
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
func (s *Scales) score(uses []Use) float64 {
	bits := 0.0
	for i, c := range s.columns {
		bits += priors[c.Class][uses[i]]
	}
	for i := range s.columns {
		if uses[i] == AsTotal {
			bits += s.total(i, uses)
		}
	}
	return bits + s.claims(uses) + s.parts(uses) + s.addends(uses)
}

// oneRow is what one row can say at most for a sum that no word proposes, however large
// it is: little enough to leave that the columns add up.
const oneRow = 6

// total weighs how well a column is the sum of others.
func (s *Scales) total(i int, uses []Use) float64 {
	worded := s.columns[i].Class == Total || s.columns[i].Self
	best := math.Inf(-1)
	for _, set := range s.addendSets(i, uses) {
		v := s.sums(i, set)
		bits := v.bits()
		if !worded && v.hits < 2 {
			bits = min(bits, oneRow)
		}
		best = max(best, bits)
	}
	if math.IsInf(best, -1) {
		best = -20 // a sum of nothing, or of one thing
	}
	if !worded {
		best -= math.Log2(float64(2*len(s.columns) + 2)) // for so many were tried, that no word proposes
	}
	return best
}

// level reports whether a row says how things stood, and not what happened.
func (s *Scales) level(k int) bool { return s.rows[k].Level }

// claims takes bits for columns that say the same of the same.
func (s *Scales) claims(uses []Use) float64 {
	n := 0
	seen := map[claim]bool{}
	for i, c := range s.columns {
		if uses[i] != AsValue {
			continue
		}
		if at := s.claim(i); seen[at] && c.Class != Period {
			n++
		} else {
			seen[at] = true
		}
	}
	return -14 * float64(n)
}

// A claim is what a column of values says something of.
type claim struct {
	unit   reports.UnitID
	period reports.Period
}

func (s *Scales) claim(i int) claim { return claim{s.columns[i].Unit, s.columns[i].Period} }

// parts takes bits for parts that are more than the whole, or have none.
func (s *Scales) parts(uses []Use) float64 {
	bits := 0.0
	for i := range s.columns {
		if uses[i] != AsPart {
			continue
		}
		any := false
		for k := range s.rows {
			a := s.columns[i].Amounts[k]
			whole, ok := s.Whole(uses, k)
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

// Whole is the largest number in row k that a part may be a part of, in ten-thousandths;
// not ok if there is none.
func (s *Scales) Whole(uses []Use, k int) (int64, bool) {
	most, ok := int64(0), false
	sum, added := int64(0), false
	for i, c := range s.columns {
		a := c.Amounts[k]
		switch {
		case !a.OK || uses[i] == AsPart:
		case uses[i] == AsAddend:
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
func (s *Scales) addends(uses []Use) float64 {
	adds, bare, timed, units, self := 0, 0, 0, 0, false
	for i, c := range s.columns {
		switch {
		case uses[i] == AsAddend:
			adds++
		case uses[i] != AsValue:
		case c.Class == Period:
			timed++
		case c.Class == Branch:
			units, self = units+1, self || c.Self
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

// Adds reports whether columns add up in a reading, HasTotal whether one is their sum.
func (s *Scales) Adds(uses []Use) bool     { return slices.Contains(uses, AsAddend) }
func (s *Scales) HasTotal(uses []Use) bool { return slices.Contains(uses, AsTotal) }

// Halves reports whether what adds up are men and women.
func (s *Scales) Halves() bool {
	return slices.ContainsFunc(s.columns, func(c Column) bool { return c.Class == Half })
}

// Clash reports whether two columns say the same of the same in a reading: they have
// equal claims.
func (s *Scales) Clash(uses []Use) bool { return s.claims(uses) < 0 }
