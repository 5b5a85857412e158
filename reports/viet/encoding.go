package viet

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// An Encoding is a way in which the text of a cell stands in the file. In the
// legacy ones the file holds U+0080 to U+00FF, each the byte of an old font.
type Encoding int

const (
	Unicode   Encoding = iota
	TCVN3              // ABC: fonts .VnTime, .VnArial …
	TCVN3Caps          // the same bytes drawn as capitals: .VnTimeH …
	VNI                // VNI-Windows: fonts VNI-Times …
)

// EncodingOfFont tells the encoding from the name of the cell's font. It is
// decisive: these fonts have no Unicode glyphs for Vietnamese.
func EncodingOfFont(font string) Encoding {
	name := strings.ToLower(strings.TrimSpace(font))
	switch {
	case strings.HasPrefix(name, "vni"):
		return VNI
	case !strings.HasPrefix(name, ".vn"):
		return Unicode
	case strings.HasSuffix(name, "h"):
		return TCVN3Caps
	}
	return TCVN3
}

// Decode returns the text as Unicode. A text that is Vietnamese in Unicode
// already, as people type into cells with an old font, comes back untouched: it
// has letters that no old font has, or reads better as it stands.
func Decode(s string, e Encoding) string {
	if e == Unicode || isUnicode(s) {
		return s
	}
	out := decodeAs(undo1258(s), e)
	switch {
	case readsBetter(s, out):
		return s
	case e == TCVN3Caps:
		return strings.ToUpper(out)
	}
	return out
}

// readsBetter reports whether a text is better Vietnamese as it stands than
// decoded. In doubt the font is right, but not against letters that only a
// detour could have brought into its bytes.
func readsBetter(asIs, decoded string) bool {
	if hasDetour(asIs) {
		return quality(asIs, 1).compare(quality(decoded, 1)) >= 0
	}
	q, p := quality(decoded, 2), quality(asIs, 2)
	return q.words > 0 && 2*p.good > p.words && p.compare(q) > 0
}

// isUnicode reports whether s has letters that neither a legacy font nor a
// detour through CP1258 can bring forth: U+1EA0 to U+1EF9, ĩ, ũ, and đ, whose
// byte on the detour is no letter of the fonts.
func isUnicode(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x1EA0 && r <= 0x1EF9 || strings.ContainsRune("ĩĨũŨđ", r)
	})
}

func decodeAs(s string, e Encoding) string {
	if e == VNI {
		return decodePairs(s, vniPairs, vniSingles)
	}
	return decodePairs(s, tcvn3Pairs, tcvn3Singles)
}

// decodePairs reads two characters before one.
func decodePairs(s string, pairs map[[2]rune]rune, singles map[rune]rune) string {
	in := []rune(s)
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); i++ {
		if i+1 < len(in) {
			if r, ok := pairs[[2]rune{in[i], in[i+1]}]; ok {
				out = append(out, r)
				i++
				continue
			}
		}
		if r, ok := singles[in[i]]; ok && !(unicode.IsMark(r) && strayMark(in[:i])) {
			out = append(out, r)
			continue
		}
		out = append(out, in[i])
	}
	return norm.NFC.String(string(out))
}

// strayMark reports whether a combining mark after the text would stand on no
// vowel: the ² of "m²" is a sign, not a tone.
func strayMark(before []rune) bool {
	if len(before) == 0 {
		return true
	}
	base := []rune(norm.NFD.String(string(before[len(before)-1])))[0]
	return base < 0x80 && !strings.ContainsRune("aeiouyAEIOUY", base)
}

// detour is what CP1258 makes of legacy bytes.
var detour = map[rune]rune{
	'Ă': 0xC3, '\u0300': 0xCC, 'Đ': 0xD0, '\u0309': 0xD2, 'Ơ': 0xD5, 'Ư': 0xDD,
	'\u0303': 0xDE, 'ă': 0xE3, '\u0301': 0xEC, '\u0323': 0xF2, 'ơ': 0xF5,
	'ư': 0xFD, '₫': 0xFE,
}

func hasDetour(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return detour[r] != 0 })
}

// undo1258 gives back the bytes of a text that went through CP1258.
func undo1258(s string) string {
	return strings.Map(func(r rune) rune {
		if b, ok := detour[r]; ok {
			return b
		}
		return r
	}, s)
}

// Detect tells the encoding of the cells of a sheet by evidence, where no font
// does: it decodes on trial and counts the words that are Vietnamese syllables.
// A legacy encoding is sure when at least three words, and four of five suspect
// ones, become syllables, one in five more than under any other reading; a
// doubtful one comes back with sure false. Cells that are Unicode for certain
// have no vote, nor have lone signs (×, µ), which are letters in some encoding.
func Detect(texts []string) (e Encoding, sure bool) {
	var asIs, tcvn3, vni tally
	for _, text := range texts {
		if isASCII(text) || isUnicode(text) {
			continue
		}
		raw := undo1258(text)
		asIs = asIs.plus(quality(text, 2))
		tcvn3 = tcvn3.plus(quality(decodeAs(raw, TCVN3), 2))
		vni = vni.plus(quality(decodeAs(raw, VNI), 2))
	}
	best, other := tcvn3, vni
	e = TCVN3
	if vni.good > tcvn3.good {
		e, best, other = VNI, vni, tcvn3
	}
	if best.good <= asIs.good || 2*best.good < asIs.words {
		return Unicode, true
	}
	margin := best.good - max(asIs.good, other.good)
	return e, best.good >= 3 && 5*best.good >= 4*asIs.words && 5*margin >= asIs.words
}

// A tally counts words with letters beyond ASCII, and the syllables among them.
type tally struct{ good, words int }

func (t tally) plus(u tally) tally { return tally{t.good + u.good, t.words + u.words} }

// compare compares the shares of syllables; no words is no share.
func (t tally) compare(u tally) int {
	return cmp.Compare(t.good*max(u.words, 1), u.good*max(t.words, 1))
}

// quality looks at words of at least so many letters.
func quality(s string, least int) tally {
	var t tally
	for _, word := range strings.FieldsFunc(norm.NFC.String(s), asciiBreak) {
		if isASCII(word) || utf8.RuneCountInString(word) < least {
			continue
		}
		t.words++
		if isSyllable(word) {
			t.good++
		}
	}
	return t
}

// asciiBreak parts words at what is no letter in any encoding: legacy letters
// look like signs (¸, ®), so only ASCII, spaces and typographic signs part.
func asciiBreak(r rune) bool {
	if r < 0x80 {
		return !unicode.IsLetter(r)
	}
	return r == 0xA0 || r >= 0x2000 && r <= 0x206F
}
