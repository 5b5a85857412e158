package lint

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// The rules of this file are about letters: capitals, tones, spelling and
// abbreviations (Decree 30/2020, annex II; domain notes 1.8 and 4.2).

var (
	smallNoun  = regexp.MustCompile(`(nhân dân|nhà nước)`)
	smallParty = regexp.MustCompile(`(` + strings.Join(partyWords, "|") + `) (đảng)`)
	subject    = regexp.MustCompile(`(về việc|ban hành)[^;.]*$`)
)

// people: Nhân dân, Nhà nước and Đảng have a capital as nouns, but not inside
// names, set phrases, quotations and titles of documents.
func people(p *Page) {
	for _, l := range p.prose() {
		for _, m := range smallNoun.FindAllStringIndex(l.text, -1) {
			text := l.text[m[0]:m[1]]
			set := slices.ContainsFunc(slices.Concat(smallPeople, smallState), func(phrase string) bool {
				return strings.HasSuffix(strings.ToLower(viet.Tone(lately(l.text[:m[1]]), false)), strings.ToLower(phrase))
			})
			if whole(l.text, m[0], m[1]) && !set && !l.quoted(m[0]) && !subject.MatchString(l.clause(m[0])) {
				p.tell("lint.capital.noun", l, m[0], around(l.text, m[0], m[1]), upperFirst(text))
			}
		}
		for _, m := range smallParty.FindAllStringSubmatchIndex(l.text, -1) {
			next := firstWord(l.after(m[5]))
			compound := slices.Contains([]string{"viên", "bộ", "đoàn", "phí", "phái", "ủy", "uỷ"}, next)
			if whole(l.text, m[0], m[5]) && !compound && !l.quoted(m[0]) {
				p.tell("lint.capital.noun", l, m[0], around(l.text, m[4], m[5]), "Đảng")
			}
		}
	}
}

// around is a place as it stands, with the word before it and the word after it.
func around(text string, from, to int) string {
	from = strings.LastIndexByte(strings.TrimRight(text[:from], " "), ' ') + 1
	rest := text[to:]
	gap := len(rest) - len(strings.TrimLeft(rest, " "))
	if i := strings.IndexByte(rest[gap:], ' '); i >= 0 {
		rest = rest[:gap+i]
	}
	return strings.TrimRight(text[from:to]+rest, " ,.;:")
}

// bodies returns the names of bodies, the association's own among them.
func (p *Page) bodies() []string {
	if own := p.Catalogue.Association().Full(); own != "" {
		return append(slices.Clone(properBodies), own)
	}
	return properBodies
}

// bodies: names of bodies that are written in one way only.
func bodies(p *Page) {
	for _, l := range p.lines {
		if l.kind == paper.Title {
			continue // titles are in capitals
		}
		low := strings.ToLower(viet.Tone(l.text, false))
		if len(low) != len(l.text) {
			continue // some foreign letter; leftovers tells of it
		}
		for _, name := range p.bodies() {
			key := strings.ToLower(name)
			for at, from := strings.Index(low, key), 0; at >= 0; at = strings.Index(low[from:], key) {
				at += from
				from = at + len(key)
				text := l.text[at:from]
				if whole(l.text, at, from) && viet.Tone(text, false) != name && !allCapitals(text) {
					p.tell("lint.capital.body", l, at, text, name)
				}
			}
		}
	}
}

var (
	unitWord   = regexp.MustCompile(`(Phường|Quận|Xã|Huyện|Tỉnh|Thị xã|Thị trấn|Thành phố|Chi hội|Hội viên)`)
	smallUnit  = regexp.MustCompile(`(phường|quận) (\d+)`)
	smallNamed = regexp.MustCompile(`(phường|xã|quận) (` + strings.Join(honoured, "|") + `)`)
)

// commonNouns: phường, quận, chi hội, hội viên are small within a sentence,
// unless a number, a person or an event follows.
func commonNouns(p *Page) {
	for _, l := range p.prose() {
		for _, m := range unitWord.FindAllStringIndex(l.text, -1) {
			text, rest := l.text[m[0]:m[1]], strings.TrimLeft(l.after(m[1]), " ")
			next := firstWord(rest)
			proper := next != "" && capital(next)
			keeps := named(next) || committee(next) || slices.ContainsFunc(honoured, func(h string) bool { return strings.HasPrefix(rest, h) })
			switch text {
			case "Thành phố":
				keeps = keeps || !proper || strings.HasPrefix(rest, "Hồ Chí Minh")
			case "Chi hội":
				keeps = keeps || proper || p.ofBranch(l, m[0])
			}
			if !keeps && whole(l.text, m[0], m[1]) && l.midSentence(m[0]) && !l.quoted(m[0]) && !fromAward(l, m[0]) {
				p.tell("lint.capital.common", l, m[0], around(l.text, m[0], m[1]), strings.ToLower(text))
			}
		}
		for _, re := range []*regexp.Regexp{smallUnit, smallNamed} {
			for _, m := range re.FindAllStringIndex(l.text, -1) {
				counted := l.span(m[1]-1).Figure != "" // "phường 3 năm liền"
				if text := l.text[m[0]:m[1]]; whole(l.text, m[0], m[1]) && !counted {
					p.tell("lint.capital.common", l, m[0], text, upperFirst(text))
				}
			}
		}
	}
}

// committee reports whether a word makes a body's name of the unit before it:
// Quận ủy, Thành đoàn.
func committee(next string) bool {
	return slices.Contains([]string{"ủy", "uỷ", "đội", "đoàn", "hội"}, next)
}

// fromAward reports whether a place is the name of a giver in the ward's list of
// awards; bodies looks at those.
func fromAward(l line, at int) bool {
	s := l.span(at)
	return s.Source != "" && s.Figure != ""
}

var (
	manyDocuments = regexp.MustCompile(`(các|những|mọi|nhiều) (?:\p{L}+(?: \p{L}+)?, )*?(Chỉ thị|Nghị quyết|Kết luận|Quy định|Quyết định)(, (?:Chỉ thị|Nghị quyết|Kết luận|Quy định|Quyết định))*`)
	oneDocument   = regexp.MustCompile(`(chỉ thị|nghị quyết|kết luận|quyết định) (số \d|\d|Đại hội)`)
)

// documents: small when they are meant in general, a capital when one is.
func documents(p *Page) {
	for _, l := range p.prose() {
		for _, m := range manyDocuments.FindAllStringIndex(l.text, -1) {
			next := firstWord(l.after(m[1]))
			one := next == "số" || next == "Đại" || next != "" && next[0] >= '0' && next[0] <= '9'
			if text := l.text[m[0]:m[1]]; !one && whole(l.text, m[0], m[1]) && !l.quoted(m[0]) {
				p.tell("lint.capital.document", l, m[0], text, strings.ToLower(text))
			}
		}
		for _, m := range oneDocument.FindAllStringSubmatchIndex(l.text, -1) {
			if text := l.text[m[2]:m[3]]; whole(l.text, m[2], m[3]) && !l.quoted(m[0]) {
				p.tell("lint.capital.document", l, m[0], around(l.text, m[2], m[3]), upperFirst(text))
			}
		}
	}
}

// movements: each is called what it is, phong trào or cuộc vận động. The nearest
// of the two words before its name counts.
func movements(p *Page) {
	for _, l := range p.prose() {
		for _, c := range slices.Concat(campaigns, p.Catalogue.Association().Movements) {
			at := strings.Index(strings.ToLower(viet.Tone(l.text, false)), "“"+strings.ToLower(c.Name))
			if at < 0 {
				continue
			}
			before := strings.ToLower(l.before(at))
			before = before[strings.LastIndexAny(before, ".;")+1:]
			movement, campaign := strings.LastIndex(before, "phong trào"), strings.LastIndex(before, "cuộc vận động")
			wrong := c.Kind == "phong trào" && campaign > movement || c.Kind == "cuộc vận động" && movement > campaign
			if near := max(movement, campaign); wrong && !strings.Contains(before[near:], "”") {
				p.tell("lint.movement", l, at, before[near:]+"“"+c.Name+"”", c.Kind+" “"+c.Name+"”")
			}
		}
	}
}

var word = regexp.MustCompile(`\p{L}+`)

// toneMarks: one place for the tone marks in the whole text (ủy or uỷ); names as
// the ward spells them.
func toneMarks(p *Page) {
	names := map[string]string{} // the ward's spelling by the one of the decree
	for _, n := range p.Names {
		for _, w := range word.FindAllString(n, -1) {
			if capital(w) && viet.Tone(w, true) != viet.Tone(w, false) {
				names[viet.Tone(w, false)] = w
			}
		}
	}
	type place struct {
		l  line
		at int
	}
	first, count := map[bool]map[string]place{false: {}, true: {}}, map[bool]int{}
	for _, l := range p.lines {
		for _, m := range word.FindAllStringIndex(l.text, -1) {
			w := l.text[m[0]:m[1]]
			early, late := viet.Tone(w, false), viet.Tone(w, true)
			if own, ok := names[early]; early == late || ok && capital(w) {
				if ok && early != late && w != own {
					p.tell("lint.tone.name", l, m[0], w, own)
				}
				continue
			}
			count[w == late]++
			if _, met := first[w == late][w]; !met {
				first[w == late][w] = place{l, m[0]}
			}
		}
	}
	fewer := count[true] <= count[false] // the later place of the mark is the rarer
	if count[!fewer] == 0 {
		return
	}
	for _, w := range slices.Sorted(maps.Keys(first[fewer])) {
		p.tell("lint.tone", first[fewer][w].l, first[fewer][w].at, w, viet.Tone(w, !fewer))
	}
}

// spelling: hằng năm, kỷ niệm, tỷ lệ.
func spelling(p *Page) {
	for _, l := range p.lines {
		low := strings.ToLower(l.text)
		if len(low) != len(l.text) {
			continue
		}
		for _, wrong := range slices.Sorted(maps.Keys(respelled)) {
			for at, from := strings.Index(low, wrong), 0; at >= 0; at = strings.Index(low[from:], wrong) {
				at += from
				from = at + len(wrong)
				if whole(l.text, at, from) && !p.isName(l.text[at:from]) {
					p.tell("lint.spelling", l, at, l.text[at:from], respelled[wrong])
				}
			}
		}
	}
}

func (p *Page) isName(text string) bool {
	return capital(text) && slices.ContainsFunc(p.Names, func(n string) bool { return strings.Contains(n, text) })
}

var (
	capitals = regexp.MustCompile(`\p{Lu}{2,}`)
	roman    = regexp.MustCompile(`^[IVXLCDM]+$`)
	lazy     = regexp.MustCompile(`\.*v\.v\.*|\.{3,}|…|đ/c|Đ/c`)
)

// abbreviations: none in titles, each explained at its first use in the body,
// and no v.v, đ/c or rows of dots.
func abbreviations(p *Page) {
	var known []string
	for _, l := range p.lines {
		if l.kind != paper.Title && l.kind != paper.Prose || p.annexed(l) {
			continue
		}
		for _, m := range capitals.FindAllStringIndex(l.text, -1) {
			text := l.text[m[0]:m[1]]
			switch {
			case roman.MatchString(text) || !whole(l.text, m[0], m[1]) || symbol(l.text, m[0], m[1]) || p.ofBranch(l, m[0]):
			case l.kind == paper.Title && p.abbreviation(text):
				p.tell("lint.abbreviation.title", l, m[0], text, "")
			case l.kind == paper.Prose && p.abbreviation(text) && !slices.Contains(known, text):
				known = append(known, text)
				explained := strings.HasSuffix(l.before(m[0]), "(") && strings.HasPrefix(l.after(m[1]), ")")
				if !explained {
					p.tell("lint.abbreviation", l, m[0], text, "")
				}
			}
		}
		for _, m := range lazy.FindAllStringIndex(l.text, -1) {
			p.tell("lint.abbreviation.lazy", l, m[0], l.text[m[0]:m[1]], "")
		}
	}
}

// symbol reports whether capitals are part of a document's symbol (09-NQ/TW) or
// of a marker (#REF!).
func symbol(text string, from, to int) bool {
	before, after := strings.TrimRight(text[:from], " "), strings.TrimLeft(text[to:], " ")
	return before != "" && strings.ContainsAny(before[len(before)-1:], "-/#") || after != "" && strings.ContainsAny(after[:1], "-/")
}

// abbreviation reports whether a word in capitals is short for several: it is
// one that is in use, or cannot be spoken.
func (p *Page) abbreviation(w string) bool {
	key := viet.Key(w)
	spoken := strings.ContainsAny(strings.ToLower(w), "aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
	return len(w) > 1 && (p.Catalogue.Association().Words.Expand(key) != key || !spoken && !roman.MatchString(w))
}
