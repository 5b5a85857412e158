package normalise

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// A blank is an indicator that a unit names in a sheet with nothing beside it. In
// a form that all branches fill in, most are blank and nobody asks; where the
// same unit gives the indicator elsewhere, for another period, it is missing here.
type blank struct {
	unit   reports.UnitID
	ind    catalogue.Indicator
	period string
	row    bool // the row says its own unit or period
	at     []reports.Cell
}

// aloneAmong is how many filled rows to a blank one make a sheet nearly full.
const aloneAmong = 4

// nameBlanks names the blanks of indicators that their unit gives elsewhere. It
// looks at all workbooks: a branch may send one for each period. A name that
// stands on the same sheet with figures, too, is the head of a section here.
func nameBlanks(res *Result, blanks []blank) {
	type given struct {
		unit reports.UnitID
		code string
	}
	gives := map[given][]reports.Cell{} // the sheets that do
	filled, empty := map[reports.Cell]int{}, map[reports.Cell]int{}
	for _, r := range res.Returns {
		for _, e := range r.Entries {
			sheet := reports.Cell{File: e.At.File, Sheet: e.At.Sheet}
			if key := (given{r.Unit, e.Code}); e.Source == reports.FromTable && !slices.Contains(gives[key], sheet) {
				gives[key] = append(gives[key], sheet)
				filled[sheet]++
			}
		}
	}
	for _, b := range blanks {
		empty[reports.Cell{File: b.at[0].File, Sheet: b.at[0].Sheet}]++
	}
	for _, b := range blanks {
		sheets := gives[given{b.unit, b.ind.Code}]
		sheet := reports.Cell{File: b.at[0].File, Sheet: b.at[0].Sheet}
		here := slices.Contains(sheets, sheet)
		alone := filled[sheet] >= aloneAmong*empty[sheet] && !here
		if len(sheets) > 0 && (b.row || !here) || alone {
			res.Findings.Add("value.blank", b.unit, reports.Args{
				"file": b.at[0].File, "sheet": b.at[0].Sheet, "cell": b.at[0].Addr, "indicator": b.ind.Name, "period": b.period,
			}, b.at...)
		}
	}
}
