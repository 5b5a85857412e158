package schedule

import (
	"errors"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/google/go-cmp/cmp"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func spec(t testing.TB, line, in string) Spec {
	t.Helper()
	s, err := Parse(line, zone(t, in))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func at(t testing.TB, text string) time.Time {
	t.Helper()
	m, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestParse(t *testing.T) {
	for _, test := range []struct {
		reason, line string
		want         error
	}{
		{"a day of every year", "0 7 15 12 *", nil},
		{"names, lists, ranges, steps and a question mark", "*/15 7-9 ? jan,JUL MON-FRI", nil},
		{"spaces and tabs around", " 0  7\t15 12 * ", nil},
		{"29 February comes, if seldom", "0 7 29 2 *", nil},
		{"a word for it", "@yearly", nil},
		{"another word", "@weekly", nil},
		{"nothing", "", ErrSyntax},
		{"four fields", "0 7 15 12", ErrSyntax},
		{"six fields, as with seconds", "0 0 7 15 12 *", ErrSyntax},
		{"no such minute", "60 7 15 12 *", ErrSyntax},
		{"no such weekday", "0 7 * * 7", ErrSyntax},
		{"last day, as another program has it", "0 7 L 12 *", ErrSyntax},
		{"a step of nothing", "*/0 * * * *", ErrSyntax},
		{"a word for something else", "@reboot", ErrSyntax},
		{"no moments but an interval", "@every 24h", ErrEvery},
		{"a month without that day", "0 8 31 11 *", ErrNever},
		{"30 February", "0 8 30 2 *", ErrNever},
		{"the 15th and every Monday", "0 8 15 12 1", ErrTwoDays},
		{"every second day and every Monday", "0 8 */2 * 1", ErrTwoDays},
		{"what makes the library panic", "TZ=Asia/Ho_Chi_Minh", ErrZone},
		{"and this", "CRON_TZ=", ErrZone},
		{"a zone beside that of the ward", "TZ=UTC 0 7 15 12 *", ErrZone},
		{"behind a space", " CRON_TZ=UTC @yearly", ErrZone},
	} {
		if _, err := Parse(test.line, time.UTC); !errors.Is(err, test.want) {
			t.Errorf("%s: %q gives %v, want %v", test.reason, test.line, err, test.want)
		}
	}
}

func TestSpecsWithTheSameTextAreTheSame(t *testing.T) {
	if got := spec(t, " 0  7 15 12 *", "Asia/Ho_Chi_Minh").String(); got != "0 7 15 12 * Asia/Ho_Chi_Minh" {
		t.Errorf("got %q", got)
	}
}

func TestNext(t *testing.T) {
	for _, test := range []struct {
		reason, line, zone, after string
		want                      []string
	}{
		{"the ward's seven o'clock, wherever the computer thinks it is", "0 7 15 12 *", "Asia/Ho_Chi_Minh", "2026-01-01T00:00:00Z",
			[]string{"2026-12-15T07:00:00+07:00", "2027-12-15T07:00:00+07:00"}},
		{"never the moment itself", "0 7 15 12 *", "Asia/Ho_Chi_Minh", "2026-12-15T00:00:00Z", []string{"2027-12-15T07:00:00+07:00"}},
		{"a moment before it", "0 7 15 12 *", "Asia/Ho_Chi_Minh", "2026-12-14T23:59:59.5Z", []string{"2026-12-15T07:00:00+07:00"}},
		{"eight years without a leap day", "0 7 29 2 *", "Asia/Ho_Chi_Minh", "2096-03-01T00:00:00Z", []string{"2104-02-29T07:00:00+07:00"}},
		{"the hour left out in spring: the same day, not the next year", "30 2 8 3 *", "America/New_York", "2026-01-01T00:00:00Z",
			[]string{"2026-03-08T01:30:00-05:00", "2027-03-08T02:30:00-05:00"}},
		{"the hour that comes twice in autumn: once", "30 1 1 11 *", "America/New_York", "2026-10-01T00:00:00Z",
			[]string{"2026-11-01T01:30:00-04:00", "2027-11-01T01:30:00-04:00"}},
		{"seen from within that hour, the first time", "30 1 1 11 *", "America/New_York", "2026-11-01T05:29:00Z", []string{"2026-11-01T01:30:00-04:00"}},
		{"and the second time", "30 1 1 11 *", "America/New_York", "2026-11-01T06:29:00Z", []string{"2027-11-01T01:30:00-04:00"}},
		{"midnight left out", "0 0 7 9 *", "America/Santiago", "2025-01-01T00:00:00Z", []string{"2025-09-06T23:00:00-04:00", "2026-09-07T00:00:00-03:00"}},
		{"a day left out for the date line", "0 7 30 12 *", "Pacific/Apia", "2011-01-01T00:00:00Z", []string{"2011-12-29T07:00:00-10:00", "2012-12-30T07:00:00+14:00"}},
	} {
		s, m := spec(t, test.line, test.zone), at(t, test.after)
		var got []string
		for range test.want {
			m = s.Next(m)
			got = append(got, m.Format(time.RFC3339))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

// TestEveryTimeOfTheCalendarComesOnce walks through thirty years of a zone that
// turns its clocks, from moments before and after each turn.
func TestEveryTimeOfTheCalendarComesOnce(t *testing.T) {
	for _, line := range []string{"30 2 * * *", "30 1 * * *", "0 0 * * *"} {
		s := spec(t, line, "America/New_York")
		days := map[string]int{}
		from, to := at(t, "2026-01-01T12:00:00Z"), at(t, "2056-01-01T12:00:00Z")
		for m := s.Next(from); m.Before(to); m = s.Next(m) {
			days[m.Format(time.DateOnly)]++
			for _, before := range []time.Duration{time.Second, 30 * time.Minute, 61 * time.Minute, 3 * time.Hour} {
				if again := s.Next(m.Add(-before)); !again.Equal(m) {
					t.Fatalf("%s: after %v comes %v, not %v", line, m.Add(-before), again, m)
				}
			}
		}
		if want := int(to.Sub(from).Hours() / 24); len(days) != want {
			t.Errorf("%s: %d days of %d", line, len(days), want)
		}
		for day, n := range days {
			if n != 1 {
				t.Errorf("%s: %d times on %s", line, n, day)
			}
		}
	}
}

// TestBetweenIsBounded: ten years of a line that is due every minute are five
// million moments.
func TestBetweenIsBounded(t *testing.T) {
	from := at(t, "2026-01-01T00:00:00Z")
	for _, test := range []struct {
		reason, line, to string
		min, max         int
		last             string
	}{
		{"all of the few", "0 7 15 12 *", "2036-01-01T00:00:00Z", 10, 10, "2035-12-15T07:00:00Z"},
		{"the first moment counts", "0 0 1 1 *", "2026-12-31T00:00:00Z", 1, 1, "2026-01-01T00:00:00Z"},
		{"and the last", "0 0 1 1 *", "2027-01-01T00:00:00Z", 2, 2, "2027-01-01T00:00:00Z"},
		{"some of the many, with the newest", "* * * * *", "2036-01-01T00:00:00Z", 50, most, "2036-01-01T00:00:00Z"},
		{"many on one day, long ago", "* * 15 12 *", "2036-12-14T00:00:00Z", 1, most, "2035-12-15T23:59:00Z"},
		{"none", "0 7 15 12 *", "2026-12-01T00:00:00Z", 0, 0, ""},
	} {
		list := spec(t, test.line, "UTC").between(from, at(t, test.to))
		last := ""
		if len(list) > 0 {
			last = list[len(list)-1].Format(time.RFC3339)
		}
		if len(list) < test.min || len(list) > test.max || last != test.last {
			t.Errorf("%s: %d moments, the last %s", test.reason, len(list), last)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, line := range []string{"0 7 15 12 *", "TZ=", "CRON_TZ=x", "@every 1h", "@", "*/0-1 ? , - *", "1-2-3 * * * *", "@every -1h"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		s, err := Parse(line, time.UTC)
		if err != nil {
			return
		}
		next := s.Next(time.Unix(0, 0))
		if next.IsZero() || !next.After(time.Unix(0, 0)) {
			t.Errorf("%q is taken and next due at %v", line, next)
		}
	})
}
