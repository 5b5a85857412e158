package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// proper are the words that begin with a capital wherever they stand (Decree
// 30/2020, annex II) and whose second word does not show it.
var proper = []string{"Đảng", "Nhà nước", "Nhân dân", "Mặt trận", "Bác", "Quân đội", "Công an", "Đoàn Thanh niên", "Thủ đô", "Tết"}

// LowerFirst returns s with its first letter small, unless the word is a name or an
// abbreviation: its second letter, or the first of the next word, is a capital.
func LowerFirst(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(second) || unicode.IsDigit(second) {
		return s
	}
	for _, p := range proper {
		if rest, ok := strings.CutPrefix(s, p); ok && !startsWithLetter(rest) {
			return s
		}
	}
	if _, next, ok := strings.Cut(s, " "); ok {
		if c, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(c) {
			return s
		}
	}
	return string(unicode.ToLower(r)) + s[n:]
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// NameCase returns a name that was typed in capitals or in small letters throughout with
// one capital a word; any other stays as it is.
func NameCase(s string) string {
	if upper, lower := strings.ToUpper(s) == s, strings.ToLower(s) == s; upper == lower {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = Sentence(w)
	}
	return strings.Join(words, " ")
}
