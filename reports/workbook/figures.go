package workbook

import (
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// Figures is what so-lieu.xlsx holds: everything behind the printed report.
type Figures struct {
	Catalogue *catalogue.Catalogue
	Totals    *aggregate.Totals
	Branches  []reports.Unit // in the order of the table
	Ward      string
	Findings  []Fault // notes too, in order of position
	Standings []Standing
	Due       reports.Day
	Words     *Words

	// Stored says where each file of the inbox stands, from the folder of the
	// workbook, with slashes; a file that it does not name gets no link.
	Stored map[string]string
}

// MakeFigures writes so-lieu.xlsx: the figures by period, by branch, their
// sources with what was left out, the findings, the state of what was received.
// Numbers are numbers; ratios stand in percent beside their parts.
func MakeFigures(in Figures) ([]byte, error) {
	w := in.Words.Figures
	p := newPen(w.Sheet)
	in.byPeriod(p)
	p.turn(w.Units)
	in.byBranch(p)
	p.turn(w.Sources)
	in.sources(p)
	p.turn(w.Found)
	in.findings(p)
	p.turn(in.Words.Standing.Sheet)
	standing(p, in.Standings, in.Totals.Span, in.Due, in.Words.Standing)
	p.book.SetActiveSheet(0)
	return p.bytes()
}

// listLook is of long lists: one line a row.
var listLook = look{size: 12, border: true, align: "left"}

// listed are the indicators that have a figure, in the order of the catalogue.
func (in Figures) listed() []catalogue.Indicator {
	var all []catalogue.Indicator
	for _, ind := range in.Catalogue.Indicators() {
		if _, ok := in.Totals.Figures[ind.Code]; ok {
			all = append(all, ind)
		}
	}
	return all
}

// byPeriod writes a row for every figure: the whole span, then its periods.
func (in Figures) byPeriod(p *pen) {
	heads := slices.Clone(in.Words.Figures.Heads)
	for _, period := range in.Totals.Periods {
		heads = append(heads, viet.Date(period.From)+" - "+viet.Date(period.Last()))
	}
	tableHeads(p, 1, heads, 22, 56, 13, 18, 14, 14, 12)
	row := 1
	for _, ind := range in.listed() {
		row++
		figure := in.Totals.Figures[ind.Code]
		p.text(1, row, ind.Code, listLook)
		p.text(2, row, ind.Name, listLook)
		p.text(3, row, ind.Unit, listLook)
		in.number(p, 4, row, ind, figure.Value)
		if ind.Percent() {
			p.whole64(5, row, figure.Value.Num)
			p.whole64(6, row, figure.Value.Den)
		}
		p.whole(7, row, len(figure.Cells()), numberLook)
		for i, period := range in.Totals.Periods {
			if f, ok := in.Totals.By[period][ind.Code]; ok {
				in.number(p, 8+i, row, ind, f.Value)
			}
		}
	}
	p.filter(1, len(heads), row)
	p.page(true, 1, len(heads), row, "&P/&N")
}

func (in Figures) number(p *pen, col, row int, ind catalogue.Indicator, v reports.Value) {
	p.value(col, row, ind, v, numberLook)
}

func (p *pen) whole64(col, row int, n int64) {
	p.number(col, row, fmt.Sprint(n), numberLook)
}

// byBranch writes a row for every branch and the ward, a column for every
// indicator that one of them gave.
func (in Figures) byBranch(p *pen) {
	w := in.Words.Figures
	units := append(slices.Clone(in.Branches), reports.Unit{ID: reports.Ward, Name: in.Ward})
	var columns []catalogue.Indicator
	for _, ind := range in.listed() {
		if slices.ContainsFunc(units, func(u reports.Unit) bool { _, ok := in.Totals.Units[u.ID][ind.Code]; return ok }) {
			columns = append(columns, ind)
		}
	}
	heads := []string{w.Unit}
	for _, ind := range columns {
		heads = append(heads, ind.Name+" ("+ind.Unit+")")
	}
	tableHeads(p, 1, heads, 36)
	p.height(1, 110)
	for i, u := range units {
		p.text(1, 2+i, u.Name, listLook)
		for k, ind := range columns {
			if f, ok := in.Totals.Units[u.ID][ind.Code]; ok {
				in.number(p, 2+k, 2+i, ind, f.Value)
			}
		}
	}
	p.page(true, 1, len(heads), 1+len(units), "&P/&N")
}

// A source is a contribution with the reason for which it was left out, "" if
// it counts.
type source struct {
	reports.Contribution
	why string
}

// sources writes a row for every entry that a figure was made of, then for every
// one that was read and left out.
func (in Figures) sources(p *pen) {
	w := in.Words.Figures
	tableHeads(p, 1, w.Source, 22, 44, 30, 12, 12, 16, 12, 12, 26, 34, 16, 8, 10, 22)
	row := 1
	for _, ind := range in.listed() {
		for _, s := range in.entries(ind.Code) {
			row++
			in.source(p, row, ind, s)
		}
	}
	for _, l := range in.Totals.LeftOut {
		row++
		ind, _ := in.Catalogue.Indicator(l.Code)
		in.source(p, row, ind, source{l.Contribution, l.Why})
	}
	p.filter(1, len(w.Source), row)
	p.page(true, 1, len(w.Source), row, "&P/&N")
}

// entries are those that the figure over the whole span was made of, then those
// of its sub-periods alone: the members of an earlier year.
func (in Figures) entries(code string) []source {
	var all []source
	counted := map[reports.Contribution]bool{}
	for _, c := range in.Totals.Figures[code].From {
		counted[c] = true
		all = append(all, source{c, ""})
	}
	for _, period := range in.Totals.Periods {
		for _, c := range in.Totals.By[period][code].From {
			if !counted[c] {
				counted[c] = true
				all = append(all, source{c, in.Words.Figures.Part})
			}
		}
	}
	return all
}

func (in Figures) source(p *pen, row int, ind catalogue.Indicator, s source) {
	w := in.Words.Figures
	of, ok := in.Catalogue.Indicator(s.Code) // a ratio is made of its parts
	if !ok {
		of = ind
	}
	kind := w.Table
	if s.Source == reports.FromLog {
		kind = w.Log
	}
	text := s.Text
	if viet.Personal(text) {
		text = in.Words.Feedback.Hidden
	}
	from, to := "", ""
	if !s.Period.IsZero() {
		from, to = viet.Date(s.Period.From), viet.Date(s.Period.Last())
	}
	for i, words := range []string{of.Code, of.Name, in.name(s.Unit), from, to} {
		p.text(1+i, row, words, listLook)
	}
	for i, words := range []string{shorten(text, 200), s.At.File, s.At.Sheet, s.At.Addr, kind, s.why} {
		p.text(9+i, row, words, listLook)
	}
	in.link(p, 10, row, reports.Cell{File: s.At.File}, listLook)
	in.link(p, 12, row, s.At, listLook)
	in.number(p, 6, row, of, s.Value)
	if of.Percent() {
		p.whole64(7, row, s.Value.Num)
		p.whole64(8, row, s.Value.Den)
	}
}

func (in Figures) name(id reports.UnitID) string { return nameOf(id, in.Ward, in.Branches) }

// nameOf is the name of the ward or of a branch; of an unknown one its id.
func nameOf(id reports.UnitID, ward string, branches []reports.Unit) string {
	if id == reports.Ward {
		return ward
	}
	for _, u := range branches {
		if u.ID == id {
			return u.Name
		}
	}
	return string(id)
}

// findings writes a row for every finding; of several cells the first file and
// sheet, and all addresses on them.
func (in Figures) findings(p *pen) {
	w, fw := in.Words.Figures, in.Words.Feedback
	tableHeads(p, 1, w.Finding, 11, 22, 30, 34, 16, 18, 70, 60)
	severities := map[reports.Severity]string{reports.Blocking: fw.Blocking, reports.Warning: fw.Warning, reports.Note: w.Note}
	for i, f := range in.Findings {
		var first reports.Cell
		var addrs []string
		if len(f.At) > 0 {
			first = f.At[0]
		}
		for _, c := range f.At {
			if c.File == first.File && c.Sheet == first.Sheet && c.Addr != "" {
				addrs = append(addrs, c.Addr)
			}
		}
		for k, s := range []string{
			severities[f.Severity], f.Code, in.name(f.Unit), first.File, first.Sheet, shorten(strings.Join(addrs, " "), 200), f.Message, f.Hint,
		} {
			p.text(1+k, 2+i, s, tableLook)
		}
		in.link(p, 4, 2+i, reports.Cell{File: first.File}, tableLook)
		if len(addrs) > 0 {
			in.link(p, 6, 2+i, reports.Cell{File: first.File, Sheet: first.Sheet, Addr: addrs[0]}, tableLook)
		}
		p.height(2+i, rowHeight(f))
	}
	p.filter(1, len(w.Finding), 1+len(in.Findings))
	p.page(true, 1, len(w.Finding), 1+len(in.Findings), "&P/&N")
}

// tableHeads writes the heads of a list; columns beyond the widths are 16 wide.
func tableHeads(p *pen, row int, heads []string, widths ...float64) {
	for i, h := range heads {
		width := 16.0
		if i < len(widths) {
			width = widths[i]
		}
		p.width(1+i, width)
		p.text(1+i, row, h, headLook)
	}
	p.height(row, 34)
}

// filter lets people choose among the rows below the heads.
func (p *pen) filter(head, lastCol, lastRow int) {
	p.try(p.book.AutoFilter(p.sheet, cellRange(1, head, lastCol, max(lastRow, head+1)), nil))
}
