package config

import "testing"

func TestDueOfAReport(t *testing.T) {
	for _, test := range []struct {
		reason, starts, period, from, to, due, today string
		wantDue, wantSpan                            string
	}{
		{"this year's", "01-01", "this-year", "", "", "12-05", "2026-11-25", "2026-12-05", "2026-01-01..2026-12-31"},
		{"the day itself", "01-01", "this-year", "", "", "12-05", "2026-12-05", "2026-12-05", "2026-01-01..2026-12-31"},
		{"the day after: next year's", "01-01", "this-year", "", "", "12-05", "2026-12-06", "2027-12-05", "2027-01-01..2027-12-31"},
		{"after the year has ended", "01-01", "last-year", "", "", "01-10", "2026-12-31", "2027-01-10", "2026-01-01..2026-12-31"},
		{"an emulation year", "11-01", "this-year", "", "", "10-25", "2026-10-20", "2026-10-25", "2025-11-01..2026-10-31"},
		{"after a half", "01-01", "last-half", "", "", "07-05", "2026-02-01", "2026-07-05", "2026-01-01..2026-06-30"},
		{"fixed days and a full date", "01-01", "", "2017-01-01", "2020-06-30", "2020-07-05", "2020-07-01", "2020-07-05", "2017-01-01..2020-06-30"},
		{"a full date that is over", "01-01", "", "2017-01-01", "2020-06-30", "2020-07-05", "2020-07-06", "", ""},
		{"fixed days and a day of every year: the nearest", "01-01", "", "2017-01-01", "2020-12-31", "01-05", "2020-12-01", "2021-01-05", "2017-01-01..2020-12-31"},
		{"which does not come again", "01-01", "", "2017-01-01", "2020-12-31", "01-05", "2021-01-06", "", ""},
		{"none is set", "01-01", "this-year", "", "", "", "2026-11-25", "", ""},
	} {
		c := Config{YearStarts: test.starts}
		r := Report{Period: test.period, From: date(t, test.from), To: date(t, test.to), Due: date(t, test.due)}
		due, span, _ := c.NextDue(r, date(t, test.today).Day)
		if due.String() != test.wantDue || span.String() != test.wantSpan {
			t.Errorf("%s: %q for %q, want %q for %q", test.reason, due, span, test.wantDue, test.wantSpan)
		}
		if due != 0 && r.dueOf(span) != due {
			t.Errorf("%s: a run for the span would take %s", test.reason, r.dueOf(span))
		}
	}
}

func date(t *testing.T, text string) (d Date) {
	t.Helper()
	if err := d.UnmarshalTOML(text); err != nil {
		t.Fatal(err)
	}
	return d
}
