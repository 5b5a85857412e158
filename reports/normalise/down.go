package normalise

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// readDown reads row i of a table whose rows name the indicators.
func (r *reader) readDown(f *figures, i int) {
	labels := f.rowLabels(i)
	filled := r.hasValue(f, i)
	switch {
	case len(labels) == 0:
		return
	}
	at := r.line(f, i, filled)
	unit, scale := f.rowUnit(i)
	if scale == 0 {
		scale = labelScale(labels...)
	}
	m := r.rowMatch(f, labels, unit)
	ind, ok := r.Catalogue.Indicator(m.Code)
	switch {
	case !ok && !filled:
		r.readGroup(f, labels[len(labels)-1])
		return
	case !ok && r.Catalogue.IsTotalName(labels[len(labels)-1]):
		f.grid.markRows(i, i+1, fateTotal)
		return
	case !ok && r.measured(f) == 0:
		r.unknownRow(f, i, labels, m)
		return
	}
	if ok && !filled {
		if filled = r.hasText(f, i); !filled {
			r.blankRow(f, i, at, ind)
		}
	}
	if ok && (ind.Of == "" || !isSub(labels[len(labels)-1])) {
		f.parent = ind.Code
	}
	if ok && !filled {
		f.group = labels[len(labels)-1]
	}
	r.readRow(f, i, at, labels, ind, unit, scale)
}

// hasText reports whether row i has anything in a column of values: beside the
// name of an indicator also what is no number is meant as one.
func (r *reader) hasText(f *figures, i int) bool {
	return slices.ContainsFunc(f.values, func(n int) bool { return f.grid.rows[i].cell(f.table.columns[n].col) != nil })
}

// blankRow notes an indicator beside which nothing stands, unless it is the head
// of a group whose rows follow.
func (r *reader) blankRow(f *figures, i int, at line, ind catalogue.Indicator) {
	own := at.unit != "" || !at.period.Period.IsZero()
	if !own && r.headsGroup(f, i, ind) {
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
	c := f.column(roleOrdinal)
	if c == nil || i+1 >= f.end {
		return false
	}
	this, next := f.grid.rows[i].cell(c.col), f.grid.rows[i+1].cell(c.col)
	if this == nil || next == nil {
		return false
	}
	n, err1 := strconv.Atoi(strings.Trim(this.text, " .)"))
	m, err2 := strconv.Atoi(strings.Trim(next.text, " .)"))
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
	next, ok := r.Catalogue.Indicator(r.match(labels, f.measure(i+1), ind.Code).Code)
	return isSub(last) || ok && (next.Of == ind.Code || r.Catalogue.Match(last).Code == "" || slices.Contains(ind.Parts, next.Code))
}

// rowMatch tells the indicator of a row: a row that begins with "–", "trong đó"
// or "số tiền" belongs to the indicator above it; a group's head joins with its
// sub-heads (DESIGN §4).
func (r *reader) rowMatch(f *figures, labels []string, unit string) catalogue.Match {
	last := labels[len(labels)-1]
	m := r.match(labels, unit, "")
	if m.Code == "" || isSub(last) {
		if under := r.match(labels, unit, f.parent); under.Code != "" {
			m = under
		}
	}
	if m.Code == "" && f.group != "" && len(labels) == 1 {
		if g := r.match([]string{f.group, strings.TrimLeft(last, "-–—+* ")}, unit, f.parent); g.Code != "" {
			m = g
		}
	}
	if ind, ok := r.Catalogue.Indicator(m.Code); ok && unit != "" && r.clash(unit, ind) {
		return catalogue.Match{Near: m.Code}
	}
	return m
}

// clash reports whether a row's unit cannot be the indicator's: money against a
// count, a percentage against anything else.
func (r *reader) clash(unit string, ind catalogue.Indicator) bool {
	money := unit == "đồng" || strings.HasPrefix(unit, "đồng/")
	return money != ind.Money() || (unit == "%") != ind.Percent()
}

// isSub reports whether a row's name says that it is a part of the one above.
func isSub(name string) bool {
	key := viet.Key(name)
	return strings.HasPrefix(name, "-") || strings.HasPrefix(name, "–") || strings.HasPrefix(name, "+") ||
		strings.HasPrefix(key, "trong đó") || strings.HasPrefix(key, "số tiền")
}

// readGroup takes up a row without values: a period that holds for the rows
// below it, or the head of a group.
func (r *reader) readGroup(f *figures, name string) {
	if p, ok := viet.ParsePeriod(strings.TrimLeft(name, "-–*+. "), r.periods(f.title.year)); ok {
		f.title.period, f.group, f.parent = p, "", ""
		return
	}
	if !isNote([]string{name}) {
		f.group, f.parent = name, ""
	}
}

// isNote reports whether a row without values is the end of a form: signatures
// and the like name no group.
func isNote(labels []string) bool {
	key := viet.Key(labels[0])
	return strings.HasPrefix(key, "người lập") || strings.HasPrefix(key, "ghi chú") || strings.HasPrefix(key, "chi hội trưởng")
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
		if unit, ok := measureWord(c.labels[i].text); ok {
			return unit
		}
	}
	return ""
}

func (r *reader) unknownRow(f *figures, i int, labels []string, m catalogue.Match) {
	at := f.grid.at(f.grid.rows[i].cells[0])
	if c := f.grid.cell(i, f.names[len(f.names)-1]); c != nil {
		at = f.grid.at(c)
	}
	r.find("indicator.unknown", f.title.unit, reports.Args{"name": strings.Join(labels, " "), "near": r.nearName(m.Near)}, at)
	f.grid.markRows(i, i+1, fateNamed)
}

// readRow reads the values of a row whose indicator is known, or is told by the
// columns' units.
func (r *reader) readRow(f *figures, i int, at line, labels []string, ind catalogue.Indicator, unit string, scale int64) {
	var gaps []gap
	unknown, total := false, newSum()
	for _, n := range f.values {
		c := &f.table.columns[n]
		target := ind
		if own := r.columnMeasure(c); own != "" && own != unit {
			target = r.inMeasure(labels, own, ind)
		}
		cell := f.grid.rows[i].cell(c.col)
		if target.Code == "" {
			unknown = unknown || cell != nil
			continue
		}
		if cell == nil {
			if f.columnHas(c.col) {
				g := f.gap(i, c, ind, at.period)
				g.head = c.name()
				gaps = append(gaps, g)
			}
			continue
		}
		r.readCell(f, c, cell, at, target, scale, total)
	}
	if unknown {
		r.unknownRow(f, i, labels, catalogue.Match{})
	}
	if len(gaps) > 0 && r.hasValue(f, i) {
		r.blanks = append(r.blanks, blank{unit: cmp.Or(at.unit, f.title.unit), gaps: gaps, partly: true})
	}
	r.checkRowTotal(f, i, ind, scale, total)
	r.readBeside(f, i, at, ind, scale)
}

// inMeasure tells what a column with a unit of its own ("Số tiền") holds of a
// row: the row's indicator, the one of that name or hanging on it that counts in
// the unit, or nothing.
func (r *reader) inMeasure(labels []string, unit string, ind catalogue.Indicator) catalogue.Indicator {
	for _, parent := range []string{"", ind.Code} {
		of, ok := r.Catalogue.Indicator(r.match(labels, unit, parent).Code)
		if ok && sameUnit(of.Unit, unit) && (ind.Code == "" || of.Code == ind.Code || of.Of == ind.Code || ind.Of == of.Code) {
			return of
		}
	}
	for _, of := range r.Catalogue.Indicators() {
		if ind.Code != "" && of.Of == ind.Code && sameUnit(of.Unit, unit) {
			return of
		}
	}
	if ind.Code != "" && (r.clash(unit, ind) || !sameUnit(unit, ind.Unit) && !people(unit)) {
		return catalogue.Indicator{}
	}
	return ind
}

// readCell reads one value of a row; total gathers what the row adds up to.
func (r *reader) readCell(f *figures, c *column, v *cell, at line, ind catalogue.Indicator, scale int64, total *sum) {
	if c.scale > 0 {
		scale = c.scale
	}
	period, ok := r.period(f, c, at.period, f.grid.at(v))
	if !ok {
		return
	}
	unit := cmp.Or(c.unit, at.unit, f.title.unit)
	total.add(v, ind.Code, r.store(f, v, ind, scale, unit, period))
	total.broken = total.broken || unit == unknownUnit // it is not in the report's sum
	total.periods = total.periods || c.unit == ""
}

// columnHas reports whether a column has any value in the table: a column that
// nobody filled in is not blank cells.
func (f *figures) columnHas(col int) bool {
	return slices.ContainsFunc(f.grid.rows[f.first:f.end], func(row gridRow) bool {
		c := row.cell(col)
		return c != nil && (c.Kind != intake.Text || isValue(c.text) || viet.IsNought(c.text))
	})
}
