package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
)

// A list of people gives no figure: the numbers in it are years of birth,
// telephones and cards. Nothing of what it holds is quoted anywhere.

// isPeople reports whether a table is a list of people. A table that names each
// branch once and gives figures of it may well say who its head is, and so may one
// that names indicators down its rows.
func (r *reader) isPeople(t *table) bool {
	if !slices.ContainsFunc(t.grid.Rows[t.head:t.first], r.labels.HeadsPeople) {
		return false
	}
	return !r.rowsNameIndicators(t) && !(r.givesFigures(t) && r.branchesOnce(t))
}

// rowsNameIndicators reports whether most rows of a table are named by indicators.
func (r *reader) rowsNameIndicators(t *table) bool {
	c := t.column(label.Name)
	if c == nil {
		return false
	}
	names, known := 0, 0
	for i := t.first; i < t.end; i++ {
		if v := t.grid.Rows[i].Cell(c.col); v != nil && v.Kind == intake.Text {
			if names++; r.labels.Code(v) != "" {
				known++
			}
		}
	}
	return known > 0 && 2*known >= names
}

// givesFigures reports whether a head that is about no person names an indicator.
func (r *reader) givesFigures(t *table) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool {
		return slices.ContainsFunc(c.labels, func(l *grid.Cell) bool {
			person, _ := label.Person(l)
			return !person && r.labels.Code(l) != ""
		})
	})
}

// branchesOnce reports whether a column of branches names each of them once.
func (r *reader) branchesOnce(t *table) bool {
	c := t.column(label.Branch)
	if c == nil {
		return false
	}
	seen := map[string]bool{}
	for i := t.first; i < t.end; i++ {
		if v := t.grid.Cell(i, c.col); v != nil && !r.labels.IsTotal(v) {
			if seen[v.Key] {
				return false
			}
			seen[v.Key] = true
		}
	}
	return len(seen) > 0
}

// readPeople accounts for a list of people, and tells how many rows it has.
func (r *reader) readPeople(t *table) bool {
	t.grid.MarkRows(t.head, t.first, grid.Label)
	t.grid.MarkRows(t.first, t.end, grid.People)
	r.text = true
	r.find("people.list", t.title.unit, reports.Args{"count": itoa(r.people(t))}, reports.Cell{File: t.grid.File, Sheet: t.grid.Name})
	return true
}

// people counts the rows with a name in a list of people.
func (r *reader) people(t *table) int {
	n := 0
	for i := t.first; i < t.end; i++ {
		if slices.ContainsFunc(t.columns, func(c column) bool {
			v := t.grid.Rows[i].Cell(c.col)
			return v != nil && v.Kind == intake.Text && !r.labels.IsTotal(v) && slices.ContainsFunc(c.labels, func(l *grid.Cell) bool { _, named := label.Person(l); return named })
		}) {
			n++
		}
	}
	return n
}

// aboutPeople reports whether a column of a table of figures is about people: the
// telephone of a branch's head.
func (r *reader) aboutPeople(c *column) bool {
	return slices.ContainsFunc(c.labels, func(l *grid.Cell) bool {
		person, _ := label.Person(l)
		return person && r.labels.Code(l) == ""
	})
}
