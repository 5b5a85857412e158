package roll

import (
	"regexp"
	"strings"

	"ccbreport/reports/viet"
)

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

// totalOf is "Tổng (A + B)".
var totalOf = regexp.MustCompile(`^(?i:tổng|cộng)(?: cộng| số)?\s*\(`)

// wholes stand behind "toàn": all of the ward.
var wholes = wordSet("xã phường hội thị đặc đảng")

// isTotal reports whether a text begins a row of totals.
func isTotal(s string) bool {
	if totalOf.MatchString(viet.Clean(s)) {
		return true
	}
	words := strings.Fields(viet.Key(s))
	if len(words) > 1 && words[0] == "toàn" && wholes[words[1]] && len(words) <= 4 {
		return true
	}
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
