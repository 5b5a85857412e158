package grid

import (
	"slices"
	"strings"

	"ccbreport/reports/intake"
)

// A Fate says what became of a cell; a cell has "" until somebody knows. Nothing that a person wrote as a number
// goes without one in the end.
type Fate string

const (
	Figure  Fate = "figure"  // an entry of a return
	Total   Fate = "total"   // a total: compared, never added
	Part    Fate = "part"    // a part of a value beside it
	Plan    Fate = "plan"    // a target
	Compare Fate = "compare" // actual against plan, this year against last
	Ordinal Fate = "ordinal" // only numbers the rows
	Note    Fate = "note"    // in a column of notes
	Label   Fate = "label"   // part of a head, of a title, of the name of a row
	Log     Fate = "log"     // part of an event that feeds no indicator
	Words   Fate = "words"   // part of an award, a paragraph, a caption
	People  Fate = "people"  // about a person of a list
	Named   Fate = "named"   // under a finding
	Hidden  Fate = "hidden"  // on a hidden sheet, which a finding names
	Extra   Fate = "extra"   // understood by nobody: a finding names it
)

// A Tally counts the number cells of one sheet that came to one end. The counts of
// a sheet add up to all of its number cells.
type Tally struct {
	Sheet string
	Is    string // a Fate
	Count int
}

// Mark notes what became of a cell; the first word counts.
func (c *Cell) Mark(f Fate) {
	if c.Fate == "" {
		c.Fate = f
	}
}

// MarkRows marks what rows from first to end hold.
func (s *Sheet) MarkRows(first, end int, f Fate) {
	for _, row := range s.Rows[first:end] {
		for _, c := range row.Cells {
			c.Mark(f)
		}
	}
}

// MarkAll marks some cells.
func MarkAll(cells []*Cell, f Fate) {
	for _, c := range cells {
		c.Mark(f)
	}
}

// Tallies counts the number cells of the sheet, in order of the fates' names.
func (s *Sheet) Tallies() []Tally {
	count := map[Fate]int{}
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.IsNumber() {
				count[c.Fate]++
			}
		}
	}
	var all []Tally
	for is, n := range count {
		all = append(all, Tally{s.Name, string(is), n})
	}
	slices.SortFunc(all, func(a, b Tally) int { return strings.Compare(a.Is, b.Is) })
	return all
}

// Numbers counts the number cells of a sheet that is not read.
func Numbers(s intake.Sheet) int {
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
