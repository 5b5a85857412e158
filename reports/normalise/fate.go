package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
)

// A fate says what became of a cell: nothing that a person wrote as a number
// goes without one.
type fate string

const (
	fateFigure  fate = "figure"  // an entry of a return
	fateTotal   fate = "total"   // a total: compared, never added
	fatePart    fate = "part"    // a part of a value beside it
	fatePlan    fate = "plan"    // a target
	fateCompare fate = "compare" // actual against plan, this year against last
	fateOrdinal fate = "ordinal" // only numbers the rows
	fateNote    fate = "note"    // in a column of notes
	fateLabel   fate = "label"   // part of a head, of a title, of the name of a row
	fateLog     fate = "log"     // part of an event that feeds no indicator
	fateWords   fate = "words"   // part of an award, a paragraph, a caption
	fatePeople  fate = "people"  // about a person of a list
	fateNamed   fate = "named"   // under a finding
	fateHidden  fate = "hidden"  // on a hidden sheet, which a finding names
	fateExtra   fate = "extra"   // understood by nobody: a finding names it
)

// A Fate counts the number cells of one sheet that came to one end. The counts of
// a sheet add up to all of its number cells.
type Fate struct {
	Sheet string
	Is    string // "figure", "total", "plan", "ordinal", …
	Count int
}

// roleFates are the columns of a table whose cells are no figures.
var roleFates = map[role]fate{
	roleTotal: fateTotal, rolePlan: fatePlan, roleCompare: fateCompare, roleBefore: fateCompare, roleOrdinal: fateOrdinal, roleNote: fateNote,
	roleStamp: fateLabel, rolePeople: fatePeople,
	roleMeasure: fateLabel, roleBranch: fateLabel, rolePeriod: fateLabel, roleName: fateLabel,
	rolePart: fatePart, roleFix: fateNote, roleSection: fateOrdinal, roleUnread: fateNamed, roleGroup: fateLabel,
}

// mark notes what became of a cell; the first word counts.
func (c *cell) mark(f fate) {
	if c.fate == "" {
		c.fate = f
	}
}

// markRows marks what rows from first to end hold.
func (g *grid) markRows(first, end int, f fate) {
	for _, row := range g.rows[first:end] {
		for _, c := range row.cells {
			c.mark(f)
		}
	}
}

// markColumns marks the columns of a table that hold no figures. A column that is
// headed as one of ordinals must look like it; what is open to be a total is left
// until that is settled.
func (f *figures) markColumns() {
	f.grid.markRows(f.head, f.first, fateLabel)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		is, ok := roleFates[c.role]
		if !ok || f.open && slices.Contains(f.candidates, n) || c.role == roleOrdinal && !f.counts(c.col) {
			continue
		}
		f.markColumn(c.col, is)
	}
}

// markColumn marks the cells below the heads of a column.
func (f *figures) markColumn(col int, is fate) {
	for i := f.first; i < f.end; i++ {
		if v := f.grid.rows[i].cell(col); v != nil {
			v.mark(is)
		}
	}
}

// counts reports whether the numbers of a column only count the rows: none is
// larger than there are rows, give or take a few that were taken out.
func (f *figures) counts(col int) bool {
	for i := f.first; i < f.end; i++ {
		v := f.grid.rows[i].cell(col)
		if v != nil && v.number() && (len(v.Text) > 4 || !smallNumber(v.Text, 2*(f.end-f.first)+20)) {
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
func (r *reader) account(sheets []*grid) []Fate {
	named := map[reports.Cell]bool{}
	for _, f := range r.out.Findings[r.before:] {
		for _, c := range f.At {
			named[c] = true
		}
	}
	var fates []Fate
	for _, g := range sheets {
		if named[reports.Cell{File: g.file, Sheet: g.name}] && g.read == 0 || r.reject != "" {
			g.markRows(0, len(g.rows), fateNamed)
		}
		r.nameExtra(g, named)
		fates = append(fates, g.fates()...)
	}
	for _, s := range r.book.Sheets {
		if n := numbers(s); s.Hidden && n > 0 {
			fates = append(fates, Fate{s.Name, string(fateHidden), n})
		}
	}
	return fates
}

func numbers(s intake.Sheet) int {
	n := 0
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.Kind == intake.Number {
				n++
			}
		}
	}
	return n
}

// nameExtra names the numbers of a sheet that have no fate yet.
func (r *reader) nameExtra(g *grid, named map[reports.Cell]bool) {
	var at []reports.Cell
	var texts []string
	for _, row := range g.rows {
		for _, c := range row.cells {
			if named[g.at(c)] {
				c.mark(fateNamed)
			}
			if c.fate == "" && (c.number() || c.Kind == intake.Text && c.quantity()) {
				c.mark(fateExtra)
				at, texts = append(at, g.at(c)), append(texts, c.text)
			}
		}
	}
	if len(at) > 0 {
		r.find("value.extra", g.unit, reports.Args{"text": strings.Join(texts, "; ")}, at...)
	}
}

// fates counts the number cells of the sheet, in order of the fates' names.
func (g *grid) fates() []Fate {
	count := map[fate]int{}
	for _, row := range g.rows {
		for _, c := range row.cells {
			if c.number() {
				count[c.fate]++
			}
		}
	}
	var fates []Fate
	for is, n := range count {
		fates = append(fates, Fate{g.name, string(is), n})
	}
	slices.SortFunc(fates, func(a, b Fate) int { return strings.Compare(a.Is, b.Is) })
	return fates
}
