package aggregate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
	"ccbreport/reports/check/checktest"
	"ccbreport/templates"
)

// totalsOf adds up lines "UNIT PERIOD CODE VALUE" of three branches and the ward.
func totalsOf(t *testing.T, lines string) (*catalogue.Catalogue, *aggregate.Totals, reports.Findings) {
	t.Helper()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	var returns []reports.Return
	for line := range strings.Lines(lines) {
		var unit, period, code, value string
		if n, _ := fmt.Sscan(line, &unit, &period, &code, &value); n < 4 {
			t.Fatalf("line %q", line)
		}
		if unit == "ward" {
			unit = string(reports.Ward)
		}
		at := reports.Cell{File: unit + ".xlsx", Sheet: "S", Addr: fmt.Sprintf("D%d", len(returns)+1)}
		source := reports.FromTable
		value, log := strings.CutPrefix(value, "log:")
		if log {
			source = reports.FromLog
		}
		returns = append(returns, reports.Return{Unit: reports.UnitID(unit), Period: checktest.Period(t, period), Entries: []reports.Entry{
			{Code: code, Value: checktest.Value(t, value), Text: value, At: at, Source: source},
		}})
	}
	span := checktest.Period(t, "2017-01-01..2020-06-30")
	var branches []reports.Unit
	for _, id := range []string{"a", "b", "c"} {
		branches = append(branches, reports.Unit{ID: reports.UnitID(id), Name: "Chi hội " + id})
	}
	settled, _ := check.Settle(cat, returns, nil, span)
	totals, findings := aggregate.Sum(cat, settled, branches, span)
	return cat, totals, findings
}

// TestTogether tells which two figures one sentence may say.
func TestTogether(t *testing.T) {
	const cases, settled, ratio = "DA.HOAGIAI.VU", "DA.HOAGIAI.THANH", "DA.HOAGIAI.TYLE"
	const turns, money = "TN.THAMHOI.LUOT", "TN.THAMHOI.TIEN"
	for _, tt := range []struct {
		reason, lines, one, two string
		want                    bool
	}{
		{"the same branches", "a 2017 " + turns + " 5\na 2017 " + money + " 500000\nb 2017 " + turns + " 2\nb 2017 " + money + " 200000", turns, money, true},
		{"money of fewer", "a 2017 " + turns + " 5\na 2017 " + money + " 500000\nb 2017 " + turns + " 2", turns, money, false},
		{"money of more", "a 2017 " + turns + " 5\na 2017 " + money + " 500000\nb 2017 " + money + " 2000", turns, money, false},
		{"who gave nought of one gave nothing of the other", "a 2017 " + turns + " 5\na 2017 " + money + " 500000\nb 2017 " + turns + " 0", turns, money, true},
		{"money of fewer years", "a 2017 " + turns + " 5\na 2018 " + turns + " 5\na 2017 " + money + " 500000", turns, money, false},
		{"a year and its halves", "a 2017 " + turns + " 5\na 2017h1 " + money + " 500000\na 2017h2 " + money + " 1", turns, money, true},
		{"one of its halves", "a 2017 " + turns + " 5\na 2017h1 " + money + " 500000", turns, money, false},
		{"a log records all days", "ward 2017-03-01 " + turns + " log:5\nward 2017-04-01 " + money + " log:9000", turns, money, true},
		{"the ward for all, and all branches", "a 2017 " + turns + " 5\nb 2017 " + turns + " 5\nc 2017 " + turns + " 5\nward 2017 " + money + " 900", turns, money, true},
		{"the ward for all, and two of three", "a 2017 " + turns + " 5\nb 2017 " + turns + " 5\nward 2017 " + money + " 900", turns, money, false},
		{"a ratio of all that gave the part", "a 2017 " + cases + " 5\na 2017 " + settled + " 4\nb 2017 " + cases + " 3", settled, ratio, true},
		{"a ratio without a branch that gave the part", "a 2017 " + cases + " 5\na 2017 " + settled + " 4\nb 2017 " + settled + " 3", settled, ratio, false},
		{"levels of one day", "a 2019 TC.HV.TONG 40\na 2019 TC.HV.NU 4", "TC.HV.TONG", "TC.HV.NU", true},
		{"levels of two days", "a 2019 TC.HV.TONG 40\na 2018 TC.HV.NU 4", "TC.HV.TONG", "TC.HV.NU", false},
		{"how many came, and how many there are", "ward 2019 CQ.TV.TONG 40\nward 2018 CQ.TV.MOI 4", "CQ.TV.TONG", "CQ.TV.MOI", true},
	} {
		cat, totals, _ := totalsOf(t, tt.lines)
		if !aggregate.Related(cat, tt.one, tt.two) || !aggregate.Related(cat, tt.two, tt.one) {
			t.Errorf("%s: %s and %s do not belong together", tt.reason, tt.one, tt.two)
		}
		for _, pair := range [][2]string{{tt.one, tt.two}, {tt.two, tt.one}} {
			if got := totals.Together(cat, pair[0], pair[1], 3); got != tt.want {
				t.Errorf("%s: together(%s, %s) = %v", tt.reason, pair[0], pair[1], got)
			}
		}
	}
}

// TestCover tells whose a figure is and of what time.
func TestCover(t *testing.T) {
	for _, tt := range []struct{ reason, lines, code, want string }{
		{"the whole span", "a 2017-01-01..2020-06-30 PT.CAY 5\nb 2017-01-01..2020-06-30 PT.CAY 5", "PT.CAY", "2 branches"},
		{"a year is open", "a 2017 PT.CAY 5\na 2018 PT.CAY 5\na 2020h1 PT.CAY 2", "PT.CAY", "1 branches, open 2019-01-01..2019-12-31"},
		{"one speaks of what another does not", "a 2017 PT.CAY 5\nb 2018 PT.CAY 5", "PT.CAY", "0 branches, 2 in part, open 2019-01-01..2020-06-30"},
		{"one speaks of all the time, and one of a part", "a 2017-01-01..2020-06-30 PT.CAY 5\nb 2018 PT.CAY 5", "PT.CAY", "1 branches, 1 in part"},
		{"a log leaves nothing open", "ward 2017-03-01 DA.GS.CHUTRI log:1", "DA.GS.CHUTRI", "0 branches, ward"},
		{"a level tells of its day", "a 2019 TC.HV.TONG 40\nb 2020h1 TC.HV.TONG 30", "TC.HV.TONG", "2 branches, levels 2019-12-31 2019-12-31 2020-06-30"},
		{"of a ratio the side that fewer gave", "a 2017 DA.HOAGIAI.VU 5\na 2017 DA.HOAGIAI.THANH 4\nb 2017 DA.HOAGIAI.VU 3", "DA.HOAGIAI.TYLE", "1 branches"},
		{"whose part is larger than its whole is in no share", "a 2017 DA.HOAGIAI.VU 5\na 2017 DA.HOAGIAI.THANH 4\nb 2017 DA.HOAGIAI.VU 3\nb 2017 DA.HOAGIAI.THANH 9", "DA.HOAGIAI.TYLE", "1 branches"},
		{"a branch without any case is not silent of the share", "a 2017 DA.HOAGIAI.VU 5\na 2017 DA.HOAGIAI.THANH 4\nb 2017 DA.HOAGIAI.VU 0", "DA.HOAGIAI.TYLE", "2 branches"},
		{"the ward fills the time of the branches", "ward 2017-01-01..2018-12-31 DA.GOPY.KHAC 5\na 2019-01-01..2020-06-30 DA.GOPY.KHAC 2", "DA.GOPY.KHAC", "1 branches, ward"},
	} {
		cat, totals, _ := totalsOf(t, tt.lines)
		c := totals.Cover(cat, tt.code)
		got := fmt.Sprintf("%d branches", c.Branches)
		if c.Part > 0 {
			got += fmt.Sprintf(", %d in part", c.Part)
		}
		if c.Ward {
			got += ", ward"
		}
		for _, p := range c.Open {
			got += ", open " + p.String()
		}
		if c.First != 0 {
			got += fmt.Sprintf(", levels %s %s %s", c.First, c.Most, c.Last)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestComplete counts the branches that gave everything.
func TestComplete(t *testing.T) {
	cat, totals, _ := totalsOf(t, `a 2017 PT.CAY 5
a 2018 PT.CAY 5
a 2017 TN.THAMHOI.LUOT 3
a 2018 TN.THAMHOI.LUOT 3
a 2017 TN.THAMHOI.TIEN 3000
a 2018 TN.THAMHOI.TIEN 3000
b 2017 PT.CAY 5
b 2018 PT.CAY 5
b 2017 TN.THAMHOI.LUOT 0
b 2018 TN.THAMHOI.LUOT 0
c 2017 PT.CAY 5
c 2017 TN.THAMHOI.LUOT 2
c 2018 TN.THAMHOI.LUOT 2
c 2017 TN.THAMHOI.TIEN 2000
c 2018 TN.THAMHOI.TIEN 2000`)
	for _, tt := range []struct {
		reason string
		codes  []string
		want   int
	}{
		{"all gave it", []string{"TN.THAMHOI.LUOT"}, 3},
		{"no money where there was no visit", []string{"TN.THAMHOI.LUOT", "TN.THAMHOI.TIEN"}, 3},
		{"one did not give a year that others gave", []string{"PT.CAY"}, 2},
		{"all of it", []string{"PT.CAY", "TN.THAMHOI.LUOT", "TN.THAMHOI.TIEN"}, 2},
		{"nobody gave one", []string{"PT.CAY", "AN.TINBAO"}, 0},
	} {
		if got := totals.Complete(cat, tt.codes, nil); got != tt.want {
			t.Errorf("%s: %d branches, want %d", tt.reason, got, tt.want)
		}
	}
}

// TestBoundsOverYears: what happened in years is not held against what there is.
func TestBoundsOverYears(t *testing.T) {
	for _, tt := range []struct {
		reason, lines string
		want          bool
	}{
		{"more came in three years than there are", "a 2017 TC.HV.MOI 30\na 2018 TC.HV.MOI 30\na 2019 TC.HV.MOI 30\na 2019 TC.HV.TONG 40", false},
		{"more women than members", "a 2019 TC.HV.TONG 4\nb 2019 TC.HV.NU 5", true},
		{"more settled than there were", "a 2017 DA.HOAGIAI.VU 4\nb 2018 DA.HOAGIAI.THANH 5", true},
		{"a part that may be missing", "a 2019 KT.HONGHEO 3\na 2019 KT.HO 9", false},
	} {
		_, _, findings := totalsOf(t, tt.lines)
		got := slices.ContainsFunc(findings, func(f reports.Finding) bool { return f.Code == "sum.bound" })
		if got != tt.want {
			t.Errorf("%s: %v", tt.reason, findings)
		}
	}
}
