package paper

import "ccbreport/reports"

// A Ref says which figure a piece of the document prints; the zero Ref prints
// none. Equal Refs lead to one figure with its cells, wherever they stand, so a
// Ref is a key.
//
// What is said of how a figure differs from an earlier one has the Period of
// that one, and its share of the plan has the Unit of the plan, [reports.Plan].
type Ref struct {
	Figure string         // its code: "TC.HV.TONG"
	Period Days           // the sub-period or earlier span that it is of; zero: the whole span
	Unit   reports.UnitID // the branch that it is of; "": the ward
}

// In is the same figure of a sub-period or an earlier span.
func (r Ref) In(p reports.Period) Ref {
	r.Period = Days(p)
	return r
}

// By is the same figure of one branch, or of the plan.
func (r Ref) By(unit reports.UnitID) Ref {
	r.Unit = unit
	return r
}

// Over is the period of the figure; zero: the whole span of the report.
func (r Ref) Over() reports.Period { return reports.Period(r.Period) }

// Days is a period that a document keeps as one text, "2017-01-01..2017-12-31",
// where the figures beside it keep its two ends.
type Days reports.Period

// String returns the text, "" for the zero period.
func (d Days) String() string { return reports.Period(d).String() }

// MarshalText writes the text.
func (d Days) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Days) UnmarshalText(text []byte) error {
	p, err := reports.ParsePeriod(string(text))
	*d = Days(p)
	return err
}
