package catalogue_test

import (
	"flag"
	"slices"
	"testing"

	"ccbreport/reports/catalogue"
)

var long = flag.Bool("long", false, "leave out every name of the catalogue in turn, not a sample")

// A tally counts what became of names that were left out.
type tally struct{ taken, asked, misled, nothing int }

func (n *tally) count(m catalogue.Match, code string) {
	switch {
	case m.Code == code:
		n.taken++
	case slices.Contains(m.Proposals, code):
		n.asked++
	case len(m.Proposals) > 0:
		n.misled++
	default:
		n.nothing++
	}
}

// TestLeaveOneOut takes each name out of the catalogue in turn and looks it up:
// the other names may lead to its indicator or to a question, never to another.
func TestLeaveOneOut(t *testing.T) {
	c := builtIn(t)
	step, n := 53, 0
	if *long {
		step = 1
	}
	var with, alone, heads tally
	for _, ind := range c.Indicators() {
		for _, name := range slices.Concat([]string{ind.Name}, ind.Aliases) {
			if n++; n%step != 0 {
				continue
			}
			less := c.Without(ind.Code, name)
			for q, sum := range map[catalogue.Query]*tally{{Name: name, Unit: ind.Unit}: &with, {Name: name}: &alone, {Name: name, Head: true}: &heads} {
				m, unit := less.Find(q), q.Unit
				sum.count(m, ind.Code)
				if m.Code != "" && m.Code != ind.Code {
					t.Errorf("%q (%s) of %s is taken for %s by %q", name, unit, ind.Code, m.Code, m.Rule)
				}
			}
		}
	}
	t.Logf("with unit %+v, without %+v, heads %+v", with, alone, heads)
}

// TestIndicatorLeftOut takes each indicator out whole: its names are then none
// of the catalogue's, and nothing is taken for them.
func TestIndicatorLeftOut(t *testing.T) {
	c := builtIn(t)
	var with, alone tally
	for n, ind := range c.Indicators() {
		if !*long && n%17 != 0 {
			continue
		}
		less := c.Without(ind.Code, "")
		for _, name := range slices.Concat([]string{ind.Name}, ind.Aliases) {
			if shared(c, ind, name) {
				continue
			}
			for unit, sum := range map[string]*tally{ind.Unit: &with, "": &alone} {
				m := less.MatchIn(name, unit, "")
				sum.count(m, "")
				if m.Code != "" {
					t.Errorf("%q (%s) of %s is taken for %s by %q", name, unit, ind.Code, m.Code, m.Rule)
				}
			}
		}
	}
	t.Logf("with unit %+v, without %+v (taken: nothing was)", with, alone)
}

// shared reports whether another indicator bears the name too, in another unit.
func shared(c *catalogue.Catalogue, ind catalogue.Indicator, name string) bool {
	return slices.ContainsFunc(c.Indicators(), func(other catalogue.Indicator) bool {
		return other.Code != ind.Code && slices.ContainsFunc(slices.Concat([]string{other.Name}, other.Aliases), func(s string) bool { return c.SameName(s, name) })
	})
}
