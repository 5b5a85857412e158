package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// Sentences in cells: "- Hội viên: 50 đ/c; trong đó nữ: 03 đ/c". A sentence falls
// into clauses, each a label and a quantity and nothing else. A clause counts only
// if the catalogue knows the whole of its label in its unit: the words of free
// prose never do.

// A saying is a clause with what the catalogue makes of it.
type saying struct {
	wording.Clause
	cell   *grid.Cell
	ind    catalogue.Indicator // its Code is "" if the label is not known
	near   string
	of     catalogue.Indicator // what it is a part of, and no figure of the branch
	beside bool                // another clause of the cell is known
}

// sayings reads the clauses of a cell. An indicator may hang on the clause before
// ("trong đó nữ"), or, by f.parent, on the line before.
func (r *reader) sayings(f *figures, c *grid.Cell) (list []saying, prose bool) {
	for _, line := range r.lines(c) {
		parts, rest := wording.Clauses(r.units(), line)
		prose = prose || rest
		for _, p := range parts {
			s := saying{Clause: p, cell: c}
			s.ind, s.near = r.clauseMatch(p, f.parent)
			if up, _ := r.Catalogue.Indicator(f.parent); wording.IsInPart(p.Label) && r.labels.InPart(up, s.ind) {
				s.of = up
			}
			switch {
			case s.of.Code != "":
			case r.aside(p.Label):
			case s.ind.Code == "" || s.ind.Of == "" || !wording.IsSub(p.Label):
				f.parent = s.ind.Code // what hangs on a label that is not known is not known
			}
			list = append(list, s)
		}
	}
	known := slices.ContainsFunc(list, func(s saying) bool { return s.ind.Code != "" })
	for i := range list {
		list[i].beside = known
	}
	return list, prose
}

// aside reports whether a name is of something that is held against the figure
// before it: the plan, the year before.
func (r *reader) aside(name string) bool {
	return len(label.Beside(r.labels.Roles(name))) > 0
}

// clauseMatch tells the indicator of a clause. The short name of a column's head
// ("Kết nạp") means one only beside others of its section.
func (r *reader) clauseMatch(c wording.Clause, parent string) (ind catalogue.Indicator, near string) {
	unit, ok := c.Unit(r.units())
	if !ok || r.aside(c.Label) || wording.NamesMeasure(c.Label) {
		return ind, ""
	}
	m := r.labels.Match([]string{c.Label}, unit, "")
	if m.Code == "" || wording.IsSub(c.Label) {
		if under := r.labels.Match([]string{c.Label}, unit, parent); under.Code != "" {
			m = under
		}
	}
	ind, ok = r.Catalogue.Indicator(m.Code)
	up, _ := r.Catalogue.Indicator(parent)
	switch {
	case !ok:
		return ind, m.Near
	case unit != "" && r.clash(unit, ind), label.IsHeadOf(ind, c.Label) && up.Section != ind.Section:
		return catalogue.Indicator{}, ind.Code
	}
	return ind, ""
}

// say stores what a clause says.
func (r *reader) say(f *figures, s saying) {
	at := f.grid.At(s.cell)
	if s.of.Code != "" {
		r.find("rows.part", f.title.unit, reports.Args{"names": "“" + s.of.Name + "” → “" + s.Label + "”"}, at)
		s.cell.Mark(grid.Part)
		return
	}
	if s.Value == "" {
		r.blanks = append(r.blanks, blank{unit: f.title.unit, gaps: []gap{{at: at, ind: s.ind}}})
		return
	}
	head := &column{labels: []*grid.Cell{s.cell.Said(s.Label)}}
	if period, ok := r.period(f, head, f.period, at); ok {
		v := s.cell.Said(s.Value)
		f.called = s.Label
		r.store(f, v, s.ind, wording.Scale(r.units(), s.Label), f.title.unit, period)
		s.cell.Mark(v.Fate)
	}
}

// mustName reports whether a clause that is not known must be named where others
// are: it is a list's or has a colon, its label is as long as labels are, and its
// quantity is of something that is counted.
func (r *reader) mustName(s saying) bool {
	qs, err := r.units().Quantities(s.Value, "")
	if err != nil || !s.Sure && !s.beside || r.aside(s.Label) || wording.NamesMeasure(s.Label) || len(strings.Fields(s.Label)) > maxLabelWords {
		return false
	}
	return slices.ContainsFunc(qs, func(q viet.Quantity) bool {
		return slices.ContainsFunc(r.Catalogue.Indicators(), func(ind catalogue.Indicator) bool { return ind.Unit == q.Unit })
	})
}

// maxLabelWords is how long the name of an indicator may be; what is longer is
// prose, and may name people.
const maxLabelWords = 10

// readSentences reads the clauses of a text cell. A line without any is a heading:
// what hung on the lines above it ends there.
func (r *reader) readSentences(f *form, c *grid.Cell) {
	statement := label.HasAccount(c.Clean) && !strings.Contains(c.Clean, ":")
	if c.Kind != intake.Text || statement || r.askTakenBack(f.figures, c) { // it may name the branch of which it speaks
		return
	}
	if c.StandsAsUnit() || r.namesFigure(c) || r.isBranch(c.Clean) && !wording.HasCount(r.units(), c.Clean) {
		return
	}
	list, prose := r.sayings(f.figures, c)
	if len(list) == 0 && !prose {
		r.heading(f, c)
	}
	for _, s := range list {
		switch {
		case s.ind.Code == "":
			f.unknown = append(f.unknown, s)
		case f.planned.On:
			prose = true
		default:
			r.say(f.figures, s)
		}
	}
	if prose {
		f.prose = append(f.prose, c)
	}
}

// nameSentences tells of what the sentences of a form say and nobody read: labels
// that are not known are named, prose is only pointed at.
func (r *reader) nameSentences(f *form) {
	for _, s := range f.unknown {
		if !r.mustName(s) {
			if !r.aside(s.Label) && wording.HasCount(r.units(), s.Label+" "+s.Value) {
				f.prose = append(f.prose, s.cell)
			}
			continue
		}
		r.unknown(f.title.unit, strings.TrimSpace(wording.Unlisted(s.Label)), "", s.near, f.grid.At(s.cell))
		s.cell.Mark(grid.Named)
	}
	var at []reports.Cell
	for _, c := range f.prose {
		if c.Mark(grid.Words); !slices.Contains(at, f.grid.At(c)) {
			at = append(at, f.grid.At(c))
		}
	}
	if len(at) > 0 {
		r.find("lines.unread", f.title.unit, reports.Args{"count": itoa(len(at))}, at...)
	}
}

// readSentence reads a row of a table that holds nothing but one line of text, and
// reports whether the line had figures in it.
func (r *reader) readSentence(f *figures, i int) bool {
	row := f.grid.Rows[i]
	if len(row.Cells) != 1 {
		return false
	}
	inner := *f // what hangs on what in the table does not in the line
	inner.parent, inner.period = "", f.onlyPeriod()
	lines := &form{figures: &inner}
	r.readSentences(lines, row.Cells[0])
	r.nameSentences(lines)
	found := inner.read > f.read
	f.read, f.noTime = inner.read, inner.noTime
	return found
}

// onlyPeriod is the period that all columns with one name, if it is one.
func (f *figures) onlyPeriod() (p viet.PeriodText) {
	for n := range f.table.columns {
		c := &f.table.columns[n]
		switch {
		case !c.timed:
		case !p.Period.IsZero() && c.period != p:
			return viet.PeriodText{}
		default:
			p = c.period
		}
	}
	return p
}
