package workbook

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A row has to be as high as its text before anybody opens the workbook: no
// spreadsheet does that by itself for rows whose height is set, nor does every one
// for rows whose height is not. The widths of letters are rounded up, since the face
// may be another on the machine that shows them.

// mostHeight is a little less than the 409 points that a row can have.
const mostHeight = 400.0

// heightOf is what a number of lines needs.
func heightOf(lines int, size float64) float64 { return 7 + float64(lines)*size*1.22 }

// linesIn is how many lines a text takes in a column so many characters wide.
func linesIn(text string, chars, size float64) int {
	room := ((7*chars+5)*0.75 - 6) / size // in ems; a character of a width is 7 pixels
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		used := 0.0
		for _, word := range strings.Fields(paragraph) {
			wide := ems(word)
			if used > 0 && used+ems(" ")+wide > room {
				lines++
				used = 0
			}
			if used > 0 {
				used += ems(" ")
			}
			for used += wide; used > room; used -= room {
				lines++ // a word that no line holds is broken
			}
		}
	}
	return lines
}

// ems is the width of a text in the face of the forms, in ems.
func ems(text string) float64 {
	sum := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune(" .,:;'|/()-[]!ijltfrIìíỉĩị", r):
			sum += 0.34
		case strings.ContainsRune("mwMW%…@", r):
			sum += 0.95
		case unicode.IsUpper(r):
			sum += 0.73
		default:
			sum += 0.49
		}
	}
	return sum
}

// fitted is the text cut to what a row can show in a column, and the height that it
// needs.
func fitted(text string, chars, size float64) (string, float64) {
	most := int((mostHeight - 7) / (size * 1.22))
	if lines := linesIn(text, chars, size); lines <= most {
		return text, heightOf(lines, size)
	}
	cuts := cutsOf(text)
	n := sort.Search(len(cuts), func(i int) bool { return linesIn(text[:cuts[i]]+"…", chars, size) > most })
	return text[:cuts[max(n-1, 0)]] + "…", heightOf(most, size)
}

// cutsOf are the places where a text can be cut, in its order.
func cutsOf(text string) []int {
	cuts := make([]int, 0, utf8.RuneCountInString(text))
	for i := range text {
		cuts = append(cuts, i)
	}
	return cuts
}
