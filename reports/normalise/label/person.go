package label

import (
	"slices"
	"strings"

	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// peopleHeads are the heads of columns that are about one person, as
// viet.Expand(viet.Key(…)) leaves them.
var peopleHeads = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Split("họ và tên; họ tên; họ và tên hội viên; họ tên hội viên; tên hội viên; họ đệm; họ và tên đệm; "+
		"năm sinh; ngày sinh; ngày tháng năm sinh; ngày, tháng, năm sinh; tuổi; giới tính; dân tộc; quê quán; nguyên quán; trú quán; "+
		"địa chỉ; nơi ở; nơi ở hiện nay; chỗ ở; chỗ ở hiện nay; hộ khẩu; hộ khẩu thường trú; nơi thường trú; "+
		"số điện thoại; điện thoại; sđt; đt; số đt; di động; cccd; cmnd; cmt; số cccd; số cmnd; số cmnd/cccd; cccd/cmnd; căn cước công dân; số căn cước; số định danh; "+
		"nhập ngũ; ngày nhập ngũ; năm nhập ngũ; xuất ngũ; ngày xuất ngũ; năm xuất ngũ; cấp bậc; quân hàm; chức vụ; nghề nghiệp; đơn vị cũ; "+
		"số thẻ; số thẻ hội viên; số thẻ bhyt; tuổi đảng; ngày vào đảng; ngày vào hội; năm vào hội; ngày kết nạp; trình độ; tôn giáo; bệnh lý; số tài khoản", "; ") {
		set[viet.Expand(viet.Key(w))] = true
	}
	return set
}()

// personNames are those of them that stand over the names.
var personNames = []string{"họ và tên", "họ tên", "tên hội viên", "họ đệm"}

// Person reports whether a head is about one person, and whether it stands
// over the names.
func Person(c *grid.Cell) (person, named bool) {
	if c.Kind != intake.Text || len(c.Clean) > grid.LongestLabel || strings.HasSuffix(c.Clean, ":") {
		return false, false
	}
	key := c.Key
	if base, inner := wording.Bracket(c.Clean); inner != "" {
		key = viet.Key(base)
	}
	key = viet.Expand(key)
	return peopleHeads[key], peopleHeads[key] && slices.ContainsFunc(personNames, func(w string) bool { return strings.HasPrefix(key, w) })
}

// HeadsPeople reports whether a row is the heads of a list of people: one over the
// names, another about them, and few that are no heads at all ("Họ và tên: | … |
// Chức vụ: | …" is the end of a form).
func (r *Reader) HeadsPeople(row grid.Row) bool {
	n, name := 0, false
	for _, c := range row.Cells {
		person, named := Person(c)
		name = name || named
		if person {
			n++
		}
	}
	if !name || n < 2 {
		return false
	}
	heads := slices.DeleteFunc(slices.Clone(row.Cells), func(c *grid.Cell) bool {
		person, _ := Person(c)
		return !person && r.Roles(c.Clean) == nil
	})
	return 2*len(heads) > len(row.Cells)
}
