package batch

import (
	"fmt"
	"strings"

	"ccbreport/reports/catalogue"
)

// A mixTable writes a table into a page: its columns, and how its rows and its
// numbers are written.
type mixTable struct {
	w       *mixedWard
	b       *mixBranch
	page    *mixPage
	cols    mixColumns
	items   []mixItem
	units   string // column, names, ditto: where the units stand
	groups  string // "", rows, merged
	money   int64  // of a head that says so: 1, 1000, 1000000
	numbers string // plain, remarks, sums, millions, marks, formats
	left    int    // columns before the values
	rows    []int  // where each indicator came to stand
	group   int
}

func (w *mixedWard) table(b *mixBranch, p *mixPage, items []mixItem, cols mixColumns) *mixTable {
	t := &mixTable{w: w, b: b, page: p, cols: cols, items: items, money: 1}
	t.units = pick(w.madeWard, "column", "column", "names", "ditto")
	t.groups = pick(w.madeWard, "", "", "rows", "merged")
	t.numbers = pick(w.madeWard, "plain", "plain", "remarks", "sums", "millions", "marks", "formats")
	if t.allMoney() && w.chance(70) {
		t.money, t.units = pick(w.madeWard, int64(1000), 1_000_000), "head"
	}
	if t.money > 1 || cols.name == "old villages" {
		t.numbers = "plain"
	}
	w.note("%s: %s, units %s, groups %q, numbers %s, money %d", b.unit.ID, cols.name, t.units, t.groups, t.numbers, t.money)
	return t
}

func (t *mixTable) allMoney() bool {
	for _, it := range t.items {
		if !it.money() {
			return false
		}
	}
	return true
}

func (t *mixTable) draw() {
	heads := []any{pick(t.w.madeWard, "STT", "TT"), pick(t.w.madeWard, "Chỉ tiêu", "Nội dung")}
	if t.groups == "merged" {
		heads = []any{"Lĩnh vực", "Chỉ tiêu"}
	}
	if t.units == "column" || t.units == "ditto" {
		heads = append(heads, pick(t.w.madeWard, "ĐVT", "Đơn vị tính"))
	}
	t.left = len(heads)
	for i, h := range t.cols.heads {
		if t.money > 1 && i == t.cols.main {
			h += map[int64]string{1000: " (nghìn đồng)", 1_000_000: " (triệu đồng)"}[t.money]
		}
		heads = append(heads, h)
	}
	t.page.text(heads...)
	if t.w.chance(20) {
		var numbers []any
		for i := range heads {
			numbers = append(numbers, fmt.Sprintf("(%d)", i+1))
		}
		t.page.text(numbers...)
	}
	for n := range t.items {
		t.row(n)
	}
	for i := range t.cols.hidden {
		t.page.hidden = append(t.page.hidden, t.left+i)
	}
}

func (t *mixTable) row(n int) {
	it := t.items[n]
	fresh := n == 0 || t.items[n-1].group != it.group
	first := mixBox{v: n + 1}
	switch {
	case t.groups == "merged" && fresh:
		first.v, t.group = it.group, len(t.page.rows)
	case t.groups == "merged":
		first.v = nil
	case t.groups == "rows" && fresh:
		t.page.text(pick(t.w.madeWard, "I", "II", "III"), it.group)
	}
	name, below := t.name(n)
	row := []mixBox{first, {v: name}}
	if t.units == "column" || t.units == "ditto" {
		row = append(row, mixBox{v: t.unitAt(n)})
	}
	for i, v := range t.cols.cells(t.b, it) {
		row = append(row, t.number(it, v, i == t.cols.main))
	}
	at := t.page.add(row...)
	t.rows = append(t.rows, at)
	if below != "" {
		at = t.page.text(nil, below)
	}
	last := n == len(t.items)-1 || t.items[n+1].group != it.group
	if t.groups == "merged" && last && at > t.group {
		t.page.merges = append(t.page.merges, [4]int{0, t.group, 0, at})
	}
}

// name is what a row is called, and what of it stands in a row of its own below.
func (t *mixTable) name(n int) (name, below string) {
	it := t.items[n]
	name = pick(t.w.madeWard, it.names...)
	switch {
	case strings.HasPrefix(it.code, "TC.HV.GIAM.") && t.w.chance(60):
		name = map[string]string{"TC.HV.GIAM.CHET": "Hội viên giảm (từ trần)", "TC.HV.GIAM.CHUYEN": "Hội viên giảm (chuyển đi)"}[it.code]
	case it.money() && n > 0 && t.follows(n) && t.w.chance(50):
		return pick(t.w.madeWard, "– số tiền", "- Số tiền", "Số tiền") + t.bracket(it), ""
	case strings.Contains(it.names[0], ", ") && (t.units == "column" || t.units == "ditto") && t.w.chance(50):
		head, rest, _ := strings.Cut(it.names[0], ", ")
		return head + ",", rest
	}
	return name + t.bracket(it), ""
}

// follows reports whether a row of money stands under its own count.
func (t *mixTable) follows(n int) bool {
	stem := strings.TrimSuffix(t.items[n].code, "TIEN")
	return len(t.items[n].with) > 0 && strings.HasPrefix(t.items[n-1].code, stem)
}

func (t *mixTable) bracket(it mixItem) string {
	if t.units != "names" {
		return ""
	}
	return " (" + unitWords[it.unit][0] + ")"
}

func (t *mixTable) unitAt(n int) any {
	it := t.items[n]
	if t.units == "ditto" && n > 0 && t.items[n-1].unit == it.unit {
		return pick(t.w.madeWard, "nt", "\"")
	}
	if it.code == "PT.DUONG.M" && t.units == "column" {
		return "m"
	}
	return unitWords[it.unit][0]
}

// number is a value as this table writes it.
func (t *mixTable) number(it mixItem, v any, main bool) mixBox {
	n, ok := v.(int64)
	if !ok {
		return mixBox{v: v}
	}
	if t.money > 1 {
		if n%t.money == 0 {
			return mixBox{v: n / t.money}
		}
		return mixBox{v: float64(n) / float64(t.money)}
	}
	if !main {
		return mixBox{v: n}
	}
	return t.written(it, n)
}

func (t *mixTable) written(it mixItem, n int64) mixBox {
	w := t.w
	switch {
	case t.numbers == "millions" && it.money() && n%1000 == 0 && n/1000%1000 >= 100:
		return mixBox{v: fmt.Sprintf(pick(w.madeWard, "%d triệu %d", "%d triệu %d nghìn"), n/1_000_000, n/1000%1000)}
	case t.numbers == "formats" && it.money():
		return mixBox{v: n, format: pick(w.madeWard, `#,##0 "đ"`, `#,##0`, `#,##0," nghìn đồng"`, `#,##0,"nghìn đồng"`)}
	case it.money() || n == 0:
		return mixBox{v: n}
	case t.numbers == "remarks" && it.person() && it.kind != catalogue.Ratio:
		return mixBox{v: fmt.Sprintf(pick(w.madeWard, "%02d đ/c", "%02d đồng chí", "%02d đ/c (đã đối chiếu)"), n)}
	case t.numbers == "remarks" && it.code == "PT.CAY":
		return mixBox{v: fmt.Sprintf("%d cây các loại", n)}
	case t.numbers == "remarks" && it.code == "PT.DUONG.M":
		return mixBox{v: strings.ReplaceAll(fmt.Sprintf("%g km", float64(n)/1000), ".", ",")}
	case t.numbers == "sums" && !it.level() && n > 5:
		return mixBox{v: fmt.Sprintf("%d+%d", n-n/3, n/3)}
	case t.numbers == "marks" && w.chance(30):
		return mixBox{v: n, mark: pick(w.madeWard, "1", "2", "(1)")}
	}
	return mixBox{v: n}
}
