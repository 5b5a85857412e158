package workbook

import (
	"fmt"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// A span is a period with the name that stands over its column.
type span struct {
	reports.Period
	name string
}

// columns parts the span of a report into the years of the ward and the halves
// or days that are left at its ends.
func columns(whole reports.Period, yearStart [2]int) []span {
	var parts []span
	for from := whole.From; from < whole.To; {
		p := nextPart(reports.Period{From: from, To: whole.To}, yearStart)
		parts = append(parts, span{p, periodName(p, yearStart)})
		from = p.To
	}
	return parts
}

// nextPart is the year, or else the half, that begins with rest, or what is left
// before the next one begins.
func nextPart(rest reports.Period, yearStart [2]int) reports.Period {
	month, day := max(yearStart[0], 1), max(yearStart[1], 1)
	y, _, _ := rest.From.Date()
	var marks []reports.Day // first days of halves
	for n := -2; n <= 4; n++ {
		marks = append(marks, reports.DayOf(y, month+6*n, day))
	}
	i, begins := slices.BinarySearch(marks, rest.From)
	year := reports.Period{From: rest.From, To: marks[min(i+2, len(marks)-1)]}
	half := reports.Period{From: rest.From, To: marks[min(i+1, len(marks)-1)]}
	switch _, m, d := rest.From.Date(); {
	case !begins:
		return reports.Period{From: rest.From, To: min(rest.To, marks[i])}
	case m == month && d == day && rest.Contains(year):
		return year
	case rest.Contains(half):
		return half
	}
	return rest
}

// periodName names a period in words that are read as that period and no other.
func periodName(p reports.Period, yearStart [2]int) string {
	y, _, _ := p.Last().Date()
	for _, year := range []int{y, y + 1} {
		for _, form := range []string{"Năm %d", "6 tháng đầu năm %d", "6 tháng cuối năm %d"} {
			name := fmt.Sprintf(form, year)
			if got, ok := viet.ParsePeriod(name, viet.PeriodContext{YearStart: yearStart}); ok && got.Period == p {
				return name
			}
		}
	}
	return viet.Date(p.From) + " - " + viet.Date(p.Last())
}

// serial is the number by which a spreadsheet stores a day.
func serial(d reports.Day) string {
	return fmt.Sprint(int(d - reports.DayOf(1899, 12, 30)))
}
