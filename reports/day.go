package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Day is a calendar day, counted from 1 January 1970. It has no time of day
// and no zone, so it can be compared and counted on. The zero Day is "unknown".
type Day int32

// unixOffset keeps 1 January 1970 away from the zero Day.
const unixOffset = 1 << 24

// DayOf returns the day y-m-d; out-of-range months and days carry over as in
// [time.Date].
func DayOf(y, m, d int) Day {
	secs := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()
	return Day(secs/86400) + unixOffset
}

// ParseDay reads the form 2006-01-02.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("parse day %q: want yyyy-mm-dd", s)
	}
	return DayOf(t.Year(), int(t.Month()), t.Day()), nil
}

// Date returns year, month and day of d.
func (d Day) Date() (year, month, day int) {
	t := time.Unix(int64(d-unixOffset)*86400, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// String returns the day as 2006-01-02, or "" for the unknown day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	y, m, dd := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// MarshalText writes the day as 2006-01-02.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	v, err := ParseDay(string(text))
	*d = v
	return err
}

// A Period is the half-open span of days [From, To). The zero Period is
// "unknown".
type Period struct {
	From Day `json:"from"`
	To   Day `json:"to"` // first day after the period
}

// PeriodOf returns the period from the first to the last day, both included.
func PeriodOf(first, last Day) Period { return Period{first, last + 1} }

// Year returns the calendar year y.
func Year(y int) Period { return Period{DayOf(y, 1, 1), DayOf(y+1, 1, 1)} }

// Months returns the n months of year y that begin with month m.
func Months(y, m, n int) Period { return Period{DayOf(y, m, 1), DayOf(y, m+n, 1)} }

// IsZero reports whether the period is unknown.
func (p Period) IsZero() bool { return p == Period{} }

// Last returns the last day of the period.
func (p Period) Last() Day { return p.To - 1 }

// Days returns the length of the period in days.
func (p Period) Days() int { return int(p.To - p.From) }

// Contains reports whether q lies within p.
func (p Period) Contains(q Period) bool { return p.From <= q.From && q.To <= p.To }

// Overlaps reports whether p and q share a day.
func (p Period) Overlaps(q Period) bool { return p.From < q.To && q.From < p.To }

// Without returns the parts of p that none of the periods holds, in order.
func (p Period) Without(periods []Period) []Period {
	var open []Period
	reached := p.From
	for _, q := range slices.SortedFunc(slices.Values(periods), Period.Compare) {
		if end := min(q.From, p.To); end > reached {
			open = append(open, Period{reached, end})
		}
		reached = max(reached, q.To)
	}
	if reached < p.To {
		open = append(open, Period{reached, p.To})
	}
	return open
}

// Compare orders periods by their first day, longer ones first.
func (p Period) Compare(q Period) int {
	if p.From != q.From {
		return int(p.From - q.From)
	}
	return int(q.To - p.To)
}

// String returns the first and the last day, as 2017-01-01..2017-12-31.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return p.From.String() + ".." + p.Last().String()
}

// ParsePeriod reads what String wrote; "" is the unknown period.
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, nil
	}
	first, last, found := strings.Cut(s, "..")
	from, err := ParseDay(first)
	if err != nil || !found {
		return Period{}, fmt.Errorf("parse period %q: want yyyy-mm-dd..yyyy-mm-dd", s)
	}
	to, err := ParseDay(last)
	if err != nil || to < from {
		return Period{}, fmt.Errorf("parse period %q: want yyyy-mm-dd..yyyy-mm-dd, the later day last", s)
	}
	return PeriodOf(from, to), nil
}
