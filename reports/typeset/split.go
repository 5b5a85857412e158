package typeset

import (
	"slices"
	"sort"

	"ccbreport/reports/paper"
)

// A run is a piece of a table that is not parted: a column, or the columns of a
// group.
type run struct {
	first, last int
	width       Length
}

// split makes several tables of one that fits its page at no size: each has the
// leading columns and some of the others, with all rows. The columns of a group
// stay together if they can, and the tables are about equally wide.
func (s *setter) split(t *paper.Table) []*paper.Table {
	lead := min(max(1, t.Lead), len(t.Columns))
	demands := s.demands(t, s.p.Table.Split)
	for i, d := range demands {
		demands[i].least = max(d.least, d.few)
	}
	room := s.width
	for _, d := range demands[:lead] {
		room -= d.least
	}
	runs := columnRuns(t, lead, demands, room)
	fewest := len(fill(runs, room))
	even := sort.Search(max(0, int(room)), func(width int) bool { return len(fill(runs, Length(width))) <= fewest })
	var parts []*paper.Table
	for _, runs := range fill(runs, Length(even)) {
		parts = append(parts, columnPart(t, lead, runs))
	}
	if len(parts) == 0 {
		return []*paper.Table{t}
	}
	parts[len(parts)-1].Notes = t.Notes
	return parts
}

// columnRuns gives the runs behind the leading columns. Groups wider than the
// room, or with leading columns in them, fall apart.
func columnRuns(t *paper.Table, lead int, demands []demand, room Length) []run {
	var runs []run
	for i := lead; i < len(t.Columns); {
		r := run{first: i, last: i, width: demands[i].least}
		if g := slices.IndexFunc(t.Groups, func(g paper.Group) bool { return g.First == i }); g >= 0 {
			whole := run{first: i, last: t.Groups[g].Last}
			for _, d := range demands[i : whole.last+1] {
				whole.width += d.least
			}
			if whole.width <= room {
				r = whole
			}
		}
		runs = append(runs, r)
		i = r.last + 1
	}
	return runs
}

// fill shares runs out among tables of a width, each with as many as fit, one at
// least.
func fill(runs []run, width Length) [][]run {
	var parts [][]run
	used := Length(0)
	for _, r := range runs {
		if len(parts) == 0 || used+r.width > width {
			parts = append(parts, nil)
			used = 0
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], r)
		used += r.width
	}
	return parts
}

// columnPart is a table of the leading columns and of those of some runs.
func columnPart(t *paper.Table, lead int, runs []run) *paper.Table {
	from, to := runs[0].first, runs[len(runs)-1].last+1
	part := &paper.Table{Lead: t.Lead, Unit: t.Unit, Alt: t.Alt}
	part.Columns = slices.Concat(t.Columns[:lead], t.Columns[from:to])
	for _, g := range t.Groups {
		for _, piece := range []struct{ from, to, at int }{{0, lead, 0}, {from, to, lead}} {
			first, last := max(g.First, piece.from), min(g.Last, piece.to-1)
			if first <= last {
				shift := piece.at - piece.from
				part.Groups = append(part.Groups, paper.Group{Head: g.Head, First: first + shift, Last: last + shift})
			}
		}
	}
	for _, row := range t.Rows {
		cells := make([][]paper.Span, len(part.Columns))
		if row.Kind == paper.Section {
			copy(cells, row.Cells[:min(2, len(row.Cells))])
		} else {
			copy(cells, row.Cells[:lead])
			copy(cells[lead:], row.Cells[from:to])
		}
		part.Rows = append(part.Rows, paper.Row{Kind: row.Kind, Cells: cells})
	}
	return part
}
