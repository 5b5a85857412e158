package lint

import (
	"regexp"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

var (
	shortMoney = regexp.MustCompile(`(\d[\d.,]*) ?(đồng|trđ|vnđ|VNĐ|VND|đ|tr|k)`)
	grouped    = regexp.MustCompile(`^\d{1,3}(\.\d{3})*$`)
)

// money: dots by three, đồng written out, a space before it.
func money(p *Page) {
	for _, l := range p.lines {
		for _, m := range shortMoney.FindAllStringSubmatchIndex(l.text, -1) {
			number, unit := strings.TrimRight(l.text[m[2]:m[3]], ".,"), l.text[m[4]:m[5]]
			glued := m[4] == m[3]
			if !whole(l.text, m[0], m[1]) || unit == "đồng" && grouped.MatchString(number) && !glued {
				continue
			}
			p.tell("lint.money", l, m[0], l.text[m[0]:m[1]], moneyText(number, unit))
		}
	}
}

// moneyText writes the amount as it should be; "" if that is not sure.
func moneyText(number, unit string) string {
	n := int64(0)
	for _, r := range number {
		switch {
		case r >= '0' && r <= '9' && n < 1e15:
			n = n*10 + int64(r-'0')
		case r != '.' && r != ',':
			return ""
		}
	}
	if unit == "k" || strings.HasPrefix(unit, "tr") {
		return "" // of how many nobody can be sure
	}
	return viet.Money(n)
}

var (
	partedSign  = regexp.MustCompile(`\d +%`)
	dotDecimal  = regexp.MustCompile(`\d+\.\d{1,2} ?%`)
	percentMove = regexp.MustCompile(`(tăng|giảm|cao hơn|thấp hơn) (\d+(?:,\d+)?) ?%`)
	ofRatio     = regexp.MustCompile(`(?i)tỷ lệ[^.;]*$|%,? [^.;]*$`)
)

// percents: no space before the sign, a comma for the decimals, and differences
// of percentages in points.
func percents(p *Page) {
	for _, l := range p.lines {
		for _, m := range partedSign.FindAllStringIndex(l.text, -1) {
			text := l.text[m[0]:m[1]]
			p.tell("lint.percent", l, m[0], text, strings.ReplaceAll(text, " ", ""))
		}
		for _, m := range dotDecimal.FindAllStringIndex(l.text, -1) {
			text := l.text[m[0]:m[1]]
			p.tell("lint.percent", l, m[0], text, strings.ReplaceAll(strings.ReplaceAll(text, ".", ","), " ", ""))
		}
		for _, m := range percentMove.FindAllStringSubmatchIndex(l.text, -1) {
			if ofRatio.MatchString(l.clause(m[0])) {
				p.tell("lint.percent.points", l, m[0], l.text[m[0]:m[1]], l.text[m[2]:m[5]]+" điểm phần trăm")
			}
		}
	}
}

var (
	marker = regexp.MustCompile(`\[\[|\]\]|\{\{|\}\}|⟦|⟧|#(?:REF|VALUE|NAME\?|N/A|DIV/0|NUM|NULL)!?|[\x{E000}-\x{F8FF}\x{F0000}-\x{10FFFD}\x{FFFD}]`)
	typing = []struct {
		re    *regexp.Regexp
		right func(string) string
	}{
		{regexp.MustCompile(`  +`), func(string) string { return " " }},
		{regexp.MustCompile(` +[,;:!?]| +\.(?: |$)`), strings.TrimSpace},
		{regexp.MustCompile(`[\p{L}\d]“ *`), func(s string) string { return strings.TrimRight(s, "“ ") + " “" }},
		{regexp.MustCompile(`(?:^|[^\p{L}\d])“ +`), func(s string) string { return strings.TrimRight(s, " ") }},
		{regexp.MustCompile(` +”`), func(string) string { return "”" }},
		{regexp.MustCompile(`"`), func(string) string { return "“ ”" }},
		{regexp.MustCompile(`[,;]\p{L}`), func(s string) string { return s[:1] + " " + s[1:] }},
	}
)

// leftovers: what the making of a text leaves behind. Marks of templates and
// errors of cells block; slips of typing do not.
func leftovers(p *Page) {
	for _, l := range p.lines {
		for _, m := range marker.FindAllStringIndex(l.text, -1) {
			p.tell("lint.marker", l, m[0], around(l.text, m[0], m[1]), "")
		}
		for _, t := range typing {
			for _, m := range t.re.FindAllStringIndex(l.text, -1) {
				text, slip := around(l.text, m[0], m[1]), l.text[m[0]:m[1]]
				p.tell("lint.typing", l, m[0], text, strings.Replace(text, slip, t.right(slip), 1))
			}
		}
		if opened, closed := strings.Count(l.text, "“"), strings.Count(l.text, "”"); opened != closed {
			p.tell("lint.quotes", l, max(0, strings.IndexAny(l.text, "“”")), tail(l.text), "")
		}
		for at, r := range l.text {
			if foreign(r) {
				p.tell("lint.letter", l, at, around(l.text, at, at+len(string(r))), string(r))
			}
		}
	}
}

// foreign reports whether a letter is none of Vietnamese: a look-alike, or a
// mark that stands beside its letter instead of in it.
func foreign(r rune) bool {
	return unicode.Is(unicode.Mn, r) || unicode.IsLetter(r) && !strings.ContainsRune(vietnamese, unicode.ToLower(r)) && unicode.IsOneOf(scripts, r)
}

// scripts are those whose letters are taken for Vietnamese ones by the eye.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek}
