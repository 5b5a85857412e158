package roster

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A mention is a place in a text that names a branch, or seems to.
type mention struct {
	from, to int
	parts    []part // that it fits
	sure     bool   // else parts are only what may be meant
	foreign  bool   // a kind of place that no branch is called by
}

// mentions returns what a text names, from left to right, the longest first.
func (m *Roster) mentions(t text) []mention {
	var all []mention
	for i := 0; i < len(t.toks); {
		l := t.leadAt(i)
		found, ok := mention{}, false
		switch {
		case l.real():
			found, ok = m.after(t, l)
		case t.begins(i):
			found, ok = m.named(t, lead{from: i, to: i})
		}
		switch {
		case ok:
			all = append(all, found)
			i = found.to
		case l.to > i:
			i = l.to
		default:
			i++
		}
	}
	return all
}

// after reads what stands after words of kind.
func (m *Roster) after(t text, l lead) (mention, bool) {
	if l.to == len(t.toks) || t.plural(l) {
		return mention{}, false
	}
	for from := l.from; from < l.to; from++ { // a name may begin with such a word: "Khu tập thể"
		if from > l.from && t.kindEnds(l, from) {
			head := t.leadAtMost(l, from)
			if found, ok := m.named(t, head); ok && found.sure && found.to > l.to {
				return found, true
			}
		}
	}
	next := t.toks[l.to]
	switch {
	case next.gap == hard && !strings.ContainsAny(next.before, "."):
		return mention{}, false
	case next.num:
		return m.numbered(t, l)
	}
	if found, ok := m.named(t, l); ok {
		return found, true
	}
	if strings.ContainsAny(next.word, "0123456789") && m.knows(l) {
		return mention{from: l.from, to: l.to + 1, sure: true}, true // "Thôn 1A", which no branch is
	}
	return mention{}, false
}

func (t text) kindEnds(l lead, at int) bool { return t.leadAtMost(l, at).to == at }

// leadAtMost is the lead l cut before at.
func (t text) leadAtMost(l lead, at int) lead {
	return text{toks: t.toks[:at], marked: t.marked, own: t.own}.leadAt(l.from)
}

// numbered reads "TDP số 4".
func (m *Roster) numbered(t text, l lead) (mention, bool) {
	end := l.to + 1
	if t.countsThings(end) {
		return mention{}, false
	}
	found := m.fitNumber(l, t.toks[l.to].word)
	found.from, found.to = l.from, end
	switch {
	case t.spoilt(end):
		found.sure = false
	case t.goesOn(end):
		found.sure, found.parts, found.foreign = true, nil, false
	}
	for ; t.lists(end); end++ { // "TDP 1, 2 và 3"
		if t.toks[end].word == "và" {
			continue
		}
		more := m.fitNumber(l, t.toks[end].word)
		found.parts, found.sure, found.to = append(found.parts, more.parts...), false, end+1
	}
	return found, true
}

func (m *Roster) fitNumber(l lead, number string) mention {
	var loose, fits []part // loose: called by a number alone
	for _, p := range m.byWords[number] {
		switch {
		case !p.number:
		case len(p.places) == 0:
			loose = append(loose, p)
		case shares(p.places, l.places) || len(l.places) == 0 && p.primary:
			fits = append(fits, p)
		}
	}
	switch {
	case len(l.places) == 0 && len(loose) > 0:
		return mention{parts: loose, sure: true}
	case len(l.places) == 0 || m.knows(l):
		return mention{parts: fits, sure: true}
	case slices.Contains(l.places, cluster):
		loose = nil
	}
	return mention{parts: loose, foreign: true}
}

// knows reports whether some branch is called by the kind of place of l.
func (m *Roster) knows(l lead) bool {
	return len(l.places) == 0 || slices.ContainsFunc(l.places, func(s string) bool { return m.places[s] })
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// named reads the longest name after l.
func (m *Roster) named(t text, l lead) (mention, bool) {
	for n := min(m.longest, len(t.toks)-l.to); n > 0; n-- {
		toks := t.toks[l.to : l.to+n]
		bare := !l.real() && (n == 1 || n == 2 && toks[1].num) // "Mẫu 1" may be a form as well
		if n == 1 && toks[0].num || bare || hasMark(toks) {
			continue
		}
		parts := m.lookUp(t, l, toks)
		if !l.branch {
			parts = t.meant(l, toks, parts)
		}
		if len(parts) == 0 || n == 1 && t.isTime(l) {
			continue
		}
		if !m.ends(t, l.to+n) {
			if len(l.places) > 0 && m.knows(l) { // "thôn Trung Hòa": some other place
				return mention{from: l.from, to: l.to + n, sure: true}, true
			}
			continue
		}
		found := m.fitWords(l, parts)
		found.from, found.to = l.from, l.to+n
		if t.spoilt(found.to) {
			found.sure = false
		}
		return found, true
	}
	return mention{}, false
}

func hasMark(toks []token) bool {
	return slices.ContainsFunc(toks[1:], func(k token) bool { return k.gap == hard })
}

// meant leaves the parts that these words can mean without "chi hội" or the
// part's own kind of place before them: where a name may begin, and written with
// capitals as the list has them, if capitals say anything in the text. "Khối đoàn
// kết" is not Thôn Đoàn Kết.
func (t text) meant(l lead, toks []token, parts []part) []part {
	free := t.begins(l.from)
	plain := !slices.ContainsFunc(toks, func(k token) bool { return !k.plain })
	return slices.DeleteFunc(parts, func(p part) bool {
		return !shares(p.places, l.places) && (!free || t.cased && !plain && !p.written(toks))
	})
}

// written reports whether words have the capitals that the list gives them.
func (p part) written(toks []token) bool {
	for i, k := range toks {
		if p.capital[i] && !k.capital() {
			return false
		}
	}
	return true
}

func (k token) capital() bool { return viet.Sentence(k.raw) == k.raw }

// lookUp returns the parts of these words. Words typed without marks may have
// some, unless the words of kind before them are typed with theirs.
func (m *Roster) lookUp(t text, l lead, toks []token) []part {
	var words []string
	plain := !l.marked
	for _, k := range toks {
		words = append(words, k.word)
		plain = plain && k.plain
	}
	key := strings.Join(words, " ")
	parts := slices.DeleteFunc(slices.Clone(m.byWords[key]), func(p part) bool { return p.number })
	if plain && !t.marked || plain && len(parts) == 0 {
		parts = append(parts, m.byBare[key]...)
	}
	return parts
}

// fitWords leaves the parts whose kind of place is the one that was written. A
// name of several syllables that only one branch has is that branch's under any
// kind; those of one syllable are too common.
func (m *Roster) fitWords(l lead, parts []part) mention {
	if len(l.places) == 0 {
		return mention{parts: parts, sure: true}
	}
	for _, fits := range []func(part) bool{
		func(p part) bool { return shares(p.places, l.places) },
		func(p part) bool { return len(p.places) == 0 },
		func(p part) bool { return !p.one() && p.unit == parts[0].unit },
	} {
		var kept []part
		for _, p := range parts {
			if fits(p) {
				kept = append(kept, p)
			}
		}
		if len(kept) > 0 {
			return mention{parts: kept, sure: len(units(parts)) == 1 || shares(kept[0].places, l.places) || len(kept[0].places) == 0}
		}
	}
	return mention{parts: parts}
}

func units(parts []part) []reports.UnitID {
	var ids []reports.UnitID
	for _, p := range parts {
		if !slices.Contains(ids, p.unit) {
			ids = append(ids, p.unit)
		}
	}
	return ids
}
