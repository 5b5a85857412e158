package workbook

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// Proof is what doi-chieu.xlsx holds: the figures that a final prints, each worked out
// again by live formulas over the cells that it was made of.
type Proof struct {
	Catalogue *catalogue.Catalogue
	Ward      string // the name of the ward, short
	Branches  []reports.Unit
	Title     string // of the report
	Number    string // with its symbol; "" where the place is left for a hand
	Date      reports.Day
	File, Sum string // the report's file, and its SHA-256
	Printed   []Printed
	Words     *Words
	Stored    map[string]string // see Figures.Stored
}

// Printed is a figure that a document prints, of the period that it is of.
type Printed struct {
	reports.Figure
	Unit    reports.UnitID // the branch, or the plan; "": the ward
	Texts   []string       // the different ways in which it is printed, in order
	Section string         // where it is printed first
}

// MakeProof writes doi-chieu.xlsx: a sheet with a row for each figure, and one with the
// cells that its formulas add up. No result is stored, so that every spreadsheet has to
// compute it.
func MakeProof(in Proof) ([]byte, error) {
	w := in.Words.Proof
	rows := in.rows()
	p := newPen(w.Sheet)
	in.figures(p, rows)
	p.turn(w.Cells)
	in.cells(p, rows)
	p.book.SetActiveSheet(0)
	p.calculated()
	return p.bytes()
}

// A proofRow is one figure on its way into the workbook.
type proofRow struct {
	Printed
	n            int // its number
	ind          catalogue.Indicator
	r            aggregate.Reckoning
	why          string // why nothing can be worked out again, "" if it can
	terms, under block  // where they stand on the sheet of cells
	list         []copied
}

// A block is the first and the last row of what is added up; the zero block is none.
type block struct{ first, last int }

// A copied is one row of the sheet of cells.
type copied struct {
	aggregate.Term
	role   string
	unit   string
	digits string
	exact  bool // a spreadsheet holds the digits
}

// rows gives each figure its place on both sheets.
func (in Proof) rows() []proofRow {
	w := in.Words.Proof
	last := cellsHead
	place := func(terms []aggregate.Term) block {
		if len(terms) == 0 {
			return block{}
		}
		last += len(terms)
		return block{last - len(terms) + 1, last}
	}
	var all []proofRow
	for i, printed := range in.Printed {
		f := proofRow{Printed: printed, n: i + 1}
		f.ind, _ = in.Catalogue.Indicator(f.Code)
		var ok bool
		if f.r, ok = aggregate.Reckon(f.ind, f.Figure); !ok {
			f.why = w.Other
		}
		f.terms, f.under = place(f.r.Terms), place(f.r.Under)
		for _, t := range f.r.Terms {
			f.list = append(f.list, in.copied(f, t, f.role(w)))
		}
		for _, t := range f.r.Under {
			f.list = append(f.list, in.copied(f, t, w.Under))
		}
		if f.why == "" && !f.holds() {
			f.why = w.Large
		}
		all = append(all, f)
	}
	return all
}

// role is what the terms of a figure are to it.
func (f proofRow) role(w proofWords) string {
	switch f.r.Way {
	case aggregate.Divided:
		return w.Over
	case aggregate.Taken:
		return w.Given
	}
	return w.Term
}

// copied is what one cell gives to a figure. A share given as "33/34" is two whole
// numbers; any other number is in the unit of its own indicator.
func (in Proof) copied(f proofRow, t aggregate.Term, role string) copied {
	c := copied{Term: t, role: role}
	of, _ := in.Catalogue.Indicator(t.Code)
	parted := f.r.Way == aggregate.Divided && t.Code == f.Code
	if !parted {
		c.unit = of.Unit
	}
	c.digits, c.exact = exactly(t.Counts, of.Percent() && !parted)
	return c
}

// holds reports whether a spreadsheet holds the terms of a figure, their sums and what
// is printed to the last digit.
func (f proofRow) holds() bool {
	percent := f.ind.Percent() && f.r.Way != aggregate.Divided
	for _, terms := range [][]aggregate.Term{f.r.Terms, f.r.Under} {
		sum := new(big.Rat)
		for _, t := range terms {
			sum.Add(sum, rational(t.Counts, percent))
		}
		if digitsOf(sum) > maxDigits {
			return false
		}
	}
	digits, ok := f.ind.Digits(f.Value)
	return ok && len(digits) <= maxDigits && !slices.ContainsFunc(f.list, func(c copied) bool { return !c.exact })
}

// exactly writes a value as a spreadsheet holds it to the last digit, a percentage in
// percent; not ok if it does not.
func exactly(v reports.Value, percent bool) (digits string, ok bool) {
	r := rational(v, percent)
	places, exact := r.FloatPrec()
	if !exact {
		return v.String(), false
	}
	return r.FloatString(places), digitsOf(r) <= maxDigits
}

func rational(v reports.Value, percent bool) *big.Rat {
	r := big.NewRat(v.Num, max(v.Den, 1))
	if percent {
		r.Mul(r, big.NewRat(100, 1))
	}
	return r
}

// digitsOf counts the digits of a decimal, as far as it has an end.
func digitsOf(r *big.Rat) int {
	places, _ := r.FloatPrec()
	return len(strings.Trim(r.FloatString(places), "-.")) - min(places, 1)
}

// owner names whose figure it is.
func (in Proof) owner(unit reports.UnitID) string {
	switch unit {
	case reports.Plan:
		return in.Words.Proof.Plan
	case "":
		unit = reports.Ward
	}
	return nameOf(unit, in.Ward, in.Branches)
}

// daysOf are the days of a period, of one day that day.
func daysOf(p reports.Period) string {
	switch {
	case p.IsZero():
		return ""
	case p.Days() == 1:
		return viet.Date(p.From)
	}
	return viet.Date(p.From) + " - " + viet.Date(p.Last())
}

// about says which report is proved, and which file of it.
func (in Proof) about() []string {
	w := in.Words.Proof
	number := w.Unnumbered
	if in.Number != "" {
		number = fill(w.Number, "number", in.Number)
	}
	return []string{
		fill(w.About, "title", in.Title, "number", number, "day", viet.Date(in.Date)),
		fill(w.Of, "file", in.File, "sum", in.Sum),
		fill(w.How, "sheet", w.Cells, "differ", w.Differ),
	}
}

// wholeFormat parts thousands as Vietnamese do, whatever the machine speaks.
const wholeFormat = "[$-42A]#,##0"

// digitsFormat parts thousands and shows as many decimals as there are, of percentages
// two.
func digitsFormat(digits string, percent bool) string {
	_, decimals, _ := strings.Cut(digits, ".")
	n := len(decimals)
	if percent {
		n = max(n, 2)
	}
	if n == 0 {
		return wholeFormat
	}
	return wholeFormat + "." + strings.Repeat("0", n)
}

// sumsFormat is that of the sums above and below a stroke.
func (f proofRow) sumsFormat() string {
	most := ""
	for _, c := range f.list {
		if format := digitsFormat(c.digits, false); len(format) > len(most) {
			most = format
		}
	}
	return most
}

// lines are the rows of the figure on the sheet of cells: "4–139".
func (f proofRow) lines() string {
	switch b := f.span(); {
	case b.last == 0:
		return ""
	case b.first == b.last:
		return itoa(b.first)
	default:
		return itoa(b.first) + "–" + itoa(b.last)
	}
}

func (f proofRow) span() block { return block{f.terms.first, max(f.terms.last, f.under.last)} }

// spoken is a formula that says a text; its {name} places hold formulas.
func spoken(text string, formulas map[string]string) string {
	var parts []string
	for text != "" {
		before, rest, _ := strings.Cut(text, "{")
		if before != "" {
			parts = append(parts, literal(before))
		}
		name, after, open := strings.Cut(rest, "}")
		if open {
			parts = append(parts, formulas[name])
		}
		text = after
	}
	return strings.Join(parts, "&")
}

// literal is a text in a formula.
func literal(s string) string { return fmt.Sprintf(`"%s"`, strings.ReplaceAll(s, `"`, `""`)) }
