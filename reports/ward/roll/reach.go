package roll

import (
	"regexp"
	"strings"
	"unicode"
)

// A number by which somebody is reached, with marks between its digits, or without the
// nought that spreadsheets take off; and addresses.
var (
	reach = regexp.MustCompile(`\+?\d(?:[^\p{L}\d\n]{0,2}\d){5,}|[^\s@]+@[^\s@]+|(?i:www\.|https?:|[a-z]+\.(?:com|vn|net|org|me)\b)\S*`)
	// reachWord stands before such a number, or where one should be: "Khu ĐT Việt Hưng" is a
	// place.
	reachWord = regexp.MustCompile(`(?i)(^|[^\p{L}])(?:số điện thoại|số đt|số máy|điện thoại|sđt|đtdđ|đt|dđ|sdt|tel|phone|zalo|mobile|di động|email|số cccd|cccd|căn cước|cmnd|cmt)\s*[:.]?\s*(…|[,;()|\n]|$)`)
	// numbered is "1, 2, 3, 4, 5, 6": no such number, though it has as many digits.
	numbered = regexp.MustCompile(`^[1-9]\d?(?:\s*[,;+&]\s*[1-9]\d?)+$`)
)

// placed is a number of a place right before a telephone's: "Tổ 5 0912 345 678".
var placed = regexp.MustCompile(`^([1-9]\d{0,2}[^\d+]{1,2})((?:\+84|0)(?:\D{0,2}\d){8,}.*)$`)

// reached parts what was found into what stands before the number, and the number; none
// if it is no such number.
func reached(found string) (before, number string) {
	if numbered.MatchString(found) {
		return found, ""
	}
	if m := placed.FindStringSubmatch(found); m != nil {
		return m[1], m[2]
	}
	return "", found
}

// numbersIn are the numbers and addresses in a text.
func numbersIn(s string) []string {
	var all []string
	for _, found := range reach.FindAllString(s, -1) {
		if _, number := reached(found); number != "" {
			all = append(all, number)
		}
	}
	return all
}

// hasNumber reports whether a text has a number by which somebody is reached.
func hasNumber(s string) bool { return len(numbersIn(s)) > 0 }

// withoutNumbers is a text with something else in the place of such numbers.
func withoutNumbers(s, instead string) string {
	return reach.ReplaceAllStringFunc(s, func(found string) string {
		before, number := reached(found)
		if number == "" {
			return found
		}
		return before + instead
	})
}

// withoutReach is a text with something else in the place of such numbers and the words
// before them.
func withoutReach(s, instead string) string {
	s = reachWord.ReplaceAllString(withoutNumbers(s, "…"), "$1…$2")
	return strings.ReplaceAll(s, "…", instead)
}

// strip is a text without such numbers and the words before them; "" if nothing is left.
func strip(s string) string {
	s = withoutReach(s, " ")
	if strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return ""
	}
	return strings.TrimSpace(s)
}

// longestQuote, in letters, is enough to find a row by.
const longestQuote = 80

// quote is a text as it is told: no number by which somebody is reached, and not all of a
// page.
func quote(s string) string {
	s = strings.ReplaceAll(withoutNumbers(s, "…"), "\n", " ")
	if in := []rune(s); len(in) > longestQuote {
		return string(in[:longestQuote]) + "…"
	}
	return s
}
