package intake

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/intake/numfmt"
)

// setLook fills in how a cell looks where that says more than what it stores.
func (s *sheetReader) setLook(cell *Cell, f *format) {
	if f.font.raised || f.font.lowered {
		if cell.Runs == nil {
			cell.Runs = []Run{{Text: cell.Text, Font: cell.Font, Raised: f.font.raised, Lowered: f.font.lowered, Struck: f.font.struck}}
		}
	}
	cell.Look = f.look
	if cell.Runs != nil && struck(cell.Runs, f.font.struck) != f.font.struck {
		cell.look().Struck = !f.font.struck
	}
	switch cell.Kind {
	case Bool:
		cell.look().Shown = map[string]string{"1": "TRUE", "0": "FALSE"}[cell.Text]
	case Number:
		if shown, more := showNumber(cell, f.shows, s.date1904); more {
			look := cell.look()
			look.Shown, look.Hides, look.Scale, look.Words = shown.Text, shown.Hides, shown.Scale, shown.Words
		}
	case Text:
		if shown := f.shows.TextOf(cell.Text); shown.Hides || shown.Words != "" {
			look := cell.look()
			look.Hides, look.Words = shown.Hides, shown.Words
		}
	}
}

// look returns the cell's own look, to be changed.
func (c *Cell) look() *Look {
	own := Look{}
	if c.Look != nil {
		own = *c.Look // that of the style is shared
	}
	c.Look = &own
	return c.Look
}

// struck reports whether all that is seen of rich text is struck out; a run
// without a font of its own has the cell's.
func struck(runs []Run, cell bool) bool {
	return !slices.ContainsFunc(runs, func(r Run) bool {
		return strings.TrimSpace(r.Text) != "" && !r.Struck && !(cell && r.Font == "")
	})
}

// day shows a date that no format of the cell makes one.
var day = numfmt.New(numfmt.Builtin(14))

// showNumber returns what a number cell shows, and whether that is more, less or
// other than its digits. A date is always other.
func showNumber(cell *Cell, f *numfmt.Format, date1904 bool) (numfmt.Shown, bool) {
	if !cell.Date && f.Plain() && strings.Trim(cell.Text, "0123456789") == "" {
		return numfmt.Shown{}, false
	}
	x, err := strconv.ParseFloat(cell.Text, 64)
	if err != nil {
		return numfmt.Shown{}, false
	}
	shown := f.Number(x, date1904)
	if cell.Date && !shown.Date && !shown.Hides {
		shown = day.Number(x, date1904)
	}
	more := shown.Hides || shown.Date || shown.Scale != 0 || shown.Words != "" || !sameNumber(shown.Text, x)
	return shown, more
}

// sameNumber reports whether a text of digits, groups and a percent sign means x
// and nothing less.
func sameNumber(text string, x float64) bool {
	digits, exp := text, ""
	if cut, ok := strings.CutSuffix(text, "%"); ok {
		digits, exp = cut, "e-2"
	}
	plain := strings.NewReplacer(".", "", ",", ".").Replace(strings.TrimSpace(digits))
	y, err := strconv.ParseFloat(plain+exp, 64)
	return err == nil && y == x
}

// cover marks the values that lie under a merge and are not in its first cell:
// they are there and nobody sees them. Merges are painted on the columns as the
// rows go by, so that no row looks at all of them; of two that overlap, which no
// workbook should have, the later one counts.
func (s *Sheet) cover() {
	merges := slices.Clone(s.Merges)
	slices.SortStableFunc(merges, func(a, b Range) int { return a.Row1 - b.Row1 })
	columns := 0
	for _, row := range s.Rows {
		columns = max(columns, row.Cells[len(row.Cells)-1].Col)
	}
	over := make([]Range, columns+1)
	for _, row := range s.Rows {
		for len(merges) > 0 && merges[0].Row1 <= row.Num {
			m := merges[0]
			for col := m.Col1; col <= min(m.Col2, columns); col++ {
				over[col] = m
			}
			merges = merges[1:]
		}
		for i := range row.Cells {
			c := &row.Cells[i]
			if m := over[c.Col]; m.Holds(c.Col, row.Num) && (c.Col > m.Col1 || row.Num > m.Row1) {
				c.look().Covered = true
			}
		}
	}
}
