package aggregate

import (
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// bounds holds the figures that are printed against the bounds of the catalogue, as
// [check.Rules] holds those of each unit. Where every branch keeps a bound the sums may
// break it, when not the same branches gave both: 62 cases settled of 54, each right by
// its cells. What is said of all would be false then, so it blocks, and names the
// branches that gave one side only.
//
// Over more than a year what happened may well come to more than there is at the end,
// as the members honoured at seventy, seventy-five and eighty to the members; the two are
// not compared then.
//
// A branch whose own part is larger than its whole is asked about already; a bound that
// the others keep is not told again because of it.
func (t *Totals) bounds(cat *catalogue.Catalogue, branches []reports.Unit, asked map[reports.Cell]bool) reports.Findings {
	var findings reports.Findings
	for _, rule := range cat.Rules() {
		if rule.Op == "=" || !t.comparable(cat, rule) {
			continue
		}
		left, right := t.side(cat, rule.Left), t.side(cat, rule.Right)
		if !breaks(rule, left, right) {
			continue
		}
		rest := t.without(t.unitsOf(rule, asked))
		if !breaks(rule, rest.side(cat, rule.Left), rest.side(cat, rule.Right)) {
			continue
		}
		one, two := t.oneSided(rule.Left, rule.Right, branches)
		at := slices.Concat(t.cellsOf(one, rule.Left), t.cellsOf(two, rule.Right))
		slices.SortFunc(at, reports.Cell.Compare)
		findings.Add("sum.bound", "", reports.Args{
			"rule": rule.Name, "leftnames": left.named, "rightnames": right.named, "left": namesOf(one), "right": namesOf(two),
		}, slices.Compact(at)...)
	}
	return findings
}

// breaks reports whether both sides of a bound are known and break it.
func breaks(rule catalogue.Rule, left, right sided) bool {
	order := left.sum.Cmp(right.sum)
	return left.ok && right.ok && (rule.Op == "<=" && order > 0 || rule.Op == ">=" && order < 0)
}

// tooLargeParts are the cells of the findings about a part of one unit that is larger
// than its whole.
func tooLargeParts(findings reports.Findings) map[reports.Cell]bool {
	at := map[reports.Cell]bool{}
	for _, f := range findings {
		if f.Code == "ratio.over" {
			for _, c := range f.At {
				at[c] = true
			}
		}
	}
	return at
}

// unitsOf are the units that gave a term of the rule in one of the cells.
func (t *Totals) unitsOf(rule catalogue.Rule, at map[reports.Cell]bool) map[reports.UnitID]bool {
	of := map[reports.UnitID]bool{}
	for _, term := range slices.Concat(rule.Left, rule.Right) {
		for _, c := range t.Figures[term.Code].From {
			if at[c.At] {
				of[c.Unit] = true
			}
		}
	}
	return of
}

// without are the totals of what adds up without some units, for the sides of a rule.
func (t *Totals) without(units map[reports.UnitID]bool) *Totals {
	if len(units) == 0 {
		return t
	}
	rest := &Totals{Span: t.Span, Figures: map[string]reports.Figure{}}
	for code, f := range t.Figures {
		_, kept := split(f.From, func(c reports.Contribution) bool { return units[c.Unit] })
		f.Value, _, _ = total(kept)
		rest.Figures[code] = f
	}
	return rest
}

const daysOfYear = 366

// comparable reports whether the sides of a rule speak of one time over the whole span.
func (t *Totals) comparable(cat *catalogue.Catalogue, rule catalogue.Rule) bool {
	adds := map[bool]bool{}
	for _, term := range slices.Concat(rule.Left, rule.Right) {
		ind, _ := cat.Indicator(term.Code)
		adds[ind.Adds()] = true
		if term.Start {
			return false
		}
	}
	return len(adds) == 1 || t.Span.Days() <= daysOfYear
}

// A sided is one side of a bound: its sum, and its arithmetic in words. It is not ok if a
// term has no figure.
type sided struct {
	sum   reports.Value
	named string
	ok    bool
}

func (t *Totals) side(cat *catalogue.Catalogue, terms []catalogue.Term) sided {
	s := sided{sum: reports.Int(0), ok: true}
	var words []string
	for _, term := range terms {
		v := t.Figures[term.Code].Value
		if !v.Known() {
			s.ok = s.ok && term.Free
			continue
		}
		ind, _ := cat.Indicator(term.Code)
		sign := ""
		if term.Minus {
			sign = "− "
		}
		words = append(words, sign+ind.Name+" "+check.ValueText(ind, v))
		if term.Minus {
			v, _ = v.Scale(-1)
		}
		var fits bool
		s.sum, fits = s.sum.Add(v)
		s.ok = s.ok && fits
	}
	s.named = strings.Join(words, " + ")
	return s
}

// oneSided returns the branches that gave more than nought of one side of a rule and
// nothing of the other.
func (t *Totals) oneSided(left, right []catalogue.Term, branches []reports.Unit) (onlyLeft, onlyRight []reports.Unit) {
	for _, b := range branches {
		some, none := t.given(b.ID, left), t.given(b.ID, right)
		switch {
		case some.more && !none.any:
			onlyLeft = append(onlyLeft, b)
		case none.more && !some.any:
			onlyRight = append(onlyRight, b)
		}
	}
	return onlyLeft, onlyRight
}

// cellsOf are the cells of branches in which the terms of one side stand.
func (t *Totals) cellsOf(branches []reports.Unit, terms []catalogue.Term) []reports.Cell {
	var at []reports.Cell
	for _, b := range branches {
		for _, term := range terms {
			at = append(at, cells(t.Units[b.ID][term.Code].From)...)
		}
	}
	return at
}

// some says whether a branch gave any term of a side, and any that is not nought.
type some struct{ any, more bool }

func (t *Totals) given(b reports.UnitID, terms []catalogue.Term) some {
	var s some
	for _, term := range terms {
		f, ok := t.Units[b][term.Code]
		s.any = s.any || ok
		s.more = s.more || ok && !f.Value.IsZero()
	}
	return s
}

// namesOf lists a few names, and how many more there are.
func namesOf(branches []reports.Unit) string {
	const most = 5
	var names []string
	for _, b := range branches {
		names = append(names, b.Name)
	}
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + ", +" + strconv.Itoa(len(names)-most)
}
