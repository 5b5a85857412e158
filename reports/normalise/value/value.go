package value

import (
	"errors"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A Reader reads cells. Tell is told what a person should hear of one: the code of a
// finding, whose cell it is, what the finding says, and where.
type Reader struct {
	Catalogue *catalogue.Catalogue
	Tell      func(code string, unit reports.UnitID, args reports.Args, at reports.Cell)
}

// A Place says for what a cell is read.
type Place struct {
	Sheet     *grid.Sheet         // in which it stands
	Indicator catalogue.Indicator // that its row and column name
	Scale     int64               // of money without a unit of its own, at least 1: 1000 under "nghìn đồng"
	Measure   string              // the unit that the row or column writes, in any spelling; "" if none
	Unit      reports.UnitID      // whose figure it is
}

// A Reading is one value of one indicator. A cell may give several: "12 buổi/350 lượt".
type Reading struct {
	Code  string        // of the indicator
	Value reports.Value // in its unit
	Text  string        // what may be kept of the cell: without a remark, which may name people
}

// Settled reads a cell together with what its comment says: by [Reader.Value], where no
// comment has a part in it.
func (r Reader) Settled(c *grid.Cell, p Place) []Reading {
	readings, said := r.commented(c, p)
	if !said {
		readings = r.Value(c, p)
	}
	return readings
}

// Value reads one cell for an indicator. No reading means that nothing counts,
// and a finding says why.
func (r Reader) Value(c *grid.Cell, p Place) []Reading {
	at := p.Sheet.At(c)
	switch {
	case c.Gone() != "":
		r.Tell("value.unseen", p.Unit, reports.Args{"reason": c.Gone(), "text": c.Quoted(), "indicator": p.Indicator.Name}, at)
	case c.Kind == intake.Error:
		r.Tell("formula.error", p.Unit, reports.Args{"error": c.Text, "indicator": p.Indicator.Name}, at)
	case c.NoCache:
		return r.computed(c, p, at)
	case c.Kind == intake.Bool:
		r.notRead(c.Quoted(), "not-a-number", p, at)
	case c.IsNumber() && c.Date:
		r.notRead(c.Quoted(), "date", p, at)
	case c.IsNumber():
		return r.number(c, p, at)
	default:
		return r.words(c, p, at)
	}
	return nil
}

// Surely reads a cell if nothing about it is in doubt, and without a word.
func (r Reader) Surely(c *grid.Cell, p Place) []Reading {
	doubt := false
	r.Tell = func(string, reports.UnitID, reports.Args, reports.Cell) { doubt = true }
	readings := r.Value(c, p)
	if doubt {
		return nil
	}
	return readings
}

// Quietly reads a cell of which everything is told elsewhere.
func (r Reader) Quietly(c *grid.Cell, p Place) []Reading {
	r.Tell = func(string, reports.UnitID, reports.Args, reports.Cell) {}
	return r.Value(c, p)
}

func (r Reader) notRead(text, reason string, p Place, at reports.Cell) {
	code := "number.notread"
	if reason == "text-around" && !strings.ContainsAny(text, "0123456789") {
		reason = "not-a-number" // around what?
	}
	switch reason {
	case "ambiguous":
		code = "number.ambiguous"
	case "fraction":
		code = "number.fraction"
	case "negative":
		code = "number.negative"
	}
	r.Tell(code, p.Unit, reports.Args{"text": text, "reason": reason, "indicator": p.Indicator.Name}, at)
}

// number reads a stored number, as the eye sees it.
func (r Reader) number(c *grid.Cell, p Place, at reports.Cell) []Reading {
	v, err := viet.FromRaw(c.Text)
	switch {
	case err != nil:
		r.notRead(c.Quoted(), "not-a-number", p, at)
		return nil
	case v.Num < 0:
		r.notRead(c.Quoted(), "negative", p, at)
		return nil
	case p.Indicator.Percent():
		return r.kept(c.Clean, r.percent(v, c.Percent, c.Quoted(), p, at))
	}
	q, ok := r.seen(c, v, p, at)
	if !ok {
		return nil
	}
	return r.kept(c.Clean, r.figure(q, 1, c.Quoted(), p, at))
}

// kept writes into readings what may be kept of their cell.
func (r Reader) kept(text string, readings []Reading) []Reading {
	for i := range readings {
		readings[i].Text = text
	}
	return readings
}

// fraction reports a count that is no whole number: "1.862" typed where the dot
// is a decimal mark becomes 1,862.
func (r Reader) fraction(v reports.Value, text string, p Place, at reports.Cell) {
	thousand, ok := v.Scale(1000)
	if ok && thousand.Whole() && v.Num > v.Den {
		n, _ := thousand.Rounded(1)
		r.Tell("number.float1000", p.Unit, reports.Args{
			"value": text, "suggestion": viet.Int(n), "plain": strconv.Itoa(int(n)), "indicator": p.Indicator.Name,
		}, at)
		return
	}
	r.notRead(text, "fraction", p, at)
}

// percent reads a number for a percentage: a cell shown with % stores the
// hundredth part, any other the number before the sign.
func (r Reader) percent(v reports.Value, shown bool, text string, p Place, at reports.Cell) []Reading {
	if !shown {
		if v.Num > 0 && v.Num < v.Den {
			r.notRead(text, "ambiguous", p, at)
			return nil
		}
		den := v.Den * 100
		v = reports.Ratio(v.Num, den)
	}
	if v.Num > v.Den && p.Indicator.Kind != catalogue.Target || v.Num > 10*v.Den {
		r.Tell("percent.range", p.Unit, reports.Args{"value": viet.Percent(v), "indicator": p.Indicator.Name}, at)
		return nil
	}
	return []Reading{{Code: p.Indicator.Code, Value: v}}
}

// scaled multiplies an amount of money by its scale. Less than a đồng does not
// exist.
func (r Reader) scaled(v reports.Value, scale int64, text string, p Place, at reports.Cell) []Reading {
	out, ok := v.Scale(max(scale, 1))
	if !ok || !out.Whole() {
		r.notRead(text, "fraction", p, at)
		return nil
	}
	n, _ := out.Rounded(1)
	return []Reading{{Code: p.Indicator.Code, Value: reports.Int(n)}}
}

// words reads a value typed as text.
func (r Reader) words(c *grid.Cell, p Place, at reports.Cell) []Reading {
	qs, err := r.Catalogue.Units().QuantitiesNoted(c.Clean, r.counted(p), noted(p.Sheet, c))
	if err != nil {
		reason := "not-a-number"
		var bad *viet.NumberError
		if errors.As(err, &bad) {
			reason = bad.Reason
		}
		r.notRead(c.Quoted(), reason, p, at)
		return nil
	}
	text := c.Clean
	if qs[0].Remark {
		text = qs[0].Text
	}
	var all []Reading
	for _, q := range qs {
		all = append(all, r.figure(q, len(qs), text, p, at)...)
	}
	return r.kept(text, all)
}

// counted is the unit in which a bare number of the cell counts: "14,5" is an
// amount where the column is in triệu đồng, "14.458" is doubtful there.
func (r Reader) counted(p Place) string {
	unit, _, ok := r.Catalogue.Units().UnitWord(p.Measure)
	switch {
	case p.Scale > 1 && p.Indicator.Money():
		return viet.Int(p.Scale) + " " + p.Indicator.Unit
	case ok && r.Catalogue.Units().Measured(unit):
		return unit
	}
	return p.Indicator.Unit
}

// target tells for which indicator one of n figures in a cell is meant: each goes
// by its own unit (DESIGN §4).
func (r Reader) target(p Place, q viet.Quantity, n int) (catalogue.Indicator, bool) {
	_, factor := r.Catalogue.Units().Factor(q.Unit, p.Indicator.Unit)
	if q.Unit == "" || q.Fraction || factor || r.Catalogue.Units().Means(q.Unit, p.Indicator.Unit) {
		return p.Indicator, true
	}
	for _, ind := range r.Catalogue.Indicators() {
		if (ind.Of == p.Indicator.Code || p.Indicator.Of == ind.Code && p.Indicator.Of != "") && r.Catalogue.Units().Means(q.Unit, ind.Unit) {
			return ind, true
		}
	}
	return p.Indicator, n == 1 && r.Catalogue.Units().Alike(q.Unit, p.Indicator.Unit)
}

// figure takes over one of n figures in a cell, with the findings about how it
// was written.
func (r Reader) figure(q viet.Quantity, n int, text string, p Place, at reports.Cell) []Reading {
	ind, ok := r.target(p, q, n)
	p.Indicator = ind
	other := q.Unit
	if ok {
		q, other = r.inOwn(p, q)
	}
	args := reports.Args{"text": text, "indicator": p.Indicator.Name}
	switch {
	case other != "":
		args["written"], args["want"] = other, p.Indicator.Unit
		r.Tell("unit.mismatch", p.Unit, args, at)
		return nil
	case q.Bound != viet.Exact && !p.Indicator.Percent():
		r.Tell("number.about", p.Unit, args, at)
		return nil
	}
	readings := r.quantity(q, text, p, at)
	if len(readings) > 0 {
		r.taken(q, readings[0].Value, text, p, at)
	}
	return readings
}

// rules are the doubts of a figure that was read by a rule of which people hear
// in a note; any other doubt is about marks of the English manner.
var rules = map[string]bool{"sum": true, "tail": true, "mark": true, "remark": true, "factor": true, "rounded": true, "format": true}

// taken tells how a figure was read, once a rule.
func (r Reader) taken(q viet.Quantity, v reports.Value, text string, p Place, at reports.Cell) {
	args := func() reports.Args {
		return reports.Args{"text": text, "value": Printed(v, p.Indicator), "indicator": p.Indicator.Name}
	}
	if q.Bound != viet.Exact {
		r.Tell("number.approx", p.Unit, args(), at)
	}
	english := false
	for _, doubt := range q.Doubts {
		switch {
		case rules[doubt]:
			a := args()
			a["reason"] = doubt
			r.Tell("number.read", p.Unit, a, at)
		case !english:
			english = true
			r.Tell("number.english", p.Unit, args(), at)
		}
	}
}

func (r Reader) quantity(q viet.Quantity, text string, p Place, at reports.Cell) []Reading {
	switch {
	case q.Fraction:
		return r.parts(q, text, p, at)
	case p.Indicator.Percent():
		return r.percent(q.Value, q.Unit == "%", text, p, at)
	case p.Indicator.Money():
		scale := p.Scale
		if q.Unit != "" || q.Scaled {
			scale = 1
		}
		return r.scaled(q.Value, scale, text, p, at)
	case !q.Value.Whole() && !r.Catalogue.Units().Measured(p.Indicator.Unit):
		r.fraction(q.Value, text, p, at)
		return nil
	}
	return []Reading{{Code: p.Indicator.Code, Value: q.Value}}
}

// parts takes a/b for the two parts of a ratio; for any other indicator it is no
// number.
func (r Reader) parts(q viet.Quantity, text string, p Place, at reports.Cell) []Reading {
	switch {
	case q.Value.Num > q.Value.Den || !p.Indicator.Percent():
		r.notRead(text, "fraction", p, at)
		return nil
	case p.Indicator.Num != "" && p.Indicator.Den != "":
		return []Reading{{Code: p.Indicator.Num, Value: reports.Int(q.Value.Num)}, {Code: p.Indicator.Den, Value: reports.Int(q.Value.Den)}}
	}
	return []Reading{{Code: p.Indicator.Code, Value: q.Value}}
}

// Printed is a value of an indicator with its unit, in the words of a finding.
func Printed(v reports.Value, ind catalogue.Indicator) string {
	switch {
	case ind.Percent():
		return viet.Percent(v)
	case v.Den == 1:
		return viet.Int(v.Num) + " " + ind.Unit
	}
	return viet.Decimal(v, 3) + " " + ind.Unit
}
