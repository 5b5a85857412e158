package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports/viet"
)

// A reading is one way to take a written name apart.
type reading struct {
	text   string   // without numbering and marks, as written
	keys   []string // to look up, the surest first
	within bool     // began with "trong đó"
	unit   string   // at its end, in brackets or after a comma
	second string   // a second measure at its end: "…; số tiền"
	round  bool     // one of several rounds
	rule   string   // what was cut off beyond numbering, marks and the unit
}

// needsHead reports whether the name says that it is a part of something:
// "Là thương binh", "Do từ trần". It never counts alone.
func (r reading) needsHead() bool {
	_, needs := cutAny(r.keys[0], []string{"là", "do", "phải"})
	return needs
}

var (
	// numbering is what may stand before a name: "1.", "a)", "(2)", "II -", "–", "Câu 3.".
	numbering = regexp.MustCompile(`^(?:[-–—•+*·\s]+|(?i:câu hỏi|câu|chỉ tiêu|mục)(?: số)? ?\d{1,3} ?[.:)–-]\s*|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[ivx]{1,4}|[a-zđA-ZĐ])(?:\s*[.):]|/\s|\s+[-–])+\s*)+`)
	// marks may stand behind a name and refer to a remark below: "*", "(1)", "²".
	marks = regexp.MustCompile(`(?:\s*(?:[*†¹²³⁴⁵⁶⁷⁸⁹]|\(\*+\)|\([1-9]\)|\[[1-9*]\]))+[\s.:;]*$`)
	// asked at the end or the beginning of a question.
	askedAfter  = regexp.MustCompile(`(?i)[\s,:]+(?:(?:là|được|có|đạt)\s+)*(?:bao nhiêu|mấy)\s*\(?([^()?]*?)\)?[\s?.]*$`)
	askedBefore = regexp.MustCompile(`(?i)^(?:(?:chi hội|hội|hiện nay|hiện|trong kỳ|trong năm)\s+)*có\s+(?:bao nhiêu|mấy|tất cả bao nhiêu)\s+(.+?)[\s?]*$`)
	// rounds of one indicator.
	roundAt = regexp.MustCompile(`(?i)(?:^|[\s,:–-]+)\(?(?:đợt|lần|vòng)(?: thứ| số)? (?:\d{1,2}|[ivx]{1,4}|một|nhất|hai|ba|tư|bốn|năm)\)?[\s.:]*$`)
)

// readings are the ways to take a written name apart, the plainest first; there
// is always one.
func (c *Catalogue) readings(name string) []reading {
	name = viet.Clean(name)
	if rest := numbering.ReplaceAllString(name, ""); rest != "" {
		name = rest
	}
	if rest := marks.ReplaceAllString(name, ""); rest != "" {
		name = rest
	}
	list := []reading{c.read(name, reading{})}
	if rest, unit, ok := c.question(name); ok {
		list = append(list, c.read(rest, reading{unit: unit, rule: RuleCleaned}))
		name = rest
	}
	if rest := roundAt.ReplaceAllString(name, ""); rest != name {
		list = append(list, c.read(rest, reading{round: true, rule: RuleRound}))
	}
	if rest, unit, second := c.ending(name); unit != "" {
		r := reading{unit: unit}
		if second != "" {
			r.second, r.rule = second, RuleTwo
		}
		list = append(list, c.read(rest, r))
	} else if second != "" {
		list = append(list, c.read(rest, reading{second: second, rule: RuleTwo}))
	}
	return list
}

// read finds the keys of a name.
func (c *Catalogue) read(name string, r reading) reading {
	r.text = name
	whole := c.words.fold(name)
	r.add(whole)
	base, inner := bracket(name)
	switch {
	case c.units.known(inner):
		r.unit, r.text = inner, base // "Hội viên giảm (xin ra) (người)"
	case !slices.Contains(c.words.idle, c.words.fold(inner)):
		base = name
	}
	whole = c.words.fold(base)
	r.add(whole)
	if rest, ok := cutAny(whole, c.words.within); ok {
		whole, r.within = rest, true
		r.add(rest)
	}
	bare := whole
	for _, tail := range c.words.tails {
		bare = strings.TrimSuffix(bare, " "+tail)
	}
	r.add(bare)
	for _, key := range []string{whole, bare} {
		for _, lead := range c.words.leads {
			if rest, ok := strings.CutPrefix(key, lead+" "); ok {
				r.add(rest)
			}
		}
	}
	return r
}

func (r *reading) add(key string) {
	if key != "" && !slices.Contains(r.keys, key) {
		r.keys = append(r.keys, key)
	}
}

// question takes the words that ask off "Tổng số hội viên là bao nhiêu người?".
// What follows "bao nhiêu" must be a unit.
func (c *Catalogue) question(name string) (rest, unit string, ok bool) {
	if m := askedBefore.FindStringSubmatch(name); m != nil {
		return m[1], "", true
	}
	m := askedAfter.FindStringSubmatchIndex(name)
	if m == nil || m[0] == 0 {
		return "", "", false
	}
	unit = name[m[2]:m[3]]
	return name[:m[0]], unit, unit == "" || c.units.known(unit)
}

// ending takes a measure off the end of a name: the unit ("Chân quỹ Hội, đồng"),
// or a second measure of the same thing ("Chúc thọ; số tiền", "Thăm hỏi (lượt,
// tiền)").
func (c *Catalogue) ending(name string) (rest, unit, second string) {
	if base, inner := bracket(name); inner != "" {
		if first, other, two := c.twoUnits(inner); two {
			return base, first, other
		}
	}
	at := strings.LastIndexAny(name, ",;:–—-")
	if at <= 0 {
		return name, "", ""
	}
	sign, size := utf8.DecodeRuneInString(name[at:])
	rest, last := strings.TrimSpace(name[:at]), strings.TrimSpace(name[at+size:])
	measure := c.measureOf(last)
	switch {
	case measure == "" || rest == "":
		return name, "", ""
	case sign == ';', sign == ',' && slices.Contains(c.words.money, c.words.fold(last)):
		return rest, "", measure
	case c.units.known(last):
		return rest, last, ""
	}
	return name, "", ""
}

// measureOf tells the unit that words name alone or begin with: "số tiền",
// "lượt người", "tỷ lệ nợ quá hạn"; "" if none.
func (c *Catalogue) measureOf(s string) string {
	if c.units.known(s) {
		return s
	}
	key := c.words.fold(s)
	if _, ok := cutAny(key+" ", c.words.money); ok {
		return "đồng"
	}
	if _, ok := cutAny(key+" ", c.words.ratio); ok {
		return "%"
	}
	return ""
}

// unfinished words cannot end a name.
var unfinished = []string{"là", "được", "với", "cho", "các", "của", "và", "hoặc", "trong", "từ", "do", "bị", "để", "đã", "tại", "ở", "giữ", "vào", "theo", "những"}

// Unfinished reports whether a name breaks off: it goes on in the row below or
// cannot be known, but is never taken for the half that stands there.
func Unfinished(name string) bool {
	name = strings.TrimRight(viet.Clean(name), " ")
	if strings.HasSuffix(name, ",") || strings.Count(name, "(") > strings.Count(name, ")") {
		return true
	}
	key := viet.Key(name)
	return slices.Contains(unfinished, key[strings.LastIndexByte(key, ' ')+1:])
}

// Continues reports whether a text begins as the rest of the name above it: in
// lower case, or with a bracket.
func Continues(name string) bool {
	first, _ := utf8.DecodeRuneInString(viet.Clean(name))
	return first == '(' || unicode.IsLower(first)
}
