package workbook

import (
	"maps"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// Discreet returns the finding without words of a cell that may be personal
// data: what goes out names the cell instead (domain notes, 5.6). Names of
// branches, files and sheets are the ward's own and stay.
func (w *Words) Discreet(f reports.Finding) reports.Finding {
	args := maps.Clone(f.Args)
	for key, value := range f.Args {
		switch key {
		case "branch", "file", "files", "sheet", "cell", "indicator", "candidates", "winner", "loser", "by":
			continue
		}
		if strings.HasPrefix(f.Code, "branch.") && key == "name" {
			continue
		}
		if personal(value) {
			args[key] = w.Feedback.Hidden
		}
	}
	f.Args = args
	return f
}

// Numbers of telephones and of identity cards, with marks between the digits;
// addresses.
var personalNumber = regexp.MustCompile(`(?:^|\D)(?:\+?84|0)(?:[ .\-]?\d){8,11}(?:\D|$)|[^\s@]+@[^\s@]+\.`)

// surnames of nine in ten people.
var surnames = wordSet("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào trịnh lương cao tạ tô mai đoàn lâm phùng chu châu hà thái tăng vương kiều quách lại triệu nghiêm khuất thạch danh kim")

// titled stand before a name.
var titled = wordSet("ông bà đ/c đ.c cụ anh chị bác chú cô")

// personal reports whether a text may name a person, or how to reach one.
func personal(s string) bool {
	if personalNumber.MatchString(s) {
		return true
	}
	words := strings.Fields(s)
	for i, word := range words[:max(len(words)-1, 0)] {
		next := words[i+1]
		key := strings.ToLower(strings.Trim(viet.Clean(word), ",;:()-"))
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
	bare := viet.Bare(viet.Key(word))
	return bare == "van" || bare == "thi"
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(-“\""))
	return unicode.IsUpper(r)
}

// wordSet is the set of the words, each also without its marks.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w], set[viet.Bare(w)] = true, true
	}
	return set
}
