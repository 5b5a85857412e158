package normalise

import (
	"path"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
)

// A return of another association of the same village (Hội Nông dân, Hội Người
// cao tuổi) has the same heads, names and branches as ours. Its sheets are named
// and nothing of them counts.

// ours returns the sheets that are not another association's.
func (r *reader) ours(sheets []*grid.Sheet) []*grid.Sheet {
	base := strings.TrimSuffix(path.Base(r.book.Name), path.Ext(r.book.Name))
	byFile, _ := r.matcher.Other(base)
	var kept []*grid.Sheet
	for _, g := range sheets {
		other, own := r.association(g)
		if other == "" && !own {
			other = byFile
		}
		if other == "" {
			kept = append(kept, g)
			continue
		}
		r.find("sheet.otherassociation", "", reports.Args{"name": other}, reports.Cell{File: g.File, Sheet: g.Name})
		g.MarkRows(0, len(g.Rows), grid.Named)
	}
	if len(kept) == 0 && len(sheets) > 0 {
		r.reject = "file.otherassociation"
		r.find(r.reject, "", nil, reports.Cell{File: r.book.Name})
	}
	return kept
}

// association tells whose sheet it is by its titles, the first that says: the name
// of another association, or that it is of ours.
func (r *reader) association(g *grid.Sheet) (other string, own bool) {
	for i := range g.Rows[:min(r.about(g).head, titleEnd)] {
		for _, c := range g.Rows[i].Cells {
			if c.Kind != intake.Text {
				continue
			}
			if r.own().In(c.Key) {
				return "", true
			}
			if name, ok := r.matcher.Other(c.Clean); ok {
				return name, false
			}
		}
	}
	return "", false
}

// ofOthers reports whether a head or the name of a row is another association's, in
// a table that also has figures of ours, and says so.
func (r *reader) ofOthers(f *figures, c *grid.Cell) bool {
	if c.Kind != intake.Text || r.labels.Of(c).Code != "" {
		return false
	}
	other, ok := r.matcher.Other(c.Clean)
	if ok {
		r.find("cells.otherassociation", f.title.unit, reports.Args{"name": other}, f.grid.At(c))
	}
	return ok
}
