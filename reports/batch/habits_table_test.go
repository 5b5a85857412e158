package batch

import (
	"fmt"

	"ccbreport/reports"
)

// A tableDrawer writes one table into a sheet.
type tableDrawer struct {
	*drawer
	items   []int
	left    string // what the columns before the values hold: n ordinal, U, P, I, m measure
	cols    []place
	total   bool // a column of totals
	notes   bool
	over    string // a head over all value columns
	outer   string // how the outer names of the rows go on: repeat, merge, once
	started int    // first row of the body
}

var headNames = map[rune][]string{
	'n': {"STT", "TT", "Số TT"}, 'm': {"ĐVT", "Đơn vị tính"}, 'U': {"Chi hội", "Tên chi hội", "Đơn vị"},
	'P': {"Thời gian", "Kỳ báo cáo", "Kỳ"}, 'I': {"Chỉ tiêu", "Nội dung", "Nội dung chỉ tiêu", "Tên chỉ tiêu"},
}

var sections = []string{"Xây dựng tổ chức Hội; thi đua", "Hoạt động tình nghĩa", "Phong trào ở địa phương; an ninh trật tự", "Giúp nhau phát triển kinh tế"}

func (t *tableDrawer) draw() {
	w := t.w
	t.left = t.shape.rows
	if w.chance(60) {
		t.left = "n" + t.left
	}
	if t.measures {
		t.left += "m"
	}
	t.cols = w.product(t.shape.cols, t.items)
	if len(t.shape.cols) == 1 && w.chance(30) {
		w.rng.Shuffle(len(t.cols), func(i, j int) { t.cols[i], t.cols[j] = t.cols[j], t.cols[i] })
	}
	t.total = !t.plan && (t.shape.cols == "P" || t.shape.cols == "U") && t.shape.rows != "PI" && w.chance(30)
	t.notes = w.chance(30)
	t.outer = pick(w, "repeat", "merge", "once")
	if len(t.shape.cols) == 1 && w.chance(20) && !t.plan {
		t.over = pick(w, "Kết quả thực hiện", "Số liệu")
		if t.shortP && t.shape.cols == "P" {
			t.over = fmt.Sprint("Năm ", w.when[0].year)
		}
	}
	t.heads()
	if w.chance(20) {
		t.numbering()
	}
	t.body()
}

// heads writes the one or two rows of heads.
func (t *tableDrawer) heads() {
	w := t.w
	var upper, lower []box
	for _, c := range t.left {
		upper, lower = append(upper, box{v: pick(w, headNames[c]...)}), append(lower, box{})
	}
	single := len(upper)
	row := len(t.page.rows)
	merge := w.chance(60)
	for n, at := range t.cols {
		up, low := t.headPair(n, at)
		upper, lower = append(upper, up...), append(lower, low...)
	}
	if t.total {
		upper, lower = append(upper, box{v: pick(w, "Cộng", "Tổng cộng", "Tổng")}), append(lower, box{})
	}
	if t.notes {
		upper, lower = append(upper, box{v: "Ghi chú"}), append(lower, box{})
	}
	t.page.add(upper...)
	if len(t.shape.cols) < 2 && !t.plan && t.over == "" {
		return
	}
	t.page.add(lower...)
	if !merge {
		return
	}
	last := len(upper) - 1
	for c := single; c <= last; {
		end := c
		for end < last && upper[end+1].v == nil {
			end++
		}
		if lower[c].v == nil {
			end = c
			t.page.merges = append(t.page.merges, [4]int{c, row, c, row + 1})
		} else if end > c {
			t.page.merges = append(t.page.merges, [4]int{c, row, end, row})
		}
		c = end + 1
	}
	for c := range single {
		t.page.merges = append(t.page.merges, [4]int{c, row, c, row + 1})
	}
}

// headPair is what stands over the columns of one place, in two rows.
func (t *tableDrawer) headPair(n int, at place) (upper, lower []box) {
	axes := t.shape.cols
	switch {
	case axes == "":
		return []box{{v: pick(t.w, "Kết quả", "Số liệu", "Thực hiện")}}, []box{{}}
	case t.plan:
		return []box{t.name('P', at), {}}, []box{{v: pick(t.w, "Kế hoạch", "KH")}, {v: pick(t.w, "Thực hiện", "TH", "Kết quả")}}
	case len(axes) == 2:
		up := box{}
		if n == 0 || t.part(rune(axes[0]), t.cols[n-1]) != t.part(rune(axes[0]), at) {
			up = t.outerName(rune(axes[0]), at)
		}
		return []box{up}, []box{t.name(rune(axes[1]), at)}
	case t.over != "":
		up := box{}
		if n == 0 {
			up.v = t.over
		}
		return []box{up}, []box{t.name(rune(axes[0]), at)}
	}
	return []box{t.name(rune(axes[0]), at)}, []box{{}}
}

// part is the index of a place along one axis.
func (t *tableDrawer) part(axis rune, at place) int {
	return map[rune]int{'U': at.u, 'P': at.p, 'I': at.i}[axis]
}

// name is what a place is called along one axis.
func (t *tableDrawer) name(axis rune, at place) box {
	w := t.w
	switch axis {
	case 'U':
		return box{v: pick(w, w.names[at.u]...), kind: isUnit, facts: t.factsOf(t.at.with(place{at.u, at.p, -1}), t.items)}
	case 'P':
		if t.shortP {
			return box{v: pick(w, w.when[at.p].short...)}
		}
		return box{v: pick(w, w.when[at.p].full...)}
	}
	return t.label(t.at.with(at), t.items)
}

// outerName is the name of a place that stands over several others.
func (t *tableDrawer) outerName(axis rune, at place) box {
	if axis == 'U' {
		at = place{at.u, -1, -1}
	}
	return t.name(axis, at)
}

// numbering writes the row (1) (2) (3) under the heads.
func (t *tableDrawer) numbering() {
	width := len(t.page.rows[len(t.page.rows)-1])
	var row []box
	for n := range width {
		row = append(row, box{v: fmt.Sprintf("(%d)", n+1)})
	}
	t.page.add(row...)
}

func (t *tableDrawer) body() {
	w := t.w
	t.started = len(t.page.rows)
	rows := w.product(t.shape.rows, t.items)
	hide := w.chance(10)
	for n, at := range rows {
		if t.shape.rows == "I" && w.chance(12) {
			group := make([]box, len(t.left))
			group[0].v = "I"
			group[indexOf(t.left, 'I')].v = pick(w, sections...)
			t.page.add(group...)
		}
		if w.chance(4) {
			t.page.text()
		}
		row := t.labels(rows, n)
		row = append(row, t.values(at)...)
		at := t.page.add(row...)
		if hide && n == 1 {
			t.page.hideRow = at
		}
	}
	if t.shape.rows == "U" && w.chance(40) {
		t.totalRow()
	}
}

func indexOf(s string, r rune) int {
	for i, c := range s {
		if c == r {
			return i
		}
	}
	return -1
}

// labels are the cells before the values of row n.
func (t *tableDrawer) labels(rows []place, n int) []box {
	var row []box
	for col, c := range t.left {
		switch {
		case c == 'n':
			row = append(row, box{v: n + 1})
		case c == 'm':
			row = append(row, box{v: t.unitWord(t.w.items[rows[n].i])})
		case len(t.shape.rows) > 1 && c == rune(t.shape.rows[0]) && n > 0 && t.part(c, rows[n-1]) == t.part(c, rows[n]) && t.outer != "repeat":
			row = append(row, box{})
			if t.outer == "merge" {
				t.extendMerge(col, len(t.page.rows))
			}
		case len(t.shape.rows) > 1 && c == rune(t.shape.rows[0]) && t.outer != "repeat":
			row = append(row, t.outerName(c, rows[n]))
		default:
			row = append(row, t.name(c, rows[n]))
		}
	}
	return row
}

// extendMerge lets the cell above go on over the given row.
func (t *tableDrawer) extendMerge(col, row int) {
	for i, m := range t.page.merges {
		if m[0] == col && m[3] >= t.started-1 && m[1] >= t.started && m[2] == col {
			if m[3] == row-1 || m[3] < row && t.blank(m[3]+1, row) {
				t.page.merges[i][3] = row
				return
			}
		}
	}
	top := row - 1
	for top > t.started && (len(t.page.rows[top]) <= col || t.page.rows[top][col].v == nil) {
		top--
	}
	t.page.merges = append(t.page.merges, [4]int{col, top, col, row})
}

func (t *tableDrawer) blank(from, to int) bool {
	for r := from; r < to; r++ {
		if len(t.page.rows[r]) > 0 {
			return false
		}
	}
	return true
}

// values are the cells of one row from the first column of values on.
func (t *tableDrawer) values(row place) []box {
	var boxes []box
	for _, col := range t.cols {
		at := t.at.with(row).with(col)
		f := t.figure(at)
		if t.plan {
			boxes = append(boxes, box{v: f.v, kind: "plan"})
		}
		boxes = append(boxes, f)
	}
	if t.total {
		boxes = append(boxes, t.sum(row, t.cols, t.shape.cols))
	}
	if t.notes && t.w.chance(30) {
		boxes = append(boxes, box{v: pick[any](t.w, "đã đối chiếu", "trong đó 2 nữ", 2, "tăng 3", 15)})
	}
	return boxes
}

// sum is the box of a total over places along an axis, empty where figures do not add up.
func (t *tableDrawer) sum(at place, over []place, axis string) box {
	item := t.at.with(at).with(over[0]).i
	it := t.w.items[item]
	if !added(it, axis) {
		return box{}
	}
	var total int64
	for _, o := range over {
		place := t.at.with(at).with(o)
		total += t.w.values[t.w.fact(place.u, place.p, it.inds[0].Code)].Num
	}
	return box{v: t.w.write(t.h, it, []reports.Value{reports.Int(total)}), kind: isTotal, facts: t.factsOf(t.at.with(at).with(place{-1, -1, item}), t.items)}
}

func (t *tableDrawer) totalRow() {
	var row []box
	for _, c := range t.left {
		if c == 'U' {
			row = append(row, box{v: pick(t.w, "Tổng cộng", "Cộng", "TỔNG")})
			continue
		}
		row = append(row, box{})
	}
	units := t.w.product("U", nil)
	for _, col := range t.cols {
		if col.i < 0 {
			row = append(row, box{})
			continue
		}
		row = append(row, t.sum(col, units, "U"))
	}
	t.page.add(row...)
}
