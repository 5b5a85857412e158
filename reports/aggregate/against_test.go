package aggregate_test

import (
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// TestAgainst holds when a figure may be held against one of the year before.
func TestAgainst(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	const flow, level, ratio = "TC.HV.MOI", "TC.HV.TONG", "TD.CCBGM.TYLE"
	year := func(y int) reports.Period { return reports.Year(y) }
	half := reports.Months
	given := func(unit reports.UnitID, code string, p reports.Period) reports.Contribution {
		return reports.Contribution{Unit: unit, Period: p, Entry: reports.Entry{Code: code, Value: reports.Int(1), Text: "1", Source: reports.FromTable}}
	}
	logged := given("a", flow, reports.PeriodOf(reports.DayOf(2019, 3, 5), reports.DayOf(2019, 3, 5)))
	logged.Source = reports.FromLog
	for _, tt := range []struct {
		reason    string
		code      string
		now, then []reports.Contribution
		want      bool
	}{
		{"the same branch, both years", flow, []reports.Contribution{given("a", flow, year(2019))}, []reports.Contribution{given("a", flow, year(2018))}, true},
		{"two halves fill a year", flow, []reports.Contribution{given("a", flow, half(2019, 1, 6)), given("a", flow, half(2019, 7, 6))}, []reports.Contribution{given("a", flow, year(2018))}, true},
		{"half a year is no year", flow, []reports.Contribution{given("a", flow, year(2019))}, []reports.Contribution{given("a", flow, half(2018, 7, 6))}, false},
		{"half of this year neither", flow, []reports.Contribution{given("a", flow, half(2019, 1, 6))}, []reports.Contribution{given("a", flow, year(2018))}, false},
		{"a branch more", flow, []reports.Contribution{given("a", flow, year(2019)), given("b", flow, year(2019))}, []reports.Contribution{given("a", flow, year(2018))}, false},
		{"a branch less", flow, []reports.Contribution{given("a", flow, year(2019))}, []reports.Contribution{given("a", flow, year(2018)), given("b", flow, year(2018))}, false},
		{"another branch", flow, []reports.Contribution{given("a", flow, year(2019))}, []reports.Contribution{given("b", flow, year(2018))}, false},
		{"a log is a record of all days", flow, []reports.Contribution{logged}, []reports.Contribution{given("a", flow, year(2018))}, true},
		{"levels of the last days", level, []reports.Contribution{given("a", level, year(2019))}, []reports.Contribution{given("a", level, half(2018, 7, 6))}, true},
		{"a level of the middle of the year", level, []reports.Contribution{given("a", level, year(2019))}, []reports.Contribution{given("a", level, half(2018, 1, 6))}, false},
		{"a ratio of both parts", ratio, []reports.Contribution{given("a", "TD.CCBGM.DAT", year(2019)), given("a", "TD.CCBGM.XET", year(2019))},
			[]reports.Contribution{given("a", "TD.CCBGM.DAT", year(2018)), given("a", "TD.CCBGM.XET", year(2018))}, true},
		{"a ratio and a bare percentage", ratio, []reports.Contribution{given("a", "TD.CCBGM.DAT", year(2019)), given("a", "TD.CCBGM.XET", year(2019))},
			[]reports.Contribution{given("a", ratio, year(2018))}, false},
		{"nothing before", flow, []reports.Contribution{given("a", flow, year(2019))}, nil, false},
		{"nothing now", flow, nil, []reports.Contribution{given("a", flow, year(2018))}, false},
	} {
		now, then := totals(year(2019), tt.code, tt.now), totals(year(2018), tt.code, tt.then)
		if _, got := now.Against(cat, then, tt.code); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.reason, got, tt.want)
		}
	}
	if _, ok := totals(year(2019), flow, []reports.Contribution{given("a", flow, year(2019))}).Against(cat, nil, flow); ok {
		t.Error("compared with no totals at all")
	}
}

// TestPlanned holds when a figure may be held against its target.
func TestPlanned(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	const code = "TC.HV.MOI"
	given := func(unit reports.UnitID, p reports.Period) reports.Contribution {
		return reports.Contribution{Unit: unit, Period: p, Entry: reports.Entry{Code: code, Value: reports.Int(1), Source: reports.FromTable}}
	}
	year := reports.Year(2019)
	for _, tt := range []struct {
		reason    string
		now, plan []reports.Contribution
		want      bool
	}{
		{"a plan of the same branch", []reports.Contribution{given("a", year)}, []reports.Contribution{given("a", year)}, true},
		{"the ward's plan for its branches", []reports.Contribution{given("a", year), given("b", year)}, []reports.Contribution{given(reports.Ward, year)}, true},
		{"a plan of one branch only", []reports.Contribution{given("a", year), given("b", year)}, []reports.Contribution{given("a", year)}, false},
		{"a plan for half of the year", []reports.Contribution{given("a", year)}, []reports.Contribution{given("a", reports.Months(2019, 1, 6))}, false},
		{"no plan", []reports.Contribution{given("a", year)}, nil, false},
		{"nothing done that is told", nil, []reports.Contribution{given("a", year)}, false},
	} {
		now := totals(year, code, tt.now)
		now.Plan = totals(year, code, tt.plan)
		if _, got := now.Planned(cat, code); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.reason, got, tt.want)
		}
	}
}

// totals are totals of one figure; of no contributions there is none.
func totals(span reports.Period, code string, from []reports.Contribution) *aggregate.Totals {
	all := &aggregate.Totals{Span: span, Figures: map[string]reports.Figure{}}
	if len(from) > 0 {
		all.Figures[code] = reports.Figure{Code: code, Value: reports.Int(int64(len(from))), Period: span, From: from}
	}
	return all
}
