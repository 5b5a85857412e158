package compose

import (
	"cmp"
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// A reach says how many of the branches that should report gave a figure.
type reach int

const (
	whole  reach = iota // all, or the ward for all of them, or nobody knows how many should
	nearly              // so many that what is said of all may stand
	most                // at least half: said of those that reported, with a mark
	few                 // fewer: in the annex only
)

// defaultNearly is the least share of the branches, in percent, of which a figure is
// still called that of all.
const defaultNearly = 90

// reach tells how far a figure goes. One that hangs on another, as money on the
// persons who got it, goes as far as that one: where nothing happened nothing is
// missing.
func (c *composer) reach(code string) reach {
	ind, _ := c.t.cat.Indicator(code)
	if of, ok := c.t.cat.Indicator(ind.Of); ok && of.Code != code && !slices.Contains(of.Parts, code) {
		if _, ok := c.known(of.Code); ok && c.together(code, of.Code) {
			return c.reach(of.Code)
		}
	}
	given, fewer := c.given(code)
	expected := c.expected()
	share := c.in.Nearly
	if share == 0 {
		share = defaultNearly
	}
	switch {
	case !fewer:
		return whole
	case given*100 >= expected*share:
		return nearly
	case given*2 >= expected:
		return most
	}
	return few
}

// cover is what is known of whose figures one is made.
func (c *composer) cover(code string) aggregate.Cover {
	if c.covers == nil {
		c.covers = map[string]aggregate.Cover{}
	}
	known, ok := c.covers[code]
	if !ok {
		known = c.in.Totals.Cover(c.t.cat, code)
		c.covers[code] = known
	}
	return known
}

// given returns how many branches gave a figure, and whether that is fewer than should:
// not if the ward itself gave it, or nobody knows how many should.
func (c *composer) given(code string) (n int, fewer bool) {
	cover := c.cover(code)
	ofBranches := cover.Branches+cover.Part > 0
	return cover.Branches, ofBranches && cover.Branches < c.expected()
}

// expected is how many branches should have given a figure: those that are listed, or
// else all that gave anything.
func (c *composer) expected() int {
	if n := c.in.Branches.Expected; n > 0 {
		return n
	}
	return c.in.Branches.Received
}

// together reports whether one sentence may say two figures.
func (c *composer) together(one, two string) bool {
	return c.in.Totals.Together(c.t.cat, one, two, c.in.Branches.Expected)
}

// apart reports whether a figure would stand in a sentence with one that it belongs
// to and was not added together with; it then stands in the annex only.
func (c *composer) apart(code string, said []string) bool {
	i := slices.IndexFunc(said, func(other string) bool {
		return other != code && aggregate.Related(c.t.cat, code, other) && !c.together(code, other)
	})
	if i < 0 {
		return false
	}
	ind, _ := c.t.cat.Indicator(code)
	of, _ := c.t.cat.Indicator(said[i])
	c.findings.Add("figure.apart", reports.Ward, reports.Args{"indicator": ind.Name, "of": of.Name})
	return true
}

// lastDay is the last day that the report can tell of: that of its span, the last of
// which anybody gave anything, or its own date if it is written before.
func (c *composer) lastDay() reports.Day {
	told := c.in.Span
	for _, gap := range slices.Backward(c.in.Gaps) {
		if gap.To == told.To && gap.From > told.From {
			told.To = gap.From
		}
	}
	return c.seen(told)
}

// A Coverage is what the block "coverage" is given to say of a row of Annex I who gave
// its figure and for what time; "" is nothing to say.
type Coverage struct {
	Given, Expected string // "25", "26"
	Part            string // how many more gave it for a part of the time only
	Day             string // of the oldest level, where it is not the last day of the span
	Mixed           bool   // there are newer ones
	Until           string // last day of which anybody gave it, if all before is there
	Gaps            bool   // nobody gave it for some parts of the span
}

// coverage says what a reader has to know of a figure, all empty if it is whole.
func (c *composer) coverage(ind catalogue.Indicator) Coverage {
	var words Coverage
	cover := c.cover(ind.Code)
	if c.reach(ind.Code) != whole {
		words.Given, words.Expected = strconv.Itoa(cover.Branches), strconv.Itoa(c.expected())
	}
	words.Part = numberWords(cover.Part)
	if cover.First != 0 && cover.First < c.lastDay() {
		words.Day, words.Mixed = viet.Date(cover.First), cover.First != cover.Last
	}
	if len(cover.Open) > 0 {
		words.Gaps = true
		if open := cover.Open; len(open) == 1 && open[0].From > c.in.Span.From && open[0].To == c.in.Span.To {
			words.Until = viet.Date(open[0].From - 1)
		}
	}
	return words
}

// periodList names periods in a sentence.
func (c *composer) periodList(periods []reports.Period) string {
	var names []string
	for _, p := range periods {
		names = append(names, c.line("gap", c.periodWords(p)))
	}
	return joined(names)
}

// gaps is the action that names the parts of the span of which nobody gave anything.
func (c *composer) gaps() string { return c.fact(c.periodList(c.in.Gaps)) }

// complete is the action that says how many branches gave every figure of the report
// that at least half of them give; absent where all did, or nobody knows how many
// should.
func (c *composer) complete() string {
	var codes, rare []string
	for _, ind := range c.tabled() {
		cover := c.cover(ind.Code)
		switch said := c.t.says[ind.Code] || ind.Sentence != ""; {
		case !said || cover.Branches+cover.Part == 0:
		case c.reach(ind.Code) == few:
			rare = append(rare, ind.Code)
		default:
			codes = append(codes, ind.Code)
		}
	}
	n := c.in.Totals.Complete(c.t.cat, codes, rare)
	if c.in.Branches.Expected <= 0 || n >= c.in.Branches.Expected || len(codes) == 0 {
		return c.absent()
	}
	return c.fact(c.line("complete", n))
}

// ofAll reports whether a figure may be called that of all: of the ward's branches as a
// whole nothing else is said beside it if not.
func (c *composer) ofAll(code string) bool { return c.reach(code) <= nearly }

// branchesOf is the action that prints the number of branches beside a figure of all of
// them; absent beside a figure of fewer, and where it is another number than that of the
// branches that are listed, or else reported, which is told.
func (c *composer) branchesOf(code, number string) string {
	v, ok := c.sayable(number)
	listed := c.expected()
	if !ok || c.reach(code) != whole {
		return c.absent()
	}
	if !v.Equal(reports.Int(int64(listed))) {
		ind, _ := c.t.cat.Indicator(number)
		c.findings.Add("branches.differ", reports.Ward, reports.Args{"name": ind.Name, "said": printed(ind, v), "listed": strconv.Itoa(listed)})
		return c.absent()
	}
	return c.fig(number)
}

// doers is the action that names the branches that did what a figure counts: one alone
// where only one did more than nothing.
func (c *composer) doers(code string) string {
	did := map[reports.UnitID]bool{}
	for _, e := range c.in.Totals.Figures[code].From {
		if e.Unit != reports.Ward && !e.Value.IsZero() {
			did[e.Unit] = true
		}
	}
	return c.put(token{kind: setting, text: c.line("doers", len(did))})
}

// mostSilent are so many names as an opening sentence can bear.
const mostSilent = 3

// silentNames are the branches that gave nothing, "" if they are too many to be named
// in a sentence.
func (c *composer) silentNames() string {
	if len(c.in.Branches.Missing) > mostSilent {
		return ""
	}
	return joined(c.in.Branches.Missing)
}

// silentCount is their number where they are not named.
func (c *composer) silentCount() string {
	if n := len(c.in.Branches.Missing); n > mostSilent {
		return strconv.Itoa(n)
	}
	return ""
}

// checkFew tells of figures that the text would say, and that too few gave.
func (c *composer) checkFew() {
	for _, ind := range c.tabled() {
		if !c.t.says[ind.Code] && ind.Sentence == "" || c.reach(ind.Code) != few {
			continue
		}
		cover := c.cover(ind.Code)
		c.findings.Add("figure.few", reports.Ward, reports.Args{
			"indicator": ind.Name, "given": strconv.Itoa(cover.Branches), "expected": strconv.Itoa(c.in.Branches.Expected),
		})
	}
}

// addCoverage puts the column that says who gave each figure into a table, if any of
// its rows has something to say; its plain rows are those of the indicators.
func (c *composer) addCoverage(t *paper.Table, inds []catalogue.Indicator, at int) {
	cells, partial := make([]string, len(inds)), false
	for i, ind := range inds {
		words := c.coverage(ind)
		partial = partial || words != Coverage{}
		if cover := c.cover(ind.Code); cover.Branches+cover.Part > 0 && c.expected() > 0 {
			n := cover.Branches
			words.Given, words.Expected = strconv.Itoa(n), strconv.Itoa(c.expected())
		}
		cells[i] = c.line("coverage", words)
	}
	if !partial {
		return
	}
	t.Columns = slices.Insert(t.Columns, at, paper.Column{Head: c.line("head coverage", nil), Align: paper.Right})
	for i := range t.Rows {
		row, words := &t.Rows[i], ""
		if row.Kind == paper.Plain {
			words, cells = cmp.Or(cells[0], "-"), cells[1:]
		}
		row.Cells = slices.Insert(row.Cells, at, cell(words))
	}
	t.Notes = append(t.Notes, c.line("note coverage", nil))
	c.starry = append(c.starry, t)
}

// explainMarks takes out the note on marks where the text has none.
func (c *composer) explainMarks() {
	if c.starred {
		return
	}
	note := c.line("note coverage", nil)
	for _, t := range c.starry {
		t.Notes = slices.DeleteFunc(t.Notes, func(s string) bool { return s == note })
	}
}
