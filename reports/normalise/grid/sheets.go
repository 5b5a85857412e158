package grid

import (
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// A Teller is told what a person should hear about a workbook as a whole: the code of
// a finding, what it says, and where.
type Teller func(code string, args reports.Args, at reports.Cell)

// Sheets decodes the sheets of a workbook, in which u is what anything may be counted
// in. Hidden sheets are told and passed over, hidden rows and columns are told and read.
func Sheets(u *viet.Units, b *intake.Book, tell Teller) []*Sheet {
	shared := &book{u, b.Date1904}
	var all []*Sheet
	for _, s := range b.Sheets {
		at := reports.Cell{File: b.Name, Sheet: s.Name}
		if s.Hidden {
			tell("sheet.hidden", nil, at)
			continue
		}
		all = append(all, shared.sheet(s, at, tell))
		tellHidden(s, at, tell)
	}
	return all
}

// tellHidden tells of the rows and the columns of a sheet that are hidden.
func tellHidden(s intake.Sheet, at reports.Cell, tell Teller) {
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
		tell("rows.hidden", reports.Args{"count": strconv.Itoa(len(rows)), "rows": strings.Join(rows, ", ")}, at)
	}
	if len(cols) > 0 {
		tell("cols.hidden", reports.Args{"count": strconv.Itoa(len(cols)), "cols": strings.Join(cols, ", ")}, at)
	}
}

// sheet decodes one sheet: by the font of each cell or run where it tells, else
// by the evidence of all cells that no font speaks for.
func (b *book) sheet(s intake.Sheet, at reports.Cell, tell Teller) *Sheet {
	out := &Sheet{Name: s.Name, File: at.File, Merges: s.Merges, hiddenCols: s.HiddenCols, Covered: map[string]string{}, Boxes: b.boxes(s)}
	d := decoder{}
	d.weigh(s)
	for _, row := range s.Rows {
		r := Row{Num: row.Num}
		for _, c := range row.Cells {
			if c.Look != nil && c.Look.Covered && c.Kind == intake.Text && !IsValue(b.units, c.Text) {
				out.Covered[intake.Addr(c.Col, row.Num)] = viet.Clean(c.Text)
				continue // nobody sees it; a number under a merge is asked about
			}
			text, apart := seen(&c)
			made := b.cell(c, row.Num, viet.Clean(d.decode(text)))
			made.Apart = apart
			r.Cells = append(r.Cells, made)
		}
		out.Rows = append(out.Rows, r)
	}
	d.report(tell, at)
	return out
}

// boxes returns the lines of the text boxes of a sheet, each like a cell where its box
// lies.
func (b *book) boxes(s intake.Sheet) []*Cell {
	var cells []*Cell
	for _, box := range s.Boxes {
		for _, line := range strings.FieldsFunc(box.Text, func(r rune) bool { return r == '\n' || r == '\r' }) {
			if text := viet.Clean(line); text != "" {
				cells = append(cells, b.cell(intake.Cell{Col: box.Col, Text: line}, box.Row, text))
			}
		}
	}
	return cells
}
