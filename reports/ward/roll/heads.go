package roll

import (
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// headWords are all words that heads of such lists have: a cell is one if it has no
// other. "Chi hội 1" is none.
var headWords = wordSet(`số tt stt thứ tự tên của các chi hội đơn vị thôn xóm ấp bản buôn làng khóm khối đội cụm tổ dân phố tdp khu kp kdc cư tiểu
	gọi khác tắt viết bí danh thường cũ mới xã phường thị trấn trước sau khi sáp nhập thuộc địa bàn phương họ và người trưởng phó phụ trách đại diện bí thư
	điện thoại đt sđt di động zalo liên hệ lạc phone tel mobile email hội viên năm sinh chỉ chức vụ ghi chú mã ngày tháng quân lượng hiện nay đảng giới tính
	danh sách ccb cựu chiến binh hoặc cht cơ sở nữ nam trụ cccd cmnd cmt căn cước thẻ nhà đường hộ quê quán dân tộc tôn giáo trình độ nghề nghiệp tuổi kết nạp`)

// nameWords are head words that are names of places too: "Thôn Nam", "Xóm Mới".
var nameWords = wordSet(`đảng nam mới cũ trước sau hội cơ sở quán đường nhà hộ tổng cộng trụ sinh`)

// roles are what heads say, the first that fits; a phrase of a head's words.
var roles = []struct {
	role    role
	phrases string
}{
	{phones, "điện thoại; đt; sđt; di động; phone; tel; mobile; zalo; liên hệ; liên lạc; email"},
	{persons, "trưởng; phó; họ và tên; họ tên; người; phụ trách; đại diện; bí thư; cht"},
	{other, "hội viên; quân số; số lượng; ghi chú; địa chỉ; chức vụ; sinh; mã; giới tính; đảng; ngày"},
	{aliases, "tên khác; gọi khác; gọi tắt; viết tắt; tên tắt; bí danh; thường gọi; tên cũ; tên gọi cũ; tên chi hội cũ"},
	{names, "chi hội; đơn vị cơ sở"},
	{olds, "sáp nhập; xã; phường; thị trấn; đơn vị cũ; địa bàn cũ; địa phương"},
	{names, "đơn vị; thôn; xóm; ấp; bản; buôn; làng; khóm; khối; tổ dân phố; tdp; tổ; khu; khu phố; kp; kdc; khu dân cư; tiểu khu; tên"},
	{numbers, "stt; tt; số tt; số thứ tự; thứ tự; số"},
}

// headKey is a head as it is compared.
func headKey(s string) string {
	return strings.Join(strings.Fields(viet.Key(strings.NewReplacer("/", " ", "(", " ", ")", " ", ",", " ", "-", " ", ".", " ").Replace(s))), " ")
}

// isHead reports whether all words of a text are those of heads.
func isHead(s string) bool { return allIn(headKey(s), headWords) }

// allIn reports whether all words of a text are of a set; a text without any marks may
// have been typed on a machine that has none.
func allIn(key string, set map[string]bool) bool {
	words, plain := strings.Fields(key), viet.Bare(key) == key
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !set[w] && !(plain && set["~"+w]) })
}

// roleOf is what the head of a column says.
func roleOf(head string) role {
	key := headKey(head)
	plain := viet.Bare(key) == key
	for _, r := range roles {
		for _, p := range strings.Split(r.phrases, ";") {
			if p = viet.Key(p); viet.Holds(key, p) || plain && viet.Holds(key, viet.Bare(p)) {
				return r.role
			}
		}
	}
	return other
}

// headed reports whether a row is one of heads: most of its cells are, or one is that of
// the names and nothing is counted beside it; and one of them says what is in its column.
// A word alone is one only of names.
func (r *Reader) headed(row Row) bool {
	heads, says, naming, counted := 0, 0, false, false
	for _, c := range row.Cells {
		counted = counted || strings.IndexFunc(c.Text, unicode.IsDigit) >= 0
		if !isHead(c.Text) {
			continue
		}
		heads++
		role := roleOf(c.Text)
		naming = naming || role == names && !r.nameable(c.Text)
		if role != other && (len(row.Cells) > 1 || role == names && !isTitle(c.Text) && !r.nameable(c.Text)) {
			says++
		}
	}
	return says > 0 && (2*heads > len(row.Cells) || naming && !counted && len(row.Cells) > 1)
}

// nameable reports whether a text of head words alone names a branch as well: "Thôn Nam",
// "Xóm Mới".
func (r *Reader) nameable(s string) bool {
	p := r.parts(unlisted(s))
	if !p.Branch && p.Place == "" || p.Rest == "" {
		return false
	}
	key := headKey(s)
	return allIn(headKey(p.Rest), nameWords) || viet.Bare(key) == key && roleOf(p.Rest) == other // "Thon Dong"
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		key := viet.Key(w)
		set[key], set["~"+viet.Bare(key)] = true, true // "~": without marks
	}
	return set
}
