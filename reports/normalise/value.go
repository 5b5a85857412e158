package normalise

import (
	"errors"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A reading is one value read for one indicator.
type reading struct {
	code  string
	value reports.Value
}

// A place says for what a value cell is read.
type place struct {
	grid  *grid
	ind   catalogue.Indicator
	scale int64 // of money without a unit of its own, at least 1
	unit  reports.UnitID
}

// value reads one cell for an indicator. No reading means that nothing counts,
// and a finding says why.
func (r *reader) value(c *cell, p place) []reading {
	at := p.grid.at(c)
	switch {
	case c.Kind == intake.Error:
		r.find("formula.error", p.unit, reports.Args{"error": c.Text, "indicator": p.ind.Name}, at)
	case c.NoCache:
		return r.computed(c, p, at)
	case c.Kind == intake.Bool || c.number() && c.Date:
		r.notRead(c.text, "date", p, at)
	case c.number():
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

// number reads a stored number.
func (r *reader) number(c *cell, p place, at reports.Cell) []reading {
	v, err := viet.FromRaw(c.Text)
	switch {
	case err != nil:
		r.notRead(c.Text, "not-a-number", p, at)
		return nil
	case v.Num < 0:
		r.notRead(c.Text, "negative", p, at)
		return nil
	case p.ind.Percent():
		return r.percent(v, c.Percent, p, at)
	case p.ind.Money():
		return r.scaled(v, p.scale, c.Text, p, at)
	case !v.Whole() && !measured(p.ind.Unit):
		r.fraction(v, c.Text, p, at)
		return nil
	}
	return []reading{{p.ind.Code, v}}
}

// measured reports whether a unit can have fractions: areas and lengths.
func measured(unit string) bool {
	return unit == "m²" || unit == "m2" || unit == "m" || unit == "km" || unit == "ha"
}

// fraction reports a count that is no whole number: "1.862" typed where the dot
// is a decimal mark becomes 1,862.
func (r *reader) fraction(v reports.Value, text string, p place, at reports.Cell) {
	thousand, ok := v.Scale(1000)
	if ok && thousand.Whole() && v.Num > v.Den {
		n, _ := thousand.Rounded(1)
		r.find("number.float1000", p.unit, reports.Args{
			"value": strings.Replace(text, ".", ",", 1), "suggestion": viet.Int(n), "plain": itoa(int(n)), "indicator": p.ind.Name,
		}, at)
		return
	}
	r.notRead(text, "fraction", p, at)
}

// percent reads a number for a percentage: a cell shown with % stores the
// hundredth part, any other the number before the sign.
func (r *reader) percent(v reports.Value, shown bool, p place, at reports.Cell) []reading {
	if !shown {
		if v.Num > 0 && v.Num < v.Den {
			r.notRead(v.String(), "ambiguous", p, at)
			return nil
		}
		den := v.Den * 100
		v = reports.Ratio(v.Num, den)
	}
	if v.Num > v.Den && p.ind.Kind != catalogue.Target || v.Num > 10*v.Den {
		r.find("percent.range", p.unit, reports.Args{"value": viet.Percent(v), "indicator": p.ind.Name}, at)
		return nil
	}
	return []reading{{p.ind.Code, v}}
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
	return []reading{{p.ind.Code, reports.Int(n)}}
}

// words reads a value typed as text.
func (r *reader) words(c *cell, p place, at reports.Cell) []reading {
	if viet.IsNought(c.text) {
		return []reading{{p.ind.Code, reports.Int(0)}}
	}
	qs, err := viet.Quantities(c.text, p.counted())
	if err != nil {
		reason := "not-a-number"
		var bad *viet.NumberError
		if errors.As(err, &bad) {
			reason = bad.Reason
		}
		r.notRead(c.text, reason, p, at)
		return nil
	}
	var all []reading
	for i, q := range qs {
		target, ok := r.target(p, q, i, len(qs))
		if !ok {
			r.find("unit.mismatch", p.unit, reports.Args{"written": q.Unit, "want": p.ind.Unit, "text": c.text, "indicator": p.ind.Name}, at)
			if len(qs) > 1 {
				continue
			}
			return nil
		}
		p := p
		p.ind = target
		all = append(all, r.quantity(q, c.text, p, at)...)
	}
	return all
}

// counted is the unit in which a bare number of the cell counts: "14,5" is an
// amount where the column is in triệu đồng, "14.458" is doubtful there.
func (p place) counted() string {
	if p.scale > 1 && p.ind.Money() {
		return viet.Int(p.scale) + " " + p.ind.Unit
	}
	return p.ind.Unit
}

// target tells for which indicator one of several figures in a cell is meant:
// each goes by its own unit (DESIGN §4).
func (r *reader) target(p place, q viet.Quantity, i, n int) (catalogue.Indicator, bool) {
	if q.Unit == "" || sameUnit(q.Unit, p.ind.Unit) || q.Fraction {
		return p.ind, i == 0 || q.Unit != ""
	}
	for _, ind := range r.Catalogue.Indicators() {
		if (ind.Of == p.ind.Code || p.ind.Of == ind.Code && p.ind.Of != "") && sameUnit(q.Unit, ind.Unit) {
			return ind, true
		}
	}
	return p.ind, n == 1 && people(q.Unit) && people(p.ind.Unit)
}

// people reports whether a unit counts persons or their turns: a branch that
// writes "12 đồng chí" under "lượt" means the same number.
func people(unit string) bool { return unit == "người" || unit == "lượt" }

// sameUnit compares units of measure: household, family and house are the same
// word in this trade.
func sameUnit(a, b string) bool { return unitClass(a) == unitClass(b) }

func unitClass(u string) string {
	switch u = viet.Key(u); u {
	case "gia đình", "nhà", "hộ gia đình", "căn", "căn nhà":
		return "hộ"
	case "đồng hội viên", "đồng hv":
		return "đồng"
	case "hội viên", "đồng chí", "thành viên", "thanh niên", "cháu":
		return "người"
	case "lượt người", "lượt hội viên":
		return "lượt"
	case "hội nghị", "lớp":
		return "buổi"
	case "câu lạc bộ":
		return "clb"
	default:
		return u
	}
}

// quantity takes over one figure read from text, with the findings about how it
// was written.
func (r *reader) quantity(q viet.Quantity, text string, p place, at reports.Cell) []reading {
	if q.Bound != 0 {
		r.find("number.approx", p.unit, reports.Args{"text": text, "value": printed(q.Value, p.ind), "indicator": p.ind.Name}, at)
	}
	if len(q.Doubts) > 0 {
		r.find("number.english", p.unit, reports.Args{"text": text, "value": printed(q.Value, p.ind), "indicator": p.ind.Name}, at)
	}
	switch {
	case q.Fraction:
		return r.parts(q, text, p, at)
	case p.ind.Percent():
		if q.Unit == "%" {
			return r.percent(q.Value, true, p, at)
		}
		return r.percent(q.Value, false, p, at)
	case p.ind.Money():
		scale := p.scale
		if q.Unit != "" || q.Scaled {
			scale = 1
		}
		return r.scaled(q.Value, scale, text, p, at)
	case !q.Value.Whole() && !measured(p.ind.Unit):
		r.notRead(text, "fraction", p, at)
		return nil
	}
	return []reading{{p.ind.Code, q.Value}}
}

// parts takes a/b for the two parts of a ratio; for any other indicator it is no
// number.
func (r *reader) parts(q viet.Quantity, text string, p place, at reports.Cell) []reading {
	switch {
	case q.Value.Num > q.Value.Den || !p.ind.Percent():
		r.notRead(text, "fraction", p, at)
		return nil
	case p.ind.Num != "" && p.ind.Den != "":
		return []reading{{p.ind.Num, reports.Int(q.Value.Num)}, {p.ind.Den, reports.Int(q.Value.Den)}}
	}
	return []reading{{p.ind.Code, q.Value}}
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
