package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// corrected returns the cell that counts in the place of a value: that of a column
// "Sửa lại" right of it, where somebody filled it in.
func (f *figures) corrected(n, i int, v *cell) *cell {
	for k := n + 1; k < len(f.table.columns); k++ {
		c := &f.table.columns[k]
		if slices.Contains(f.values, k) {
			return v // it corrects that one
		}
		if c.role != roleFix {
			continue
		}
		fix := f.grid.rows[i].cell(c.col)
		if fix == nil || !fix.number() && !isQuantity(fix.text) && !viet.IsNought(fix.text) {
			return v
		}
		if v != nil {
			v.fate = fateNote
		}
		f.fixes, f.fixHead = append(f.fixes, f.grid.at(fix)), c.name()
		return fix
	}
	return v
}

// readTick reads a row of crosses: one under "Không" says that there was none, one
// under "Có" alone does not say how many.
func (r *reader) readTick(f *figures, rec *record) bool {
	for n := range f.table.columns {
		c := &f.table.columns[n]
		v := f.grid.rows[rec.row].cell(c.col)
		if v == nil || c.role != roleTick && c.role != roleNone {
			continue
		}
		at := f.grid.at(v)
		period, ok := r.period(f, c, rec.at.period, at)
		unit := rec.at.unit
		if unit == "" {
			unit = f.title.unit
		}
		switch {
		case !ok || unit == "":
		case c.role == roleTick:
			r.find("value.tick", unit, reports.Args{"text": v.text, "indicator": rec.ind.Name}, at)
			r.unread(place{grid: f.grid, ind: rec.ind, unit: unit}, v, period, reports.Value{})
		default:
			f.read++
			r.add(unit, period, reports.Entry{Code: rec.ind.Code, Value: reports.Int(0), At: at, Text: v.text, Source: reports.FromTable})
		}
		return true
	}
	return false
}

// dropTwins leaves out a hidden column that speaks of the same as one that is
// shown.
func (r *reader) dropTwins(f *figures, items []item) []item {
	var names []string
	var at []reports.Cell
	kept := slices.DeleteFunc(items, func(it item) bool {
		twin := f.grid.hides(it.col.col) && slices.ContainsFunc(items, func(other item) bool {
			return other.col != it.col && !f.grid.hides(other.col.col) && other.unit == it.unit && other.period == it.period && other.class == it.class
		})
		if twin {
			it.col.role = roleUnread
			names = append(names, "“"+it.col.name()+"”")
			at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
		}
		return twin
	})
	if len(at) > 0 {
		r.find("columns.twin", f.title.unit, reports.Args{"heads": names[0]}, at...)
	}
	return kept
}

// hides reports whether a column is hidden.
func (g *grid) hides(col int) bool {
	for _, span := range g.hiddenCols {
		if span.First <= col && col <= span.Last {
			return true
		}
	}
	return false
}

// askTwice names rows of one table that give one figure with one value: written
// twice, or two that add up. A level may well stand in two places.
func (r *reader) askTwice(f *figures, recs []record) {
	type key struct {
		code   string
		unit   reports.UnitID
		period reports.Period
		round  string
	}
	rows := map[key][]*record{}
	var order []key
	for k := range recs {
		rec := &recs[k]
		if !rec.known() || !rec.filled || isLevel(rec.ind) {
			continue
		}
		unit := rec.at.unit
		if unit == "" {
			unit = rec.title.unit
		}
		at := key{rec.ind.Code, unit, rec.at.period.Period, rec.round}
		if rec.at.period.Period.IsZero() {
			at.period = rec.title.period.Period
		}
		if rows[at] == nil {
			order = append(order, at)
		}
		rows[at] = append(rows[at], rec)
	}
	for _, at := range order {
		if len(rows[at]) > 1 {
			r.askEqual(f, rows[at])
		}
	}
}

func (r *reader) askEqual(f *figures, recs []*record) {
	for _, n := range f.values {
		var at []reports.Cell
		var first *cell
		for _, rec := range recs {
			v := f.grid.rows[rec.row].cell(f.table.columns[n].col)
			switch {
			case v == nil || v.amount() == (amount{0, true}):
				continue
			case first == nil:
				first = v
			}
			if v.text == first.text {
				at = append(at, f.grid.at(v))
			}
		}
		if len(at) > 1 {
			r.find("row.twice", f.title.unit, reports.Args{"name": recs[0].ind.Name, "count": itoa(len(at)), "text": first.text}, at...)
			return
		}
	}
}
