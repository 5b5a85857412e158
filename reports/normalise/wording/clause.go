package wording

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A Clause is one statement of a sentence, "Hội viên: 50 đ/c".
type Clause struct {
	Label string // whatever it is the name of
	Value string // a quantity; "" or a mere unit where a form waits for it
	Sure  bool   // a colon or a dotted line parts the two
}

var (
	leader   = regexp.MustCompile(`[:\s]*(?:\.{3,}|…+|_{2,})[.…_\s]*`)
	listMark = regexp.MustCompile(`^(?:[-–—+*•·✓→]\s*|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])[.)]\s+)+`)
)

// Clauses parts a line into its clauses; anything of u may be counted in it. prose
// reports whether a part of it that is no clause has a quantity in it.
func Clauses(u *viet.Units, line string) (list []Clause, prose bool) {
	line = leader.ReplaceAllString(Unlisted(line), ": ")
	start := 0
	for i, c := range line + ";" {
		hard, soft := separates(line, i, c)
		if !hard && !soft {
			continue
		}
		text := strings.Trim(line[start:i], " ,;()")
		one, ok := parseClause(u, text)
		switch {
		case ok:
			list = append(list, one)
		case hard:
			prose = prose || HasCount(u, text)
		default:
			continue
		}
		start = min(i+1, len(line))
	}
	return list, prose
}

// separates reports whether the sign at i ends a clause for sure, or where it can:
// a comma may also stand inside a label, a stop inside a number.
func separates(line string, i int, c rune) (hard, soft bool) {
	switch c {
	case ';':
		return true, false
	case '.', ',':
		if i+1 < len(line) && line[i+1] != ' ' {
			return false, false
		}
		return c == '.', c == ','
	case '(', ')':
		return false, true
	}
	return false, false
}

// parseClause reads "label: quantity", or "label quantity" where the quantity
// names its unit.
func parseClause(u *viet.Units, s string) (Clause, bool) {
	if len(s) > maxClause {
		return Clause{}, false
	}
	if i := strings.LastIndexByte(s, ':'); i > 0 && unicode.IsLetter(lastRune(s[:i])) {
		value := strings.TrimSpace(s[i+1:])
		if value == "" || grid.IsBareUnit(u, value) {
			return Clause{Label: s[:i], Sure: true}, value != ""
		}
		if grid.IsQuantity(u, value) || u.IsNought(value) {
			return Clause{s[:i], value, true}, true
		}
	}
	before := ' '
	for i, c := range s {
		if i > 0 && len(s)-i <= maxQuantity && c >= '0' && c <= '9' && (before == ' ' || before == ':') {
			if qs, err := u.Quantities(s[i:], ""); err == nil && allUnits(qs) {
				return Clause{Label: strings.TrimRight(s[:i], " :"), Value: s[i:]}, true
			}
		}
		before = c
	}
	return Clause{}, false
}

// maxClause and maxQuantity, in bytes, are beyond any label with its quantity, and
// any quantity: what is longer is prose.
const (
	maxClause   = 300
	maxQuantity = 100
)

// Unlisted is a text without the mark of a list before it: "- ", "2.1. ", "a) ".
func Unlisted(s string) string { return listMark.ReplaceAllString(s, "") }

func lastRune(s string) rune {
	r := []rune(strings.TrimRight(s, " )"))
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}

func allUnits(qs []viet.Quantity) bool {
	return !slices.ContainsFunc(qs, func(q viet.Quantity) bool { return q.Unit == "" || q.Remark })
}

// countWords finds a number with the word behind it.
var countWords = regexp.MustCompile(`(?:^|[\s(:])\d[\d.,]*\s*([\p{L}/%]+(?:\s[\p{L}/]+)?)`)

// HasCount reports whether a text holds a number of something that is counted:
// "có 120 lượt người dự". Days, years and numbers of decrees are none.
func HasCount(u *viet.Units, s string) bool {
	for _, m := range countWords.FindAllStringSubmatch(s, -1) {
		first, _, _ := strings.Cut(m[1], " ")
		for _, w := range []string{m[1], first} {
			if unit, _, ok := u.UnitWord(w); ok && !notCounted[unit] {
				return true
			}
		}
	}
	return false
}

// notCounted are units of dates and sizes, which prose is full of.
var notCounted = map[string]bool{"ngày": true, "giờ": true, "lần": true, "đợt": true, "điểm": true, "m": true}

// Unit is what the quantity of a clause counts, "" if it does not say; not ok if
// it counts several things that no one indicator can be.
func (c Clause) Unit(u *viet.Units) (unit string, ok bool) {
	if c.Value == "" || grid.IsBareUnit(u, c.Value) {
		return "", true
	}
	qs, err := u.Quantities(c.Value, "")
	if err != nil || len(qs) == 0 {
		return "", c.Sure
	}
	return qs[0].Unit, true
}
