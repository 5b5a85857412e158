package normalise

import (
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/weigh"
	"ccbreport/reports/viet"
)

// What the weighing of columns leaves open, and what their sums contradict, is told
// here with the heads and the cells.

// nameMisses names the rows in which a total that counts is not the sum of what
// stands beside it, and those in which a part is more than its whole: both cells
// have an equal claim. Totals that are only held against the values are compared
// when those are read.
func (r *reader) nameMisses(f *figures, w weighing, best []weigh.Use) {
	for i, it := range w.items {
		switch {
		case best[i] == weigh.AsPart:
			r.namePartsOver(f, w, best, i)
		case best[i] != weigh.AsTotal:
		case it.col.role == label.Total:
			it.col.fits = w.fitsByRow(f, i, best)
		default:
			r.nameSumsOff(f, w, best, i)
		}
	}
}

// fitsByRow tells by row of the table, from the first, whether a total comes out there.
func (w weighing) fitsByRow(f *figures, i int, uses []weigh.Use) []bool {
	byRow := make([]bool, f.end-f.first)
	for k, fits := range w.Fits(i, uses) {
		byRow[w.recs[k].row-f.first] = fits
	}
	return byRow
}

// nameSumsOff names the rows of a total that counts and is not the sum.
func (r *reader) nameSumsOff(f *figures, w weighing, best []weigh.Use, i int) {
	fits := w.Fits(i, best)
	for k := range w.recs {
		if w.items[i].Amounts[k].OK && !fits[k] {
			v := f.grid.Rows[w.recs[k].row].Cell(w.items[i].col.col)
			r.find("columns.off", f.title.unit, reports.Args{"name": w.recs[k].last(), "text": v.Quoted(), "heads": w.heads()}, f.grid.At(v))
		}
	}
}

// namePartsOver names the rows in which a part is more than its whole.
func (r *reader) namePartsOver(f *figures, w weighing, best []weigh.Use, i int) {
	for k := range w.recs {
		part := w.items[i].Amounts[k]
		whole, ok := w.Whole(best, k)
		if !ok || !part.OK || part.N <= whole {
			continue
		}
		v := f.grid.Rows[w.recs[k].row].Cell(w.items[i].col.col)
		r.find("columns.partover", f.title.unit, reports.Args{"name": w.recs[k].last(), "text": v.Quoted(), "head": w.items[i].col.name()}, f.grid.At(v))
	}
}

// askReading asks which of two readings is meant, since they come to different
// figures. The likelier one stands until somebody says so, and blocks.
func (r *reader) askReading(f *figures, w weighing, best, rival []weigh.Use) {
	var at []reports.Cell
	for i, it := range w.items {
		if best[i] != rival[i] {
			at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
		}
	}
	r.find("columns.doubt", f.title.unit, reports.Args{"heads": w.heads(), "first": w.reading(best), "second": w.reading(rival)}, at...)
}

// askRelation asks what columns are to each other that have equal claims. Where
// they differ no figure of them counts.
func (r *reader) askRelation(f *figures, w weighing) {
	var at []reports.Cell
	for _, it := range w.items {
		at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
	}
	r.find("columns.unrelated", f.title.unit, reports.Args{"heads": w.heads()}, at...)
}

// nameSum tells of columns that were added up: men and women are everybody; whether
// places add up is asked, and blocks.
func (r *reader) nameSum(f *figures, w weighing, code string) {
	var at []reports.Cell
	for _, it := range w.items {
		if it.col.add != "" {
			at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
		}
	}
	r.find(code, f.title.unit, reports.Args{"heads": w.heads()}, at...)
}

// AddUp is the answer that columns add up.
const AddUp = "+"

// answered returns the reading that a person chose for columns of these heads: one of
// those that were weighed, or that just the named columns count.
func (r *reader) answered(w weighing) (uses []weigh.Use, ok bool) {
	said, ok := r.Readings[viet.Key(w.heads())]
	if !ok {
		return nil, false
	}
	uses, ok = w.Best(func(uses []weigh.Use) bool {
		return w.reading(uses) == said || said == AddUp && w.Adds(uses) && !w.HasTotal(uses)
	})
	if ok {
		return uses, true
	}
	use := weigh.AsValue
	if said == AddUp || strings.Contains(said, "” + “") {
		use = weigh.AsAddend
	}
	for _, it := range w.items {
		if said == AddUp || strings.Contains(said, "“"+it.col.name()+"”") {
			uses = append(uses, use)
		} else {
			uses = append(uses, weigh.AsPart)
		}
	}
	return uses, true
}

// nameAnswered tells that columns are read as a person said.
func (r *reader) nameAnswered(f *figures, w weighing) {
	var at []reports.Cell
	for _, it := range w.items {
		at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
	}
	r.find("columns.answered", f.title.unit, reports.Args{"heads": w.heads()}, at...)
}

// nameLeft names the rows in which the columns that a person chose are blank and others
// are not: nothing of such a row counts.
func (r *reader) nameLeft(f *figures, w weighing, uses []weigh.Use) {
	for k := range w.recs {
		var left []reports.Cell
		counts := false
		for i, it := range w.items {
			switch {
			case !it.Amounts[k].OK:
			case uses[i] == weigh.AsPart:
				left = append(left, f.grid.At(f.grid.Rows[w.recs[k].row].Cell(it.col.col)))
			default:
				counts = true
			}
		}
		if len(left) > 0 && !counts {
			r.find("columns.left", f.title.unit, reports.Args{"name": w.recs[k].last(), "heads": w.heads()}, left...)
		}
	}
}

// heads names the columns in question.
func (w weighing) heads() string {
	var names []string
	for _, it := range w.items {
		names = append(names, "“"+it.col.name()+"”")
	}
	return strings.Join(names, ", ")
}

// reading says in words which columns a reading counts.
func (w weighing) reading(uses []weigh.Use) string {
	var names []string
	for i, it := range w.items {
		if uses[i] == weigh.AsValue || uses[i] == weigh.AsAddend && !w.HasTotal(uses) || uses[i] == weigh.AsTotal && w.Adds(uses) {
			names = append(names, "“"+it.col.name()+"”")
		}
	}
	return strings.Join(names, " + ")
}
