package value

import (
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A format is what a number format makes of a stored number.
type format struct {
	exact reports.Value // the number as it stands before the format rounds it
	shown reports.Value // as the eye sees it
	by    int64         // the stored number is so many times the exact one
	unit  string        // of the words beside it, "" if there are none
	scale int64         // of that unit, 0 if there are none
}

// readFormat reports false where what is shown is not surely the stored number:
// other digits, or words that are no unit.
func readFormat(u *viet.Units, v reports.Value, l *intake.Look) (f format, ok bool) {
	f = format{by: max(l.Scale, 1)}
	f.exact, f.shown = v, v
	if f.exact, ok = v.Per(reports.Int(f.by)); !ok {
		return f, false
	}
	if l.Shown != "" {
		f.shown, ok = displayed(f.exact, strings.ReplaceAll(l.Shown, l.Words, ""))
	}
	if ok && says(l.Words) {
		f.unit, f.scale, ok = u.UnitWord(l.Words)
	}
	return f, ok
}

// says reports whether words of a number format say something: brackets and
// blanks do not.
func says(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) || strings.ContainsRune("~≈<>%‰", r)
	})
}

// displayed finds the number of decimals with which a value has the digits that
// are shown, whatever marks stand between them.
func displayed(v reports.Value, shown string) (reports.Value, bool) {
	digits := strings.TrimLeft(strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, shown), "0")
	for scale := int64(1); scale <= 1e9; scale *= 10 {
		n, ok := v.Rounded(scale)
		if ok && strings.TrimLeft(strconv.Itoa(int(n)), "0") == digits {
			return reports.Int(n).Per(reports.Int(scale))
		}
	}
	return v, false
}

// seen returns what the eye sees of a stored number: in the number format's own
// unit if it has one, rounded as it is shown if it is a count. Where the format
// and the unit of the column do not agree it asks.
func (r Reader) seen(c *grid.Cell, v reports.Value, p Place, at reports.Cell) (q viet.Quantity, ok bool) {
	if c.Look == nil || c.Look.Shown == "" && c.Look.Words == "" && c.Look.Scale <= 1 {
		return viet.Quantity{Value: v}, true
	}
	f, ok := readFormat(r.Catalogue.Units(), v, c.Look)
	if !ok {
		r.Tell("number.shown", p.Unit, reports.Args{"text": c.Quoted(), "value": viet.Decimal(v, 6), "indicator": p.Indicator.Name}, at)
		return q, false
	}
	column := int64(1) // the unit of the column for what is shown
	if p.Indicator.Money() {
		column = max(p.Scale, 1)
	}
	named, _, _ := r.Catalogue.Units().UnitWord(p.Measure)
	by, ok := f.times(column, p.Indicator.Money() && (p.Scale > 1 || viet.IsMoneyUnit(named)))
	if !ok {
		one, _ := f.shown.Scale(max(f.scale, column))
		other, _ := f.shown.Scale(column)
		if other.Equal(one) {
			other = v
		}
		r.Tell("number.scale", p.Unit, reports.Args{
			"text": c.Quoted(), "value": Printed(one, p.Indicator), "other": Printed(other, p.Indicator), "indicator": p.Indicator.Name,
		}, at)
		return q, false
	}
	return f.quantity(by, p.Indicator, r.Catalogue.Units().Measured(p.Indicator.Unit))
}

// times tells by how much the number that is shown is multiplied, in a column of
// the given scale; said is whether the column names its unit of money. It reports
// false where the format and the column, or the format's words and its own
// division, do not agree. They agree on 2.750.000 shown as "2.750 nghìn đồng" in a
// column of đồng: what is stored and what is shown are one amount.
func (f format) times(column int64, said bool) (by int64, ok bool) {
	switch {
	case f.scale > 0:
		same := f.scale == column || f.scale == f.by*column
		return f.scale, (!said || same) && (f.by == 1 || f.by == f.scale)
	case f.by > 1:
		return column, f.by == column
	}
	return column, true
}

// close reports whether what is shown is the stored number but for a twentieth.
func (f format) close() bool {
	off := f.exact
	off.Num = -off.Num
	off, ok := off.Add(f.shown)
	if off.Num < 0 {
		off.Num = -off.Num
	}
	off, fits := off.Scale(20)
	return ok && fits && off.Cmp(f.exact) <= 0
}

// quantity is what is shown, multiplied. Money and measures keep what a format
// rounds away, if that is no part of a đồng: sums are made of it.
func (f format) quantity(by int64, ind catalogue.Indicator, fine bool) (q viet.Quantity, ok bool) {
	q.Unit = f.unit
	if ind.Money() && (f.unit == "" || viet.IsMoneyUnit(f.unit)) {
		q.Unit = "đồng"
	}
	q.Value, ok = f.exact.Scale(by)
	fine = fine || ind.Money() && q.Value.Whole()
	switch {
	case fine:
	case !f.close():
		return q, ok // a count of 1.862 shown as 2 is no 2: its fraction is asked about
	default:
		q.Value, ok = f.shown.Scale(by)
	}
	if !f.shown.Equal(f.exact) {
		q.Doubts = append(q.Doubts, "rounded")
	}
	if f.by > 1 || f.scale > 1 {
		q.Doubts = append(q.Doubts, "format")
	}
	return q, ok
}

// Unseen is what a cell that nobody sees would give.
func (r Reader) Unseen(c *grid.Cell, p Place) reports.Value {
	v, err := viet.FromRaw(c.Text)
	if c.Gone() == "" || err != nil || !c.IsNumber() {
		return reports.Value{}
	}
	if p.Indicator.Money() {
		v, _ = v.Scale(max(p.Scale, 1))
	}
	return v
}
