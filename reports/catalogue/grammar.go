package catalogue

import (
	"slices"
	"strings"
)

// whole returns the indicator that a text names by itself, exactly or by its
// words, or -1.
func (c *Catalogue) whole(text string, a asked) int {
	b := asked{r: c.readings(text)[0], unit: a.unit, odd: a.odd, up: -1, group: -1}
	if i := c.exactName(b); i >= 0 {
		return i
	}
	return c.sameWords(b)
}

// inTwo parts a name at its last bracket, colon or dash.
func inTwo(text string) (x, y string) {
	if base, inner := bracket(text); inner != "" {
		return base, inner
	}
	for _, sign := range []string{":", " - ", " – ", " — "} {
		if i := strings.LastIndex(text, sign); i > 0 {
			return strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+len(sign):])
		}
	}
	return text, ""
}

// partOf reads "X (y)", "X: y" and "X – y" where y is the short name of what
// belongs to X, or X in another measure.
func (c *Catalogue) partOf(a asked) int {
	x, y := inTwo(a.r.text)
	if y == "" {
		return -1
	}
	up := c.whole(x, asked{})
	if up < 0 {
		return -1
	}
	b := a
	b.r = c.readings(y)[0]
	if len(b.r.keys) == 0 {
		return -1
	}
	if i := c.below(up, b); i >= 0 && !c.stranger(i, up, true) {
		return i
	}
	return c.agreed(c.measure(up, b.r), a)
}

// atMost is how many words an alternative after a stroke may replace.
const atMost = 3

// eitherWay reads "a/b": both alternatives must give the same indicator, and
// none another.
func (c *Catalogue) eitherWay(a asked) int {
	left, right, ok := strings.Cut(a.r.text, "/")
	if !ok || strings.Contains(right, "/") {
		return -1
	}
	before, after := strings.Fields(left), strings.Fields(right)
	var first, second []string
	for k := 0; k <= atMost; k++ {
		if k <= len(after) {
			first = append(first, strings.Join(slices.Concat(before, after[k:]), " "))
		}
		if k <= len(before) {
			second = append(second, strings.Join(slices.Concat(before[:len(before)-k], after), " "))
		}
	}
	first = append(first, left)
	i, k := c.onlyOne(first, a), c.onlyOne(second, a)
	if i < 0 || i != k {
		return -1
	}
	return i
}

// onlyOne returns the one indicator that those of the texts name which name any.
func (c *Catalogue) onlyOne(texts []string, a asked) int {
	found := -1
	for _, text := range texts {
		i := c.whole(text, a)
		if i >= 0 && found >= 0 && i != found {
			return -1
		}
		found = max(found, i)
	}
	return found
}
