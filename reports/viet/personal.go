package viet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that may name a person, or tell how to reach one, go into nothing that is
// handed round (domain notes, 5.6).

// Numbers of telephones and of identity cards, with marks between the digits;
// addresses.
var personalNumber = regexp.MustCompile(`(?:^|\D)(?:\+?84|0)(?:[ .\-]?\d){8,11}(?:\D|$)|[^\s@]+@[^\s@]+\.`)

// surnames of nine in ten people.
var surnames = personalWords("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào trịnh lương cao tạ tô mai đoàn lâm phùng chu châu hà thái tăng vương kiều quách lại triệu nghiêm khuất thạch danh kim")

// titled stand before a name.
var titled = personalWords("ông bà đ/c đ.c cụ anh chị bác chú cô")

// Personal reports whether a text may name a person, or how to reach one.
func Personal(s string) bool {
	if personalNumber.MatchString(s) {
		return true
	}
	words := strings.Fields(s)
	for i, word := range words[:max(len(words)-1, 0)] {
		next := words[i+1]
		key := strings.ToLower(strings.Trim(Clean(word), ",;:()-"))
		if strings.HasSuffix(word, ",") || strings.HasSuffix(word, ";") {
			continue // "thôn Đồng Mai, Chi hội" is no Mr Mai
		}
		switch {
		case surnames[key] && (capital(word) && capital(next) || isMiddle(next)):
			return true
		case titled[key] && capital(next):
			return true
		}
	}
	return false
}

// isMiddle reports whether a word is the middle name of most, Văn or Thị.
func isMiddle(word string) bool {
	bare := Bare(Key(word))
	return bare == "van" || bare == "thi"
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(-“\""))
	return unicode.IsUpper(r)
}

// personalWords is the set of the words, each also without its marks.
func personalWords(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w], set[Bare(w)] = true, true
	}
	return set
}
