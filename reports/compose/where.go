package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// Where is what the block "sources cells" is given: where cells stand, in short.
// A value that is absent takes its clause along.
type Where struct {
	Spots  []Spot // the largest ones
	Others string // how many cells stand elsewhere
}

// A Spot is a run of cells in one sheet, or in the same place of the workbooks
// of several branches.
type Spot struct {
	Branches      string // how many; absent for one workbook, whose name then is File
	File          string
	Sheet         string
	Columns, Rows string // "D-G", "27"; absent if the cells are listed
	Cells         string // "D14, D18, D20"
}

const (
	mostSpots = 2 // of more the largest alone is told: the others are for so-lieu.xlsx
	mostCells = 3
)

// A spot is a Spot on the way: the cells of one sheet, and the units that have
// them in the same place.
type spot struct {
	sheet, addrs  string // what makes spots one
	file          string // "" if there are several
	columns, rows [2]int // first and last; nought if the cells are no rectangle
	cells         []string
	units         []reports.UnitID
	count         int // cells in all
}

// spots gathers the cells of contributions, the largest runs first. Branches
// that have theirs in the same place of workbooks of their own make one.
func spots(from []reports.Contribution) []spot {
	type sheet struct{ file, name string }
	var order []sheet
	cells, units := map[sheet][]string{}, map[sheet][]reports.UnitID{}
	seen := map[reports.Cell]bool{} // a log may have as many lines as a sheet has rows
	for _, c := range from {
		k := sheet{c.At.File, c.At.Sheet}
		if cells[k] == nil {
			order = append(order, k)
		}
		if !seen[c.At] {
			seen[c.At] = true
			cells[k] = append(cells[k], c.At.Addr)
		}
		if !slices.Contains(units[k], c.Unit) {
			units[k] = append(units[k], c.Unit)
		}
	}
	var all []spot
	for _, k := range order {
		all = merge(all, newSpot(k.file, k.name, cells[k], units[k]))
	}
	slices.SortStableFunc(all, func(a, b spot) int { return cmp.Compare(b.count, a.count) })
	return all
}

// together gathers cells that belong to no branch.
func together(cells []reports.Cell) []spot {
	var from []reports.Contribution
	for _, c := range cells {
		from = append(from, reports.Contribution{Unit: reports.Ward, Entry: reports.Entry{At: c}})
	}
	return spots(from)
}

// merge adds a spot, to one in the same place of another branch's workbook if
// there is one.
func merge(all []spot, s spot) []spot {
	own := func(s spot) bool { return len(s.units) == 1 && s.units[0] != reports.Ward }
	i := slices.IndexFunc(all, func(o spot) bool {
		return o.sheet == s.sheet && o.addrs == s.addrs && own(s) && (o.file == "" || own(o))
	})
	if i < 0 {
		return append(all, s)
	}
	o := &all[i]
	o.file, o.count = "", o.count+s.count
	if !slices.Contains(o.units, s.units[0]) {
		o.units = append(o.units, s.units[0])
	}
	return all
}

func newSpot(file, sheet string, cells []string, units []reports.UnitID) spot {
	slices.SortFunc(cells, func(a, b string) int { return reports.Cell{Addr: a}.Compare(reports.Cell{Addr: b}) })
	s := spot{sheet: sheet, file: file, addrs: strings.Join(cells, " "), cells: cells, units: units, count: len(cells)}
	s.columns, s.rows = rectangle(cells)
	return s
}

// rectangle returns the columns and rows of cells that fill a rectangle; nought
// for one cell, and for any other shape.
func rectangle(cells []string) (columns, rows [2]int) {
	for i, addr := range cells {
		col, row := place(addr)
		if col == 0 || row == 0 {
			return [2]int{}, [2]int{}
		}
		if i == 0 {
			columns, rows = [2]int{col, col}, [2]int{row, row}
		}
		columns = [2]int{min(columns[0], col), max(columns[1], col)}
		rows = [2]int{min(rows[0], row), max(rows[1], row)}
	}
	if n := (columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1); n != len(cells) || n == 1 {
		return [2]int{}, [2]int{}
	}
	return columns, rows
}

// place returns column and row of "AB12", counted from 1; nought if it is none.
func place(addr string) (col, row int) {
	digits := strings.TrimLeft(addr, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	for _, r := range strings.TrimSuffix(addr, digits) {
		col = col*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(digits)
	if err != nil {
		return 0, 0
	}
	return col, row
}

// where puts the largest spots into words and counts the rest. The workbook that
// goes without saying is not named.
func (c *composer) where(all []spot, known string) Where {
	w := Where{}
	rest := 0
	for i, s := range all {
		if i > 0 && len(all) > mostSpots {
			rest += s.count
			continue
		}
		told, hidden := c.told(s, known)
		w.Spots = append(w.Spots, told)
		rest += hidden
	}
	w.Others = c.any(rest)
	return w
}

// told puts one spot into words; hidden is how many cells of it are not named.
func (c *composer) told(s spot, known string) (told Spot, hidden int) {
	told = Spot{Branches: c.absent(), File: c.absent(), Sheet: c.fact(s.sheet), Columns: c.absent(), Rows: c.absent(), Cells: c.absent()}
	switch {
	case s.file == "":
		told.Branches = c.any(len(s.units))
	case s.file != known:
		told.File = c.fact(s.file)
	}
	if s.columns[0] > 0 {
		told.Columns, told.Rows = c.fact(span(s.columns, letters)), c.fact(span(s.rows, strconv.Itoa))
		return told, 0
	}
	shown := s.cells[:min(mostCells, len(s.cells))]
	told.Cells = c.fact(strings.Join(shown, ", "))
	return told, s.count / len(s.cells) * (len(s.cells) - len(shown))
}

// span is "D" or "D-G".
func span(ends [2]int, name func(int) string) string {
	if ends[0] == ends[1] {
		return name(ends[0])
	}
	return fmt.Sprintf("%s-%s", name(ends[0]), name(ends[1]))
}

// letters is the name of a column.
func letters(col int) string {
	if col == 0 {
		return ""
	}
	return letters((col-1)/26) + string(rune('A'+(col-1)%26))
}

// fact enters words that bear their clause, absent if there are none.
func (c *composer) fact(s string) string {
	if s = plain(viet.Clean(s)); s == "" {
		return c.absent()
	}
	return c.put(token{kind: fact, text: s})
}
