package value

import (
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A formula whose result is not stored is computed only if that is small and
// safe: sums of plain numbers of its own sheet, and + - * between them. Anything
// else is left to the spreadsheet.
const (
	maxFormula = 200  // characters
	maxSummed  = 1000 // cells
	maxNested  = 8    // brackets
)

// compute returns the value of a formula on its sheet, and false for a formula
// that is not small and safe.
func compute(g *grid.Sheet, formula string) (reports.Value, bool) {
	if len(formula) > maxFormula {
		return reports.Value{}, false
	}
	f := formulaReader{grid: g, rest: strings.NewReplacer(" ", "", "$", "").Replace(formula), ok: true}
	v := f.sum()
	return v, f.ok && f.rest == "" && v.Known()
}

// A formulaReader reads a formula from left to right; ok goes with the first
// thing that it does not know.
type formulaReader struct {
	grid   *grid.Sheet
	rest   string
	depth  int
	summed int
	ok     bool
}

func (f *formulaReader) take(sign string) bool {
	rest, ok := strings.CutPrefix(f.rest, sign)
	if ok {
		f.rest = rest
	}
	return ok
}

// sum reads products parted by + and -.
func (f *formulaReader) sum() reports.Value {
	f.depth++
	defer func() { f.depth-- }()
	if f.depth > maxNested {
		f.ok = false
		return reports.Value{}
	}
	v := reports.Int(0)
	if !strings.HasPrefix(f.rest, "-") {
		f.take("+")
		v = f.product()
	}
	for f.ok {
		switch {
		case f.take("+"):
			v = f.add(v, f.product())
		case f.take("-"):
			w := f.product()
			w.Num = -w.Num
			v = f.add(v, w)
		default:
			return v
		}
	}
	return v
}

func (f *formulaReader) add(v, w reports.Value) reports.Value {
	out, ok := v.Add(w)
	f.ok = f.ok && ok
	return out
}

// product reads factors parted by *; at most one of them is no whole number.
func (f *formulaReader) product() reports.Value {
	v := f.factor()
	for f.ok && f.take("*") {
		w := f.factor()
		if v.Whole() {
			v, w = w, v
		}
		if !f.ok || !w.Whole() {
			f.ok = false
			return v
		}
		v, f.ok = v.Scale(w.Num / w.Den)
	}
	return v
}

func (f *formulaReader) factor() reports.Value {
	switch {
	case f.take("("):
		v := f.sum()
		f.ok = f.ok && f.take(")")
		return v
	case f.take("SUM("), f.take("sum("):
		v := f.list()
		f.ok = f.ok && f.take(")")
		return v
	}
	word := f.word()
	if col, row, ok := cellAddr(word); ok {
		return f.cell(col, row)
	}
	v, err := viet.FromRaw(word)
	f.ok = f.ok && err == nil
	return v
}

// list reads what stands in SUM( … ): ranges and sums, parted by commas.
func (f *formulaReader) list() reports.Value {
	total := reports.Int(0)
	for f.ok {
		before := f.rest
		first := f.word()
		if f.take(":") {
			total = f.add(total, f.span(first, f.word()))
		} else {
			f.rest = before
			total = f.add(total, f.sum())
		}
		if !f.take(",") && !f.take(";") {
			break
		}
	}
	return total
}

// span adds up the cells from one corner to the other. Text in it would count for
// nothing in a spreadsheet; here it is refused, for it may be meant as a number.
func (f *formulaReader) span(first, last string) reports.Value {
	c1, r1, ok1 := cellAddr(first)
	c2, r2, ok2 := cellAddr(last)
	total := reports.Int(0)
	if !ok1 || !ok2 || c1 > c2 || r1 > r2 || r2-r1 > maxSummed || c2-c1 > maxSummed {
		f.ok = false
		return total
	}
	for row := r1; row <= r2 && f.ok; row++ {
		for col := c1; col <= c2 && f.ok; col++ {
			total = f.add(total, f.cell(col, row))
		}
	}
	return total
}

// cell returns the plain number of a cell; an empty one is nought.
func (f *formulaReader) cell(col, row int) reports.Value {
	f.summed++
	c := f.grid.Find(row, col)
	switch {
	case f.summed > maxSummed:
		f.ok = false
	case c == nil:
		return reports.Int(0)
	case c.IsNumber() && c.Formula == "" && !c.Date:
		v, err := viet.FromRaw(c.Text)
		f.ok = f.ok && err == nil
		return v
	}
	f.ok = false
	return reports.Value{}
}

// word takes letters, digits and dots.
func (f *formulaReader) word() string {
	n := 0
	for n < len(f.rest) && (f.rest[n] == '.' || f.rest[n] >= '0' && f.rest[n] <= '9' || f.rest[n]|32 >= 'a' && f.rest[n]|32 <= 'z') {
		n++
	}
	word := f.rest[:n]
	f.rest = f.rest[n:]
	return word
}

// cellAddr reads "C12".
func cellAddr(s string) (col, row int, ok bool) {
	letters := strings.TrimRight(s, "0123456789")
	row, err := strconv.Atoi(s[len(letters):])
	if err != nil || letters == "" || len(letters) > 3 || row < 1 {
		return 0, 0, false
	}
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' {
			return 0, 0, false
		}
		col = col*26 + int(r-'A') + 1
	}
	return col, row, true
}

// computed reads a formula without a stored result, if it can be computed; a
// finding says so either way.
func (r Reader) computed(c *grid.Cell, p Place, at reports.Cell) []Reading {
	v, ok := compute(p.Sheet, c.Formula)
	text, exact := rawText(v)
	args := reports.Args{"formula": "=" + c.Formula, "indicator": p.Indicator.Name}
	if !ok || !exact {
		r.Tell("formula.nocache", p.Unit, args, at)
		return nil
	}
	plain := *c
	plain.Kind, plain.Text, plain.NoCache = intake.Number, text, false
	readings := r.number(&plain, p, at)
	if len(readings) > 0 {
		args["value"] = Printed(readings[0].Value, p.Indicator)
		r.Tell("formula.computed", p.Unit, args, at)
	}
	return readings
}

// rawText writes a value as the text that a number cell would store; false if it
// has no short decimal form.
func rawText(v reports.Value) (string, bool) {
	places := 0
	for scaled := v; !scaled.Whole(); places++ {
		var ok bool
		if scaled, ok = scaled.Scale(10); !ok || places > 9 {
			return "", false
		}
	}
	text := strings.NewReplacer(".", "", ",", ".").Replace(viet.Decimal(v, places))
	back, err := viet.FromRaw(text)
	return text, err == nil && back.Equal(v)
}
