package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// onsets are the consonants that a syllable can begin with, longest first.
var onsets = strings.Fields("ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x")

// rhymes are what can follow, without tones.
var rhymes = func() map[string]bool {
	m := map[string]bool{}
	for _, r := range strings.Fields(`
		a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
		e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
		i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
		o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay
		oăc oăm oăn oăng oăp oăt oe oem oen oeo oet ooc oong
		ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
		u uc ui um un ung up ut ua uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt
		uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
		ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu
		y ych yn ynh yt yêm yên yêng yêt yêu`) {
		m[r] = true
	}
	return m
}()

// isSyllable reports whether a word of NFC could be a Vietnamese syllable in
// ordinary case: onset and rhyme exist, one tone at most and on its vowel, a
// stopped syllable has sắc or nặng.
func isSyllable(word string) bool {
	if word != strings.ToLower(word) && word != strings.ToUpper(word) && word != capitalised(word) {
		return false
	}
	letters := []rune(strings.ToLower(word))
	t, at, ok := takeTone(letters)
	if !ok {
		return false
	}
	toneless := string(letters)
	if toneless == "gi" { // "gì" and its kin: the i is the vowel
		return true
	}
	for _, onset := range append([]string{""}, onsets...) {
		rhyme, found := strings.CutPrefix(toneless, onset)
		if found && rhymes[rhyme] && toneFits(rhyme, t, at-utf8.RuneCountInString(onset)) {
			return true
		}
	}
	return false
}

func capitalised(word string) string {
	r := []rune(strings.ToLower(word))
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// takeTone takes the tone off a word and says on which letter it stood; a word
// with two has none.
func takeTone(letters []rune) (t tone, at int, ok bool) {
	for i, r := range letters {
		base, found := split(r)
		if found != ngang && t != ngang {
			return 0, 0, false
		}
		if letters[i] = base; found != ngang {
			t, at = found, i
		}
	}
	return t, at, true
}

// toneFits reports whether a rhyme can have the tone on the letter at.
func toneFits(rhyme string, t tone, at int) bool {
	stopped := strings.HasSuffix(rhyme, "c") || strings.HasSuffix(rhyme, "ch") ||
		strings.HasSuffix(rhyme, "p") || strings.HasSuffix(rhyme, "t")
	if stopped && t != sac && t != nang {
		return false
	}
	if t == ngang {
		return true
	}
	letters := []rune(rhyme)
	if open := rhyme == "oa" || rhyme == "oe" || rhyme == "uy"; open {
		return at == 0 || at == 1
	}
	return at == mainVowel(letters)
}

// mainVowel is the letter that bears the tone: the one with a mark of its own
// (tiếng, đường), else the second before a consonant or among three (toàn,
// ngoài), else the first (mía, cứu).
func mainVowel(letters []rune) int {
	vowelCount, marked := 0, -1
	for i, r := range letters {
		if _, isVowel := places[r]; !isVowel {
			break
		}
		vowelCount++
		if strings.ContainsRune("ăâêôơ", r) {
			marked = i
		}
	}
	switch {
	case marked >= 0:
		return marked
	case vowelCount == 3, vowelCount == 2 && len(letters) > 2:
		return 1
	}
	return 0
}
