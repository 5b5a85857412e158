package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// A list of people gives no figure: the numbers in it are years of birth,
// telephones and cards. Nothing of what it holds is quoted anywhere.

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

// personHead reports whether a head is about one person, and whether it stands
// over the names.
func personHead(c *grid.Cell) (person, named bool) {
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

// headsPeople reports whether a row is the heads of a list of people: one over the
// names, another about them, and few that are no heads at all ("Họ và tên: | … |
// Chức vụ: | …" is the end of a form).
func (r *reader) headsPeople(row grid.Row) bool {
	n, name := 0, false
	for _, c := range row.Cells {
		person, named := personHead(c)
		name = name || named
		if person {
			n++
		}
	}
	if !name || n < 2 {
		return false
	}
	heads := slices.DeleteFunc(slices.Clone(row.Cells), func(c *grid.Cell) bool {
		person, _ := personHead(c)
		return !person && r.rolesOf(c.Clean) == nil
	})
	return 2*len(heads) > len(row.Cells)
}

// isPeople reports whether a table is a list of people. A table that names each
// branch once and gives figures of it may well say who its head is, and so may one
// that names indicators down its rows.
func (r *reader) isPeople(t *table) bool {
	if !slices.ContainsFunc(t.grid.Rows[t.head:t.first], r.headsPeople) {
		return false
	}
	return !r.rowsNameIndicators(t) && !(r.givesFigures(t) && r.branchesOnce(t))
}

// rowsNameIndicators reports whether most rows of a table are named by indicators.
func (r *reader) rowsNameIndicators(t *table) bool {
	c := t.column(roleName)
	if c == nil {
		return false
	}
	names, known := 0, 0
	for i := t.first; i < t.end; i++ {
		if v := t.grid.Rows[i].Cell(c.col); v != nil && v.Kind == intake.Text {
			if names++; r.code(v) != "" {
				known++
			}
		}
	}
	return known > 0 && 2*known >= names
}

// givesFigures reports whether a head that is about no person names an indicator.
func (r *reader) givesFigures(t *table) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool {
		return slices.ContainsFunc(c.labels, func(l *grid.Cell) bool {
			person, _ := personHead(l)
			return !person && r.code(l) != ""
		})
	})
}

// branchesOnce reports whether a column of branches names each of them once.
func (r *reader) branchesOnce(t *table) bool {
	c := t.column(roleBranch)
	if c == nil {
		return false
	}
	seen := map[string]bool{}
	for i := t.first; i < t.end; i++ {
		if v := t.grid.Cell(i, c.col); v != nil && !r.isTotal(v) {
			if seen[v.Key] {
				return false
			}
			seen[v.Key] = true
		}
	}
	return len(seen) > 0
}

// readPeople accounts for a list of people, and tells how many rows it has.
func (r *reader) readPeople(t *table) bool {
	t.grid.MarkRows(t.head, t.first, grid.Label)
	t.grid.MarkRows(t.first, t.end, grid.People)
	r.text = true
	r.find("people.list", t.title.unit, reports.Args{"count": itoa(r.people(t))}, reports.Cell{File: t.grid.File, Sheet: t.grid.Name})
	return true
}

// people counts the rows with a name in a list of people.
func (r *reader) people(t *table) int {
	n := 0
	for i := t.first; i < t.end; i++ {
		if slices.ContainsFunc(t.columns, func(c column) bool {
			v := t.grid.Rows[i].Cell(c.col)
			return v != nil && v.Kind == intake.Text && !r.isTotal(v) && slices.ContainsFunc(c.labels, func(l *grid.Cell) bool { _, named := personHead(l); return named })
		}) {
			n++
		}
	}
	return n
}

// aboutPeople reports whether a column of a table of figures is about people: the
// telephone of a branch's head.
func (r *reader) aboutPeople(c *column) bool {
	return slices.ContainsFunc(c.labels, func(l *grid.Cell) bool {
		person, _ := personHead(l)
		return person && r.code(l) == ""
	})
}
