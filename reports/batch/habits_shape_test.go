package batch

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
)

// A shape says what stands down the rows and across the columns of a table: U
// units, P periods, I indicators. What is in neither stands over the table, on
// its tab, or in the file's name.
type shape struct{ rows, cols string }

var shapes = []shape{
	{"I", "P"}, {"I", "P"}, {"I", "P"}, {"P", "I"}, {"I", "U"}, {"U", "I"}, {"UP", "I"}, {"I", "PU"}, {"I", "UP"},
	{"U", "PI"}, {"UI", "P"}, {"PI", "U"}, {"UPI", ""}, {"I", ""}, {"form", ""}, {"PI", ""}, {"P", "UI"},
}

func (s shape) has(axis string) bool {
	rows := strings.Replace(s.rows, "form", "I", 1)
	return strings.Contains(rows+s.cols, axis)
}

// A place is what is known of a cell: indices, -1 for what is not.
type place struct{ u, p, i int }

func (a place) with(b place) place {
	if b.u >= 0 {
		a.u = b.u
	}
	if b.p >= 0 {
		a.p = b.p
	}
	if b.i >= 0 {
		a.i = b.i
	}
	return a
}

var nowhere = place{-1, -1, -1}

// product lists the places along the axes, the first axis slowest.
func (w *madeWard) product(axes string, items []int) []place {
	list := []place{nowhere}
	for _, axis := range axes {
		var next []place
		for _, at := range list {
			switch axis {
			case 'U':
				for u := range w.job.Branches {
					next = append(next, at.with(place{u, -1, -1}))
				}
			case 'P':
				for p := range w.when {
					next = append(next, at.with(place{-1, p, -1}))
				}
			case 'I':
				for _, i := range items {
					next = append(next, at.with(place{-1, -1, i}))
				}
			}
		}
		list = next
	}
	return list
}

// compose writes the ward's workbooks: all in one shape, or each branch in its
// own.
func (w *madeWard) compose() {
	s := pick(w, shapes...)
	if s.has("U") {
		w.note("shape %+v", s)
		w.writeBooks(s, nowhere)
		return
	}
	for u := range w.job.Branches {
		if w.chance(60) {
			for s = pick(w, shapes...); s.has("U"); {
				s = pick(w, shapes...)
			}
		}
		w.note("shape %+v", s)
		w.writeBooks(s, place{u, -1, -1})
	}
}

// writeBooks writes what one hand sends in one shape: a workbook, or one for
// each period, or two with half of the indicators each.
func (w *madeWard) writeBooks(s shape, of place) {
	h := w.hand()
	var all []int
	for i := range w.items {
		all = append(all, i)
	}
	parts := [][]int{all}
	if len(all) > 4 && w.chance(12) {
		n := len(all) / 2
		parts = [][]int{all[:n], all[n:]}
	}
	for _, part := range parts {
		switch {
		case s.has("P"):
			w.writeBook(s, h, []place{of}, part)
		case w.chance(30):
			for p := range w.when {
				w.writeBook(s, h, []place{of.with(place{-1, p, -1})}, part)
			}
		default:
			w.writeBook(s, h, w.shuffled(w.product("P", nil), of), part)
		}
	}
}

func (w *madeWard) shuffled(list []place, of place) []place {
	for i := range list {
		list[i] = list[i].with(of)
	}
	if w.chance(30) {
		w.rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	return list
}

// writeBook writes a workbook with a sheet for each of the places.
func (w *madeWard) writeBook(s shape, h *hand, pages []place, items []int) {
	b := &madeBook{hand: h, units: map[reports.UnitID]bool{}}
	at := pages[0]
	name := []string{pick(w, "bao cao", "Số liệu", "BIEU", "biểu mẫu CCB")}
	unitIn := pick(w, "title", "title", "title", "tab", "file")
	if at.u >= 0 && (unitIn == "file" || w.chance(40)) {
		name = append(name, w.names[at.u][0])
	}
	periodIn := pick(w, "title", "title", "tab")
	if unitIn == "tab" {
		periodIn = "title"
	}
	if at.p >= 0 && len(pages) == 1 && w.chance(40) {
		periodIn = "file"
		name = append(name, strings.ReplaceAll(fmt.Sprint(w.when[at.p].full[0]), "/", "-"))
	}
	b.file = w.fileName(strings.Join(name, " "))
	for n, at := range pages {
		p := &madePage{name: w.tab(n, at, unitIn, periodIn)}
		d := &drawer{w: w, h: h, page: p, shape: s, at: at, items: items, periodIn: periodIn, unitIn: unitIn}
		d.draw()
		b.pages = append(b.pages, p)
	}
	for u, unit := range w.job.Branches {
		b.units[unit.ID] = at.u < 0 || at.u == u
	}
	if w.chance(15) {
		p := &madePage{name: "Cũ", hidden: true}
		p.text("Chỉ tiêu", "Năm 2017")
		p.text("Tổng số hội viên", 999)
		b.pages = append(b.pages, p)
	}
	w.books = append(w.books, b)
}

func (w *madeWard) fileName(s string) string {
	if w.chance(30) {
		s = strings.ReplaceAll(plain(s), " ", pick(w, "_", "-", " "))
	}
	base := s
	for n := 1; n == 1 && w.chance(20) || slices.ContainsFunc(w.books, func(b *madeBook) bool { return b.file == s+".xlsx" }); n++ {
		s = fmt.Sprintf("%s (%d)", base, n)
	}
	return s + ".xlsx"
}

// plain takes the marks off, as names of files are often typed.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == 'đ' || r == 'Đ' {
			return 'd'
		}
		if base, _, upper, ok := letter(r); ok {
			c := []rune("aaaeeiooouuy")[base]
			if upper {
				c -= 'a' - 'A'
			}
			return c
		}
		return r
	}, s)
}

func (w *madeWard) tab(n int, at place, unitIn, periodIn string) string {
	switch {
	case at.u >= 0 && unitIn == "tab":
		if n > 0 {
			return fmt.Sprintf("%s (%d)", w.names[at.u][0], n+1)
		}
		return w.names[at.u][0]
	case at.p >= 0 && periodIn == "tab":
		return strings.ReplaceAll(fmt.Sprint(w.when[at.p].full[0]), "/", "-")
	}
	return fmt.Sprint(pick(w, "Chỉ tiêu", "Biểu", "Sheet", "Số liệu"), n+1)
}
