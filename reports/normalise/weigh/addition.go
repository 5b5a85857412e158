package weigh

import (
	"math"
	"slices"
)

// How well a column is the sum of others is tested here, row by row.

// addendSets are the columns that a total may be the sum of: those since the last
// total, all before it, all after it, all others, the other totals.
func (s *Scales) addendSets(i int, uses []Use) [][]int {
	var since, left, right, totals []int
	for k := range s.columns {
		switch {
		case k == i:
		case uses[k] == AsTotal:
			if k < i {
				since = nil
			}
			totals = append(totals, k)
		case uses[k] == AsPart:
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
func (s *Scales) ofOne(i, addend int) bool {
	switch s.columns[addend].Class {
	case Branch, Period, Actual:
		return s.columns[i].Class == Total
	}
	return false
}

// A verdict is how often a column is not the sum of others, and what the rows in
// which it is weigh; hits are those where several numbers make it.
type verdict struct {
	misses, hits int
	won          float64
}

// bits weighs a verdict; chance sums of small numbers weigh little.
func (v verdict) bits() float64 { return min(24, v.won) - min(24, 8*float64(v.misses)) }

// sums holds a column against the sum of others, row by row.
func (s *Scales) sums(i int, set []int) verdict {
	key := string(rune(i)) + ":" + string(runes(set))
	if v, ok := s.tested[key]; ok {
		return v
	}
	var v verdict
	for k := range s.rows {
		s.sumRow(&v, i, set, k)
	}
	s.tested[key] = v
	return v
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
func (s *Scales) sumRow(v *verdict, i int, set []int, k int) {
	total := s.columns[i].Amounts[k]
	if !total.OK {
		return
	}
	sum, given, filled := int64(0), 0, 0
	last := Amount{}
	for _, j := range set {
		a := s.columns[j].Amounts[k]
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
		v.won, v.hits = v.won+weight, v.hits+1
	case sum == total.N:
		v.won += weight / 4
	case s.level(k) && last.N == total.N && s.columns[set[len(set)-1]].Class == Period:
		v.won += weight / 4
	default:
		v.misses++
	}
}

// Fits tells by row whether any set of columns adds up to column i, a total.
func (s *Scales) Fits(i int, uses []Use) []bool {
	fit := make([]bool, len(s.rows))
	for k := range s.rows {
		for _, set := range s.addendSets(i, uses) {
			var v verdict
			s.sumRow(&v, i, set, k)
			fit[k] = fit[k] || v.misses == 0
		}
	}
	return fit
}
