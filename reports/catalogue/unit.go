package catalogue

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// units knows which words name one unit of count or money.
type units struct {
	list    []string            // as the [[unit]]s are called
	names   map[string][]string // folded word → the units it may name, its own first
	class   map[string]string   // unit → what it counts; units of one class may stand for each other
	front   []string            // folded words that may stand before a name, the longest first
	measure map[string]bool     // units whose words are cut off the front of a name: "lượt", not "hộ"
}

func newUnits(list []unitTOML) units {
	u := units{names: map[string][]string{}, class: map[string]string{}, measure: map[string]bool{}}
	learn := func(word string, t unitTOML) {
		key := viet.Key(word)
		if !slices.Contains(u.names[key], t.Name) {
			u.names[key] = append(u.names[key], t.Name)
		}
		if strings.HasPrefix(key, viet.Key(t.Name)) && !slices.Contains(u.front, key) {
			u.front = append(u.front, key)
		}
	}
	for _, t := range list {
		learn(t.Name, t)
		u.list = append(u.list, t.Name)
		u.class[t.Name], u.measure[t.Name] = t.Class, t.Measure
	}
	for _, t := range list {
		for _, word := range t.Same {
			learn(word, t)
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
	foreign = iota // money for a count, m² for households
	loose          // money, but not of the same: "đồng" for "đồng/năm"
	alike          // of one class: "người" for "lượt"
	same           // another word for the same
	exact
)

// fit compares a written unit with an indicator's own.
func (u units) fit(written, own string) int {
	names := u.of(written)
	switch {
	case len(names) == 0:
		return foreign
	case names[0] == own:
		return exact
	case slices.Contains(names, own), slices.Contains(u.of(own), names[0]):
		return same
	case u.class[own] != "" && u.class[names[0]] == u.class[own]:
		return alike
	case dimension(own) == "đồng" && dimension(names[0]) == "đồng":
		return loose
	}
	return foreign
}

// begins reports whether a key begins with a word for the unit.
func (u units) begins(key, unit string) bool {
	names := u.of(unit)
	for word, of := range u.names {
		if _, ok := strings.CutPrefix(key, word+" "); ok && len(names) > 0 && slices.Contains(of, names[0]) {
			return true
		}
	}
	return false
}

// dimension is "đồng" for money, "%" for percentages, "m" for what is measured
// out and "" for all counts.
func dimension(unit string) string {
	switch {
	case strings.HasPrefix(unit, "đồng"):
		return "đồng"
	case unit == "%":
		return "%"
	case unit == "m", unit == "m²":
		return "m"
	}
	return ""
}
