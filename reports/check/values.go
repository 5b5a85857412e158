package check

import (
	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// values looks at single entries: numbers over the bound of the catalogue.
func values(cat *catalogue.Catalogue, settled Settled) reports.Findings {
	var fold Fold
	for _, c := range flatten(settled.Returns) {
		ind, _ := cat.Indicator(c.Code)
		if ind.Max > 0 && !ind.Percent() && c.Value.Cmp(reports.Int(ind.Max)) > 0 {
			args := reports.Args{"file": c.At.File, "cell": c.At.String(), "name": ind.Name, "value": ValueText(ind, c.Value)}
			fold.Add("value.large", c.Unit, c.At.File, args, label(cat, c)+": "+ValueText(ind, c.Value), c.At)
		}
	}
	return fold.Findings()
}
