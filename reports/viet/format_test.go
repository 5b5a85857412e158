package viet

import (
	"math"
	"testing"

	"ccbreport/reports"
)

func TestFormat(t *testing.T) {
	ratio, day := reports.Ratio, reports.DayOf
	for _, c := range []struct{ got, want, reason string }{
		{Int(1862), "1.862", ""},
		{Int(46), "46", ""},
		{Int(100), "100", "no mark before the first digit"},
		{Int(-1234567), "-1.234.567", ""},
		{Int(math.MinInt64), "-9.223.372.036.854.775.808", ""},
		{Money(86791000), "86.791.000 đồng", ""},
		{Decimal(ratio(125, 10), 2), "12,5", ""},
		{Decimal(ratio(5, 1), 2), "5", "noughts dropped"},
		{Decimal(ratio(12345, 10), 0), "1.235", "half up"},
		{Decimal(ratio(-12345, 10), 0), "-1.235", "half away from zero"},
		{Decimal(ratio(1, 1000), 2), "0", ""},
		{Decimal(ratio(5, 1000), 2), "0,01", ""},
		{Decimal(ratio(math.MaxInt64, 2), 2), "4.611.686.018.427.387.903,5", "beyond 64 bits on the way"},
		{Decimal(reports.Value{}, 2), "", "unknown"},
		{Percent(ratio(9934, 10000)), "99,34%", ""},
		{Percent(ratio(8, 34)), "23,53%", ""},
		{Percent(ratio(976, 1000)), "97,6%", ""},
		{Percent(ratio(34, 34)), "100%", ""},
		{Percent(ratio(19999, 20000)), "99,99%", "100% is only what is whole"},
		{Percent(ratio(20001, 20000)), "100,01%", "neither more"},
		{Percent(ratio(0, 34)), "0%", ""},
		{Percent(ratio(3081, 3135)), "98,28%", ""},
		{Percent(ratio(2941, 2966)), "99,16%", ""},
		{Percent(reports.Value{}), "", "unknown"},
		{Date(day(2020, 6, 30)), "30/6/2020", ""},
		{Date(day(2017, 1, 1)), "01/01/2017", "noughts below ten, and in months 1 and 2"},
		{Date(day(2020, 2, 15)), "15/02/2020", ""},
		{Date(day(2020, 10, 5)), "05/10/2020", ""},
		{Date(0), "", "unknown"},
		{LongDate(day(2028, 7, 5)), "ngày 05 tháng 7 năm 2028", "the decree's own example"},
		{LongDate(day(2013, 12, 12)), "ngày 12 tháng 12 năm 2013", ""},
		{LongDate(day(2002, 1, 8)), "ngày 08 tháng 01 năm 2002", ""},
		{LongDate(0), "", "unknown"},
		{Roman(4), "IV", ""}, {Roman(1999), "MCMXCIX", ""}, {Roman(8), "VIII", ""}, {Roman(0), "0", "no such numeral"},
		{Ordinal(1), "Một", ""}, {Ordinal(4), "Bốn", ""}, {Ordinal(10), "Mười", ""}, {Ordinal(21), "Hai mươi mốt", ""},
		{Letter(1), "a", ""}, {Letter(5), "đ", ""}, {Letter(7), "g", "no f"}, {Letter(23), "y", "the last"},
		{Letter(24), "aa", ""}, {Letter(47), "ba", ""}, {Letter(0), "", "no such letter"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q %s", c.got, c.want, c.reason)
		}
	}
}
