package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// isHead reports whether row i is a row of heads: several labels, and nothing
// that is data.
func (r *reader) isHead(g *grid.Sheet, i int) bool {
	if r.headsPeople(g.Rows[i]) {
		return !slices.ContainsFunc(g.Rows[i].Cells, func(c *grid.Cell) bool { return r.label(c, r.year).value })
	}
	n := headCount{codes: map[string]bool{}, units: map[reports.UnitID]bool{}, found: map[string]bool{}}
	var days []*grid.Cell
	for _, c := range g.Rows[i].Cells {
		l := r.label(c, r.year)
		switch {
		case !l.value:
			n.add(r, c, l)
		case r.untilDay(c) == "":
			return false
		default:
			days = append(days, c)
		}
	}
	if len(days) == 0 {
		return n.heads()
	}
	return r.headDays(days, &n)
}

// headDays reports whether days beside other heads are heads themselves: "Chỉ
// tiêu | ĐVT | 30/6/2026". There each is the day up to which its column counts;
// anywhere else a day is data.
func (r *reader) headDays(days []*grid.Cell, n *headCount) bool {
	if n.names != 1 || n.others > 0 || n.roles < 2 && len(days) < 2 {
		return false
	}
	for _, c := range days {
		l := r.label(c, r.year)
		l.when = r.untilDay(c)
		l.period, l.timed = viet.ParsePeriod(l.when, r.periods(r.year))
		l.value = !l.timed
	}
	return true
}

// untilDay says in words up to which day a column counts that is headed by one,
// "" if the cell is no day of a year.
func (r *reader) untilDay(c *grid.Cell) string {
	day, ok := viet.ParseDate(c.Clean, 0)
	if c.IsNumber() {
		day, ok = c.Day(0)
		ok = ok && c.Date
	}
	if !ok {
		return ""
	}
	return "đến " + viet.Date(day)
}

// A headCount is what the cells of one row say that can stand in a row of heads.
type headCount struct {
	roles, names, named int // of columns; of those over names of indicators; those that are no mere unit
	periods, bareYears  int // 2000 to 2100 are years, or figures beside a name
	codes               map[string]bool
	units               map[reports.UnitID]bool
	found               map[string]bool // names of branches that no list has
	others              int             // texts that say nothing
}

func (n *headCount) add(r *reader, c *grid.Cell, l *label) {
	switch {
	case l.is(roleTick) || l.is(roleNone): // "không" beside a name is a value
	case len(l.roles) > 0:
		n.roles++
		if l.is(roleName) && !l.is(roleText) {
			n.names++
		}
		if l.is(roleBranch) || !c.IsUnit() {
			n.named++
		}
	case l.timed && isNumber(c.Clean):
		n.bareYears++
	case l.timed:
		n.periods++
	case l.unit != "":
		n.units[l.unit] = true
	case l.code != "":
		n.codes[l.code] = true
	case r.matcher.NamesBranch(c.Clean):
		n.found[c.Key] = true
	case !c.IsUnit():
		n.others++
	}
}

// heads reports whether so much makes a row of heads.
func (n *headCount) heads() bool {
	switch {
	case n.names == 1 && n.roles == 1 && n.others > 1:
		return true // "Chỉ tiêu | Khu A | Khu B"
	case n.bareYears > 0 && n.roles < 2 && len(n.codes)+len(n.units) > 0:
		return false
	case n.named == 0 && len(n.codes) > 0 && len(n.codes) < 3:
		return false // a row of a table whose figures are blank, with its unit
	}
	periods, units := n.periods+n.bareYears, len(n.units)
	if len(n.found) > 1 {
		units++ // several beside each other are heads, one alone is a title
	}
	labels := periods + len(n.codes) + units
	return n.roles >= 2 || n.roles == 1 && labels >= 1 || periods >= 2 || len(n.codes) >= 3 || units+len(n.found) >= 3
}
