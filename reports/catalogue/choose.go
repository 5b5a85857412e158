package catalogue

import "slices"

// withHead returns the indicator and the one that it hangs on.
func (c *Catalogue) withHead(i int) []int {
	if head, ok := c.index[c.indicators[i].Of]; ok {
		return []int{i, head}
	}
	return []int{i}
}

// learnFamilies finds for each indicator what belongs to it: what hangs on it,
// its parts, and the ratio that it is the numerator of.
func (c *Catalogue) learnFamilies() {
	c.family = make([][]int, len(c.indicators))
	for of := range c.indicators {
		for i := range c.indicators {
			if c.hangs(c.indicators[i], c.indicators[of]) {
				c.family[of] = append(c.family[of], i)
			}
		}
	}
}

func (c *Catalogue) children(of int) []int { return c.family[of] }

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

// exactly is choose for a unit that must be the indicator's own.
func (c *Catalogue) exactly(candidates []int, unit string) int {
	i := c.choose(candidates, unit)
	if i < 0 || c.units.fit(unit, c.indicators[i].Unit) < same {
		return -1
	}
	return i
}

// chooseNamed is choose for an exact name: it counts also in the unit that it
// begins with ("Hộ SXKD giỏi" in hộ, though the indicator counts persons).
func (c *Catalogue) chooseNamed(candidates []int, key, unit string) int {
	i := c.choose(candidates, unit)
	if i < 0 && len(candidates) > 0 && c.units.begins(key, unit) {
		return c.choose(candidates, "")
	}
	return i
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
	var hanging []int
	for _, i := range candidates {
		for _, k := range c.children(i) {
			if !c.indicators[k].Help {
				hanging = append(hanging, k)
			}
		}
	}
	for _, level := range []int{same, alike} {
		for _, list := range [][]int{candidates, hanging} {
			if i, fit := c.best(list, unit); fit >= level {
				return i
			}
		}
	}
	if c.units.resized(unit) {
		return c.head(candidates) // whether hectares of trees are meant is asked where they are counted
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
