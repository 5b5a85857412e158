package compose

import (
	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// minBase is the smallest earlier count of which a percentage says anything.
const minBase = 20

// A Comparison is what the blocks "against", "since" and "difference" are given
// to say how a figure differs from the one of an earlier span.
type Comparison struct {
	More, Less, Same bool
	None             bool   // the earlier one is nought
	By               string // "41", "2.140.000"; of a percentage its points: "0,21"
	Percent          string // of the earlier one: "2,25%"; absent where it says nothing
	Noun             string // what is counted: "hội viên"
	Odd              bool   // years do not end in December: the day is to be said
	PeriodWords             // the earlier span
}

// against is the action that compares a figure with that of the same days of the
// year before.
func (c *composer) against(code, noun string) string {
	return c.compared("against", code, noun, c.in.Totals.Before)
}

// since is the action that compares a level with that at the end of the year
// before.
func (c *composer) since(code, noun string) string {
	return c.compared("since", code, noun, c.in.Totals.Start)
}

// compared says the difference from an earlier figure in the words of a block;
// absent if there is none that this one may be held against.
func (c *composer) compared(block, code, noun string, earlier *aggregate.Totals) string {
	then, ok := c.in.Totals.Against(c.t.cat, earlier, code)
	if !ok || !c.has(code) {
		return c.absent()
	}
	diff, ok := c.comparison(code, noun, then)
	if !ok {
		return c.absent()
	}
	return c.put(token{kind: fact, text: c.line(block, diff), ref: ref(code).In(then.Period)})
}

// comparison holds the figure of the span against an earlier one. The difference
// is that of the numbers as they are printed, so that a reader can check it; not
// ok if it does not fit into 64 bits.
func (c *composer) comparison(code, noun string, then reports.Figure) (out Comparison, ok bool) {
	ind, _ := c.t.cat.Indicator(code)
	v, _ := c.known(code)
	diff := apart(ind, v, then.Value)
	if !diff.Known() {
		return out, false
	}
	out = Comparison{
		More: diff.Num > 0, Less: diff.Num < 0, Same: diff.IsZero(), None: then.Value.IsZero(),
		Noun: noun, Percent: c.absent(), Odd: c.oddYear(), PeriodWords: c.periodWords(then.Period),
	}
	if out.Less {
		diff.Num = -diff.Num
	}
	out.By = difference(ind, diff)
	base, _ := then.Value.Rounded(1)
	if base >= minBase && !ind.Percent() && !out.Same && then.Value.Whole() && diff.Whole() {
		if text := viet.Percent(reports.Ratio(diff.Num/diff.Den, base)); text != "0%" {
			out.Percent = c.put(token{kind: fact, text: text})
		}
	}
	return out, true
}

// difference returns a difference without its unit.
func difference(ind catalogue.Indicator, diff reports.Value) string {
	if ind.Percent() {
		diff.Num *= 100
	}
	return counted(diff)
}

// apart returns by how much an indicator is more now than then, of the
// values as they are printed: whole đồng, hundredths of a percent or of a count.
// It is unknown where it does not fit into 64 bits.
func apart(ind catalogue.Indicator, now, then reports.Value) reports.Value {
	a, b := ind.Printed(now), ind.Printed(then)
	b.Num = -b.Num
	if diff, ok := a.Add(b); ok {
		return diff
	}
	return reports.Value{}
}
