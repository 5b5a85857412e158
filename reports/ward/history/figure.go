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

// indicatorOf is what a figure says of its indicator, enough to print a value.
func indicatorOf(f trace.Figure) catalogue.Indicator {
	return catalogue.Indicator{Kind: f.Kind, Unit: f.Unit}
}

// valueOf writes a value as a JSON number, null if it is unknown.
func valueOf(v reports.Value, f trace.Figure) json.RawMessage {
	digits, ok := indicatorOf(f).Digits(v)
	if !ok {
		return json.RawMessage("null")
	}
	return json.RawMessage(digits)
}

// amount writes a value as people of the language read it, with its unit.
func (h *History) amount(v reports.Value, f trace.Figure) string {
	number, unit := amount(v, f)
	if h.voice.English {
		number = strings.NewReplacer(".", ",", ",", ".").Replace(number)
	}
	return strings.TrimSpace(number + " " + unit)
}

// amount is a value as Vietnamese write it, with the unit that stands behind it.
func amount(v reports.Value, f trace.Figure) (number, unit string) {
	if !v.Known() {
		return "-", ""
	}
	if f.Unit == "%" {
		if v.Den > 1 && v.Den != 100 && v.Den < 10000 {
			return fmt.Sprintf("%s (%s/%s)", viet.Percent(v), viet.Int(v.Num), viet.Int(v.Den)), ""
		}
		return viet.Percent(v), ""
	}
	return viet.Decimal(indicatorOf(f).Printed(v), 2), f.Unit
}
