package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// A blank is a row, or a pair of a form, in which cells wait for values and hold
// none. In a form that all branches fill in, most rows are blank and nobody asks;
// where the same unit gives the indicator elsewhere, for another period, it is
// missing here, and so is a cell of a row that is filled otherwise.
type blank struct {
	unit   reports.UnitID
	gaps   []gap
	period string // in the words of the row
	row    bool   // the row says its own unit or period
	partly bool   // the row is filled otherwise
}

// A gap is one empty cell.
type gap struct {
	at     reports.Cell
	ind    catalogue.Indicator
	head   string         // of its column, if that names the period
	period reports.Period // zero if neither row nor column name one
}

// gap notes the empty cell of a row in a column.
func (f *figures) gap(i int, c *column, ind catalogue.Indicator, row viet.PeriodText) gap {
	period := c.period.Period
	if period.IsZero() {
		period = row.Period
	}
	return gap{at: f.address(i, c.col), ind: ind, period: period}
}

// aloneAmong is how many filled rows to a blank one make a sheet nearly full.
const aloneAmong = 4

// given is what some unit gives.
type given struct {
	unit reports.UnitID
	code string
}

// headsSection reports whether a blank row is the heading of a section of the catalogue,
// which may be called as an indicator is: it has no unit, and the row below, which has
// one, is of that section.
func (r *reader) headsSection(f *figures, rec *record) bool {
	next := rec.row + 1
	if next >= f.end || f.unitCell(rec.row) != nil || f.unitCell(next) == nil {
		return false
	}
	labels := f.rowLabels(next)
	if len(labels) == 0 {
		return false
	}
	below, ok := r.Catalogue.Indicator(r.rowMatch(f, labels, f.measure(next)).Code)
	return ok && below.Section == r.Catalogue.SectionNamed(rec.last())
}

// nameBlanks names the blanks that ask for a value. It looks at all workbooks: a
// branch may send one for each period, and what a table leaves out may stand in a
// log. A name that stands on the same sheet with figures, too, is the head of a
// section here.
func nameBlanks(res *Result, blanks []blank) {
	blanks = unlogged(res, blanks)
	gives := map[given][]reports.Cell{} // the sheets that do
	filled, empty := map[reports.Cell]int{}, map[reports.Cell]int{}
	for _, r := range res.Returns {
		for _, e := range r.Entries {
			sheet := reports.Cell{File: e.At.File, Sheet: e.At.Sheet}
			if key := (given{r.Unit, e.Code}); e.Source == reports.FromTable && !slices.Contains(gives[key], sheet) {
				gives[key] = append(gives[key], sheet)
				filled[sheet]++
			}
		}
	}
	for _, b := range blanks {
		if !b.partly {
			empty[b.sheet()]++
		}
	}
	for _, b := range blanks {
		sheets, sheet := gives[given{b.unit, b.gaps[0].ind.Code}], b.sheet()
		here := slices.Contains(sheets, sheet)
		alone := filled[sheet] >= aloneAmong*empty[sheet] && !here
		if b.partly || len(sheets) > 0 && (b.row || !here) || alone {
			res.Findings.Add("value.blank", b.unit, b.words(), b.cells()...)
			for _, g := range b.gaps {
				e := reports.Entry{Code: g.ind.Code, At: g.at, Source: reports.FromTable}
				res.Blanks = append(res.Blanks, reports.Contribution{Unit: b.unit, Period: g.period, Entry: e})
			}
		}
	}
}

// unlogged returns the blanks without the gaps that a log of the same unit fills:
// what a table does not report comes from there. A log that has an indicator at
// all stands for the whole of a row that is empty; of a row with values it fills
// the periods in which it has events.
func unlogged(res *Result, blanks []blank) []blank {
	events := map[given][]reports.Period{}
	for _, r := range res.Returns {
		for _, e := range r.Entries {
			if key := (given{r.Unit, e.Code}); e.Source == reports.FromLog {
				events[key] = append(events[key], r.Period)
			}
		}
	}
	var left []blank
	for _, b := range blanks {
		whole := !b.partly && !b.row
		b.gaps = slices.DeleteFunc(b.gaps, func(g gap) bool {
			return slices.ContainsFunc(events[given{b.unit, g.ind.Code}], func(p reports.Period) bool {
				return whole || g.period.IsZero() || g.period.Contains(p)
			})
		})
		if len(b.gaps) > 0 {
			left = append(left, b)
		}
	}
	return left
}

func (b blank) sheet() reports.Cell {
	return reports.Cell{File: b.gaps[0].at.File, Sheet: b.gaps[0].at.Sheet}
}

func (b blank) cells() []reports.Cell {
	var at []reports.Cell
	for _, g := range b.gaps {
		at = append(at, g.at)
	}
	return at
}

// words are what a finding says of the blank.
func (b blank) words() reports.Args {
	var names, heads []string
	for _, g := range b.gaps {
		if !slices.Contains(names, g.ind.Name) {
			names = append(names, g.ind.Name)
		}
		if g.head != "" {
			heads = append(heads, g.head)
		}
	}
	period := b.period
	if period == "" {
		period = strings.Join(heads, ", ")
	}
	first := b.gaps[0].at
	return reports.Args{
		"file": first.File, "sheet": first.Sheet, "cell": first.Addr,
		"indicator": strings.Join(names, "; "), "period": period,
	}
}

// enoughNames is how many names of indicators make a form of sheets without a
// figure.
const enoughNames = 3

// asks reports whether sheets in which nothing is filled in name indicators, as
// a form does.
func (r *reader) asks(sheets []*grid.Sheet) bool {
	names := 0
	for _, g := range sheets {
		for _, row := range g.Rows {
			for _, c := range row.Cells {
				if r.namesFigure(c) {
					names++
				}
			}
		}
	}
	return names >= enoughNames
}
