package catalogue

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// units knows which words name one unit of count or money.
type units struct {
	names map[string][]string // folded word → the units it may name, its own first
	front []string            // folded words that may stand before a name, the longest first
}

func newUnits(list []unitTOML) units {
	u := units{names: map[string][]string{}}
	learn := func(word, unit string) {
		key := viet.Key(word)
		if !slices.Contains(u.names[key], unit) {
			u.names[key] = append(u.names[key], unit)
		}
		if strings.HasPrefix(key, viet.Key(unit)) && !slices.Contains(u.front, key) {
			u.front = append(u.front, key)
		}
	}
	for _, t := range list {
		learn(t.Name, t.Name)
	}
	for _, t := range list {
		for _, word := range t.Same {
			learn(word, t.Name)
		}
	}
	slices.SortStableFunc(u.front, func(a, b string) int { return len(b) - len(a) })
	return u
}

// unitLeads may stand before the unit inside brackets: "(ĐVT: người)".
var unitLeads = []string{"đơn vị tính", "đvt", "đv tính", "đơn vị", "tính bằng", "tính", "số"}

// of returns the units that a word may name, the likeliest first.
func (u units) of(word string) []string {
	key := viet.Key(word)
	for {
		if names := u.names[key]; len(names) > 0 {
			return names
		}
		rest, ok := cutAny(key, unitLeads)
		if !ok {
			return nil
		}
		key = rest
	}
}

func (u units) known(word string) bool { return word != "" && len(u.of(word)) > 0 }

// How well a unit that was written fits the unit of an indicator.
const (
	foreign = iota // money for a count, a percentage for money
	alike          // both count something: "người" for "lượt"
	same           // another word for the same
	exact
)

// fit compares a written unit with an indicator's own.
func (u units) fit(written, own string) int {
	names := u.of(written)
	switch {
	case len(names) > 0 && names[0] == own:
		return exact
	case slices.Contains(names, own), len(names) > 0 && slices.Contains(u.of(own), names[0]):
		return same
	case len(names) > 0 && dimension(names[0]) == dimension(own):
		return alike
	}
	return foreign
}

// dimension is "đồng" for money, "%" for percentages and "" for all counts.
func dimension(unit string) string {
	switch {
	case strings.HasPrefix(unit, "đồng"):
		return "đồng"
	case unit == "%":
		return "%"
	}
	return ""
}
