package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/value"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// What the sender himself calls provisional is asked once a branch, with all its
// cells: he says so in a remark or a comment at the cell, in a line over the whole
// sheet, or in a legend of colours.

// A notice is where a sheet says that figures of it are provisional.
type notice struct {
	at     *grid.Cell
	colour []string // of the cells that are meant, as words; none: all
}

// A held cell is a value that its sender calls provisional.
type held struct {
	unit     reports.UnitID
	at, says reports.Cell
}

// hold notes that a cell that was read is called provisional.
func (r *reader) hold(f *figures, c *grid.Cell, unit reports.UnitID) {
	if says := r.softAt(f, c); says != nil && unit != unknownUnit {
		h := held{unit, f.grid.At(c), f.grid.At(says)}
		if !slices.ContainsFunc(r.held, func(o held) bool { return o.unit == h.unit && o.at == h.at }) {
			r.held = append(r.held, h)
		}
	}
}

// softAt returns the cell that calls a value cell provisional, nil if none does.
func (r *reader) softAt(f *figures, c *grid.Cell) *grid.Cell {
	if wording.SoftRemark(c.Comment()) {
		return c
	}
	if says := f.remarkSoft(c.Row); says != nil {
		return says
	}
	for _, n := range r.notices(f.grid) {
		if n.colour == nil || c.Look != nil && slices.ContainsFunc(grid.ColourNames(c.Look.Colour), func(s string) bool { return slices.Contains(n.colour, s) }) {
			return n.at
		}
	}
	return nil
}

// remarkSoft looks through the remarks of a row, and the comments at its names.
func (f *figures) remarkSoft(num int) *grid.Cell {
	i, ok := slices.BinarySearchFunc(f.grid.Rows, num, func(row grid.Row, n int) int { return row.Num - n })
	if !ok {
		return nil
	}
	for n := range f.table.columns {
		c := &f.table.columns[n]
		v := f.grid.Rows[i].Cell(c.col)
		if v == nil || v.Kind != intake.Text {
			continue
		}
		if c.role == label.Note && wording.SoftRemark(v.Clean) || c.role != "" && wording.SoftRemark(v.Comment()) {
			return v
		}
	}
	return nil
}

// notices returns the lines of a sheet, and the text boxes over it, that call
// figures provisional.
func (r *reader) notices(g *grid.Sheet) []notice {
	switch {
	case g.Whole != nil:
		return r.notices(g.Whole)
	case r.about(g).notices != nil:
		return *r.about(g).notices
	}
	var list []notice
	for _, c := range g.Boxes {
		list = appendNotice(list, c)
	}
	for _, row := range g.Rows {
		if len(row.Cells) > 2 || slices.ContainsFunc(row.Cells, func(c *grid.Cell) bool { return c.Kind != intake.Text || c.IsFigure() }) {
			continue
		}
		for _, c := range row.Cells {
			if l := r.labels.Of(c); !l.MayHead() || l.Is(label.Note) { // "Ghi chú: ô màu đỏ là số tạm"
				list = appendNotice(list, c)
			}
		}
	}
	r.about(g).notices = &list
	return list
}

func appendNotice(list []notice, c *grid.Cell) []notice {
	clause, ok := wording.Soft(c.Clean)
	if !ok {
		return list
	}
	n := notice{at: c, colour: wording.Colours(clause)}
	if n.colour == nil && viet.Holds(clause, "màu") && c.Look != nil {
		n.colour = grid.ColourNames(c.Look.Colour) // the legend is painted as what it speaks of
	}
	return append(list, n)
}

// nameProvisional asks about what was called provisional, once a branch.
func (r *reader) nameProvisional() {
	var units []reports.UnitID
	for _, h := range r.held {
		if !slices.Contains(units, h.unit) {
			units = append(units, h.unit)
		}
	}
	slices.Sort(units)
	for _, unit := range units {
		var at []reports.Cell
		var says []string
		for _, h := range r.held {
			if h.unit != unit {
				continue
			}
			if at = append(at, h.at); !slices.Contains(says, h.says.Addr) {
				says = append(says, h.says.Addr)
			}
		}
		r.find("value.provisional", unit, reports.Args{"count": itoa(len(at)), "says": strings.Join(says, ", ")}, at...)
	}
}

// settled reads a value cell with what its comment says, and notes whether its sender
// calls it provisional.
func (r *reader) settled(f *figures, c *grid.Cell, p value.Place) []value.Reading {
	readings := r.values.Settled(c, p)
	if len(readings) > 0 {
		r.hold(f, c, p.Unit)
	}
	return readings
}
