package numfmt

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// lastDay is 31 December 9999, the last day that spreadsheets know.
const lastDay = 2958465

// A moment is a day and hour taken apart.
type moment struct {
	serial              float64
	year, month, day    int
	weekday             int // 0 for Sunday
	hour, minute, whole int // whole seconds
	fraction            float64
}

// day shows the serial day x; false for one that there is not.
func (s *section) day(x float64, date1904 bool) (string, bool) {
	if date1904 {
		x += 1462
	}
	places := 0
	for _, t := range s.tokens {
		if t.kind == digit {
			places++
		}
	}
	at, ok := newMoment(x, places)
	if !ok {
		return "", false
	}
	if date1904 {
		at.serial -= 1462
	}
	var b strings.Builder
	for i, t := range s.tokens {
		switch t.kind {
		case datePart:
			b.WriteString(s.datePart(t.text, i, at))
		case elapsed:
			b.WriteString(at.since(t.text))
		case half:
			b.WriteString(s.half(at.hour))
		case point:
			b.WriteString("," + fmt.Sprintf("%.*f", places, at.fraction)[2:])
		case literal, pad:
			b.WriteString(t.text)
		}
	}
	return b.String(), true
}

// newMoment takes a serial day apart, rounded to so many decimals of a second.
// Day 0 is 0 January 1900 and day 60 is 29 February 1900, which never was:
// spreadsheets keep both.
func newMoment(x float64, places int) (moment, bool) {
	if x < 0 || x >= lastDay+1 || math.IsNaN(x) {
		return moment{}, false
	}
	unit := math.Pow(10, float64(min(places, 6)))
	ticks := math.Round((x - math.Floor(x)) * 86400 * unit)
	days := int(math.Floor(x))
	if ticks >= 86400*unit {
		days, ticks = days+1, 0
	}
	m := moment{serial: float64(days) + ticks/unit/86400, weekday: (days + 6) % 7}
	seconds := int(ticks / unit)
	m.hour, m.minute, m.whole = seconds/3600, seconds/60%60, seconds%60
	m.fraction = ticks/unit - float64(seconds)
	switch {
	case days == 0:
		m.year, m.month = 1900, 1
		return m, true
	case days == 60:
		m.year, m.month, m.day = 1900, 2, 29
		return m, true
	case days < 60:
		days++
	}
	d := time.Date(1899, time.December, 30+days, 0, 0, 0, 0, time.UTC)
	m.year, m.month, m.day = d.Year(), int(d.Month()), d.Day()
	return m, true
}

// since shows how many hours, minutes or seconds have gone by in all.
func (m moment) since(unit string) string {
	per := map[byte]float64{'h': 24, 'm': 1440, 's': 86400}[unit[0]]
	return fmt.Sprintf("%0*d", len(unit), int64(math.Floor(m.serial*per+1e-6)))
}

// datePart shows token i of a date.
func (s *section) datePart(code string, i int, m moment) string {
	n := len(code)
	switch code[0] {
	case 'y':
		if n > 2 {
			return fmt.Sprintf("%04d", m.year)
		}
		return fmt.Sprintf("%02d", m.year%100)
	case 'm':
		if n <= 2 && s.isMinute(i) {
			return fmt.Sprintf("%0*d", n, m.minute)
		}
		return name(s.names().months, m.month-1, n, m.month)
	case 'd':
		return name(s.names().days, m.weekday, n, m.day)
	case 'h':
		hour := m.hour
		if s.has(half) {
			hour = (hour+11)%12 + 1
		}
		return fmt.Sprintf("%0*d", min(n, 2), hour)
	}
	return fmt.Sprintf("%0*d", min(n, 2), m.whole)
}

// name shows a month or day by its number in one or two letters of code, else by
// its short or long name.
func name(names [][2]string, i, n, number int) string {
	switch {
	case n <= 2:
		return fmt.Sprintf("%0*d", n, number)
	case n == 3:
		return names[i][0]
	case n == 5:
		return string([]rune(names[i][1])[:1])
	}
	return names[i][1]
}

// isMinute reports whether an m means minutes: behind hours, or before seconds.
func (s *section) isMinute(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if k := s.tokens[j].kind; k == datePart || k == elapsed {
			if s.tokens[j].text[0] == 'h' {
				return true
			}
			break
		}
	}
	for j := i + 1; j < len(s.tokens); j++ {
		if k := s.tokens[j].kind; k == datePart || k == elapsed {
			return s.tokens[j].text[0] == 's'
		}
	}
	return false
}
