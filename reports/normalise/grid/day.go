package grid

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A Stamp is when an answer to an on-line form came.
type Stamp struct {
	day     reports.Day
	seconds int // of the day
}

// Compare tells which of two stamps is the earlier.
func (s Stamp) Compare(o Stamp) int {
	return cmp.Or(cmp.Compare(s.day, o.day), cmp.Compare(s.seconds, o.seconds))
}

var clock = regexp.MustCompile(`(?i)\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(sa|ch|am|pm)\b)?`)

// Stamp reads a time: a serial number with its part of a day, or a date with a clock or
// without. What cannot be read has no order among the others.
func (c *Cell) Stamp() (s Stamp, ok bool) {
	if c.IsNumber() {
		s.day, ok = c.Day(0)
		part, err := strconv.ParseFloat("0."+fraction(c.Text), 64)
		s.seconds = int(part*86400 + 0.5)
		return s, ok && err == nil
	}
	date, _, _ := strings.Cut(c.Clean, " ")
	if s.day, ok = viet.ParseDate(date, 0); !ok {
		var err error
		if s.day, err = reports.ParseDay(strings.ReplaceAll(date, "/", "-")); err != nil {
			return s, false
		}
	}
	m := clock.FindStringSubmatch(c.Clean)
	if m == nil {
		return s, true
	}
	s.seconds = hour(m[1], m[4])*3600 + digits(m[2])*60 + digits(m[3])
	return s, true
}

func fraction(s string) string {
	_, after, _ := strings.Cut(s, ".")
	return after + "0"
}

// hour is the hour of the day; SA and CH are AM and PM.
func hour(s, half string) int {
	h := digits(s)
	switch strings.ToLower(half) {
	case "ch", "pm":
		return h%12 + 12
	case "sa", "am":
		return h % 12
	}
	return h
}

func digits(s string) int {
	n, _ := strconv.Atoi(s) // the pattern leaves nothing but digits, or nothing
	return n
}

// Day reads a date: a serial number of the workbook's own epoch from 1945 to 2100, or
// text, in the year given where it names none.
func (c *Cell) Day(year int) (reports.Day, bool) {
	if c.IsNumber() {
		whole, _, _ := strings.Cut(c.Text, ".")
		n, err := strconv.ParseInt(whole, 10, 64)
		if err != nil {
			return 0, false
		}
		day, ok := viet.Serial(n, c.book.date1904)
		y, _, _ := day.Date()
		return day, ok && 1945 <= y && y <= 2100
	}
	if c.Kind == intake.Text && len(c.Clean) >= 10 {
		if day, err := reports.ParseDay(c.Clean[:10]); err == nil {
			return day, true
		}
	}
	return viet.ParseDate(c.Clean, year)
}
