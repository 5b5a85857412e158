package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// readTable reads a table by what its heads say it is; it returns whether the
// table held anything that the program knows.
func (r *reader) readTable(t *table) bool {
	switch {
	case t.has(roleForm) && t.has(roleGiver):
		return r.readAwards(t)
	case t.has(roleFile) && (t.has(roleCaption) || t.has(roleText)):
		return r.readPhotos(t)
	case t.has(roleDay) && t.has(roleActivity) && (t.has(roleCount) || t.has(roleTurns) || t.has(roleOpinions) || t.has(roleMoney)):
		return r.readLog(t)
	case t.has(roleSection) && t.has(roleText):
		return r.readParagraphs(t)
	}
	return r.readFigures(t)
}

// figures is a table of indicators being read.
type figures struct {
	*table
	across bool  // the columns name the indicators, the rows branches or periods
	names  []int // columns that name the rows' indicators
	values []int // indices of columns that hold values
	read   int
	cached int
	noUnit bool
	noTime bool
	parent string // code of the indicator above
	group  string // words of the group row above
	unit   reports.UnitID
	sums   map[int]*sum // sums of a table whose last row may be a total
}

// A sum is what a column added up to since the last total.
type sum struct {
	value reports.Value
	from  int // first row of the sum
}

func (r *reader) readFigures(t *table) bool {
	f := &figures{table: t, sums: map[int]*sum{}}
	r.setRoles(f)
	r.setAxis(f)
	for i := t.first; i < t.end; i++ {
		if f.across {
			r.readAcross(f, i)
		} else {
			r.readDown(f, i)
		}
	}
	if f.read > 0 {
		r.unknownColumns(f)
	}
	if f.cached > 0 {
		r.find("formula.cached", "", reports.Args{"count": itoa(f.cached)}, reports.Cell{File: t.grid.file, Sheet: t.grid.name})
	}
	return f.read > 0
}

// setRoles decides what each column is; a head that can mean two things means
// what the other columns leave.
func (r *reader) setRoles(f *figures) {
	named := false
	for i := range f.table.columns {
		c := &f.table.columns[i]
		c.role = r.roleOf(f, c, named)
		named = named || c.role == roleName
		switch c.role {
		case roleName:
			f.names = append(f.names, c.col)
		case "":
			f.values = append(f.values, i)
		}
	}
}

func (r *reader) roleOf(f *figures, c *column, named bool) role {
	var lowest role
	for _, l := range c.labels {
		lab := r.label(l, r.year)
		switch {
		case lab.is(roleName) && !(named && lab.is(rolePlan)):
			if !named || f.sameHead(c, l) {
				return roleName
			}
		case lab.is(rolePlan), lab.is(roleCompare), lab.is(roleNote), lab.is(roleOrdinal):
			return lab.roles[len(lab.roles)-1]
		case lab.is(roleTotal):
			if r.columnMatch(c).Code == "" {
				return roleTotal
			}
		case lab.is(roleMeasure), lab.is(roleBranch):
			lowest = r.branchOrMeasure(f, c, lab)
		case lab.is(rolePeriod) && c.code == "":
			lowest = rolePeriod
		}
	}
	return lowest
}

// sameHead reports whether head l also stands over the column left of c: one
// head over two columns that name the rows together.
func (f *figures) sameHead(c *column, l *cell) bool {
	for _, left := range f.table.columns {
		if left.col < c.col && left.role == roleName && slices.Contains(left.labels, l) {
			return true
		}
	}
	return false
}

// branchOrMeasure tells by its cells whether "Đơn vị" means the branches or the
// units of measure.
func (r *reader) branchOrMeasure(f *figures, c *column, lab *label) role {
	if !lab.is(roleBranch) {
		return roleMeasure
	}
	if !lab.is(roleMeasure) {
		return roleBranch
	}
	for i := f.first; i < f.end; i++ {
		if cell := f.grid.cell(i, c.col); cell != nil && !cell.number() {
			if unit, _ := r.matcher.within(cell.text); unit != "" {
				return roleBranch
			}
		}
	}
	return roleMeasure
}

// columnMatch tells the indicator that the heads of a column name.
func (r *reader) columnMatch(c *column) catalogue.Match {
	var labels []string
	for _, l := range c.labels {
		lab := r.label(l, r.year)
		if lab.timed || lab.unit != "" || lab.is(roleActual) && !lab.is(roleCount) {
			continue
		}
		labels = append(labels, l.text)
	}
	if len(labels) == 0 {
		return catalogue.Match{}
	}
	return r.match(labels, "", "")
}

// setAxis tells whether the columns or the rows name the indicators.
func (r *reader) setAxis(f *figures) {
	cols := 0
	for _, i := range f.values {
		c := &f.table.columns[i]
		m := r.columnMatch(c)
		c.code, c.near = m.Code, m.Near
		if c.code != "" {
			cols++
		}
	}
	if len(f.names) == 0 {
		r.guessNames(f)
	}
	rows := 0
	for i := f.first; i < f.end && rows <= cols; i++ {
		if labels := f.rowLabels(i); len(labels) > 0 && r.match(labels, f.measure(i), "").Code != "" {
			rows++
		}
	}
	f.across = cols > 0 && cols >= rows
}

// guessNames takes for the names of the rows the column of text that names most
// indicators, when no head says which it is.
func (r *reader) guessNames(f *figures) {
	best, most := -1, 0
	for n, i := range f.values {
		hits := 0
		for row := f.first; row < f.end; row++ {
			if c := f.grid.cell(row, f.table.columns[i].col); c != nil && c.Kind == intake.Text && r.label(c, r.year).code != "" {
				hits++
			}
		}
		if hits > most {
			best, most = n, hits
		}
	}
	if best >= 0 {
		i := f.values[best]
		f.table.columns[i].role = roleName
		f.names = []int{f.table.columns[i].col}
		f.values = slices.Delete(f.values, best, best+1)
	}
}

// rowLabels returns the words that name row i, from the outer to the inner.
func (f *figures) rowLabels(i int) []string {
	var labels []string
	for _, col := range f.names {
		if c := f.grid.cell(i, col); c != nil && c.Kind == intake.Text && !slices.Contains(labels, c.text) {
			labels = append(labels, c.text)
		}
	}
	return labels
}

// measure returns the unit that row i names in a column of its own.
func (f *figures) measure(i int) string {
	unit, _ := f.rowUnit(i)
	return unit
}

func (f *figures) rowUnit(i int) (unit string, scale int64) {
	for _, c := range f.table.columns {
		if c.role == roleMeasure {
			if cell := f.grid.cell(i, c.col); cell != nil {
				if unit, scale, ok := viet.UnitWord(cell.text); ok {
					return unit, moneyScale(unit, scale)
				}
				return cell.key, 0
			}
		}
	}
	return "", 0
}

// moneyScale is the scale that a unit gives to money, 0 for any other unit.
func moneyScale(unit string, scale int64) int64 {
	if unit == "đồng" || strings.HasPrefix(unit, "đồng/") {
		return scale
	}
	return 0
}

// hasValue reports whether row i has a cell in a column of values that is a
// number or reads like one.
func (r *reader) hasValue(f *figures, i int) bool {
	for _, n := range f.values {
		c := f.grid.rows[i].cell(f.table.columns[n].col)
		if c != nil && (c.Kind != intake.Text || isValue(c.text) || viet.IsNought(c.text) || c.NoCache) {
			return true
		}
	}
	return false
}

// period returns the period that a column, a row or the title gives.
func (r *reader) period(f *figures, c *column, row viet.PeriodText, at reports.Cell) (reports.Period, bool) {
	for _, p := range []viet.PeriodText{c.period, row, f.title.period} {
		switch {
		case p.NeedsYear:
			r.find("period.unknown", "", reports.Args{"text": c.name()}, at)
			return reports.Period{}, false
		case p.Kind == "asof" && p == f.title.period && p != c.period && p != row:
			return r.upTo(f, p.Period, at), true
		case p.Kind == "term" && p == f.title.period && p != c.period && p != row:
			return r.upTo(f, reports.Period{}, at), true
		case !p.Period.IsZero():
			return p.Period, true
		}
	}
	return r.upTo(f, reports.Period{}, at), true
}

// upTo is the period of a table that names none, or only the day up to which it
// counts: from the first day of the report. It is said once a table.
func (r *reader) upTo(f *figures, p reports.Period, at reports.Cell) reports.Period {
	out := r.Span
	if p.To != 0 {
		out.To = p.To
	}
	if !f.noTime {
		f.noTime = true
		r.find("period.missing", "", reports.Args{"from": viet.Date(out.From), "to": viet.Date(out.Last())}, at)
	}
	return out
}

// store reads one value cell and adds what it says.
func (r *reader) store(f *figures, c *cell, ind catalogue.Indicator, scale int64, unit reports.UnitID, period reports.Period) []reading {
	if unit == "" {
		r.noUnit(f, f.grid.at(c))
		return nil
	}
	p := place{grid: f.grid, ind: ind, scale: r.scaleOf(f, scale, c), unit: unit}
	readings := r.value(c, p)
	for _, x := range readings {
		f.read++
		r.add(unit, period, reports.Entry{Code: x.code, Value: x.value, At: f.grid.at(c), Text: c.text, Source: reports.FromTable})
	}
	if len(readings) > 0 && c.Formula != "" {
		f.cached++
	}
	return readings
}

// scaleOf is the scale of money in a row or column: the nearest unit counts,
// never two (DESIGN §4). A row that differs from its sheet is said once.
func (r *reader) scaleOf(f *figures, near int64, c *cell) int64 {
	switch sheet := f.title.scale; {
	case near == 0:
		return max(sheet, 1)
	case sheet > 0 && near != sheet && !slices.Contains(r.conflicts, f.grid):
		r.conflicts = append(r.conflicts, f.grid)
		r.find("unit.conflict", "", reports.Args{"row": scaleWord(near), "page": scaleWord(sheet)}, f.grid.at(c), f.grid.at(f.title.unitAt))
	}
	return near
}

// scaleWord names a scale of money as a sheet would.
func scaleWord(scale int64) string {
	switch scale {
	case 1:
		return "đồng"
	case 1000:
		return "nghìn đồng"
	case 1_000_000:
		return "triệu đồng"
	case 1_000_000_000:
		return "tỷ đồng"
	}
	return viet.Int(scale) + " đồng"
}

// noUnit reports, once a workbook, figures that nobody's name stands over.
func (r *reader) noUnit(f *figures, at reports.Cell) {
	if r.reject == "" {
		r.reject = "branch.none"
		r.find("branch.none", "", nil, at)
	}
	f.read++
}

// unknownColumns names the columns with values of which no head was understood.
func (r *reader) unknownColumns(f *figures) {
	for _, n := range f.values {
		c := f.table.columns[n]
		if f.across && c.code != "" || !f.across {
			continue
		}
		first := f.firstValue(c.col)
		if first == nil {
			continue
		}
		r.find("indicator.unknown", f.title.unit, reports.Args{"name": c.name(), "near": r.nearName(c.near)}, f.headOr(c, first))
	}
}

func (f *figures) headOr(c column, first *cell) reports.Cell {
	if len(c.labels) > 0 {
		return f.grid.at(c.labels[len(c.labels)-1])
	}
	return f.grid.at(first)
}

func (f *figures) firstValue(col int) *cell {
	for i := f.first; i < f.end; i++ {
		if c := f.grid.rows[i].cell(col); c != nil && (c.number() || isValue(c.text)) {
			return c
		}
	}
	return nil
}

func (r *reader) nearName(code string) string {
	if ind, ok := r.Catalogue.Indicator(code); ok {
		return ind.Name
	}
	return strings.TrimSpace(code)
}
