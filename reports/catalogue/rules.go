package catalogue

import (
	"slices"
	"strings"
)

// decide runs the rules in their order: what is surest comes first. It returns
// -1 if none gives one indicator.
func (c *Catalogue) decide(a asked) (i int, rule string) {
	if len(a.r.keys) == 0 {
		return c.onlyRound(a)
	}
	if c.twoCounts(a) {
		return -1, ""
	}
	if i := c.exactName(a); i >= 0 {
		return i, ""
	}
	if i := c.belowAny(a); i >= 0 {
		return i, RuleShort
	}
	if i := c.inGroup(a); i >= 0 {
		return i, RuleGroup
	}
	if i := c.shortHead(a); i >= 0 {
		return i, ""
	}
	if a.r.needsHead() || Unfinished(a.r.text) {
		return -1, ""
	}
	for _, r := range []struct {
		name string
		give func(asked) int
	}{
		{RuleMeasure, c.split}, {RuleWords, c.sameWords}, {RuleWithin, c.nameWithin},
		{RuleBracket, c.partOf}, {RuleStroke, c.eitherWay}, {RuleUnmarked, c.unmarked},
	} {
		if i := r.give(a); i >= 0 {
			return i, r.name
		}
	}
	return -1, ""
}

// onlyRound is a name of which nothing is left: "Đợt 1" below its indicator.
func (c *Catalogue) onlyRound(a asked) (int, string) {
	if !a.r.round {
		return -1, ""
	}
	for _, up := range []int{a.up, a.group} {
		if up >= 0 {
			if i := c.choose([]int{up}, a.unit); i >= 0 {
				return i, RuleRound
			}
		}
	}
	return -1, ""
}

// twoCounts reports whether the bare name of a count stands below money that
// comes with such a count: "Số hội viên" below "Cho vay" may be those who borrow,
// or all.
func (c *Catalogue) twoCounts(a asked) bool {
	if a.up < 0 || !c.indicators[a.up].Money() {
		return false
	}
	bare := slices.ContainsFunc(a.r.keys, func(key string) bool { return len(c.units.names[key]) > 0 && len(c.names.anywhere[key]) > 0 })
	return bare && slices.ContainsFunc(slices.Concat(c.children(a.up), c.siblings(a.up)), func(k int) bool {
		return c.units.persons(c.indicators[k].Unit)
	})
}

// exactName looks the name up as it stands.
func (c *Catalogue) exactName(a asked) int {
	for _, key := range a.r.keys {
		if i := c.chooseNamed(c.names.anywhere[key], key, a.unit); i >= 0 {
			return i
		}
	}
	return -1
}

// shortHead looks the name up among the short heads of columns. A short head
// does not count below an indicator whose section has something of its own by
// that name, nor as a part of all members below another count of persons: "Nữ"
// below "Hội viên mới kết nạp" are not the women among all.
func (c *Catalogue) shortHead(a asked) int {
	for _, key := range a.r.keys {
		i := c.choose(c.names.heads[key], a.unit)
		if i >= 0 && !c.rival(i, key, a.up) && !c.stranger(i, a.up, a.r.within) {
			return i
		}
	}
	return -1
}

// rival reports whether the section of up has another indicator than i with
// that short name.
func (c *Catalogue) rival(i int, key string, up int) bool {
	return up >= 0 && slices.ContainsFunc(slices.Concat(c.names.heads[key], c.names.short[key]), func(k int) bool {
		return k != i && c.indicators[k].Section == c.indicators[up].Section
	})
}

// stranger reports whether i is a part of a level, and up counts other persons:
// what is written below it as its part ("Trong đó: nữ") is a part of those.
func (c *Catalogue) stranger(i, up int, within bool) bool {
	if up < 0 || c.indicators[i].Kind != Stock || c.indicators[i].Of == "" {
		return false
	}
	part, above := c.indicators[i], c.indicators[up]
	return c.units.persons(part.Unit, above.Unit) && above.Code != part.Of && (within || above.Of != part.Of)
}

// belowAny reads the name as a short name or a bare measure of what stands
// above, else of what its group names.
func (c *Catalogue) belowAny(a asked) int {
	for _, up := range []int{a.up, a.group} {
		if up < 0 {
			continue
		}
		if i := c.below(up, a); i >= 0 {
			return i
		}
		if i := c.measure(up, a.r); i >= 0 {
			return i
		}
	}
	return -1
}

// below reads a name as a short name of something that belongs to up: one of
// its own short names, or "Là thương binh" for the child "Thương binh".
func (c *Catalogue) below(up int, a asked) int {
	for _, family := range [][]int{c.children(up), c.siblings(up)} {
		for _, key := range a.r.keys {
			var found []int
			for _, i := range family {
				if slices.Contains(c.names.short[key], i) || slices.Contains(c.names.heads[key], i) && !c.stranger(i, up, a.r.within) {
					found = append(found, i)
				}
			}
			if i := c.choose(found, a.unit); i >= 0 {
				return i
			}
		}
	}
	if !a.r.needsHead() {
		return -1
	}
	var found []int
	for _, i := range c.children(up) {
		if slices.Contains(c.lexicon.same[sorted(c.lexicon.subject(a.r.keys[0]).words)], i) {
			found = append(found, i)
		}
	}
	return c.choose(found, a.unit)
}

// measure reads the bare words for money ("số tiền"), a percentage ("tỷ lệ") or
// a unit ("lượt") as what up comes to in that measure.
func (c *Catalogue) measure(up int, r reading) int {
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

// inGroup reads the name together with the words of its group: "Tổng số" in the
// group "Đảng viên", "nghèo" in the group "Hộ hội viên".
func (c *Catalogue) inGroup(a asked) int {
	if a.words == "" {
		return -1
	}
	if a.group >= 0 && c.total(a.r) {
		return c.choose([]int{a.group}, a.unit)
	}
	for _, joined := range []string{a.words + " " + a.r.text, a.r.text + " " + a.words} {
		for _, r := range c.readings(joined) {
			b := asked{r: r, unit: a.unit, odd: a.odd, up: -1, group: -1}
			if i := c.exactName(b); i >= 0 {
				return i
			}
			if i := c.sameWords(b); i >= 0 {
				return i
			}
		}
	}
	return -1
}

// split reads a measure off the front of a name: "số tiền thăm hỏi", "tỷ lệ hộ
// nghèo", "lượt nói chuyện truyền thống". The rest must be a name that counts
// in that measure.
func (c *Catalogue) split(a asked) int {
	for _, key := range a.r.keys {
		if rest, ok := cutAny(key, c.words.money); ok {
			return c.agreed(c.exactly(c.names.anywhere[rest], "đồng"), a)
		}
		if rest, ok := cutAny(key, c.words.ratio); ok {
			return c.agreed(c.exactly(c.names.anywhere[rest], "%"), a)
		}
		for _, unit := range c.units.front {
			rest, ok := strings.CutPrefix(key, unit+" ")
			if !ok {
				continue
			}
			if i := c.agreed(c.exactly(c.names.anywhere[rest], unit), a); i >= 0 {
				return i
			}
		}
	}
	return -1
}

// agreed returns i if the unit beside the name is its own, -1 if it forbids it.
func (c *Catalogue) agreed(i int, a asked) int {
	if i < 0 || a.odd || a.unit != "" && c.units.fit(a.unit, c.indicators[i].Unit) < alike {
		return -1
	}
	return i
}
