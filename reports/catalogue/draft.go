package catalogue

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/viet"

	"github.com/BurntSushi/toml"
)

// A Draft is an indicator that is proposed for a name that nothing is known by. A
// person takes it up as it is, or changed: it is made by rules of thumb.
type Draft struct {
	Indicator
	NewUnit bool // no [[unit]] is called Unit: one must be added with it
}

// ProposeIndicator returns an indicator for a name as it stands in a workbook, as a
// ward would write it into its [ExtraFile]: every key that must be there, a code that
// no other has, and a sentence for the reports. It takes the unit that stands beside
// the name, if there is one, and the words of the group into account. taken are codes
// that other drafts have.
func (c *Catalogue) ProposeIndicator(q Query, taken ...string) Draft {
	r := c.plainest(q.Name)
	name := c.tidied(r.text)
	written := cmp.Or(c.oneUnit(q.Unit), r.unit, c.unitInFront(name), c.neutral())
	unit, said := c.unitFor(written, name)
	d := Draft{
		Indicator: Indicator{Name: name, Unit: unit, Level: Branch},
		NewUnit:   !slices.Contains(c.units.list, unit),
	}
	d.Kind = c.kindOf(name, unit)
	d.Section = c.sectionOf(name, q.Group)
	d.Code = c.codeOf(d.Section, name, unit, taken)
	d.Sentence = c.sentenceOf(name, said, d.Kind)
	return d
}

// SentenceFor is the sentence that would be proposed for a name, a unit as written and a
// kind.
func (c *Catalogue) SentenceFor(name, written string, kind Kind) string {
	_, said := c.unitFor(written, name)
	return c.sentenceOf(name, said, kind)
}

// AppendIndicator returns the text of an [ExtraFile] with one more indicator at its end,
// and with its unit if that is new.
func AppendIndicator(file []byte, d Draft) ([]byte, error) {
	b := bytes.NewBuffer(bytes.TrimRight(bytes.Clone(file), "\n"))
	if b.Len() > 0 {
		b.WriteString("\n\n")
	}
	var out draftTOML
	if d.NewUnit {
		out.Units = append(out.Units, draftUnit{d.Unit})
	}
	out.Indicators = []draftLines{{d.Code, d.Name, d.Aliases, d.Unit, d.Kind, d.Level, d.Section, d.Sentence, d.Of, d.Short}}
	encoder := toml.NewEncoder(b)
	encoder.Indent = ""
	if err := encoder.Encode(out); err != nil {
		return nil, fmt.Errorf("write %s: %w", ExtraFile, err)
	}
	return b.Bytes(), nil
}

// draftTOML are the lines of a draft, as a person would write them.
type draftTOML struct {
	Units      []draftUnit  `toml:"unit,omitempty"`
	Indicators []draftLines `toml:"indicator"`
}

type draftUnit struct {
	Name string `toml:"name"`
}

type draftLines struct {
	Code     string   `toml:"code"`
	Name     string   `toml:"name"`
	Aliases  []string `toml:"aliases,omitempty"`
	Unit     string   `toml:"unit"`
	Kind     Kind     `toml:"kind"`
	Level    Level    `toml:"level"`
	Section  string   `toml:"section"`
	Sentence string   `toml:"sentence,omitempty"`
	Of       string   `toml:"of,omitempty"`
	Short    []string `toml:"short,omitempty"`
}

// plainest reads a name without what asks for it and without its unit.
func (c *Catalogue) plainest(name string) reading {
	list := c.readings(name)
	best := list[0]
	for _, r := range list[1:] {
		if r.rule == "" || r.rule == RuleCleaned {
			r.unit = cmp.Or(r.unit, best.unit)
			best = r
		}
	}
	return best
}

// marksOfFiles mean something in the files that a name is written into.
var marksOfFiles = regexp.MustCompile(`[{}⟦⟧"\\]`)

// tidied is a name as it stands in tables.
func (c *Catalogue) tidied(name string) string {
	name = marksOfFiles.ReplaceAllString(name, "")
	if base, inner := bracket(name); slices.Contains(c.words.idle, c.words.fold(inner)) {
		name = base
	}
	if _, rest := c.cutFront(name, c.words.within); rest != "" {
		name = rest
	}
	return viet.Sentence(strings.Trim(name, " .,;:?!–—-"))
}

// mostFront is how many words are looked at where a name begins.
const mostFront = 5

// cutFront parts a name behind the longest of the folded phrases that it begins with;
// front is "" if it begins with none.
func (c *Catalogue) cutFront(name string, phrases []string) (front, rest string) {
	return cutWords(name, func(s string) bool { return slices.Contains(phrases, c.words.fold(s)) })
}

// cutWords parts a text behind the longest run of first words that is one of those
// meant.
func cutWords(text string, meant func(string) bool) (front, rest string) {
	words := strings.Fields(text)
	for n := min(mostFront, len(words)); n > 0; n-- {
		if front := strings.Join(words[:n], " "); meant(front) {
			return front, strings.TrimLeft(strings.Join(words[n:], " "), ":–—-, ")
		}
	}
	return "", text
}

// longestUnit, in bytes, is more than a word for a unit has.
const longestUnit = 40

// oneUnit is the unit that was written beside a name, the first of two; "" for what
// can be none.
func (c *Catalogue) oneUnit(written string) string {
	if first, _, two := c.twoUnits(written); two {
		written = first
	}
	written = marksOfFiles.ReplaceAllString(viet.Clean(written), "")
	if len(written) > longestUnit || c.words.fold(written) == "" && written != "%" {
		return ""
	}
	return written
}

// unitInFront is the unit that a name begins with: "Số buổi …", "Tỷ lệ …".
func (c *Catalogue) unitInFront(name string) string {
	key := c.words.fold(name)
	if _, ok := cutAny(key+" ", c.words.ratio); ok {
		return "%"
	}
	if _, ok := cutAny(key+" ", c.words.money); ok {
		return "đồng"
	}
	_, name = c.cutFront(name, c.words.leads)
	front, _ := cutWords(name, func(s string) bool { return c.unitNamed(s) != "" })
	return c.words.fold(front)
}

// unitNamed returns the unit that a word names in front of what is counted: "hội
// viên" and "đảng viên" are persons.
func (c *Catalogue) unitNamed(word string) string {
	key := c.words.fold(word)
	if names := c.units.names[key]; len(names) > 0 {
		return names[0]
	}
	unit, _, ok := c.units.grammar.UnitWord(key)
	if !ok || viet.IsMoneyUnit(unit) {
		return ""
	}
	return unit
}

// neutral is the unit of what nobody says how it is counted.
func (c *Catalogue) neutral() string {
	for _, unit := range append([]string{c.words.neutral}, c.units.list...) {
		if unit != "" && unit != "%" && !viet.IsMoneyUnit(unit) && !c.units.grammar.Measured(unit) {
			return unit
		}
	}
	return ""
}

// UnitNamed returns the unit that a person means, and whether the catalogue has it.
func (c *Catalogue) UnitNamed(written string) (unit string, known bool) {
	unit, _ = c.unitFor(written, "")
	return unit, slices.Contains(c.units.list, unit)
}

// unitFor returns the unit to count in for one that was written, and how it is said.
// Persons, and what has other words of its class, are counted in the unit of the
// catalogue; what merely shares a word with one ("chiếc", "điểm") is counted in that
// word itself, a unit of the ward's own.
func (c *Catalogue) unitFor(written, name string) (unit, said string) {
	key := c.words.fold(written)
	said = c.spelled(written)
	if i := slices.IndexFunc(c.units.list, func(s string) bool { return s == written || key != "" && c.words.fold(s) == key }); i >= 0 {
		return c.units.list[i], c.units.list[i]
	}
	names := c.units.of(written)
	spoken, _, ok := c.units.grammar.UnitWord(written)
	switch {
	case ok && (viet.IsMoneyUnit(spoken) || spoken == "%" || c.units.grammar.Measured(spoken)):
		unit = spoken
		if len(names) > 0 {
			unit = names[0]
		}
		return unit, unit
	case len(names) > 0 && (c.units.class[names[0]] == people || c.units.class[names[0]] != "" && !c.startsWith(name, key)):
		return names[0], said
	case len(names) == 0 && ok && c.units.class[spoken] == people:
		return spoken, said // "đảng viên"
	}
	return said, said
}

// startsWith reports whether a name, its lead apart, starts with the folded words.
func (c *Catalogue) startsWith(name, words string) bool {
	_, name = c.cutFront(name, c.words.leads)
	return strings.HasPrefix(c.words.fold(name)+" ", words+" ")
}

// kindOf tells what happens from what stands. Percentages are taken as they are given.
func (c *Catalogue) kindOf(name, unit string) Kind {
	key := " " + c.words.fold(name) + " "
	stands := func(w string) bool { return strings.Contains(key, " "+w+" ") }
	verb, _ := c.cutFront(name, c.words.does)
	switch {
	case unit == "%":
		return Target
	case verb != "":
		return Flow
	case slices.ContainsFunc(c.words.stands, stands):
		return Stock
	case unit == "đồng" || !viet.IsMoneyUnit(unit) && c.happensIn(name):
		return Flow
	}
	return c.usualKind(unit)
}

// usualKind is how most of what the catalogue counts in a unit is added.
func (c *Catalogue) usualKind(unit string) Kind {
	count := map[Kind]int{}
	for _, ind := range c.indicators {
		if ind.Unit == unit {
			count[ind.Kind]++
		}
	}
	best := Stock
	for _, k := range []Kind{Flow, Rate} {
		if count[k] > count[best] {
			best = k
		}
	}
	return best
}
