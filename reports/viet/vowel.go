package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A tone is one of the six tones, in the order of the tables of the domain
// notes (4.3), which is not the order of the dictionary.
type tone int

const (
	ngang tone = iota // no mark
	sac
	huyen
	hoi
	nga
	nang
)

// vowels has the twelve vowels in rows, each with its six tones.
var vowels = [12][6]rune{
	{'a', 'á', 'à', 'ả', 'ã', 'ạ'},
	{'ă', 'ắ', 'ằ', 'ẳ', 'ẵ', 'ặ'},
	{'â', 'ấ', 'ầ', 'ẩ', 'ẫ', 'ậ'},
	{'e', 'é', 'è', 'ẻ', 'ẽ', 'ẹ'},
	{'ê', 'ế', 'ề', 'ể', 'ễ', 'ệ'},
	{'i', 'í', 'ì', 'ỉ', 'ĩ', 'ị'},
	{'o', 'ó', 'ò', 'ỏ', 'õ', 'ọ'},
	{'ô', 'ố', 'ồ', 'ổ', 'ỗ', 'ộ'},
	{'ơ', 'ớ', 'ờ', 'ở', 'ỡ', 'ợ'},
	{'u', 'ú', 'ù', 'ủ', 'ũ', 'ụ'},
	{'ư', 'ứ', 'ừ', 'ử', 'ữ', 'ự'},
	{'y', 'ý', 'ỳ', 'ỷ', 'ỹ', 'ỵ'},
}

// A place is where a vowel stands in the table.
type place struct {
	row  int
	tone tone
}

var places = func() map[rune]place {
	m := make(map[rune]place, len(vowels)*6)
	for row, forms := range vowels {
		for t, r := range forms {
			m[r] = place{row, tone(t)}
		}
	}
	return m
}()

// split takes the tone off a letter and keeps its case; other runes come back
// as they are.
func split(r rune) (base rune, t tone) {
	low := unicode.ToLower(r)
	p, ok := places[low]
	if !ok {
		return r, ngang
	}
	return withCase(vowels[p.row][0], r), p.tone
}

// join puts a tone on a vowel without one and keeps its case.
func join(base rune, t tone) rune {
	p, ok := places[unicode.ToLower(base)]
	if !ok {
		return base
	}
	return withCase(vowels[p.row][t], base)
}

func withCase(r, like rune) rune {
	if unicode.IsUpper(like) {
		return unicode.ToUpper(r)
	}
	return r
}

// Tone moves the tone marks of the open rhymes oa, oe, uy, the only ones on
// which the two schools differ: to the first vowel (hòa, ủy), or to the last
// one (hoà, uỷ) when last is set. The u of "quý" belongs to its qu and stays.
func Tone(s string, last bool) string {
	if isASCII(s) {
		return s // without a tone
	}
	return mapWords(s, func(word string) string { return moveTone(word, last) })
}

func moveTone(word string, last bool) string {
	onset, first, second := openRhyme(word)
	a, toneA := split(first)
	b, toneB := split(second)
	switch {
	case second == 0:
		return word
	case last && toneB == ngang:
		return onset + string(a) + string(join(b, toneA))
	case !last && toneA == ngang:
		return onset + string(join(a, toneB)) + string(b)
	}
	return word
}

// openRhyme parts a word that ends in oa, oe, or a uy not after q, into its two
// last letters and what stands before them; second is 0 for any other word.
func openRhyme(word string) (onset string, first, second rune) {
	second, size := utf8.DecodeLastRuneInString(word)
	rest := word[:len(word)-size]
	first, size = utf8.DecodeLastRuneInString(rest)
	onset = rest[:len(rest)-size]
	a, _ := split(unicode.ToLower(first))
	b, _ := split(unicode.ToLower(second))
	switch {
	case a == 'o' && (b == 'a' || b == 'e'):
		return onset, first, second
	case a == 'u' && b == 'y' && !strings.HasSuffix(onset, "q") && !strings.HasSuffix(onset, "Q"):
		return onset, first, second
	}
	return word, 0, 0
}

// mapWords replaces every run of letters by what edit makes of it.
func mapWords(s string, edit func(word string) string) string {
	var out strings.Builder
	out.Grow(len(s))
	for len(s) > 0 {
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if end < 0 {
			end = len(s)
		}
		if end > 0 {
			out.WriteString(edit(s[:end]))
			s = s[end:]
			continue
		}
		_, size := utf8.DecodeRuneInString(s)
		out.WriteString(s[:size])
		s = s[size:]
	}
	return out.String()
}
