package viet

import (
	"unicode"
)

// tcvn3 has the bytes of the vowels in the rows and tones of vowels (domain
// notes 4.3; UniKey, xvnkb and a third table agree on all of them). A nought
// stands for the plain letter.
var tcvn3 = [12][6]rune{
	{0, 0xB8, 0xB5, 0xB6, 0xB7, 0xB9},
	{0xA8, 0xBE, 0xBB, 0xBC, 0xBD, 0xC6},
	{0xA9, 0xCA, 0xC7, 0xC8, 0xC9, 0xCB},
	{0, 0xD0, 0xCC, 0xCE, 0xCF, 0xD1},
	{0xAA, 0xD5, 0xD2, 0xD3, 0xD4, 0xD6},
	{0, 0xDD, 0xD7, 0xD8, 0xDC, 0xDE},
	{0, 0xE3, 0xDF, 0xE1, 0xE2, 0xE4},
	{0xAB, 0xE8, 0xE5, 0xE6, 0xE7, 0xE9},
	{0xAC, 0xED, 0xEA, 0xEB, 0xEC, 0xEE},
	{0, 0xF3, 0xEF, 0xF1, 0xF2, 0xF4},
	{0xAD, 0xF8, 0xF5, 0xF6, 0xF7, 0xF9},
	{0, 0xFD, 0xFA, 0xFB, 0xFC, 0xFE},
}

// tcvn3Capitals are the capitals without a tone; toned ones have no code and
// are drawn by the …H fonts.
var tcvn3Capitals = map[rune]rune{
	0xA1: 'Ă', 0xA2: 'Â', 0xA3: 'Ê', 0xA4: 'Ô', 0xA5: 'Ơ', 0xA6: 'Ư', 0xA7: 'Đ',
}

// tcvn5712 are the capitals and combining marks that the standard TCVN
// 5712:1993 has beyond the fonts; some converters write them. Those below 0x20
// cannot stand in a workbook.
var tcvn5712 = map[rune]rune{
	0x80: 'À', 0x81: 'Ả', 0x82: 'Ã', 0x83: 'Á', 0x84: 'Ạ', 0x85: 'Ặ', 0x86: 'Ậ', 0x87: 'È',
	0x88: 'Ẻ', 0x89: 'Ẽ', 0x8A: 'É', 0x8B: 'Ẹ', 0x8C: 'Ệ', 0x8D: 'Ì', 0x8E: 'Ỉ', 0x8F: 'Ĩ',
	0x90: 'Í', 0x91: 'Ị', 0x92: 'Ò', 0x93: 'Ỏ', 0x94: 'Õ', 0x95: 'Ó', 0x96: 'Ọ', 0x97: 'Ộ',
	0x98: 'Ờ', 0x99: 'Ở', 0x9A: 'Ỡ', 0x9B: 'Ớ', 0x9C: 'Ợ', 0x9D: 'Ù', 0x9E: 'Ủ', 0x9F: 'Ũ',
	0xAF: 'Ằ', 0xBA: 'Ẳ', 0xBF: 'Ẵ', 0xC0: 'Ắ', 0xC1: 'Ầ', 0xC2: 'Ẩ', 0xC3: 'Ẫ', 0xC4: 'Ấ',
	0xC5: 'Ề', 0xCD: 'Ể', 0xD9: 'Ễ', 0xDA: 'Ế', 0xDB: 'Ồ', 0xE0: 'Ổ', 0xF0: 'Ỗ', 0xFF: 'Ố',
	0xB0: '\u0300', 0xB1: '\u0309', 0xB2: '\u0303', 0xB3: '\u0301', 0xB4: '\u0323',
}

// tcvn3Singles and tcvn3Pairs read TCVN3. The pairs are a capital vowel before
// the toned form of the same vowel (A¸ is Á), as some converters write it.
var tcvn3Singles, tcvn3Pairs = func() (map[rune]rune, map[[2]rune]rune) {
	singles := map[rune]rune{0xAE: 'đ'}
	for b, r := range tcvn3Capitals {
		singles[b] = r
	}
	for b, r := range tcvn5712 {
		singles[b] = r
	}
	pairs := map[[2]rune]rune{}
	for row, bytes := range tcvn3 {
		capital := unicode.ToUpper(vowels[row][0])
		for b, r := range tcvn3Capitals {
			if r == capital {
				capital = b
			}
		}
		for t, b := range bytes {
			if b == 0 {
				continue
			}
			singles[b] = vowels[row][t]
			if tone(t) != ngang {
				pairs[[2]rune{capital, b}] = unicode.ToUpper(vowels[row][t])
			}
		}
	}
	return singles, pairs
}()

// A vniForm is how VNI writes a row of vowels: the letter that stands first,
// and the mark that follows it for each tone. A nought is no mark.
type vniForm struct {
	base  rune
	marks [6]rune
}

// vni has the rows of vowels in VNI-Windows (domain notes 4.3; UniKey and
// xvnkb agree on all of them). The row of i has letters of its own.
var vni = [12]vniForm{
	{'a', vniTones},
	{'a', [6]rune{0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB}},
	{'a', vniRoof},
	{'e', vniTones},
	{'e', vniRoof},
	{},
	{'o', vniTones},
	{'o', vniRoof},
	{0xF4, vniTones},
	{'u', vniTones},
	{0xF6, vniTones},
	{'y', [6]rune{0, 0xF9, 0xF8, 0xFB, 0xF5, 0}},
}

var (
	vniTones = [6]rune{0, 0xF9, 0xF8, 0xFB, 0xF5, 0xEF}
	vniRoof  = [6]rune{0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4}
)

// vniSmall are the letters of one byte; a capital is 0x20 lower.
var vniSmall = map[rune]rune{
	0xED: 'í', 0xEC: 'ì', 0xE6: 'ỉ', 0xF3: 'ĩ', 0xF2: 'ị',
	0xEE: 'ỵ', 0xF1: 'đ', 0xF4: 'ơ', 0xF6: 'ư',
}

// vniSingles and vniPairs read VNI. A capital may be followed by a small mark,
// as mixed-case typing leaves it.
var vniSingles, vniPairs = func() (map[rune]rune, map[[2]rune]rune) {
	singles, pairs := map[rune]rune{}, map[[2]rune]rune{}
	for b, r := range vniSmall {
		singles[b], singles[b-0x20] = r, unicode.ToUpper(r)
	}
	for row, form := range vni {
		for t, mark := range form.marks {
			if mark == 0 {
				continue
			}
			small := vowels[row][t]
			pairs[[2]rune{form.base, mark}] = small
			pairs[[2]rune{form.base - 0x20, mark - 0x20}] = unicode.ToUpper(small)
			pairs[[2]rune{form.base - 0x20, mark}] = unicode.ToUpper(small)
		}
	}
	return singles, pairs
}()
