package catalogue

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/author"
)

var (
	kinds      = []Kind{Flow, Once, Stock, Rate, Ratio, Average, All, Target, List}
	levels     = []Level{Branch, WardLv, Both}
	severities = []reports.Severity{reports.Note, reports.Warning, reports.Blocking}
)

// verify checks the indicators, names, activities and rules of all files, each by
// itself and against the others. Rules that are not understood are left out.
func (c *Catalogue) verify(parts []part) {
	v := verifier{c: c, codes: map[string]string{}, units: map[string]string{}, names: map[nameOf]string{}, sections: map[string]sectionSpot{}, activities: map[string]string{}, rules: map[string]bool{}}
	v.proposals(parts[0])
	for i, p := range parts {
		for n, t := range p.Sections {
			v.named(p, n, t)
		}
		for n, t := range p.Units {
			v.unit(p, n, t)
		}
		for n, t := range p.Indicators {
			v.indicator(p, n, t)
			v.namesOf(p, n, t)
			v.sentence(p, n, t)
			if i > 0 {
				v.section(p, n, t, sectionsKnown(parts...))
			}
		}
		for n, t := range p.Activities {
			v.activity(p, n, t)
		}
		for n, t := range p.Rules {
			v.rule(p, n, t)
		}
	}
}

func checkParts(parts []part) error {
	var files []*author.File
	for _, p := range parts {
		files = append(files, p.File)
	}
	return author.Check(files...)
}

// A verifier knows what stood in the files so far, and where.
type verifier struct {
	c          *Catalogue
	codes      map[string]string      // code → where it stands first
	units      map[string]string      // name → where it stands first
	names      map[nameOf]string      // → code
	sections   map[string]sectionSpot // key → where it stands first
	activities map[string]string      // key → where it stands first
	rules      map[string]bool
}

// A nameOf is a name in one unit: nothing could tell two indicators apart that share
// it.
type nameOf struct{ key, unit string }

// spot is a line of a file for people.
func spot(p part, line int) string { return fmt.Sprintf("%s:%d", p.Name, line) }

// unit checks one unit by itself and what it refers to. One that stands already may
// only be given further words.
func (v verifier) unit(p part, n int, t unitTOML) {
	at := func(key string) int { return p.Within("unit", n, key) }
	first, again := v.units[t.Name]
	switch {
	case t.Name == "":
		p.Reject(at("name"), "một [[unit]] thiếu name; ghi thêm", "a [[unit]] lacks its name; add it")
	case again && (t.Class != "" || t.Measure || t.Before != "" || t.Base != "" || t.Factor != 0):
		p.Reject(at("name"), "đơn vị %q đã có ở %s; ở đây chỉ thêm được same, under, behind", "the unit %q stands already at %s; only same, under and behind can be added", t.Name, first)
	case t.Factor < 0, t.Factor > 0 && t.Base == "":
		p.Reject(at("factor"), "factor của %q phải lớn hơn 0 và đi cùng base", "factor of %q must be above 0 and go with a base", t.Name)
	}
	for _, other := range []string{t.Base, t.Before} {
		if other != "" && !slices.Contains(v.c.units.list, other) && !v.c.Units().Measured(other) {
			p.Misnamed(at(`"`+other+`"`), other, v.c.units.list, "%s nhắc đến %q, không phải tên của một [[unit]]", "%s refers to %q, the name of no [[unit]]", t.Name, other)
		}
	}
	if !again {
		v.units[t.Name] = spot(p, at("name"))
	}
}

// indicator checks one indicator by itself and what it refers to.
func (v verifier) indicator(p part, n int, t indicatorTOML) {
	at := func(key string) int { return p.Within("indicator", n, key) }
	if first, twice := v.codes[t.Code]; twice {
		p.Reject(at("code"), "mã %q ghi hai lần, lần đầu ở %s; xóa một", "code %q stands twice, first at %s; take one out", t.Code, first)
	} else {
		v.codes[t.Code] = spot(p, at("code"))
	}
	switch {
	case t.Code == "" || t.Name == "" || t.Section == "":
		p.Reject(at("code"), "chỉ tiêu %q thiếu code, name hoặc section; ghi thêm", "indicator %q lacks code, name or section; add it", t.Code)
	case !slices.Contains(kinds, t.Kind):
		p.Misnamed(at("kind"), string(t.Kind), texts(kinds), "không có kind %q trong %s", "unknown kind %q, none of %s", t.Kind, join(kinds))
	case !slices.Contains(levels, t.Level):
		p.Misnamed(at("level"), string(t.Level), texts(levels), "không có level %q trong %s", "unknown level %q, none of %s", t.Level, join(levels))
	case !v.c.units.known(t.Unit) || v.c.units.of(t.Unit)[0] != t.Unit:
		p.Misnamed(at("unit"), t.Unit, v.c.units.list, "không có đơn vị %q, tức là tên của một [[unit]]", "unknown unit %q, the name of no [[unit]]", t.Unit)
	case !slices.Contains([]string{"", "less", "more"}, t.Better):
		p.Reject(at("better"), "better ghi %q; ghi \"less\" hoặc \"more\"", "better is %q; write \"less\" or \"more\"", t.Better)
	}
	if slices.Contains(kinds, t.Kind) {
		verifyRatio(p, t, at)
	}
	if m := t.perMember(); t.PerMember != nil && (m[0] <= 0 || m[1] < m[0] || !v.c.indicators[v.c.index[t.Code]].Money()) {
		p.Reject(at("per_member"), "per_member của %s ghi %v; ghi [ít nhất, nhiều nhất] bằng đồng, chỉ cho chỉ tiêu là số tiền", "per_member of %s is %v; write [least, most] in đồng, of an amount of money", t.Code, t.PerMember)
	}
	for _, code := range slices.Concat([]string{t.Num, t.Den, t.Of}, t.Parts, t.Under) {
		if _, ok := v.c.index[code]; code != "" && !ok {
			p.Misnamed(at(`"`+code+`"`), code, v.c.codes(), "%s nhắc đến %q, không phải mã chỉ tiêu", "%s refers to %q, which is no indicator", t.Code, code)
		}
	}
}

// section checks that an indicator that is added stands in a section that there is, or
// that the ward names: a slip of the pen would be a heading of its own.
func (v verifier) section(p part, n int, t indicatorTOML, known []string) {
	if t.Section != "" && !slices.Contains(known, t.Section) {
		p.Misnamed(p.Within("indicator", n, "section"), t.Section, known, "không có section %q trong %s", "unknown section %q, none of %s", t.Section, join(known))
	}
}

// verifyRatio checks that a ratio or average says of what, and nothing else does.
func verifyRatio(p part, t indicatorTOML, at func(string) int) {
	parted := t.Kind == Ratio || t.Kind == Average
	switch {
	case parted != (t.Num != "" && t.Den != ""):
		p.Reject(at("kind"), "%s có kind %s; num và den chỉ dành cho ratio và average, và phải có đủ cả hai", "%s is of kind %s; num and den belong to ratio and average, and there to each", t.Code, t.Kind)
	case t.Kind == Ratio && t.Over != "pooled" && t.Over != "last":
		p.Reject(at("over"), "over ghi %q; ghi \"pooled\" hoặc \"last\"", "over is %q; write \"pooled\" or \"last\"", t.Over)
	case t.Kind != Ratio && t.Over != "":
		p.Reject(at("over"), "over chỉ dành cho ratio; xóa đi", "over belongs to a ratio; take it out")
	}
}

// namesOf rejects a name that two indicators of one unit bear, since nothing could
// tell them apart.
func (v verifier) namesOf(p part, n int, t indicatorTOML) {
	own := map[string]bool{}
	for _, word := range slices.Concat([]string{t.Name}, t.Aliases, t.Heads) {
		key := v.c.words.fold(word)
		if own[key] {
			continue
		}
		own[key] = true
		k := nameOf{key, t.Unit}
		if other, taken := v.names[k]; taken && other != t.Code {
			p.Reject(p.Within("indicator", n, `"`+word+`"`), "tên %q của %s cũng là tên của %s; xóa ở một nơi", "the name %q of %s is also one of %s; take it out of one", word, t.Code, other)
		}
		v.names[k] = t.Code
	}
}

// activity checks the codes of the log, and that no activity is named twice.
func (v verifier) activity(p part, n int, t activityTOML) {
	line := p.Entry("activity", n)
	if len(t.Names) == 0 {
		p.Reject(line, "hoạt động chưa có names; ghi thêm", "an activity without names; add names")
	}
	for _, f := range t.feeds() {
		if _, ok := v.c.index[f.Code]; f.Code != "" && !ok {
			p.Misnamed(p.Within("activity", n, f.Column), f.Code, v.c.codes(), "%s = %q không phải mã chỉ tiêu", "%s = %q is no indicator", f.Column, f.Code)
		}
	}
	for _, name := range t.Names {
		key := v.c.words.fold(name)
		if first, twice := v.activities[key]; twice && first != spot(p, line) {
			p.Reject(p.Within("activity", n, `"`+name+`"`), "hoạt động %q đã có ở %s; xóa một", "the activity %q stands already at %s; take one out", name, first)
		}
		v.activities[key] = spot(p, line)
	}
}

// verifyFindings checks the wording of every finding.
func verifyFindings(s *author.File, in findingsTOML) {
	seen := map[string]int{}
	for n, t := range in.Findings {
		at := func(key string) int { return s.Within("finding", n, key) }
		if first, twice := seen[t.Code]; twice {
			s.Reject(at("code"), "mã %q ghi hai lần, lần đầu ở dòng %d; xóa một", "code %q stands twice, first in line %d; take one out", t.Code, first)
		}
		seen[t.Code] = at("code")
		if code, _, isReason := strings.Cut(t.Code, "/"); isReason && seen[code] == 0 {
			s.Reject(at("code"), "lời %q là cho một lý do của %q, nhưng phía trên không có; sửa mã", "finding %q gives words for a reason of %q, which is not above it; correct the code", t.Code, code)
			continue
		}
		if !slices.Contains(severities, t.Severity) {
			s.Misnamed(at("severity"), string(t.Severity), texts(severities), "không có severity %q trong %s", "unknown severity %q, none of %s", t.Severity, join(severities))
		}
		if t.Code == "" || t.Vi.Message == "" || t.Vi.Hint == "" || t.En.Message == "" || t.En.Hint == "" {
			s.Reject(at("code"), "lời %q thiếu mã, message hoặc hint ở vi hoặc en; ghi thêm", "finding %q lacks a code, message or hint in vi or en; add it", t.Code)
		}
		if vi, en := places(t.Vi), places(t.En); !slices.Equal(vi, en) {
			s.Reject(at("code"), "lời %q có các chỗ trống %v ở vi và %v ở en; ghi cho giống nhau", "finding %q has the places %v in vi and %v in en; make them the same", t.Code, vi, en)
		}
	}
}

// codes are those of all indicators.
func (c *Catalogue) codes() []string {
	var list []string
	for _, ind := range c.indicators {
		list = append(list, ind.Code)
	}
	return list
}

func texts[T ~string](list []T) []string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = string(v)
	}
	return words
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = fmt.Sprintf("%q", string(v))
	}
	return strings.Join(words, ", ")
}
