package viet

import (
	"cmp"
	"slices"
	"strings"

	"ccbreport/reports/memo"
)

// A Unit is what things are counted or measured in, with the words for it.
type Unit struct {
	Name  string
	Words []string // that name it wherever a unit can stand
	Under []string // that name it only where things are counted in it: "20 số" of a newspaper, "5 năm" of a title
	Class string   // of what it counts; units of one class may stand for each other, of "" none may

	// Base is of a measure, which can have fractions: the unit in which Factor
	// says how much one is. Factor is 0 where nobody can say.
	Base   string
	Factor int64
}

// Units are the units that the number grammar knows. Nothing changes them once they
// are made.
type Units struct {
	units  map[string]Unit
	words  map[string]unitWord // by what [joined] makes of them
	begins map[string]bool     // the first words of units and scales
	read   *memo.Memo[string, measured]
}

// A measured text is what one says as the unit of something: ok reports whether it says
// one.
type measured struct {
	unit  string
	scale int64
	ok    bool
}

// A unitWord is the units that one word may name, a unit of that name first.
type unitWord struct {
	plain []string
	under []string // the same only where things are counted in the unit
}

// NewUnits indexes the words of units, and of those that the language has, see
// [Spoken]. A word may name several: which one is meant is told by what is counted,
// see [Units.Quantities].
func NewUnits(list []Unit) *Units {
	u := &Units{map[string]Unit{}, map[string]unitWord{}, map[string]bool{"trđ": true, "kđ": true, "trvnđ": true}, &memo.Memo[string, measured]{}}
	for w := range scaleWords {
		u.begins[w] = true
	}
	list = slices.Concat(list, spoken)
	for _, unit := range list {
		known := u.units[unit.Name]
		unit.Class = cmp.Or(known.Class, unit.Class)
		unit.Base, unit.Factor = cmp.Or(known.Base, unit.Base), cmp.Or(known.Factor, unit.Factor)
		u.units[unit.Name] = unit
		u.learn(unit.Name, unit.Name, false)
	}
	for _, unit := range list {
		for _, w := range unit.Words {
			u.learn(w, unit.Name, false)
		}
		for _, w := range unit.Under {
			u.learn(w, unit.Name, true)
		}
	}
	return u
}

// learn takes up a word for a unit. What begins with a number or a scale
// ("nghìn đồng") the grammar reads by itself; a word that may be a number ("năm") says
// nothing by itself; the name of a measure is a word for no other.
func (u *Units) learn(word, unit string, under bool) {
	toks := lex(fold(word))
	if len(toks) == 0 || toks[0].kind == numeralTok || scaleWords[toks[0].text] > 0 {
		return
	}
	key := joined(toks)
	if u.Measured(key) && key != unit {
		return
	}
	w := u.words[key]
	switch {
	case slices.Contains(w.plain, unit):
	case under || isNumberWord(toks[0].text) && len(toks) == 1:
		w.under = append(w.under, unit)
	default:
		w.plain = append(w.plain, unit)
	}
	u.words[key] = w
	u.begins[toks[0].text] = true
}

// meant returns the unit that a word names where things are counted in own, "" if
// it names none there.
func (u *Units) meant(w unitWord, own string) string {
	switch {
	case slices.Contains(w.plain, own), slices.Contains(w.under, own):
		return own
	case len(w.plain) > 0:
		return w.plain[0]
	}
	if i := slices.IndexFunc(w.under, func(name string) bool { return u.Alike(name, own) }); i >= 0 {
		return w.under[i]
	}
	return ""
}

// Means reports whether the name of a unit, as [Units.UnitWord] gives it, is also
// a word for the unit own: "cuộc" for buổi, "lượt" for trường hợp.
func (u *Units) Means(unit, own string) bool {
	return unit == own || slices.Contains(u.words[joined(lex(fold(unit)))].plain, own)
}

// Same reports whether the name of either unit is also a word for the other.
func (u *Units) Same(a, b string) bool { return u.Means(a, b) || u.Means(b, a) }

// Alike reports whether two units are of one class, of which any may stand for any
// other: persons for their turns.
func (u *Units) Alike(a, b string) bool {
	return u.units[a].Class != "" && u.units[a].Class == u.units[b].Class
}

// UnitWord reads a unit as it stands in a column or in brackets: "nghìn đồng"
// is ("đồng", 1000), "1.000đ" the same, "lượt người" is ("lượt", 1), "đồng/năm"
// ("đồng/năm", 1), a bare "triệu" is money. It reports false for words that are
// no unit, and for those that are one only where things are counted in it. Of a
// word for several units it gives the first.
func (u *Units) UnitWord(s string) (unit string, scale int64, ok bool) {
	if len(s) > longestUnit {
		return "", 1, false
	}
	m := u.read.Get(s, func() measured { return u.unitOf(strings.Trim(fold(s), " ()[].:;,")) })
	return m.unit, m.scale, m.ok
}

// unitOf reads a folded text as a unit.
func (u *Units) unitOf(text string) measured {
	none := measured{scale: 1}
	switch {
	case thousandWords[text]:
		return measured{dong, 1000, true}
	case !u.beginsUnit(text):
		return none
	}
	p := parser{toks: lex(text), units: u}
	scale := p.headScale()
	words := p.scales()
	unit, ok := p.unit()
	if !ok && words > 1 {
		unit, ok = dong, true
	}
	if !ok || scale == 0 || p.peek(0).kind != noTok {
		return none
	}
	return measured{unit, scale * max(words, 1), true}
}

// Is reports whether a text is a unit and nothing else, see [Units.UnitWord].
func (u *Units) Is(s string) bool {
	_, _, ok := u.UnitWord(s)
	return ok
}

// beginsUnit reports whether a folded text begins as a unit does: with a number, a
// sign, or the first word of a unit or a scale. Most cells are told by that.
func (u *Units) beginsUnit(text string) bool {
	end := strings.IndexFunc(text, func(r rune) bool { return !isWordRune(r) })
	if end < 0 {
		end = len(text)
	}
	return end == 0 || u.begins[text[:end]]
}

// thousandWords are "nghìn đồng" cut short; "ng" by itself may be "người".
var thousandWords = map[string]bool{"ng.đ": true, "ngđ": true, "ng.đồng": true, "ng đồng": true, "ng. đồng": true}

// headScale reads the 1000 of "1.000 đồng". It is 1 where no numeral stands and
// 0 where one stands that is no scale.
func (p *parser) headScale() int64 {
	t := p.peek(0)
	if t.kind != numeralTok {
		return 1
	}
	p.pos++
	v, _, reason := readNumeral(t.text, wholeMarks)
	for scale := int64(1e3); reason == "" && scale <= 1e9; scale *= 10 {
		if v.Num == scale {
			return scale
		}
	}
	return 0
}

const (
	dong    = "đồng"
	percent = "%"
)

// IsMoneyUnit reports whether a unit, as [Units.UnitWord] gives it, is money: đồng,
// or đồng per something.
func IsMoneyUnit(unit string) bool { return unit == dong || strings.HasPrefix(unit, dong+"/") }

// longestUnit, in bytes, is beyond any unit and below any sentence.
const longestUnit = 100

// scaleWords are the words that multiply. "trđ" and "kđ" name the unit too.
var scaleWords = map[string]int64{
	"nghìn": 1e3, "ngàn": 1e3, "k": 1e3, "kđ": 1e3,
	"vạn":   1e4,
	"triệu": 1e6, "tr": 1e6, "trđ": 1e6,
	"tỷ": 1e9, "tỉ": 1e9, "ty": 1e9,
}

// spans are what a rate may be per, besides any unit.
var spans = map[string]bool{"năm": true, "tháng": true, "quý": true, "kỳ": true, "ngày": true}

// unit reads a unit with what it is per: "đồng", "đồng/hội viên/năm". A rate that
// is itself a word for a unit is that unit: "đ/người" is đồng/hội viên.
func (p *parser) unit() (string, bool) {
	start := p.pos
	w, ok := p.phrase()
	for ok && p.peek(0).text == "/" {
		at := p.pos
		p.pos++
		p.take("1", "01")
		per, found := p.per()
		if !found {
			p.pos = at
			break
		}
		w = p.units.rate(w, per)
	}
	unit := p.units.meant(w, p.own)
	if unit == "" {
		p.pos = start
	}
	return unit, unit != ""
}

// rate is a unit per something.
func (u *Units) rate(w unitWord, per string) unitWord {
	of := u.meant(w, "")
	if of == "" {
		return unitWord{}
	}
	name := of + "/" + per
	if known, ok := u.words[joined(lex(name))]; ok {
		return known
	}
	return unitWord{plain: []string{name}}
}

// per reads what a rate is per.
func (p *parser) per() (string, bool) {
	if t := p.peek(0); spans[t.text] {
		p.pos++
		return t.text, true
	}
	w, ok := p.phrase()
	if !ok || len(w.plain) == 0 {
		return "", false
	}
	return w.plain[0], true
}

// phrase reads the longest run of tokens that is a word for a unit, whichever is
// meant: "công ty" never leaves a "ty" behind.
func (p *parser) phrase() (unitWord, bool) {
	for n := min(4, len(p.toks)-p.pos); n > 0; n-- {
		if w, ok := p.units.words[joined(p.toks[p.pos:p.pos+n])]; ok {
			p.pos += n
			return w, true
		}
	}
	return unitWord{}, false
}

// scales reads one or more scale words ("nghìn tỷ") and returns their product,
// 0 if there is none. The "đ" of "trđ" stays to be read as the unit.
func (p *parser) scales() int64 {
	var product int64
	for {
		n, ok := scaleWords[p.peek(0).text]
		switch {
		case !ok:
			return product
		case product == 0:
			product = n
		case product < n && product*n/n == product:
			product *= n
		default:
			return product
		}
		p.pos++
		p.take(".") // tr.đ
	}
}
