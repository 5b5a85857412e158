package catalogue

import (
	"cmp"
	"maps"
	"slices"

	"ccbreport/reports/viet"
)

const (
	nearEnough = 0.6  // the score of a name that is worth a look
	nearBest   = 0.25 // how far below the best another may be
	strange    = 0.15 // the share of weight that words of other indicators may have
	most       = 3    // proposals
)

// propose returns the codes of the indicators whose names are nearest, the best
// first: only those that no word forbids.
func (c *Catalogue) propose(a asked) []string {
	score := map[int]float64{}
	for _, key := range a.r.keys {
		x := &c.lexicon
		if viet.Bare(key) == key {
			x = c.bare()
		}
		s := x.subject(key)
		unit, ok := c.unitOf(a, s)
		if !ok && !a.odd || len(s.words) == 0 {
			continue
		}
		c.score(x, score, x.spell(s.words), unit)
	}
	if i := c.qualified(a); i >= 0 {
		score[i] = 1
	}
	list := slices.SortedFunc(maps.Keys(score), func(i, k int) int {
		return cmp.Or(cmp.Compare(score[k], score[i]), cmp.Compare(i, k))
	})
	var codes []string
	for _, i := range list {
		if len(codes) < most && score[i] >= score[list[0]]-nearBest {
			codes = append(codes, c.indicators[i].Code)
		}
	}
	return codes
}

// qualified returns X for "X (y)" where y is not known and makes it no other
// thing.
func (c *Catalogue) qualified(a asked) int {
	x, y := inTwo(a.r.text)
	if y == "" || a.odd {
		return -1
	}
	i := c.whole(x, asked{r: a.r, unit: a.unit})
	parts := func(w string) bool { return isNumber(w) || c.lexicon.parting[w] }
	if i < 0 || slices.ContainsFunc(c.lexicon.subject(c.words.fold(y)).words, parts) {
		return -1
	}
	return i
}

// spell corrects words that no name holds but for their diacritics.
func (x *lexicon) spell(words []string) []string {
	out := slices.Clone(words)
	for n, w := range words {
		if _, known := x.weight[w]; !known {
			out[n] = cmp.Or(x.spelled[viet.Bare(w)], w)
		}
	}
	return out
}

// score rates the names by the weight that they have in common with what was
// written, and keeps the best of each indicator.
func (c *Catalogue) score(x *lexicon, score map[int]float64, words []string, unit string) {
	total := x.total(words)
	for e, shared := range x.overlap(words) {
		name := x.entries[e]
		if shared < min(2, len(name.words)) {
			continue
		}
		common := total - x.total(without(words, name.words))
		rate := 2 * common / (total + name.weight)
		few := len(words) <= 2 && rate < 1
		if rate < nearEnough || few {
			continue
		}
		if i := c.inUnitOf(name.owner, unit); i >= 0 && x.mayMean(i, words, name) {
			score[i] = max(score[i], rate)
		}
	}
}

// inUnitOf returns what may be proposed for an indicator in a unit: itself, or
// what hangs on it in another dimension.
func (c *Catalogue) inUnitOf(i int, unit string) int {
	if unit == "" {
		return i
	}
	if k := c.choose([]int{i}, unit); k >= 0 {
		return k
	}
	if c.Units().Dimension(c.units.of(unit)[0]) == c.Units().Dimension(c.indicators[i].Unit) {
		return i
	}
	return -1
}

// mayMean reports whether no word that was written, and none that is missing,
// makes it another thing than the indicator.
func (x *lexicon) mayMean(i int, written []string, name entry) bool {
	foreign := 0.0
	for _, w := range without(written, name.words) {
		if isNumber(w) || x.parting[w] && !x.own[i][w] {
			return false
		}
		if x.own[i][w] {
			continue
		}
		if !x.general[w] {
			foreign += x.weight[w]
		}
	}
	for _, w := range without(name.words, written) {
		if x.parting[w] || isNumber(w) {
			return false
		}
	}
	return foreign <= strange*name.weight
}
