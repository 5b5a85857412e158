package catalogue

import (
	"slices"
	"strings"
)

// names are the indicators by folded name.
type names struct {
	anywhere map[string][]int // names and aliases
	heads    map[string][]int // short heads of columns
	short    map[string][]int // names that need their parent
}

func newNames(list []Indicator) names {
	n := names{map[string][]int{}, map[string][]int{}, map[string][]int{}}
	for i, ind := range list {
		learn(n.anywhere, i, ind.Name)
		learn(n.anywhere, i, ind.Aliases...)
		learn(n.heads, i, ind.Heads...)
		learn(n.short, i, ind.Short...)
	}
	return n
}

func learn(index map[string][]int, i int, names ...string) {
	for _, key := range folded(names) {
		if !slices.Contains(index[key], i) {
			index[key] = append(index[key], i)
		}
	}
}

// Match tells which indicator a written name means by itself.
func (c *Catalogue) Match(name string) Match { return c.MatchIn(name, "", "") }

// MatchIn tells which indicator a written name means. unit is the unit that
// stands beside it or in its cell, "" if none: "Thăm hỏi, tặng quà" in "lượt" is
// the turns, in "đồng" the money. parent is the indicator above it, by code or
// by name: "Số tiền" below TN.TANGLE.NGUOI is TN.TANGLE.TIEN. Names are compared
// whole, after folding; a name that is only near is proposed and never taken.
func (c *Catalogue) MatchIn(name, unit, parent string) Match {
	r := c.read(name)
	m := Match{Unit: r.unit}
	if !c.units.known(unit) {
		unit = r.unit
	}
	up := c.parent(parent)
	i := c.below(up, r, unit)
	if i < 0 {
		i = c.byName(r, unit, up)
	}
	if i < 0 {
		i = c.measure(up, r)
	}
	switch {
	case i >= 0:
		m.Code, m.Exact = c.indicators[i].Code, true
	case len(r.keys) > 0 && !c.total(r):
		if i := c.near.find(r.keys); i >= 0 {
			m.Near = c.indicators[i].Code
		}
	}
	return m
}

// parent returns the indicator that a code or a name means, or -1.
func (c *Catalogue) parent(s string) int {
	if s == "" {
		return -1
	}
	if i, ok := c.index[s]; ok {
		return i
	}
	return c.byName(c.read(s), "", -1)
}

// byName looks a name up by itself. A short head does not count below an
// indicator whose section has something of its own by that name.
func (c *Catalogue) byName(r reading, unit string, up int) int {
	for _, key := range r.keys {
		if i := c.choose(c.names.anywhere[key], unit); i >= 0 {
			return i
		}
		if i := c.choose(c.names.heads[key], unit); i >= 0 && !c.rival(i, key, up) {
			return i
		}
	}
	for _, key := range r.keys {
		if i := c.split(key); i >= 0 {
			return i
		}
	}
	return -1
}

// split reads a unit off the front of a key: "số tiền thăm hỏi", "tỷ lệ hộ
// nghèo", "lượt nói chuyện truyền thống". The rest must be a name that counts
// in that unit.
func (c *Catalogue) split(key string) int {
	if rest, ok := cutAny(key, c.words.money); ok {
		return c.exactly(c.names.anywhere[rest], "đồng")
	}
	if rest, ok := cutAny(key, c.words.ratio); ok {
		return c.exactly(c.names.anywhere[rest], "%")
	}
	for _, unit := range c.units.front {
		rest, ok := strings.CutPrefix(key, unit+" ")
		if !ok {
			continue
		}
		if i := c.exactly(c.names.anywhere[rest], unit); i >= 0 {
			return i
		}
	}
	return -1
}

// exactly is choose for a unit that must be the indicator's own.
func (c *Catalogue) exactly(candidates []int, unit string) int {
	i := c.choose(candidates, unit)
	if i < 0 || c.units.fit(unit, c.indicators[i].Unit) < same {
		return -1
	}
	return i
}

// rival reports whether the section of up has another indicator than i with
// that short name.
func (c *Catalogue) rival(i int, key string, up int) bool {
	return up >= 0 && slices.ContainsFunc(slices.Concat(c.names.heads[key], c.names.short[key]), func(k int) bool {
		return k != i && c.indicators[k].Section == c.indicators[up].Section
	})
}

// below reads a name as a short name of something that belongs to up.
func (c *Catalogue) below(up int, r reading, unit string) int {
	if up < 0 {
		return -1
	}
	for _, family := range [][]int{c.children(up), c.siblings(up)} {
		for _, key := range r.keys {
			var found []int
			for _, i := range family {
				if slices.Contains(c.names.short[key], i) || slices.Contains(c.names.heads[key], i) {
					found = append(found, i)
				}
			}
			if i := c.choose(found, unit); i >= 0 {
				return i
			}
		}
	}
	return -1
}

// measure reads the bare words for money ("số tiền"), a percentage ("tỷ lệ") or
// a unit ("lượt") as what up comes to in that measure.
func (c *Catalogue) measure(up int, r reading) int {
	if up < 0 {
		return -1
	}
	for _, key := range r.keys {
		unit := ""
		switch {
		case slices.Contains(c.words.money, key):
			unit = "đồng"
		case slices.Contains(c.words.ratio, key):
			unit = "%"
		case c.units.known(key):
			unit = key
		}
		if i := c.exactly(c.withHead(up), unit); i >= 0 {
			return i
		}
	}
	return -1
}

// withHead returns the indicator and the one that it hangs on.
func (c *Catalogue) withHead(i int) []int {
	if head, ok := c.index[c.indicators[i].Of]; ok {
		return []int{i, head}
	}
	return []int{i}
}

// children returns what belongs to an indicator: what hangs on it, its parts,
// and the ratio that it is the numerator of.
func (c *Catalogue) children(of int) []int {
	var list []int
	for i, ind := range c.indicators {
		if c.hangs(ind, c.indicators[of]) {
			list = append(list, i)
		}
	}
	return list
}

func (c *Catalogue) hangs(ind, on Indicator) bool {
	return ind.Of == on.Code || ind.Num == on.Code || slices.Contains(on.Parts, ind.Code) || slices.Contains(ind.Under, on.Code)
}

// siblings returns the indicator that up hangs on and what else hangs on it.
func (c *Catalogue) siblings(up int) []int {
	head, ok := c.index[c.indicators[up].Of]
	if !ok {
		return nil
	}
	return append([]int{head}, c.children(head)...)
}

// choose takes the one candidate that is meant in the unit, or what hangs on it
// and counts in that unit. It returns -1 if none or several could be meant.
func (c *Catalogue) choose(candidates []int, unit string) int {
	if len(candidates) == 0 {
		return -1
	}
	if !c.units.known(unit) {
		return c.head(candidates)
	}
	best, fit := c.best(candidates, unit)
	if fit >= same {
		return best
	}
	var hanging []int
	for _, i := range candidates {
		hanging = append(hanging, c.children(i)...)
	}
	if i, f := c.best(hanging, unit); f >= same {
		return i
	}
	if fit == alike {
		return best
	}
	return -1
}

// best returns the candidate whose unit fits best, -1 if several do.
func (c *Catalogue) best(candidates []int, unit string) (i, fit int) {
	i, fit = -1, foreign
	for _, k := range candidates {
		f := c.units.fit(unit, c.indicators[k].Unit)
		switch {
		case f > fit:
			i, fit = k, f
		case f == fit && k != i && f > foreign:
			i = c.headOf(i, k)
		}
	}
	return i, fit
}

// headOf returns the one of two candidates that the other hangs on, or -1.
func (c *Catalogue) headOf(i, k int) int {
	switch {
	case i < 0:
		return -1
	case c.hangs(c.indicators[k], c.indicators[i]):
		return i
	case c.hangs(c.indicators[i], c.indicators[k]):
		return k
	}
	return -1
}

// head returns the candidate that all others hang on.
func (c *Catalogue) head(candidates []int) int {
	top := candidates[0]
	for _, k := range candidates[1:] {
		top = c.headOf(top, k)
	}
	return top
}

// IsTotalName reports whether a name is that of a total row or column ("Cộng",
// "Tổng cộng", "Cộng mục I"). A name that is an indicator's is none, whatever
// it begins with: "Tổng số hội viên", "Tổng VSMT".
func (c *Catalogue) IsTotalName(name string) bool {
	r := c.read(name)
	return c.total(r) && c.byName(r, "", -1) < 0
}

func (c *Catalogue) total(r reading) bool {
	return slices.ContainsFunc(r.keys, func(key string) bool {
		if slices.Contains(c.words.totals, key) {
			return true
		}
		_, begins := cutAny(key, c.words.totalsBegin)
		return begins
	})
}
