package value

import (
	"cmp"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// inOwn brings a figure into the unit of the indicator: from the unit beside
// it, or else from that of its row or column, which says less: of what is counted
// it may be any word. It returns the unit that cannot be the indicator's, "" if
// there is none: another measure, and money where things are counted.
func (r Reader) inOwn(p Place, q viet.Quantity) (viet.Quantity, string) {
	own := p.Indicator.Unit
	row, _, known := r.Catalogue.Units().UnitWord(p.Measure)
	unit := cmp.Or(q.Unit, row)
	factor, ok := r.Catalogue.Units().Factor(unit, own)
	switch {
	case q.Fraction:
		return q, ""
	case q.Unit == "" && q.Scaled && r.Catalogue.Units().Dimension(own) == "":
		return q, "đồng" // "500k" is money
	case unit == own:
		return q, ""
	case ok:
		return scaledBy(q, factor, own)
	case q.Unit != "":
		return q, ""
	case known && (r.Catalogue.Units().Dimension(unit) != r.Catalogue.Units().Dimension(own) || r.Catalogue.Units().Measured(unit)):
		return q, p.Measure
	}
	return q, ""
}

// scaledBy turns "0,3 km" into 300 m.
func scaledBy(q viet.Quantity, factor reports.Value, unit string) (viet.Quantity, string) {
	v, ok := q.Value.Scale(factor.Num)
	if ok {
		v, ok = v.Per(reports.Int(factor.Den))
	}
	if !ok {
		return q, q.Unit
	}
	q.Value, q.Unit, q.Doubts = v, unit, append(q.Doubts, "factor")
	return q, ""
}

// noted tells of a mark whether a note with it stands below a cell: "(1) …" or
// "1. …" alone in its row, where no value can belong to it.
func noted(g *grid.Sheet, c *grid.Cell) func(mark string) bool {
	return func(mark string) bool {
		for _, row := range g.Rows {
			if row.Num <= c.Row || len(row.Cells) != 1 || row.Cells[0].Kind != intake.Text {
				continue
			}
			for _, form := range []string{"(" + mark + ")", "[" + mark + "]", mark + ".", mark + ")"} {
				if rest, ok := strings.CutPrefix(row.Cells[0].Clean, form); ok && len(rest) > 1 {
					return true
				}
			}
		}
		return false
	}
}
