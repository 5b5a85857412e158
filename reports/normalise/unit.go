package normalise

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A matcher knows the units by their names. Names are compared by
// viet.UnitKey, whole words only: 1 is not 11.
type matcher struct {
	branches []reports.Unit
	open     bool // no list was given: units found are added
	names    []name
}

type name struct {
	unit  reports.UnitID
	words []string // of the key
	bare  []string // of the key without marks, for file names
}

func newMatcher(branches []reports.Unit, ward reports.Unit) *matcher {
	m := &matcher{branches: slices.Clone(branches), open: len(branches) == 0}
	for _, b := range branches {
		m.learn(b)
	}
	ward.ID = reports.Ward
	m.learn(ward)
	return m
}

func (m *matcher) learn(u reports.Unit) {
	for _, s := range append([]string{u.Name}, u.Aliases...) {
		key := viet.UnitKey(s)
		if key != "" {
			m.names = append(m.names, name{u.ID, strings.Fields(key), strings.Fields(viet.Bare(key))})
		}
	}
}

// whole returns the unit that s is the name of, and nothing but the name.
func (m *matcher) whole(s string) (reports.UnitID, bool) {
	words := strings.Fields(viet.UnitKey(s))
	for _, n := range m.names {
		if slices.Equal(words, n.words) {
			return n.unit, true
		}
	}
	return m.numbered(words, func(n name) []string { return n.words })
}

// within returns the branch that is named inside s, the longest name first; the
// ward counts only if no branch is named. Two branches named alike well give
// none, and both as candidates.
func (m *matcher) within(s string) (unit reports.UnitID, candidates []reports.UnitID) {
	return m.search(strings.Fields(viet.UnitKey(s)), func(n name) []string { return n.words })
}

// inFileName is within for a name typed without marks.
func (m *matcher) inFileName(base string) (unit reports.UnitID, candidates []reports.UnitID) {
	base = strings.NewReplacer("_", " ", "-", " ", "(", " ( ", ".", " ").Replace(base)
	words := strings.Fields(viet.Bare(viet.UnitKey(base)))
	return m.search(words, func(n name) []string { return n.bare })
}

func (m *matcher) search(words []string, of func(name) []string) (reports.UnitID, []reports.UnitID) {
	best := 0
	var found []reports.UnitID
	ward := false
	for _, n := range m.names {
		w := of(n)
		switch {
		case len(w) < 2 && len(words) != len(w) || !contains(words, w):
		case n.unit == reports.Ward:
			ward = true
		case len(w) > best:
			best, found = len(w), []reports.UnitID{n.unit}
		case len(w) == best && !slices.Contains(found, n.unit):
			found = append(found, n.unit)
		}
	}
	if best == 0 {
		if unit, ok := m.numberedIn(words, of); ok {
			return unit, nil
		}
		if ward {
			return reports.Ward, nil
		}
		return "", nil
	}
	if len(found) > 1 {
		return "", found
	}
	return found[0], nil
}

func contains(words, part []string) bool {
	for i := 0; i+len(part) <= len(words); i++ {
		if slices.Equal(words[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// placeWords are the words for a neighbourhood that may stand before a number,
// without marks too; "ch" is chi hội.
var placeWords = wordSet("chi hội tổ dân phố khu phố thôn xóm ấp khóm bản buôn làng đội cụm phân ch kp t")

// wordSet is the set of the words, each also without its marks.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w], set[viet.Bare(w)] = true, true
	}
	return set
}

// numbered takes "tổ 4", "CH 4" for the branch of that number, when the list
// has exactly one whose name has it and all the words of s (DESIGN §4).
func (m *matcher) numbered(words []string, of func(name) []string) (reports.UnitID, bool) {
	if len(words) < 2 || !isNumber(words[len(words)-1]) {
		return "", false
	}
	number, before := words[len(words)-1], words[:len(words)-1]
	for _, w := range before {
		if !placeWords[w] {
			return "", false
		}
	}
	var found []reports.UnitID
	for _, n := range m.names {
		w := of(n)
		if n.unit != reports.Ward && len(w) > 0 && w[len(w)-1] == number && holdsAll(w, before) && !slices.Contains(found, n.unit) {
			found = append(found, n.unit)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// numberedIn looks for such a name anywhere in words.
func (m *matcher) numberedIn(words []string, of func(name) []string) (reports.UnitID, bool) {
	for end := len(words); end > 1; end-- {
		if !isNumber(words[end-1]) {
			continue
		}
		start := end - 1
		for start > 0 && placeWords[words[start-1]] {
			start--
		}
		if unit, ok := m.numbered(words[start:end], of); ok {
			return unit, true
		}
	}
	return "", false
}

func holdsAll(words, part []string) bool {
	for _, w := range part {
		if w != "ch" && !slices.Contains(words, w) {
			return false
		}
	}
	return true
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// notNames are words after "chi hội" that begin no name.
var notNames = strings.Fields("trưởng phó và trực có đạt hoàn năm quý tháng 6 9 12 báo biểu thi tổng kỳ nhiệm theo đã được cựu trong thuộc xếp")

// namesBranch reports whether s, in a title, says that it is a branch's: it
// says "chi hội" or "phân hội" and then a name.
func namesBranch(s string) bool {
	words := strings.Fields(viet.UnitKey(s))
	for i := 0; i+2 < len(words); i++ {
		if (words[i] == "chi" || words[i] == "phân") && words[i+1] == "hội" {
			next := words[i+2]
			plural := i > 0 && slices.Contains([]string{"các", "số", "mỗi", "từng", "theo"}, words[i-1])
			return !plural && !slices.Contains(notNames, next)
		}
	}
	return false
}

// found adds a unit that no list names, when there is no list.
func (m *matcher) found(s string) reports.UnitID {
	text := viet.Clean(s)
	if before, after, ok := strings.Cut(text, ":"); ok && strings.Contains(viet.Key(before), "đơn vị") {
		text = viet.Clean(after)
	}
	id := reports.UnitID(strings.ReplaceAll(viet.Bare(viet.UnitKey(text)), " ", "-"))
	u := reports.Unit{ID: id, Name: text}
	m.branches = append(m.branches, u)
	m.learn(u)
	return id
}
