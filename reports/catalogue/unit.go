package catalogue

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// units knows which words name the units that indicators are counted in, where
// names are compared. All units, for reading numbers, are grammar.
type units struct {
	grammar *viet.Units
	list    []string            // as the [[unit]]s are called
	names   map[string][]string // folded word → the units it may name, its own first
	class   map[string]string   // unit → what it counts; units of one class may stand for each other
	front   []string            // folded words that may stand before a name, the longest first
	measure map[string]bool     // units whose words are cut off the front of a name: "lượt", not "hộ"
}

// newUnits indexes the units. One that no indicator is counted in tells nothing
// about names: it says neither which is meant nor that none is.
func newUnits(in indicatorsTOML) units {
	in.Units = merged(in.Units)
	u := units{
		grammar: newGrammar(in),
		names:   map[string][]string{}, class: map[string]string{}, measure: map[string]bool{},
	}
	counted := map[string]bool{}
	for _, t := range in.Indicators {
		counted[t.Unit] = true
	}
	for _, t := range in.Units {
		u.list = append(u.list, t.Name)
		u.class[t.Name], u.measure[t.Name] = t.Class, t.Measure
		if counted[t.Name] {
			u.learn(t.Name, t.Name)
		}
	}
	for _, t := range in.Units {
		if counted[t.Name] {
			u.learn(t.Name, slices.Concat(t.Same, t.Under, t.beforeWords(in.Units), viet.Spoken(t.Name))...)
		}
	}
	slices.SortStableFunc(u.front, func(a, b string) int { return len(b) - len(a) })
	return u
}

// merged gives the words of a unit that stands twice to the first: a ward's file may
// add words to the catalogue's.
func merged(list []unitTOML) []unitTOML {
	var all []unitTOML
	for _, t := range list {
		i := slices.IndexFunc(all, func(first unitTOML) bool { return first.Name == t.Name })
		if i < 0 {
			all = append(all, t)
			continue
		}
		first := &all[i]
		first.Same, first.Under, first.Behind = slices.Concat(first.Same, t.Same), slices.Concat(first.Under, t.Under), slices.Concat(first.Behind, t.Behind)
	}
	return all
}

func (u *units) learn(unit string, words ...string) {
	for _, word := range words {
		key := viet.Key(word)
		if key == "" {
			continue // a mere sign
		}
		if !slices.Contains(u.names[key], unit) {
			u.names[key] = append(u.names[key], unit)
		}
		if strings.HasPrefix(key, viet.Key(unit)) && !slices.Contains(u.front, key) {
			u.front = append(u.front, key)
		}
	}
}

// newGrammar gives the units with all their words to the number grammar. Words for
// money and ratios ("số tiền") head rows and columns: there they are no mere units.
func newGrammar(in indicatorsTOML) *viet.Units {
	heads := map[string]bool{}
	for _, word := range slices.Concat(in.Words.Money, in.Words.Ratio) {
		heads[viet.Key(word)] = true
	}
	var list []viet.Unit
	for _, t := range in.Units {
		unit := viet.Unit{Name: t.Name, Under: t.Under, Class: t.Class, Base: t.Base, Factor: t.Factor}
		for _, word := range slices.Concat(t.Same, t.Behind, t.beforeWords(in.Units)) {
			if heads[viet.Key(word)] {
				unit.Under = append(slices.Clone(unit.Under), word)
			} else {
				unit.Words = append(unit.Words, word)
			}
		}
		list = append(list, unit)
	}
	return viet.NewUnits(list)
}

// beforeWords are the unit's name before each word of another: "lượt đảng viên".
func (t unitTOML) beforeWords(all []unitTOML) []string {
	var words []string
	for _, other := range all {
		if t.Before != other.Name {
			continue
		}
		for _, word := range slices.Concat([]string{other.Name}, other.Same, other.Behind) {
			words = append(words, t.Name+" "+word)
		}
	}
	return words
}

// Units returns the units with which the catalogue's numbers are read.
func (c *Catalogue) Units() *viet.Units { return c.units.grammar }

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
			return u.spoken(word, key)
		}
		key = rest
	}
}

// spoken reads what stands in no list, in either form: thousands of đồng, what an
// amount is per, and measures of another size than the indicators have. A larger
// number of đồng is an amount.
func (u units) spoken(forms ...string) []string {
	for _, s := range forms {
		unit, scale, ok := u.grammar.UnitWord(s)
		switch {
		case !ok:
		case u.grammar.Measured(unit):
			return u.names[viet.Key(u.grammar.Dimension(unit))]
		case viet.IsMoneyUnit(unit) && (scale == 1000 || !strings.ContainsAny(s, "0123456789")):
			return u.names[viet.Key(unit)]
		}
	}
	return nil
}

// resized reports whether a word is for a measure of another size than the indicators
// have: "km" for metres.
func (u units) resized(word string) bool {
	unit, _, ok := u.grammar.UnitWord(word)
	return ok && u.grammar.Measured(unit) && !slices.Contains(u.of(word), unit)
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
	case viet.IsMoneyUnit(own) && viet.IsMoneyUnit(names[0]):
		return loose
	}
	return foreign
}

// people is the class of units that count persons or their turns.
const people = "người"

// persons reports whether all units count persons or their turns.
func (u units) persons(all ...string) bool {
	return !slices.ContainsFunc(all, func(unit string) bool {
		names := u.of(unit)
		return len(names) == 0 || u.class[names[0]] != people
	})
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
