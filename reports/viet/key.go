package viet

import (
	"cmp"
	"slices"
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

// Expand writes out the abbreviations of a key, whole words only. Those that
// mean different things in different places (KH, TH, CB, TB, TT …) stay.
func Expand(key string) string {
	words := strings.Fields(key)
	if !slices.ContainsFunc(words, func(w string) bool { return abbreviated[w] }) {
		return strings.Join(words, " ")
	}
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); i++ {
		if i+1 < len(words) {
			if long, ok := abbreviations[words[i]+" "+words[i+1]]; ok {
				out = append(out, long)
				i++
				continue
			}
		}
		if long, ok := abbreviations[words[i]]; ok {
			out = append(out, long)
			continue
		}
		out = append(out, words[i])
	}
	return strings.Join(out, " ")
}

// UnitKey returns the key of a unit's name: abbreviations written out, "cựu
// chiến binh", "đơn vị" and "số" dropped, numbers parted from letters and
// without leading noughts. "Chi hội CCB TDP số 04" and "chi hội tổ dân phố 4"
// are equal; "Chi hội 1" and "Chi hội 11" are not. It also serves names typed
// without any diacritics; those match only in the form of [Bare].
func UnitKey(s string) string {
	key := Key(partDigits(Key(s)))
	drop := []string{" cựu chiến binh ", " đơn vị ", " số "}
	if isASCII(key) {
		drop = append(drop, " cuu chien binh ", " don vi ", " so ")
	}
	key = " " + Expand(key) + " "
	for _, phrase := range drop {
		for strings.Contains(key, phrase) {
			key = strings.ReplaceAll(key, phrase, " ")
		}
	}
	words := strings.Fields(key)
	for i, w := range words {
		if isDigits(w) {
			words[i] = cmp.Or(strings.TrimLeft(w, "0"), "0")
		}
	}
	return strings.Join(words, " ")
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
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}
