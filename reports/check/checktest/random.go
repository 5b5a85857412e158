package checktest

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// Shuffle changes the order of a case's returns and of their entries.
func Shuffle(c Case, random *rand.Rand) {
	random.Shuffle(len(c.Returns), func(i, j int) { c.Returns[i], c.Returns[j] = c.Returns[j], c.Returns[i] })
	for _, r := range c.Returns {
		random.Shuffle(len(r.Entries), func(i, j int) { r.Entries[i], r.Entries[j] = r.Entries[j], r.Entries[i] })
	}
}

var units = []reports.UnitID{"a", "b", "c", reports.Ward}

// periods has years, parts of years, what sticks out and what is elsewhere.
var periods = []reports.Period{
	{}, reports.Year(2016), reports.Year(2017), reports.Year(2018), reports.Year(2019), reports.Year(2020),
	reports.Months(2020, 1, 6), reports.Months(2019, 1, 6), reports.Months(2019, 7, 6), reports.Months(2018, 10, 3),
	reports.Months(2018, 1, 9), reports.Months(2017, 1, 42), reports.Months(2017, 1, 24),
}

// Random returns a case in which everything that can happen happens often:
// figures twice, within a workbook and between workbooks, with and without an
// order of them, overlapping periods, tables and logs, both levels.
func Random(t testing.TB, random *rand.Rand) Case {
	t.Helper()
	c := Case{Catalogue: Catalogue(t), Span: reports.Months(2017, 1, 42), Books: map[string]check.Book{}}
	for _, id := range units[:random.IntN(3)+1] {
		c.Branches = append(c.Branches, reports.Unit{ID: id, Name: string(id)})
	}
	row := 0
	for range random.IntN(12) + 1 {
		r := reports.Return{
			Unit:   units[random.IntN(len(units))],
			File:   fmt.Sprintf("%d.xlsx", random.IntN(4)),
			Period: periods[random.IntN(len(periods))],
		}
		c.Books[r.File] = check.Book{Modified: time.Unix(int64(random.IntN(3))*86400, 0).UTC()}
		for range random.IntN(8) + 1 {
			row++
			r.Entries = append(r.Entries, randomEntry(c.Catalogue, random, reports.Cell{
				File: r.File, Sheet: "S", Addr: fmt.Sprintf("A%d", row),
			}))
		}
		c.Returns = append(c.Returns, r)
		if random.IntN(3) == 0 {
			c.Returns = append(c.Returns, randomEvent(r, random, &row))
		}
	}
	return c
}

func randomEntry(cat *catalogue.Catalogue, random *rand.Rand, at reports.Cell) reports.Entry {
	all := cat.Indicators()
	ind := all[random.IntN(len(all))]
	e := reports.Entry{Code: ind.Code, Value: reports.Int(random.Int64N(5)), At: at, Source: reports.FromTable}
	if ind.Percent() {
		e.Value = reports.Ratio(98+random.Int64N(3), 100)
		if random.IntN(3) == 0 {
			e.Value = reports.Ratio(random.Int64N(5), 5)
			e.Text = "x/5"
		}
	}
	if random.IntN(60) == 0 {
		e.Value.Num = 1<<63 - 1
	}
	return e
}

// randomEvent returns a return of one event in the log beside a table.
func randomEvent(beside reports.Return, random *rand.Rand, row *int) reports.Return {
	*row++
	day := reports.DayOf(2016, 11, 1) + reports.Day(random.IntN(1400))
	return reports.Return{
		Unit: beside.Unit, File: beside.File, Period: reports.PeriodOf(day, day),
		Entries: []reports.Entry{{
			Code: []string{"LUOT", "TIEN", "GOPY", "GIAMSAT", "CHET", "DAT"}[random.IntN(6)], Value: reports.Int(random.Int64N(3)),
			At: reports.Cell{File: beside.File, Sheet: "L", Addr: fmt.Sprintf("A%d", *row)}, Source: reports.FromLog,
		}},
	}
}
