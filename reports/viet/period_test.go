package viet

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
)

// halfTerm is the context of the tables of periods.
var halfTerm = PeriodContext{
	Term: reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2021, 12, 31)),
	Span: reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30)),
}

func TestParsePeriod(t *testing.T) {
	for _, r := range table(t, "periods.txt", 5) {
		ctx := halfTerm
		ctx.Year, _ = strconv.Atoi(r.cells[1])
		if _, err := fmt.Sscanf(r.cells[2], "%d-%d", &ctx.YearStart[0], &ctx.YearStart[1]); err != nil {
			t.Fatal(err)
		}
		if got := periodDump(ParsePeriod(r.cells[0], ctx)); got != r.cells[3] {
			t.Errorf("periods.txt:%d: ParsePeriod(%q) = %s, want %s (%s)", r.line, r.cells[0], got, r.cells[3], r.cells[4])
		}
	}
}

func TestFindPeriod(t *testing.T) {
	for _, r := range table(t, "titles.txt", 3) {
		if got := periodDump(FindPeriod(r.cells[0], halfTerm)); got != r.cells[1] {
			t.Errorf("titles.txt:%d: FindPeriod(%q) = %s, want %s (%s)", r.line, r.cells[0], got, r.cells[1], r.cells[2])
		}
	}
}

func periodDump(p PeriodText, ok bool) string {
	switch {
	case !ok:
		return "none"
	case p.NeedsYear:
		return p.Kind + " needs-year"
	case p.Period.IsZero():
		return p.Kind + " unknown"
	}
	return p.Kind + " " + p.Period.String()
}

func TestParseDate(t *testing.T) {
	for _, r := range table(t, "dates.txt", 4) {
		year, _ := strconv.Atoi(r.cells[1])
		got := "none"
		if d, ok := ParseDate(r.cells[0], year); ok {
			got = d.String()
		}
		if got != r.cells[2] {
			t.Errorf("dates.txt:%d: ParseDate(%q, %d) = %s, want %s (%s)", r.line, r.cells[0], year, got, r.cells[2], r.cells[3])
		}
	}
}

func TestSerial(t *testing.T) {
	for _, c := range []struct {
		n      int64
		is1904 bool
		want   string
		reason string
	}{
		{1, false, "1900-01-01", "the first day"},
		{59, false, "1900-02-28", "before the day that never was"},
		{60, false, "none", "29 February 1900"},
		{61, false, "1900-03-01", "after it"},
		{43821, false, "2019-12-22", "an ordinary day"},
		{42359, true, "2019-12-22", "1462 days less on old Macs"},
		{0, false, "none", "a time without a day"},
		{0, true, "1904-01-01", "the first day of the other system"},
		{-1, true, "none", "before it"},
		{86791000, false, "none", "an amount"},
	} {
		got := "none"
		if d, ok := Serial(c.n, c.is1904); ok {
			got = d.String()
		}
		if got != c.want {
			t.Errorf("Serial(%d, %t) = %s, want %s (%s)", c.n, c.is1904, got, c.want, c.reason)
		}
	}
}

func TestFindYear(t *testing.T) {
	for _, c := range []struct{ text, want, reason string }{
		{"bao cao 2019.xlsx", "2019", "the name of a file"},
		{"Bản sao của BC_2019 (1).xlsx", "2019", "glued to letters"},
		{"so lieu 2019 - 2019", "2019", "twice the same"},
		{"so lieu 2017-2019", "none", "two years"},
		{"QD 217, 12019", "none", "no run of four digits"},
		{"chi hoi 3", "none", "no year"},
	} {
		got := "none"
		if y, ok := FindYear(c.text); ok {
			got = strings.TrimSpace(strconv.Itoa(y))
		}
		if got != c.want {
			t.Errorf("FindYear(%q) = %s, want %s (%s)", c.text, got, c.want, c.reason)
		}
	}
}

// FuzzPeriod holds that nothing panics, that periods have days, and that a day
// in either written form is read back.
func FuzzPeriod(f *testing.F) {
	for _, s := range []string{"từ 1/7/2025 đến nay", "Q2-2019", "trong 3 năm 2017-2019", "đầu năm 2019 đến 31/10", "đến đến 2020", "1/1-1/1"} {
		f.Add(s, 2019, 11)
	}
	f.Fuzz(func(t *testing.T, s string, year, month int) {
		ctx := halfTerm
		ctx.Year, ctx.YearStart = year%3000, [2]int{month % 13, 1}
		for _, read := range []func(string, PeriodContext) (PeriodText, bool){ParsePeriod, FindPeriod} {
			p, ok := read(s, ctx)
			if ok && (p.Kind == "" || p.NeedsYear != (p.NeedsYear && p.Period.IsZero()) || !p.Period.IsZero() && p.Period.Days() <= 0) {
				t.Errorf("period of %q: %+v", s, p)
			}
		}
		FindYear(s)
		if d, ok := ParseDate(s, ctx.Year); ok {
			for _, text := range []string{Date(d), LongDate(d)} {
				if again, ok := ParseDate(text, 0); !ok || again != d {
					t.Errorf("ParseDate(%q) = %s, want %s", text, again, d)
				}
			}
		}
	})
}
