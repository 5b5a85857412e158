package normalise

import (
	"cmp"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
)

// A record is one row of a table whose rows name the indicators, with all that its
// names say. What its columns mean is settled over all records together.
type record struct {
	row     int
	at      line
	title   title // as it held for this row: a row above may name a branch or a period
	labels  []string
	match   catalogue.Match
	written string              // the name with its period, "" if it has none
	ind     catalogue.Indicator // zero: only the columns' units tell
	unit    string
	scale   int64
	filled  bool
	round   string // "(đợt 1)": its values add up with those of the other rounds
}

// known reports whether the record names an indicator.
func (rec *record) known() bool { return rec.ind.Code != "" }

// records reads the names of all rows. Rows that are no records are groups,
// totals, or named in findings.
func (r *reader) records(f *figures) []record {
	var list []record
	for i := f.first; i < f.end; i++ {
		if r.readSentence(f, i) {
			continue
		}
		if rec, ok := r.record(f, i); ok {
			list = append(list, rec)
		}
		if f.joined > i {
			i = f.joined
		}
	}
	return list
}

func (r *reader) record(f *figures, i int) (record, bool) {
	rec := record{row: i, labels: f.rowLabels(i), filled: f.hasValue(i)}
	if r.passesOver(f, &rec) {
		return rec, false
	}
	rec.at = r.line(f, i, rec.filled)
	rec.unit, rec.scale = f.rowUnit(i)
	if rec.scale == 0 {
		rec.scale = wording.Scale(r.units(), rec.labels...)
	}
	if unit := r.cellUnit(f, i); rec.unit == "" && r.rowMatch(f, rec.labels, unit).Code != "" {
		rec.unit = unit // else the name is known all the same, and the unit is what is wrong
	}
	broken := rec.filled && r.joinNext(f, &rec)
	if !broken {
		rec.match = r.rowMatch(f, rec.labels, rec.unit)
	}
	if rec.ind, _ = r.Catalogue.Indicator(rec.match.Code); !broken && rec.filled && !rec.known() {
		r.timedName(f, &rec)
	}
	if rec.match.Round {
		rec.round = rec.last()
	}
	rec.title = f.title
	if !rec.known() && r.setAside(f, &rec, broken) {
		return rec, false
	}
	if rec.filled && rec.known() {
		r.take(rec.match, cmp.Or(rec.written, rec.last()), f.nameAt(i))
	}
	r.lead(f, &rec)
	return rec, true
}

// passesOver deals with a row that has no name, or stands below a heading of sums or
// of what is to come.
func (r *reader) passesOver(f *figures, rec *record) bool {
	switch {
	case len(rec.labels) == 0:
		r.loneUnit(f, rec.row)
	case f.summing && rec.filled:
		f.grid.MarkRows(rec.row, rec.row+1, grid.Total)
	case f.ahead && rec.filled:
		f.grid.MarkRows(rec.row, rec.row+1, grid.Plan)
	default:
		return false
	}
	return true
}

// cellUnit is the unit that the first value of a row gives itself, where no column
// does: "71/73 (97,3%)" is of a ratio, "12 hộ" is of households.
func (r *reader) cellUnit(f *figures, i int) string {
	for _, n := range f.values {
		c := f.grid.Rows[i].Cell(f.table.columns[n].col)
		if c == nil {
			continue
		}
		return c.Unit()
	}
	return ""
}

// last is the innermost word that names the row.
func (rec *record) last() string { return rec.labels[len(rec.labels)-1] }

// setAside deals with a row that names no indicator: a group, a total, a name that
// nobody knows. It reports false where the units of the columns may still tell.
func (r *reader) setAside(f *figures, rec *record, broken bool) bool {
	i, last := rec.row, rec.last()
	switch {
	case !rec.filled:
		r.readGroup(f, i, last)
	case r.Catalogue.IsTotalName(last):
		f.grid.MarkRows(i, i+1, grid.Total)
	case broken:
		r.find("name.joined", f.title.unit, reports.Args{"name": last}, f.nameAt(i))
		f.grid.MarkRows(i, i+1, grid.Named)
	case r.measured(f) == 0:
		if under, ok := f.grid.Covered[f.address(i, f.names[len(f.names)-1]).Addr]; ok {
			rec.match.Near = r.Catalogue.MatchIn(under, rec.unit, "").Code // its own name lies under a merge
		}
		r.unknownRow(f, i, rec.labels, rec.match)
		if !wording.IsSub(last) {
			f.unreadName = strings.Join(rec.labels, " ")
		}
		f.unread, f.parent = !wording.IsSub(last) || f.unread, ""
	default:
		return false
	}
	return true
}

// nameAt is where the name of row i stands.
func (f *figures) nameAt(i int) reports.Cell {
	for n := len(f.names) - 1; n >= 0; n-- {
		if c := f.grid.Cell(i, f.names[n]); c != nil {
			return f.grid.At(c)
		}
	}
	return f.grid.At(f.grid.Rows[i].Cells[0])
}

// lead notes what the rows below a record may hang on.
func (r *reader) lead(f *figures, rec *record) {
	last := rec.last()
	if !rec.known() {
		return
	}
	if rec.ind.Of == "" || !wording.IsSub(last) {
		f.parent, f.listed, f.unread, f.unreadName = rec.ind.Code, wording.IsSub(last), false, ""
	}
	switch {
	case !rec.filled && !r.hasText(f, rec.row):
		f.group, f.blankGroup = last, true
	case f.blankGroup && !wording.IsSub(last):
		f.group, f.blankGroup = "", false // it was blank, and no group
	}
}

// joinNext joins a name that goes on in the row below. It reports whether it does
// so and nobody knows what both say together: then half of it names nothing.
func (r *reader) joinNext(f *figures, rec *record) (broken bool) {
	next := f.continuation(rec.row)
	if next == "" {
		return false
	}
	last := len(rec.labels) - 1
	joined := slices.Clone(rec.labels)
	joined[last] += " " + next
	whole := r.rowMatch(f, joined, rec.unit)
	if !catalogue.Continues(next) && !(whole.Exact && r.rowMatch(f, rec.labels, rec.unit).Code == "") {
		return false // a row of its own
	}
	if whole.Code == "" && r.rowMatch(f, rec.labels, rec.unit).Code == "" && !catalogue.Unfinished(rec.labels[last]) {
		return false // as unknown with it as without
	}
	rec.labels, f.joined, rec.match = joined, rec.row+1, whole
	return whole.Code == ""
}

// continuation is the text of the row below row i where that holds nothing else.
func (f *figures) continuation(i int) string {
	if i+1 >= f.end || f.grid.Rows[i+1].Num != f.grid.Rows[i].Num+1 || len(f.grid.Rows[i+1].Cells) != 1 {
		return ""
	}
	c := f.grid.Rows[i+1].Cells[0]
	if len(f.names) == 0 || c.Col != f.names[len(f.names)-1] || wording.IsSub(c.Clean) {
		return ""
	}
	return c.Clean
}

// rowLabels returns the words that name row i, from the outer to the inner. What
// stands in a column of groups holds for the rows below until another does; a row
// that says nothing itself has no name.
func (f *figures) rowLabels(i int) []string {
	var labels []string
	own := false
	for _, col := range f.names {
		c := f.grid.Cell(i, col)
		own = own || c != nil && c.Kind == intake.Text && (!slices.Contains(f.groups, col) || f.grid.Rows[i].Cell(col) != nil)
		if held := f.held[col]; c == nil && held != nil {
			c = held[i-f.first]
		}
		if c != nil && c.Kind == intake.Text && !slices.Contains(labels, c.Clean) {
			labels = append(labels, c.Clean)
		}
	}
	if !own {
		return nil
	}
	return labels
}

// hold notes for each row what stands last in a column of groups.
func (f *figures) hold(col int) {
	var last *grid.Cell
	held := make([]*grid.Cell, f.end-f.first)
	for i := range held {
		if c := f.grid.Rows[f.first+i].Cell(col); c != nil {
			last = c
		}
		held[i] = last
	}
	f.held[col] = held
}

// setGroups takes for groups the columns of words left of the names: "Lĩnh vực |
// Chỉ tiêu", merged downwards or written once.
func (r *reader) setGroups(f *figures) {
	if len(f.names) == 0 {
		return
	}
	name := f.names[len(f.names)-1]
	var groups []int
	for _, col := range f.names[:len(f.names)-1] {
		if !f.oneHead(col, name) {
			groups = append(groups, col)
			f.hold(col)
		}
	}
	own := len(groups)
	for n := range f.table.columns {
		c := &f.table.columns[n]
		if c.col < name && (c.role == "" || c.role == label.Section) && len(c.labels) > 0 && f.onlyWords(c.col) {
			c.role = label.Group
			groups = append(groups, c.col)
			f.hold(c.col)
		}
	}
	f.groups = groups
	f.names = append(slices.Clone(groups[own:]), f.names...)
	f.values = slices.DeleteFunc(f.values, func(n int) bool { return f.table.columns[n].role == label.Group })
}

// oneHead reports whether one head stands over both columns.
func (f *figures) oneHead(a, b int) bool {
	heads := map[int][]*grid.Cell{}
	for _, c := range f.table.columns {
		heads[c.col] = c.labels
	}
	return slices.ContainsFunc(heads[a], func(l *grid.Cell) bool { return slices.Contains(heads[b], l) })
}

// onlyWords reports whether a column holds words and nothing that counts or
// numbers: "I", "2", "a" are no groups.
func (f *figures) onlyWords(col int) bool {
	words := 0
	for i := f.first; i < f.end; i++ {
		c := f.grid.Rows[i].Cell(col)
		switch {
		case c == nil:
		case c.IsNumber() || c.Data || c.IsNought():
			return false
		case len([]rune(c.Clean)) > 3:
			words++
		}
	}
	return words > 0
}
