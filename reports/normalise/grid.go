package normalise

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A cell is a raw cell with its text in clean Unicode.
type cell struct {
	intake.Cell
	row     int
	text    string // clean
	key     string // for comparing; "" for prose
	value   bool   // the text is meant as a quantity or a date
	date    bool   // it is a date
	apart   string // raised or struck out, and no part of text
	units   *viet.Units
	fate    fate   // what became of it
	meaning *sense // what the grammar makes of text, nil until it is asked
}

// newCell reads what a cell with this text is by itself.
func newCell(u *viet.Units, c intake.Cell, row int, text string) *cell {
	made := &cell{Cell: c, row: row, text: text, units: u}
	if len(text) <= longestLabel {
		made.key = viet.Key(text)
	}
	if c.Kind != intake.Number && strings.ContainsFunc(text, unicode.IsDigit) {
		made.date = isDate(text)
		made.value = made.date || mayCount(text) && made.sense().figure
	}
	return made
}

// quantity reports whether a cell is meant as a figure: a number, or a text that
// reads like one and is no date.
func (c *cell) quantity() bool { return c.number() || c.value && !c.date }

// number reports whether the cell stores a number.
func (c *cell) number() bool { return c.Kind == intake.Number }

// year returns the calendar year that a number cell names in a head.
func (c *cell) year() (int, bool) {
	n, err := strconv.Atoi(c.Text)
	return n, c.number() && err == nil && !c.Date && 2000 <= n && n <= 2100
}

// longestLabel, in bytes, is more than any head, name or line of a title has: what
// is longer is prose, and is not looked through for them.
const longestLabel = 600

// A grid is one sheet with its cells in rows.
type grid struct {
	name       string
	file       string
	rows       []gridRow
	merges     []intake.Range
	whole      *grid   // of which it is a part, else nil
	boxes      []*cell // texts that lie over the cells
	hiddenCols []intake.Span
	covered    map[string]string // texts under a merge, by address
	notices    *[]notice         // once they were looked for
	unit       reports.UnitID    // whom the sheet as a whole is about
	read       int               // tables of it that held something
	head       int               // of a whole sheet: the index of the first row of heads, len(rows) if none
}

type gridRow struct {
	num   int
	cells []*cell
}

// at returns the position of a cell.
func (g *grid) at(c *cell) reports.Cell {
	return reports.Cell{File: g.file, Sheet: g.name, Addr: intake.Addr(c.Col, c.row)}
}

// cell returns the cell at col in row i of the grid; of a merged range the one
// that holds its value. Nil if there is none.
func (g *grid) cell(i, col int) *cell {
	num := g.rows[i].num
	for _, m := range g.merges {
		if m.Holds(col, num) {
			return g.find(m.Row1, m.Col1)
		}
	}
	return g.rows[i].cell(col)
}

func (g *grid) find(num, col int) *cell {
	if i := g.index(num); i < len(g.rows) && g.rows[i].num == num {
		return g.rows[i].cell(col)
	}
	return nil
}

func (row gridRow) cell(col int) *cell {
	for _, c := range row.cells {
		if c.Col == col {
			return c
		}
	}
	return nil
}

// grids makes a grid of every sheet that is read: hidden sheets are named and
// passed over, hidden rows and columns are named and read.
func (r *reader) grids() []*grid {
	var grids []*grid
	for _, s := range r.book.Sheets {
		at := reports.Cell{File: r.book.Name, Sheet: s.Name}
		if s.Hidden {
			r.find("sheet.hidden", "", nil, at)
			continue
		}
		grids = append(grids, r.grid(s))
		r.hidden(s, at)
	}
	return grids
}

func (r *reader) hidden(s intake.Sheet, at reports.Cell) {
	var rows, cols []string
	used := map[int]bool{}
	for _, row := range s.Rows {
		if row.Hidden {
			rows = append(rows, strconv.Itoa(row.Num))
		}
		for _, c := range row.Cells {
			used[c.Col] = true
		}
	}
	for _, span := range s.HiddenCols {
		for col := span.First; col <= span.Last && col-span.First < 256; col++ {
			if used[col] {
				cols = append(cols, intake.ColName(col))
			}
		}
	}
	if len(rows) > 0 {
		r.find("rows.hidden", "", reports.Args{"count": strconv.Itoa(len(rows)), "rows": strings.Join(rows, ", ")}, at)
	}
	if len(cols) > 0 {
		r.find("cols.hidden", "", reports.Args{"count": strconv.Itoa(len(cols)), "cols": strings.Join(cols, ", ")}, at)
	}
}

// grid decodes one sheet: by the font of each cell or run where it tells, else
// by the evidence of all cells that no font speaks for.
func (r *reader) grid(s intake.Sheet) *grid {
	g := &grid{name: s.Name, file: r.book.Name, merges: s.Merges, hiddenCols: s.HiddenCols, covered: map[string]string{}, boxes: r.boxCells(s)}
	d := decoder{}
	d.weigh(s)
	for _, row := range s.Rows {
		out := gridRow{num: row.Num}
		for _, c := range row.Cells {
			if c.Look != nil && c.Look.Covered && c.Kind == intake.Text && !isValue(r.units(), c.Text) {
				g.covered[intake.Addr(c.Col, row.Num)] = viet.Clean(c.Text)
				continue // nobody sees it; a number under a merge is asked about
			}
			text, apart := seen(&c)
			made := newCell(r.units(), c, row.Num, viet.Clean(d.decode(text)))
			made.apart = apart
			out.cells = append(out.cells, made)
		}
		g.rows = append(g.rows, out)
	}
	d.report(r, reports.Cell{File: r.book.Name, Sheet: s.Name})
	return g
}

// A decoder turns the old encodings of one sheet into Unicode.
type decoder struct {
	guess         viet.Encoding // for cells whose font does not tell
	sure          bool
	count         map[viet.Encoding]int
	before, after map[viet.Encoding]string // one example of each
}

func (d *decoder) weigh(s intake.Sheet) {
	var texts []string
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.Kind == intake.Text && c.Runs == nil && viet.EncodingOfFont(c.Font) == viet.Unicode {
				texts = append(texts, c.Text)
			}
		}
	}
	d.guess, d.sure = viet.Detect(texts)
	d.count, d.before, d.after = map[viet.Encoding]int{}, map[viet.Encoding]string{}, map[viet.Encoding]string{}
}

func (d *decoder) decode(c intake.Cell) string {
	if c.Kind != intake.Text {
		return c.Text
	}
	if c.Runs == nil {
		return d.convert(c.Text, c.Font)
	}
	var b strings.Builder
	for _, run := range c.Runs {
		b.WriteString(d.convert(run.Text, cmp.Or(run.Font, c.Font)))
	}
	return b.String()
}

func (d *decoder) convert(s, font string) string {
	enc := viet.EncodingOfFont(font)
	if enc == viet.Unicode {
		enc = d.guess
	}
	out := viet.Decode(s, enc)
	if out == s || enc == viet.Unicode {
		return out
	}
	if viet.Clean(out) != viet.Clean(s) && !strings.EqualFold(out, s) {
		if enc == viet.TCVN3Caps {
			enc = viet.TCVN3
		}
		if d.count[enc]++; d.before[enc] == "" {
			d.before[enc], d.after[enc] = s, out
		}
	}
	return out
}

func (d *decoder) report(r *reader, at reports.Cell) {
	for _, e := range []struct {
		enc  viet.Encoding
		code string
	}{{viet.TCVN3, "encoding.tcvn3"}, {viet.VNI, "encoding.vni"}} {
		if n := d.count[e.enc]; n > 0 {
			code := e.code
			if e.enc == d.guess && !d.sure {
				code = "encoding.doubt"
			}
			r.find(code, "", reports.Args{"count": fmt.Sprint(n), "before": d.before[e.enc], "after": d.after[e.enc]}, at)
		}
	}
}
