package label

import (
	"cmp"
	"slices"
	"strings"

	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// Match tells the indicator that the labels of a row or a column name together, from
// the outer to the inner one. measure is the unit given beside them, "" if none, and
// parent the code of the indicator above, on which they may hang.
func (r *Reader) Match(labels []string, measure, parent string) catalogue.Match {
	last := labels[len(labels)-1]
	if measure == "" {
		if _, inner := wording.Bracket(last); inner != "" {
			if unit, _, ok := r.catalogue.Units().UnitWord(inner); ok {
				measure = unit
			}
		}
	}
	if len(labels) == 1 {
		return r.catalogue.MatchIn(last, measure, parent)
	}
	outer := strings.Join(labels[:len(labels)-1], " ")
	own, _ := r.catalogue.Indicator(r.catalogue.Code(last))
	if unit, ok := r.Measure(last); ok && own.Of == "" { // "Đảng viên" counts persons, and is more than that
		if m := r.catalogue.MatchIn(outer, unit, parent); m.Code != "" {
			return m
		}
	}
	above := labels[len(labels)-2]
	upper := r.catalogue.MatchIn(above, "", parent)
	of, _ := r.catalogue.Indicator(upper.Code)
	part := of.Code != "" && r.Partly(of, own) // party members among the new ones
	if part && !IsHeadOf(of, above) {
		return catalogue.Match{}
	}
	base, _ := wording.Bracket(last)
	for _, s := range []string{outer + " " + base, base + " " + outer} {
		if m := r.catalogue.MatchIn(s, measure, ""); m.Exact {
			return m
		}
	}
	if part {
		return catalogue.Match{}
	}
	return r.catalogue.Find(catalogue.Query{Name: last, Unit: measure, Above: cmp.Or(upper.Code, parent), Group: outer})
}

// Measure tells the unit that a sub-head names by itself: "Lượt", "Số tiền
// (đồng)", "Số người".
func (r *Reader) Measure(s string) (string, bool) {
	base, inner := wording.Bracket(s)
	key := strings.TrimPrefix(viet.Key(base), "số ")
	if key == "tiền" {
		return "đồng", true
	}
	if unit, _, ok := r.catalogue.Units().UnitWord(key); ok {
		return unit, true
	}
	if unit, _, ok := r.catalogue.Units().UnitWord(inner); ok && key == "lượng" {
		return unit, true
	}
	return "", false
}

// Partly reports whether what is written below an indicator can only be a part of
// it: it is a quality of all members, and the indicator is of some of them.
func (r *Reader) Partly(of, ind catalogue.Indicator) bool {
	return ind.Kind == catalogue.Stock && ind.Of != "" && !r.within(of, ind) && r.Persons(of.Unit) && r.Persons(ind.Unit)
}

// InPart reports whether what is written below an indicator, or beside it, as one of
// those "trong đó" can only be a part of it: a level of something else. Of the wounded
// among those visited nothing is known of all the wounded.
func (r *Reader) InPart(of, ind catalogue.Indicator) bool {
	return ind.Kind == catalogue.Stock && of.Code != "" && (ind.Of != "" || of.Kind == catalogue.Flow) && !r.within(of, ind)
}

// within reports whether an indicator is by its name, its sum or a rule a part of
// another, or is it.
func (r *Reader) within(of, ind catalogue.Indicator) bool {
	for up, known := ind, true; known; up, known = r.catalogue.Indicator(up.Of) {
		if up.Code == of.Code || slices.Contains(of.Parts, up.Code) {
			return true
		}
	}
	return slices.ContainsFunc(r.catalogue.Rules(), func(rule catalogue.Rule) bool {
		return rule.Op == "<=" && len(rule.Left) == 1 && len(rule.Right) == 1 && rule.Left[0].Code == ind.Code && rule.Right[0].Code == of.Code
	})
}

// Persons reports whether a unit counts persons or their turns.
func (r *Reader) Persons(unit string) bool { return r.catalogue.Units().Alike(unit, "người") }

// IsHeadOf reports whether a label is a name of the indicator for the head of a
// column only.
func IsHeadOf(ind catalogue.Indicator, label string) bool {
	key := viet.Key(wording.Unlisted(label))
	return slices.ContainsFunc(ind.Heads, func(h string) bool { return viet.Key(h) == key })
}
