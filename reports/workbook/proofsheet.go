package workbook

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"

	"github.com/xuri/excelize/v2"
)

// The columns of the sheet of figures.
const (
	proofNumber = 1 + iota
	proofName
	proofPeriod
	proofOwner
	proofUnit
	proofText
	proofPrinted
	proofWay
	proofSum
	proofUnder
	proofAgain
	proofAgrees
	proofRows
	proofSection
	proofColumns = proofSection
)

const proofHead = 7 // the row of the heads

var (
	proofWidths = [proofColumns]float64{6, 36, 12, 20, 10, 22, 16, 15, 16, 16, 16, 9, 12, 40}

	proofLook  = look{size: 11, border: true, align: "left", wrap: true, top: true, format: textFormat}
	whereLook  = look{size: 9, border: true, align: "left", wrap: true, top: true, format: textFormat}
	countLine  = look{size: 11, border: true, align: "center", top: true, format: "0"}
	wayLook    = look{size: 11, border: true, align: "center", wrap: true, top: true, format: textFormat}
	digitsLook = look{size: 11, border: true, align: "right", top: true, format: wholeFormat}
	agreesLook = look{size: 11, bold: true, border: true, align: "center", top: true, format: "General"}
	tallyLook  = look{size: 13, bold: true, align: "left", format: "General"}
)

// formula writes a formula without its result.
func (p *pen) formula(col, row int, f string, l look) {
	p.try(p.book.SetCellFormula(p.sheet, at(col, row), f))
	p.paint(col, row, col, row, l)
}

// figures writes the sheet of figures.
func (in Proof) figures(p *pen, rows []proofRow) {
	w := in.Words.Proof
	last := proofHead + max(len(rows), 1)
	in.opening(p, in.tally(last))
	proofHeads(p, proofHead, w.Heads, proofWidths[:])
	for i, row := range rows {
		in.figure(p, proofHead+1+i, row)
	}
	mark, err := p.book.NewConditionalStyle(&excelize.Style{Fill: solid(mustFill)})
	p.try(err)
	first := at(proofAgrees, proofHead+1)
	p.try(p.book.SetConditionalFormat(p.sheet, first+":"+at(proofAgrees, last), []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: first + "<>" + literal(w.Agree), Format: &mark,
	}}))
	p.filter(proofHead, proofColumns, last)
	p.page(true, proofHead, proofColumns, last, in.Words.Form.Footer)
	p.prints(proofColumns, last)
}

// opening writes what stands above the heads.
func (in Proof) opening(p *pen, tally string) {
	w := in.Words.Proof
	p.text(1, 1, Ours, stampLook)
	p.text(1, 2, w.Title, titleLook)
	for i, line := range in.about() {
		p.text(1, 3+i, line, lineLook)
	}
	p.formula(1, proofHead-1, tally, tallyLook)
	for i, height := range []float64{16, 24, 19, 19, 19, 19} {
		p.height(1+i, height)
	}
}

func proofHeads(p *pen, row int, names []string, widths []float64) {
	l := headLook
	l.size = proofLook.size
	for i, name := range names {
		p.width(1+i, widths[i])
		p.text(1+i, row, name, l)
	}
	p.height(row, 34)
}

// tally is the formula that says how many rows agree.
func (in Proof) tally(last int) string {
	w := in.Words.Proof
	results := fmt.Sprintf("$%s$%d:$%s$%d", column(proofAgrees), proofHead+1, column(proofAgrees), last)
	count := func(word string) string { return fmt.Sprintf("COUNTIF(%s,%s)", results, literal(word)) }
	return spoken(w.Tally, map[string]string{
		"agree": count(w.Agree), "differ": count(w.Differ), "cannot": count(w.Cannot), "all": fmt.Sprint(len(in.Printed)),
	})
}

// figure writes the row of one figure. Its height is that of its longest text.
func (in Proof) figure(p *pen, row int, f proofRow) {
	printed, _ := f.ind.Digits(f.Value)
	numbers := digitsLook
	numbers.format = digitsFormat(printed, f.ind.Percent())
	height := 0.0
	for _, c := range []struct {
		col  int
		text string
		look look
	}{
		{proofName, f.ind.Name, proofLook}, {proofPeriod, daysOf(f.Period), proofLook}, {proofOwner, in.owner(f.Unit), proofLook},
		{proofUnit, f.ind.Unit, proofLook}, {proofText, told(f.Texts), proofLook}, {proofWay, in.way(f), wayLook},
		{proofRows, f.lines(), wayLook}, {proofSection, f.Section, whereLook},
	} {
		shown, high := fitted(c.text, proofWidths[c.col-1], c.look.size)
		p.text(c.col, row, shown, c.look)
		height = max(height, high)
	}
	p.height(row, height)
	p.whole(proofNumber, row, f.n, countLine)
	p.number(proofPrinted, row, printed, numbers)
	in.again(p, row, f, numbers)
	if first := f.span().first; first > 0 && row < mostLinks {
		seen := wayLook
		seen.ink = linkInk
		p.paint(proofRows, row, proofRows, row, seen)
		p.try(p.book.SetCellHyperLink(p.sheet, at(proofRows, row), quoted(in.Words.Proof.Cells)+"!"+at(1, first), "Location"))
	}
}

// again writes the formulas of one figure; where there are none to write it says so.
func (in Proof) again(p *pen, row int, f proofRow, numbers look) {
	w := in.Words.Proof
	for _, col := range []int{proofSum, proofUnder, proofAgain} {
		p.paint(col, row, col, row, numbers)
	}
	if f.why != "" {
		p.text(proofAgrees, row, w.Cannot, agreesLook)
		return
	}
	sums, sum, under := numbers, at(proofSum, row), at(proofUnder, row)
	if f.r.Way == aggregate.Divided {
		sums.format = f.sumsFormat()
	}
	p.formula(proofSum, row, in.sum(f), sums)
	if f.r.Way == aggregate.Divided {
		p.formula(proofUnder, row, in.added(f.under), sums)
	} else {
		under = ""
	}
	again, printed := at(proofAgain, row), at(proofPrinted, row)
	p.formula(proofAgain, row, f.rounded(sum, under), numbers)
	p.formula(proofAgrees, row, fmt.Sprintf("IF(ISNUMBER(%s),IF(ROUND(%s-%s,2)=0,%s,%s),%s)",
		again, again, printed, literal(w.Agree), literal(w.Differ), literal(w.Differ)), agreesLook)
}

// ref is a block of the numbers on the sheet of cells.
func (in Proof) ref(b block) string {
	col := column(cellDigits)
	if b.first == b.last {
		return fmt.Sprintf("%s!$%s$%d", quoted(in.Words.Proof.Cells), col, b.first)
	}
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(in.Words.Proof.Cells), col, b.first, col, b.last)
}

// added is the formula of the sum of a block, a reference where there is but one number.
func (in Proof) added(b block) string {
	if b.first == b.last {
		return in.ref(b)
	}
	return "SUM(" + in.ref(b) + ")"
}

// sum is the formula of the sum of the terms; of what was given as it is, of the number
// that all of them say.
func (in Proof) sum(f proofRow) string {
	ref := in.ref(f.terms)
	if f.r.Way != aggregate.Taken || f.terms.first == f.terms.last {
		return in.added(f.terms)
	}
	return fmt.Sprintf("IF(MIN(%s)=MAX(%s),MIN(%s),%s)", ref, ref, ref, literal(in.Words.Proof.Various))
}

// rounded is the formula of the figure as it is printed, see catalogue.Indicator.Printed:
// a percentage is 100 only if it is all. What that hangs on is a whole number, so that
// every spreadsheet compares it exactly.
func (f proofRow) rounded(sum, under string) string {
	value, percent, all := sum, sum, "100"
	if under != "" {
		value, percent, all = sum+"/"+under, "100*"+sum+"/"+under, under
	}
	switch {
	case f.ind.Percent():
		return fmt.Sprintf("IF(AND(%s<>%s,ROUND(100*%s,0)=10000),100+SIGN(%s-%s)/100,ROUND(%s,2))", sum, all, percent, sum, all, percent)
	case f.ind.Money() || f.ind.Kind == catalogue.Average:
		return "ROUND(" + value + ",0)"
	}
	return "ROUND(" + value + ",2)"
}

// way says in words how the figure is worked out again, or why it is not.
func (in Proof) way(f proofRow) string {
	w := in.Words.Proof
	count := itoa(len(f.r.Terms))
	switch {
	case f.why != "":
		return f.why
	case f.r.Way == aggregate.Divided:
		return w.Divided
	case f.ind.Kind == catalogue.List:
		return fill(w.Counted, "count", count)
	case len(f.r.Terms) == 1:
		return w.Taken
	case f.r.Way == aggregate.Taken:
		return fill(w.Same, "count", count)
	}
	return fill(w.Added, "count", count)
}

// told is how a figure is printed, as much as a cell takes: "812" is not said again
// behind "812 lượt".
func told(texts []string) string {
	var shown []string
	for _, text := range texts {
		if !slices.ContainsFunc(shown, func(s string) bool { return strings.HasPrefix(s, text+" ") || s == text+"%" }) {
			shown = append(shown, text)
		}
	}
	return shorten(strings.Join(shown, "; "), mostTold)
}

const mostTold = 120 // characters
