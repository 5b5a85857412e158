package viet

import "ccbreport/reports"

// A measure is one unit of a dimension: factor of the base unit, or 0 where
// nobody can say how much it is.
type measure struct {
	base   string
	factor int64
}

// measures are the units that can have fractions, by dimension. A sào is 360 m²
// in the north, 497 in the middle, 1000 in the south: it has no factor.
var measures = map[string]measure{
	"m": {"m", 1}, "km": {"m", 1000},
	"m²": {"m²", 1}, "ha": {"m²", 10_000}, "sào": {"m²", 0},
	"kg": {"kg", 1}, "yến": {"kg", 10}, "tạ": {"kg", 100}, "tấn": {"kg", 1000},
	"lít": {"lít", 1},
	"giờ": {"giờ", 1},
}

// Measured reports whether a unit, as [UnitWord] gives it, measures: lengths,
// areas, weights and hours have fractions, what is counted has none.
func Measured(unit string) bool { return measures[unit].base != "" }

// Dimension names what a unit measures by its base unit: "m" for km, "m²" for
// sào, "đồng" for every unit of money, "%"; "" for what is counted. Units of two
// dimensions never stand for each other.
func Dimension(unit string) string {
	switch {
	case IsMoneyUnit(unit):
		return dong
	case unit == "%":
		return unit
	}
	return measures[unit].base
}

// Factor returns by how much a figure in one unit is multiplied to be in
// another: Factor("km", "m") is 1000. It reports false for two dimensions, for
// what is counted, and where a unit's size is not known.
func Factor(from, to string) (reports.Value, bool) {
	a, b := measures[from], measures[to]
	if a.base == "" || a.base != b.base || a.factor == 0 || b.factor == 0 {
		return reports.Value{}, false
	}
	return reports.Int(a.factor).Per(reports.Int(b.factor))
}
