package catalogue

import (
	"cmp"
	"slices"
	"strings"

	"ccbreport/reports/viet"
)

// A Query is a name as it stands in a workbook, with what stands around it.
type Query struct {
	Name  string
	Unit  string // of its unit column, its bracket or its cell; "" if none
	Above string // the indicator above it (a row, an upper head), by code or by name; "" if none
	Group string // words of the group that it stands in: a group row, an upper head, a cell merged downwards
	Head  bool   // it heads a column, where no unit is to be expected
}

// A Match is the answer to a query.
type Match struct {
	Code  string // "" if no rule gives one indicator
	Exact bool   // Code is known by the very name

	// Rule is the rule beyond the exact name that gave Code: one of the
	// constants below, "" for an exact name.
	Rule string

	Near      string   // the first of Proposals, "" if there is none
	Proposals []string // codes worth a person's look, the best first, three at most; empty if Code is known
	Also      string   // the code of the second measure that "X; y" names, "" if none: the cell may hold two figures
	Round     bool     // the name is one round of the indicator, "(đợt 1)": the figures of the rounds add
	Unit      string   // the unit that the name itself gives at its end, as written; "" if none
}

// The rules by which a name is taken that is none of the indicator's own.
const (
	RuleCleaned = "cleaned" // a question: "Có bao nhiêu …?"
	RuleShort   = "short"   // a short name or a bare measure below its indicator
	RuleGroup   = "group"   // the name together with the words of its group
	RuleMeasure = "measure" // a measure before the name of what it measures: "Tiền thăm hỏi"
	RuleWords   = "words"   // the words of a name in another order, or without words that say nothing
	RuleWithin  = "within"  // a name within what is written; the indicator is known to do without the rest
	RuleBracket = "bracket" // "X (y)", "X: y", "X – y": y is a part of X
	RuleStroke  = "stroke"  // "a/b": either gives the same
	RuleTwo     = "two"     // "X; y": X and a second measure of it
	RuleRound   = "round"   // "X (đợt 1)"

	RuleUnmarked = "unmarked" // typed without any marks: "Hoi vien ket nap moi"
)

// Match tells which indicator a written name means by itself.
func (c *Catalogue) Match(name string) Match { return c.Find(Query{Name: name}) }

// MatchIn tells which indicator a written name means. unit is the unit that
// stands beside it or in its cell, "" if none: "Thăm hỏi, tặng quà" in "lượt" is
// the turns, in "đồng" the money. parent is the indicator above it, by code or
// by name: "Số tiền" below TN.TANGLE.NGUOI is TN.TANGLE.TIEN.
func (c *Catalogue) MatchIn(name, unit, parent string) Match {
	return c.Find(Query{Name: name, Unit: unit, Above: parent})
}

// longestName, in bytes, is more than any name has: what is longer is prose.
const longestName = 600

// Find tells which indicator a written name means: the first rule that gives
// one indicator decides. What none decides is proposed and never taken.
func (c *Catalogue) Find(q Query) Match {
	if len(q.Name) > longestName {
		return Match{}
	}
	m := c.answers.Get(q, func() Match { return c.find(q) })
	m.Proposals = slices.Clone(m.Proposals) // the caller's own
	return m
}

// Code is that of the indicator that a name names by itself, "" if none does. Nothing
// is proposed, which takes longer than all else.
func (c *Catalogue) Code(name string) string {
	if len(name) > longestName {
		return ""
	}
	q := Query{Name: name}
	return c.taken.Get(q, func() taken { return c.take(q) }).Code
}

// A taken query has an indicator, or is to be proposed for as its name was first read.
type taken struct {
	Match
	first asked
}

// take tries each way to read the name, the plainest first.
func (c *Catalogue) take(q Query) taken {
	var first asked
	for n, r := range c.readings(q.Name) {
		a := c.ask(q, r)
		if n == 0 {
			first = a
		}
		i, rule := c.decide(a)
		if i < 0 {
			continue
		}
		m := Match{Code: c.indicators[i].Code, Rule: cmp.Or(rule, r.rule), Unit: r.unit, Round: r.round, Also: c.also(i, r.second)}
		if r.rule == RuleRound || r.rule == RuleTwo {
			m.Rule = r.rule
		}
		m.Exact = m.Rule == ""
		return taken{Match: m}
	}
	return taken{Match{Unit: first.r.unit}, first}
}

// find takes an indicator, or proposes some.
func (c *Catalogue) find(q Query) Match {
	t := c.taken.Get(q, func() taken { return c.take(q) })
	m, first := t.Match, t.first
	if m.Code != "" {
		return m
	}
	if len(first.r.keys) > 0 && !c.total(first.r) {
		m.Proposals = c.propose(first)
		if i := c.misspelt(first); i >= 0 && len(m.Proposals) == 0 && !first.odd {
			m.Proposals = []string{c.indicators[i].Code}
		}
	}
	if len(m.Proposals) > 0 {
		m.Near = m.Proposals[0]
	}
	return m
}

// An asked is a query whose name was read in one way.
type asked struct {
	r     reading
	unit  string // of the query or of the name; "" if neither is known
	odd   bool   // a unit stands beside the name that no indicator has
	up    int    // the indicator above, -1 if none
	group int    // the indicator that the group names, -1 if none
	words string // the group's words
	head  bool
}

func (c *Catalogue) ask(q Query, r reading) asked {
	a := asked{r: r, unit: q.Unit, up: c.parent(q.Above), group: -1, words: q.Group, head: q.Head}
	if first, second, two := c.twoUnits(q.Unit); two {
		a.unit = first
		a.r.second = cmp.Or(r.second, second)
	}
	a.odd = a.unit != "" && !c.units.known(a.unit)
	if !c.units.known(a.unit) {
		a.unit = r.unit
	}
	if q.Group != "" {
		a.group = c.parent(q.Group)
	}
	return a
}

// twoUnits parts "lượt; đồng", the unit column of a row with two figures a cell.
func (c *Catalogue) twoUnits(unit string) (first, second string, ok bool) {
	if c.units.known(unit) {
		return "", "", false
	}
	for _, sign := range []string{";", ",", "/", " và "} {
		first, second, ok = strings.Cut(unit, sign)
		first, second = viet.Clean(first), viet.Clean(second)
		if ok && c.units.known(first) && c.units.known(second) {
			return first, second, true
		}
	}
	return "", "", false
}

// also returns the code of the family's member that counts in a second measure.
func (c *Catalogue) also(i int, measure string) string {
	if measure == "" {
		return ""
	}
	if k := c.choose(c.children(i), measure); k >= 0 && k != i {
		return c.indicators[k].Code
	}
	return ""
}

// parent returns the indicator that a code or a name means, or -1.
func (c *Catalogue) parent(s string) int {
	if s == "" {
		return -1
	}
	if i, ok := c.index[s]; ok {
		return i
	}
	for _, r := range c.readings(s) {
		a := asked{r: r, unit: r.unit, up: -1, group: -1}
		if i := c.exactName(a); i >= 0 {
			return i
		}
		if i := c.sameWords(a); i >= 0 {
			return i
		}
	}
	return -1
}
