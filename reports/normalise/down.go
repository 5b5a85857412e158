package normalise

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// readDown reads a table whose rows name the indicators: first all names, then
// what the columns are to each other, then the values.
func (r *reader) readDown(f *figures) {
	f.open = true
	f.markColumns()
	recs := r.dropParts(f, r.records(f))
	r.relate(f, recs)
	f.open = false
	f.markColumns()
	own := f.title
	for k := range recs {
		rec := &recs[k]
		f.title, f.add = rec.title, rec.round
		f.estimated = rec.at.label != nil && wording.Estimated(rec.at.label.Key)
		if rec.known() && !rec.filled && r.readTick(f, rec) {
			continue
		}
		if rec.known() && !rec.filled && !r.hasText(f, rec.row) {
			r.blankRow(f, rec)
		}
		r.readRow(f, rec)
	}
	f.title, f.add, f.written = own, "", ""
	r.askTwice(f, recs)
	if len(f.dittos) > 0 {
		r.find("value.ditto", f.title.unit, reports.Args{"count": itoa(len(f.dittos))}, f.dittos...)
	}
	if len(f.fixes) > 0 {
		r.find("value.corrected", f.title.unit, reports.Args{"head": f.fixHead, "count": itoa(len(f.fixes))}, f.fixes...)
	}
}

// hasText reports whether row i has anything in a column of values: beside the
// name of an indicator also what is no number is meant as one.
func (r *reader) hasText(f *figures, i int) bool {
	return slices.ContainsFunc(f.values, func(n int) bool { return f.grid.Rows[i].Cell(f.table.columns[n].col) != nil })
}

// blankRow notes an indicator beside which nothing stands, unless it is the head
// of a group whose rows follow.
func (r *reader) blankRow(f *figures, rec *record) {
	i, at, ind := rec.row, rec.at, rec.ind
	own := at.unit != "" || !at.period.Period.IsZero()
	if !own && (r.headsGroup(f, i, ind) || r.headsSection(f, rec)) {
		return
	}
	var gaps []gap
	for _, n := range f.values {
		if c := &f.table.columns[n]; f.columnHas(c.col) {
			gaps = append(gaps, f.gap(i, c, ind, at.period))
		}
	}
	if len(gaps) > 0 {
		r.blanks = append(r.blanks, blank{unit: cmp.Or(at.unit, f.title.unit), gaps: gaps, period: at.name(), row: own})
	}
}

// follows reports whether the row after i is numbered as the next of its kind: 5
// and 6 are beside each other, not one inside the other.
func (f *figures) follows(i int) bool {
	c := f.column(label.Ordinal)
	if c == nil || i+1 >= f.end {
		return false
	}
	this, next := f.grid.Rows[i].Cell(c.col), f.grid.Rows[i+1].Cell(c.col)
	if this == nil || next == nil {
		return false
	}
	n, err1 := strconv.Atoi(strings.Trim(this.Clean, " .)"))
	m, err2 := strconv.Atoi(strings.Trim(next.Clean, " .)"))
	return err1 == nil && err2 == nil && m == n+1
}

// headsGroup reports whether the row after i is a part of the indicator in row i:
// it says so, hangs on it, or means nothing by itself.
func (r *reader) headsGroup(f *figures, i int, ind catalogue.Indicator) bool {
	if f.follows(i) {
		return false
	}
	if i+1 >= f.end {
		return false
	}
	labels := f.rowLabels(i + 1)
	if len(labels) == 0 {
		return false
	}
	last := labels[len(labels)-1]
	next, ok := r.Catalogue.Indicator(r.labels.Match(labels, f.measure(i+1), ind.Code).Code)
	return wording.IsSub(last) || ok && (next.Of == ind.Code || r.Catalogue.Code(last) == "" || slices.Contains(ind.Parts, next.Code))
}

// rowMatch tells the indicator of a row: a row that begins with "–", "trong đó"
// or "số tiền" belongs to the indicator above it; a group's head joins with its
// sub-heads (DESIGN §4).
func (r *reader) rowMatch(f *figures, labels []string, unit string) catalogue.Match {
	last := labels[len(labels)-1]
	m := r.labels.Match(labels, unit, "")
	if own, _ := r.Catalogue.Indicator(m.Code); f.unread && wording.IsSub(last) && (!m.Exact || label.IsHeadOf(own, last)) {
		return catalogue.Match{} // it hangs on a row that nobody knows; a dash before a whole name is a bullet
	}
	if m.Code == "" || wording.IsSub(last) {
		if under := r.labels.Match(labels, unit, f.parent); under.Code != "" {
			m = under
		}
	}
	if f.group != "" && len(labels) == 1 && (m.Code == "" || loose[m.Rule] || wording.IsSub(last)) {
		if g := r.labels.Match([]string{f.group, strings.TrimLeft(last, "-–—+* ")}, unit, f.parent); g.Code != "" && (m.Code == "" || g.Exact) {
			m = g
		}
	}
	ind, ok := r.Catalogue.Indicator(m.Code)
	switch {
	case ok && unit != "" && r.clash(unit, ind):
		return catalogue.Match{Near: m.Code}
	case ok && f.parent != "" && f.parent != ind.Code && !f.listed && r.someOf(last, ind):
		return catalogue.Match{} // "– Hội viên: 300" below what they took part in
	}
	return m
}

// someOf reports whether a part is named as all members, all veterans of a place are:
// "– Hội viên", "– Số hội viên".
func (r *reader) someOf(name string, ind catalogue.Indicator) bool {
	const most = 3
	words := strings.Fields(viet.Key(name))
	whole := ind.Kind == catalogue.Stock && ind.Of == "" && r.labels.Persons(ind.Unit)
	return whole && wording.IsSub(name) && len(words) <= most && !slices.Contains(words, "tổng")
}

// loose are the rules for names by themselves that an exact name together with the
// group goes before.
var loose = map[string]bool{catalogue.RuleWords: true, catalogue.RuleWithin: true}

// clash reports whether a row's unit cannot be the indicator's: money against a
// count, a percentage against anything else.
func (r *reader) clash(unit string, ind catalogue.Indicator) bool {
	return viet.IsMoneyUnit(unit) != ind.Money() || (unit == "%") != ind.Percent()
}

// readGroup takes up a row without values: a period that holds for the rows
// below it, or the head of a group.
func (r *reader) readGroup(f *figures, i int, name string) {
	f.unread = false
	r.plan(f, i, name)
	if c := f.grid.Cell(i, f.names[len(f.names)-1]); c != nil && r.groupUnit(f, c) {
		return
	}
	if p, ok := viet.ParsePeriod(wording.WithoutEstimate(strings.TrimLeft(name, "-–*+. ")), r.periods(f.title.year)); ok {
		f.title.period, f.group, f.parent = p, "", ""
		f.title.estimated = wording.Estimated(viet.Key(name))
		return
	}
	if !wording.IsNote(name) {
		f.group, f.parent = name, ""
	}
}

// groupUnit takes the name of a branch in a row of its own for that of the rows
// below. Below such groups one of all together holds their sums.
func (r *reader) groupUnit(f *figures, c *grid.Cell) bool {
	unit, ok := r.matcher.Whole(c.Clean)
	switch {
	case f.has(label.Branch):
		return false
	case f.grouped && r.Catalogue.IsTotalName(c.Clean):
		f.summing, f.group, f.parent = true, "", ""
		return true
	case ok && unit == reports.Ward && !f.grouped: // one more title
		return false
	case ok:
	case r.beginsBranch(c.Clean):
		unit = r.stranger(c.Clean, f.grid.At(c))
	default:
		return false
	}
	f.title.unit, f.group, f.parent = unit, "", ""
	f.grouped, f.summing = true, false
	return true
}

// beginsBranch reports whether a line is the name of a branch: not a remark, as
// "Số sơ bộ, chi hội sẽ báo lại sau", and not a sentence.
func (r *reader) beginsBranch(s string) bool {
	s = wording.Unlisted(s)
	key := r.own().UnitKey(s)
	branch := strings.HasPrefix(key, "chi hội ") || strings.HasPrefix(key, "phân hội ")
	return branch && r.matcher.NamesBranch(s) && !wording.IsSentence(s)
}

// loneUnit takes up the name of a branch that stands alone in row i, outside the
// column of names.
func (r *reader) loneUnit(f *figures, i int) {
	if row := f.grid.Rows[i]; len(row.Cells) == 1 && row.Cells[0].Kind == intake.Text {
		r.groupUnit(f, row.Cells[0])
	}
}

// measured counts the columns of values that say their own unit ("Số lượng",
// "Số tiền"): there a row's name alone need not be an indicator.
func (r *reader) measured(f *figures) int {
	n := 0
	for _, v := range f.values {
		if r.columnMeasure(&f.table.columns[v]) != "" {
			n++
		}
	}
	return n
}

func (r *reader) columnMeasure(c *column) string {
	for i := len(c.labels) - 1; i >= 0; i-- {
		if unit, ok := r.labels.Measure(c.labels[i].Clean); ok {
			return unit
		}
	}
	return ""
}

func (r *reader) unknownRow(f *figures, i int, labels []string, m catalogue.Match) {
	name, above := strings.Join(labels, " "), ""
	last := labels[len(labels)-1]
	switch {
	case !wording.IsSub(last), strings.HasPrefix(viet.Key(last), "số tiền "): // "Số tiền ủng hộ quỹ" says what it is
	case f.unread:
		above = f.unreadName
	default:
		above = r.nearName(f.parent)
	}
	r.unknown(f.title.unit, name, above, m.Near, f.nameAt(i))
	f.grid.MarkRows(i, i+1, grid.Named)
}

// readRow reads the values of a row whose indicator is known, or is told by the
// columns' units.
func (r *reader) readRow(f *figures, rec *record) {
	var gaps []gap
	unknown, total := false, newSum()
	for _, n := range f.values {
		c := &f.table.columns[n]
		target := rec.ind
		if own := r.columnMeasure(c); own != "" && own != rec.unit {
			target = r.inMeasure(rec.labels, own, rec.ind)
		}
		cell := f.corrected(n, rec.row, f.grid.Rows[rec.row].Cell(c.col))
		if left := f.repeated(n, rec.row, cell, !target.Adds()); left != nil {
			f.dittos = append(f.dittos, f.grid.At(cell))
			cell = left.In(cell)
		}
		switch {
		case target.Code == "":
			unknown = unknown || cell != nil
		case cell != nil:
			r.readCell(f, c, cell, rec, target, total)
		case f.columnHas(c.col):
			g := f.gap(rec.row, c, rec.ind, rec.at.period)
			g.head = c.name()
			gaps = append(gaps, g)
		}
	}
	if unknown {
		r.unknownRow(f, rec.row, rec.labels, catalogue.Match{})
	}
	if len(gaps) > 0 && f.hasValue(rec.row) {
		r.blanks = append(r.blanks, blank{unit: cmp.Or(rec.at.unit, f.title.unit), gaps: gaps, partly: true})
	}
	r.checkRowTotal(f, rec.row, rec.ind, rec.scale, total)
	r.readBeside(f, rec.row, rec.at, rec.ind, rec.scale)
}

// inMeasure tells what a column with a unit of its own ("Số tiền") holds of a
// row: the row's indicator, the one of that name or hanging on it that counts in
// the unit, or nothing.
func (r *reader) inMeasure(labels []string, unit string, ind catalogue.Indicator) catalogue.Indicator {
	for _, parent := range []string{"", ind.Code} {
		of, ok := r.Catalogue.Indicator(r.labels.Match(labels, unit, parent).Code)
		if ok && r.units().Same(of.Unit, unit) && (ind.Code == "" || of.Code == ind.Code || of.Of == ind.Code || ind.Of == of.Code) {
			return of
		}
	}
	for _, of := range r.Catalogue.Indicators() {
		if ind.Code != "" && of.Of == ind.Code && r.units().Same(of.Unit, unit) {
			return of
		}
	}
	if ind.Code != "" && (r.clash(unit, ind) || !r.units().Same(unit, ind.Unit) && !r.labels.Persons(unit)) {
		return catalogue.Indicator{}
	}
	return ind
}

// readCell reads one value of a row; total gathers what the row adds up to. What
// tells cells apart that add up is the round in the name of the row, or the head.
func (r *reader) readCell(f *figures, c *column, v *grid.Cell, rec *record, ind catalogue.Indicator, total *sum) {
	scale := cmp.Or(c.scale, rec.scale)
	period, ok := r.period(f, c, rec.at.period, f.grid.At(v))
	if !ok {
		return
	}
	unit := cmp.Or(c.unit, rec.at.unit, f.title.unit)
	f.add = strings.TrimSpace(rec.round + " " + c.add)
	f.called = strings.Join(rec.labels, " ")
	f.written = r.unitWritten(f, rec.row, c, rec.labels)
	if own := r.columnMeasure(c); own != "" && own != rec.unit {
		f.written = own
	}
	total.add(v, ind.Code, r.store(f, v, ind, scale, unit, period))
	total.broken = total.broken || unit == unknownUnit // it is not in the report's sum
	total.periods = total.periods || c.unit == ""
}

// columnHas reports whether a column has any value in the table: a column that
// nobody filled in is not blank cells.
func (f *figures) columnHas(col int) bool {
	return slices.ContainsFunc(f.grid.Rows[f.first:f.end], func(row grid.Row) bool {
		c := row.Cell(col)
		return c != nil && (c.Kind != intake.Text || c.Data || c.IsNought())
	})
}
