package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
)

// roleFates are the columns of a table whose cells are no figures.
var roleFates = map[label.Role]grid.Fate{
	label.Total: grid.Total, label.Plan: grid.Plan, label.Compare: grid.Compare, label.Before: grid.Compare, label.Ordinal: grid.Ordinal, label.Note: grid.Note,
	label.Stamp: grid.Label, label.People: grid.People,
	label.Measure: grid.Label, label.Branch: grid.Label, label.Period: grid.Label, label.Name: grid.Label,
	label.Part: grid.Part, label.Fix: grid.Note, label.Section: grid.Ordinal, label.Unread: grid.Named, label.Group: grid.Label,
}

// markColumns marks the columns of a table that hold no figures. A column that is
// headed as one of ordinals must look like it; what is open to be a total is left
// until that is settled.
func (f *figures) markColumns() {
	f.grid.MarkRows(f.head, f.first, grid.Label)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		is, ok := roleFates[c.role]
		if !ok || f.open && slices.Contains(f.candidates, n) || c.role == label.Ordinal && !f.counts(c.col) {
			continue
		}
		f.markColumn(c.col, is)
	}
}

// markColumn marks the cells below the heads of a column.
func (f *figures) markColumn(col int, is grid.Fate) {
	for i := f.first; i < f.end; i++ {
		if v := f.grid.Rows[i].Cell(col); v != nil {
			v.Mark(is)
		}
	}
}

// counts reports whether the numbers of a column only count the rows: none is
// larger than there are rows, give or take a few that were taken out.
func (f *figures) counts(col int) bool {
	for i := f.first; i < f.end; i++ {
		v := f.grid.Rows[i].Cell(col)
		if v != nil && v.IsNumber() && (len(v.Text) > 4 || !smallNumber(v.Text, 2*(f.end-f.first)+20)) {
			return false
		}
	}
	return true
}

func smallNumber(s string, limit int) bool {
	n := 0
	for _, r := range s {
		if r == '.' {
			return true // 1.2, 1.3
		}
		if r < '0' || r > '9' {
			return false
		}
		n = n*10 + int(r-'0')
	}
	return n <= limit
}

// account gives every number cell of the sheets its fate, and names those that
// nobody understood.
func (r *reader) account(sheets []*grid.Sheet) []grid.Tally {
	named := map[reports.Cell]bool{}
	for _, f := range r.out.Findings[r.before:] {
		for _, c := range f.At {
			named[c] = true
		}
	}
	var fates []grid.Tally
	for _, g := range sheets {
		if named[reports.Cell{File: g.File, Sheet: g.Name}] && r.about(g).read == 0 || r.reject != "" {
			g.MarkRows(0, len(g.Rows), grid.Named)
		}
		r.nameExtra(g, named)
		fates = append(fates, g.Tallies()...)
	}
	for _, s := range r.book.Sheets {
		if n := grid.Numbers(s); s.Hidden && n > 0 {
			fates = append(fates, grid.Tally{Sheet: s.Name, Is: string(grid.Hidden), Count: n})
		}
	}
	return fates
}

// nameExtra names the numbers of a sheet that have no fate yet.
func (r *reader) nameExtra(g *grid.Sheet, named map[reports.Cell]bool) {
	var at []reports.Cell
	var texts []string
	for _, row := range g.Rows {
		for _, c := range row.Cells {
			if named[g.At(c)] {
				c.Mark(grid.Named)
			}
			if c.Fate == "" && (c.IsNumber() || c.Kind == intake.Text && c.IsFigure()) {
				c.Mark(grid.Extra)
				at, texts = append(at, g.At(c)), append(texts, c.Clean)
			}
		}
	}
	if len(at) > 0 {
		r.find("value.extra", r.about(g).unit, reports.Args{"text": strings.Join(texts, "; ")}, at...)
	}
}
