package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/roster"
)

// isHead reports whether row i is a row of heads: several labels, and nothing
// that is data.
func (r *reader) isHead(g *grid, i int) bool {
	if headsPeople(g.rows[i]) {
		return !slices.ContainsFunc(g.rows[i].cells, func(c *cell) bool { return r.label(c, r.year).value })
	}
	n := headCount{codes: map[string]bool{}, units: map[reports.UnitID]bool{}, found: map[string]bool{}}
	for _, c := range g.rows[i].cells {
		l := r.label(c, r.year)
		if l.value {
			return false
		}
		n.add(c, l)
	}
	return n.heads()
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

func (n *headCount) add(c *cell, l *label) {
	switch {
	case l.is(roleTick) || l.is(roleNone): // "không" beside a name is a value
	case len(l.roles) > 0:
		n.roles++
		if l.is(roleName) && !l.is(roleText) {
			n.names++
		}
		if l.is(roleBranch) || !isUnitWord(c.text) {
			n.named++
		}
	case l.timed && isNumber(c.text):
		n.bareYears++
	case l.timed:
		n.periods++
	case l.unit != "":
		n.units[l.unit] = true
	case l.code != "":
		n.codes[l.code] = true
	case roster.NamesBranch(c.text):
		n.found[c.key] = true
	case !isUnitWord(c.text):
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
