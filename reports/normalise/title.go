package normalise

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// A title is what the cells around the tables of a sheet say about all of them.
type title struct {
	unit   reports.UnitID
	by     *grid.Cell // the cell that names the unit, nil if the file does or nobody
	named  *grid.Cell // the cell that names a branch which is in no list
	tab    string     // such a name on the sheet's tab
	period viet.PeriodText
	year   int
	scale  int64 // of money without a unit of its own; 0: none is given
	unitAt *grid.Cell
	ahead  *grid.Cell // speaks of what is to come, and no line below it of results
	around []string   // what tells namesakes among branches apart

	estimated bool // the figures are called estimates for time that has not passed
}

// titleRows is how many rows over a table are looked through for what tells
// namesakes apart.
const titleRows = 10

// titleEnd is a row above which every title stands, and every line of a form.
const titleEnd = 200

// name settles whose workbook it is (DESIGN §4, Which unit): a branch named in a
// title, else in the file's name, else the ward.
func (r *reader) name(sheets []*grid.Sheet) {
	base := strings.TrimSuffix(path.Base(r.book.Name), path.Ext(r.book.Name))
	r.year, _ = viet.FindYear(base)
	r.labels.Periods.Year = r.year
	r.when = r.periodOfName(base)
	if r.unit = r.Senders[r.book.Name]; r.unit != "" {
		return
	}
	branch, ward, unknown, at := r.namedIn(sheets)
	if branch != "" {
		r.unit = branch
		return
	}
	byFile, candidates := r.matcher.InFileName(viet.Clean(base))
	for dir := path.Dir(r.book.Name); byFile == "" && len(candidates) == 0 && dir != "."; dir = path.Dir(dir) {
		byFile, _ = r.matcher.InFileName(viet.Clean(path.Base(dir)))
	}
	switch {
	case unknown != nil && r.matcher.Open:
		r.unit = r.matcher.Found(unknown.Clean)
	case unknown != nil:
		r.reject = "branch.unknown"
		r.find("branch.unknown", "", reports.Args{"name": unknown.Clean}, at.At(unknown))
	case byFile != "" && byFile != reports.Ward:
		r.unit = byFile
	case len(candidates) > 0:
		r.ambiguous(base, candidates, reports.Cell{File: r.book.Name})
	case byFile == "" && r.matcher.BranchIn(base) != "":
		r.unit = r.stranger(r.matcher.BranchIn(base), reports.Cell{File: r.book.Name})
	case ward != "" || byFile == reports.Ward:
		r.unit = reports.Ward
	}
}

// Sender returns the unit that the name of a file says it comes from, "" if it
// says none: what to go by where the file cannot be read.
func Sender(file string, opt Options) reports.UnitID {
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	unit, _ := opt.roster().InFileName(viet.Clean(base))
	return unit
}

// stranger returns the unit for a name of a branch that no list has: its own if
// there is no list; else it is named in a finding, and what is read for it goes.
func (r *reader) stranger(name string, at reports.Cell) reports.UnitID {
	if r.matcher.Open {
		return r.matcher.Found(name)
	}
	r.find("branch.unknown", "", reports.Args{"name": name}, at)
	return unknownUnit
}

// namedIn returns what the titles of the sheets name: the first branch, whether
// the ward, and the first cell with a branch that is in no list.
func (r *reader) namedIn(sheets []*grid.Sheet) (branch, ward reports.UnitID, unknown *grid.Cell, at *grid.Sheet) {
	for _, g := range sheets {
		t := r.title(g, r.about(g).head)
		switch {
		case t.unit != "" && t.unit != reports.Ward:
			branch = cmp.Or(branch, t.unit)
		case t.named != nil:
			if unknown == nil {
				unknown, at = t.named, g
			}
		case t.unit == reports.Ward:
			ward = t.unit
		}
	}
	return branch, ward, unknown, at
}

// periodOfName finds the period in a file's name, where the spaces may be other
// signs: "so_lieu_Quy-II-2019".
func (r *reader) periodOfName(base string) viet.PeriodText {
	spaced := strings.ReplaceAll(base, "_", " ")
	for _, s := range []string{spaced, strings.ReplaceAll(spaced, "-", " ")} {
		if p, ok := viet.FindPeriod(viet.Clean(s), r.periods(r.year)); ok {
			return p
		}
	}
	return viet.PeriodText{}
}

func (r *reader) ambiguous(name string, candidates []reports.UnitID, at reports.Cell) {
	var names []string
	for _, id := range candidates {
		names = append(names, r.matcher.NameOf(id))
	}
	r.find("branch.ambiguous", "", reports.Args{"name": name, "candidates": strings.Join(names, "; ")}, at)
}

// title reads the rows of g above row end.
func (r *reader) title(g *grid.Sheet, end int) title {
	t := title{around: r.around(g)}
	for i := range g.Rows[:min(end, len(g.Rows), titleRows)] {
		for _, c := range g.Rows[i].Cells {
			t.around = append(t.around, c.Clean)
			t.estimated = t.estimated || !r.namesFigure(c) && wording.Estimated(c.Key)
		}
	}
	ctx := r.periods(r.year)
	r.titleBoxes(&t, g, end)
	for i := range g.Rows[:min(end, len(g.Rows), titleEnd)] {
		for n, c := range g.Rows[i].Cells {
			r.titleUnit(&t, c)
			cells := g.Rows[i].Cells
			if n > 0 && r.figures(cells[n-1], c) || n+1 < len(cells) && r.namesFigure(c) {
				continue // a figure of a form, or its name
			}
			r.titlePeriod(&t, c, ctx)
			titleScale(&t, c)
		}
	}
	if (t.unit == "" || t.unit == reports.Ward) && t.named == nil {
		if unit, _ := r.matcher.InTab(g.Name); unit != "" && unit != reports.Ward {
			t.unit = unit
		} else if unit == "" {
			t.tab = r.matcher.BranchIn(g.Name)
		}
	}
	return t
}

func (r *reader) titleUnit(t *title, c *grid.Cell) {
	if c.IsNumber() || r.namesFigure(c) { // "Quỹ chi hội (triệu đồng)" is no branch's name
		return
	}
	unit, candidates := r.matcher.Within(c.Clean, t.around...)
	switch {
	case len(candidates) > 0:
	case unit != "" && unit != reports.Ward:
		if t.unit == "" || t.unit == reports.Ward {
			t.unit, t.by, t.named = unit, c, nil
		}
	case (unit == "" || unit == reports.Ward) && r.matcher.NamesBranch(c.Clean):
		if t.unit == "" || t.unit == reports.Ward {
			t.named = c
			if unit != "" {
				t.unit = unit
			}
		}
	case unit == reports.Ward && t.unit == "":
		t.unit = unit
	}
}

// namesFigure reports whether a cell is the name of an indicator: the figures in
// "Thương binh hạng 1/4 - 4/4" are no days.
func (r *reader) namesFigure(c *grid.Cell) bool {
	return c.Kind == intake.Text && r.labels.Code(c) != ""
}

// figures reports whether a cell is the figure of what stands left of it: that names an
// indicator, or it is any text that speaks of no time, and the cell a number. "Tiền viếng |
// 2061" is no report of the year 2061, and "Năm báo cáo | 2019" one of 2019.
func (r *reader) figures(left, c *grid.Cell) bool {
	return r.namesFigure(left) || c.Kind == intake.Number && left.Kind == intake.Text &&
		!slices.ContainsFunc(strings.Fields(left.Key), func(w string) bool { return timeWords[w] })
}

// timeWords stand before a year that is one, with marks and without.
var timeWords = map[string]bool{
	"năm": true, "kỳ": true, "nhiệm": true, "tháng": true, "quý": true, "từ": true, "đến": true, "ngày": true,
	"nam": true, "ky": true, "nhiem": true, "thang": true, "tu": true, "den": true, "ngay": true,
}

// titlePeriod keeps the best period that a title names: one that says what the
// table covers before a day up to which it counts, and before a term.
func (r *reader) titlePeriod(t *title, c *grid.Cell, ctx viet.PeriodContext) {
	if c.Date || wording.IsDateLine(c.Key) {
		c.Mark(grid.Label)
		return
	}
	p, ok := viet.FindPeriod(c.Clean, ctx)
	if !ok || p.NeedsYear || p.Period.IsZero() {
		titleYear(t, c)
	}
	if !ok {
		return
	}
	c.Mark(grid.Label)
	if rankPeriod(p) > rankPeriod(t.period) {
		t.period = p
	}
	if t.year == 0 && !p.Period.IsZero() && p.Kind != "term" && p.Kind != "span" {
		t.year, _, _ = p.Period.Last().Date()
	}
}

// titleYear takes the one year that a title names for that of the heads below it,
// where its period is not understood: "BÁO CÁO QUÝ IV VÀ CẢ NĂM 2026".
func titleYear(t *title, c *grid.Cell) {
	if years := oneYear.FindAllString(c.Clean, -1); t.year == 0 && len(years) == 1 && strings.Contains(c.Key, "năm "+years[0]) {
		t.year, _ = strconv.Atoi(years[0])
	}
}

func rankPeriod(p viet.PeriodText) int {
	switch {
	case p.Period.IsZero():
		return 0
	case p.Kind == "term" || p.Kind == "half-term":
		return 1
	case p.Kind == "asof":
		return 2
	}
	return 3
}

func (r *reader) periods(year int) viet.PeriodContext {
	return viet.PeriodContext{Year: year, YearStart: r.YearStart, Term: r.Term, Span: r.Span}
}

// titleBoxes reads the text boxes that begin above the heads in row end like the
// cells of a title.
func (r *reader) titleBoxes(t *title, g *grid.Sheet, end int) {
	head := math.MaxInt
	if end < len(g.Rows) {
		head = g.Rows[end].Num
	}
	for _, c := range g.Boxes {
		if c.Row <= head {
			r.titleUnit(t, c)
			r.titlePeriod(t, c, r.periods(r.year))
			titleScale(t, c)
		}
	}
}

// titleScale keeps the scale of money that a cell of the title gives.
func titleScale(t *title, c *grid.Cell) {
	if scale, ok := wording.ScaleOver(c); ok {
		t.scale, t.unitAt = scale, c
	}
}
