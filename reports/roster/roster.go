// Package roster tells which branch of the ward a text names: a title, a row, a
// head, a tab, the name of a file.
//
// A text names branches by mentions: words of kind with a number ("TDP số 4"),
// or the words that a branch is told apart by, with or without those of kind
// ("thôn Bến Đá", "Bến Đá"). All mentions of a text must agree on one branch;
// else it names none, and those that may be meant are candidates.
package roster

import (
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A Roster knows the units by their names. It remembers what it was asked, so it
// must not be used by two goroutines at a time.
type Roster struct {
	own      *own
	branches []reports.Unit
	Open     bool // no list was given: units found are added

	parts           []part
	byWords, byBare map[string][]part
	exact           map[string][]reports.UnitID // by UnitKey
	places          map[string]bool             // kinds of place that branches are called by
	longest         int                         // words of a name
	old             map[reports.UnitID]string   // old communes, as keys
	olds            map[string][]string
	ward            [][]string
	wardPlaces      [][]string
	memo            map[string]answer
	folded          [2]string   // the text last asked about, and its UnitKey
	units           *viet.Units // tell a number that counts from a branch's
}

// An answer is what a text names.
type answer struct {
	unit       reports.UnitID
	candidates []reports.UnitID
	whole      bool // nothing but the name stands in it
}

// New returns the roster of the branches and of the ward of an association. Without
// branches it is open: it takes up what it finds. Units are what may be counted in a
// text: the 3 of "Chi hội 3 buổi" is no branch's.
func New(branches []reports.Unit, ward reports.Unit, association viet.Words, units *viet.Units) *Roster {
	m := &Roster{
		own:      newOwn(association),
		branches: slices.Clone(branches), Open: len(branches) == 0,
		byWords: map[string][]part{}, byBare: map[string][]part{}, exact: map[string][]reports.UnitID{}, places: map[string]bool{},
		old: map[reports.UnitID]string{}, olds: map[string][]string{}, memo: map[string]answer{}, units: units,
	}
	for _, b := range branches {
		m.learn(b)
	}
	ward.ID = reports.Ward
	m.learn(ward)
	for _, words := range m.ward {
		if i := slices.IndexFunc(words, func(w string) bool { return adminWords[w] }); i >= 0 && i+1 < len(words) {
			m.wardPlaces = append(m.wardPlaces, words[i+1:])
		}
	}
	return m
}

// NameOf returns the name of a branch as it is printed.
func (m *Roster) NameOf(id reports.UnitID) string {
	for _, b := range m.branches {
		if b.ID == id {
			return b.Name
		}
	}
	return string(id)
}

// Branches returns all branches, with those that were found.
func (m *Roster) Branches() []reports.Unit { return m.branches }

// IsKind reports whether a word of a key is one for a neighbourhood, or a part of
// one: "chi", "tổ", "thôn".
func IsKind(word string) bool { return kindWords[word] }

var kindWords = wordSet("chi hội tổ dân phố khu phố thôn xóm ấp khóm bản buôn làng đội cụm phân ch kp t khối sóc")

// Find returns the branch that a text names, or none, with those that may be
// meant. What stands around the text (upper heads, titles, a folder), the nearest
// first, tells namesakes under two old communes apart.
func (m *Roster) Find(s string, context ...string) (reports.UnitID, []reports.UnitID) {
	a := m.answer(s, context)
	return a.unit, a.candidates
}

// Whole returns the unit, also the ward, that s is the name of, and nothing but
// the name. A lone number or syllable is none: see InColumn.
func (m *Roster) Whole(s string, context ...string) (reports.UnitID, bool) {
	words := strings.Fields(m.unitKey(s))
	if slices.ContainsFunc(m.ward, func(name []string) bool { return slices.Equal(words, name) }) {
		return reports.Ward, true
	}
	if a := m.answer(s, context); a.whole && a.unit != "" {
		return a.unit, true
	}
	return "", false
}

// InColumn is Find for a cell of a column of branches: a name of one syllable
// stands alone there, and a lone number is that of the place that the column's
// head names.
func (m *Roster) InColumn(s, head string, context ...string) (reports.UnitID, []reports.UnitID) {
	a := m.answer(s, context)
	if a.unit != "" || len(a.candidates) > 0 {
		return a.unit, a.candidates
	}
	t := m.read(viet.Clean(s))
	if len(t.toks) == 0 || len(t.toks) > 1 && !t.toks[len(t.toks)-1].is("cũ") && t.toks[1].gap == space {
		return m.ifWard(s)
	}
	if ids := m.exact[m.unitKey(s)]; len(ids) == 1 {
		return ids[0], nil
	}
	a = m.answer(m.kindOf(head)+" "+s, context)
	return a.unit, a.candidates
}

// kindOf returns the words of kind that a head ends in: "Tên thôn" says thôn.
func (m *Roster) kindOf(head string) string {
	t := m.read(viet.Clean(head))
	for i := range t.toks {
		if l := t.leadAt(i); l.real() && l.to == len(t.toks) {
			var words []string
			for _, k := range t.toks[i:] {
				words = append(words, k.raw)
			}
			return strings.Join(words, " ")
		}
	}
	return branchKind
}

// Within is Find for a text that may be the ward's: the ward counts only if no
// branch is named.
func (m *Roster) Within(s string, context ...string) (reports.UnitID, []reports.UnitID) {
	if unit, candidates := m.Find(s, context...); unit != "" || len(candidates) > 0 {
		return unit, candidates
	}
	return m.ifWard(s)
}

func (m *Roster) ifWard(s string) (reports.UnitID, []reports.UnitID) {
	words := strings.Fields(m.unitKey(s))
	bare := viet.Bare(strings.Join(words, " ")) == strings.Join(words, " ")
	for _, name := range m.ward {
		if contains(words, name) || bare && contains(words, strings.Fields(viet.Bare(strings.Join(name, " ")))) {
			return reports.Ward, nil
		}
	}
	return "", nil
}

func contains(words, part []string) bool {
	for i := 0; len(part) > 0 && i+len(part) <= len(words); i++ {
		if slices.Equal(words[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// What systems put around the name of a copy: "Bản sao của … (1)".
var (
	copyNumber = regexp.MustCompile(`\(\d+\)`)
	copyLead   = regexp.MustCompile(`(?i)^\s*(bản sao của|copy of)\s`)
)

// InFileName is Within for the name of a file, without its extension.
func (m *Roster) InFileName(base string, context ...string) (reports.UnitID, []reports.UnitID) {
	base = copyLead.ReplaceAllString(viet.Clean(base), " ")
	return m.Within(viet.Clean(copyNumber.ReplaceAllString(base, " ")), context...)
}

// InTab is Within for the name of a sheet's tab.
func (m *Roster) InTab(name string, context ...string) (reports.UnitID, []reports.UnitID) {
	return m.InFileName(name, context...)
}
