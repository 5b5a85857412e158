package viet

import (
	"regexp"
	"strconv"

	"ccbreport/reports"
)

// A year in these notes is one that a report can speak of.
const firstYear, lastYear = 1900, 2100

const timeSource = `(?:[ t]\d{1,2}[:h]\d{0,2}(?::\d{2}(?:\.\d+)?)?z?)?`

// Day first, always (domain notes 4.5). Without a year only the slash is surely
// a date: "5-6" and "5.6" are not.
var (
	figureDate = regexp.MustCompile(`^(?:ng[àa]y )?(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?([/.-]) ?(\d{4}|\d{2}))?` + timeSource + `$`)
	wordDate   = regexp.MustCompile(`^(?:ng[àa]y )?(\d{1,2}),? th[áa]ng (\d{1,2})(?:,? n[ăa]m (\d{4})|[/-](\d{4}))?$`)
	isoDate    = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})` + timeSource + `$`)
)

// longestDate, in bytes, is more than any day takes to write.
const longestDate = 120

// ParseDate reads a whole text as one day: 22/12/2019, 22-12-19, 22.12.2019,
// "ngày 22 tháng 12 năm 2019", 2019-12-22, and 22/12 of the given year, unless
// that is 0. Two figures of a year below 50 are of this century.
func ParseDate(s string, year int) (reports.Day, bool) {
	if len(s) > longestDate {
		return 0, false
	}
	return parseDate(fold(s), year)
}

func parseDate(text string, year int) (reports.Day, bool) {
	if text == "" || text[0] != 'n' && !isDigit(rune(text[0])) {
		return 0, false // "ngày 22" or "22"
	}
	if m := figureDate.FindStringSubmatch(text); m != nil {
		sameMark := m[4] == "" || m[4] == m[2]
		surely := m[5] != "" || m[2] == "/" || text[0] == 'n'
		if !sameMark || !surely {
			return 0, false
		}
		return validDay(yearOr(m[5], year), number(m[3]), number(m[1]))
	}
	if m := wordDate.FindStringSubmatch(text); m != nil {
		return validDay(yearOr(m[3]+m[4], year), number(m[2]), number(m[1]))
	}
	if m := isoDate.FindStringSubmatch(text); m != nil {
		return validDay(number(m[1]), number(m[2]), number(m[3]))
	}
	return 0, false
}

func yearOr(text string, year int) int {
	switch {
	case text == "":
		return year
	case len(text) == 4:
		return number(text)
	}
	if n := number(text); n >= 50 {
		return 1900 + n
	}
	return 2000 + number(text)
}

// number reads digits that a pattern has matched.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// validDay refuses days that no calendar has.
func validDay(y, m, d int) (reports.Day, bool) {
	day := reports.DayOf(y, m, d)
	yy, mm, dd := day.Date()
	ok := y >= firstYear && y <= lastYear && yy == y && mm == m && dd == d
	if !ok {
		return 0, false
	}
	return day, true
}

// Serial returns the day of an Excel serial number without its time. The 1900
// system counts 1 January 1900 as 1 and has a 29 February 1900 that never was,
// which is refused; the 1904 system of old Macs counts from 1 January 1904 as 0.
func Serial(n int64, date1904 bool) (reports.Day, bool) {
	epoch := reports.DayOf(1899, 12, 30)
	switch {
	case date1904:
		epoch = reports.DayOf(1904, 1, 1)
	case n < 1 || n == 60:
		return 0, false
	case n < 60:
		epoch++
	}
	if n < 0 || n > int64(reports.DayOf(lastYear, 12, 31)-epoch) {
		return 0, false
	}
	return epoch + reports.Day(n), true
}
