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
	period reports.Period // zero: the value is of the whole edition
}

// An earlierFigure is one figure as an edition's du-lieu.json keeps it.
type earlierFigure struct {
	Value reports.Value  `json:"value"`
	From  []earlierEntry `json:"from"`
}

type earlierEntry struct {
	Unit   reports.UnitID `json:"unit"`
	Period reports.Period `json:"period"`
	Code   string         `json:"code"`
	Value  reports.Value  `json:"value"`
	File   string         `json:"file"`
	Sheet  string         `json:"sheet"`
	Cell   string         `json:"cell"`
}

// ReadBefore takes what counted out of an edition's du-lieu.json: of a branch its
// own figures over the whole span, which the edition has added up; of what has no
// such figure, and of the ward, the cells: flows added up, of everything else the
// last. A cell is one value, in however many figures it is.
func ReadBefore(data []byte, period reports.Period, cat *catalogue.Catalogue) (Before, error) {
	var edition struct {
		Figures map[string]earlierFigure `json:"figures"`
		Units   []struct {
			Unit    reports.UnitID           `json:"unit"`
			Figures map[string]earlierFigure `json:"figures"`
		} `json:"units"`
	}
	if err := json.Unmarshal(data, &edition); err != nil {
		return Before{}, fmt.Errorf("read earlier edition: %w", err)
	}
	b := Before{Period: period, given: map[reports.UnitID]map[string]entry{}}
	cells := map[earlierEntry]bool{} // a part of a ratio stands under both
	add := func(figures map[string]earlierFigure) {
		for _, code := range slices.Sorted(maps.Keys(figures)) {
			for _, f := range figures[code].From {
				if ind, ok := cat.Indicator(f.Code); ok && !cells[f] {
					cells[f] = true
					b.add(ind, f.Unit, entry{f.Value, f.Period})
				}
			}
		}
	}
	for _, u := range edition.Units {
		for code, f := range u.Figures {
			b.unit(u.Unit)[code] = entry{value: f.Value}
		}
	}
	for _, u := range edition.Units {
		add(u.Figures)
	}
	add(edition.Figures)
	return b, nil
}

func (b Before) unit(id reports.UnitID) map[string]entry {
	if b.given[id] == nil {
		b.given[id] = map[string]entry{}
	}
	return b.given[id]
}

// add takes one cell. Several that give a level for the same last period are its
// parts, or else only one of them would have counted.
func (b Before) add(ind catalogue.Indicator, unit reports.UnitID, e entry) {
	own := b.unit(unit)
	old, ok := own[ind.Code]
	switch {
	case ok && old.period.IsZero():
		return
	case !ok || !added(ind) && old.period.To < e.period.To:
		own[ind.Code] = e
	case added(ind) || old.period.To == e.period.To:
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
