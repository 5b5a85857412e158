package normalise

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

func itoa(n int) string { return strconv.Itoa(n) }

// A table is a block of rows under one or several rows of heads.
type table struct {
	grid        *grid.Sheet
	head, first int // indices of the first head row and the first row under the heads
	end         int // index after the last row
	columns     []column
	title       title
}

// A column is one column of a table with what its heads say.
type column struct {
	col    int
	labels []*grid.Cell // from the upper to the lower head, each once
	roles  []label.Role // of the lowest head that has any
	role   label.Role   // what the column is, "" for values
	period viet.PeriodText
	timed  bool
	unit   reports.UnitID
	code   string
	near   string
	scale  int64  // of money, 0 if the head names none
	place  bool   // the head names a place that is no branch of the list
	add    string // its cells add up with those of others; what tells them apart
	fits   []bool // of a total, by row from the first: some columns add up to it

	estimated bool // a head calls its values estimates for time that has not passed
}

func (c *column) name() string {
	var texts []string
	for _, l := range c.labels {
		texts = append(texts, l.Clean)
	}
	return strings.Join(texts, " ")
}

// readSheet reads all tables of a sheet and returns how many held something. A
// sheet of which nothing is understood is named in a finding.
func (r *reader) readSheet(g *grid.Sheet) int {
	if len(g.Rows) == 0 {
		return 0
	}
	first := r.about(g).head
	t := r.sheetTitle(g, first)
	t.ahead = r.aheadIn(g, max(0, first-titleRows), first)
	read := r.readForm(g, first, t)
	for i := first; i < len(g.Rows); {
		if i > first && !r.labels.IsHead(g.Rows[i]) { // questions below a table
			below := r.belowTable(g, i)
			read += r.readForm(below, len(below.Rows), t)
			i += len(below.Rows)
			continue
		}
		tab := r.table(g, i, t)
		for _, block := range r.blocks(tab) {
			if r.readTable(r.pairRows(block)) {
				read++
			}
		}
		i = tab.end
		if i < len(g.Rows) {
			t.ahead = r.stillAhead(g, tab, t.ahead)
			t = r.between(g, tab, t)
		}
	}
	about := r.about(g)
	about.read, about.unit = read, t.unit
	if read == 0 {
		r.find("sheet.nothing", "", nil, reports.Cell{File: g.File, Sheet: g.Name})
	}
	return read
}

// belowTable is the part of a sheet from row i to the next heads.
func (r *reader) belowTable(g *grid.Sheet, i int) *grid.Sheet {
	end := i + 1
	for end < len(g.Rows) && !r.labels.IsHead(g.Rows[end]) {
		end++
	}
	return r.with(g, g.Rows[i:end])
}

// asksFigure reports whether a row begins with a question: "Câu 3. …?"
func asksFigure(row grid.Row) bool {
	_, _, ok := wording.Question(row.Cells[0].Units(), row.Cells[0].Clean)
	return ok && row.Cells[0].Kind == intake.Text
}

// sheetTitle is the title of a sheet, with the workbook's unit and the name of
// the tab where the sheet itself says nothing.
func (r *reader) sheetTitle(g *grid.Sheet, end int) title {
	t := r.title(g, end)
	switch {
	case t.named != nil && r.unit != "":
		t.unit = r.stranger(t.named.Clean, g.At(t.named))
	case t.tab != "":
		t.unit = r.stranger(t.tab, reports.Cell{File: g.File, Sheet: g.Name})
	case t.unit == "" || t.unit == reports.Ward && r.unit != "":
		t.unit = r.unit
	}
	if t.year == 0 {
		t.year = r.year
	}
	if p, ok := viet.FindPeriod(g.Name, r.periods(t.year)); ok && rankPeriod(p) > rankPeriod(t.period) {
		t.period = p
	}
	if rankPeriod(r.when) > rankPeriod(t.period) {
		t.period = r.when
	}
	return t
}

// between reads the lines between two tables: a new branch or period named
// there holds for the next one.
func (r *reader) between(g *grid.Sheet, tab *table, t title) title {
	for i := tab.end - 1; i >= tab.first && i >= tab.end-4; i-- {
		cells := g.Rows[i].Cells
		if slices.ContainsFunc(cells, func(c *grid.Cell) bool { return c.IsNumber() || c.Data || r.labels.Code(c) != "" }) {
			return t // the last rows of the table above
		}
		for _, c := range cells {
			next := title{period: t.period, scale: t.scale, year: t.year, around: t.around}
			titleScale(&next, c)
			if p, ok := viet.FindPeriod(c.Clean, r.periods(t.year)); ok && !wording.IsDateLine(c.Key) && rankPeriod(p) == 3 {
				next.period = p
			}
			if !wording.IsNote(c.Clean) {
				r.titleUnit(&next, c)
			}
			switch {
			case next.named != nil && r.beginsBranch(c.Clean):
				t.unit = r.stranger(c.Clean, g.At(c))
			case next.unit != "" && next.unit != reports.Ward:
				t.unit, t.by = next.unit, c
			}
			t.period, t.scale = next.period, next.scale
		}
	}
	return t
}

// firstHead returns the index of the first row of heads, len(g.rows) if none.
func (r *reader) firstHead(g *grid.Sheet) int {
	for i := range g.Rows {
		if r.labels.IsHead(g.Rows[i]) {
			return i
		}
	}
	return len(g.Rows)
}

// table takes up the table whose heads begin in row head.
func (r *reader) table(g *grid.Sheet, head int, t title) *table {
	tab := &table{grid: g, head: head, first: head + 1, title: t}
	for tab.first < len(g.Rows) && tab.first < head+4 && r.continues(g, head, tab.first) {
		tab.first++
	}
	r.setColumns(tab)
	if tab.first < len(g.Rows) && isNumbering(g.Rows[tab.first]) {
		tab.first++
	}
	tab.end = tab.first
	open := tab.words() || tab.has(label.File)
	for tab.end < len(g.Rows) && (open || !r.labels.IsHead(g.Rows[tab.end]) && !asksFigure(g.Rows[tab.end])) {
		tab.end++
	}
	return tab
}

// continues reports whether row i goes on with the heads that began in row
// head: nothing but labels, and none under the heads that name the rows.
func (r *reader) continues(g *grid.Sheet, head, i int) bool {
	if g.Rows[i].Num-g.Rows[i-1].Num > 1 {
		return false
	}
	for _, c := range g.Rows[i].Cells {
		l := r.labels.Of(c)
		above := g.Cell(head, c.Col)
		if above != nil && r.headsWords(above) {
			return false
		}
		if l.Data || above != nil && above.Row == g.Rows[head].Num && r.namesRows(above) {
			return false
		}
	}
	return true
}

// headsWords reports whether a head stands over words of the ward, which have one
// row of heads.
func (r *reader) headsWords(c *grid.Cell) bool {
	l := r.labels.Of(c)
	return l.Is(label.Form) || l.Is(label.Giver) || l.Is(label.File) || l.Is(label.Caption)
}

// namesRows reports whether a head stands over the names of the rows.
func (r *reader) namesRows(c *grid.Cell) bool {
	l := r.labels.Of(c)
	return l.Is(label.Ordinal) || l.Is(label.Name) || l.Is(label.Branch) || l.Is(label.Period) || l.Is(label.Day) || l.Is(label.Measure) || l.Is(label.Section) || l.Is(label.File) || l.Is(label.Form)
}

// isNumbering reports whether a row only numbers the columns: (1) (2) (3), or
// A B 1 2 3.
func isNumbering(row grid.Row) bool {
	want, numbers := 1, 0
	for _, c := range row.Cells {
		s := strings.Trim(c.Clean, "()[]. ")
		n, err := strconv.Atoi(s)
		switch {
		case err != nil && len(s) == 1 && numbers == 0:
			continue
		case err != nil || n != want && numbers > 0 || n < 1 || n > 200:
			return false
		}
		numbers, want = numbers+1, n+1
	}
	return numbers >= 2 && len(row.Cells) >= 3
}

// has reports whether a column has the role.
func (t *table) has(want label.Role) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return slices.Contains(c.roles, want) })
}

// column returns the first column with the role, nil if there is none.
func (t *table) column(want label.Role) *column {
	for i := range t.columns {
		if slices.Contains(t.columns[i].roles, want) {
			return &t.columns[i]
		}
	}
	return nil
}

// setColumns reads the heads of every column that is used.
func (r *reader) setColumns(t *table) {
	for _, col := range t.used() {
		c := column{col: col, labels: t.heads(col)}
		year := t.title.year
		for _, l := range c.labels {
			lab := r.labels.Of(l)
			if len(lab.Roles) > 0 {
				c.roles = lab.Roles
			}
			if lab.Unit != "" {
				c.unit = lab.Unit
			} else if u := r.namesake(t, c.labels, l); u != "" {
				c.unit = u
			}
			r.timeColumn(&c, l, &year)
			c.estimated = c.estimated || wording.Estimated(l.Key)
			if scale := wording.Scale(r.units(), l.Clean); scale > 0 {
				c.scale = scale
			}
		}
		t.columns = append(t.columns, c)
	}
}

// namesake tells which of several branches of one name a head means, by the heads
// over it: "Thôn Đoài" under "Xã Hòa Lạc cũ".
func (r *reader) namesake(t *table, heads []*grid.Cell, l *grid.Cell) reports.UnitID {
	if _, candidates := r.matcher.Find(l.Clean); len(candidates) < 2 {
		return ""
	}
	var upper []string
	for _, h := range heads {
		if h != l {
			upper = append([]string{h.Clean}, upper...)
		}
	}
	unit, _ := r.matcher.Find(l.Clean, append(upper, r.around(t.grid)...)...)
	return unit
}

// around is what else may say of which old commune a branch is: the words given,
// the name of the sheet, the folder and the file.
func (r *reader) around(g *grid.Sheet, nearest ...string) []string {
	return append(nearest, g.Name, strings.ReplaceAll(r.book.Name, "/", " "))
}

// timeColumn reads a period out of one head; a year above completes "6 tháng
// đầu năm" below it.
func (r *reader) timeColumn(c *column, l *grid.Cell, year *int) {
	lab := r.labels.Of(l)
	if !lab.Timed {
		return
	}
	p, ok := viet.ParsePeriod(lab.When, r.periods(*year))
	if !ok && lab.Period.NeedsYear {
		p, ok = lab.Period, true
	}
	if !ok {
		return
	}
	c.period, c.timed = p, true
	if !p.Period.IsZero() {
		*year, _, _ = p.Period.Last().Date()
	}
}

// used returns the columns in which the table has anything.
func (t *table) used() []int {
	set := map[int]bool{}
	for i := t.head; i < len(t.grid.Rows); i++ {
		for _, c := range t.grid.Rows[i].Cells {
			set[c.Col] = true
		}
	}
	var cols []int
	for col := range set {
		cols = append(cols, col)
	}
	slices.Sort(cols)
	return cols
}

// heads returns the heads over a column. An upper head without a merge reaches
// right over empty cells as long as there are lower heads.
func (t *table) heads(col int) []*grid.Cell {
	var heads []*grid.Cell
	for i := t.head; i < t.first; i++ {
		c := t.grid.Cell(i, col)
		if c == nil && i < t.first-1 {
			c = t.reaching(i, col)
		}
		if c != nil && !slices.Contains(heads, c) {
			heads = append(heads, c)
		}
	}
	return heads
}

// reaching returns the head left of an empty cell that goes on over it: it is
// no merged cell, and both columns have a lower head of their own.
func (t *table) reaching(i, col int) *grid.Cell {
	if t.grid.Rows[t.first-1].Cell(col) == nil {
		return nil
	}
	for left := col - 1; left > 0; left-- {
		c := t.grid.Rows[i].Cell(left)
		if c == nil {
			continue
		}
		for _, m := range t.grid.Merges {
			if m.Holds(left, c.Row) {
				return nil
			}
		}
		if t.grid.Rows[t.first-1].Cell(left) == nil {
			return nil
		}
		return c
	}
	return nil
}
