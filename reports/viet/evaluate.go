package viet

import (
	"cmp"
	"strings"

	"ccbreport/reports"
)

// evaluate reads the drafts of one cell as figures of an indicator counted in m.
func evaluate(drafts []draft, m measure) (out []Quantity, reason string) {
	for i, d := range drafts {
		q, reason := d.quantity(m)
		if reason != "" {
			return nil, reason
		}
		if i == 0 {
			out = append(out, q)
			continue
		}
		last := &out[len(out)-1]
		last.Mark, last.Remark = last.Mark+q.Mark, last.Remark || q.Remark
		hasResult := i+1 < len(drafts) && drafts[i+1].relation == "="
		switch {
		case d.relation == "+" && last.adds(q, m.unit):
			reason = last.plus(q)
		case d.relation == "=" && last.Sum:
			reason = last.comesTo(q)
		case d.relation == "x" && last.Sum:
			reason = "ambiguous" // what is multiplied?
		case d.relation == "x" && hasResult:
			reason = last.checkProduct(q, drafts[i+1], m)
			if last.isMoney() {
				*last = q // "500k x 8 lượt": the count stays
			}
		case d.relation == "x":
			q, reason = last.product(q)
			out = append(out, q)
		case (d.relation == "(" || d.relation == "words") && last.isAlso(q):
			last.Unit = cmp.Or(last.Unit, q.Unit) // the same again, in words
		default:
			out = append(out, q)
		}
		if reason != "" {
			return nil, reason
		}
	}
	return out, tellApart(out)
}

// isAlso reports whether two figures are one, written twice.
func (q Quantity) isAlso(again Quantity) bool {
	return (q.Unit == again.Unit || q.Unit == "" || again.Unit == "") && q.Value.Equal(again.Value)
}

// adds reports whether a sign + between two figures makes a sum: both count the
// same. Percentages are never added, nor 500k and 2.
func (q Quantity) adds(r Quantity, unit string) bool {
	switch {
	case q.Fraction || r.Fraction || q.Unit == percent || r.Unit == percent || unit == percent:
		return false
	case q.Unit == r.Unit:
		return q.Unit != "" || q.Scaled == r.Scaled
	}
	return (q.Unit == "" || r.Unit == "") && !q.isMoney() && !r.isMoney()
}

func (q *Quantity) plus(r Quantity) string {
	sum, ok := q.Value.Add(r.Value)
	if !ok {
		return "too-large"
	}
	if !q.Sum {
		q.Doubts = append(q.Doubts, "sum")
	}
	q.Value, q.Unit, q.Sum = sum, cmp.Or(q.Unit, r.Unit), true
	q.Bound, q.Doubts = max(q.Bound, r.Bound), append(q.Doubts, r.Doubts...)
	return ""
}

// comesTo compares a sum with the result that is written behind it.
func (q *Quantity) comesTo(result Quantity) string {
	if !q.isAlso(result) || result.Fraction {
		return "sum"
	}
	q.Unit = cmp.Or(q.Unit, result.Unit)
	return ""
}

func (q Quantity) isMoney() bool {
	return strings.HasPrefix(q.Unit, dong) || q.Unit == "" && q.Scaled
}

// tellApart names the unit of bare money ("8 lượt = 4 triệu") and requires that
// units tell several figures apart.
func tellApart(qs []Quantity) string {
	if len(qs) == 1 {
		return ""
	}
	seen := map[string]bool{}
	for i := range qs {
		if qs[i].Unit == "" && qs[i].Scaled {
			qs[i].Unit = dong
		}
		if qs[i].Unit == "" || seen[qs[i].Unit] {
			return "ambiguous"
		}
		seen[qs[i].Unit] = true
	}
	return ""
}

// quantity reads one draft.
func (d draft) quantity(m measure) (Quantity, string) {
	q := Quantity{Unit: d.unit, Bound: d.bound, Fraction: d.over != nil, Mark: d.mark, Remark: d.remark}
	if d.unit != "" {
		m = measure{d.unit, 1, d.fine}
	}
	q, reason := d.figure(q, m)
	switch {
	case reason != "":
		return q, reason
	case !d.hasWithin(q, m):
		return q, "ambiguous"
	}
	if d.mark != "" {
		q.Doubts = append(q.Doubts, "mark")
	}
	if d.remark {
		q.Doubts = append(q.Doubts, "remark")
	}
	return q, ""
}

// figure reads the number of a draft and what belongs to it.
func (d draft) figure(q Quantity, m measure) (Quantity, string) {
	if d.over != nil {
		return d.fraction(q, m)
	}
	value, scaled, doubts, reason := d.amount(m)
	switch {
	case reason != "":
		return q, reason
	case d.unit != "" && !IsMoneyUnit(d.unit) && d.parts[len(d.parts)-1].tail != "":
		return q, "ambiguous" // "5 triệu 3 hộ": money, and another figure
	}
	q.Value, q.Scaled, q.Doubts = value, scaled, doubts
	if d.unit == percent {
		if q.Scaled {
			return q, "text-around"
		}
		if q.Value, reason = hundredth(q.Value); reason != "" {
			return q, reason
		}
	}
	return q, d.withPercent(&q)
}

func (d draft) withPercent(q *Quantity) string {
	if d.percent == nil {
		return ""
	}
	value, _, doubts, reason := d.percent.amount(measure{unit: percent, scale: 1})
	if reason == "" {
		value, reason = hundredth(value)
	}
	q.Percent, q.Doubts = &value, append(q.Doubts, doubts...)
	if reason == "" && q.Fraction && !agrees(value, q.Value) {
		return "percent"
	}
	return reason
}

// agrees reports whether a percentage as it is written can be that of a fraction,
// rounded: 0,06 percent points away at most, and 0,6 where it has no decimals.
func agrees(percent, fraction reports.Value) bool {
	tolerance := int64(6)
	if percent.Den <= 100 {
		tolerance = 60
	}
	a, ok1 := percent.Rounded(1_000_000)
	b, ok2 := fraction.Rounded(1_000_000)
	return ok1 && ok2 && max(a-b, b-a) <= tolerance*100
}

// hundredth turns the 99,34 of 99,34% into 9934/10000.
func hundredth(v reports.Value) (reports.Value, string) {
	if v.Den > pow10(16) {
		return v, "too-large"
	}
	return reports.Ratio(v.Num, v.Den*100), ""
}

// fraction reads a/b. A bare one that can be a day and a month is refused, but
// not where a percentage is asked for.
func (d draft) fraction(q Quantity, m measure) (Quantity, string) {
	ratio := m.unit == percent
	if ratio {
		m.unit = "" // the parts are counts
	}
	num, _, numDoubts, reason := d.amount(m.counted())
	if reason != "" {
		return q, reason
	}
	den, _, denDoubts, reason := d.over.amount(m.counted())
	switch {
	case reason != "":
		return q, reason
	case !num.Whole() || !den.Whole():
		return q, "fraction"
	case den.Num == 0:
		return q, "zero-denominator"
	case q.Unit == "" && !ratio && num.Num <= 31 && den.Num <= 12 && d.percent == nil:
		return q, "date"
	}
	q.Value = reports.Ratio(num.Num, den.Num)
	q.Doubts = append(numDoubts, denDoubts...)
	return q, d.withPercent(&q)
}

// amount adds the parts of a draft up: 1 tỷ 168 triệu.
func (d draft) amount(m measure) (sum reports.Value, scaled bool, doubts []string, reason string) {
	limit := int64(0) // the scale of the part before
	for i, part := range d.parts {
		v, doubt, reason := part.value(m)
		if reason != "" {
			return sum, false, nil, reason
		}
		if doubt != "" {
			doubts = append(doubts, doubt)
		}
		scaled = scaled || part.scale > 0 || part.words != nil && v.Num >= 1000
		switch {
		case i == 0:
			sum = v
		case !follows(v, sum, limit):
			return sum, false, nil, "ambiguous"
		default:
			sum, _ = sum.Add(v) // the parts are below their limits
		}
		limit = max(part.scale, 1)
	}
	if d.half {
		var ok bool
		if sum, ok = sum.Add(reports.Int(limit / 2)); !ok {
			return sum, false, nil, "too-large"
		}
	}
	if scaled && m.scaled(1).marks().whole && !sum.Whole() {
		return sum, false, nil, "fraction"
	}
	return sum, scaled, doubts, ""
}

// follows reports whether v can stand after a sum whose last scale is limit:
// 168 triệu after 1 tỷ, but not 500 after 1 triệu, which is 500 nghìn to some.
func follows(v, sum reports.Value, limit int64) bool {
	return v.Cmp(reports.Int(limit)) < 0 && v.Cmp(reports.Int(1000)) >= 0 && sum.Whole() && sum.Num%limit == 0
}

// value reads one part, multiplied by its own scale word.
func (p part) value(m measure) (reports.Value, string, string) {
	if p.words != nil {
		n, ok := readWords(p.words)
		if !ok {
			return reports.Value{}, "", "not-a-number"
		}
		return reports.Int(n), "", ""
	}
	marks := m.marks()
	if p.scale > 0 {
		marks = m.scaled(p.scale).marks()
	} else if m.scale > 1 {
		marks.comma = ask // the column's scale says less than a word behind the figure
	}
	v, doubt, reason := readNumeral(p.text, marks)
	if reason != "" || p.scale == 0 {
		return v, doubt, reason
	}
	v, ok := times(v, p.scale)
	if !ok {
		return v, "", "too-large"
	}
	if p.tail == "" {
		return v, doubt, ""
	}
	v, reason = p.withTail(v)
	if p.loose {
		doubt = "tail"
	}
	return v, doubt, reason
}

// withTail adds the 5 of "1tr5", a tenth of the scale, or the 500 of "1tr500".
func (p part) withTail(v reports.Value) (reports.Value, string) {
	divisor := map[int]int64{1: 10, 3: 1000}[len(p.tail)]
	if divisor == 0 || !isDigits(p.tail) || !v.Whole() || v.Num%p.scale != 0 {
		return v, "ambiguous"
	}
	sum, ok := v.Add(reports.Int(int64(number(p.tail)) * (p.scale / divisor)))
	if !ok {
		return v, "too-large"
	}
	return sum, ""
}

// times multiplies exactly and reduces first, so that only a result that does
// not fit is refused.
func times(v reports.Value, n int64) (reports.Value, bool) {
	for v.Den%10 == 0 && n%10 == 0 {
		v.Den, n = v.Den/10, n/10
	}
	if v.Num != 0 && v.Num*n/v.Num != n {
		return v, false
	}
	return reports.Ratio(v.Num*n, v.Den), true
}

// checkProduct compares q × price with the result that is written.
func (q Quantity) checkProduct(price Quantity, result draft, m measure) string {
	want, reason := result.quantity(m)
	if reason != "" {
		return reason
	}
	got, reason := q.product(price)
	if reason != "" && reason != "ambiguous" || !got.Value.Equal(want.Value) {
		return "product"
	}
	return ""
}

// product multiplies a count by a price. What is no money has no unit that the
// product could be in.
func (q Quantity) product(price Quantity) (Quantity, string) {
	if q.Fraction || price.Fraction || !q.Value.Whole() || !price.Value.Whole() {
		return q, "product"
	}
	v, ok := times(q.Value, price.Value.Num)
	if !ok {
		return q, "too-large"
	}
	out := Quantity{Value: v, Unit: dong, Doubts: append(price.Doubts, "computed")}
	if q.isMoney() || !price.isMoney() {
		return out, "ambiguous"
	}
	return out, ""
}
