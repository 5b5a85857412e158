package workbook

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// A Form is the workbook that one unit fills in for one report.
type Form struct {
	Unit      reports.Unit // ID reports.Ward for the ward's; no name: for any branch
	Ward      string       // name of the ward's organisation
	Report    string       // name of the report, stamped
	Span      reports.Period
	YearStart [2]int
	Due       reports.Day // 0: none is set
	Before    Before
	Slots     []string // places of the template for the ward's words
	Samples   []Sample // standard wording for them
	Catalogue *catalogue.Catalogue
	Words     *Words
}

// The looks of a form. Letters are large: many are filled in on paper, and by
// people of seventy.
var (
	stampLook   = look{size: 12, italic: true, ink: "404040", align: "left"}
	titleLook   = look{size: 16, bold: true, align: "left"}
	lineLook    = look{size: 13, align: "left"}
	unitLook    = look{size: 14, bold: true, align: "left"}
	headLook    = look{size: 12, bold: true, fill: "D9E2F3", border: true, align: "center", wrap: true}
	groupLook   = look{size: 13, bold: true, fill: "F2F2F2", border: true, align: "left"}
	nameLook    = look{size: 13, border: true, align: "left", wrap: true}
	centreLook  = look{size: 13, border: true, align: "center", wrap: true}
	beforeLook  = look{size: 13, ink: "404040", fill: "E7E6E6", border: true, align: "right"}
	inputFill   = "FFF9DB"
	writingLook = look{size: 13, fill: inputFill, border: true, align: "left", top: true, wrap: true, input: true, format: textFormat}
)

// MakeForm writes the form of a branch or of the ward.
func MakeForm(f Form) ([]byte, error) {
	w := f.Words.Form
	p := newPen(w.Figures)
	trials := f.figures(p)
	how, stamp := w.How.Branch, w.Branch
	if f.ward() {
		how, stamp = w.How.Ward, w.Ward
		f.wordSheets(p)
	}
	if len(trials) > 0 {
		f.checkSheet(p, trials, columns(f.Span, f.YearStart))
		p.calculated()
	}
	guide(p, w.Guide, how, w.Footer)
	f.stamp(p, stamp)
	p.book.SetActiveSheet(0)
	return p.bytes()
}

func (f Form) ward() bool { return f.Unit.ID == reports.Ward }

// stamp puts into the properties which form this is, and whose.
func (f Form) stamp(p *pen, name string) {
	for _, prop := range [][2]string{
		{"form", name}, {"unit", string(f.Unit.ID)}, {"report", f.Report},
		{"from", f.Span.From.String()}, {"to", f.Span.Last().String()},
	} {
		p.try(p.book.SetCustomProps(property(prop[0], prop[1])))
	}
}

// opening writes the lines above a table and returns the next free row. None of
// them may be read as another unit or period than the form's.
func (f Form) opening(p *pen, about string) int {
	w := f.Words.Form
	stamp, unit := w.Branch, fill(w.Unit, "unit", f.Unit.Name)
	switch {
	case f.ward():
		stamp = w.Ward
	case f.Unit.Name == "":
		unit = w.Blank
	}
	p.text(1, 1, stamp, stampLook)
	p.text(1, 2, w.Title, titleLook)
	row := 3
	if !f.ward() {
		p.text(1, row, viet.Upper(f.Ward), lineLook)
		row++
	}
	l := unitLook
	l.input = f.Unit.Name == ""
	p.text(1, row, unit, l)
	p.text(1, row+1, fill(w.Period, "from", viet.Date(f.Span.From), "to", viet.Date(f.Span.Last())), lineLook)
	p.text(1, row+2, w.Money, lineLook)
	row += 3
	if f.Due != 0 {
		p.text(1, row, fill(w.Due, "day", viet.Date(f.Due)), lineLook)
		row++
	}
	p.text(1, row, about, lineLook)
	for r := 1; r <= row; r++ {
		p.height(r, 21)
	}
	return row + 2
}

// A line is one row of the table of figures: a group, or an indicator.
type line struct {
	group string
	heads bool // a table of its own begins below the group
	of    catalogue.Indicator
}

// lines are the indicators that the unit reports, by section. What is computed
// from other rows is not asked for. What the ward may report instead of its
// branches stands in a table of its own: left alone, it is not missing.
func (f Form) lines() []line {
	var all []line
	var shared []line
	section := ""
	for _, ind := range f.Catalogue.Indicators() {
		switch {
		case ind.Kind == catalogue.List || ind.Derived():
			continue
		case f.ward() && ind.Level == catalogue.Both:
			shared = append(shared, line{of: ind})
			continue
		case ind.Level != catalogue.Both && (ind.Level == catalogue.WardLv) != f.ward():
			continue
		case ind.Section != section:
			section = ind.Section
			all = append(all, line{group: f.Catalogue.SectionName(section)})
		}
		all = append(all, line{of: ind})
	}
	if len(shared) > 0 {
		all = append(append(all, line{group: f.Words.Form.Shared, heads: true}), shared...)
	}
	return all
}

// figures writes the table of indicators: one column for every part of the span,
// and what the last edition said beside them. It returns the rules that can be
// held against them.
func (f Form) figures(p *pen) []trial {
	w := f.Words.Form
	head := f.opening(p, w.Rule)
	spans := columns(f.Span, f.YearStart)
	heads := f.columnHeads(spans)
	last := len(w.Heads.Figures) + len(spans)
	f.widths(p, len(spans), len(heads) > last)
	f.heads(p, head, heads)
	checks := newChecks(p, f)
	rows := map[string]int{}
	row, n := head+1, 0
	for _, l := range f.lines() {
		if l.group != "" {
			p.text(2, row, l.group, groupLook)
			p.paint(1, row, len(heads), row, groupLook)
			p.height(row, 24)
			row++
			if l.heads {
				f.heads(p, row, heads)
				row++
			}
			continue
		}
		n++
		f.row(p, row, n, l.of, last, len(heads))
		checks.figure(l.of, row, 4, last)
		rows[l.of.Code] = row
		row++
	}
	checks.write()
	trials := f.trials(rows)
	f.colour(p, trials, len(spans))
	f.closing(p, row+1, len(heads))
	p.page(len(spans) > 6, head, len(heads), row+3, w.Footer)
	f.protect(p)
	return trials
}

// columnHeads are the heads of the table of figures; the last says of which period
// the values reported before are.
func (f Form) columnHeads(spans []span) []string {
	w := f.Words.Form
	heads := slices.Clone(w.Heads.Figures)
	for _, s := range spans {
		heads = append(heads, s.name)
	}
	if !f.Before.Period.IsZero() {
		heads = append(heads, fill(w.Before, "period", viet.Date(f.Before.Period.From)+" - "+viet.Date(f.Before.Period.Last())))
	}
	return heads
}

func (f Form) widths(p *pen, spans int, before bool) {
	p.width(1, 6)
	p.width(2, 38)
	p.width(3, 10)
	for i := range spans {
		p.width(4+i, 14)
	}
	if before {
		p.width(4+spans, 16)
	}
}

func (f Form) heads(p *pen, row int, heads []string) {
	height := 36.0
	for i, h := range heads {
		p.text(1+i, row, h, headLook)
		if utf8.RuneCountInString(h) > 24 {
			height = 66
		}
	}
	p.height(row, height)
}

// row writes one indicator; its cells wait for input.
func (f Form) row(p *pen, row, n int, ind catalogue.Indicator, last, end int) {
	p.number(1, row, strconv.Itoa(n), centreLook)
	p.text(2, row, ind.Name, nameLook)
	p.text(3, row, ind.Unit, centreLook)
	p.paint(4, row, last, row, f.inputLook(ind))
	if end > last {
		p.paint(end, row, end, row, beforeLook)
		l := beforeLook
		l.format = f.numberFormat(ind)
		p.value(end, row, ind, f.Before.value(f.Unit.ID, ind.Code), l)
	}
	lines := math.Ceil(float64(utf8.RuneCountInString(ind.Name)) / 44)
	p.height(row, max(30, 8+18*lines))
}

// inputLook is how a cell that waits for a value of the indicator looks.
func (f Form) inputLook(ind catalogue.Indicator) look {
	return look{size: 14, fill: inputFill, border: true, align: "right", input: true, format: f.numberFormat(ind)}
}

func (f Form) numberFormat(ind catalogue.Indicator) string {
	if ind.Percent() || f.Catalogue.Units().Measured(ind.Unit) {
		return "#,##0.##"
	}
	return "#,##0"
}

func (f Form) closing(p *pen, row, last int) {
	w := f.Words.Form
	p.text(2, row, w.Remarks, lineLook)
	l := writingLook
	p.paint(3, row, last, row, l)
	p.height(row, 44)
	p.text(2, row+2, w.Signed, lineLook)
}

// protect locks the sheet but for the cells that wait for input; there is no
// password, so that a ward can mend its own form.
func (f Form) protect(p *pen) {
	p.try(p.book.ProtectSheet(p.sheet, protection()))
}

// guide writes the sheet of instructions, in letters that can be read from afar.
func guide(p *pen, sheet string, lines []string, footer string) {
	p.turn(sheet)
	p.width(1, 86)
	p.text(1, 1, Ours, stampLook)
	for i, s := range lines {
		l := look{size: 15, align: "left", wrap: true}
		if i == 0 {
			l.size, l.bold = 16, true
		}
		p.text(1, i+2, s, l)
		p.height(i+2, 12+20*math.Ceil(float64(utf8.RuneCountInString(s))/78))
	}
	p.page(false, 0, 1, len(lines)+1, footer)
	p.try(p.book.ProtectSheet(p.sheet, protection()))
}

// Ours stands in the first cell of every sheet that the program writes for
// people to read. Such a sheet holds no data when its workbook comes back. It is
// a mark, not a wording: templates cannot change it, or copies sent out before
// would be read as data.
const Ours = "Trang do chương trình lập, không điền số liệu ở đây."

// IsOurs reports whether a sheet with that text in its first cell is one that
// the program wrote.
func IsOurs(first string) bool { return viet.Key(first) == viet.Key(Ours) }

// FileName is the name of a unit's form: ASCII, in the order n of the list,
// "03_chi-hoi-to-dan-pho-so-3.xlsx".
func FileName(n int, unit string) string {
	slug := make([]byte, 0, len(unit))
	for _, r := range viet.Bare(viet.Key(unit)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			slug = append(slug, byte(r))
		case len(slug) > 0 && slug[len(slug)-1] != '-':
			slug = append(slug, '-')
		}
	}
	for len(slug) > 0 && (slug[len(slug)-1] == '-' || len(slug) > 60) {
		slug = slug[:len(slug)-1]
	}
	return fmt.Sprintf("%02d_%s.xlsx", n, slug)
}
