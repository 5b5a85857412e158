package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
)

// IsSub reports whether a name says that it is a part of the one above: "– Nữ", "Trong
// đó: đảng viên", "Số tiền".
func IsSub(name string) bool {
	if len(name) > grid.LongestLabel {
		name = name[:grid.LongestLabel]
	}
	key := viet.Key(name)
	return strings.HasPrefix(name, "-") || strings.HasPrefix(name, "–") || strings.HasPrefix(name, "+") ||
		strings.HasPrefix(key, "trong đó") || strings.HasPrefix(key, "số tiền")
}

// IsInPart reports whether a name says that it is of a part of what stands before it:
// "Trong đó: nữ".
func IsInPart(name string) bool {
	key := viet.Key(strings.TrimLeft(name, "-–+( "))
	return strings.HasPrefix(key, "trong đó ") || strings.HasPrefix(key, "tr đó ")
}

// shortSentence is how many words a line has at least that says something of a
// branch: "Chi hội họp định kỳ vào ngày 05 hằng tháng".
const shortSentence = 7

// IsSentence reports whether a line that begins with "Chi hội" goes on as a
// sentence: with a small letter that begins no word for a place.
func IsSentence(s string) bool {
	words := strings.Fields(s)
	if len(words) < shortSentence {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[2])
	return unicode.IsLower(first) && !roster.IsKind(viet.Key(words[2])) && viet.Key(words[2]) != "số"
}

// IsNote reports whether a line without values is the end of a form: a remark, or who
// signs it.
func IsNote(s string) bool {
	key := viet.Key(s)
	return strings.HasPrefix(key, "người lập") || strings.HasPrefix(key, "ghi chú") || strings.HasPrefix(key, "chi hội trưởng")
}

// Bracket parts "Tổng chân quỹ Hội (đồng)" into the name and "đồng".
func Bracket(s string) (base, inner string) {
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		return viet.Clean(s[:i]), viet.Clean(s[i+1 : len(s)-1])
	}
	return s, ""
}

// IsDateLine reports whether a line, by its key, is the place and date of signing, which
// says nothing about the figures: "…, ngày 05 tháng 7 năm 2020".
func IsDateLine(key string) bool {
	words := strings.Fields(key)
	for i, w := range words {
		if w == "ngày" && strings.Contains(key[strings.Index(key, "ngày"):], "tháng") {
			return i == 0 || words[i-1] != "đến" && words[i-1] != "từ" && words[i-1] != "hết"
		}
	}
	return false
}
