package roster

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// shortestNear is the fewest letters that a name must have for one of them to be
// wrong.
const shortestNear = 4

// Near returns the one branch among those given whose name a text has with one
// letter wrong, too many or missing, marks aside. It is a proposal.
func (m *Roster) Near(s string, among []reports.UnitID) (reports.UnitID, bool) {
	t := m.read(viet.Clean(s))
	var near []part
	for _, p := range m.parts {
		if p.primary && !p.number && slices.Contains(among, p.unit) && m.nearIn(t, p) {
			near = append(near, p)
		}
	}
	if ids := units(near); len(ids) == 1 {
		return ids[0], true
	}
	return "", false
}

// nearIn looks for a name with one word more or fewer too: "Bếnđá".
func (m *Roster) nearIn(t text, p part) bool {
	name := viet.Bare(strings.Join(p.words, ""))
	if len(name) < shortestNear {
		return false
	}
	for i := range t.toks {
		if !t.begins(i) && !t.follows(i) {
			continue
		}
		for n := max(1, len(p.words)-1); n <= len(p.words)+1 && i+n <= len(t.toks); n++ {
			if m.ends(t, i+n) && oneOff(joinBare(t.toks[i:i+n]), name) {
				return true
			}
		}
	}
	return false
}

// follows reports whether a word of kind stands right before i.
func (t text) follows(i int) bool {
	for from := max(0, i-3); from < i; from++ {
		if l := t.leadAt(from); l.real() && l.to == i {
			return true
		}
	}
	return false
}

func joinBare(toks []token) string {
	var b strings.Builder
	for _, k := range toks {
		b.WriteString(k.bare)
	}
	return b.String()
}

// oneOff reports whether two words differ by at most one letter, or by two that
// changed places. Their digits must be equal: 3 is not 4.
func oneOff(a, b string) bool {
	if digits(a) != digits(b) {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i == len(a) || a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// noHints stand before a number that is no branch's.
var noHints = wordSet("năm quý tháng lần đợt mẫu biểu lục kỳ khóa ngày v ver bản sửa t q cụm tuần lượt trang phần")

// Hint returns the branch of a number that stands in the name of a file without a
// word of kind: "ccb22". It never decides; it may confirm or be proposed.
func (m *Roster) Hint(base string) (reports.UnitID, bool) {
	t := m.read(viet.Clean(copyNumber.ReplaceAllString(base, " ")))
	number := ""
	for i, k := range t.toks {
		switch {
		case !k.num || len(k.word) > 3 || t.countsThings(i+1) || i > 0 && noHints[t.toks[i-1].word]:
			continue
		case number != "" && number != k.word:
			return "", false
		}
		number = k.word
	}
	if number == "" {
		return "", false
	}
	fits := m.fitNumber(lead{branch: true}, number)
	if ids := units(fits.parts); len(ids) == 1 {
		return ids[0], true
	}
	return "", false
}
