package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// Rules holds every unit's figures against the rules of the catalogue, period
// by period. Of what is missing, Rule.Missing decides, but a level that is not
// given is never taken for nought: only a term written "CODE?" is, and only if
// the unit gives at least one of those. Of periods of different length nothing
// is compared.
//
// A rule that a unit breaks is one finding, with the arithmetic of the first
// period. A rule that could not be tried on units that give some of its terms is
// one note, with their number.
func Rules(cat *catalogue.Catalogue, settled Settled, span reports.Period) reports.Findings {
	var findings reports.Findings
	units := unitsOf(settled)
	for _, rule := range cat.Rules() {
		skipped, concerned := 0, 0
		for _, u := range units {
			t := trial{cat: cat, rule: rule, unit: u}
			for _, p := range t.periods(span) {
				t.try(p)
			}
			if t.concerns() {
				concerned++
				if t.tried == 0 {
					skipped++
				}
			}
			findings = append(findings, t.finding()...)
		}
		if skipped > 0 {
			findings.Add("rule.skipped", "", reports.Args{
				"rule": rule.Name, "count": strconv.Itoa(skipped), "units": strconv.Itoa(concerned),
			})
		}
	}
	return append(findings, values(cat, settled)...).Sorted()
}

// A unitView is all that a unit said, by code. Before holds levels from before
// the span: no figure, but a beginning.
type unitView struct {
	id     reports.UnitID
	byCode map[string][]reports.Contribution
	before map[string][]reports.Contribution
}

func unitsOf(settled Settled) []unitView {
	var views []unitView
	for unit := range runs(flatten(settled.Returns), func(a, b reports.Contribution) bool { return a.Unit == b.Unit }) {
		v := unitView{unit[0].Unit, map[string][]reports.Contribution{}, map[string][]reports.Contribution{}}
		for _, c := range unit {
			v.byCode[c.Code] = append(v.byCode[c.Code], c)
		}
		for _, l := range settled.LeftOut {
			if l.Unit == v.id && (l.Why == "period.other" || l.Why == "period.earlier") {
				v.before[l.Code] = append(v.before[l.Code], l.Contribution)
			}
		}
		views = append(views, v)
	}
	return views
}

// A trial is one rule on one unit.
type trial struct {
	cat    *catalogue.Catalogue
	rule   catalogue.Rule
	unit   unitView
	tried  int
	broken []brokenRule
}

type brokenRule struct {
	period            reports.Period
	left, right       side
	leftSum, rightSum reports.Value
}

// periods returns the periods in which the unit gives a term of the rule, in
// order; the whole span where only a log gives them.
func (t *trial) periods(span reports.Period) []reports.Period {
	var periods []reports.Period
	logs := false
	for _, term := range slices.Concat(t.rule.Left, t.rule.Right) {
		for _, c := range t.entries(term.Code) {
			if fromLog(c) {
				logs = true
			} else {
				periods = append(periods, c.Period)
			}
		}
	}
	if len(periods) == 0 && logs {
		return []reports.Period{span}
	}
	slices.SortFunc(periods, reports.Period.Compare)
	return slices.Compact(periods)
}

// entries returns what the unit gives of an indicator, its parts where it gives
// no sum.
func (t *trial) entries(code string) []reports.Contribution {
	ind, _ := t.cat.Indicator(code)
	var parts []reports.Contribution
	for _, part := range ind.Parts {
		parts = append(parts, t.unit.byCode[part]...)
	}
	return WithParts(t.unit.byCode[code], parts)
}

// concerns reports whether the unit gives a term of the left side, of which the
// rule speaks.
func (t *trial) concerns() bool {
	return slices.ContainsFunc(t.rule.Left, func(term catalogue.Term) bool { return len(t.entries(term.Code)) > 0 })
}

// try holds the rule against one period.
func (t *trial) try(p reports.Period) {
	left, right := t.side(t.rule.Left, p), t.side(t.rule.Right, p)
	if left.unfit || right.unfit || len(left.at) == 0 && len(right.at) == 0 {
		return
	}
	if left.free+right.free > 0 && left.freeGiven+right.freeGiven == 0 {
		return // nothing but levels: that they differ breaks no rule
	}
	if t.rule.Missing == "skip" && (left.missing || right.missing) {
		return
	}
	l, ok1 := left.sum()
	r, ok2 := right.sum()
	if !ok1 || !ok2 {
		return
	}
	t.tried++
	order := l.Cmp(r)
	if t.rule.Op == "=" && order != 0 || t.rule.Op == "<=" && order > 0 || t.rule.Op == ">=" && order < 0 {
		t.broken = append(t.broken, brokenRule{p, left, right, l, r})
	}
}

// A side is one side of a rule in one period, with the arithmetic in words.
type side struct {
	values         []reports.Value
	numbers, named strings.Builder
	at             []reports.Cell
	missing        bool // a flow is not given
	unfit          bool // a level is not given, or periods do not fit
	// free counts the terms written "CODE?", and freeGiven those of them that
	// the unit gives.
	free, freeGiven int
}

func (t *trial) side(terms []catalogue.Term, p reports.Period) side {
	var s side
	for _, term := range terms {
		ind, _ := t.cat.Indicator(term.Code)
		v, at, fit := t.value(ind, term, p)
		if term.Free {
			s.free++
		}
		switch {
		case !fit:
			s.unfit = true
			return s
		case !v.Known():
			s.missing = s.missing || !term.Free
			continue
		}
		if term.Free {
			s.freeGiven++
		}
		s.add(ind, term, v)
		s.at = append(s.at, at...)
	}
	return s
}

func (s *side) add(ind catalogue.Indicator, term catalogue.Term, v reports.Value) {
	mark := ""
	switch {
	case term.Minus:
		mark = " − "
		if len(s.values) == 0 {
			mark = "−"
		}
	case len(s.values) > 0:
		mark = " + "
	}
	number := ValueText(ind, v)
	s.numbers.WriteString(mark + number)
	s.named.WriteString(mark + ind.Name + " " + number)
	if term.Minus {
		v, _ = v.Scale(-1) // unknown on overflow, which sum reports
	}
	s.values = append(s.values, v)
}

func (s *side) sum() (total reports.Value, ok bool) {
	total, ok = reports.Int(0), true
	for _, v := range s.values {
		if total, ok = total.Add(v); !ok {
			return total, false
		}
	}
	return total, true
}

// value returns what the unit gives for one term in period p. Fit is false if
// that cannot be told; an unknown value with fit means that nothing is given.
func (t *trial) value(ind catalogue.Indicator, term catalogue.Term, p reports.Period) (v reports.Value, at []reports.Cell, fit bool) {
	list := t.entries(term.Code)
	if term.Start {
		list = slices.Concat(list, t.unit.before[term.Code])
		return level(list, p.From, term.Free)
	}
	if ind.Kind == catalogue.Stock || ind.Kind == catalogue.Rate {
		return level(list, p.To, term.Free)
	}
	var days int
	var within []reports.Contribution
	for _, c := range list {
		switch {
		case p.Contains(c.Period):
			if len(within) == 0 || within[len(within)-1].Period != c.Period || c.Add == "" {
				days += c.Period.Days()
			}
			within = append(within, c)
		case c.Period.Overlaps(p):
			return v, nil, false
		}
	}
	if len(within) == 0 {
		return v, nil, true
	}
	filled := days >= p.Days() || slices.ContainsFunc(within, fromLog)
	v, ok := sum(within)
	return v, cells(within), ok && filled
}

// level returns the level given for the day before end.
func level(list []reports.Contribution, end reports.Day, free bool) (v reports.Value, at []reports.Cell, fit bool) {
	i := slices.IndexFunc(list, func(c reports.Contribution) bool { return c.Period.To == end })
	if i < 0 {
		return v, nil, free
	}
	same, _ := split(list, func(c reports.Contribution) bool { return c.Code == list[i].Code && c.Period == list[i].Period })
	v, ok := sum(same) // one, or several that add up
	return v, cells(same), ok
}

// finding returns the finding of a broken rule, if it was broken.
func (t *trial) finding() reports.Findings {
	if len(t.broken) == 0 {
		return nil
	}
	b := t.broken[0]
	diff := reports.Value{}
	if minus, ok := b.rightSum.Scale(-1); ok {
		diff, _ = b.leftSum.Add(minus)
	}
	ind, _ := t.cat.Indicator(t.rule.Left[0].Code)
	var at []reports.Cell
	for _, b := range t.broken {
		at = append(append(at, b.left.at...), b.right.at...)
	}
	slices.SortFunc(at, reports.Cell.Compare)
	var findings reports.Findings
	findings.Add(t.rule.Finding, t.unit.id, reports.Args{
		"rule": t.rule.Name, "period": PeriodText(b.period), "op": t.rule.Op,
		"left": cmp.Or(b.left.numbers.String(), "0"), "leftsum": ValueText(ind, b.leftSum), "leftnames": b.left.named.String(),
		"right": cmp.Or(b.right.numbers.String(), "0"), "rightsum": ValueText(ind, b.rightSum), "rightnames": b.right.named.String(),
		"diff": ValueText(ind, diff), "more": strconv.Itoa(len(t.broken) - 1),
	}, slices.Compact(at)...)
	return findings
}
