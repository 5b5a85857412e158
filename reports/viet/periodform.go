package viet

import (
	"cmp"

	"ccbreport/reports"
)

// Months returns n months of year y that begin after the given number of
// its months, counted from YearStart.
func (ctx PeriodContext) Months(y, after, n int) reports.Period {
	month, day := max(ctx.YearStart[0], 1), max(ctx.YearStart[1], 1)
	if month >= 7 {
		y--
	}
	return reports.Period{From: reports.DayOf(y, month+after, day), To: reports.DayOf(y, month+after+n, day)}
}

func (ctx PeriodContext) year(y int) reports.Period { return ctx.Months(y, 0, 12) }

// inYear gives the months of a year, the written or the known one.
func (ctx PeriodContext) inYear(written, kind string, after, n int) (PeriodText, bool) {
	y := ctx.Year
	if written != "" {
		y = yearOr(written, 0)
	}
	if y == 0 {
		return PeriodText{NeedsYear: true, Kind: kind}, true
	}
	return PeriodText{Period: ctx.Months(y, after, n), Kind: kind}, true
}

func readYear(m []string, ctx PeriodContext) (PeriodText, bool) {
	return ctx.inYear(m[1], "year", 0, 12)
}

func readHalf(m []string, ctx PeriodContext) (PeriodText, bool) {
	return ctx.inYear(m[2], "half", afterHalf(m[1], 6), 6)
}

// afterHalf is 0 for the first n months of a year ("đầu") and what is before
// the last n ("cuối").
func afterHalf(which string, n int) int {
	if which != "" && which[0] == 'c' {
		return 12 - n
	}
	return 0
}

func readMonths(m []string, ctx PeriodContext) (PeriodText, bool) {
	n := number(m[1])
	if n == 0 {
		n = map[string]int{"ba": 3, "sau": 6, "chin": 9, "muoi": 10}[Bare(m[1])]
	}
	if n < 1 || n > 12 {
		return PeriodText{}, false
	}
	kind := map[int]string{6: "half", 12: "year"}[n]
	return ctx.inYear(m[3], cmp.Or(kind, "months"), afterHalf(m[2], n), n)
}

func readQuarter(m []string, ctx PeriodContext) (PeriodText, bool) {
	q := map[string]int{
		"1": 1, "i": 1, "mot": 1, "nhat": 1, "2": 2, "ii": 2, "hai": 2,
		"3": 3, "iii": 3, "ba": 3, "4": 4, "iv": 4, "bon": 4, "tu": 4,
	}[Bare(m[1])]
	return ctx.inYear(m[2]+m[3], "quarter", 3*(q-1), 3)
}

// readMonth reads a month of the calendar; without a year, the one that lies in
// the known year.
func readMonth(m []string, ctx PeriodContext) (PeriodText, bool) {
	month, written := number(m[1]), m[2]+m[3]
	switch {
	case month < 1 || month > 12:
		return PeriodText{}, false
	case written != "":
		return PeriodText{Period: reports.Months(yearOr(written, 0), month, 1), Kind: "month"}, true
	case ctx.Year == 0:
		return PeriodText{NeedsYear: true, Kind: "month"}, true
	}
	return PeriodText{Period: ctx.monthsIn(month, 1), Kind: "month"}, true
}

// monthsIn returns n calendar months from the given one, in the known year.
func (ctx PeriodContext) monthsIn(month, n int) reports.Period {
	p := reports.Months(ctx.Year, month, n)
	if year := ctx.year(ctx.Year); p.From >= year.To {
		return reports.Months(ctx.Year-1, month, n)
	}
	return p
}

func readMonthSpan(m []string, ctx PeriodContext) (PeriodText, bool) {
	first, last, y1, y2 := number(m[1]), number(m[3]), m[2], m[4]
	if first < 1 || first > 12 || last < 1 || last > 12 {
		return PeriodText{}, false
	}
	if y2 == "" {
		if y1 != "" || last < first {
			return PeriodText{}, false
		}
		if ctx.Year == 0 {
			return PeriodText{NeedsYear: true, Kind: "months"}, true
		}
		return PeriodText{Period: ctx.monthsIn(first, last-first+1), Kind: "months"}, true
	}
	from := reports.DayOf(yearOr(cmp.Or(y1, y2), 0), first, 1)
	return span(from, reports.DayOf(yearOr(y2, 0), last+1, 1)-1, "months")
}

// span returns the days from first to last, if there are any.
func span(first, last reports.Day, kind string) (PeriodText, bool) {
	return PeriodText{Period: reports.PeriodOf(first, last), Kind: kind}, first <= last
}

// readYears reads "2017 - 2019"; "trong 3 năm 2017-2019" must count right.
func readYears(m []string, ctx PeriodContext) (PeriodText, bool) {
	first, last := number(m[2]), number(m[3])
	if first > last || m[1] != "" && number(m[1]) != last-first+1 {
		return PeriodText{}, false
	}
	return span(ctx.year(first).From, ctx.year(last).Last(), "span")
}

func readUnnamedYears([]string, PeriodContext) (PeriodText, bool) {
	return PeriodText{NeedsYear: true, Kind: "span"}, true
}

func readDates(m []string, ctx PeriodContext) (PeriodText, bool) {
	last, ok := ctx.day(m[2])
	if !ok {
		return ctx.yearless(m[2], "span")
	}
	year, _, _ := last.Date()
	first, ok := parseDate(m[1], year)
	if !ok {
		return PeriodText{}, false
	}
	return span(first, last, "span")
}

// day reads a date; one without a year lies in the known year.
func (ctx PeriodContext) day(text string) (reports.Day, bool) {
	if d, ok := parseDate(text, 0); ok {
		return d, true
	}
	if ctx.Year == 0 {
		return 0, false
	}
	d, ok := parseDate(text, ctx.Year)
	if ok && d >= ctx.year(ctx.Year).To {
		return parseDate(text, ctx.Year-1)
	}
	return d, ok
}

// yearless tells a date that only lacks its year from what is no date.
func (ctx PeriodContext) yearless(text, kind string) (PeriodText, bool) {
	_, ok := parseDate(text, 2000)
	return PeriodText{NeedsYear: true, Kind: kind}, ok && ctx.Year == 0
}

func readSinceDate(m []string, ctx PeriodContext) (PeriodText, bool) {
	first, ok := ctx.day(m[1])
	switch {
	case !ok:
		return ctx.yearless(m[1], "span")
	case ctx.Span.IsZero():
		return PeriodText{Kind: "span"}, true
	}
	return span(first, ctx.Span.Last(), "span")
}

func readSinceTerm(_ []string, ctx PeriodContext) (PeriodText, bool) {
	if ctx.Term.IsZero() || ctx.Span.IsZero() {
		return PeriodText{Kind: "span"}, true
	}
	return span(ctx.Term.From, ctx.Span.Last(), "span")
}

// readAsOf reads what follows "đến": a date, "nay", or a period, whose last day
// is meant.
func readAsOf(text string, ctx PeriodContext) (PeriodText, bool) {
	if text == "nay" {
		if ctx.Span.IsZero() {
			return PeriodText{Kind: "asof"}, true
		}
		return ctx.asOf(ctx.Span.Last())
	}
	if d, ok := ctx.day(text); ok {
		return ctx.asOf(d)
	}
	if p, ok := ctx.yearless(text, "asof"); ok {
		return p, true
	}
	p, ok := readForms(text, ctx)
	p.Kind = "asof"
	if p.Period.IsZero() {
		return p, ok
	}
	return ctx.asOf(p.Period.Last())
}

// asOf runs from the beginning of the year that d lies in.
func (ctx PeriodContext) asOf(d reports.Day) (PeriodText, bool) {
	y, _, _ := d.Date()
	for ctx.year(y).To <= d {
		y++
	}
	for ctx.year(y).From > d {
		y--
	}
	return span(ctx.year(y).From, d, "asof")
}

// readTerm reads the term of office, the known one if the years are its own. Its
// name may give the year of the next congress as its end.
func readTerm(m []string, ctx PeriodContext) (PeriodText, bool) {
	p := PeriodText{Kind: "term"}
	if m[1] == "" || ctx.ownTerm(m) {
		p.Period = ctx.Term
		return p, true
	}
	p.Period = reports.PeriodOf(reports.DayOf(number(m[1]), 1, 1), reports.DayOf(number(m[2]), 12, 31))
	return p, m[1] < m[2]
}

func (ctx PeriodContext) ownTerm(m []string) bool {
	if ctx.Term.IsZero() {
		return false
	}
	first, _, _ := ctx.Term.From.Date()
	last, _, _ := ctx.Term.Last().Date()
	return number(m[1]) == first && (number(m[2]) == last || number(m[2]) == last+1)
}

func readHalfTerm(m []string, ctx PeriodContext) (PeriodText, bool) {
	p := PeriodText{Kind: "half-term"}
	if m[1] != "" && !ctx.ownTerm(m) {
		return p, m[1] < m[2]
	}
	if !ctx.Term.IsZero() && ctx.Span.From == ctx.Term.From && ctx.Span.To < ctx.Term.To {
		p.Period = ctx.Span
	}
	return p, true
}
