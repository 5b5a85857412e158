package batch

import (
	"ccbreport/reports/catalogue"
)

// spoilMixed puts an oddity that must be asked about into a workbook, as a block
// of its own or in the place of a number.
func (w *mixedWard) spoilMixed(b *mixBranch, book *mixBook) {
	kinds := []func(*mixBranch, *mixBook){w.oddStruck, w.oddCovered, w.oddAbout, w.oddSao, w.oddVillages, w.oddColumns, w.oddName, w.oddLevels}
	kinds[w.rng.IntN(len(kinds))](b, book)
}

// oddity notes what is odd; codes are the figures that may be absent for it.
func (w *mixedWard) oddity(b *mixBranch, what string, codes ...string) *mixOdd {
	o := &mixOdd{what: what, unit: b.unit.ID, codes: codes}
	w.odds = append(w.odds, o)
	w.note("ODD %s: %s %v", b.unit.ID, what, codes)
	return o
}

// plainTable replaces what a branch sends by one table in plain habits.
func (w *mixedWard) plainTable(b *mixBranch, book *mixBook, cols mixColumns) (t *mixTable, head int) {
	p := &mixPage{name: "Biểu 1"}
	book.pages = []*mixPage{p}
	w.titles(b, p)
	t = &mixTable{w: w, b: b, page: p, cols: cols, items: w.items, money: 1, units: "column", numbers: "plain"}
	head = len(p.rows)
	t.draw()
	return t, head
}

// oddTable is a plain table with the row of an indicator that is a plain count.
func (w *mixedWard) oddTable(b *mixBranch, book *mixBook) (p *mixPage, row int, it mixItem) {
	t, _ := w.plainTable(b, book, mixPlain(w, b))
	from := w.rng.IntN(len(w.items))
	for i := range w.items {
		n := (from + i) % len(w.items)
		it, row = w.items[n], t.rows[n]
		if !it.money() && b.year[it.code] > 2 && it.code != "TC.HV.TONG" {
			break
		}
	}
	return t.page, row, it
}

func (w *mixedWard) oddStruck(b *mixBranch, book *mixBook) {
	p, row, it := w.oddTable(b, book)
	box := &p.rows[row][3]
	box.struck, box.odd = true, w.oddity(b, "struck out", it.code)
}

// oddCovered merges a number's cell under the one before it.
func (w *mixedWard) oddCovered(b *mixBranch, book *mixBook) {
	p, row, it := w.oddTable(b, book)
	p.rows[row][3].odd = w.oddity(b, "under a merge", it.code)
	p.cover = addr(2, row) + ":" + addr(3, row)
}

func (w *mixedWard) oddAbout(b *mixBranch, book *mixBook) {
	p, row, it := w.oddTable(b, book)
	box := &p.rows[row][3]
	box.v, box.odd = "khoảng 40", w.oddity(b, "about", it.code)
}

// oddSao gives land in a measure that differs from place to place.
func (w *mixedWard) oddSao(b *mixBranch, book *mixBook) {
	p, _, _ := w.oddTable(b, book)
	row := p.add(boxesOf(len(w.items)+1, "Diện tích đất hiến", "sào", 2)...)
	p.rows[row][3].odd = w.oddity(b, "sào")
}

func (w *mixedWard) oddVillages(b *mixBranch, book *mixBook) {
	w.oddPair(b, book, "two old villages", "Thôn Cầu Đá cũ", "Thôn Bãi Sậy cũ")
}

func (w *mixedWard) oddColumns(b *mixBranch, book *mixBook) {
	w.oddPair(b, book, "two columns of unknown relation", "Số liệu A", "Số liệu B")
}

// oddPair gives two columns that nothing relates.
func (w *mixedWard) oddPair(b *mixBranch, book *mixBook, what string, heads ...string) {
	cols := mixColumns{name: what, heads: heads, cells: func(b *mixBranch, it mixItem) []any {
		n := b.year[it.code]
		return []any{n - n/3, n / 3}
	}}
	t, head := w.plainTable(b, book, cols)
	var codes []string
	for _, it := range w.items {
		codes = append(codes, it.code)
	}
	o := w.oddity(b, what, codes...)
	t.page.rows[head][3].odd, t.page.rows[head][4].odd = o, o
}

// oddName gives a name near a known one that is none.
func (w *mixedWard) oddName(b *mixBranch, book *mixBook) {
	p, _, _ := w.oddTable(b, book)
	name := pick(w.madeWard, "Số buổi sinh hoạt hè thiếu nhi", "Hội viên là đảng viên dự bị", "Cây ăn quả bị sâu bệnh")
	row := p.add(boxesOf(len(w.items)+1, name, "người", 7)...)
	p.rows[row][1].odd = w.oddity(b, "unknown name")
}

// oddLevels adds the levels of the quarters up to a year: the last quarter
// counts, or it is asked.
func (w *mixedWard) oddLevels(b *mixBranch, book *mixBook) {
	cols := mixQuarters(w, b)
	cols.cells = func(b *mixBranch, it mixItem) []any {
		q := b.quarter[it.code]
		return []any{q[0], q[1], q[2], q[3], q[0] + q[1] + q[2] + q[3]}
	}
	var codes []string
	for _, it := range w.items {
		if it.kind == catalogue.Stock {
			codes = append(codes, it.code)
		}
	}
	if len(codes) == 0 {
		w.oddStruck(b, book)
		return
	}
	t, head := w.plainTable(b, book, cols)
	o := w.oddity(b, "year adds levels", codes...)
	o.quiet, t.page.rows[head][7].odd = true, o
}
