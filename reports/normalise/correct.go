package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/value"
	"ccbreport/reports/normalise/weigh"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// corrected returns the cell that counts in the place of a value: that of a column
// "Sửa lại" right of it, where somebody filled it in.
func (f *figures) corrected(n, i int, v *grid.Cell) *grid.Cell {
	for k := n + 1; k < len(f.table.columns); k++ {
		c := &f.table.columns[k]
		if slices.Contains(f.values, k) {
			return v // it corrects that one
		}
		if c.role != label.Fix {
			continue
		}
		fix := f.grid.Rows[i].Cell(c.col)
		if fix == nil || !fix.IsFigure() && !fix.IsNought() {
			return v
		}
		if v != nil {
			v.Fate = grid.Note
		}
		f.fixes, f.fixHead = append(f.fixes, f.grid.At(fix)), c.name()
		return fix
	}
	return v
}

// repeated returns the cell whose value a ditto mark in column n repeats: of what
// stands at the end of a period that left of it. What happened in one period need
// not have happened again in the next: nil, and it is asked.
func (f *figures) repeated(n, i int, v *grid.Cell, level bool) *grid.Cell {
	if !level || v == nil || v.Kind != intake.Text || !viet.IsDitto(v.Clean) {
		return nil
	}
	for k := slices.Index(f.values, n) - 1; k >= 0; k-- {
		left := f.grid.Rows[i].Cell(f.table.columns[f.values[k]].col)
		if left == nil || !viet.IsDitto(left.Clean) {
			return left
		}
	}
	return nil
}

// readTick reads a row of crosses: one under "Không" says that there was none, one
// under "Có" alone does not say how many.
func (r *reader) readTick(f *figures, rec *record) bool {
	for n := range f.table.columns {
		c := &f.table.columns[n]
		v := f.grid.Rows[rec.row].Cell(c.col)
		if v == nil || c.role != label.Tick && c.role != label.None || v.Kind != intake.Text || !viet.IsTick(v.Clean) {
			continue // "3" under "Không" is no cross
		}
		at := f.grid.At(v)
		period, ok := r.period(f, c, rec.at.period, at)
		unit := rec.at.unit
		if unit == "" {
			unit = f.title.unit
		}
		switch {
		case !ok || unit == "":
		case c.role == label.Tick:
			r.find("value.tick", unit, reports.Args{"text": v.Clean, "indicator": rec.ind.Name}, at)
			r.unread(value.Place{Sheet: f.grid, Indicator: rec.ind, Unit: unit}, v, period, reports.Value{})
		default:
			f.read++
			r.add(unit, period, reports.Entry{Code: rec.ind.Code, Value: reports.Int(0), At: at, Text: v.Clean, Source: reports.FromTable})
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
		says := it.Class == weigh.Period || it.Class == weigh.Actual || it.Class == weigh.Total // else it may be another place, or anything
		twin := says && f.grid.Hides(it.col.col) && slices.ContainsFunc(items, func(other item) bool {
			return other.col != it.col && !f.grid.Hides(other.col.col) && other.Unit == it.Unit && other.Period == it.Period && other.Class == it.Class
		})
		if twin {
			it.col.role = label.Unread
			names = append(names, "“"+it.col.name()+"”")
			at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
		}
		return twin
	})
	if len(at) > 0 {
		r.find("columns.twin", f.title.unit, reports.Args{"heads": strings.Join(names, ", ")}, at...)
	}
	return kept
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
		if !rec.known() || !rec.filled || !rec.ind.Adds() {
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
		var first *grid.Cell
		for _, rec := range recs {
			v := f.grid.Rows[rec.row].Cell(f.table.columns[n].col)
			switch {
			case v == nil || v.Amount() == (grid.Amount{OK: true}):
				continue
			case first == nil:
				first = v
			}
			if v.Clean == first.Clean {
				at = append(at, f.grid.At(v))
			}
		}
		if len(at) > 1 {
			r.find("row.twice", f.title.unit, reports.Args{"name": recs[0].ind.Name, "count": itoa(len(at)), "text": first.Clean}, at...)
			return
		}
	}
}

// askTakenBack asks about a line of text that takes a figure back, and reports
// whether it is one: a cell that is wrong is to be corrected itself.
func (r *reader) askTakenBack(f *figures, c *grid.Cell) bool {
	if c.Key == "" || !strings.ContainsAny(c.Clean, "0123456789") || !wording.Withdraws(c.Key) {
		return false
	}
	c.Mark(grid.Named)
	r.find("line.corrects", f.title.unit, nil, f.grid.At(c))
	return true
}

// askNotes asks about remarks beside figures that take them back.
func (r *reader) askNotes(f *figures) {
	for n := range f.table.columns {
		if f.table.columns[n].role != label.Note {
			continue
		}
		for _, row := range f.grid.Rows[f.first:f.end] {
			if c := row.Cell(f.table.columns[n].col); c != nil {
				r.askTakenBack(f, c)
			}
		}
	}
}

// namesCorrected reports whether a name is that of an indicator, corrected: "Sửa lại
// tổng số hội viên".
func (r *reader) namesCorrected(name string) bool {
	return slices.ContainsFunc(wording.Corrected(name), func(what string) bool { return r.Catalogue.Code(what) != "" })
}
