package viet

import (
	"regexp"
	"strings"

	"ccbreport/reports"
)

// A PeriodText is a period as a text names it. Period is zero where the text
// names one that the context does not fix: a year is needed, or the term.
type PeriodText struct {
	Period    reports.Period
	NeedsYear bool   // no year is written and the context has none
	Kind      string // year, half, quarter, month, months, span, term, half-term, asof
}

// A PeriodContext is what a reader knows beside the text.
type PeriodContext struct {
	Year      int            // for periods without a year; 0 if unknown
	YearStart [2]int         // month and day on which a year begins; zero is {1, 1}
	Term      reports.Period // the term of office
	Span      reports.Period // the span of the report
}

// ParsePeriod reads a whole text as a period (domain notes 4.5). Brackets around
// it are ignored.
//
// A year, its halves and its quarters are counted from YearStart; one that
// begins in July or later is named for the calendar year in which it ends, so
// with {11, 1} "năm 2026" is 1 November 2025 to 31 October 2026. A named month
// is a month of the calendar. "đến 31/10/2019" (asof) runs from the beginning of
// its year. "nửa đầu nhiệm kỳ" is the report's span when that begins with the
// term and ends before it.
func ParsePeriod(s string, ctx PeriodContext) (PeriodText, bool) {
	return parsePeriod(periodText(s), ctx)
}

// periodText folds a text and takes off what may stand around a period.
func periodText(s string) string {
	text := strings.Map(func(r rune) rune {
		if strings.ContainsRune("()[]{}\"*_,;", r) {
			return ' '
		}
		return r
	}, fold(s))
	return strings.Trim(strings.Join(strings.Fields(text), " "), " .:")
}

// A year is of this century; a date in figures or words is read by ParseDate.
const (
	yearSource  = `(20\d\d|2100)`
	tailSource  = `(?:[ /.-]*(?:n[ăa]m ?)?(20\d\d|2100))?`
	shortSource = `(?:[ /.-]*(?:n[ăa]m ?)?(20\d\d|2100)|[/-](\d\d))?` // also 7/20
	dateSource  = `((?:ng[àa]y )?\d{1,2}(?: th[áa]ng |[/.-])\d{1,2}(?:(?: n[ăa]m |[/.-])\d{2,4})?)`
	monthSource = `(?:th[áa]ng|th|t)[ .]?`
	untilSource = `(?:đ[ếe]n|den|t[ớo]i)`
	toSource    = `(?:-|` + untilSource + `(?: h[ếe]t)?) ?`
)

// A form is one way to name a period.
type form struct {
	pattern *regexp.Regexp
	read    func(m []string, ctx PeriodContext) (PeriodText, bool)
}

func whole(pattern string, read func([]string, PeriodContext) (PeriodText, bool)) form {
	return form{regexp.MustCompile(`^(?:` + pattern + `)$`), read}
}

// forms are tried in order; each matches whole texts only.
var forms = []form{
	whole(`(?:(?:c[ảa] |trong )?n[ăa]m (?:thi đua |công tác )?)?`+yearSource, readYear),
	whole(`(?:c[ảa]|trong) n[ăa]m()`, readYear),
	whole(`n[ửu]a (đ[ầa]u|dau|cu[ốo]i) n[ăa]m`+tailSource, readHalf),
	whole(`(\d{1,2}|ba|s[áa]u|ch[íi]n|m[ưu][ờo]i) ?(?:th[áa]ng|th|t)(?: (đ[ầa]u|dau|cu[ốo]i))?(?: n[ăa]m)?`+tailSource, readMonths),
	whole(`(?:qu[ýyíi]|qúy|qúi|q)[ .]?(iv|i{1,3}|[1-4]|m[ộo]t|nh[ấa]t|hai|ba|b[ốo]n|t[ưu])`+shortSource, readQuarter),
	whole(monthSource+`(\d{1,2})`+shortSource, readMonth),
	whole(`(\d{1,2})[/-](20\d\d|2100)()`, readMonth),
	whole(`(?:t[ừu] )?`+monthSource+`(\d{1,2})(?:[ /.-]*(?:n[ăa]m ?)?(20\d\d))? ?`+toSource+`(?:`+monthSource+`)?(\d{1,2})`+tailSource, readMonthSpan),
	whole(`(?:giai đo[ạa]n |giai doan |t[ừu] |trong |c[áa]c )?(?:(?:trong )?(\d{1,2}) n[ăa]m |n[ăa]m )?`+
		yearSource+` ?`+toSource+`(?:n[ăa]m )?`+yearSource, readYears),
	whole(`trong (?:\d{1,2}|hai|ba|b[ốo]n|n[ăa]m) n[ăa]m`, readUnnamedYears),
	whole(`(?:(?:k[ểe] )?t[ừu] )?`+dateSource+` ?`+toSource+dateSource, readDates),
	whole(`(?:k[ểe] )?t[ừu] `+dateSource+` `+untilSource+` nay`, readSinceDate),
	whole(`(?:t[ừu] )?(?:đ[ầa]u|dau) nhi[ệe]m k[ỳìyi] `+untilSource+` nay`, readSinceTerm),
	whole(`(?:c[ảa] |to[àa]n |trong )?nhi[ệe]m k[ỳìyi](?: `+yearSource+` ?- ?`+yearSource+`)?`, readTerm),
	whole(`(?:trong )?(?:n[ửu]a|n[ửu]a (?:đ[ầa]u|dau)|gi[ữu]a|1/2) nhi[ệe]m k[ỳìyi](?: `+yearSource+` ?- ?`+yearSource+`)?`, readHalfTerm),
}

// closingDay is "đến …" with what may stand before it.
var closingDay = regexp.MustCompile(`^(?:(?:s[ốo] li[ệe]u )?(?:c[óo] |t[íi]nh )?|(?:t[ừu] )?(?:đ[ầa]u|dau) n[ăa]m (?:(20\d\d) )?)(?:` +
	untilSource + `|t[ạa]i)(?: th[ờo]i đi[ểe]m)?(?: h[ếe]t| cu[ốo]i)? (.+)$`)

// parsePeriod reads a folded text.
func parsePeriod(text string, ctx PeriodContext) (PeriodText, bool) {
	if len(text) > 120 {
		return PeriodText{}, false
	}
	if p, ok := readForms(text, ctx); ok {
		return p, true
	}
	m := closingDay.FindStringSubmatch(text)
	if m == nil {
		return PeriodText{}, false
	}
	if m[1] != "" {
		ctx.Year = number(m[1])
	}
	return readAsOf(m[2], ctx)
}

func readForms(text string, ctx PeriodContext) (PeriodText, bool) {
	for _, f := range forms {
		m := f.pattern.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if p, ok := f.read(m, ctx); ok {
			return p, true
		}
	}
	return PeriodText{}, false
}

// hasYear is a year by itself, or the two figures of one at the end of a date.
var hasYear = regexp.MustCompile(`(?:^|\D)(?:20\d\d|2100)(?:\D|$)|[/-]\d\d$`)
