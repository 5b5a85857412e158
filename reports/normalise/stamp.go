package normalise

import (
	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
)

// The answers to an on-line form are a table with a row per answer and the time at
// which it came. Who answers twice corrects himself: the later answer counts.

// stamps reads a column of times by row; not ok if one of them cannot be read, for
// then their order is not known.
func (r *reader) stamps(f *figures, c *column) (at map[int]grid.Stamp, ok bool) {
	at = map[int]grid.Stamp{}
	for i := f.first; i < f.end; i++ {
		v := f.grid.Rows[i].Cell(c.col)
		if v == nil {
			continue
		}
		if at[i], ok = v.Stamp(); !ok {
			return nil, false
		}
	}
	return at, len(at) > 0
}

// earlierAnswers returns the rows of a table of answers that a later answer of the
// same branch replaces, and names them. Rows whose order is not known stay, and
// are held against each other like any figure that is given twice.
func (r *reader) earlierAnswers(f *figures) map[int]bool {
	c, who := f.column(label.Stamp), f.column(label.Branch)
	if c == nil || who == nil {
		return nil
	}
	at, ok := r.stamps(f, c)
	if !ok {
		return nil
	}
	earlier, last := map[int]bool{}, map[string]int{}
	for i := f.first; i < f.end; i++ {
		name := f.grid.Cell(i, who.col)
		if _, timed := at[i]; name == nil || !timed {
			continue
		}
		key := r.branchKey(name)
		before, twice := last[key]
		if last[key] = i; !twice {
			continue
		}
		switch order := at[before].Compare(at[i]); {
		case order < 0:
			r.replace(f, earlier, before, i, name)
		case order > 0:
			r.replace(f, earlier, i, before, name)
			last[key] = before
		}
	}
	return earlier
}

// branchKey is what two names of one branch share.
func (r *reader) branchKey(name *grid.Cell) string {
	if unit := r.branchOf(name); unit != "" {
		return string(unit)
	}
	return "\x00" + name.Key
}

func (r *reader) branchOf(name *grid.Cell) reports.UnitID {
	unit, ok := r.matcher.Whole(name.Clean)
	if !ok {
		unit, _ = r.matcher.Within(name.Clean)
	}
	return unit
}

// replace takes row old of a table of answers out for row new, and says so.
func (r *reader) replace(f *figures, earlier map[int]bool, old, new int, name *grid.Cell) {
	earlier[old] = true
	f.grid.MarkRows(old, old+1, grid.Named)
	r.find("answer.earlier", r.branchOf(name), reports.Args{"row": itoa(f.grid.Rows[old].Num), "later": itoa(f.grid.Rows[new].Num)}, f.grid.At(f.grid.Rows[old].Cells[0]))
}
