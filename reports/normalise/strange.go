package normalise

import (
	"slices"

	"ccbreport/reports"
)

// dropStrange takes out of a table with indicators down the columns of values
// that stand beside columns of branches or of periods and name neither: what is
// in them is nobody's, or of no known time. Each is named.
func (r *reader) dropStrange(f *figures) {
	units, timed := 0, 0
	for _, n := range f.values {
		c := &f.table.columns[n]
		if c.unit != "" {
			units++
		}
		if c.timed {
			timed++
		}
	}
	if units == 0 && timed == 0 && r.matcher.open {
		units = r.findColumns(f)
	}
	f.values = slices.DeleteFunc(f.values, func(n int) bool {
		c := &f.table.columns[n]
		first := f.firstValue(c.col)
		if c.unit != "" || c.timed || first == nil {
			return false
		}
		switch at := f.headOr(*c, first); {
		case units > 0 && len(c.labels) > 0:
			r.find("branch.unknown", "", reports.Args{"name": c.name()}, at)
		case timed > 0 && r.columnMeasure(c) == "":
			r.find("column.unknown", f.title.unit, reports.Args{"text": c.name()}, at)
		default:
			return false
		}
		f.markColumn(c.col, fateNamed)
		return true
	})
}

// findColumns takes the columns of a table for branches, when there is no list of
// them: several that bear names and nothing else. It returns how many.
func (r *reader) findColumns(f *figures) int {
	var named []*column
	for _, n := range f.values {
		c := &f.table.columns[n]
		if len(c.labels) == 1 && !r.label(c.labels[0], r.year).head() && r.namesUnit(c.labels[0].text) {
			named = append(named, c)
		}
	}
	if len(named) < 2 {
		return 0
	}
	for _, c := range named {
		c.unit = r.matcher.found(c.labels[0].text)
	}
	return len(named)
}
