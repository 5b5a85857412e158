package viet

import (
	"strings"
)

// digitWords are the digits in words, with the forms that stand after tens.
var digitWords = map[string]int64{
	"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
	"sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}

// wordScales are the steps between groups of three, largest first.
var wordScales = []struct {
	words []string
	value int64
}{
	{[]string{"tỷ", "tỉ"}, 1e9},
	{[]string{"triệu"}, 1e6},
	{[]string{"vạn"}, 1e4},
	{[]string{"nghìn", "ngàn"}, 1e3},
}

func isNumberWord(w string) bool {
	_, digit := digitWords[w]
	switch w {
	case "mười", "mươi", "trăm", "linh", "lẻ", "rưỡi", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ":
		return true
	}
	return digit
}

// readWords reads a number written in words (domain notes 4.9), in the northern
// and the southern forms. It is strict: what a schoolteacher would mark is
// refused.
func readWords(words []string) (int64, bool) {
	if len(words) > 40 {
		return 0, false
	}
	return readScaled(words, 0, false)
}

// readScaled reads what stands before and after the largest scale word from the
// given step on. Tỷ alone may have a scaled number before it (nghìn tỷ). What
// follows another group may begin with "không trăm" or "linh".
func readScaled(words []string, step int, follows bool) (int64, bool) {
	if step == len(wordScales) {
		return readHundreds(words, follows)
	}
	scale := wordScales[step]
	at := lastIndex(words, scale.words)
	if at < 0 {
		return readScaled(words, step+1, follows)
	}
	head, ok := readScaled(words[:at], step+1, follows)
	if !ok || head == 0 || head > (1<<62)/scale.value {
		return 0, false
	}
	tail, ok := readTail(words[at+1:], step, scale.value)
	return head*scale.value + tail, ok
}

func readTail(words []string, step int, scale int64) (int64, bool) {
	switch {
	case len(words) == 0:
		return 0, true
	case len(words) == 1 && words[0] == "rưỡi":
		return scale / 2, true
	}
	tail, ok := readScaled(words, step+1, true)
	// "hai nghìn ba" is two thousand three hundred to some: refused.
	return tail, ok && tail < scale && tail > 0 && (tail > 9 || len(words) > 1)
}

func lastIndex(words, any []string) int {
	for i := len(words) - 1; i >= 0; i-- {
		for _, w := range any {
			if words[i] == w {
				return i
			}
		}
	}
	return -1
}

// readHundreds reads a group below a thousand.
func readHundreds(words []string, follows bool) (int64, bool) {
	var hundreds int64
	if len(words) >= 2 && words[1] == "trăm" {
		d, ok := plainDigit(words[0])
		if !ok || d == 0 && !follows {
			return 0, false
		}
		hundreds, words = d*100, words[2:]
		switch {
		case len(words) == 0:
			return hundreds, true
		case len(words) == 1 && words[0] == "rưỡi":
			return hundreds + 50, hundreds > 0
		}
		follows = true
	}
	if len(words) == 2 && (words[0] == "linh" || words[0] == "lẻ") {
		d, ok := digitWords[words[1]]
		return hundreds + d, ok && follows && d > 0 && words[1] != "mốt" && words[1] != "lăm" && words[1] != "nhăm"
	}
	if len(words) == 1 && words[0] != "mười" && hundreds > 0 {
		return 0, false // "một trăm năm" is 150 to some, 105 to others
	}
	tens, ok := readTens(words)
	return hundreds + tens, ok
}

// readTens reads 0 to 99 without "linh".
func readTens(words []string) (int64, bool) {
	switch {
	case len(words) == 1 && words[0] == "mười":
		return 10, true
	case len(words) == 1:
		return plainDigit(words[0])
	case len(words) == 2 && words[0] == "mười":
		d, ok := digitWords[words[1]]
		return 10 + d, ok && d > 0 && words[1] != "mốt" && words[1] != "tư" && words[1] != "năm"
	case len(words) < 2 || len(words) > 3 || words[1] != "mươi":
		return 0, false
	}
	tens, ok := plainDigit(words[0])
	if !ok || tens < 2 {
		return 0, false
	}
	if len(words) == 2 {
		return tens * 10, true
	}
	d, ok := digitWords[words[2]]
	return tens*10 + d, ok && d > 0 && words[2] != "một" && words[2] != "năm"
}

// plainDigit reads a digit in the form that stands alone.
func plainDigit(w string) (int64, bool) {
	switch w {
	case "mốt", "tư", "lăm", "nhăm":
		return 0, false
	}
	d, ok := digitWords[w]
	return d, ok
}

// spell writes a number from 0 in words, northern forms.
func spell(n int64) string {
	if n < 1000 {
		return spellHundreds(n, false)
	}
	for _, scale := range wordScales {
		if n < scale.value || scale.value == 1e4 {
			continue
		}
		out := spell(n/scale.value) + " " + scale.words[0]
		rest := n % scale.value
		for inner := scale.value / 1000; rest > 0 && inner > 0; inner /= 1000 {
			part := rest / inner
			rest %= inner
			if part > 0 {
				out += " " + spellHundreds(part, true)
				if inner > 1 {
					out += " " + spell(inner)[len("một "):]
				}
			}
		}
		return out
	}
	return ""
}

var digitNames = strings.Fields("không một hai ba bốn năm sáu bảy tám chín")

func spellHundreds(n int64, full bool) string {
	if n < 100 && !full {
		return spellTens(n)
	}
	out := digitNames[n/100] + " trăm"
	switch rest := n % 100; {
	case rest == 0:
		return out
	case rest < 10:
		return out + " linh " + digitNames[rest]
	default:
		return out + " " + spellTens(rest)
	}
}

func spellTens(n int64) string {
	if n < 10 {
		return digitNames[n]
	}
	out := "mười"
	if n >= 20 {
		out = digitNames[n/10] + " mươi"
	}
	switch d := n % 10; {
	case d == 0:
		return out
	case d == 1 && n > 20:
		return out + " mốt"
	case d == 4 && n > 20:
		return out + " tư"
	case d == 5:
		return out + " lăm"
	default:
		return out + " " + digitNames[d]
	}
}
