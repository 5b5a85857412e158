package catalogue

import (
	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// Printed returns a value of the indicator as it is printed, wherever that is: on
// the page, in workbooks, in JSON. Money and averages are whole; a percentage has two
// decimals, and is 100 % only if it is all; what is not counted in whole units has two
// decimals too. It is unknown where v is, or where it does not fit into 64 bits.
func (i Indicator) Printed(v reports.Value) reports.Value {
	switch {
	case i.Percent():
		return viet.RoundedPercent(v)
	case i.Money() || i.Kind == Average:
		return rounded(v, 1)
	case v.Whole():
		return v
	}
	return rounded(v, 100)
}

func rounded(v reports.Value, grain int64) reports.Value {
	n, ok := v.Rounded(grain)
	if !ok {
		return reports.Value{}
	}
	return reports.Ratio(n, grain)
}

// Digits writes a value of the indicator as machines read it: 99.34 for 99,34%. It
// reports false where the value is unknown.
func (i Indicator) Digits(v reports.Value) (string, bool) {
	p := i.Printed(v)
	if i.Percent() {
		p.Num *= 100
	}
	return viet.Digits(p), p.Known()
}
