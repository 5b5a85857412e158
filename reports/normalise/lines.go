package normalise

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// Sentences in cells: "- Hội viên: 50 đ/c; trong đó nữ: 03 đ/c". A sentence falls
// into clauses, each a label and a quantity and nothing else. A clause counts only
// if the catalogue knows the whole of its label in its unit: the words of free
// prose never do.

// A clause is one statement of a sentence.
type clause struct {
	label string
	value string // "" or a mere unit where a form waits for it
	sure  bool   // a colon or a dotted line parts the two
}

var (
	leader   = regexp.MustCompile(`[:\s]*(?:\.{3,}|…+|_{2,})[.…_\s]*`)
	listMark = regexp.MustCompile(`^(?:[-–—+*•·✓→]\s*|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])[.)]\s+)+`)
)

// clauses parts a line into its clauses. prose reports whether a part of it that is
// no clause has a quantity in it.
func clauses(u *viet.Units, line string) (list []clause, prose bool) {
	line = leader.ReplaceAllString(listMark.ReplaceAllString(line, ""), ": ")
	start := 0
	for i, c := range line + ";" {
		hard, soft := separates(line, i, c)
		if !hard && !soft {
			continue
		}
		text := strings.Trim(line[start:i], " ,;()")
		one, ok := parseClause(u, text)
		switch {
		case ok:
			list = append(list, one)
		case hard:
			prose = prose || hasCount(u, text)
		default:
			continue
		}
		start = min(i+1, len(line))
	}
	return list, prose
}

// separates reports whether the sign at i ends a clause for sure, or where it can:
// a comma may also stand inside a label, a stop inside a number.
func separates(line string, i int, c rune) (hard, soft bool) {
	switch c {
	case ';':
		return true, false
	case '.', ',':
		if i+1 < len(line) && line[i+1] != ' ' {
			return false, false
		}
		return c == '.', c == ','
	case '(', ')':
		return false, true
	}
	return false, false
}

// parseClause reads "label: quantity", or "label quantity" where the quantity
// names its unit.
func parseClause(u *viet.Units, s string) (clause, bool) {
	if len(s) > maxClause {
		return clause{}, false
	}
	if i := strings.LastIndexByte(s, ':'); i > 0 && unicode.IsLetter(lastRune(s[:i])) {
		value := strings.TrimSpace(s[i+1:])
		if value == "" || grid.IsBareUnit(u, value) {
			return clause{label: s[:i], sure: true}, value != ""
		}
		if grid.IsQuantity(u, value) || u.IsNought(value) {
			return clause{s[:i], value, true}, true
		}
	}
	before := ' '
	for i, c := range s {
		if i > 0 && len(s)-i <= maxQuantity && c >= '0' && c <= '9' && (before == ' ' || before == ':') {
			if qs, err := u.Quantities(s[i:], ""); err == nil && allUnits(qs) {
				return clause{label: strings.TrimRight(s[:i], " :"), value: s[i:]}, true
			}
		}
		before = c
	}
	return clause{}, false
}

// maxClause and maxQuantity, in bytes, are beyond any label with its quantity, and
// any quantity: what is longer is prose.
const (
	maxClause   = 300
	maxQuantity = 100
)

func lastRune(s string) rune {
	r := []rune(strings.TrimRight(s, " )"))
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}

func allUnits(qs []viet.Quantity) bool {
	return !slices.ContainsFunc(qs, func(q viet.Quantity) bool { return q.Unit == "" || q.Remark })
}

// countWords finds a number with the word behind it.
var countWords = regexp.MustCompile(`(?:^|[\s(:])\d[\d.,]*\s*([\p{L}/%]+(?:\s[\p{L}/]+)?)`)

// hasCount reports whether a text holds a number of something that is counted:
// "có 120 lượt người dự". Days, years and numbers of decrees are none.
func hasCount(u *viet.Units, s string) bool {
	for _, m := range countWords.FindAllStringSubmatch(s, -1) {
		first, _, _ := strings.Cut(m[1], " ")
		for _, w := range []string{m[1], first} {
			if unit, _, ok := u.UnitWord(w); ok && !notCounted[unit] {
				return true
			}
		}
	}
	return false
}

// notCounted are units of dates and sizes, which prose is full of.
var notCounted = map[string]bool{"ngày": true, "giờ": true, "lần": true, "đợt": true, "điểm": true, "m": true}

// A saying is a clause with what the catalogue makes of it.
type saying struct {
	clause
	cell   *grid.Cell
	ind    catalogue.Indicator // its Code is "" if the label is not known
	near   string
	beside bool // another clause of the cell is known
}

// sayings reads the clauses of a cell. An indicator may hang on the clause before
// ("trong đó nữ"), or, by f.parent, on the line before.
func (r *reader) sayings(f *figures, c *grid.Cell) (list []saying, prose bool) {
	for _, line := range r.lines(c) {
		parts, rest := clauses(r.units(), line)
		prose = prose || rest
		for _, p := range parts {
			s := saying{clause: p, cell: c}
			s.ind, s.near = r.clauseMatch(p, f.parent)
			switch {
			case r.aside(p.label):
			case s.ind.Code == "" || s.ind.Of == "" || !isSub(p.label):
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

// aside reports whether a label is of something that is held against the figure
// before it: the plan, the year before.
func (r *reader) aside(label string) bool {
	return len(side(r.rolesOf(label))) > 0
}

// clauseMatch tells the indicator of a clause. The short name of a column's head
// ("Kết nạp") means one only beside others of its section.
func (r *reader) clauseMatch(c clause, parent string) (ind catalogue.Indicator, near string) {
	unit, ok := c.unit(r.units())
	if !ok || r.aside(c.label) || namesMeasure(c.label) {
		return ind, ""
	}
	m := r.match([]string{c.label}, unit, "")
	if m.Code == "" || isSub(c.label) {
		if under := r.match([]string{c.label}, unit, parent); under.Code != "" {
			m = under
		}
	}
	ind, ok = r.Catalogue.Indicator(m.Code)
	up, _ := r.Catalogue.Indicator(parent)
	switch {
	case !ok:
		return ind, m.Near
	case unit != "" && r.clash(unit, ind), isHeadOf(ind, c.label) && up.Section != ind.Section:
		return catalogue.Indicator{}, ind.Code
	}
	return ind, ""
}

// unit is what the quantity of a clause counts, "" if it does not say; not ok if
// it counts several things that no one indicator can be.
func (c clause) unit(u *viet.Units) (unit string, ok bool) {
	if c.value == "" || grid.IsBareUnit(u, c.value) {
		return "", true
	}
	qs, err := u.Quantities(c.value, "")
	if err != nil || len(qs) == 0 {
		return "", c.sure
	}
	return qs[0].Unit, true
}

// isHeadOf reports whether a label is a name of the indicator for the head of a
// column only.
func isHeadOf(ind catalogue.Indicator, label string) bool {
	key := viet.Key(listMark.ReplaceAllString(label, ""))
	return slices.ContainsFunc(ind.Heads, func(h string) bool { return viet.Key(h) == key })
}

// say stores what a clause says.
func (r *reader) say(f *figures, s saying) {
	at := f.grid.At(s.cell)
	if s.value == "" {
		r.blanks = append(r.blanks, blank{unit: f.title.unit, gaps: []gap{{at: at, ind: s.ind}}})
		return
	}
	head := &column{labels: []*grid.Cell{s.cell.Said(s.label)}}
	if period, ok := r.period(f, head, f.period, at); ok {
		v := s.cell.Said(s.value)
		r.store(f, v, s.ind, labelScale(r.units(), s.label), f.title.unit, period)
		s.cell.Mark(v.Fate)
	}
}

// mustName reports whether a clause that is not known must be named where others
// are: it is a list's or has a colon, its label is as long as labels are, and its
// quantity is of something that is counted.
func (r *reader) mustName(s saying) bool {
	qs, err := r.units().Quantities(s.value, "")
	if err != nil || !s.sure && !s.beside || r.aside(s.label) || namesMeasure(s.label) || len(strings.Fields(s.label)) > maxLabelWords {
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
	statement := longNumber.MatchString(c.Clean) && !strings.Contains(c.Clean, ":")
	if c.Kind != intake.Text || statement || c.StandsAsUnit() || r.namesFigure(c) || r.isBranch(c.Clean) && !hasCount(r.units(), c.Clean) {
		return
	}
	if r.askTakenBack(f.figures, c) {
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
		case f.planned.on:
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
			if !r.aside(s.label) && hasCount(r.units(), s.label+" "+s.value) {
				f.prose = append(f.prose, s.cell)
			}
			continue
		}
		r.unknown(f.title.unit, strings.TrimSpace(listMark.ReplaceAllString(s.label, "")), s.near, f.grid.At(s.cell))
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
