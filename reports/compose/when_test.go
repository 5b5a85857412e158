package compose

import (
	"testing"

	"ccbreport/reports"
)

// TestSeen: a period's last day as it is printed is never after the day of a final that is
// dated within the period; of a draft, and of a period that has passed or has not begun, it
// is the last day itself.
func TestSeen(t *testing.T) {
	day := reports.DayOf
	span := reports.PeriodOf(day(2017, 2, 1), day(2020, 6, 10))
	for _, tt := range []struct {
		reason string
		p      reports.Period
		draft  bool
		dated  reports.Day
		until  string
	}{
		{"a draft", span, true, 0, "10/6/2020"},
		{"a final dated after the span", span, false, day(2020, 6, 20), "10/6/2020"},
		{"on its last day", span, false, day(2020, 6, 10), "10/6/2020"},
		{"the day before", span, false, day(2020, 6, 9), "09/6/2020"},
		{"a part that has passed", reports.PeriodOf(day(2017, 2, 1), day(2018, 1, 9)), false, day(2020, 6, 1), "09/01/2018"},
		{"a part that has not", reports.PeriodOf(day(2020, 1, 10), day(2020, 6, 10)), false, day(2020, 6, 1), "01/6/2020"},
		{"time after it", reports.PeriodOf(day(2021, 1, 10), day(2021, 6, 10)), false, day(2020, 6, 1), "10/6/2021"},
	} {
		c := &composer{in: Input{Span: span, Draft: tt.draft, Date: tt.dated}}
		if w := c.periodWords(tt.p); w.Kind != "days" || w.Until != tt.until {
			t.Errorf("%s: %s until %s, want %s", tt.reason, w.Kind, w.Until, tt.until)
		}
	}
	c := &composer{in: Input{Span: reports.Year(2026), Date: day(2026, 12, 15)}}
	if w := c.periodWords(c.in.Span); w.Kind != "year" || w.Year != 2026 {
		t.Errorf("the year of a final of December is named %s %d", w.Kind, w.Year)
	}
}
