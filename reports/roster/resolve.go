package roster

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// longestMemo keeps long texts, which do not come again, out of the memory.
const longestMemo = 200

// unitKey is the key of the name of a unit. One text is asked about several times in
// a row, as a name, as part of one, as the ward's.
func (m *Roster) unitKey(s string) string {
	if m.folded[0] != s {
		m.folded = [2]string{s, m.own.UnitKey(s)}
	}
	return m.folded[1]
}

func (m *Roster) answer(s string, context []string) answer {
	key := strings.Join(append([]string{s}, context...), "\n")
	if a, ok := m.memo[key]; ok {
		return a
	}
	a := m.resolve(viet.Clean(s), context)
	if len(key) <= longestMemo {
		m.memo[key] = a
	}
	return a
}

func (m *Roster) resolve(s string, context []string) answer {
	t := m.read(s)
	if ids := m.exact[m.unitKey(s)]; len(ids) == 1 && len(t.toks) > 0 && !t.lone() {
		return answer{unit: ids[0], whole: true}
	}
	if len(t.toks) == 0 || m.total(t) {
		return answer{}
	}
	if _, other := m.other(t); other {
		return answer{}
	}
	all := m.mentions(t)
	if slices.ContainsFunc(all, func(x mention) bool { return !x.foreign }) {
		all = slices.DeleteFunc(all, func(x mention) bool { return x.foreign })
	}
	if len(all) == 0 {
		return answer{}
	}
	ids, sure := agree(all)
	a := m.byOld(t, all, ids, sure, context)
	a.whole = m.covers(t, all)
	return a
}

// lone reports whether a text is a number or a single syllable.
func (t text) lone() bool { return len(t.toks) == 1 }

var (
	totals   = wordSet("cộng tổng toàn tc")
	noTotals = newPhrases("tổng hợp; tổng kết; công tác; công văn; toàn văn")
)

// total reports whether a text begins as a row of totals does: "Cộng Hòa Lạc". A
// branch whose own name begins so stays one.
func (m *Roster) total(t text) bool {
	if !totals[t.toks[0].word] || noTotals.longest(t, 0) > 0 {
		return false
	}
	_, named := m.named(t, lead{})
	return !named
}

// agree returns the branches that every mention fits. Where there is none, or a
// mention is not sure, all of them come back as what may be meant.
func agree(all []mention) (ids []reports.UnitID, sure bool) {
	sure = true
	var union []reports.UnitID
	for i, x := range all {
		fits := units(x.parts)
		for _, id := range fits {
			if !slices.Contains(union, id) {
				union = append(union, id)
			}
		}
		if i == 0 {
			ids = fits
		}
		ids = slices.DeleteFunc(slices.Clone(ids), func(id reports.UnitID) bool { return !slices.Contains(fits, id) })
		sure = sure && x.sure
	}
	ids = slices.DeleteFunc(ids, func(id reports.UnitID) bool {
		return !slices.ContainsFunc(all, func(x mention) bool {
			return slices.ContainsFunc(x.parts, func(p part) bool { return p.unit == id && p.primary })
		})
	})
	if len(ids) == 0 || !sure {
		return union, false
	}
	return ids, true
}

// byOld parts namesakes by the old commune that the text, or else what stands
// around it, names. A commune that is not the branch's own makes it doubtful.
func (m *Roster) byOld(t text, all []mention, ids []reports.UnitID, sure bool, context []string) answer {
	if !sure {
		return answer{candidates: ids}
	}
	if m.otherBracket(t, all, ids) {
		return answer{candidates: ids}
	}
	texts := []text{t}
	for _, s := range context {
		texts = append(texts, m.read(viet.Clean(s)))
	}
	for i, x := range texts {
		skip := all
		if i > 0 {
			skip = nil
		}
		named := m.oldsIn(x, skip)
		if len(named) == 0 {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(ids), func(id reports.UnitID) bool { return m.old[id] != "" && !slices.Contains(named, m.old[id]) })
		if len(kept) == 0 {
			return answer{candidates: ids}
		}
		ids = kept
		break
	}
	if len(ids) > 1 {
		return answer{candidates: ids}
	}
	return answer{unit: ids[0]}
}

// oldsIn returns the old communes that a text names beside its mentions.
func (m *Roster) oldsIn(t text, skip []mention) []string {
	var named []string
	for i, k := range t.toks {
		if slices.ContainsFunc(skip, func(x mention) bool { return x.from <= i && i < x.to }) {
			continue
		}
		for old, words := range m.olds {
			if (t.at(i, words) || k.raw == initials(old)) && !slices.Contains(named, old) {
				named = append(named, old)
			}
		}
	}
	return named
}

// otherBracket reports whether the name of a branch that has an old commune is
// followed by brackets with another place in them.
func (m *Roster) otherBracket(t text, all []mention, ids []reports.UnitID) bool {
	for _, x := range all {
		if x.to == len(t.toks) || !strings.Contains(t.toks[x.to].before, "(") || m.old[ids[0]] == "" {
			continue
		}
		i := x.to + admin.longest(t, x.to)
		if !m.placeAt(t, i) && !t.toks[x.to].num && t.own.after.longest(t, x.to) == 0 && !t.leadAt(x.to).real() {
			return true
		}
	}
	return false
}

// covers reports whether a text is nothing but its mentions, with old communes.
func (m *Roster) covers(t text, all []mention) bool {
	for i := 0; i < len(t.toks); {
		n := slices.IndexFunc(all, func(x mention) bool { return x.from <= i && i < x.to })
		switch step := m.oldAt(t, i); {
		case n >= 0:
			i = all[n].to
		case step > 0:
			i += step
		case adminWords[t.toks[i].word] || t.toks[i].is("cũ") || t.leadAt(i).to > i && !t.leadAt(i).real():
			i++
		default:
			return false
		}
	}
	return true
}

func (m *Roster) oldAt(t text, i int) int {
	if m.initials(t.toks[i]) {
		return 1
	}
	for _, words := range m.olds {
		if t.at(i, words) {
			return len(words)
		}
	}
	return 0
}
