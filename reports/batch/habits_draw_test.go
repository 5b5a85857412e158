package batch

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A drawer writes one sheet.
type drawer struct {
	w        *madeWard
	h        *hand
	page     *madePage
	shape    shape
	at       place // what the sheet is about as a whole
	items    []int
	unitIn   string
	periodIn string

	measures bool // a column names the unit of each row
	plan     bool // a plan stands before each value
	shortP   bool // the periods lack their year, which stands above
}

func (d *drawer) draw() {
	w := d.w
	d.measures = strings.Contains(d.shape.rows, "I") && w.chance(60)
	d.plan = d.shape == shape{"I", "P"} && w.chance(15)
	d.shortP = d.shape.has("P") && w.when[0].short != nil && w.chance(40) && w.oneYear()
	d.title()
	tables := [][]int{d.items}
	if len(d.items) > 3 && w.chance(15) && d.shape.rows != "form" {
		n := len(d.items) / 2
		tables = [][]int{d.items[:n], d.items[n:]}
	}
	for n, items := range tables {
		if n > 0 {
			d.page.text()
			d.page.text(pick(w, "Biểu 2", "Biểu số 2: các chỉ tiêu khác", "II. Các nội dung khác"))
		}
		if d.shape.rows == "form" {
			d.form(items)
		} else {
			(&tableDrawer{drawer: d, items: items}).draw()
		}
	}
	d.foot()
}

// oneYear reports whether all periods lie in one year.
func (w *madeWard) oneYear() bool {
	return !slices.ContainsFunc(w.when, func(s season) bool { return s.year != w.when[0].year })
}

func (d *drawer) title() {
	w := d.w
	if w.chance(60) {
		d.page.text(pick(w, w.job.Unit.Name, w.job.Unit.Short, strings.ToUpper(w.job.Unit.Name)))
	}
	if d.at.u >= 0 && d.unitIn == "title" {
		name := pick(w, w.names[d.at.u]...)
		if !strings.HasPrefix(name, "Chi hội") && w.job.Branches != nil {
			name = w.names[d.at.u][0]
		}
		name = pick(w, name, name, strings.ToUpper(name), "Đơn vị: "+name)
		row := d.page.text(name)
		d.page.rows[row][0].kind, d.page.rows[row][0].facts = isUnit, d.factsOf(d.at, d.items)
	}
	title := pick(w, "BIỂU SỐ LIỆU", "BÁO CÁO SỐ LIỆU", "TỔNG HỢP KẾT QUẢ CÔNG TÁC HỘI")
	switch {
	case d.at.p >= 0 && d.periodIn == "title":
		d.page.text(title + " " + strings.ToUpper(fmt.Sprint(w.when[d.at.p].full[0])))
	case d.shortP:
		d.page.text(fmt.Sprint(title, " NĂM ", w.when[0].year))
	default:
		d.page.text(title)
	}
	if d.h.scale > 1 && d.h.scaleAt == "sheet" {
		d.page.text(nil, nil, pick(w, "Đơn vị tiền: ", "ĐVT: ", "Đơn vị tính: ")+d.h.money())
	}
	if w.chance(40) {
		d.page.text()
	}
}

func (d *drawer) foot() {
	w := d.w
	if w.chance(40) {
		d.page.text()
		d.page.text(nil, pick(w, "Người lập biểu", "NGƯỜI LẬP"), nil, pick(w, "CHI HỘI TRƯỞNG", "TM. CHI HỘI"))
		d.page.text(nil, "(Ký, ghi rõ họ tên)", nil, pick(w, "Nguyễn Văn An", "(Ký tên)"))
	}
	if w.chance(20) {
		d.page.text(pick(w, "Ghi chú: số liệu do các phân hội cung cấp", "Hoa Sen, ngày 05 tháng 7 năm 2020"))
	}
}

// factsOf lists the facts at a place.
func (d *drawer) factsOf(at place, items []int) []fact {
	var list []fact
	for u := range d.w.job.Branches {
		for p := range d.w.when {
			for _, i := range items {
				if (at.u < 0 || at.u == u) && (at.p < 0 || at.p == p) && (at.i < 0 || at.i == i) {
					for _, ind := range d.w.items[i].inds {
						list = append(list, d.w.fact(u, p, ind.Code))
					}
				}
			}
		}
	}
	return list
}

// figure is the box of one item at a place.
func (d *drawer) figure(at place) box {
	it := d.w.items[at.i]
	var values []reports.Value
	var facts []fact
	for _, ind := range it.inds {
		f := d.w.fact(at.u, at.p, ind.Code)
		facts, values = append(facts, f), append(values, d.w.values[f])
	}
	return box{v: d.w.write(d.h, it, values), kind: isFigure, facts: facts}
}

// label names an item, with its unit in brackets where nothing else gives it.
func (d *drawer) label(at place, items []int) box {
	it := d.w.items[at.i]
	unit := d.unitWord(it)
	inName := unit != "" && !d.measures && (d.scaledLabel(it) || d.w.chance(25))
	s := d.w.label(d.h, it, inName || d.measures)
	if inName {
		s += " (" + unit + ")"
	}
	switch d.h.prefix {
	case "- ":
		s = "- " + s
	case "1":
		s = fmt.Sprintf("%d. %s", at.i+1, s)
	}
	return box{v: s, kind: isItem, facts: d.factsOf(at, items)}
}

func (d *drawer) scaledLabel(it item) bool {
	return money(it) && d.h.scale > 1 && (d.h.scaleAt == "label" || d.h.scaleAt == "column") && !d.measures
}

func money(it item) bool { return len(it.inds) == 1 && it.inds[0].Unit == "đồng" }

// unitWord is the unit as written beside an item, with the scale of money.
func (d *drawer) unitWord(it item) string {
	switch {
	case it.unit() == "":
		return ""
	case !money(it):
		return pick(d.w, wordsOf(it.unit())...)
	case d.h.scale > 1 && d.h.scaleAt == "cell":
		return ""
	case d.h.scale > 1:
		return d.h.money()
	}
	return pick(d.w, unitWords["đồng"]...)
}

// form writes labels and values side by side, for one unit and period.
func (d *drawer) form(items []int) {
	d.measures = false
	for _, i := range items {
		at := d.at.with(place{-1, -1, i})
		it := d.w.items[i]
		s := d.w.label(d.h, it, false)
		unit := d.unitWord(it)
		if d.scaledLabel(it) {
			s += " (" + unit + ")"
		}
		row := []box{{v: s + pick(d.w, ":", ""), kind: isItem, facts: d.factsOf(at, nil)}, d.figure(at)}
		row[0].facts = row[1].facts
		if _, plain := row[1].v.(string); !plain && unit != "" && d.w.chance(40) {
			row = append(row, box{v: unit})
		}
		d.page.add(row...)
	}
}

// added reports whether the figures of an item add up along an axis.
func added(it item, axis string) bool {
	return len(it.inds) == 1 && (axis == "U" || it.inds[0].Kind != catalogue.Stock)
}
