// Package roster tells which branch of the ward a text names: a title, a row, a
// head, a tab, the name of a file.
package roster

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A Roster knows the units by their names. Names are compared by
// viet.UnitKey, whole words only: 1 is not 11.
type Roster struct {
	branches []reports.Unit
	Open     bool // no list was given: units found are added
	names    []name
}

type name struct {
	unit  reports.UnitID
	words []string // of the key
	bare  []string // of the key without marks, for file names
}

// New returns the roster of the branches and of the ward. Without branches it is
// open: it takes up what it finds.
func New(branches []reports.Unit, ward reports.Unit) *Roster {
	m := &Roster{branches: slices.Clone(branches), Open: len(branches) == 0}
	for _, b := range branches {
		m.learn(b)
	}
	ward.ID = reports.Ward
	m.learn(ward)
	return m
}

func (m *Roster) learn(u reports.Unit) {
	for _, s := range append([]string{u.Name}, u.Aliases...) {
		key := viet.UnitKey(s)
		if key != "" {
			m.names = append(m.names, name{u.ID, strings.Fields(key), strings.Fields(viet.Bare(key))})
		}
	}
}

// short returns what is left of a branch's name without "chi hội" before it, as
// it stands in a column of branches: "Thôn Phú Mỹ", "Phú Mỹ".
func (n name) short() []string {
	if n.unit == reports.Ward {
		return nil
	}
	for _, lead := range [][2]string{{"chi", "hội"}, {"phân", "hội"}} {
		if len(n.words) > 2 && n.words[0] == lead[0] && n.words[1] == lead[1] {
			return n.words[2:]
		}
	}
	return nil
}

// Whole returns the unit that s is the name of, and nothing but the name.
func (m *Roster) Whole(s string) (reports.UnitID, bool) {
	words := strings.Fields(viet.UnitKey(s))
	if len(words) > 1 && words[0] == "ch" {
		words = append([]string{"chi", "hội"}, words[1:]...)
	}
	for _, n := range m.names {
		if slices.Equal(words, n.words) {
			return n.unit, true
		}
	}
	if unit, ok := m.shortened(words); ok {
		return unit, true
	}
	return m.numbered(words, func(n name) []string { return n.words })
}

// shortened takes a name without "chi hội" for the one branch that it fits. A
// lone number is no name.
func (m *Roster) shortened(words []string) (unit reports.UnitID, ok bool) {
	if len(words) == 0 || len(words) == 1 && isNumber(words[0]) {
		return "", false
	}
	for _, n := range m.names {
		if slices.Equal(words, n.short()) {
			if unit != "" && unit != n.unit {
				return "", false
			}
			unit = n.unit
		}
	}
	return unit, unit != ""
}

// Within returns the branch that is named inside s, the longest name first; the
// ward counts only if no branch is named. Two branches named alike well give
// none, and both as candidates.
func (m *Roster) Within(s string) (unit reports.UnitID, candidates []reports.UnitID) {
	return m.search(strings.Fields(viet.UnitKey(s)), func(n name) []string { return n.words })
}

// copyNumber is what systems put behind the name of a copy: "(1)".
var copyNumber = regexp.MustCompile(`\(\d+\)`)

// InFileName is Within for a name typed without marks.
func (m *Roster) InFileName(base string) (unit reports.UnitID, candidates []reports.UnitID) {
	base = copyNumber.ReplaceAllString(base, " ")
	base = strings.NewReplacer("_", " ", "-", " ", "(", " ( ", ".", " ").Replace(base)
	words := strings.Fields(viet.Bare(viet.UnitKey(base)))
	return m.search(words, func(n name) []string { return n.bare })
}

func (m *Roster) search(words []string, of func(name) []string) (reports.UnitID, []reports.UnitID) {
	best := 0
	var found []reports.UnitID
	ward := false
	for _, n := range m.names {
		w := of(n)
		switch {
		case n.unit == reports.Ward && !contains(words, w), n.unit != reports.Ward && !holdsName(words, w):
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

// holdsName reports whether words hold a branch's name as a whole: "Tân Lập" is
// not in "Tân Lập 3", nor in "Nam Tân Lập", nor "Thôn 1" in "Thôn 1A". A single
// word is a name only by itself.
func holdsName(words, name []string) bool {
	if len(name) < 2 {
		return slices.Equal(words, name)
	}
	for i := 0; i+len(name) <= len(words); i++ {
		if slices.Equal(words[i:i+len(name)], name) && begins(words[:i], name[0]) && ends(words, i+len(name)) {
			return true
		}
	}
	return false
}

// begins reports whether a name that starts with first may begin after before.
func begins(before []string, first string) bool {
	if len(before) == 0 || first == "chi" || first == "phân" || first == "phan" {
		return true
	}
	last := before[len(before)-1]
	return placeWords[last] || leadWords[last]
}

// ends reports whether a name may end before words[end]. After a number another
// number or a lone letter would go on with it; after a word any word would that
// is not known to begin something else.
func ends(words []string, end int) bool {
	if end == len(words) {
		return true
	}
	next := words[end]
	if n, err := strconv.Atoi(next); err == nil {
		return n >= 1900 && n <= 2100 || countsMonths(words, end+1)
	}
	if isNumber(words[end-1]) {
		return utf8.RuneCountInString(next) > 1 && !countsMonths(words, end)
	}
	return followWords[next]
}

// leadWords may stand before a branch's name, followWords after it.
var (
	leadWords   = wordSet("của hội cáo báo liệu sao vị tên biểu bảng nhận từ gửi")
	followWords = wordSet("phường xã thị trấn thành quận huyện tỉnh đặc khu năm quý tháng nhiệm kỳ báo cáo biểu bảng tổng số liệu thuộc trực của hội ban gửi nộp lần cũ mới bản sao copy final cuối đầu sửa thi đua từ đến ngày sinh kết t q bc")
)

// countsMonths reports whether the number before words[end] counts months: the 6
// of "công tác Hội 6 tháng đầu năm" is no branch's, that of "Thôn 6 tháng 1" is.
func countsMonths(words []string, end int) bool {
	if end == 0 || end >= len(words) || !isNumber(words[end-1]) || words[end] != "tháng" && words[end] != "thang" {
		return false
	}
	return end+1 == len(words) || len(words[end+1]) > 2 || !isNumber(words[end+1])
}

// placeWords are the words for a neighbourhood that may stand before a number,
// without marks too; "ch" is chi hội.
var placeWords = wordSet("chi hội tổ dân phố khu phố thôn xóm ấp khóm bản buôn làng đội cụm phân ch kp t")

// wordSet is the set of the words, as keys have them, each also without its marks.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		key := viet.Key(w)
		set[key], set[viet.Bare(key)] = true, true
	}
	return set
}

// numbered takes "tổ 4", "CH 4" for the branch of that number, when the list
// has exactly one whose name has it and all the words of s (DESIGN §4).
func (m *Roster) numbered(words []string, of func(name) []string) (reports.UnitID, bool) {
	if len(words) < 2 || !isNumber(words[len(words)-1]) {
		return "", false
	}
	number, before := words[len(words)-1], words[:len(words)-1]
	for i, w := range before {
		lone := (w == "hội" || w == "hoi") && (i == 0 || !placeWords[before[i-1]])
		if !placeWords[w] || lone {
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
func (m *Roster) numberedIn(words []string, of func(name) []string) (reports.UnitID, bool) {
	for end := len(words); end > 1; end-- {
		if !isNumber(words[end-1]) || !ends(words, end) {
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

// InTab is Within for the name of a sheet's tab.
func (m *Roster) InTab(name string) (unit reports.UnitID, candidates []reports.UnitID) {
	return m.Within(copyNumber.ReplaceAllString(viet.Clean(name), " "))
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
func IsKind(word string) bool { return placeWords[word] }
