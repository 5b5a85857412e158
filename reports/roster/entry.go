package roster

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A part is what a branch is known by: a number or words, with the kinds of
// place said before them. "Tổ 4 khu 2" has two; the second alone is not the
// branch.
type part struct {
	unit    reports.UnitID
	words   []string
	capital []bool // of the words, as the list writes them
	number  bool
	places  []string
	primary bool
}

func (p part) one() bool { return len(p.words) == 1 && !p.number }

// learn takes up the names of a unit.
func (m *Roster) learn(u reports.Unit) {
	for _, s := range append([]string{u.Name}, u.Aliases...) {
		key := m.own.UnitKey(s)
		if key == "" {
			continue
		}
		if u.ID == reports.Ward {
			m.ward = append(m.ward, strings.Fields(key))
			continue
		}
		if !slices.Contains(m.exact[key], u.ID) {
			m.exact[key] = append(m.exact[key], u.ID)
		}
		m.learnName(u.ID, viet.Clean(s))
	}
	clear(m.memo)
}

func (m *Roster) learnName(id reports.UnitID, name string) {
	base, inner := splitInner(name)
	if inner != "" {
		if t := m.read(inner); len(t.toks) > 0 && t.leadAt(0).real() {
			m.learnParts(id, t)
		} else {
			m.learnOld(id, t)
		}
	}
	m.learnParts(id, m.read(base))
}

// splitInner parts a name from the brackets at its end.
func splitInner(s string) (base, inner string) {
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		return s[:i], s[i+1 : len(s)-1]
	}
	return s, ""
}

// learnOld takes up the old commune that parts a branch from its namesakes.
func (m *Roster) learnOld(id reports.UnitID, t text) {
	var words []string
	for _, k := range t.toks {
		if k.word != "cũ" && !(len(words) == 0 && adminWords[k.word]) {
			words = append(words, k.word)
		}
	}
	if len(words) > 0 {
		m.old[id] = strings.Join(words, " ")
		m.olds[m.old[id]] = words
	}
}

func (m *Roster) learnParts(id reports.UnitID, t text) {
	primary := true
	for i := 0; i < len(t.toks); {
		l := t.leadAt(i)
		end := l.to
		if end < len(t.toks) {
			end++
		}
		for end < len(t.toks) && !t.toks[end-1].num && t.toks[end].gap != hard && !t.leadAt(end).real() {
			end++
		}
		if end < len(t.toks) && t.toks[end-1].num && !t.leadAt(end).real() && t.toks[end].gap != hard {
			end = len(t.toks) // "Tân Lập 3 mới": the number ends nothing
		}
		primary = primary || i > 0 && t.toks[i].gap == hard
		m.index(id, t.toks[l.to:end], l, primary)
		primary, i = false, end
	}
}

func (m *Roster) index(id reports.UnitID, toks []token, l lead, primary bool) {
	p := part{unit: id, places: l.places, primary: primary}
	for _, k := range toks {
		p.words = append(p.words, k.word)
		p.capital = append(p.capital, k.capital())
	}
	p.number = len(toks) == 1 && toks[0].num
	if len(p.words) == 0 || p.number && !l.real() {
		return
	}
	m.parts = append(m.parts, p)
	for _, place := range l.places {
		m.places[place] = true
	}
	key := strings.Join(p.words, " ")
	m.byWords[key] = append(m.byWords[key], p)
	if bare := viet.Bare(key); bare != key {
		m.byBare[bare] = append(m.byBare[bare], p)
	}
	m.longest = max(m.longest, len(p.words))
}
