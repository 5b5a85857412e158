package reports

import (
	"strings"
	"testing"
)

func TestDay(t *testing.T) {
	for _, s := range []string{"1969-12-31", "1970-01-01", "2000-02-29", "2017-01-01", "2020-06-30", "2100-03-01"} {
		d, err := ParseDay(s)
		if err != nil || d.String() != s || d == 0 {
			t.Errorf("%s: %v, %v", s, d, err)
		}
		y, m, day := d.Date()
		if DayOf(y, m, day) != d {
			t.Errorf("%s: not the day of its date", s)
		}
		text, _ := d.MarshalText()
		var back Day
		if err := back.UnmarshalText(text); err != nil || back != d {
			t.Errorf("%s: %v, %v after text", s, back, err)
		}
	}
	for _, s := range []string{"2017-02-29", "17-1-1", "", "hôm nay"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("%q is %v", s, d)
		}
	}
	var unknown Day
	if unknown.String() != "" {
		t.Errorf("the unknown day is %q", unknown)
	}
}

func TestPeriod(t *testing.T) {
	year, half := Year(2019), Months(2019, 7, 6)
	tests := []struct {
		reason string
		got    bool
	}{
		{"a year has its days", year.Days() == 365 && Year(2020).Days() == 366},
		{"the last day is included", year.Last() == DayOf(2019, 12, 31) && PeriodOf(year.From, year.Last()) == year},
		{"a year contains its half", year.Contains(half) && !half.Contains(year)},
		{"neighbours do not overlap", !Year(2018).Overlaps(year) && year.Overlaps(half)},
		{"the longer of two that begin together comes first", year.Compare(Months(2019, 1, 6)) < 0},
		{"months carry over into the next year", Months(2019, 11, 3) == PeriodOf(DayOf(2019, 11, 1), DayOf(2020, 1, 31))},
		{"as it is printed", half.String() == "2019-07-01..2019-12-31" && Period{}.String() == ""},
	}
	for _, tt := range tests {
		if !tt.got {
			t.Error(tt.reason)
		}
	}
}

func TestWithout(t *testing.T) {
	for _, tt := range []struct {
		reason  string
		periods []Period
		want    string
	}{
		{"nothing", nil, "2018-01-01..2019-12-31"},
		{"all", []Period{Year(2017), Year(2018), Year(2019), Year(2020)}, ""},
		{"the first", []Period{Year(2018)}, "2019-01-01..2019-12-31"},
		{"the last", []Period{Year(2019)}, "2018-01-01..2018-12-31"},
		{"what lies outside takes nothing", []Period{Year(2016), Year(2021)}, "2018-01-01..2019-12-31"},
		{"in any order, some twice", []Period{Months(2019, 7, 6), Year(2018), Months(2018, 4, 3)}, "2019-01-01..2019-06-30"},
		{"two gaps", []Period{Months(2018, 4, 3), Year(2019)}, "2018-01-01..2018-03-31 2018-07-01..2018-12-31"},
		{"one that sticks out at both ends", []Period{{Year(2016).From, Year(2022).To}}, ""},
	} {
		var got []string
		for _, p := range (Period{Year(2018).From, Year(2019).To}).Without(tt.periods) {
			got = append(got, p.String())
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestParsePeriod(t *testing.T) {
	for _, p := range []Period{{}, Year(2019), Months(2019, 7, 6), PeriodOf(DayOf(2020, 2, 29), DayOf(2020, 2, 29))} {
		if got, err := ParsePeriod(p.String()); err != nil || got != p {
			t.Errorf("%q comes back as %v, %v", p, got, err)
		}
	}
	for _, s := range []string{"2019", "2019-01-01", "2019-01-01..", "..2019-01-01", "2019-01-01..2019-02-30", "2019-12-31..2019-01-01", "quý I"} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("%q is %v", s, p)
		}
	}
}

func TestCellOrder(t *testing.T) {
	cells := []Cell{
		{File: "a.xlsx"}, {File: "a.xlsx", Sheet: "S"}, {File: "a.xlsx", Sheet: "S", Addr: "B2"}, {File: "a.xlsx", Sheet: "S", Addr: "AA2"},
		{File: "a.xlsx", Sheet: "S", Addr: "A10"}, {File: "a.xlsx", Sheet: "T", Addr: "A1"}, {File: "b.xlsx", Sheet: "S", Addr: "A1"},
	}
	for i := range cells {
		for j := range cells {
			got := cells[i].Compare(cells[j])
			if i < j && got >= 0 || i > j && got <= 0 || i == j && got != 0 {
				t.Errorf("%v <=> %v = %d", cells[i], cells[j], got)
			}
		}
	}
	if s := cells[2].String(); s != "a.xlsx!S!B2" {
		t.Errorf("printed as %q", s)
	}
}

// TestSorted: findings are sorted by position and told once.
func TestSorted(t *testing.T) {
	var fs Findings
	fs.Add("b", "", Args{"x": "1"}, Cell{File: "b"})
	fs.Add("a", "", Args{"x": "1"}, Cell{File: "b"})
	fs.Add("z", "", nil, Cell{File: "a"})
	fs.Add("b", "", Args{"x": "1"}, Cell{File: "b"})
	fs.Add("b", "", Args{"x": "2"}, Cell{File: "b"})
	fs.Add("n", "", nil)
	var got string
	for _, f := range fs.Sorted() {
		got += f.Code + f.Args["x"] + " "
	}
	if got != "n z a1 b1 b2 " {
		t.Errorf("got %s", got)
	}
}
