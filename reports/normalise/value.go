package normalise

import (
	"errors"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A reading is one value read for one indicator.
type reading struct {
	code  string
	value reports.Value
	text  string // what may be kept of the cell: without a remark, which may name people
}

// A place says for what a value cell is read.
type place struct {
	grid    *grid.Sheet
	ind     catalogue.Indicator
	scale   int64  // of money without a unit of its own, at least 1
	measure string // the unit that the row or column writes, in any spelling; "" if none
	unit    reports.UnitID
}

// value reads one cell for an indicator. No reading means that nothing counts,
// and a finding says why.
func (r *reader) value(c *grid.Cell, p place) []reading {
	at := p.grid.At(c)
	switch {
	case c.Gone() != "":
		r.find("value.unseen", p.unit, reports.Args{"reason": c.Gone(), "text": c.Quoted(), "indicator": p.ind.Name}, at)
	case c.Kind == intake.Error:
		r.find("formula.error", p.unit, reports.Args{"error": c.Text, "indicator": p.ind.Name}, at)
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

func (r *reader) notRead(text, reason string, p place, at reports.Cell) {
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
	r.find(code, p.unit, reports.Args{"text": text, "reason": reason, "indicator": p.ind.Name}, at)
}

// number reads a stored number, as the eye sees it.
func (r *reader) number(c *grid.Cell, p place, at reports.Cell) []reading {
	v, err := viet.FromRaw(c.Text)
	switch {
	case err != nil:
		r.notRead(c.Quoted(), "not-a-number", p, at)
		return nil
	case v.Num < 0:
		r.notRead(c.Quoted(), "negative", p, at)
		return nil
	case p.ind.Percent():
		return r.kept(c.Clean, r.percent(v, c.Percent, c.Quoted(), p, at))
	}
	q, ok := r.seen(c, v, p, at)
	if !ok {
		return nil
	}
	return r.kept(c.Clean, r.figure(q, 1, c.Quoted(), p, at))
}

// kept writes into readings what may be kept of their cell.
func (r *reader) kept(text string, readings []reading) []reading {
	for i := range readings {
		readings[i].text = text
	}
	return readings
}

// fraction reports a count that is no whole number: "1.862" typed where the dot
// is a decimal mark becomes 1,862.
func (r *reader) fraction(v reports.Value, text string, p place, at reports.Cell) {
	thousand, ok := v.Scale(1000)
	if ok && thousand.Whole() && v.Num > v.Den {
		n, _ := thousand.Rounded(1)
		r.find("number.float1000", p.unit, reports.Args{
			"value": text, "suggestion": viet.Int(n), "plain": itoa(int(n)), "indicator": p.ind.Name,
		}, at)
		return
	}
	r.notRead(text, "fraction", p, at)
}

// percent reads a number for a percentage: a cell shown with % stores the
// hundredth part, any other the number before the sign.
func (r *reader) percent(v reports.Value, shown bool, text string, p place, at reports.Cell) []reading {
	if !shown {
		if v.Num > 0 && v.Num < v.Den {
			r.notRead(text, "ambiguous", p, at)
			return nil
		}
		den := v.Den * 100
		v = reports.Ratio(v.Num, den)
	}
	if v.Num > v.Den && p.ind.Kind != catalogue.Target || v.Num > 10*v.Den {
		r.find("percent.range", p.unit, reports.Args{"value": viet.Percent(v), "indicator": p.ind.Name}, at)
		return nil
	}
	return []reading{{code: p.ind.Code, value: v}}
}

// scaled multiplies an amount of money by its scale. Less than a đồng does not
// exist.
func (r *reader) scaled(v reports.Value, scale int64, text string, p place, at reports.Cell) []reading {
	out, ok := v.Scale(max(scale, 1))
	if !ok || !out.Whole() {
		r.notRead(text, "fraction", p, at)
		return nil
	}
	n, _ := out.Rounded(1)
	return []reading{{code: p.ind.Code, value: reports.Int(n)}}
}

// words reads a value typed as text.
func (r *reader) words(c *grid.Cell, p place, at reports.Cell) []reading {
	qs, err := r.units().QuantitiesNoted(c.Clean, r.counted(p), noted(p.grid, c))
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
	var all []reading
	for _, q := range qs {
		all = append(all, r.figure(q, len(qs), text, p, at)...)
	}
	return r.kept(text, all)
}

// counted is the unit in which a bare number of the cell counts: "14,5" is an
// amount where the column is in triệu đồng, "14.458" is doubtful there.
func (r *reader) counted(p place) string {
	unit, _, ok := r.units().UnitWord(p.measure)
	switch {
	case p.scale > 1 && p.ind.Money():
		return viet.Int(p.scale) + " " + p.ind.Unit
	case ok && r.units().Measured(unit):
		return unit
	}
	return p.ind.Unit
}

// target tells for which indicator one of n figures in a cell is meant: each goes
// by its own unit (DESIGN §4).
func (r *reader) target(p place, q viet.Quantity, n int) (catalogue.Indicator, bool) {
	_, factor := r.units().Factor(q.Unit, p.ind.Unit)
	if q.Unit == "" || q.Fraction || factor || r.units().Means(q.Unit, p.ind.Unit) {
		return p.ind, true
	}
	for _, ind := range r.Catalogue.Indicators() {
		if (ind.Of == p.ind.Code || p.ind.Of == ind.Code && p.ind.Of != "") && r.units().Means(q.Unit, ind.Unit) {
			return ind, true
		}
	}
	return p.ind, n == 1 && r.units().Alike(q.Unit, p.ind.Unit)
}

// figure takes over one of n figures in a cell, with the findings about how it
// was written.
func (r *reader) figure(q viet.Quantity, n int, text string, p place, at reports.Cell) []reading {
	ind, ok := r.target(p, q, n)
	p.ind = ind
	other := q.Unit
	if ok {
		q, other = r.inOwn(p, q)
	}
	args := reports.Args{"text": text, "indicator": p.ind.Name}
	switch {
	case other != "":
		args["written"], args["want"] = other, p.ind.Unit
		r.find("unit.mismatch", p.unit, args, at)
		return nil
	case q.Bound != viet.Exact && !p.ind.Percent():
		r.find("number.about", p.unit, args, at)
		return nil
	}
	readings := r.quantity(q, text, p, at)
	if len(readings) > 0 {
		r.taken(q, readings[0].value, text, p, at)
	}
	return readings
}

// rules are the doubts of a figure that was read by a rule of which people hear
// in a note; any other doubt is about marks of the English manner.
var rules = map[string]bool{"sum": true, "tail": true, "mark": true, "remark": true, "factor": true, "rounded": true, "format": true}

// taken tells how a figure was read, once a rule.
func (r *reader) taken(q viet.Quantity, v reports.Value, text string, p place, at reports.Cell) {
	args := func() reports.Args {
		return reports.Args{"text": text, "value": printed(v, p.ind), "indicator": p.ind.Name}
	}
	if q.Bound != viet.Exact {
		r.find("number.approx", p.unit, args(), at)
	}
	english := false
	for _, doubt := range q.Doubts {
		switch {
		case rules[doubt]:
			a := args()
			a["reason"] = doubt
			r.find("number.read", p.unit, a, at)
		case !english:
			english = true
			r.find("number.english", p.unit, args(), at)
		}
	}
}

func (r *reader) quantity(q viet.Quantity, text string, p place, at reports.Cell) []reading {
	switch {
	case q.Fraction:
		return r.parts(q, text, p, at)
	case p.ind.Percent():
		return r.percent(q.Value, q.Unit == "%", text, p, at)
	case p.ind.Money():
		scale := p.scale
		if q.Unit != "" || q.Scaled {
			scale = 1
		}
		return r.scaled(q.Value, scale, text, p, at)
	case !q.Value.Whole() && !r.units().Measured(p.ind.Unit):
		r.fraction(q.Value, text, p, at)
		return nil
	}
	return []reading{{code: p.ind.Code, value: q.Value}}
}

// parts takes a/b for the two parts of a ratio; for any other indicator it is no
// number.
func (r *reader) parts(q viet.Quantity, text string, p place, at reports.Cell) []reading {
	switch {
	case q.Value.Num > q.Value.Den || !p.ind.Percent():
		r.notRead(text, "fraction", p, at)
		return nil
	case p.ind.Num != "" && p.ind.Den != "":
		return []reading{{code: p.ind.Num, value: reports.Int(q.Value.Num)}, {code: p.ind.Den, value: reports.Int(q.Value.Den)}}
	}
	return []reading{{code: p.ind.Code, value: q.Value}}
}

func printed(v reports.Value, ind catalogue.Indicator) string {
	switch {
	case ind.Percent():
		return viet.Percent(v)
	case v.Den == 1:
		return viet.Int(v.Num) + " " + ind.Unit
	}
	return viet.Decimal(v, 3) + " " + ind.Unit
}
