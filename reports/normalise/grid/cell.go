package grid

import (
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A Cell is a cell as it came in, with what the eye sees of it in clean Unicode.
type Cell struct {
	intake.Cell
	Row   int    // its number, from 1
	Clean string // the text, decoded and as [viet.Clean] leaves it; of a number what is stored
	Key   string // the [viet.Key] of Clean, for comparing; "" for prose
	Data  bool   // Clean is no label: meant as a quantity or a day, also if it cannot be read
	Apart string // raised or struck out, and no part of Clean
	Fate  Fate   // what became of it so far

	dated bool   // Clean is a day
	book  *book  // in which it stands
	sense *sense // of Clean, nil until somebody asks
}

// A book is what the cells of one workbook share.
type book struct {
	units    *viet.Units // that anything may be counted in
	date1904 bool        // its days are counted from 1904
}

// Units are those that anything in the workbook may be counted in.
func (c *Cell) Units() *viet.Units { return c.book.units }

// cell reads what a cell with this text is by itself.
func (b *book) cell(c intake.Cell, row int, text string) *Cell {
	made := &Cell{Cell: c, Row: row, Clean: text, book: b}
	if len(text) <= LongestLabel {
		made.Key = viet.Key(text)
	}
	if c.Kind != intake.Number && strings.ContainsFunc(text, unicode.IsDigit) {
		made.dated = isDate(text)
		made.Data = made.dated || mayCount(text) && made.asked().figure
	}
	return made
}

// IsFigure reports whether a cell is meant as a figure: a number, or a text that
// reads like one and is no date.
func (c *Cell) IsFigure() bool { return c.IsNumber() || c.Data && !c.dated }

// IsNumber reports whether the cell stores a number.
func (c *Cell) IsNumber() bool { return c.Kind == intake.Number }

// Year returns the calendar year that a number cell names in a head.
func (c *Cell) Year() (int, bool) {
	n, err := strconv.Atoi(c.Text)
	return n, c.IsNumber() && err == nil && !c.Date && 2000 <= n && n <= 2100
}

// LongestLabel, in bytes, is more than any head, name or line of a title has: what
// is longer is prose, and is not looked through for them.
const LongestLabel = 600

// A sense is what the grammar of numbers and units makes of the text of a cell.
type sense struct {
	figure bool   // it is meant as one, also if it cannot be read for sure
	unit   string // of the first figure; "%" of a fraction
	bare   bool   // it is a unit and nothing else
}

// asked asks the grammar about the text of a cell, once: the same cell is looked at as
// a value, as a label and as what stands beside one.
func (c *Cell) asked() *sense {
	if c.sense == nil {
		qs, err := c.book.units.Quantities(c.Clean, "")
		c.sense = &sense{figure: meant(err), bare: c.book.units.Is(c.Clean)}
		switch {
		case err != nil || len(qs) == 0:
		case qs[0].Fraction:
			c.sense.unit = "%"
		default:
			c.sense.unit = qs[0].Unit
		}
	}
	return c.sense
}

// IsUnit reports whether a cell is a unit and nothing else.
func (c *Cell) IsUnit() bool { return c.asked().bare }

// IsNought reports whether a cell says in words or signs that there was none.
func (c *Cell) IsNought() bool { return c.book.units.IsNought(c.Clean) }

// UnitWord reads a cell that is a unit, with the scale of money that it gives.
func (c *Cell) UnitWord() (unit string, scale int64, ok bool) {
	return c.book.units.UnitWord(c.Clean)
}

// StandingUnit reads a cell that is a unit by itself.
func (c *Cell) StandingUnit() (unit string, scale int64, ok bool) {
	return standingUnit(c.book.units, c.Clean)
}

// StandsAsUnit reports whether a cell is a unit by itself.
func (c *Cell) StandsAsUnit() bool {
	_, _, ok := c.StandingUnit()
	return ok
}

// Unit is the unit that stands in a cell itself: the first, if it has several.
func (c *Cell) Unit() string {
	if c.IsNumber() && c.Percent {
		return "%"
	}
	if c.Kind != intake.Text {
		return ""
	}
	return c.asked().unit
}

// An Amount is the number in a cell, for holding sums against each other only.
type Amount struct {
	N  int64 // in ten-thousandths of whatever the cell counts in
	OK bool  // the cell holds one number
}

// Amount is the number that a cell holds, as well as can be told at a glance: 0 where
// it says that there was none.
func (c *Cell) Amount() Amount {
	var v reports.Value
	switch {
	case c.IsNumber() && !c.Date && !c.NoCache:
		v, _ = viet.FromRaw(c.Text)
	case c.Kind != intake.Text:
	case c.IsNought():
		v = reports.Int(0)
	default:
		if qs, err := c.book.units.Quantities(c.Clean, "người"); err == nil && len(qs) == 1 {
			v = qs[0].Value
		}
	}
	n, ok := v.Rounded(10_000)
	return Amount{n, ok}
}

// Said is a cell of which only a part of the text is the value: the answer behind a
// question, the quantity of a clause.
func (c *Cell) Said(text string) *Cell {
	raw := c.Cell
	raw.Kind, raw.Text = intake.Text, text
	part := c.book.cell(raw, c.Row, text)
	part.Apart, part.Fate = c.Apart, c.Fate
	return part
}

// In is what a cell says, said in the place of another.
func (c *Cell) In(place *Cell) *Cell {
	said := *c
	said.Col, said.Row, said.Fate = place.Col, place.Row, ""
	return &said
}
