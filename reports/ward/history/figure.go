package history

import (
	"encoding/json"
	"fmt"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
	"ccbreport/reports/viet"
)

// Number returns a value as a JSON number: a percentage and whatever else is
// not counted in whole units to two decimals, an average and all the rest to
// whole units, rounded half up.
func Number(v reports.Value, of catalogue.Indicator) (json.RawMessage, bool) {
	switch {
	case of.Percent():
		n, ok := v.Rounded(100 * 100)
		return hundredths(n), ok
	case v.Whole() || of.Kind == catalogue.Average || of.Money():
		n, ok := v.Rounded(1)
		return json.RawMessage(fmt.Sprint(n)), ok
	}
	n, ok := v.Rounded(100)
	return hundredths(n), ok
}

// hundredths writes n/100 without needless noughts: 9934 is 99.34, 10000 is 100.
func hundredths(n int64) json.RawMessage {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
	return json.RawMessage(strings.TrimSuffix(strings.TrimRight(s, "0"), "."))
}

func valueOf(v reports.Value, f trace.Figure) json.RawMessage {
	n, ok := Number(v, catalogue.Indicator{Kind: f.Kind, Unit: f.Unit})
	if !ok {
		return json.RawMessage("null")
	}
	return n
}

// amount writes a value as people read it, with its unit.
func amount(v reports.Value, f trace.Figure) string {
	if !v.Known() {
		return "-"
	}
	if f.Unit == "%" {
		if v.Den > 1 && v.Den != 100 && v.Den < 10000 {
			return fmt.Sprintf("%s (%s/%s)", viet.Percent(v), viet.Int(v.Num), viet.Int(v.Den))
		}
		return viet.Percent(v)
	}
	return strings.TrimSpace(viet.Decimal(v, 2) + " " + f.Unit)
}
