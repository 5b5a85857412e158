package batch

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A mixItem is an indicator that branches of mixed habits report.
type mixItem struct {
	code   string
	group  string
	unit   string
	kind   catalogue.Kind
	names  []string
	lo, hi int64 // of a year; of money by the member or, with a count, by the piece
	with   []string
}

func (i mixItem) level() bool  { return i.kind == catalogue.Stock }
func (i mixItem) money() bool  { return i.unit == "đồng" }
func (i mixItem) person() bool { return i.unit == "người" }

// mixPool says from where to where the figures of an ordinary branch lie, so that
// none is asked about for its size; with is what is reported beside it.
var mixPool = []mixItem{
	{code: "TC.HV.TONG", group: "Tổ chức Hội", lo: 45, hi: 60, with: []string{"TC.HV.NU"}},
	{code: "TC.HV.NU", group: "Tổ chức Hội", lo: 2, hi: 6, with: []string{"TC.HV.TONG"}},
	{code: "TC.HV.MOI", group: "Tổ chức Hội", lo: 2, hi: 6},
	{code: "TC.HV.DEN", group: "Tổ chức Hội", lo: 0, hi: 3},
	{code: "TC.HV.GIAM.CHET", group: "Tổ chức Hội", lo: 1, hi: 2, with: []string{"TN.TANGLE.NGUOI", "TN.TANGLE.TIEN"}},
	{code: "TC.HV.GIAM.CHUYEN", group: "Tổ chức Hội", lo: 0, hi: 2},
	{code: "DA.DANGVIEN", group: "Xây dựng Đảng", lo: 20, hi: 30},
	{code: "DA.CAPUY", group: "Xây dựng Đảng", lo: 2, hi: 4},
	{code: "DA.HUYHIEU", group: "Xây dựng Đảng", lo: 1, hi: 5},
	{code: "CS.THUONGBINH", group: "Chính sách", lo: 2, hi: 8},
	{code: "CS.BENHBINH", group: "Chính sách", lo: 1, hi: 5},
	{code: "CS.KNC", group: "Chính sách", lo: 1, hi: 6},
	{code: "DA.HOAGIAI.VU", group: "An ninh", lo: 5, hi: 9, with: []string{"DA.HOAGIAI.THANH"}},
	{code: "DA.HOAGIAI.THANH", group: "An ninh", lo: 2, hi: 4, with: []string{"DA.HOAGIAI.VU"}},
	{code: "AN.TINBAO", group: "An ninh", lo: 2, hi: 9},
	{code: "KT.VAYQUY.NGUOI", group: "Kinh tế", lo: 2, hi: 4, with: []string{"KT.VAYQUY.TIEN"}},
	{code: "KT.VAYQUY.TIEN", group: "Kinh tế", lo: 4500, hi: 5500, with: []string{"KT.VAYQUY.NGUOI"}},
	{code: "KT.QUY.TONG", group: "Kinh tế", lo: 700, hi: 1100},
	{code: "KT.SXKDG", group: "Kinh tế", lo: 1, hi: 4},
	{code: "KT.HO", group: "Kinh tế", lo: 40, hi: 55, with: []string{"KT.HONGHEO"}},
	{code: "KT.HONGHEO", group: "Kinh tế", lo: 1, hi: 3, with: []string{"KT.HO"}},
	{code: "TN.THAMHOI.LUOT", group: "Tình nghĩa", lo: 6, hi: 11, with: []string{"TN.THAMHOI.TIEN"}},
	{code: "TN.THAMHOI.TIEN", group: "Tình nghĩa", lo: 200, hi: 300, with: []string{"TN.THAMHOI.LUOT"}},
	{code: "TN.CHUCTHO.NGUOI", group: "Tình nghĩa", lo: 3, hi: 6, with: []string{"TN.CHUCTHO.TIEN"}},
	{code: "TN.CHUCTHO.TIEN", group: "Tình nghĩa", lo: 200, hi: 300, with: []string{"TN.CHUCTHO.NGUOI"}},
	{code: "TN.TANGLE.NGUOI", group: "Tình nghĩa", lo: 1, hi: 2, with: []string{"TN.TANGLE.TIEN", "TC.HV.GIAM.CHET"}},
	{code: "TN.TANGLE.TIEN", group: "Tình nghĩa", lo: 300, hi: 500, with: []string{"TN.TANGLE.NGUOI", "TC.HV.GIAM.CHET"}},
	{code: "TN.UNGHO.TIEN", group: "Tình nghĩa", lo: 120, hi: 200},
	{code: "PT.CAY", group: "Phong trào", lo: 40, hi: 90},
	{code: "PT.NGAYCONG", group: "Phong trào", lo: 60, hi: 140},
	{code: "PT.DUONG.M", group: "Phong trào", lo: 20, hi: 60},
	{code: "TD.CCBGM.DAT", group: "Thi đua", lo: 38, hi: 42, with: []string{"TD.CCBGM.XET"}},
	{code: "TD.CCBGM.XET", group: "Thi đua", lo: 43, hi: 45, with: []string{"TD.CCBGM.DAT"}},
}

// drawItems draws 8 to 14 indicators, in the order of the pool.
func (w *mixedWard) drawItems() {
	n := 8 + w.rng.IntN(5)
	chosen := map[string]bool{}
	for len(chosen) < n {
		it := mixPool[w.rng.IntN(len(mixPool))]
		for _, code := range append([]string{it.code}, it.with...) {
			chosen[code] = true
		}
	}
	for _, it := range mixPool {
		if ind, ok := w.cat.Indicator(it.code); ok && chosen[it.code] {
			it.unit, it.kind = ind.Unit, ind.Kind
			it.names = slices.DeleteFunc(w.usable(ind, false), func(s string) bool { return strings.ContainsAny(s, "(+/\"") })
			if len(it.names) == 0 {
				it.names = []string{ind.Name}
			}
			w.items = append(w.items, it)
		}
	}
}

func (w *mixedWard) has(code string) bool {
	return slices.ContainsFunc(w.items, func(it mixItem) bool { return it.code == code })
}

// A mixBranch is a branch with its figures.
type mixBranch struct {
	unit    reports.Unit
	short   string
	place   string
	quarter map[string][4]int64
	year    map[string]int64
	before  map[string]int64 // of the period before
	women   map[string]int64
}

func (w *mixedWard) drawBranches(n int) {
	style, from := w.rng.IntN(3), 1+w.rng.IntN(8)
	for i := range n {
		place := placeNames[(from+i*5)%len(placeNames)]
		if place == "Cơ quan xã" {
			place = "Gò Dầu"
		}
		b := &mixBranch{place: place, quarter: map[string][4]int64{}, year: map[string]int64{}, before: map[string]int64{}, women: map[string]int64{}}
		full, short := "Chi hội Tổ dân phố số %d", "TDP %d"
		b.unit.ID = reports.UnitID(fmt.Sprint("b", i))
		switch style {
		case 0:
			b.unit.Name, b.short = fmt.Sprintf(full, from+i), fmt.Sprintf(short, from+i)
		case 1:
			b.unit.Name, b.short = "Chi hội thôn "+place, "Thôn "+place
		default:
			b.unit.Name, b.short = fmt.Sprintf("Chi hội Khu phố %d", from+i), fmt.Sprintf("Khu phố %d", from+i)
		}
		w.job.Branches = append(w.job.Branches, b.unit)
		w.branches = append(w.branches, b)
		w.drawFigures(b)
	}
}

func (w *mixedWard) between(lo, hi int64) int64 { return lo + w.rng.Int64N(hi-lo+1) }

// drawFigures draws the quarters first; a year follows from them.
func (w *mixedWard) drawFigures(b *mixBranch) {
	members := w.between(45, 60)
	for _, it := range w.items {
		n := w.between(it.lo, it.hi)
		switch {
		case it.code == "PT.DUONG.M":
			n *= 10
		case it.code == "TN.TANGLE.NGUOI" && w.has("TC.HV.GIAM.CHET"):
			b.quarter[it.code] = b.quarter["TC.HV.GIAM.CHET"]
			continue
		case it.money() && len(it.with) == 0:
			n *= members * 1000
		}
		b.quarter[it.code] = w.quarters(it, n)
		if it.money() && len(it.with) > 0 {
			q := b.quarter[strings.TrimSuffix(it.code, "TIEN")+pick(w.madeWard, w.countOf(it.code))]
			for i := range q {
				q[i] *= n * 1000
			}
			b.quarter[it.code] = q
		}
	}
	w.balanceMembers(b)
	for _, it := range w.items {
		q := b.quarter[it.code]
		step := int64(1)
		if it.money() {
			step = 1000
		}
		b.year[it.code] = q[0] + q[1] + q[2] + q[3]
		if it.level() {
			b.year[it.code] = q[3]
		}
		if _, set := b.before[it.code]; !set {
			b.before[it.code] = max(b.year[it.code]-w.between(0, 2)*step, 0)
		}
		if it.person() {
			b.women[it.code] = w.between(0, min(b.year[it.code], 3))
		}
	}
	b.women["TC.HV.TONG"] = b.year["TC.HV.NU"]
}

func (w *mixedWard) countOf(money string) string {
	if w.has(strings.TrimSuffix(money, "TIEN") + "LUOT") {
		return "LUOT"
	}
	return "NGUOI"
}

// quarters parts what came in a year; a level hardly moves.
func (w *mixedWard) quarters(it mixItem, n int64) [4]int64 {
	switch {
	case it.level():
		return [4]int64{n, n, n, n}
	case slices.ContainsFunc([]string{".DAT", ".XET", ".VU", ".THANH"}, func(s string) bool { return strings.HasSuffix(it.code, s) }):
		return [4]int64{0, 0, 0, n} // parts and wholes: once a year
	}
	var q [4]int64
	step := int64(1)
	if it.money() {
		step = 1000
	}
	for i := range 3 {
		q[i] = w.rng.Int64N(n/step/3+1) * step
	}
	q[3] = n - q[0] - q[1] - q[2]
	return q
}

// balanceMembers makes the members of each quarter follow from the one before.
func (w *mixedWard) balanceMembers(b *mixBranch) {
	q, given := b.quarter["TC.HV.TONG"]
	if !given {
		return
	}
	at := q[0]
	b.before["TC.HV.TONG"] = at
	for i := range q {
		at += b.quarter["TC.HV.MOI"][i] + b.quarter["TC.HV.DEN"][i] - b.quarter["TC.HV.GIAM.CHET"][i] - b.quarter["TC.HV.GIAM.CHUYEN"][i]
		q[i] = at
	}
	b.quarter["TC.HV.TONG"] = q
}
