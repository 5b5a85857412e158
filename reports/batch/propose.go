package batch

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
)

// A Proposal is a name that nothing is known by, with the indicator that it may
// mean. Nothing is counted under it until a person takes it up.
type Proposal struct {
	Name string // as written
	Code string
	At   []reports.Cell
}

// Proposals returns what the findings propose, each name once, in order of
// position.
func (c *Checked) Proposals() []Proposal {
	var list []Proposal
	for _, f := range c.Findings {
		code := c.near(f)
		if code == "" {
			continue
		}
		i := slices.IndexFunc(list, func(p Proposal) bool {
			return p.Code == code && viet.Key(p.Name) == viet.Key(f.Args["name"])
		})
		if i < 0 {
			i = len(list)
			list = append(list, Proposal{Name: f.Args["name"], Code: code})
		}
		list[i].At = append(list[i].At, f.At...)
	}
	return list
}

// near returns the code of the indicator that a finding proposes, "" if it
// proposes none. The finding has its name, which indicators of different units
// may share: then it is the one that the catalogue itself proposes, if any.
func (c *Checked) near(f Finding) string {
	if f.Code != "indicator.unknown" {
		return ""
	}
	return near(c.Catalogue, f.Finding)
}

func near(cat *catalogue.Catalogue, f reports.Finding) string {
	if f.Args["near"] == "" {
		return ""
	}
	var codes []string
	for _, ind := range cat.Indicators() {
		if ind.Name == f.Args["near"] || ind.Code == f.Args["near"] {
			codes = append(codes, ind.Code)
		}
	}
	own := cat.Match(f.Args["name"]).Near
	switch {
	case slices.Contains(codes, own):
		return own
	case len(codes) == 1:
		return codes[0]
	}
	return ""
}
