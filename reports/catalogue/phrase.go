package catalogue

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// sentencesTOML are the forms of which sentences are proposed, with the places
// [FigurePlace], {tên}, {đơn vị} and {việc}. A form that is not there proposes none.
type sentencesTOML struct {
	Had      string `toml:"had"`       // so many of what there were in the period
	Has      string `toml:"has"`       // there are at its end
	Was      string `toml:"was"`       // what came to so many in the period
	Is       string `toml:"is"`        // comes to at its end
	Did      string `toml:"did"`       // something was done to so many
	DidTimes string `toml:"did_times"` // so often
	DidFor   string `toml:"did_for"`   // for so many persons
	DidMoney string `toml:"did_money"` // with so much money
	Money    string `toml:"money"`     // so much money for what
	Share    string `toml:"share"`     // a percentage
}

// forms are the same by key, as they are checked.
func (t sentencesTOML) forms() map[string]string {
	return map[string]string{
		"had": t.Had, "has": t.Has, "was": t.Was, "is": t.Is, "did": t.Did, "did_times": t.DidTimes,
		"did_for": t.DidFor, "did_money": t.DidMoney, "money": t.Money, "share": t.Share,
	}
}

// A telling is what a sentence is made of.
type telling struct{ form, verb, name, unit string }

func (t telling) String() string {
	r := strings.NewReplacer("{việc}", viet.LowerFirst(t.verb), "{tên}", t.name, "{đơn vị}", t.unit)
	return viet.Sentence(strings.ReplaceAll(viet.Clean(r.Replace(t.form)), " .", "."))
}

// sentenceOf makes a sentence of a name, for an officer to read over: the plainest
// form that the name allows. said is the unit in words.
func (c *Catalogue) sentenceOf(name, said string, kind Kind) string {
	forms, name := c.words.sentences, c.withoutTail(name)
	there, amounts := forms.Has, forms.Is
	if kind == Flow {
		there, amounts = forms.Had, forms.Was
	}
	_, noun := c.cutFront(name, c.words.leads)
	verb, object := c.cutFront(noun, c.words.does)
	counted, starts := c.counted(noun, said)
	switch {
	case said == "%":
		_, of := cutWords(name, func(s string) bool { return s == "%" || slices.Contains(c.words.ratio, c.words.fold(s)) })
		return telling{form: forms.Share, name: viet.LowerFirst(of)}.String()
	case viet.IsMoneyUnit(said):
		return c.moneyTold(name, verb, kind).String()
	case verb != "":
		return c.told(verb, object, said).String()
	case starts:
		return telling{form: there, name: counted}.String()
	case c.happensIn(noun), c.units.persons(said), c.units.grammar.Measured(said):
		return telling{form: amounts, name: name, unit: said}.String()
	}
	return telling{form: there, name: said + " " + counted}.String()
}

// moneyTold tells of money, whose unit is printed with it.
func (c *Catalogue) moneyTold(name, verb string, kind Kind) telling {
	forms := c.words.sentences
	switch {
	case kind != Flow:
		return telling{form: forms.Is, name: name}
	case verb != "":
		return telling{form: forms.DidMoney, name: viet.LowerFirst(name)}
	}
	_, what := c.cutFront(name, c.words.money)
	return telling{form: forms.Money, name: viet.LowerFirst(what)}
}

// told tells of what was done.
func (c *Catalogue) told(verb, object, said string) telling {
	forms := c.words.sentences
	t := telling{form: forms.Did, verb: verb, unit: said}
	counted, starts := c.counted(object, said)
	t.name = counted
	switch of := c.units.of(said); {
	case starts:
	case len(of) > 0 && c.units.measure[of[0]]:
		t.form = forms.DidTimes
	case c.units.persons(said):
		t.form = forms.DidFor
	default:
		t.name = strings.TrimSpace(said + " " + counted)
	}
	return t
}

// counted returns a name as it stands behind a number, and whether it starts with what
// is counted, so that no unit need stand between them.
func (c *Catalogue) counted(name, said string) (noun string, starts bool) {
	unit := c.unitNamed(said)
	front, rest := cutWords(name, func(s string) bool {
		return c.words.fold(s) == c.words.fold(said) || unit != "" && c.unitNamed(s) == unit
	})
	if front == "" {
		return viet.LowerFirst(rest), false
	}
	return strings.TrimSpace(c.spelled(front) + " " + rest), true
}

// spelled is a word for a unit within a sentence, an abbreviation written out.
func (c *Catalogue) spelled(word string) string {
	if key := c.words.fold(word); key != viet.Key(word) {
		return key
	}
	return strings.ToLower(word)
}

// happensIn reports whether a name holds a word for what happens.
func (c *Catalogue) happensIn(name string) bool {
	key := " " + c.words.fold(name) + " "
	return slices.ContainsFunc(c.words.happens, func(w string) bool { return strings.Contains(key, " "+w+" ") })
}

// withoutTail takes off the end of a name what its sentence says by itself: "trong
// kỳ", "hiện có".
func (c *Catalogue) withoutTail(name string) string {
	words := strings.Fields(name)
	for n := min(mostFront, len(words)-1); n > 0; n-- {
		if slices.Contains(c.words.tails, c.words.fold(strings.Join(words[len(words)-n:], " "))) {
			return strings.Join(words[:len(words)-n], " ")
		}
	}
	return name
}
