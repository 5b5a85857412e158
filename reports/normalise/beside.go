package normalise

import (
	"cmp"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/value"
	"ccbreport/reports/viet"
)

// readBeside reads what the columns of the plan and of the year before say in row
// i. They hold no figures of the report: what is not read surely ("giữ vững") is
// nothing to compare with, and is not asked about.
func (r *reader) readBeside(f *figures, i int, at line, ind catalogue.Indicator, scale int64) {
	if ind.Code == "" {
		return
	}
	for n := range f.table.columns {
		c := &f.table.columns[n]
		v := f.grid.Rows[i].Cell(c.col)
		unit := cmp.Or(c.unit, at.unit, f.title.unit)
		if c.role != label.Plan && c.role != label.Before || v == nil || unit == "" || unit == unknownUnit {
			continue
		}
		period, known := r.periodBeside(f, c, at.period)
		if !known {
			continue
		}
		p := value.Place{Sheet: f.grid, Indicator: ind, Scale: max(cmp.Or(c.scale, scale, f.title.scale), 1), Unit: unit}
		for _, x := range r.values.Surely(v, p) {
			e := reports.Entry{Code: x.Code, Value: x.Value, At: f.grid.At(v), Text: v.Clean, Source: reports.FromTable}
			if c.role == label.Plan {
				r.targets = put(r.targets, unit, period, r.book.Name, e)
			} else {
				r.earlier = put(r.earlier, unit, aYearBefore(period), r.book.Name, e)
			}
		}
	}
}

// periodBeside is the period that a column is beside: that of its own head, its
// row or its table, else that of the report.
func (r *reader) periodBeside(f *figures, c *column, row viet.PeriodText) (p reports.Period, known bool) {
	for _, t := range []viet.PeriodText{c.period, row, f.title.period} {
		switch {
		case t.NeedsYear:
			return p, false
		case !t.Period.IsZero():
			return t.Period, true
		}
	}
	return r.Span, true
}

func aYearBefore(p reports.Period) reports.Period {
	before := func(d reports.Day) reports.Day {
		y, m, day := d.Date()
		return reports.DayOf(y-1, m, day)
	}
	return reports.Period{From: before(p.From), To: before(p.To)}
}

// put adds an entry to the return of its unit and period.
func put(list []reports.Return, unit reports.UnitID, period reports.Period, file string, e reports.Entry) []reports.Return {
	for i := range list {
		if list[i].Unit == unit && list[i].Period == period {
			list[i].Entries = append(list[i].Entries, e)
			return list
		}
	}
	return append(list, reports.Return{Unit: unit, Period: period, File: file, Entries: []reports.Entry{e}})
}
