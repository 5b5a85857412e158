package viet

import (
	"regexp"
	"slices"
	"strings"
)

// longestPhrase is the number of words of the longest period: "từ ngày 01 tháng
// 01 năm 2017 đến hết ngày 30 tháng 6 năm 2020".
const longestPhrase = 16

// FindPeriod finds the period that a title speaks of: "BIỂU SỐ LIỆU THI ĐUA NĂM
// 2019", "(Số liệu tính đến 30/06/2020)". What comes after "phương hướng" is of
// the next period and not looked at. The term in the title of every paper gives
// way to any other period, and a closing day to the period that it closes. It
// reports false when there is none, or when two are left.
func FindPeriod(s string, ctx PeriodContext) (PeriodText, bool) {
	text, _, _ := strings.Cut(periodText(s), "phương hướng")
	words := strings.Fields(text)
	if len(words) > 80 || !periodHint.MatchString(text) {
		return PeriodText{}, false
	}
	var best []PeriodText
	used, signs := make([]bool, len(words)), periodSigns(words)
	for n := min(longestPhrase, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			if !slices.Contains(signs[i:i+n], true) {
				continue
			}
			if p, ok := findAt(words, used, i, n, ctx); ok {
				best = append(best, p)
			}
		}
	}
	return choose(best)
}

// periodHint is what every period has some of: it keeps most texts from being
// looked at word by word.
var periodHint = regexp.MustCompile(`\d|nhi[ệe]m k|nay|(?:c[ảa]|[đd][ầa]u|cu[ốo]i|trong) n[ăa]m|th[áa]ng|qu[ýíy]`)

// findAt reads n words from i, unless a longer phrase has taken one of them.
func findAt(words []string, used []bool, i, n int, ctx PeriodContext) (PeriodText, bool) {
	isNumber := i > 0 && strings.HasPrefix(words[i-1], "số") // "Số: 12/2019" is no month
	if isNumber || slices.Contains(used[i:i+n], true) {
		return PeriodText{}, false
	}
	text := strings.Trim(strings.Join(words[i:i+n], " "), " .:-")
	if !hasYear.MatchString(text) && !periodWord.MatchString(text) {
		return PeriodText{}, false
	}
	p, ok := parsePeriod(text, ctx)
	if !ok {
		return PeriodText{}, false
	}
	for j := i; j < i+n; j++ {
		used[j] = true
	}
	return p, true
}

// periodWord is what a period without a year must have in a title, where a lone
// "T3" may be anything.
var periodWord = regexp.MustCompile(`th[áa]ng |qu[ýíy] |n[ăa]m|nhi[ệe]m|nay$|/`)

// periodSign is what one word at least of every period in a title has: a year, or
// what periodWord asks for.
var periodSign = regexp.MustCompile(`20\d\d|2100|[/-]|th[áa]ng|qu[ýíy]|n[ăa]m|nhi[ệe]m|nay`)

// periodSigns tells which of the words have that: a phrase without any need not be
// read.
func periodSigns(words []string) []bool {
	signs := make([]bool, len(words))
	for i, w := range words {
		signs[i] = periodSign.MatchString(w)
	}
	return signs
}

// choose returns the period of the highest rank, if it is one.
func choose(found []PeriodText) (PeriodText, bool) {
	var best []PeriodText
	for _, p := range found {
		switch {
		case len(best) == 0 || rank(p) > rank(best[0]):
			best = []PeriodText{p}
		case rank(p) == rank(best[0]) && p.Period != best[0].Period:
			best = append(best, p)
		}
	}
	if len(best) != 1 {
		return PeriodText{}, false
	}
	return best[0], true
}

func rank(p PeriodText) int {
	switch {
	case p.Kind == "term":
		return 0
	case p.Kind == "asof":
		return 2
	case p.Kind == "half-term" && p.Period.IsZero():
		return 1
	}
	return 3
}

var digitRun = regexp.MustCompile(`\d+`)

// FindYear returns the one year from 2000 to 2100 that a text names, such as
// the name of a file. It reports false for none and for several.
func FindYear(s string) (int, bool) {
	year := 0
	for _, run := range digitRun.FindAllString(fold(s), -1) {
		n := number(run)
		if len(run) != 4 || n < 2000 || n > 2100 || n == year {
			continue
		}
		if year != 0 {
			return 0, false
		}
		year = n
	}
	return year, year != 0
}
