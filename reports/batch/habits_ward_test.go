package batch

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A fact is what one figure is about.
type fact struct {
	unit   reports.UnitID
	code   string
	period reports.Period
}

// A madeWard is a ward made up from a seed: who it is, what it counted, and in
// which workbooks it says so. Everything that it must give is computed here, with
// nothing of the program's.
type madeWard struct {
	rng     *rand.Rand
	cat     *catalogue.Catalogue
	job     Job
	inbox   fstest.MapFS
	names   [][]string // of each branch, the ways in which it is written
	when    []season
	items   []item
	values  map[fact]reports.Value
	books   []*madeBook
	oddness []*oddity
	listed  bool     // there is a list of branches; else all found are branches
	story   []string // what was chosen, for a failure's message
}

// A season is one period of the report with the ways in which it is written: by
// itself, and where a year stands over or above it (none if that year says it all).
type season struct {
	period reports.Period
	year   int
	full   []any
	short  []string
}

// An item is what one row or column of a table is about: an indicator, two that
// share a cell, or the two parts of a ratio.
type item struct {
	inds  []catalogue.Indicator
	ratio *catalogue.Indicator
}

// unit is the unit that a table would give beside the item, "" if it has two.
func (i item) unit() string {
	switch {
	case i.ratio != nil:
		return "%"
	case len(i.inds) > 1:
		return ""
	}
	return i.inds[0].Unit
}

func (w *madeWard) note(format string, args ...any) {
	w.story = append(w.story, fmt.Sprintf(format, args...))
}

// chance is true in n of 100 cases.
func (w *madeWard) chance(n int) bool { return w.rng.IntN(100) < n }

func pick[T any](w *madeWard, list ...T) T { return list[w.rng.IntN(len(list))] }

func makeWard(seed uint64, cat *catalogue.Catalogue, base Job) *madeWard {
	w := &madeWard{
		rng: rand.New(rand.NewPCG(seed, 7)), cat: cat, job: base,
		inbox: fstest.MapFS{}, values: map[fact]reports.Value{},
	}
	w.job.Inbox, w.job.Branches, w.job.YearStart = w.inbox, nil, [2]int{1, 1}
	w.makeSeasons()
	w.makeBranches(4 + w.rng.IntN(4))
	if w.listed = w.chance(85); !w.listed {
		for i := range w.names {
			w.names[i] = w.names[i][:1] // without a list other spellings are other branches
		}
	}
	w.makeItems(4 + w.rng.IntN(6))
	w.makeValues()
	return w
}

func (w *madeWard) makeSeasons() {
	d := reports.DayOf
	switch w.rng.IntN(7) {
	case 0, 1:
		w.when = []season{year(2017), year(2018), year(2019), half(2020, 1)}
		w.job.Span = reports.PeriodOf(d(2017, 1, 1), d(2020, 6, 30))
	case 2:
		w.when = []season{half(2019, 1), half(2019, 2)}
		w.job.Span = reports.Year(2019)
	case 3:
		w.when = []season{quarter(2019, 1), quarter(2019, 2), quarter(2019, 3), quarter(2019, 4)}
		w.job.Span = reports.Year(2019)
	case 4:
		w.when = []season{month(2019, 1), month(2019, 2), month(2019, 3), month(2019, 4), month(2019, 5), month(2019, 6)}
		w.job.Span = reports.Months(2019, 1, 6)
	case 5:
		w.when = []season{year(2019)}
		w.job.Span = reports.Year(2019)
	default:
		w.job.YearStart = [2]int{11, 1}
		w.when = []season{year(2018), year(2019)}
		for i := range w.when {
			y := w.when[i].year
			w.when[i].period = reports.PeriodOf(d(y-1, 11, 1), d(y, 10, 31))
		}
		w.job.Span = reports.PeriodOf(d(2017, 11, 1), d(2019, 10, 31))
	}
	w.job.Term.Span = reports.PeriodOf(d(2017, 1, 1), d(2021, 12, 31))
	w.note("periods %v", w.job.Span)
}

func year(y int) season {
	return season{reports.Year(y), y, []any{fmt.Sprint("Năm ", y), fmt.Sprint(y), y, fmt.Sprint("NĂM ", y), fmt.Sprint("Cả năm ", y)}, nil}
}

func half(y, n int) season {
	which := []string{"đầu", "cuối"}[n-1]
	return season{reports.Months(y, 6*n-5, 6), y,
		[]any{fmt.Sprintf("6 tháng %s năm %d", which, y), fmt.Sprintf("6 THÁNG %s NĂM %d", strings.ToUpper(which), y), fmt.Sprintf("Sáu tháng %s năm %d", which, y)},
		[]string{fmt.Sprintf("6 tháng %s năm", which), fmt.Sprintf("Sáu tháng %s năm", which)}}
}

func quarter(y, n int) season {
	roman := []string{"I", "II", "III", "IV"}[n-1]
	return season{reports.Months(y, 3*n-2, 3), y,
		[]any{fmt.Sprintf("Quý %s/%d", roman, y), fmt.Sprintf("Quý %d năm %d", n, y), fmt.Sprintf("Q%d-%d", n, y), fmt.Sprintf("Quý %s năm %d", roman, y)},
		[]string{"Quý " + roman, fmt.Sprint("Quý ", n)}}
}

func month(y, n int) season {
	return season{reports.Months(y, n, 1), y,
		[]any{fmt.Sprintf("Tháng %d/%d", n, y), fmt.Sprintf("T%d/%d", n, y), fmt.Sprintf("Tháng %02d năm %d", n, y)},
		[]string{fmt.Sprint("Tháng ", n), fmt.Sprintf("Tháng %02d", n)}}
}

// placeNames are names of branches without a number.
var placeNames = []string{"An Bình", "Hòa Thạnh", "Cơ quan xã", "Trường Sơn", "Tân Lập", "Phú Mỹ", "Đồng Tiến", "Quyết Thắng", "Bến Đá", "Lũy Tre", "Vĩnh An", "Suối Cát"}

func (w *madeWard) makeBranches(n int) {
	style := w.rng.IntN(6)
	from := 1 + w.rng.IntN(9)
	offset := w.rng.IntN(len(placeNames))
	for i := range n {
		k, place := from+i, placeNames[(offset+i)%len(placeNames)]
		var names []string
		switch style {
		case 0:
			names = []string{fmt.Sprintf("Chi hội Tổ dân phố số %d", k), fmt.Sprintf("Chi hội CCB TDP %d", k), fmt.Sprintf("Chi hội TDP số %02d", k), fmt.Sprintf("Tổ dân phố %d", k), fmt.Sprintf("Tổ %d", k)}
		case 1:
			names = []string{fmt.Sprintf("Chi hội Thôn %d", k), fmt.Sprintf("Chi hội CCB thôn %02d", k), fmt.Sprintf("Thôn %d", k), fmt.Sprintf("CH thôn %d", k)}
		case 2:
			names = []string{fmt.Sprintf("Chi hội Khu phố %d", k), fmt.Sprintf("Chi hội Cựu chiến binh Khu phố %d", k), fmt.Sprintf("KP %d", k), fmt.Sprintf("Chi hội KP%02d", k)}
		case 3:
			names = []string{"Chi hội " + place, "Chi hội CCB " + place, "Chi hội Cựu chiến binh " + place}
		case 4:
			names = []string{"Chi hội Thôn " + place, "Chi hội CCB thôn " + place, "Thôn " + place}
		default:
			names = []string{fmt.Sprintf("Chi hội %d", k), fmt.Sprintf("Chi hội CCB số %02d", k), fmt.Sprintf("Chi hội số %d", k)}
		}
		w.names = append(w.names, names)
		w.job.Branches = append(w.job.Branches, reports.Unit{ID: reports.UnitID(fmt.Sprint("b", i)), Name: names[0]})
	}
	w.note("branches %s", w.names[0][0])
}

// together are indicators that a branch gives both or neither of, because the
// program asks for the other.
var together = [][2]string{
	{"TN.THAMHOI.LUOT", "TN.THAMHOI.TIEN"}, {"TN.TANGLE.NGUOI", "TN.TANGLE.TIEN"}, {"TN.CHUCTHO.NGUOI", "TN.CHUCTHO.TIEN"},
	{"PT.VSMT.BUOI", "PT.VSMT.LUOT"}, {"CS.PBGDPL.BUOI", "CS.PBGDPL.LUOT"}, {"TD.CCBGM.DAT", "TD.CCBGM.XET"},
	{"TD.GDVH.DAT", "TD.GDVH.XET"}, {"TC.SINHHOAT.DU", "TC.SINHHOAT.PHAIDU"}, {"DA.HOAGIAI.THANH", "DA.HOAGIAI.VU"},
	{"TT.NQ.LUOT", "TT.NQ.TRIEUTAP"}, {"KT.HONGHEO", "KT.HO"}, {"KT.KHAGIAU.HO", "KT.HO"}, {"CS.BHYT.HV", "TC.HV.TONG"},
	{"TC.HV.GIAM.CHET", "TN.TANGLE.NGUOI"},
}

// makeItems draws about n indicators that branches report.
func (w *madeWard) makeItems(n int) {
	var pool []catalogue.Indicator
	for _, ind := range w.cat.Indicators() {
		if ind.Level != catalogue.WardLv && slices.Contains([]catalogue.Kind{catalogue.Flow, catalogue.Once, catalogue.Stock}, ind.Kind) && len(ind.Parts) == 0 {
			pool = append(pool, ind)
		}
	}
	w.rng.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	codes := map[string]bool{}
	for _, ind := range pool[:n] {
		codes[ind.Code] = true
	}
	for range 2 {
		for _, pair := range together {
			if codes[pair[0]] || codes[pair[1]] && pair[1] != "TC.HV.TONG" && pair[1] != "KT.HO" {
				codes[pair[0]], codes[pair[1]] = true, true
			}
		}
	}
	for _, ind := range w.cat.Indicators() {
		if codes[ind.Code] {
			w.items = append(w.items, item{inds: []catalogue.Indicator{ind}})
		}
	}
	if w.chance(40) {
		w.rng.Shuffle(len(w.items), func(i, j int) { w.items[i], w.items[j] = w.items[j], w.items[i] })
	}
	w.shareCells()
}

// shareCells lets some indicators share a cell: "12 buổi/350 lượt", "36/38".
func (w *madeWard) shareCells() {
	for _, pair := range together[:9] {
		first, second := w.item(pair[0]), w.item(pair[1])
		if first < 0 || second < 0 || !w.chance(15) {
			continue
		}
		a, b := w.items[first].inds[0], w.items[second].inds[0]
		joint := item{inds: []catalogue.Indicator{a, b}}
		for _, ind := range w.cat.Indicators() {
			if ind.Kind == catalogue.Ratio && ind.Num == a.Code && ind.Den == b.Code {
				joint.ratio = &ind
			}
		}
		w.items[first] = joint
		w.items = slices.Delete(w.items, second, second+1)
	}
}

func (w *madeWard) item(code string) int {
	return slices.IndexFunc(w.items, func(i item) bool { return len(i.inds) == 1 && i.inds[0].Code == code })
}

// ranges of the counts that bound others; all other counts are from 1 to 9, so
// that no rule of the catalogue is broken.
var ranges = map[string][2]int64{
	"TC.HV.TONG": {160, 190}, "KT.HO": {70, 90}, "DA.DANGVIEN": {30, 50}, "DA.CHUCDANH": {12, 25}, "DA.HOAGIAI.VU": {10, 20},
	"PT.GPMB.HO": {10, 20}, "TD.CCBGM.XET": {40, 60}, "TD.GDVH.XET": {40, 60}, "TT.NQ.TRIEUTAP": {40, 60}, "TC.SINHHOAT.PHAIDU": {40, 60},
	"PT.VSMT.LUOT": {90, 4000}, "TN.THAMHOI.LUOT": {400, 1500}, "PT.NGAYCONG": {20, 3000}, "CS.PBGDPL.LUOT": {100, 2000}, "PT.CAY": {10, 2500},
}

// mayBeNone are counts that may well be nought.
var mayBeNone = []string{"TC.HV.MOI", "AN.TINBAO", "PT.GPMB.CUONGCHE", "TC.KYLUAT", "TC.HV.DEN", "TN.LIETSI", "KT.THOATNGHEO", "TD.DIENHINH"}

func (w *madeWard) makeValues() {
	for b := range w.job.Branches {
		for p := range w.when {
			for _, it := range w.items {
				for _, ind := range it.inds {
					w.values[w.fact(b, p, ind.Code)] = reports.Int(w.number(ind))
				}
			}
			w.balance(b, p)
			w.price(b, p)
		}
	}
}

func (w *madeWard) number(ind catalogue.Indicator) int64 {
	switch span, ok := ranges[ind.Code]; {
	case ok:
		return span[0] + w.rng.Int64N(span[1]-span[0])
	case ind.PerMember[1] > 0:
		middle := 175 * math.Sqrt(float64(ind.PerMember[0])*float64(ind.PerMember[1]))
		return int64(middle*(0.7+0.7*w.rng.Float64())/1000) * 1000 // as others give
	case ind.Unit == "đồng":
		return 1_000_000 + w.rng.Int64N(20_000)*1000
	case slices.Contains(mayBeNone, ind.Code) && w.chance(30):
		return 0
	}
	return 1 + w.rng.Int64N(9)
}

func (w *madeWard) fact(branch, period int, code string) fact {
	return fact{w.job.Branches[branch].ID, code, w.when[period].period}
}

// price makes the money of visits and funerals follow from how many there are: a
// ward that pays ten times as much for one as the next is asked about it.
func (w *madeWard) price(b, p int) {
	for _, ind := range w.cat.Indicators() {
		money, count := w.fact(b, p, ind.Code), w.fact(b, p, ind.Of)
		if of, _ := w.cat.Indicator(ind.Of); of.Unit == "đồng" {
			money, count = count, money
		} else if ind.Unit != "đồng" {
			continue
		}
		n, counted := w.values[count]
		if _, given := w.values[money]; given && counted && ind.Unit != "%" {
			w.values[money] = reports.Int(n.Num * (200 + w.rng.Int64N(200)) * 1000)
		}
	}
}

// balance makes the members of a period follow from those of the one before, and
// the funerals from the deaths.
func (w *madeWard) balance(b, p int) {
	members := w.fact(b, p, "TC.HV.TONG")
	if v, ok := w.values[members]; ok && p > 0 {
		v.Num = w.values[w.fact(b, p-1, "TC.HV.TONG")].Num
		for code, sign := range map[string]int64{"TC.HV.MOI": 1, "TC.HV.DEN": 1, "TC.HV.GIAM.CHET": -1, "TC.HV.GIAM.CHUYEN": -1, "TC.HV.GIAM.XINRA": -1, "TC.HV.GIAM.XOATEN": -1} {
			v.Num += sign * w.values[w.fact(b, p, code)].Num
		}
		w.values[members] = v
	}
	if v, ok := w.values[w.fact(b, p, "TC.HV.GIAM.CHET")]; ok {
		w.values[w.fact(b, p, "TN.TANGLE.NGUOI")] = v
	}
}
