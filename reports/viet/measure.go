package viet

import (
	"slices"

	"ccbreport/reports"
)

// spoken are the units of the language, whoever counts whatever: money, percentages,
// measures, and words that count anything and are the unit of nothing. A sào is
// 360 m² in the north, 497 in the middle, 1000 in the south.
var spoken = []Unit{
	{Name: dong, Words: []string{"đ", "₫", "vnđ", "vnd", "đồng việt nam"}},
	{Name: percent, Words: []string{"phần trăm"}},
	{Name: "m", Words: []string{"mét", "mét dài"}, Base: "m", Factor: 1},
	{Name: "km", Base: "m", Factor: 1000},
	{Name: "m²", Words: []string{"m2", "mét vuông"}, Base: "m²", Factor: 1},
	{Name: "ha", Words: []string{"héc ta", "hecta"}, Base: "m²", Factor: 10_000},
	{Name: "sào", Base: "m²"},
	{Name: "kg", Base: "kg", Factor: 1}, {Name: "yến", Base: "kg", Factor: 10},
	{Name: "tạ", Base: "kg", Factor: 100}, {Name: "tấn", Base: "kg", Factor: 1000},
	{Name: "lít", Base: "lít", Factor: 1},
	{Name: "giờ", Words: []string{"giờ công"}, Base: "giờ", Factor: 1},
	{Name: "lần"}, {Name: "đợt"}, {Name: "ngày"}, {Name: "điểm"}, {Name: "chiếc"}, {Name: "cái"}, {Name: "con"},
}

// Spoken returns the words that the language has for a unit, nil if it is one that
// only some people count in.
func Spoken(name string) []string {
	i := slices.IndexFunc(spoken, func(u Unit) bool { return u.Name == name })
	if i < 0 {
		return nil
	}
	return spoken[i].Words
}

// Measured reports whether a unit, as [Units.UnitWord] gives it, measures: lengths,
// areas, weights and hours have fractions, what is counted has none.
func (u *Units) Measured(unit string) bool { return u.units[unit].Base != "" }

// Dimension names what a unit measures by its base unit: "m" for km, "m²" for
// sào, "đồng" for every unit of money, "%"; "" for what is counted. Units of two
// dimensions never stand for each other.
func (u *Units) Dimension(unit string) string {
	switch {
	case IsMoneyUnit(unit):
		return dong
	case unit == percent:
		return unit
	}
	return u.units[unit].Base
}

// Factor returns by how much a figure in one unit is multiplied to be in
// another: Factor("km", "m") is 1000. It reports false for two dimensions, for
// what is counted, and where a unit's size is not known.
func (u *Units) Factor(from, to string) (reports.Value, bool) {
	a, b := u.units[from], u.units[to]
	if a.Base == "" || a.Base != b.Base || a.Factor == 0 || b.Factor == 0 {
		return reports.Value{}, false
	}
	return reports.Int(a.Factor).Per(reports.Int(b.Factor))
}

// A measure is what a number counts, as far as it says how its marks are read.
type measure struct {
	unit  string
	scale int64
	fine  bool // it can have fractions
}

// measured reads the unit of a column: "triệu đồng".
func (u *Units) measured(unit string) measure {
	if name, scale, ok := u.UnitWord(unit); ok {
		return u.plain(name, scale)
	}
	return u.plain(unit, 1)
}

func (u *Units) plain(unit string, scale int64) measure {
	return measure{unit, scale, u.Measured(unit)}
}

// counted is the measure of figures that are parts of another: whole numbers,
// where nothing is known of them.
func (m measure) counted() measure {
	if m.unit == "" {
		m.unit = "cái"
	}
	m.scale = 1
	return m
}
