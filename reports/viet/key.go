package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key returns the form in which two spellings of one name are equal: lower
// case, one place for tones (hoà = hòa), i for a lone y (kỷ = kỉ, quý = quí),
// "hằng" for "hàng" before a time, every run of punctuation one space.
// Diacritics stay, and "%" stays as a word of its own: "% hộ nghèo" is not
// "hộ nghèo". Key(Key(s)) == Key(s).
func Key(s string) string {
	spaced := strings.Map(func(r rune) rune {
		if r == '%' || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
			return r
		}
		return ' '
	}, fold(s))
	words := strings.Fields(strings.ReplaceAll(spaced, "%", " % "))
	for i, w := range words {
		words[i] = loneY(w)
	}
	every(words)
	return norm.NFC.String(strings.Join(words, " "))
}

// loneY writes i for a y that is the only vowel after h, k, l, m, s, t, v, qu:
// both spellings are in use and never two different words.
func loneY(word string) string {
	last, size := utf8.DecodeLastRuneInString(word)
	onset := word[:len(word)-size]
	y, t := split(last)
	if y != 'y' || onset != "qu" && (len(onset) != 1 || !strings.Contains("hklmstv", onset)) {
		return word
	}
	return onset + string(join('i', t))
}

// every writes "hằng" for "hàng" where it means "each".
func every(words []string) {
	for i := 0; i+1 < len(words); i++ {
		switch words[i+1] {
		case "năm", "tháng", "quí", "tuần", "ngày":
			if words[i] == "hàng" {
				words[i] = "hằng"
			}
		}
	}
}

// Bare returns a key without any diacritics, as names of files are often typed:
// "hội cựu chiến binh" becomes "hoi cuu chien binh". Different words become
// equal, so a match of bare keys is a proposal.
func Bare(key string) string {
	if isASCII(key) {
		return key // as most names of files are
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsMark(r):
			return -1
		case r == 'đ':
			return 'd'
		case r == 'Đ':
			return 'D'
		}
		return r
	}, norm.NFD.String(strings.ToValidUTF8(key, "\uFFFD")))
	return norm.NFC.String(plain)
}

// Holds reports whether a key has some words, whole and in a row: "kế hoạch năm" holds
// "kế hoạch", and not "ế hoạch".
func Holds(key, words string) bool {
	return strings.Contains(" "+key+" ", " "+words+" ")
}

// partDigits puts a space between digits and letters: "tdp04" is "tdp 04".
func partDigits(key string) string {
	var out strings.Builder
	var last rune
	for _, r := range key {
		if isDigit(last) && unicode.IsLetter(r) || unicode.IsLetter(last) && isDigit(r) {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
		last = r
	}
	return out.String()
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !isDigit(r) }) < 0
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}
