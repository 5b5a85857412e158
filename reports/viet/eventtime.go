package viet

import (
	"regexp"
	"strings"

	"ccbreport/reports"
)

// A day keeps what it is with its part, its name and the hour: "sáng thứ hai,
// 8h30".
const (
	hourSource = `(?:(?:v[àa]o |l[úu]c |t[ừu] )?\d{1,2} ?(?:h|g|gi[ờo]) ?(?:\d{1,2})?(?: ?ph[úu]t)?)`
	partSource = `(?:(?:bu[ổo]i |c[ảa] )?(?:s[áa]ng|chi[ềe]u|t[ốo]i|tr[ưu]a|đ[êe]m)|c[ảa] ng[àa]y)`
	nameSource = `(?:th[ứu] (?:[2-7]|hai|ba|t[ưu]|n[ăa]m|s[áa]u|b[ảa]y)|ch[ủu] nh[ậa]t)`
)

var (
	dayWords = regexp.MustCompile(`(?:^|[ -])(?:` + hourSource + `|` + partSource + `|` + nameSource + `)(?:[ -]|$)`)
	// dayComma is in "14, 17/8/2026"; other commas part words of the day.
	dayComma = regexp.MustCompile(`^(\d{1,2}) ?, ?(\d)`)
	// dayRange is "02-03/9/2026": the first day has its month from the last.
	dayRange = regexp.MustCompile(`^(?:t[ừu] )?(?:ng[àa]y )?(\d{1,2})(?: ?[-&] ?| (?:đ[ếe]n(?: h[ếe]t)?|t[ớo]i|v[àa]) (?:ng[àa]y )?)(\d{1,2}(?:[/.]\d{1,2}| th[áa]ng \d{1,2}).*)$`)
)

// ParseEventTime reads when an event took place, as the days on which it may
// have: one day (with or without its hour, "(sáng)"), a range ("02-03/9/2026",
// "từ 02/9 đến 03/9/2026"), a month ("tháng 5/2026", "T5"), or a longer period of
// the calendar. What has no year is of the given one; 0 is none.
func ParseEventTime(s string, year int) (reports.Period, bool) {
	if tooLong(s) {
		return reports.Period{}, false
	}
	text := periodText(dayComma.ReplaceAllString(s, "$1 & $2"))
	if p, ok := eventTime(text, year); ok {
		return p, true
	}
	return eventTime(withoutDayWords(text), year)
}

// withoutDayWords takes what is said of a day off it.
func withoutDayWords(text string) string {
	for before := ""; before != text; {
		before, text = text, strings.Trim(dayWords.ReplaceAllString(text, " "), " -")
	}
	return strings.Join(strings.Fields(text), " ")
}

func eventTime(text string, year int) (reports.Period, bool) {
	if day, ok := parseDate(text, year); ok {
		return reports.PeriodOf(day, day), true
	}
	if m := dayRange.FindStringSubmatch(text); m != nil {
		last, ok := parseDate(m[2], year)
		y, month, _ := last.Date()
		first, valid := validDay(y, month, number(m[1]))
		return reports.PeriodOf(first, last), ok && valid && first <= last
	}
	p, ok := parsePeriod(text, PeriodContext{Year: year})
	switch p.Kind {
	case "asof", "term", "half-term":
		return reports.Period{}, false
	}
	return p.Period, ok && !p.Period.IsZero()
}
