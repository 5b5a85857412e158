package normalise

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// What a heading among the lines of a form says of time, and of what is still to
// come, holds for the lines below it, up to a heading of its own rank.

// A rank of headings: "II.", "2.", "a)"; unranked is a line without any mark.
type headRank int

const (
	unranked headRank = iota
	byLetter
	byNumber
	byRoman
)

var headMark = regexp.MustCompile(`^\(?(?:([IVX]{1,4})|(\d{1,2}(?:\.\d{1,2})*)|([a-zđA-ZĐ]))[.)/:]?\s`)

// rankOf returns the rank of a heading and its words.
func rankOf(s string) (headRank, string) {
	m := headMark.FindStringSubmatch(s)
	switch {
	case m == nil || !strings.ContainsAny(m[0], ".)/:"):
		return unranked, s
	case m[1] != "":
		return byRoman, s[len(m[0]):]
	case m[2] != "":
		return byNumber, s[len(m[0]):]
	}
	return byLetter, s[len(m[0]):]
}

// A scope is what a heading set, and its rank.
type scope struct {
	on   bool
	rank headRank
}

// open begins what a heading says; one without a mark stands above all others.
func (s *scope) open(rank headRank) {
	if s.on = true; rank == unranked {
		rank = byRoman
	}
	s.rank = rank
}

// closes reports whether a heading ends what an earlier one began.
func (s *scope) closes(rank headRank) bool { return s.on && rank >= s.rank }

// heading takes up a line without figures.
func (r *reader) heading(f *form, c *grid.Cell) {
	f.parent = ""
	rank, text := rankOf(c.Clean)
	if f.planned.closes(rank) || speaksOfResults(c.Key) {
		f.planned.on = false
	}
	if f.timed.closes(rank) {
		f.timed.on, f.period = false, viet.PeriodText{}
	}
	if speaksOfPlan(c.Key) {
		f.planned.open(rank)
	}
	ctx := r.periods(f.title.year)
	p, ok := viet.ParsePeriod(strings.Trim(text, " .:"), ctx)
	if !ok && rank != unranked {
		p, ok = viet.FindPeriod(text, ctx)
	}
	if ok && rankPeriod(p) == 3 {
		f.period = p
		f.timed.open(rank)
	}
}

// planWords are headings of what is to come.
var planWords = []string{"phương hướng", "phấn đấu", "mục tiêu", "nhiệm vụ trọng tâm", "kế hoạch năm", "dự kiến"}

func speaksOfPlan(key string) bool {
	return !speaksOfResults(key) && slices.ContainsFunc(planWords, func(w string) bool { return viet.Holds(key, w) })
}

func speaksOfResults(key string) bool {
	return slices.ContainsFunc([]string{"kết quả", "thực hiện", "báo cáo"}, func(w string) bool { return viet.Holds(key, w) })
}

// aheadWords may begin a heading of what is to come, if it also says so.
var (
	surePlans  = []string{"phương hướng", "phấn đấu"}
	maybePlans = []string{"kế hoạch", "mục tiêu", "nhiệm vụ", "chỉ tiêu", "dự kiến"}
	later      = []string{"năm tới", "năm sau", "kỳ tới", "thời gian tới", "tháng tới", "quý tới"}
)

var yearWords = regexp.MustCompile(`\b20\d\d\b`)

// announces reports whether a line over a table or over rows begins what is to
// come: "B. PHƯƠNG HƯỚNG", "Chỉ tiêu phấn đấu năm 2027" after the report's own year.
func (r *reader) announces(s string) bool {
	if len(s) > grid.LongestLabel {
		return false
	}
	key := viet.Key(listMark.ReplaceAllString(s, ""))
	begins := func(w string) bool { return strings.HasPrefix(key+" ", w+" ") }
	switch {
	case speaksOfResults(key):
		return false
	case slices.ContainsFunc(surePlans, begins):
		return true
	case !slices.ContainsFunc(maybePlans, begins):
		return false
	}
	end, _, _ := r.Span.Last().Date()
	return slices.ContainsFunc(later, func(w string) bool { return viet.Holds(key, w) }) ||
		slices.ContainsFunc(yearWords.FindAllString(key, -1), func(y string) bool {
			n, _ := strconv.Atoi(y)
			return n > end
		})
}

// isPlan reports whether a title is that of a plan, whatever its year: "KẾ HOẠCH
// CÔNG TÁC NĂM 2026". "Kế hoạch số 5" only points at one.
func isPlan(key string) bool {
	return strings.HasPrefix(key, "kế hoạch ") && !strings.HasPrefix(key, "kế hoạch số") && !speaksOfResults(key)
}

// results reports whether a column is headed as one of what was done.
func (t *table) results() bool {
	return slices.ContainsFunc(t.columns, func(c column) bool {
		return slices.Contains(c.roles, roleActual) && !slices.Contains(c.roles, roleCount)
	})
}

// plan begins or ends, at a heading in row i, the rows of what is to come: up to the
// next heading with a mark of the same kind, or one that speaks of results.
func (r *reader) plan(f *figures, i int, text string) {
	mark := f.markOf(i, text)
	switch {
	case r.announces(text):
		f.ahead, f.aheadMark = true, mark
		f.plans = append(f.plans, f.nameAt(i))
	case f.ahead && (speaksOfResults(viet.Key(text)) || mark != "" && mark == f.aheadMark):
		f.ahead = false
	}
}

// markOf tells the kind of the mark before a heading: in its column of ordinals, or
// in the heading itself.
func (f *figures) markOf(i int, text string) string {
	mark := text
	if c := f.column(roleOrdinal); c != nil {
		if v := f.grid.Rows[i].Cell(c.col); v != nil {
			mark = strings.Trim(v.Clean, "().: ") + ". "
		}
	}
	m := headMark.FindStringSubmatch(mark)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return "I"
	case m[2] != "":
		return "1"
	case m[3] == strings.ToUpper(m[3]):
		return "A"
	}
	return "a"
}

// aheadIn returns the line among rows from first to end that begins what is to
// come, nil if there is none or another speaks of results.
func (r *reader) aheadIn(g *grid.Sheet, first, end int) (ahead *grid.Cell) {
	for _, row := range g.Rows[first:end] {
		for _, c := range row.Cells {
			switch {
			case c.Kind != intake.Text:
			case r.announces(c.Clean) || isPlan(c.Key):
				ahead = c
			case speaksOfResults(c.Key):
				return nil
			}
		}
	}
	return ahead
}

// stillAhead is aheadIn for the lines below a table. What began over that table
// goes on below lines of its own, "2. Công tác tình nghĩa" in "B. Phương hướng".
func (r *reader) stillAhead(g *grid.Sheet, tab *table, ahead *grid.Cell) *grid.Cell {
	first := tab.end
	for first > tab.first && len(g.Rows[first-1].Cells) == 1 && g.Rows[first-1].Cells[0].Kind == intake.Text {
		first--
	}
	if c := r.aheadIn(g, first, tab.end); c != nil || ahead == nil {
		return c
	}
	began, _ := rankOf(ahead.Clean)
	for _, row := range g.Rows[first:tab.end] {
		if rank, _ := rankOf(row.Cells[0].Clean); rank == unranked || rank >= began && began != unranked {
			return nil
		}
	}
	return ahead
}

// namePlans tells of the parts of a table that speak of what is to come.
func (r *reader) namePlans(f *figures) {
	if len(f.plans) > 0 {
		r.find("rows.planned", f.title.unit, reports.Args{"count": itoa(len(f.plans))}, f.plans...)
	}
}

// readPlanned passes over a table of what is to come.
func (r *reader) readPlanned(t *table) bool {
	t.grid.MarkRows(t.head, t.first, grid.Label)
	t.grid.MarkRows(t.first, t.end, grid.Plan)
	r.find("rows.planned", t.title.unit, reports.Args{"count": "1"}, t.grid.At(t.title.ahead))
	return true
}
