package viet

import (
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
)

func TestParseEventTime(t *testing.T) {
	for _, r := range table(t, "events.txt", 4) {
		year, _ := strconv.Atoi(r.cells[1])
		got := "none"
		if p, ok := ParseEventTime(r.cells[0], year); ok {
			got = p.String()
		}
		if got != r.cells[2] {
			t.Errorf("events.txt:%d: ParseEventTime(%q, %d) = %s, want %s (%s)", r.line, r.cells[0], year, got, r.cells[2], r.cells[3])
		}
	}
}

// FuzzParseEventTime holds that every day, in each of the ways in which people
// write it, is that day; and that a range of days runs forward.
func FuzzParseEventTime(f *testing.F) {
	f.Add(46000, "sáng thứ 2")
	f.Fuzz(func(t *testing.T, n int, words string) {
		day := reports.DayOf(2026, 1, 1) + reports.Day(((n%365)+365)%365)
		_, month, d := day.Date()
		slash := strconv.Itoa(d) + "/" + strconv.Itoa(month)
		for _, s := range []string{slash, "chiều " + slash + "/2026", slash + "/26 (sáng)", "8h30 ngày " + slash, slash + " - " + slash + "/2026"} {
			if p, ok := ParseEventTime(s, 2026); !ok || p != reports.PeriodOf(day, day) {
				t.Errorf("ParseEventTime(%q, 2026) = %s, %v, want %s", s, p, ok, day)
			}
		}
		if p, ok := ParseEventTime(words, 2026); ok && p.Days() < 1 {
			t.Errorf("ParseEventTime(%q, 2026) = %s", words, p)
		}
	})
}

// TestShortWords is the whole list of marks that stand in the place of a figure
// or a unit.
func TestShortWords(t *testing.T) {
	for s, want := range map[string]string{
		"nt": "ditto unit", "-nt-": "ditto unit", "NT.": "ditto unit", `"`: "ditto unit", "″": "ditto unit", "''": "ditto unit",
		"Như trên": "ditto unit", "như kỳ trước": "ditto", "như quý trước": "ditto", "như cũ": "ditto",
		"x": "tick", "X": "tick", "✓": "tick", "✔": "tick", "v": "tick", "Có": "tick",
		"": "", "-": "", "không": "", "như năm nay": "", "người": "", "5": "", "x2": "", "nt" + strings.Repeat(" ", 50): "",
	} {
		var got []string
		for _, is := range []struct {
			word string
			is   func(string) bool
		}{{"ditto", IsDitto}, {"unit", IsDittoUnit}, {"tick", IsTick}} {
			if is.is(s) {
				got = append(got, is.word)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q is %v, want %q", s, got, want)
		}
	}
}
