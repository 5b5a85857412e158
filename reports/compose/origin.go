package compose

import (
	"slices"

	"ccbreport/reports"
)

// wardGave bears a clause that is true only if the ward itself gave figures.
func (c *composer) wardGave() string {
	return c.bears(func(e reports.Contribution) bool { return e.Unit == reports.Ward })
}

// estimated bears a clause that is true only if figures hold what was estimated for time
// that had not passed when it was sent.
func (c *composer) estimated() string {
	return c.bears(func(e reports.Contribution) bool { return e.Estimated })
}

// bears is a fact without words if any entry of the figures is so, and else absent. The
// annexes print all figures, so whatever is in one is printed.
func (c *composer) bears(so func(reports.Contribution) bool) string {
	for _, f := range c.in.Totals.Figures {
		if slices.ContainsFunc(f.From, so) {
			return c.put(token{kind: fact})
		}
	}
	return c.absent()
}
