package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/value"
	"ccbreport/reports/viet"
)

// readLog reads a log of events: each row feeds the indicators of its activity
// with the columns that count events, opinions, turns and money.
func (r *reader) readLog(t *table) bool {
	f := &figures{table: t, sums: map[int]*sum{}}
	r.markLog(f)
	for i := t.first; i < t.end; i++ {
		if r.totalsLog(f, i) {
			r.checkLogTotals(f, i)
			f.grid.MarkRows(i, i+1, grid.Total)
			continue
		}
		r.readEvent(f, i)
	}
	return f.read > 0 || t.first == t.end // nothing has happened yet
}

// totalsLog reports whether a row adds up the events above it: it has no day, and its only
// words are those of a total.
func (r *reader) totalsLog(f *figures, i int) bool {
	total := false
	for _, c := range f.grid.Rows[i].Cells {
		switch {
		case c.Kind != intake.Text || c.Data || c.IsUnit():
		case r.labels.IsTotal(c):
			total = true
		default:
			return false
		}
	}
	day := f.text(i, f.column(label.Day))
	return total && (day == nil || r.labels.IsTotal(day))
}

// checkLogTotals compares a row of totals with all that stands above it.
func (r *reader) checkLogTotals(f *figures, i int) {
	for n := range f.table.columns {
		c := &f.table.columns[n]
		cell := f.grid.Rows[i].Cell(c.col)
		if cell == nil || !c.quantity() || !cell.Amount().OK {
			continue
		}
		var sum int64
		for _, row := range f.grid.Rows[f.first:i] {
			if above := row.Cell(c.col); above != nil && above.Fate != grid.Total {
				sum += above.Amount().N
			}
		}
		if sum != cell.Amount().N {
			r.find("total.mismatch", f.title.unit, reports.Args{"written": cell.Clean, "sum": viet.Int(sum / 10_000)}, f.grid.At(cell))
		}
	}
}

// logColumns are the columns of a log that feed indicators.
var logColumns = map[label.Role]string{label.Count: "count", label.Opinions: "opinions", label.Turns: "turns", label.Money: "money"}

// markLog marks what is no quantity in a log: its heads, days and words.
func (r *reader) markLog(f *figures) {
	f.grid.MarkRows(f.head, f.first, grid.Label)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		if c.quantity() {
			continue
		}
		for i := f.first; i < f.end; i++ {
			if v := f.grid.Rows[i].Cell(c.col); v != nil {
				v.Mark(grid.Label)
			}
		}
	}
}

// quantity reports whether a column of a log holds quantities; one without a
// head may hold anything.
func (c *column) quantity() bool {
	for _, role := range c.roles {
		if _, ok := logColumns[role]; ok {
			return true
		}
	}
	return len(c.roles) == 0
}

func (r *reader) readEvent(f *figures, i int) {
	activity := f.text(i, f.activity())
	period, ok := r.eventTime(f, i, activity)
	if !ok {
		return
	}
	feeds := r.feeds(f, i, activity)
	if len(feeds) == 0 {
		return
	}
	defer f.grid.MarkRows(i, i+1, grid.Log)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		for _, role := range c.roles {
			column, ok := logColumns[role]
			if !ok {
				continue
			}
			if v := f.grid.Cell(i, c.col); v != nil {
				r.storeEvent(f, c, v, column, feeds, period)
				r.unusedQuantity(f, c, v, activity)
			}
			break
		}
	}
}

// unusedQuantity names a quantity of an event that no indicator counts. A count
// of events beside turns is no loss: it says the same.
func (r *reader) unusedQuantity(f *figures, c *column, v, activity *grid.Cell) {
	if v.Fate != "" || slices.Contains(c.roles, label.Count) || v.IsNought() {
		return
	}
	r.find("log.unused", f.title.unit, reports.Args{"activity": activity.Clean, "column": c.name(), "text": v.Clean}, f.grid.At(v))
}

// activity is the column that names the activities: one that means nothing
// else goes before "Nội dung".
func (f *figures) activity() *column {
	for n := range f.table.columns {
		if c := &f.table.columns[n]; len(c.roles) == 1 && c.roles[0] == label.Activity {
			return c
		}
	}
	return f.column(label.Activity)
}

func (f *figures) text(i int, c *column) *grid.Cell {
	if c == nil {
		return nil
	}
	return f.grid.Cell(i, c.col)
}

// feeds returns the log sources of the row's activity; the content is asked
// when the activity's own name says too little.
func (r *reader) feeds(f *figures, i int, activity *grid.Cell) []catalogue.Feed {
	if activity == nil {
		if r.hasEvent(f, i) {
			r.find("log.noactivity", f.title.unit, nil, f.grid.At(f.grid.Rows[i].Cells[0]))
			f.grid.MarkRows(i, i+1, grid.Named)
		}
		return nil
	}
	unit := f.string(i, f.column(label.Measure))
	match := r.Catalogue.MatchLog(activity.Clean, unit)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		if len(match.Feeds) == 0 && c.isText() && c.col != activity.Col {
			if cell := f.grid.Cell(i, c.col); cell != nil {
				match.Feeds = r.Catalogue.MatchLog(cell.Clean, unit).Feeds
			}
		}
	}
	switch {
	case len(match.Feeds) > 0:
	case r.Catalogue.IsTotalName(activity.Clean):
		f.grid.MarkRows(i, i+1, grid.Total)
	default:
		r.find("log.unknown", f.title.unit, reports.Args{"activity": activity.Clean, "near": match.Near}, f.grid.At(activity))
		f.grid.MarkRows(i, i+1, grid.Named)
	}
	return match.Feeds
}

func (c *column) isText() bool {
	for _, role := range c.roles {
		if role == label.Text || role == label.Activity {
			return true
		}
	}
	return false
}

func (r *reader) hasEvent(f *figures, i int) bool {
	for n := range f.table.columns {
		for _, role := range f.table.columns[n].roles {
			if _, ok := logColumns[role]; ok && f.grid.Cell(i, f.table.columns[n].col) != nil {
				return true
			}
		}
	}
	return false
}

// eventTime reads the days on which an event may have taken place. A row without
// an activity and without a day is no event: a total, a signature.
func (r *reader) eventTime(f *figures, i int, activity *grid.Cell) (reports.Period, bool) {
	c := f.text(i, f.column(label.Day))
	switch {
	case c == nil && (activity == nil || !r.hasEvent(f, i)):
		return reports.Period{}, false
	case c == nil && r.Catalogue.IsTotalName(activity.Clean): // with more words than a total's
		f.grid.MarkRows(i, i+1, grid.Total)
		return reports.Period{}, false
	case c == nil:
		r.find("date.notread", f.title.unit, reports.Args{"text": ""}, f.grid.At(activity))
		f.grid.MarkRows(i, i+1, grid.Named)
		return reports.Period{}, false
	}
	if period, ok := r.days(c, f.title.year); ok {
		return period, true
	}
	switch {
	case r.Catalogue.IsTotalName(c.Clean):
		f.grid.MarkRows(i, i+1, grid.Total)
	case activity != nil && r.hasEvent(f, i):
		r.find("date.notread", f.title.unit, reports.Args{"text": c.Quoted()}, f.grid.At(c))
		f.grid.MarkRows(i, i+1, grid.Named)
	}
	return reports.Period{}, false
}

func (r *reader) storeEvent(f *figures, c *column, v *grid.Cell, column string, feeds []catalogue.Feed, period reports.Period) {
	for _, feed := range feeds {
		if feed.Column != column {
			continue
		}
		ind, _ := r.Catalogue.Indicator(feed.Code)
		unit := f.title.unit
		if unit == "" {
			r.noUnit(f, f.grid.At(v))
			return
		}
		p := value.Place{Sheet: f.grid, Indicator: ind, Scale: r.scaleOf(f, c.scale, v), Unit: unit}
		readings := r.values.Value(v, p)
		if v.Mark(grid.Figure); len(readings) == 0 {
			v.Fate = grid.Named
		}
		for _, x := range readings {
			f.read++
			r.add(unit, period, reports.Entry{Code: x.Code, Value: x.Value, At: f.grid.At(v), Text: x.Text, Source: reports.FromLog})
		}
	}
}

// days reads when an event took place.
func (r *reader) days(c *grid.Cell, year int) (reports.Period, bool) {
	if c.IsNumber() {
		day, ok := c.Day(year)
		return reports.PeriodOf(day, day), ok
	}
	return viet.ParseEventTime(c.Clean, year)
}
