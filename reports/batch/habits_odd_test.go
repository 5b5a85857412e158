package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// An errorCell is written as "#REF!".
type errorCell struct{}

// errorNumber stands for an errorCell until the workbook is written: excelize
// writes no errors.
const errorNumber = "987650123"

// withErrors puts the error cells into a workbook that holds their numbers.
func withErrors(t *testing.T, data []byte) []byte {
	t.Helper()
	return editParts(t, data, func(_ string, text []byte) []byte {
		for {
			at := bytes.Index(text, []byte("><v>"+errorNumber+"</v>"))
			if at < 0 {
				return text
			}
			text = slices.Concat(text[:at], []byte(` t="e"><v>#REF!</v>`), text[at+len("><v></v>")+len(errorNumber):])
		}
	})
}

// editParts puts every part of a workbook through a function.
func editParts(t *testing.T, data []byte, edit func(name string, text []byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, part := range in.File {
		r, err := part.Open()
		must(t, err)
		text, err := io.ReadAll(r)
		must(t, err)
		w, err := out.Create(part.Name)
		must(t, err)
		_, err = w.Write(edit(part.Name, text))
		must(t, err)
	}
	must(t, out.Close())
	return buf.Bytes()
}

// A spot is a cell of a workbook being made.
type spot struct {
	book *madeBook
	page *madePage
	row  int
	col  int
}

func (s spot) box() *box { return &s.page.rows[s.row][s.col] }

// spots lists the cells of a kind that no oddity has touched.
func (w *madeWard) spots(kind string) []spot {
	var list []spot
	for _, b := range w.books {
		for _, p := range b.pages {
			for r, row := range p.rows {
				for c := range row {
					if row[c].kind == kind && !w.touched(row[c].facts) {
						list = append(list, spot{b, p, r, c})
					}
				}
			}
		}
	}
	return list
}

// touched reports whether an oddity bears on one of the facts, or on another of
// the same branch and indicator, so that each is alone.
func (w *madeWard) touched(facts []fact) bool {
	for _, o := range w.oddness {
		for _, f := range o.about {
			if slices.ContainsFunc(facts, func(g fact) bool { return g.unit == f.unit }) {
				return true
			}
		}
	}
	return false
}

// plant notes an oddity at a cell. What it takes away is among its facts.
func (w *madeWard) plant(s spot, what string, takes bool, codes ...string) *oddity {
	o := &oddity{what: what, codes: codes, file: s.book.file, sheet: s.page.name, addr: addr(s.col, s.row), about: s.box().facts}
	if decomposed, _ := s.book.hand.encode(o.sheet); s.book.hand.code == "nfd" && len([]rune(decomposed)) <= 31 {
		o.sheet = decomposed // as the workbook has it
	}
	if takes {
		o.facts = o.about
	}
	w.oddness = append(w.oddness, o)
	w.note("odd: %s at %s!%s!%s", what, o.file, o.sheet, o.addr)
	return o
}

// spoil puts one to three oddities into the workbooks.
func (w *madeWard) spoil() {
	kinds := []func(){w.oddFigure, w.oddFigure, w.oddFigure, w.oddTotal, w.oddBranch, w.oddItem, w.lostBranch, w.twice, w.stray, w.oddMoney}
	for range 1 + w.rng.IntN(3) {
		pick(w, kinds...)()
	}
}

// An odd value is what may stand in the place of a figure.
type oddValue struct {
	what  string
	v     any
	codes []string
	keeps bool // the figure counts as it is
}

func (w *madeWard) oddValues(s spot) []oddValue {
	f := s.box().facts
	if len(f) > 1 {
		return []oddValue{{"text", "chưa rõ", []string{"number.notread"}, false}}
	}
	n := w.values[f[0]].Num
	list := []oddValue{
		{"bad groups", "50.700.00", []string{"number.notread"}, false},
		{"letter for digit", "1O", []string{"number.notread"}, false},
		{"range", "5-6", []string{"number.notread"}, false},
		{"text", "chưa rõ", []string{"number.notread"}, false},
		{"month", "12/2019", []string{"number.notread"}, false},
		{"error", errorCell{}, []string{"formula.error"}, false},
		{"lookup without result", formula("VLOOKUP(A1,B1:C9,2)"), []string{"formula.nocache"}, false},
		{"wrong unit", "7 tấn", []string{"unit.mismatch", "number.notread"}, false},
		{"negative", -5, []string{"number.negative"}, false},
		{"negative text", "-5", []string{"number.negative"}, false},
		{"day", day(43800), []string{"number.notread"}, false},
		{"blank", nil, []string{"value.blank", "indicator.missing", "period.missing.branch", "branch.missing"}, false},
		{"about", "khoảng " + dotted(n), []string{"number.about"}, false},
	}
	ind, _ := w.cat.Indicator(f[0].code)
	if ind.Unit == "đồng" {
		if s.book.hand.scale > 1 {
			return append(list[:len(list)-1], oddValue{"less than a đồng", 0.1234567, []string{"number.cents", "number.fraction"}, false})
		}
		return append(list, english(n))
	}
	list = append(list, oddValue{"sum without result", formula(fmt.Sprintf("%d+1-1", n)), []string{"formula.computed"}, true})
	if ind.Unit != "m²" && ind.Unit != "m" {
		list = append(list, oddValue{"thousandth", 1.862, []string{"number.float1000"}, false}, oddValue{"half", 2.5, []string{"number.fraction", "number.float1000"}, false})
	}
	return list
}

func (w *madeWard) oddFigure() {
	list := w.spots(isFigure)
	if len(list) == 0 {
		return
	}
	s := pick(w, list...)
	odd := pick(w, w.oddValues(s)...)
	o := w.plant(s, odd.what, !odd.keeps, odd.codes...)
	if !odd.keeps {
		o.also = absences
	}
	if odd.v == nil {
		o.unit, o.also = s.box().facts[0].unit, append([]string{"total.mismatch"}, absences...)
	}
	s.box().v = odd.v
}

func (w *madeWard) oddTotal() {
	for _, s := range w.spots(isTotal) {
		if n, ok := s.box().v.(int64); ok {
			w.plant(s, "wrong total", false, "total.mismatch")
			s.box().v = n + 1
			return
		}
	}
}

// absences are the findings that follow when figures are taken away.
var absences = []string{"sum.bound", "branch.missing", "indicator.missing", "period.missing.branch", "stock.carried", "stock.old", "ratio.unpaired", "stock.identity"}

func (w *madeWard) oddBranch() {
	list := w.spots(isUnit)
	if len(list) == 0 || !w.listed {
		return
	}
	s := pick(w, list...)
	if s.row > 0 && len(s.page.rows[s.row]) == 1 && !strings.Contains(fmt.Sprint(s.box().v), "hội") && !strings.Contains(fmt.Sprint(s.box().v), "HỘI") {
		return
	}
	const what = "unknown branch"
	twice := slices.ContainsFunc(w.oddness, func(o *oddity) bool { return o.what == what })
	o := w.plant(s, what, true, "branch.unknown")
	o.also = absences
	if twice { // what two columns of one name are to each other is asked
		o.also = append(slices.Clone(absences), "columns.unrelated")
	}
	s.box().v = "Chi hội Mường Xa"
	if len(s.page.rows[s.row]) == 1 { // a title: all of the workbook may be rejected
		o.facts = w.factsIn(s.book)
		o.about = o.facts
	}
}

// factsIn lists the facts of all figures of a workbook.
func (w *madeWard) factsIn(b *madeBook) []fact {
	var list []fact
	for _, p := range b.pages {
		for _, row := range p.rows {
			for _, x := range row {
				if x.kind == isFigure {
					list = append(list, x.facts...)
				}
			}
		}
	}
	return list
}

func (w *madeWard) oddItem() {
	list := w.spots(isItem)
	if len(list) == 0 {
		return
	}
	s := pick(w, list...)
	o := w.plant(s, "unknown indicator", true, "indicator.unknown")
	o.also = absences
	s.box().v = "Số buổi sinh hoạt hè thiếu nhi"
}

// branchBooks lists the workbooks of each branch that has its own.
func (w *madeWard) branchBooks() map[reports.UnitID][]*madeBook {
	own := map[reports.UnitID][]*madeBook{}
	for _, b := range w.books {
		var of []reports.UnitID
		for id, in := range b.units {
			if in {
				of = append(of, id)
			}
		}
		if len(of) == 1 {
			own[of[0]] = append(own[of[0]], b)
		}
	}
	return own
}

// lostBranch takes away all that one branch sent.
func (w *madeWard) lostBranch() {
	own := w.branchBooks()
	id := pick(w, w.job.Branches...).ID
	if len(own[id]) == 0 || len(w.oddness) > 0 || !w.listed || w.touched([]fact{{unit: id}}) {
		return
	}
	o := &oddity{what: "missing branch", codes: []string{"branch.missing"}, unit: id}
	for _, b := range own[id] {
		o.facts = append(o.facts, w.factsIn(b)...)
		w.books = slices.DeleteFunc(w.books, func(x *madeBook) bool { return x == b })
	}
	o.about = o.facts
	w.oddness = append(w.oddness, o)
	w.note("odd: %s gone", id)
}

// twice sends a workbook again with one figure changed, saved before or after, or
// nobody knows when.
func (w *madeWard) twice() {
	var list []spot
	own := w.branchBooks()
	for _, s := range w.spots(isFigure) {
		f := s.box().facts
		if len(f) == 1 && len(own[f[0].unit]) > 0 && slices.Contains(own[f[0].unit], s.book) {
			if n, ok := s.box().v.(int64); ok && n > 0 && n < 100 && !strings.HasPrefix(f[0].code, "TC.HV") {
				list = append(list, s)
			}
		}
	}
	if len(list) == 0 {
		return
	}
	s := pick(w, list...)
	again := *s.book
	again.file = "gui lai " + again.file
	again.pages = nil
	for _, p := range s.book.pages {
		q := *p
		q.rows = nil
		for _, row := range p.rows {
			q.rows = append(q.rows, slices.Clone(row))
		}
		again.pages = append(again.pages, &q)
		if p == s.page {
			q.rows[s.row][s.col].v = s.box().v.(int64) + 1
		}
	}
	w.books = append(w.books, &again)
	o := w.plant(s, "sent twice", false, "branch.duplicate.order")
	o.unit, o.about = s.box().facts[0].unit, w.factsIn(s.book)
	s.book.modified = time.Date(2020, 7, 1, 8, 0, 0, 0, time.UTC)
	f := s.box().facts[0]
	switch w.rng.IntN(3) {
	case 0:
		again.modified = s.book.modified.Add(-time.Hour)
	case 1:
		again.modified = s.book.modified.Add(time.Hour)
		w.values[f] = reports.Int(w.values[f].Num + 1)
	default:
		again.modified = s.book.modified
		o.codes, o.facts = []string{"branch.duplicate.unclear"}, []fact{f}
	}
	o.also = slices.Concat([]string{"total.mismatch"}, w.rulesOf(f.code), absences) // of the changed copy
}

// rulesOf are the findings of the rules that an indicator is in: where it is changed
// and counts, it need not agree with the others any more.
func (w *madeWard) rulesOf(code string) []string {
	var codes []string
	for _, rule := range w.cat.Rules() {
		if slices.ContainsFunc(slices.Concat(rule.Left, rule.Right), func(t catalogue.Term) bool { return t.Code == code }) {
			codes = append(codes, rule.Finding)
		}
	}
	return codes
}

// stray puts a number where nothing says what it is.
func (w *madeWard) stray() {
	list := w.spots(isFigure)
	if len(list) == 0 {
		return
	}
	s := pick(w, list...)
	wide := 0
	for _, row := range s.page.rows {
		wide = max(wide, len(row))
	}
	row := s.page.rows[s.row]
	for len(row) < wide+1 {
		row = append(row, box{})
	}
	s.page.rows[s.row] = append(row, box{v: 777, kind: "stray", facts: s.box().facts})
	s.col = wide + 1
	w.plant(s, "stray number", false, "value.extra", "column.unknown")
}

// oddMoney writes an amount in thousands where nothing says so.
func (w *madeWard) oddMoney() {
	if len(w.oddness) > 0 {
		return // enough others are needed to tell
	}
	for _, s := range w.spots(isFigure) {
		f := s.box().facts
		ind, _ := w.cat.Indicator(f[0].code)
		n, ok := s.box().v.(int64)
		if !ok || len(f) > 1 || ind.Unit != "đồng" || s.book.hand.scale > 1 || ind.Kind == catalogue.Stock || n < 1000 {
			continue
		}
		w.plant(s, "thousands", false, "money.thousands", "money.thousands.moves").also = []string{"total.mismatch"}
		s.box().v = n / 1000
		w.values[f[0]] = reports.Int(n / 1000)
		return
	}
}

// english writes an amount with commas between its groups. One comma before three
// digits may as well begin the decimals: it is asked about.
func english(n int64) oddValue {
	text := strings.ReplaceAll(dotted(n), ".", ",")
	if strings.Count(text, ",") == 1 {
		return oddValue{"one comma", text, []string{"number.ambiguous"}, false}
	}
	return oddValue{"English groups", text, []string{"number.english"}, true}
}
