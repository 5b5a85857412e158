package normalise

import (
	"math"
	"slices"

	"ccbreport/reports/normalise/grid"
)

// How well a column is the sum of others is tested here, row by row.

// addendSets are the columns that a total may be the sum of: those since the last
// total, all before it, all after it, all others, the other totals.
func (s *solver) addendSets(i int, uses []use) [][]int {
	var since, left, right, totals []int
	for k := range s.items {
		switch {
		case k == i:
		case uses[k] == useTotal:
			if k < i {
				since = nil
			}
			totals = append(totals, k)
		case uses[k] == usePart:
		case k < i:
			since, left = append(since, k), append(left, k)
		default:
			right = append(right, k)
		}
	}
	sets := [][]int{since, left, right, append(slices.Clone(left), right...), totals}
	return slices.DeleteFunc(sets, func(set []int) bool {
		return len(set) == 0 || len(set) == 1 && !s.ofOne(i, set[0])
	})
}

// ofOne reports whether a total may be that of one column: "Cộng Hòa Lạc" of the
// one branch there, "Cộng" of the one year.
func (s *solver) ofOne(i, addend int) bool {
	switch s.items[addend].class {
	case classBranch, classPeriod, classActual:
		return s.items[i].class == classTotal
	}
	return false
}

// A verdict is how often a column is not the sum of others, and what the rows in
// which it is weigh.
type verdict struct {
	misses int
	won    float64
}

// bits weighs a verdict; chance sums of small numbers weigh little.
func (v verdict) bits() float64 { return min(24, v.won) - min(24, 8*float64(v.misses)) }

// sums holds a column against the sum of others, row by row.
func (s *solver) sums(i int, set []int) verdict {
	key := string(rune(i)) + ":" + string(runes(set))
	if v, ok := s.tested[key]; ok {
		return v
	}
	var v verdict
	for k := range s.recs {
		s.sumRow(&v, i, set, k)
	}
	s.tested[key] = v
	return v
}

// fits tells by row, of rows from first, whether any set of columns adds up to a
// total.
func (s *solver) fits(i int, uses []use, rows, first int) []bool {
	fit := make([]bool, rows)
	for k, rec := range s.recs {
		for _, set := range s.addendSets(i, uses) {
			var v verdict
			s.sumRow(&v, i, set, k)
			fit[rec.row-first] = fit[rec.row-first] || v.misses == 0
		}
	}
	return fit
}

func runes(set []int) []rune {
	out := make([]rune, len(set))
	for i, n := range set {
		out[i] = rune(n)
	}
	return out
}

// sumRow adds what one row says. A level under periods is no sum; the last of them
// is what its "Cộng" may well repeat.
func (s *solver) sumRow(v *verdict, i int, set []int, k int) {
	total := s.items[i].amounts[k]
	if !total.OK {
		return
	}
	sum, given, filled := int64(0), 0, 0
	last := grid.Amount{}
	for _, j := range set {
		a := s.items[j].amounts[k]
		if !a.OK {
			continue
		}
		given++
		if sum, last = sum+a.N, a; a.N != 0 {
			filled++
		}
	}
	weight := math.Log2(1 + min(math.Abs(float64(total.N))/10_000, 1000))
	switch {
	case given == 0:
		v.won -= 4
	case sum == total.N && filled >= 2:
		v.won += weight
	case sum == total.N:
		v.won += weight / 4
	case s.level(k) && last.N == total.N && s.items[set[len(set)-1]].class == classPeriod:
		v.won += weight / 4
	default:
		v.misses++
	}
}
