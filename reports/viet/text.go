package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean brings a text to the one form in which it is stored and shown: NFC,
// every kind of space one plain space and none at the ends, no invisible
// characters, look-alikes of Đ replaced (domain notes, 4.1). Quotes and dashes
// stay as typed. Legacy encodings must be decoded before: the soft hyphen that
// Clean drops is a letter in TCVN3.
func Clean(s string) string {
	if !isPlain(s) {
		s = norm.NFC.String(strings.Map(cleanRune, strings.ToValidUTF8(s, "\uFFFD")))
	}
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// isPlain reports whether a text is signs of ASCII that can be seen, and spaces:
// numbers, days and names typed without marks, which no table changes.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// common reports whether a rune is a sign of ASCII or a letter of Vietnamese with
// two marks: most texts have no others, and these need no table to be told.
func common(r rune) bool { return ' ' <= r && r <= '~' || 'Ạ' <= r && r <= 'ỹ' }

func cleanRune(r rune) rune {
	switch {
	case common(r):
		return r
	case r == 'Ð' || r == 'Ɖ': // U+00D0, U+0189
		return 'Đ'
	case r == 'ð' || r == 'ɖ': // U+00F0, U+0256
		return 'đ'
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return ' '
	case unicode.Is(unicode.Cf, r) || r == '\u034F': // zero width, soft hyphen, joiners
		return -1
	}
	return r
}

// asciiRune turns quotes, dashes, slashes and full-width forms into ASCII, for
// comparing only.
func asciiRune(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»', '″':
		return '"'
	case '‘', '’', '‚', '′', '`', '´':
		return '\''
	case '⁄', '∕':
		return '/'
	case '×', '✕':
		return 'x'
	case '−':
		return '-'
	}
	switch {
	case common(r):
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.Is(unicode.Pd, r):
		return '-'
	}
	return r
}

// fold returns the lower-case ASCII-punctuated form in which numbers, dates
// and periods are read. It keeps diacritics, with tones in one place.
func fold(s string) string {
	if isPlain(s) {
		return Clean(strings.ReplaceAll(strings.ToLower(s), "`", "'"))
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune { return unicode.ToLower(asciiRune(r)) }, s)
	return Tone(Clean(s), false)
}

// Upper returns s in capitals.
func Upper(s string) string { return strings.ToUpper(Clean(s)) }

// Sentence returns s with its first letter a capital, past an opening quote or
// bracket. A text that begins with a digit stays as it is.
func Sentence(s string) string {
	s = Clean(s)
	for i, r := range s {
		switch {
		case unicode.IsLetter(r):
			return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
		case !unicode.IsPunct(r):
			return s
		}
	}
	return s
}
