package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/viet"
)

// setRoles decides what each column is; a head that can mean two things means
// what the other columns leave.
func (r *reader) setRoles(f *figures) {
	named := false
	for i := range f.table.columns {
		c := &f.table.columns[i]
		c.role = r.roleOf(f, c, named)
		named = named || c.role == label.Name
		switch c.role {
		case label.Name:
			f.names = append(f.names, c.col)
		case "":
			f.values = append(f.values, i)
		}
	}
}

func (r *reader) roleOf(f *figures, c *column, named bool) label.Role {
	var lowest label.Role
	switch {
	case r.aboutPeople(c):
		return label.People
	case slices.ContainsFunc(c.labels, func(l *grid.Cell) bool { return r.ofOthers(f, l) }):
		return label.Note
	}
	for _, l := range c.labels {
		lab := r.labels.Of(l)
		switch {
		case lab.Is(label.Name) && named && lab.Is(label.Plan) && f.onlyWords(c.col):
			return label.Name // "Nội dung | Chỉ tiêu": a group and its items
		case lab.Is(label.Name) && !(named && lab.Is(label.Plan)):
			if !named || f.sameHead(c, l) {
				return label.Name
			}
		case lab.Is(label.Plan), lab.Is(label.Note), lab.Is(label.Ordinal), lab.Is(label.Cumulative), lab.Is(label.Fix), lab.Is(label.Tick), lab.Is(label.None), lab.Is(label.Stamp):
			return lab.Roles[len(lab.Roles)-1]
		case lab.Is(label.Compare), lab.Is(label.Total):
			if r.columnMatch(c).Code == "" {
				return lab.Roles[len(lab.Roles)-1]
			}
		case lab.Is(label.Measure), lab.Is(label.Branch):
			lowest = r.branchOrMeasure(f, c, lab)
		case lab.Is(label.Section):
			lowest = label.Section
		case lab.Is(label.Period) && c.code == "":
			lowest = label.Period
		}
	}
	return lowest
}

// sameHead reports whether head l also stands over the column left of c: one
// head over two columns that name the rows together.
func (f *figures) sameHead(c *column, l *grid.Cell) bool {
	for _, left := range f.table.columns {
		if left.col < c.col && left.role == label.Name && slices.Contains(left.labels, l) {
			return true
		}
	}
	return false
}

// branchOrMeasure tells by its cells whether "Đơn vị" means the branches or the
// units of measure.
func (r *reader) branchOrMeasure(f *figures, c *column, lab *label.Label) label.Role {
	if !lab.Is(label.Branch) {
		return label.Measure
	}
	if !lab.Is(label.Measure) {
		return label.Branch
	}
	for i := f.first; i < f.end; i++ {
		if cell := f.grid.Cell(i, c.col); cell != nil && !cell.IsNumber() {
			if unit, _ := r.matcher.Within(cell.Clean); unit != "" || r.isBranch(cell.Clean) || r.matcher.Open && !r.units().Is(cell.Clean) {
				return label.Branch
			}
		}
	}
	return label.Measure
}

// isBranch reports whether a text is a branch's name, in full or short, or says
// that it is one.
func (r *reader) isBranch(s string) bool {
	_, ok := r.matcher.Whole(s)
	return ok || r.matcher.NamesBranch(s)
}

// columnMatch tells the indicator that the heads of a column name.
func (r *reader) columnMatch(c *column) catalogue.Match {
	var labels []string
	for _, l := range c.labels {
		lab := r.labels.Of(l)
		if lab.Timed || lab.Unit != "" || lab.Is(label.Actual) && !lab.Is(label.Count) {
			continue
		}
		labels = append(labels, l.Clean)
	}
	return r.innermost(labels)
}

// innermost tells the indicator that heads name together, or the lower of them: over
// "Hội viên | Tổng số" may stand what both belong to, "Công tác tổ chức".
func (r *reader) innermost(labels []string) (m catalogue.Match) {
	for k := range labels {
		if m = r.labels.Match(labels[k:], "", ""); m.Code != "" || len(labels)-k <= 2 {
			return m
		}
	}
	return m
}

// setAxis tells whether the columns or the rows name the indicators: the more that
// are known, and the rows if any is known under "Chỉ tiêu" or beside a unit of its
// own. "Nữ" in a head is a part then.
func (r *reader) setAxis(f *figures) {
	cols, last := 0, ""
	for _, i := range f.values {
		c := &f.table.columns[i]
		m := r.columnMatch(c)
		if own := c.labels; m.Code == "" && last != "" && r.columnMeasure(c) != "" && r.labels.Of(own[len(own)-1]).Code == "" {
			m = r.labels.Match([]string{c.name()}, r.columnMeasure(c), last)
		}
		c.code, c.near = m.Code, m.Near
		if last = c.code; c.code != "" {
			cols++
		}
	}
	headed := slices.ContainsFunc(f.table.columns, func(c column) bool { return c.role == label.Measure || c.role == label.Name })
	if len(f.names) == 0 {
		r.guessNames(f)
	}
	rows := 0
	for i := f.first; i < f.end && rows <= cols; i++ {
		if labels := f.rowLabels(i); len(labels) > 0 && r.labels.Match(labels, f.measure(i), "").Code != "" {
			rows++
		}
	}
	f.across = cols > 0 && cols >= rows && !(headed && rows > 0)
	if f.across {
		r.dropPartColumns(f)
	} else {
		r.setGroups(f)
	}
	r.settleColumns(f)
	r.setCandidates(f)
}

// setCandidates lists the columns that may hold values of a table whose rows name
// the indicators: also those of totals and of sums since the start of the year,
// as no word alone says what a column is.
func (r *reader) setCandidates(f *figures) {
	if f.across {
		return
	}
	for n := range f.table.columns {
		c := &f.table.columns[n]
		if c.role == label.Cumulative {
			r.cumulate(f, n)
		}
		if c.role == label.Total || c.role == label.Cumulative || slices.Contains(f.values, n) {
			f.candidates = append(f.candidates, n)
		}
	}
	f.values = slices.Clone(f.candidates)
}

// cumulate gives a column of "Lũy kế" its period: from the start of the year to the
// end of the period that it names, else of the column left of it, else of the
// title.
func (r *reader) cumulate(f *figures, n int) {
	c := &f.table.columns[n]
	until := c.period.Period
	for left := n - 1; left >= 0 && until.IsZero(); left-- {
		until = f.table.columns[left].period.Period
	}
	if until.IsZero() {
		until = f.title.period.Period
	}
	if until.IsZero() {
		return
	}
	last := until.Last()
	y, m, d := last.Date()
	from := reports.DayOf(y, r.YearStart[0], r.YearStart[1])
	if m < r.YearStart[0] || m == r.YearStart[0] && d < r.YearStart[1] {
		from = reports.DayOf(y-1, r.YearStart[0], r.YearStart[1])
	}
	c.period, c.timed = viet.PeriodText{Period: reports.PeriodOf(from, last)}, true
}

// guessNames takes for the names of the rows the column of text that names most
// indicators, when no head says which it is. "Năm" may stand in the corner, over the
// names and before the years.
func (r *reader) guessNames(f *figures) {
	best, most := -1, 0
	for i, c := range f.table.columns {
		if c.role != "" && c.role != label.Period {
			continue
		}
		if hits := r.indicatorsBelow(f, c.col); hits > most {
			best, most = i, hits
		}
	}
	if best >= 0 {
		f.table.columns[best].role = label.Name
		f.names = []int{f.table.columns[best].col}
		f.values = slices.DeleteFunc(f.values, func(i int) bool { return i == best })
	}
}

// indicatorsBelow counts the cells of a column that name indicators.
func (r *reader) indicatorsBelow(f *figures, col int) (n int) {
	for row := f.first; row < f.end; row++ {
		if c := f.grid.Cell(row, col); c != nil && c.Kind == intake.Text && r.labels.Code(c) != "" {
			n++
		}
	}
	return n
}
