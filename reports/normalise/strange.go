package normalise

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/weigh"
	"ccbreport/reports/roster"
)

// settleColumns looks at what the heads of the value columns leave open, when the
// heads of the others are known. A column of which nothing is known beside
// columns of branches or of periods holds no figures: it must not count for the
// title's branch or period. Each is named.
func (r *reader) settleColumns(f *figures) {
	has := func(is func(*column) bool) bool {
		return slices.ContainsFunc(f.values, func(n int) bool { return is(&f.table.columns[n]) })
	}
	if r.matcher.Open && !f.across && !has(func(c *column) bool { return c.unit != "" || c.timed }) {
		r.findColumns(f)
	}
	h := heads{
		units:   has(func(c *column) bool { return c.unit != "" }),
		timed:   has(func(c *column) bool { return c.timed }),
		any:     has(func(c *column) bool { return len(c.labels) > 0 }),
		others:  has(func(c *column) bool { return c.unit != "" && c.unit != f.title.unit }),
		unknown: map[*grid.Cell]bool{},
	}
	f.values = slices.DeleteFunc(f.values, func(n int) bool {
		c := &f.table.columns[n]
		if len(c.labels) == 0 {
			return h.any // what stands in it is named with all that nobody understood
		}
		if c.unit == "" {
			r.columnUnit(f, c, h)
		}
		c.place = c.unit == "" && !f.across && !h.others && r.namesPlace(c)
		return !f.across && c.unit == "" && !c.timed && !c.place && !r.proposes(f, c) && r.strange(f, c, h)
	})
}

// heads is what the value columns of a table say together.
type heads struct {
	units, timed, any bool
	others            bool                // some are branches that the table as a whole is not about
	unknown           map[*grid.Cell]bool // names of branches that are in no list
}

// rounds are words for one of several times, counted are those that number them.
var (
	rounds  = wordSet("đợt lần vòng")
	counted = wordSet("một nhất hai ba tư bốn năm thứ")
)

// namesPlace reports whether the lowest head of a column names a place within a
// branch, a former one, or a round of what was done: "Thôn Kim cũ", "Khu A", "Đợt 2".
func (r *reader) namesPlace(c *column) bool {
	if len(c.labels) == 0 {
		return false
	}
	l := c.labels[len(c.labels)-1]
	words := strings.Fields(r.own().UnitKey(l.Clean))
	if r.labels.Of(l).MayHead() || len(words) < 2 || r.matcher.NamesBranch(l.Clean) {
		return false
	}
	_, err := strconv.Atoi(words[1])
	round := rounds[words[0]] && (err == nil || counted[words[1]])
	return roster.IsKind(words[0]) || words[len(words)-1] == "cũ" || round
}

// proposes reports whether the heads of a column say what it is beside the others:
// a part of them, one of two halves.
func (r *reader) proposes(f *figures, c *column) bool {
	k := r.class(f, c)
	return k == weigh.Part || k == weigh.Half
}

// columnUnit reads a head that must be the name of a branch: it says so, or the
// columns beside it are branches.
func (r *reader) columnUnit(f *figures, c *column, h heads) {
	for _, l := range c.labels {
		lab := r.labels.Of(l)
		_, measure := r.labels.Measure(l.Clean)
		if lab.MayHead() || lab.Data || measure || !r.matcher.NamesBranch(l.Clean) && (f.across || !h.units || !c.timed) {
			continue
		}
		switch unit, _ := r.matcher.Whole(l.Clean); {
		case unit != "":
			c.unit = unit
		case r.matcher.Open:
			c.unit = r.matcher.Found(l.Clean)
		default:
			c.unit = unknownUnit
			if !h.unknown[l] {
				r.find("branch.unknown", "", reports.Args{"name": l.Clean}, f.grid.At(l))
			}
			h.unknown[l] = true
		}
	}
}

// strange reports whether a column says nothing that is known.
func (r *reader) strange(f *figures, c *column, h heads) bool {
	first := f.firstValue(c.col)
	if first == nil && h.timed { // somebody's own remarks
		first = f.firstText(c.col)
	}
	if first == nil {
		return false
	}
	switch at := f.headOr(*c, first); {
	case h.units:
		r.find("branch.unknown", "", reports.Args{"name": c.name()}, at)
	case h.timed && r.columnMeasure(c) == "":
		r.find("column.unknown", f.title.unit, reports.Args{"text": c.name()}, at)
	default:
		return false
	}
	f.markColumn(c.col, grid.Named)
	return true
}

// findColumns takes the columns of a table for branches, when there is no list of
// them: several that bear names and nothing else.
func (r *reader) findColumns(f *figures) {
	var named []*column
	for _, n := range f.values {
		c := &f.table.columns[n]
		if len(c.labels) == 1 && !r.labels.Of(c.labels[0]).MayHead() && r.namesUnit(c.labels[0].Clean) {
			named = append(named, c)
		}
	}
	if len(named) < 2 {
		return
	}
	for _, c := range named {
		c.unit = r.matcher.Found(c.labels[0].Clean)
	}
}

// endsUnnumbered reports whether the row of that number is the last with figures
// and has no number of its own in a column of ordinals: the place of a total.
func (f *figures) endsUnnumbered(num int) bool {
	for _, row := range f.grid.Rows[f.first:f.end] {
		for n := range f.table.columns {
			c := &f.table.columns[n]
			v := row.Cell(c.col)
			switch {
			case v == nil || row.Num < num:
			case row.Num == num && c.role == label.Ordinal:
				return false
			case row.Num > num && c.role == "" && v.IsNumber():
				return false
			}
		}
	}
	return true
}

// tell notes a cell that names another branch than the one in the title.
func (f *figures) tell(unit reports.UnitID, by *grid.Cell) {
	if f.title.by != nil && unit != "" && unit != f.title.unit && unit != unknownUnit && unit != reports.Ward && by != nil && !slices.Contains(f.within, by) {
		f.within = append(f.within, by)
	}
}

// askWithin asks whether what one branch's sheet calls "Tổ 1", "Phân hội 2" are
// parts of it: by such names they are other branches.
func (r *reader) askWithin(f *figures) {
	for _, n := range f.values {
		if c := &f.table.columns[n]; c.unit != "" && len(c.labels) > 0 {
			f.tell(c.unit, c.labels[len(c.labels)-1])
		}
	}
	if len(f.within) == 0 {
		return
	}
	var at []reports.Cell
	var names []string
	for _, c := range f.within {
		at, names = append(at, f.grid.At(c)), append(names, "“"+c.Clean+"”")
	}
	r.find("branch.within", f.title.unit, reports.Args{"names": firstOf(names)}, at...)
}
