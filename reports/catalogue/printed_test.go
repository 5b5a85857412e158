package catalogue

import (
	"testing"

	"ccbreport/reports"
)

func TestDigits(t *testing.T) {
	percent := Indicator{Unit: "%", Kind: Ratio}
	people := Indicator{Unit: "người", Kind: Stock}
	dong := Indicator{Unit: "đồng", Kind: Flow}
	average := Indicator{Unit: "đồng/hội viên", Kind: Average}
	hectares := Indicator{Unit: "ha", Kind: Stock}
	for _, test := range []struct {
		reason string
		value  reports.Value
		of     Indicator
		want   string
	}{
		{"a count", reports.Int(812), people, "812"},
		{"nought is a value", reports.Int(0), people, "0"},
		{"money is in đồng", reports.Int(950160000), dong, "950160000"},
		{"below nought", reports.Int(-3), people, "-3"},
		{"a percentage has two decimals", reports.Ratio(1963, 1976), percent, "99.34"},
		{"all of them", reports.Ratio(34, 34), percent, "100"},
		{"all but one is not all", reports.Ratio(24999, 25000), percent, "99.99"},
		{"one more than all is not all", reports.Ratio(25001, 25000), percent, "100.01"},
		{"one decimal is enough", reports.Ratio(1, 8), percent, "12.5"},
		{"half up", reports.Ratio(99345, 100000), percent, "99.35"},
		{"not quite half", reports.Ratio(99344, 100000), percent, "99.34"},
		{"a small share", reports.Ratio(1, 2000), percent, "0.05"},
		{"more than all", reports.Ratio(6, 5), percent, "120"},
		{"an average is whole, half up", reports.Ratio(1001, 2), average, "501"},
		{"a whole number stays as it is, however large", reports.Int(1 << 60), hectares, "1152921504606846976"},
		{"money is whole, half up", reports.Ratio(5, 2), dong, "3"},
		{"what is measured keeps two decimals", reports.Ratio(5, 4), hectares, "1.25"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			if got, ok := test.of.Digits(test.value); !ok || got != test.want {
				t.Errorf("%v is %s, %v; want %s", test.value, got, ok, test.want)
			}
			if again, _ := test.of.Digits(test.of.Printed(test.value)); again != test.want {
				t.Errorf("what is printed is printed as %s; want %s", again, test.want)
			}
		})
	}
	if got, ok := people.Digits(reports.Value{}); ok {
		t.Errorf("no value is printed as %s", got)
	}
}
