package workbook

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// Before is what an earlier edition said of each unit, to compare with. The zero
// Before compares nothing.
type Before struct {
	Period reports.Period // that the edition covered
	given  map[reports.UnitID]map[string]entry
}

type entry struct {
	value  reports.Value
	period reports.Period
}

// ReadBefore takes what was counted out of an edition's du-lieu.json: flows
// added up, of everything else the last. A cell is one value, in whatever
// figures it is.
func ReadBefore(data []byte, period reports.Period, cat *catalogue.Catalogue) (Before, error) {
	var edition struct {
		Figures map[string]struct {
			From []struct {
				Unit   reports.UnitID `json:"unit"`
				Period reports.Period `json:"period"`
				Code   string         `json:"code"`
				Value  reports.Value  `json:"value"`
				At     string         `json:"at"`
			} `json:"from"`
		} `json:"figures"`
	}
	if err := json.Unmarshal(data, &edition); err != nil {
		return Before{}, fmt.Errorf("read earlier edition: %w", err)
	}
	b := Before{Period: period, given: map[reports.UnitID]map[string]entry{}}
	seen := map[[2]string]bool{} // a part of a ratio stands under both
	for _, code := range slices.Sorted(maps.Keys(edition.Figures)) {
		for _, f := range edition.Figures[code].From {
			key := [2]string{f.Code, f.At}
			if ind, ok := cat.Indicator(f.Code); ok && !seen[key] {
				seen[key] = true
				b.add(ind, f.Unit, entry{f.Value, f.Period})
			}
		}
	}
	return b, nil
}

func (b Before) add(ind catalogue.Indicator, unit reports.UnitID, e entry) {
	own := b.given[unit]
	if own == nil {
		own = map[string]entry{}
		b.given[unit] = own
	}
	old, ok := own[ind.Code]
	switch {
	case !ok || !added(ind) && old.period.To <= e.period.To:
		own[ind.Code] = e
	case added(ind):
		if sum, ok := old.value.Add(e.value); ok {
			own[ind.Code] = entry{sum, e.period}
		}
	}
}

// added reports whether values of the indicator add up over time.
func added(ind catalogue.Indicator) bool {
	return ind.Kind == catalogue.Flow || ind.Kind == catalogue.Once
}

func (b Before) value(unit reports.UnitID, code string) reports.Value {
	return b.given[unit][code].value
}
