package roll

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// What stands before a person's name. An office is one for certain; what people are called
// by is one in small letters: "thôn Tây chú Ba", but "Ấp Bà Điểm", "khu phố Hai Bà Trưng".
var (
	titled    = regexp.MustCompile(`(?:^|[^\p{L}])((?i:đ/c|đ\.c|đc|đồng chí|chi hội trưởng|chi hội phó|trưởng chi hội|phó chi hội|cht|chp|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý))|ông|bà|cụ|bác|chú|anh|chị|cô|thầy|trưởng|phó|trưởng thôn|tổ trưởng|bí thư)\s*:?\s+(\p{Lu})`)
	capTitled = regexp.MustCompile(`(?:^|[^\p{L}])(ÔNG|BÀ|CỤ|BÁC|CHÚ|ANH|CHỊ|CÔ|Ông|Bà|Cụ|Bác|Chú|Anh|Chị|Cô|Trưởng|TRƯỞNG)\s*:?\s+(\p{Lu}.*)`)
	// toPerson leads from a name to a person: "do ông An phụ trách".
	toPerson = regexp.MustCompile(`(?:^|\s+)(?:do|là|của|có|gặp)\s*$`)
)

var toPersonFirst = regexp.MustCompile(`^(?:do|là|của|có|gặp)\s+`)

// heroines are no persons of today.
var heroines = regexp.MustCompile(`(?i)(?:^|\s)hai bà (?:trưng|$)|^bà triệu`)

// isPerson reports whether a text is a person's name and nothing else.
func isPerson(s string) bool {
	n := len(strings.Fields(s))
	return n >= 2 && n <= 7 && (viet.Personal(nameCased(s)) || uplander(s)) && !hasNumber(s) && !isOld(s)
}

// uplands are surnames of peoples of the mountains and the South that [viet.Personal]
// does not know: in a list of branches a name of two words or more with one of them is a
// person's.
var uplands = wordSet("lò quàng giàng lường tòng sùng thào vừ nông bế cầm điêu lầu tẩn chảo hờ ksor siu điểu sơn lù")

func uplander(s string) bool {
	words := strings.Fields(nameCased(s))
	return len(words) <= 4 && uplands[viet.Key(words[0])] && capitals(words)
}

// nameCased is a text in small letters as a name is written, and any other as it is.
func nameCased(s string) string {
	if strings.ToLower(s) == s {
		return viet.NameCase(s)
	}
	return s
}

// commonest are the surnames that hardly begin the name of a place.
var commonest = wordSet("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô đinh trịnh")

// middles are middle names that are common too.
var middles = wordSet("hữu đình xuân quang ngọc đức thế công duy bá trọng tiến mạnh quốc thanh minh")

// surelyPerson reports whether a person's name is hardly that of a place or street: "Trần
// Phú" and "Mai Lâm" may be.
func surelyPerson(s string) bool {
	words := strings.Fields(s)
	return isPerson(s) && (middled(words) || len(words) > 2 && (commonest[viet.Key(words[0])] || middles[viet.Key(words[1])]))
}

// middled reports whether a text has a middle name that most persons have.
func middled(words []string) bool {
	for i := 1; i+1 < len(words); i++ {
		if isMiddle(words[i]) {
			return viet.Personal(strings.Join(words[i-1:], " "))
		}
	}
	return false
}

func isMiddle(word string) bool {
	key := viet.Key(word)
	return key == "văn" || key == "van" || key == "thị" || key == "thi"
}

// unglue parts a name from a person's that follows it without any mark: "Thôn Đông Nguyễn
// Văn A". With a title between them it is sure, and the person is gone.
func (r *Reader) unglue(s string) (name, person string) {
	if m := titled.FindStringSubmatchIndex(s); m != nil {
		before := toPerson.ReplaceAllString(strings.TrimRight(s[:m[2]], " :,(-"), "")
		if p := r.parts(before); p.Rest != "" {
			r.list.People++
			return strings.TrimSpace(before), ""
		}
	}
	if m := capTitled.FindStringSubmatchIndex(s); m != nil && !heroines.MatchString(s) {
		if before := strings.TrimSpace(s[:m[2]]); r.parts(before).Rest != "" {
			return before, strings.TrimSpace(s[m[2]:])
		}
	}
	p := r.parts(s)
	if !p.Branch && p.Place == "" && (len(r.cols.heads) == 0 && !hasLower(s) || strings.ToLower(s) == s) {
		return s, ""
	}
	words := strings.Fields(p.Rest)
	if tail := r.tail(words); tail != nil && (p.Place != "" || !isOffice(s) || middled(tail)) {
		person = strings.Join(tail, " ")
		return strings.TrimSpace(strings.TrimSuffix(s, person)), person
	}
	return s, ""
}

// tail are the last words of a name that may be a person's: "Mai Lâm Vũ Xuân Chiến" ends in
// one that begins at Vũ, since a middle name follows it.
func (r *Reader) tail(words []string) []string {
	var first []string
	for i := 1; i+1 < len(words); i++ {
		switch {
		case !r.beginsPerson(words[i:]):
		case i+2 < len(words) && (isMiddle(words[i+1]) || middles[viet.Key(words[i+1])]):
			return words[i:]
		case first == nil:
			first = words[i:]
		}
	}
	return first
}

// beginsPerson reports whether the last words of a name may be a person's.
func (r *Reader) beginsPerson(words []string) bool {
	if len(words) > 2 && isMiddle(words[1]) {
		return true // whatever the surname: "Lò Văn Pó"
	}
	tail := strings.Join(words, " ")
	return surname(words[0]) && isPerson(tail) && (len(words) > 2 || r.reached || commonest[viet.Key(words[0])])
}

func hasLower(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }

// surname reports whether a word is one that persons are called by.
func surname(word string) bool { return viet.Personal(word+" văn") || uplands[viet.Key(word)] }

// ofPerson begin what is told of a person, and what is counted.
var ofPerson = regexp.MustCompile(`(?i)^(?:sinh|sn|năm sinh|ngày sinh|ns|đc|địa chỉ|số nhà|quê|tuổi|cccd|cmnd|cmt|căn cước|email|chức vụ|cht|chp|chi hội trưởng|chi hội phó|trưởng|phó|ủy viên|uv|bí thư)(?:[\s:.…\d]|$)`)

// personsBehind reports whether persons stand behind the names of a sheet: in a third of
// its rows somebody does for certain.
func (r *Reader) personsBehind(s Sheet) bool {
	n := 0
	for _, row := range s.Rows {
		_, rest := r.cut(row.at(r.cols.name))
		if slices.ContainsFunc(rest, func(s string) bool { return startsTitled(s) || surelyPerson(s) }) {
			n++
		}
	}
	return n > 1 && 3*n >= len(s.Rows)
}

// gluedMark is a mark without spaces between a name and a person's.
var gluedMark = regexp.MustCompile(`[\p{L}\d)]([-–—/])(\p{Lu}[^-–—/,;:|()\n]*)`)

// parted is a text with spaces around the marks that part a person from what stands before:
// "Thôn Đông-Nguyễn Văn An", but "Thôn Yên-Thái".
func parted(s string) string {
	for _, m := range slices.Backward(gluedMark.FindAllStringSubmatchIndex(s, -1)) {
		person := strings.TrimSpace(s[m[4]:m[5]])
		numbered := strings.HasPrefix(strings.Trim(s[m[5]:], " -–—/"), ",") // where a number stood
		if isPerson(person) || numbered && strings.Contains(person, " ") {
			s = s[:m[2]] + " - " + s[m[4]:]
		}
	}
	return s
}
