package compose

import (
	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// target returns the plan that a figure can be held against: nobody who was to
// report may be silent.
func (c *composer) target(ind catalogue.Indicator) (reports.Figure, bool) {
	plan, ok := c.in.Totals.Planned(c.t.cat, ind.Code)
	units := map[reports.UnitID]bool{}
	for _, e := range plan.From {
		units[e.Unit] = true
	}
	_, fewer := c.given(ind.Code)
	return plan, ok && (!fewer || !units[reports.Ward])
}

// Targets are what the action targets returns: how many targets were set, reached
// and passed, as far as they can be held against a figure.
type Targets struct {
	Set, Reached string // "6", "5"
	Passed       string // absent for none
	Open         string // targets that cannot be held against a figure; absent for none
}

// targets is the action that counts the targets of the plan, nil if there is no
// plan. What is given as a percentage of its target is one of them.
func (c *composer) targets() *Targets {
	if c.in.Totals.Plan == nil || len(c.in.Totals.Plan.Figures) == 0 {
		return nil
	}
	var set, reached, passed, open int
	for _, ind := range c.t.cat.Indicators() {
		order, comparable := c.weighed(ind)
		plan := c.in.Totals.Plan.Figures[ind.Code].Value
		planned := plan.Known() && len(ind.Parts) == 0 && (!plan.IsZero() || ind.Better == "less")
		switch {
		case comparable:
			set++
			if order >= 0 {
				reached++
			}
			if order > 0 {
				passed++
			}
		case planned:
			open++
		}
	}
	if set == 0 {
		return nil
	}
	return &Targets{c.count(set), c.count(reached), c.any(passed), c.any(open)}
}

// weighed holds a figure against its target, or against 100% if it is a share of
// one: 1 if it passes it in the good direction, 0 if it is just reached. It
// reports false if there is no target that it can be held against.
func (c *composer) weighed(ind catalogue.Indicator) (order int, comparable bool) {
	v, known := c.known(ind.Code)
	plan, ok := c.target(ind)
	if ind.Kind == catalogue.Target && known {
		plan.Value, ok = reports.Int(1), true
	}
	if !ok {
		return 0, false
	}
	if order = v.Cmp(plan.Value); ind.Better == "less" {
		order = -order
	}
	return order, true
}

// count is a number of things.
func (c *composer) count(n int) string {
	return c.put(token{kind: fact, text: viet.Int(int64(n))})
}

// any is a number of things of which there may be none: nought is absent.
func (c *composer) any(n int) string {
	if n == 0 {
		return c.absent()
	}
	return c.count(n)
}

// planned is the share of its target that a figure is: "112%"; "" if that does not
// fit into 64 bits.
func (c *composer) planned(ind catalogue.Indicator, plan reports.Figure) string {
	v, _ := c.known(ind.Code)
	share, ok := v.Per(plan.Value)
	if !ok {
		return ""
	}
	return viet.Percent(share)
}
