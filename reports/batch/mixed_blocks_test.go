package batch

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// compose writes the ward's workbooks.
func (w *mixedWard) compose() {
	odd := w.chance(40)
	spoiled := w.rng.IntN(len(w.branches))
	for i, b := range w.branches {
		book := w.branchBook(b)
		if odd && i == spoiled {
			w.spoilMixed(b, book)
		}
	}
	if w.chance(25) {
		w.otherAssociation(w.branches[0])
	}
	if w.chance(40) {
		w.wardLog()
	}
}

// branchBook writes what a branch sends: two or three blocks, each in its habits,
// below each other or on sheets of their own.
func (w *mixedWard) branchBook(b *mixBranch) *mixBook {
	book := &mixBook{file: fmt.Sprintf("%s %s.xlsx", pick(w.madeWard, "bao cao", "So lieu", "CCB"), b.unit.ID), unit: b.unit.ID}
	w.books = append(w.books, book)
	apart := w.chance(30)
	var page *mixPage
	for i, items := range w.shares() {
		if i == 0 || apart {
			page = book.page(fmt.Sprint("Biểu ", i+1))
			w.titles(b, page)
		} else {
			page.text()
			page.text(pick(w.madeWard, "Biểu 2", "II. CÁC NỘI DUNG KHÁC", "Các chỉ tiêu khác"))
		}
		w.block(b, page, items)
	}
	w.below(page)
	if w.chance(25) {
		w.people(book)
	}
	return book
}

func (w *mixedWard) titles(b *mixBranch, p *mixPage) {
	if w.chance(50) {
		p.text(strings.ToUpper(w.job.Unit.Name))
	}
	p.text(pick(w.madeWard, strings.ToUpper(b.unit.Name), b.unit.Name, strings.Replace(b.unit.Name, "Chi hội", "Chi hội CCB", 1)))
	p.text(pick(w.madeWard, "BÁO CÁO SỐ LIỆU NĂM 2026", "BIỂU SỐ LIỆU NĂM 2026", "Báo cáo kết quả năm 2026"))
	if w.chance(60) {
		p.text()
	}
}

// shares parts the indicators into two or three runs; what goes with each other
// stays together.
func (w *mixedWard) shares() [][]mixItem {
	var list [][]mixItem
	size := max(len(w.items)/(2+w.rng.IntN(2)), 3)
	var share []mixItem
	for i, it := range w.items {
		share = append(share, it)
		if len(share) >= size && i+1 < len(w.items) && w.items[i+1].group != it.group && len(w.items)-i > 3 {
			list, share = append(list, share), nil
		}
	}
	return append(list, share)
}

func (w *mixedWard) block(b *mixBranch, p *mixPage, items []mixItem) {
	switch n := w.rng.IntN(100); {
	case n < 8:
		w.questions(b, p, items)
	case n < 16:
		w.sentences(b, p, items)
	case n < 26:
		w.sideBySide(b, p, items)
	default:
		cols := mixColumnHabits[w.rng.IntN(len(mixColumnHabits))](w, b)
		if cols.hidden > 0 && len(p.hidden) > 0 {
			cols = mixPlain(w, b) // the column that one hides may be the one that the other shows
		}
		w.table(b, p, items, cols).draw()
	}
}

// said is a value with its unit, as people write it in a line.
func (w *mixedWard) inWords(it mixItem, n int64) string {
	if it.money() {
		return dotted(n) + " đồng"
	}
	return fmt.Sprintf("%02d %s", n, unitWords[it.unit][0])
}

// lineName names an indicator in a line or a question. "Cây xanh?" alone is a word
// that any sheet may ask about: it is named, and not read.
func (w *mixedWard) lineName(it mixItem) string {
	return pick(w.madeWard, slices.DeleteFunc(slices.Clone(it.names), func(s string) bool { return s == "Cây xanh" })...)
}

func (w *mixedWard) questions(b *mixBranch, p *mixPage, items []mixItem) {
	w.note("%s: questions", b.unit.ID)
	for i, it := range items {
		p.text(fmt.Sprintf("Câu %d. %s%s?", i+1, w.lineName(it), pick(w.madeWard, "", " là bao nhiêu")))
		p.text("Trả lời:", w.inWords(it, b.year[it.code]))
	}
}

func (w *mixedWard) sentences(b *mixBranch, p *mixPage, items []mixItem) {
	w.note("%s: sentences", b.unit.ID)
	line := ""
	for i, it := range items {
		line += w.lineName(it) + ": " + w.inWords(it, b.year[it.code])
		if i+1 < len(items) && items[i+1].group == it.group && len(line) < 90 && w.chance(50) {
			line += "; "
			continue
		}
		p.text("- " + line)
		line = ""
	}
}

// sideBySide writes two short tables beside each other; the left one has rows
// that are not filled in.
func (w *mixedWard) sideBySide(b *mixBranch, p *mixPage, items []mixItem) {
	w.note("%s: side by side", b.unit.ID)
	p.text("Chỉ tiêu", "Số liệu", nil, "Chỉ tiêu", "Số liệu")
	half := (len(items) + 1) / 2
	label := func(it mixItem) string { return pick(w.madeWard, it.names...) + " (" + unitWords[it.unit][0] + ")" }
	for i := range half {
		row := []any{label(items[i]), b.year[items[i].code], nil, nil, nil}
		if half+i < len(items) {
			it := items[half+i]
			row[3], row[4] = label(it), b.year[it.code]
		}
		p.text(row...)
	}
	if w.chance(50) {
		w.said["value.blank"] = true // these rows are left open
		p.text("Người lầm lỗi được cảm hóa (người)", nil, nil, "Hội viên nhiễm chất độc da cam (người)")
	}
}

// below writes the remark and the signatures at the foot.
func (w *mixedWard) below(p *mixPage) {
	if w.chance(40) {
		p.text()
		p.text(pick(w.madeWard, "Ghi chú: số liệu do các phân hội cung cấp", "* Số liệu đã thông qua chi ủy"))
	}
	if w.chance(50) {
		p.text()
		p.text(nil, "Người lập biểu", nil, "CHI HỘI TRƯỞNG")
		p.text(nil, "(Ký, ghi rõ họ tên)", nil, pick(w.madeWard, "Nguyễn Văn An", "Lê Thị Bưởi"))
	}
}

// people writes a list of members on a sheet of its own: no figure of it counts.
func (w *mixedWard) people(book *mixBook) {
	p := book.page("Danh sách")
	p.text("DANH SÁCH HỘI VIÊN HƯU TRÍ")
	p.text("STT", "Họ và tên", "Năm sinh", "Địa chỉ", "Ghi chú")
	for i := range 4 + w.rng.IntN(5) {
		p.text(i+1, pick(w.madeWard, "Trần Văn Hòa", "Lê Thị Bưởi", "Phạm Quang Vinh", "Đỗ Đình Thi"), 1945+w.rng.IntN(20), pick(w.madeWard, "Ngõ 5", "Số nhà 12"), nil)
	}
}

// otherAssociation sends the farmers' return of the same village.
func (w *mixedWard) otherAssociation(b *mixBranch) {
	w.said["file.otherassociation"] = true // it is not ours, and that is told
	who := pick(w.madeWard, "Nông dân", "Người cao tuổi", "Phụ nữ")
	place := strings.TrimPrefix(b.unit.Name, "Chi hội ")
	book := &mixBook{file: "gui kem.xlsx", unit: "@other"}
	p := book.page("Sheet1")
	p.text("CHI HỘI " + strings.ToUpper(who+" "+place))
	p.text("BÁO CÁO NĂM 2026")
	p.text()
	p.text("STT", "Chỉ tiêu", "ĐVT", "Năm 2026")
	p.text(1, "Tổng số hội viên", "người", 132)
	p.text(2, "Hội viên mới kết nạp", "người", 9)
	w.books = append(w.books, book)
	w.note("other association: %s", who)
}

// wardLog is the ward's own log, with days in the ways that people write them.
func (w *mixedWard) wardLog() {
	book := &mixBook{file: "so cong tac.xlsx", unit: "@ward"}
	p := book.page("Nhật ký")
	p.text(strings.ToUpper(w.job.Unit.Name))
	p.text("SỔ CÔNG TÁC NĂM 2026")
	p.text()
	p.text("TT", "Ngày tháng", "Hoạt động", "Nội dung", "Số lượng", "ĐVT", "Số lượt người")
	n := 3 + w.rng.IntN(4)
	for i := range n {
		d := time.Date(2026, time.Month(1+w.rng.IntN(11)), 1+w.rng.IntN(25), 0, 0, 0, 0, time.UTC)
		day := pick(w.madeWard, d.Format("02/01/2006"), d.Format("2.1.2006"), d.Format("2/1"), d.Format("02/01/2006")+" (sáng)",
			"tháng "+d.Format("1/2006"), d.Format("02/01/2006")+" - "+d.AddDate(0, 0, 1).Format("02/01/2006"))
		turns := w.between(60, 140)
		p.text(i+1, day, "Thông tin thời sự", "Tình hình thế giới", 1, "buổi", turns)
		w.own["TT.THOISU.BUOI"]++
		w.own["TT.THOISU.LUOT"] += turns
	}
	w.books = append(w.books, book)
	w.note("log of %d", n)
}
