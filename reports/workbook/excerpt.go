package workbook

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"

	"github.com/xuri/excelize/v2"
)

// An Excerpt is a few rows of a sheet around cells in question, with its heads.
type Excerpt struct {
	File, Sheet string
	Rows        []ExcerptRow
}

// An ExcerptRow is one of its rows.
type ExcerptRow struct {
	Num   int
	Cells []ExcerptCell // in the order of their columns
}

// An ExcerptCell is one of its cells.
type ExcerptCell struct {
	Col  int // from 1
	Text string
}

// What of a question is copied at most. What it hangs on in other files is named.
const (
	mostExcerpts    = 3
	mostExcerptRows = 6
	mostExcerptCols = 8
	mostPlaces      = 12
)

// excerptWidths are those of the numbers of rows and of the columns. The second
// column of a table mostly has the names.
var excerptWidths = [1 + mostExcerptCols]float64{8, 10, 34, 18, 18, 18, 18, 18, 18}

var (
	blockLook   = look{size: 13, bold: true, align: "left", top: true, wrap: true, format: textFormat}
	saidLook    = look{size: 12, align: "left", top: true, wrap: true, format: textFormat}
	addressLook = look{size: 11, ink: "404040", fill: "E7E6E6", border: true, align: "center", format: textFormat}
	copiedLook  = look{size: 12, border: true, align: "left", top: true, wrap: true, format: textFormat}
	pointedLook = look{size: 12, bold: true, fill: shouldFill, border: true, align: "left", top: true, wrap: true, format: textFormat}
)

// excerpts writes what the questions hang on, a block each, with a link from its
// question and one back.
func (p *queryPen) excerpts() {
	if len(p.Questions) == 0 {
		return
	}
	w := p.w.Excerpts
	p.turn(w.Sheet)
	p.text(1, 1, Ours, stampLook)
	p.text(1, 2, w.Title, titleLook)
	p.height(2, 26)
	for i, width := range excerptWidths {
		p.width(1+i, width)
	}
	row := 4
	for i, q := range p.Questions {
		p.jump(p.w.Sheet, at(7, p.rowOf(i)), w.Sheet, at(1, row))
		row = p.block(row, i, q) + 2
	}
	p.page(true, 0, 1+mostExcerptCols, row, p.Words.Form.Footer)
	p.try(p.book.ProtectSheet(p.sheet, protection()))
}

// jump makes a cell lead to another of the same workbook.
func (p *queryPen) jump(sheet, from, to, cell string) {
	p.try(p.book.SetCellHyperLink(sheet, from, quoted(to)+"!"+cell, "Location"))
}

// block writes what one question hangs on and returns its last row.
func (p *queryPen) block(row, i int, q reports.Question) int {
	w, n := p.w.Excerpts, itoa(i+1)
	p.wide(row, fill(w.Question, "n", n, "text", q.Text), blockLook)
	row++
	p.text(1, row, fill(w.Back, "n", n), goLook)
	p.jump(p.sheet, at(1, row), p.w.Sheet, at(4, p.rowOf(i)))
	var names []string
	for _, id := range q.Branches {
		names = append(names, p.Branch(id))
	}
	if len(names) > 0 {
		row++
		p.wide(row, fill(w.Branches, "branches", strings.Join(names, ", ")), saidLook)
	}
	pointed := pointedAt(q.At)
	var shown []Excerpt
	if p.Excerpt != nil {
		shown = p.Excerpt(q.At)
	}
	shown = shown[:min(len(shown), mostExcerpts)]
	for _, e := range shown {
		row = p.excerpt(row+1, e, pointed)
	}
	others := slices.DeleteFunc(slices.Clone(q.At), func(c reports.Cell) bool {
		return slices.ContainsFunc(shown, func(e Excerpt) bool { return e.has(c) })
	})
	if places := p.places(others); places != "" {
		row++
		p.wide(row, fill(w.Others, "places", places), saidLook)
	}
	return row
}

// wide writes a text across all columns.
func (p *queryPen) wide(row int, text string, l look) {
	room := 0.0
	for _, width := range excerptWidths {
		room += width
	}
	text, high := fitted(text, room, l.size)
	p.text(1, row, text, l)
	p.try(p.book.MergeCell(p.sheet, at(1, row), at(1+mostExcerptCols, row)))
	p.height(row, high)
}

// excerpt writes a small table with its addresses and returns its last row.
func (p *queryPen) excerpt(row int, e Excerpt, pointed map[reports.Cell]bool) int {
	w := p.w.Excerpts
	l := saidLook
	l.top = false
	p.wide(row, fill(w.At, "file", e.File, "sheet", e.Sheet), l)
	p.height(row, 34) // apart from the table above
	columns := e.columns()
	row++
	p.text(1, row, w.Row, addressLook)
	for i, col := range columns {
		p.text(2+i, row, column(col), addressLook)
	}
	for _, r := range e.Rows[:min(len(e.Rows), mostExcerptRows)] {
		row++
		p.text(1, row, itoa(r.Num), addressLook)
		high := 20.0
		for i, col := range columns {
			l, s := copiedLook, p.discreet(r.text(col))
			if pointed[reports.Cell{File: e.File, Sheet: e.Sheet, Addr: at(col, r.Num)}] {
				l = pointedLook
				if s == "" {
					s = w.Blank
				}
			}
			s, height := fitted(shorten(s, 200), excerptWidths[1+i], l.size)
			p.text(2+i, row, s, l)
			high = max(high, height)
		}
		p.height(row, high)
	}
	return row
}

// columns are those that a row of the excerpt has, as many as are shown.
func (e Excerpt) columns() []int {
	var all []int
	for _, r := range e.Rows {
		for _, c := range r.Cells {
			if !slices.Contains(all, c.Col) {
				all = append(all, c.Col)
			}
		}
	}
	slices.Sort(all)
	return all[:min(len(all), mostExcerptCols)]
}

func (r ExcerptRow) text(col int) string {
	for _, c := range r.Cells {
		if c.Col == col {
			return c.Text
		}
	}
	return ""
}

// has reports whether the excerpt shows a cell, or the beginning of a span.
func (e Excerpt) has(c reports.Cell) bool {
	first, _, _ := strings.Cut(c.Addr, ":")
	col, row, err := excelize.CellNameToCoordinates(first)
	if err != nil || c.File != e.File || c.Sheet != e.Sheet || !slices.Contains(e.columns(), col) {
		return false
	}
	return slices.ContainsFunc(e.Rows[:min(len(e.Rows), mostExcerptRows)], func(r ExcerptRow) bool { return r.Num == row })
}

// pointedAt are the cells in question, spans of them cell by cell.
func pointedAt(all []reports.Cell) map[reports.Cell]bool {
	set := map[reports.Cell]bool{}
	for _, c := range all {
		for _, addr := range addresses(c.Addr) {
			set[reports.Cell{File: c.File, Sheet: c.Sheet, Addr: addr}] = true
		}
	}
	return set
}

// places names cells, a file at a time.
func (p *queryPen) places(all []reports.Cell) string {
	w := p.w.Excerpts
	var parts []string
	spans := reports.Spans(all)
	for len(spans) > 0 {
		first := spans[0]
		var addrs []string
		n := 0
		for n < len(spans) && spans[n].File == first.File && spans[n].Sheet == first.Sheet {
			if spans[n].Addr != "" {
				addrs = append(addrs, spans[n].Addr)
			}
			n++
		}
		spans = spans[n:]
		if len(addrs) > mostCells {
			addrs = append(addrs[:mostCells], "…")
		}
		if len(addrs) == 0 {
			parts = append(parts, first.File)
			continue
		}
		parts = append(parts, fill(w.Place, "file", first.File, "sheet", first.Sheet, "cells", strings.Join(addrs, ", ")))
	}
	if n := len(parts) - mostPlaces; n > 0 {
		parts = append(parts[:mostPlaces], fill(w.More, "count", itoa(n)))
	}
	return strings.Join(parts, "; ")
}

// discreet is a text that came from an inbox, without what may be personal data.
func (p *queryPen) discreet(s string) string {
	if viet.Personal(s) {
		return p.Words.Feedback.Hidden
	}
	return s
}
