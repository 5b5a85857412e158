package catalogue

import (
	"slices"
	"strings"
)

// sameWords takes a name that has the words of a known one: in any order where
// the unit is known, in the head of a column in any order behind the first word,
// else in the same order.
func (c *Catalogue) sameWords(a asked) int {
	for _, key := range a.r.keys {
		s := c.lexicon.subject(key)
		if c.lexicon.vague(s.words) {
			continue
		}
		unit, ok := c.unitOf(a, s)
		if !ok {
			continue
		}
		x := &c.lexicon
		candidates := x.ordered[s.front+"|"+s.order]
		if unit != "" {
			candidates = x.same[sorted(s.words)]
		} else if a.head {
			candidates = x.framed[s.framed()]
		}
		if i := c.firm(candidates, unit); i >= 0 {
			return i
		}
	}
	return -1
}

// unitOf returns the unit that stands beside a name or in its front; not ok if
// they forbid each other or no indicator has it.
func (c *Catalogue) unitOf(a asked, s subject) (unit string, ok bool) {
	switch {
	case a.odd:
		return "", false
	case a.unit == "" || s.front == "":
		return a.unit + s.front, true
	}
	return a.unit, c.units.fit(s.front, c.units.of(a.unit)[0]) >= loose
}

// firm is choose without loose units: what is no exact name must count in the
// very unit.
func (c *Catalogue) firm(candidates []int, unit string) int {
	i := c.choose(candidates, unit)
	if i >= 0 && unit != "" && c.units.fit(unit, c.indicators[i].Unit) < alike {
		return -1
	}
	return i
}

// nameWithin takes a name that holds all words of a known one, if each further
// word is one that the indicator is known to do without.
func (c *Catalogue) nameWithin(a asked) int {
	for _, key := range a.r.keys {
		s := c.lexicon.subject(key)
		unit, ok := c.unitOf(a, s)
		if !ok || len(s.words) == 0 {
			continue
		}
		if i := c.core(s, unit); i >= 0 {
			return i
		}
	}
	return -1
}

// core returns the indicator whose name stands within a subject. None may be
// nearer to what was written.
func (c *Catalogue) core(s subject, unit string) int {
	x := &c.lexicon
	if slices.ContainsFunc(s.words, func(w string) bool { return x.postings[w] == nil }) {
		return -1 // no indicator is known to do without a word that no name has
	}
	whole := x.total(s.words)
	near, fits := map[int]float64{}, map[int]bool{}
	for e := range x.overlap(s.words) {
		name := x.entries[e]
		i := c.firm([]int{name.owner}, unit)
		if i < 0 {
			continue
		}
		more, less := without(s.words, name.words), without(name.words, s.words)
		common := whole - x.total(more)
		near[i] = max(near[i], 2*common/(whole+name.weight))
		fits[i] = fits[i] || c.does(name, s, more, less, unit) && 2*common >= max(whole, name.weight)
	}
	best := -1
	for i, rate := range near {
		if best < 0 || rate > near[best] {
			best = i
		}
	}
	for i, rate := range near {
		if i != best && (fits[i] || rate > near[best]-nearly) {
			return -1
		}
	}
	if best < 0 || !fits[best] {
		return -1
	}
	return best
}

// nearly is by how much a name must be nearer than any other's.
const nearly = 0.1

// does reports whether an indicator is known to do without the words that were
// written beyond its name, and those of the name that were not.
func (c *Catalogue) does(name entry, s subject, more, less []string, unit string) bool {
	x := &c.lexicon
	spared := func(w string) bool { return !x.spare[name.owner][w] }
	tells := func(w string) bool { return !x.whose[w] }
	switch {
	case slices.ContainsFunc(more, isNumber), slices.ContainsFunc(more, spared), slices.ContainsFunc(less, spared), slices.ContainsFunc(less, tells):
		return false
	case x.vague(without(name.words, less)):
		return false
	}
	alike := name.words[0] == s.words[0] && name.front == s.front && name.ties == s.ties
	return unit != "" || len(less) == 0 && alike && c.oneMeasure(name.owner)
}

// overlap counts the words that each entry shares.
func (x *lexicon) overlap(words []string) map[int]int {
	shared := map[int]int{}
	for _, w := range words {
		for _, e := range x.postings[w] {
			shared[e]++
		}
	}
	return shared
}

// oneMeasure reports whether nothing of another unit belongs to an indicator.
func (c *Catalogue) oneMeasure(i int) bool {
	return !slices.ContainsFunc(slices.Concat(c.children(i), c.siblings(i)), func(k int) bool {
		return c.indicators[k].Unit != c.indicators[i].Unit
	})
}

// isNumber reports whether a word has a digit.
func isNumber(w string) bool { return strings.ContainsAny(w, "0123456789") }
