package roll

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// A number by which somebody is reached, with marks between its digits, or without the
// nought that spreadsheets take off; and addresses.
var (
	reach     = regexp.MustCompile(`\+?\d(?:[^\p{L}\d\n]{0,2}\d){5,}|[^\s@]+@[^\s@]+`)
	reachWord = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:số điện thoại|số đt|điện thoại|sđt|đt|sdt|tel|phone|zalo|mobile|di động)(?:[^\p{L}]|$)`)
)

// hasNumber reports whether a text has a number by which somebody is reached.
func hasNumber(s string) bool { return reach.MatchString(s) }

// strip is a text without such numbers, the words before them, and marks.
func strip(s string) string {
	s = reach.ReplaceAllString(s, " ")
	s = reachWord.ReplaceAllString(s, " ")
	if strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return ""
	}
	return strings.TrimSpace(s)
}

// longestQuote, in letters, is enough to find a row by.
const longestQuote = 80

// quote is a text as it is told: no number by which somebody is reached, and not all of a
// page.
func quote(s string) string {
	s = strings.ReplaceAll(reach.ReplaceAllString(s, "…"), "\n", " ")
	if in := []rune(s); len(in) > longestQuote {
		return string(in[:longestQuote]) + "…"
	}
	return s
}

// listMark is what numbers the lines of a list.
var listMark = regexp.MustCompile(`^\s*(?:[-–—+*•·✓→>]\s*)*(?:(?:\(?\d{1,3}\s*[.):/\-–]\s*|\d{1,3}\s+|[IVX]{1,5}\s*[.)]\s+|[a-zđ]\s*[.)]\s+)([\p{L}"“]))?`)

// unlisted is a line without what numbers it.
func unlisted(s string) string {
	m := listMark.FindStringSubmatchIndex(s)
	switch {
	case m == nil:
		return s
	case m[2] >= 0:
		return strings.TrimSpace(s[m[2]:])
	}
	return strings.TrimSpace(s[m[1]:])
}

// titleWords are those that only what stands above a list has.
var titleWords = []string{
	"danh sách", "cộng hòa xã hội", "độc lập tự do", "ủy ban", "đảng ủy", "đảng bộ", "nhiệm kỳ", "kèm theo", "phụ lục", "biểu mẫu", "đơn vị tính", "kính gửi",
	"thống kê", "tổng hợp", "hội cựu chiến binh việt nam", "đảng cộng sản",
}

// isTitle reports whether a text stands above a list.
func isTitle(s string) bool {
	key := strings.ReplaceAll(viet.Key(s), "-", " ")
	key = strings.Join(strings.Fields(key), " ")
	for _, w := range titleWords {
		if viet.Holds(key, viet.Key(w)) {
			return true
		}
	}
	return false
}

// totalWords may stand behind "tổng" and "cộng" in a row of totals: "Cộng Hòa" is a
// place.
var totalWords = wordSet("số cộng chi các toàn cả chung hợp là")

// isTotal reports whether a text begins a row of totals.
func isTotal(s string) bool {
	words := strings.Fields(viet.Key(s))
	if len(words) == 0 || words[0] != "tổng" && words[0] != "cộng" {
		return false
	}
	return len(words) == 1 || totalWords[words[1]] || strings.Trim(words[1], "0123456789.:") == ""
}

var (
	signed   = regexp.MustCompile(`^(?:tm\b|t/m\b|kt\b|thay mặt|người (?:lập|tổng hợp|viết|kê khai)|chủ tịch|phó chủ tịch|xác nhận|ban chấp hành|ban thường vụ|thủ trưởng|ký tên|\(?ký|nơi nhận|kế toán|thư ký|lưu|ghi chú)`)
	dateLine = regexp.MustCompile(`ngày\s*[\d.…]*\s*tháng\s*[\d.…]*`)
)

// isSignature reports whether a text stands below a list.
func isSignature(s string) bool {
	key := viet.Key(s)
	return signed.MatchString(key) || dateLine.MatchString(key)
}

// titled stands before a person's name.
var titled = regexp.MustCompile(`(?i:(?:^|[^\p{L}])(?:ông|bà|đ/c|đ\.c|đc|đồng chí|cụ|bác|chú|chi hội trưởng|chi hội phó|cht|chp|trưởng|phó)\s*:?\s+)(\p{Lu})`)

// isPerson reports whether a text is a person's name and nothing else.
func isPerson(s string) bool {
	n := len(strings.Fields(s))
	return n >= 2 && n <= 7 && viet.Personal(s) && !hasNumber(s) && !isOld(s)
}

// oldForm is an old commune and nothing else.
var oldForm = regexp.MustCompile(`^((?i:xã|phường|thị trấn)) (\p{Lu}[\p{L} \-]*?|\d{1,2})(?i: ?\(?cũ\)?)?$`)

// isOld reports whether a text is an old commune and nothing else.
func isOld(s string) bool { return oldForm.MatchString(strings.Trim(s, " :.")) }

// oldOf is an old commune as a name has it, "xã Tân Lập"; "" for none. Where the column is
// one of communes, its noun may be left out.
func oldOf(s string, inColumn bool) string {
	s = strings.Trim(unlisted(s), " :.")
	m := oldForm.FindStringSubmatch(s)
	switch {
	case m != nil:
		return strings.ToLower(m[1]) + " " + viet.NameCase(strings.TrimSpace(m[2]))
	case inColumn && strip(s) != "":
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(s, ")"), "cũ"))
		return viet.NameCase(strings.TrimSpace(strings.TrimRight(s, "(")))
	}
	return ""
}

// offices begin the name of a branch that is no place: there only the first word has a
// capital.
var offices = []string{"cơ quan", "trường", "trạm", "công an", "quân sự", "doanh nghiệp", "công ty", "hợp tác xã", "nhà máy", "khối"}

// spelt is a name with the capitals that names have: those of a list in capitals are too
// many, and of one in small letters too few where it is a place's.
func spelt(s string, place bool) string {
	upper, lower := strings.ToUpper(s) == s, strings.ToLower(s) == s
	if upper == lower || lower && !place {
		return s
	}
	key := viet.Key(s)
	office := slices.ContainsFunc(offices, func(o string) bool { return strings.HasPrefix(key, viet.Key(o)) })
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if w != "số" && w != "và" && (i == 0 || !office) {
			words[i] = viet.Sentence(w)
		}
	}
	return strings.Join(words, " ")
}
