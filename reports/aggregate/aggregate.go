// Package aggregate adds the returns that count up to the ward's figures, by
// the kind of each indicator. Adding is exact, and in any order the same.
//
// Every figure keeps the entries it was made of; every entry that was read and
// not added is in LeftOut with the code of the finding that says why.
package aggregate

import "ccbreport/reports"

// Totals are the ward's figures for one span.
type Totals struct {
	Span    reports.Period
	Figures map[string]reports.Figure                    // by code, over the whole span
	Periods []reports.Period                             // the sub-periods that the returns name, in order
	By      map[reports.Period]map[string]reports.Figure // the ward's figures of each sub-period
	Units   map[reports.UnitID]map[string]reports.Figure // each unit's own figures over the span
	Givers  map[string][]reports.UnitID                  // by code: the branches that gave it
	LeftOut []reports.LeftOut
}
