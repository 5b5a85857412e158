package viet

import (
	"strings"
	"unicode"
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
	return mapWords(s, func(word []rune) {
		n := len(word)
		if n < 2 || !openRhyme(word) {
			return
		}
		a, toneA := split(word[n-2])
		b, toneB := split(word[n-1])
		switch {
		case last && toneB == ngang:
			word[n-2], word[n-1] = a, join(b, toneA)
		case !last && toneA == ngang:
			word[n-2], word[n-1] = join(a, toneB), b
		}
	})
}

// openRhyme reports whether the word ends in oa, oe, or a uy not after q.
func openRhyme(word []rune) bool {
	n := len(word)
	a, _ := split(unicode.ToLower(word[n-2]))
	b, _ := split(unicode.ToLower(word[n-1]))
	switch {
	case a == 'o':
		return b == 'a' || b == 'e'
	case a == 'u' && b == 'y':
		return n < 3 || unicode.ToLower(word[n-3]) != 'q'
	}
	return false
}

// mapWords calls edit with every run of letters, to be changed in place.
func mapWords(s string, edit func(word []rune)) string {
	var out strings.Builder
	out.Grow(len(s))
	var word []rune
	flush := func() {
		edit(word)
		out.WriteString(string(word))
		word = word[:0]
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			word = append(word, r)
			continue
		}
		flush()
		out.WriteRune(r)
	}
	flush()
	return out.String()
}
