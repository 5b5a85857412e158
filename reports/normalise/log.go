package normalise

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// readLog reads a log of events: each row feeds the indicators of its activity
// with the columns that count events, opinions, turns and money.
func (r *reader) readLog(t *table) bool {
	f := &figures{table: t, sums: map[int]*sum{}}
	r.markLog(f)
	for i := t.first; i < t.end; i++ {
		r.readEvent(f, i)
	}
	return f.read > 0 || t.first == t.end // nothing has happened yet
}

// logColumns are the columns of a log that feed indicators.
var logColumns = map[role]string{roleCount: "count", roleOpinions: "opinions", roleTurns: "turns", roleMoney: "money"}

// markLog marks what is no quantity in a log: its heads, days and words.
func (r *reader) markLog(f *figures) {
	f.grid.markRows(f.head, f.first, fateLabel)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		if c.quantity() {
			continue
		}
		for i := f.first; i < f.end; i++ {
			if v := f.grid.rows[i].cell(c.col); v != nil {
				v.mark(fateLabel)
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
	defer f.grid.markRows(i, i+1, fateLog)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		for _, role := range c.roles {
			column, ok := logColumns[role]
			if !ok {
				continue
			}
			if v := f.grid.cell(i, c.col); v != nil {
				r.storeEvent(f, c, v, column, feeds, period)
				r.unusedQuantity(f, c, v, activity)
			}
			break
		}
	}
}

// unusedQuantity names a quantity of an event that no indicator counts. A count
// of events beside turns is no loss: it says the same.
func (r *reader) unusedQuantity(f *figures, c *column, v, activity *cell) {
	if v.fate != "" || slices.Contains(c.roles, roleCount) || v.units.IsNought(v.text) {
		return
	}
	r.find("log.unused", f.title.unit, reports.Args{"activity": activity.text, "column": c.name(), "text": v.text}, f.grid.at(v))
}

// activity is the column that names the activities: one that means nothing
// else goes before "Nội dung".
func (f *figures) activity() *column {
	for n := range f.table.columns {
		if c := &f.table.columns[n]; len(c.roles) == 1 && c.roles[0] == roleActivity {
			return c
		}
	}
	return f.column(roleActivity)
}

func (f *figures) text(i int, c *column) *cell {
	if c == nil {
		return nil
	}
	return f.grid.cell(i, c.col)
}

// feeds returns the log sources of the row's activity; the content is asked
// when the activity's own name says too little.
func (r *reader) feeds(f *figures, i int, activity *cell) []catalogue.Feed {
	if activity == nil {
		if r.hasEvent(f, i) {
			r.find("log.noactivity", f.title.unit, nil, f.grid.at(f.grid.rows[i].cells[0]))
			f.grid.markRows(i, i+1, fateNamed)
		}
		return nil
	}
	unit := f.string(i, f.column(roleMeasure))
	match := r.Catalogue.MatchLog(activity.text, unit)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		if len(match.Feeds) == 0 && c.isText() && c.col != activity.Col {
			if cell := f.grid.cell(i, c.col); cell != nil {
				match.Feeds = r.Catalogue.MatchLog(cell.text, unit).Feeds
			}
		}
	}
	switch {
	case len(match.Feeds) > 0:
	case r.Catalogue.IsTotalName(activity.text):
		f.grid.markRows(i, i+1, fateTotal)
	default:
		r.find("log.unknown", f.title.unit, reports.Args{"activity": activity.text, "near": match.Near}, f.grid.at(activity))
		f.grid.markRows(i, i+1, fateNamed)
	}
	return match.Feeds
}

func (c *column) isText() bool {
	for _, role := range c.roles {
		if role == roleText || role == roleActivity {
			return true
		}
	}
	return false
}

func (r *reader) hasEvent(f *figures, i int) bool {
	for n := range f.table.columns {
		for _, role := range f.table.columns[n].roles {
			if _, ok := logColumns[role]; ok && f.grid.cell(i, f.table.columns[n].col) != nil {
				return true
			}
		}
	}
	return false
}

// eventTime reads the days on which an event may have taken place. A row without
// an activity and without a day is no event: a total, a signature.
func (r *reader) eventTime(f *figures, i int, activity *cell) (reports.Period, bool) {
	c := f.text(i, f.column(roleDay))
	switch {
	case c == nil && (activity == nil || !r.hasEvent(f, i)):
		return reports.Period{}, false
	case c == nil && r.Catalogue.IsTotalName(activity.text):
		f.grid.markRows(i, i+1, fateTotal)
		return reports.Period{}, false
	case c == nil:
		r.find("date.notread", f.title.unit, reports.Args{"text": ""}, f.grid.at(activity))
		f.grid.markRows(i, i+1, fateNamed)
		return reports.Period{}, false
	}
	if period, ok := r.days(c, f.title.year); ok {
		return period, true
	}
	switch {
	case r.Catalogue.IsTotalName(c.text):
		f.grid.markRows(i, i+1, fateTotal)
	case activity != nil && r.hasEvent(f, i):
		r.find("date.notread", f.title.unit, reports.Args{"text": quoted(c)}, f.grid.at(c))
		f.grid.markRows(i, i+1, fateNamed)
	}
	return reports.Period{}, false
}

// days reads when an event took place.
func (r *reader) days(c *cell, year int) (reports.Period, bool) {
	if c.number() {
		day, ok := r.day(c, year)
		return reports.PeriodOf(day, day), ok
	}
	return viet.ParseEventTime(c.text, year)
}

// day reads a date: a serial number of the workbook's own epoch, or text.
func (r *reader) day(c *cell, year int) (reports.Day, bool) {
	if c.number() {
		whole, _, _ := strings.Cut(c.Text, ".")
		n, err := strconv.ParseInt(whole, 10, 64)
		if err != nil {
			return 0, false
		}
		day, ok := viet.Serial(n, r.book.Date1904)
		y, _, _ := day.Date()
		return day, ok && 1945 <= y && y <= 2100
	}
	if c.Kind == intake.Text && len(c.text) >= 10 {
		if day, err := reports.ParseDay(c.text[:10]); err == nil {
			return day, true
		}
	}
	return viet.ParseDate(c.text, year)
}

func (r *reader) storeEvent(f *figures, c *column, v *cell, column string, feeds []catalogue.Feed, period reports.Period) {
	for _, feed := range feeds {
		if feed.Column != column {
			continue
		}
		ind, _ := r.Catalogue.Indicator(feed.Code)
		unit := f.title.unit
		if unit == "" {
			r.noUnit(f, f.grid.at(v))
			return
		}
		p := place{grid: f.grid, ind: ind, scale: r.scaleOf(f, c.scale, v), unit: unit}
		readings := r.value(v, p)
		if v.mark(fateFigure); len(readings) == 0 {
			v.fate = fateNamed
		}
		for _, x := range readings {
			f.read++
			r.add(unit, period, reports.Entry{Code: x.code, Value: x.value, At: f.grid.at(v), Text: x.text, Source: reports.FromLog})
		}
	}
}
