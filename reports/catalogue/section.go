package catalogue

import (
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// A Section is a part of the catalogue by which forms and annexes are divided.
type Section struct {
	Code string
	Name string // as printed; the code where nobody gave it another
}

// Sections returns those that an indicator can be put into: those that are named and
// those that have one, in their order. One that nobody named and that has only lists
// ("BC") is a place of the text, not of a table, and is none of them.
func (c *Catalogue) Sections() []Section {
	list := slices.Clone(c.sections)
	for _, ind := range c.indicators {
		known := slices.ContainsFunc(list, func(s Section) bool { return s.Code == ind.Section })
		if !known && ind.Kind != List {
			list = append(list, Section{ind.Section, ind.Section})
		}
	}
	return list
}

// SectionName returns the name of a section, its code if nobody named it.
func (c *Catalogue) SectionName(code string) string {
	for _, s := range c.sections {
		if s.Code == code {
			return s.Name
		}
	}
	return code
}

// SectionNamed returns the code of the section that a person names, by code or name, or
// what was written if there is none.
func (c *Catalogue) SectionNamed(written string) string {
	for _, s := range c.Sections() {
		if strings.EqualFold(written, s.Code) || viet.Key(written) == viet.Key(s.Name) {
			return s.Code
		}
	}
	return written
}

// sectionsOf returns the sections that files name.
func sectionsOf(in indicatorsTOML) []Section {
	var list []Section
	for _, t := range in.Sections {
		list = append(list, Section{t.Code, viet.Clean(t.Name)})
	}
	return list
}

// sectionsKnown returns the codes of the sections that files name or count in, each
// once, in their order.
func sectionsKnown(parts ...part) []string {
	var codes []string
	add := func(code string) {
		if code != "" && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for _, p := range parts {
		for _, t := range p.Sections {
			add(t.Code)
		}
	}
	for _, t := range parts[0].Indicators {
		add(t.Section)
	}
	return codes
}

// named checks one [[section]]: of two with one code or one name nobody could tell
// which is meant.
func (v verifier) named(p part, n int, t sectionTOML) {
	at := func(key string) int { return p.Within("section", n, key) }
	if t.Code == "" || viet.Key(t.Name) == "" {
		p.Reject(at("code"), "một [[section]] thiếu code hoặc name; ghi thêm", "a [[section]] lacks its code or name; add it")
		return
	}
	for _, word := range []struct{ key, text string }{{"code", t.Code}, {"name", t.Name}} {
		mark := viet.Key(word.text)
		if first, twice := v.sections[mark]; twice && first.code != t.Code || twice && first.part == word.key {
			p.Reject(at(word.key), "mục %q ghi hai lần, lần đầu ở %s; xóa một", "the section %q stands twice, first at %s; take one out", word.text, first.spot)
			return
		}
		v.sections[mark] = sectionSpot{t.Code, word.key, spot(p, at(word.key))}
	}
}

// A sectionSpot is where a code or a name of a section stands first.
type sectionSpot struct{ code, part, spot string }
