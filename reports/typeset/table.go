package typeset

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A grid is a table whose columns have their places.
type grid struct {
	*setter
	table *paper.Table
	node  *element
	edges []Length // of the columns: len(Columns)+1
	size  Length
	pitch Length
}

// A cell is a part of a row: content between two edges of the grid.
type cell struct {
	from, to int // edges
	lines    []box
	node     *element
}

// table sets a table, or several with the same rows if it is too wide for the
// page.
func (s *setter) table(t *paper.Table) []box {
	if len(t.Columns) == 0 {
		return nil
	}
	if widths, size, whole := s.columnWidths(t, s.p.Table.Sizes); whole {
		return s.setTable(t, widths, size)
	}
	var boxes []box
	for _, part := range s.split(t) {
		widths, size, whole := s.crampedWidths(part, []Length{s.p.Table.Split})
		if !whole {
			s.findings.Add("table.wide", "", reports.Args{
				"table": t.Alt, "column": part.Columns[len(part.Columns)-1].Head, "columns": strconv.Itoa(len(t.Columns))})
		}
		boxes = append(boxes, s.setTable(part, widths, size)...)
	}
	return boxes
}

// setTable sets a table whose columns have their widths: unit line, heads, rows,
// notes. The heads stand again on every page that it reaches.
func (s *setter) setTable(t *paper.Table, widths []Length, size Length) []box {
	g := grid{setter: s, table: t, size: size, pitch: size.scaled(s.p.Table.Leading, 100)}
	g.edges = make([]Length, 1, len(widths)+1)
	for i, w := range widths {
		g.edges = append(g.edges, g.edges[i]+w)
	}
	unit := s.unitLine(t.Unit)
	g.node = s.section.child("Table")
	g.node.alt = t.Alt
	head := g.head()
	boxes := append(unit, head...)
	boxes = append(boxes, g.rows(again(head))...)
	boxes = spaced(s.p.Table.Before, append(boxes, s.tableNotes(t.Notes)...))
	boxes[len(boxes)-1].height += s.p.Table.After
	return boxes
}

func (s *setter) unitLine(unit string) []box {
	size := s.p.Table.NoteSize
	boxes := tagged(s.section.child("P"), s.lines(plain(unit), setting{
		size: size, pitch: size.scaled(s.p.Table.Leading, 100) + 2*point,
		style: paper.Italic, align: paper.Right, width: s.width})...)
	keepLast(boxes, len(boxes))
	return boxes
}

func (s *setter) tableNotes(notes []string) []box {
	size := s.p.Table.NoteSize
	var boxes []box
	for _, n := range notes {
		boxes = append(boxes, tagged(s.section.child("P"), s.lines(plain(n), setting{
			size: size, pitch: size.scaled(s.p.Table.Leading, 100), width: s.width})...)...)
	}
	return spaced(3*point, boxes)
}

// head sets one row of heads, or two when columns are grouped: the groups above
// their columns, the heads of all other columns over both rows. A table of which no
// column has a head has none.
func (g grid) head() []box {
	if !slices.ContainsFunc(g.table.Columns, func(c paper.Column) bool { return c.Head != "" }) {
		return nil
	}
	grouped := make([]bool, len(g.table.Columns))
	var upper []cell
	for _, gr := range g.table.Groups {
		upper = append(upper, g.headCell(gr.First, gr.Last+1, gr.Head))
		for i := gr.First; i <= gr.Last; i++ {
			grouped[i] = true
		}
	}
	var tall, lower []cell
	for i, c := range g.table.Columns {
		if grouped[i] {
			lower = append(lower, g.headCell(i, i+1, c.Head))
		} else {
			tall = append(tall, g.headCell(i, i+1, c.Head))
		}
	}
	top, bottom := g.needed(upper), g.needed(lower)
	height := max(top+bottom, g.needed(tall))
	bottom = height - top
	b := box{height: height, keep: true}
	b.items = append(b.items, g.drawn(upper, 0, top)...)
	b.items = append(b.items, g.drawn(lower, top, bottom)...)
	b.items = append(b.items, g.drawn(tall, 0, height)...)
	g.nestHeads(upper, tall, lower)
	return []box{b}
}

// nestHeads puts the heads into the structure: one row, or two with the tall
// heads in the upper one.
func (g grid) nestHeads(upper, tall, lower []cell) {
	first := append(slices.Clone(upper), tall...)
	slices.SortFunc(first, func(a, b cell) int { return a.from - b.from })
	if len(lower) > 0 {
		for _, c := range tall {
			c.node.rowSpan = 2
		}
	}
	g.nest(first)
	g.nest(lower)
}

// nest puts a row of cells into the structure.
func (g grid) nest(cells []cell) {
	if len(cells) == 0 {
		return
	}
	row := g.node.child("TR")
	for _, c := range cells {
		c.node.colSpan = c.to - c.from
		row.kids = append(row.kids, c.node)
	}
}

func (g grid) headCell(from, to int, head string) cell {
	c := g.cell(from, to, plain(head), paper.Bold, paper.Centre)
	c.node.role, c.node.scope = "TH", "Column"
	return c
}

func (g grid) cell(from, to int, content []paper.Span, style paper.Style, align paper.Align) cell {
	pad := g.p.Table.PaddingX
	if align == paper.Natural {
		align = paper.Left
	}
	lines := g.lines(content, setting{
		size: g.size, pitch: g.pitch, style: style, align: align,
		x: g.edges[from] + pad, width: g.edges[to] - g.edges[from] - 2*pad})
	node := &element{role: "TD"}
	return cell{from: from, to: to, lines: tagged(node, lines...), node: node}
}

// needed is the height of a row of cells; 0 without cells.
func (g grid) needed(cells []cell) Length {
	if len(cells) == 0 {
		return 0
	}
	lines := 1
	for _, c := range cells {
		lines = max(lines, len(c.lines))
	}
	return Length(lines)*g.pitch + 2*g.p.Table.PaddingY
}

// drawn sets cells with their frames in a row of the given height, their text
// in the middle of it.
func (g grid) drawn(cells []cell, y, height Length) []item {
	var b box
	for _, c := range cells {
		left := g.edges[c.from]
		b.items = append(b.items, frame{
			x: left, y: y, width: g.edges[c.to] - left, height: height, thick: g.p.Table.RuleWidth})
		top := y + (height-Length(len(c.lines))*g.pitch)/2
		for i, l := range c.lines {
			b.place(0, top+Length(i)*g.pitch, l.items...)
		}
	}
	return b.items
}

// rows sets the rows; none is split unless it is taller than a page. The name
// of a group stays with the row below it, a total with the row above it.
func (g grid) rows(head []box) []box {
	var boxes []box
	for _, row := range g.table.Rows {
		if row.Kind == paper.TotalRow {
			keepLast(boxes, 1)
		}
		cells := g.cells(row)
		g.nest(cells)
		for _, cells := range g.pageable(cells, stack(head).height) {
			height := g.needed(cells)
			boxes = append(boxes, box{
				height: height, items: g.drawn(cells, 0, height), head: head,
				keep: row.Kind == paper.Section})
		}
	}
	if len(g.table.Notes) > 0 {
		keepLast(boxes, 1)
	}
	return boxes
}

func rowStyle(k paper.RowKind) paper.Style {
	if k == paper.Plain {
		return 0
	}
	return paper.Bold
}

// cells sets the content of one row. A section is its label and one cell over
// the other columns.
func (g grid) cells(row paper.Row) []cell {
	style := rowStyle(row.Kind)
	var cells []cell
	for i, content := range row.Cells {
		to := i + 1
		if row.Kind == paper.Section && i == 1 {
			to = len(g.table.Columns)
		}
		align := g.table.Columns[i].Align
		if row.Kind == paper.Section && i > 0 {
			align = paper.Left
		}
		cells = append(cells, g.cell(i, to, content, style, align))
		if to == len(g.table.Columns) {
			break
		}
	}
	return cells
}

// pageable cuts a row that is taller than a page into parts that are not.
func (g grid) pageable(cells []cell, head Length) [][]cell {
	room := g.height - head - 2*g.p.Table.PaddingY
	limit := max(1, int(room/g.pitch))
	var parts [][]cell
	for {
		part := make([]cell, len(cells))
		rest := false
		for i, c := range cells {
			n := min(limit, len(c.lines))
			part[i] = cell{from: c.from, to: c.to, lines: c.lines[:n]}
			cells[i].lines = c.lines[n:]
			rest = rest || n < len(c.lines)
		}
		parts = append(parts, part)
		if !rest {
			return parts
		}
	}
}
