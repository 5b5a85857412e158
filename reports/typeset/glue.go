package typeset

import (
	"strings"
	"unicode"
)

// A glueRule says between which words no line may end.
type glueRule struct {
	loose, before, magnitudes map[string]bool
	together                  [][]string
}

func newGlueRule(p BreakingProfile) glueRule {
	g := glueRule{loose: set(p.Loose), before: set(p.Before), magnitudes: set(p.Magnitudes)}
	for _, phrase := range p.Together {
		g.together = append(g.together, strings.Fields(phrase))
	}
	return g
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// glues says whether a and b stay on one line: a number and its unit ("34 chi
// hội", "8,1 triệu đồng"), a word and its number ("ngày 05", "số 217-QĐ/TW",
// "lần thứ VII"), a dash and what is before it, both ends of "2017 - 2022", a
// name ("An Bình").
func (g glueRule) glues(a, b string) bool {
	switch {
	case isDash(b), isName(a) && isName(core(b)):
		return true
	case isDash(a):
		return isNumber(b)
	case g.magnitudes[a]:
		return isWord(b)
	case isNumber(a):
		return g.magnitudes[core(b)] || isWord(b) && !g.loose[core(b)]
	case g.before[strings.ToLower(strings.TrimLeft(a, openers))]:
		return isNumber(b) || isRoman(core(b)) || strings.Contains(b, "/")
	}
	return false
}

// bind glues the words of each phrase of the profile: in titles and headings a
// line never ends within one. Case does not matter.
func (g glueRule) bind(words []word) {
	for i := range words {
		for _, phrase := range g.together {
			if hasPhrase(words[i:], phrase) {
				for j := 1; j < len(phrase); j++ {
					words[i+j].glued = true
				}
			}
		}
	}
}

func hasPhrase(words []word, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, p := range phrase {
		if strings.ToLower(core(words[i].string())) != p {
			return false
		}
	}
	return true
}

const (
	openers = "(“\"[‘"
	closers = ")”\"]’,.;:/!?…"
)

// core gives a word without the marks around it.
func core(s string) string {
	return strings.TrimRight(strings.TrimLeft(s, openers), closers)
}

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" }

// isNumber says whether s begins and ends with a digit, or ends with "%",
// behind opening marks: "2.150", "(12/12", "98,5%", "217-QĐ/TW".
func isNumber(s string) bool {
	s = strings.TrimLeft(s, openers)
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	return !strings.ContainsAny(s[len(s)-1:], ",.;:")
}

func isRoman(s string) bool { return s != "" && strings.Trim(s, "IVXLC") == "" }

// isWord says whether s begins with a lower-case letter.
func isWord(s string) bool { return unicode.IsLower(firstRune(s)) }

// isName says whether s can be a part of a proper name: one capital, then
// nothing but small letters.
func isName(s string) bool {
	s = strings.TrimLeft(s, openers)
	if s == "" {
		return false
	}
	first := firstRune(s)
	rest := strings.TrimPrefix(s, string(first))
	return unicode.IsUpper(first) && strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLower(r) }) < 0
}
