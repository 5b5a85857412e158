package compose

import (
	"maps"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// known returns the value of a figure over the span.
func (c *composer) known(code string) (reports.Value, bool) {
	v := c.in.Totals.Figures[code].Value
	return v, v.Known()
}

// sayable returns the value of a figure if the text may say it: at least half of the
// branches gave it. Tables print what is known.
func (c *composer) sayable(code string) (reports.Value, bool) {
	v, ok := c.known(code)
	if !ok || c.reach(code) == few {
		return reports.Value{}, false
	}
	return v, true
}

// figure enters a figure that is printed as words.
func (c *composer) figure(code, words string) string {
	return c.put(token{kind: fact, text: words, ref: ref(code)})
}

// fig is the action that prints a figure with its unit of money or its percent
// sign. Nought is absent: it is said by nought, or not at all.
func (c *composer) fig(code string) string {
	if !c.has(code) {
		return c.absent()
	}
	v, _ := c.sayable(code)
	ind, _ := c.t.cat.Indicator(code)
	return c.figure(code, printed(ind, v))
}

// nought is the action that says words if the figure is a known nought: they
// claim something of all, so nobody may be silent.
func (c *composer) nought(code, words string) string {
	ind, _ := c.t.cat.Indicator(code)
	cover := c.cover(code)
	if !c.zero(code) || c.silent(ind, claimNone) || len(cover.Open)+cover.Part > 0 {
		return c.absent()
	}
	return c.figure(code, words)
}

// reached prints a percentage of at least 100. 100% of a claim about all is
// said only if nobody is silent and no period was below.
func (c *composer) reached(code string) string {
	v, ok := c.sayable(code)
	ind, _ := c.t.cat.Indicator(code)
	if !ok || v.Cmp(reports.Int(1)) < 0 || ind.Kind == catalogue.All && !c.all(ind) {
		return c.absent()
	}
	return c.figure(code, printed(ind, v))
}

// below prints a percentage between 0 and 100.
func (c *composer) below(code string) string {
	v, ok := c.sayable(code)
	if !ok || v.Num == 0 || v.Cmp(reports.Int(1)) >= 0 {
		return c.absent()
	}
	return c.fig(code)
}

// all reports whether a claim about all may be made: every period says so, and
// no branch is silent.
func (c *composer) all(ind catalogue.Indicator) bool {
	for _, v := range c.series(ind.Code) {
		if !v.Equal(reports.Int(1)) {
			return false
		}
	}
	return !c.silent(ind, claimAll)
}

// Codes of the findings about claims that cannot be made while a branch is silent.
const (
	claimAll  = "claim.all.silent"
	claimNone = "claim.none.silent"
)

// silent reports whether a branch that should give a figure did not, and says
// so: nothing can be claimed of all then. An event that belongs to another one
// is told of where that one happened.
func (c *composer) silent(ind catalogue.Indicator, code string) bool {
	if _, fewer := c.given(ind.Code); !fewer {
		return false
	}
	if ind.Of != "" && (ind.Kind == catalogue.Flow || ind.Kind == catalogue.Once) {
		gave, where := c.branches(ind.Code), c.branches(ind.Of)
		happened := len(where) > 0
		maps.DeleteFunc(where, func(u reports.UnitID, _ bool) bool { return gave[u] })
		if happened && len(where) == 0 {
			return false
		}
	}
	c.findings.Add(code, reports.Ward, reports.Args{"indicator": ind.Name})
	return true
}

// branches returns the branches that gave a figure.
func (c *composer) branches(code string) map[reports.UnitID]bool {
	out := map[reports.UnitID]bool{}
	for _, e := range c.in.Totals.Figures[code].From {
		if e.Unit != reports.Ward {
			out[e.Unit] = true
		}
	}
	return out
}

// share prints a ratio of things that are named: "100% chi hội" if it is all of
// them, "33/34 chi hội (97,06%)" if not.
func (c *composer) share(code, noun string) string {
	v, ok := c.sayable(code)
	ind, _ := c.t.cat.Indicator(code)
	switch {
	case !ok || v.Num == 0:
		return c.absent()
	case v.Cmp(reports.Int(1)) >= 0 && c.silent(ind, claimAll):
		return c.absent()
	case v.Cmp(reports.Int(1)) < 0 && ind.Num != "":
		return c.figure(code, parted(v)+" "+noun+" ("+viet.Percent(v)+")")
	}
	return c.figure(code, viet.Percent(v)+" "+noun)
}

// floor prints a ratio by the bound that the template chose: "trên 20% chi hội"
// if it is above, "20% chi hội" if it is just that, the exact ratio below. The
// bound is never raised.
func (c *composer) floor(code string, bound int, above, noun string) string {
	v, ok := c.sayable(code)
	ind, _ := c.t.cat.Indicator(code)
	if !ok || v.Num == 0 {
		return c.absent()
	}
	limit := reports.Ratio(int64(bound), 100)
	switch r := v.Cmp(limit); {
	case r > 0:
		return c.figure(code, above+" "+viet.Percent(limit)+" "+noun)
	case r < 0 && ind.Num != "":
		return c.figure(code, viet.Percent(v)+" "+noun+" ("+parted(v)+" "+noun+")")
	}
	return c.figure(code, viet.Percent(v)+" "+noun)
}

// has reports whether a figure is known and not nought.
func (c *composer) has(code string) bool {
	v, ok := c.sayable(code)
	return ok && v.Num != 0
}

// zero reports whether a figure is a known nought.
func (c *composer) zero(code string) bool {
	v, ok := c.sayable(code)
	return ok && v.Num == 0
}

// rose reports whether a level never fell from period to period and is higher
// at the end.
func (c *composer) rose(code string) bool {
	levels := c.series(code)
	return len(levels) > 1 && slices.IsSortedFunc(levels, reports.Value.Cmp) &&
		levels[0].Cmp(levels[len(levels)-1]) < 0
}

// fell reports whether a level is lower at the end than after the first period, or may be:
// the levels of other branches say nothing of it.
func (c *composer) fell(code string) bool {
	levels := c.series(code)
	if levels == nil && c.several(code) {
		return true
	}
	return len(levels) > 1 && levels[len(levels)-1].Cmp(levels[0]) < 0
}

// exceeds reports whether both figures are known and the first is larger.
func (c *composer) exceeds(a, b string) bool {
	v, ok1 := c.sayable(a)
	w, ok2 := c.sayable(b)
	return ok1 && ok2 && v.Cmp(w) > 0
}

// several reports whether a figure is known for more than one period.
func (c *composer) several(code string) bool {
	known := 0
	for _, p := range columns(c.in.Totals, c.in.Span) {
		if c.in.Totals.By[p][code].Value.Known() {
			known++
		}
	}
	return known > 1 && c.reach(code) != few
}

// called reports whether everybody who gave a figure called it by a name that holds some
// words, or all who gave its numerator did: what only some of them meant is not said.
func (c *composer) called(code, words string) bool {
	from := c.in.Totals.Figures[code].From
	ind, _ := c.t.cat.Indicator(code)
	num := slices.DeleteFunc(slices.Clone(from), func(x reports.Contribution) bool { return x.Code != ind.Num })
	if len(num) > 0 {
		from = num
	}
	return len(from) > 0 && !slices.ContainsFunc(from, func(x reports.Contribution) bool {
		return !slices.ContainsFunc(strings.Split(words, "|"), func(w string) bool { return viet.Holds(viet.Key(x.Named), viet.Key(w)) })
	})
}

// always reports whether a figure was the same in every one of several periods, of which
// no year is without it.
func (c *composer) always(code string) bool {
	levels := c.series(code)
	for _, p := range columns(c.in.Totals, c.in.Span) {
		if p.Days() > maxDays-2 && !c.in.Totals.By[p][code].Value.Known() {
			return false
		}
	}
	return len(levels) > 1 && !slices.ContainsFunc(levels, func(v reports.Value) bool { return !v.Equal(levels[0]) })
}

// series returns the known values of a figure by period, the earliest first; nil if not
// the same units gave all of them: that more came is no rise.
func (c *composer) series(code string) []reports.Value {
	if c.reach(code) == few {
		return nil
	}
	var out []reports.Value
	var gave []reports.UnitID
	for _, p := range columns(c.in.Totals, c.in.Span) {
		f := c.in.Totals.By[p][code]
		if !f.Value.Known() {
			continue
		}
		if by := aggregate.Units(f); out != nil && !slices.Equal(by, gave) {
			return nil
		} else {
			gave = by
		}
		out = append(out, f.Value)
	}
	return out
}

// printed returns a value as a sentence prints it: "1.862", "9.580.000 đồng",
// "500.000 đồng/hội viên", "99,34%".
func printed(ind catalogue.Indicator, v reports.Value) string {
	v = ind.Printed(v)
	switch {
	case ind.Money():
		_, per, _ := strings.Cut(ind.Unit, "/")
		if per != "" {
			per = "/" + per
		}
		return viet.Money(v.Num) + per
	case ind.Percent():
		return viet.Percent(v)
	}
	return counted(v)
}

// counted returns a number without its unit.
func counted(v reports.Value) string {
	if v.Whole() {
		return viet.Int(v.Num / v.Den)
	}
	return viet.Decimal(v, 2)
}

// parted returns the two numbers of a ratio: "33/34".
func parted(v reports.Value) string { return viet.Int(v.Num) + "/" + viet.Int(v.Den) }

// checkAlone tells of money that cannot be said because the count that it
// belongs to is unknown.
func (c *composer) checkAlone() {
	for _, ind := range c.t.cat.Indicators() {
		if v, ok := c.known(ind.Code); !ind.Money() || !ok || v.IsZero() || ind.Of == "" {
			continue
		}
		if _, ok := c.known(ind.Of); !ok {
			of, _ := c.t.cat.Indicator(ind.Of)
			c.findings.Add("figure.alone", reports.Ward, reports.Args{"indicator": ind.Name, "of": of.Name})
		}
	}
}
