package normalise

import (
	"strings"

	"ccbreport/reports"
)

// What the weighing of columns leaves open, and what their sums contradict, is told
// here with the heads and the cells.

// nameMisses names the rows in which a total that counts is not the sum of what
// stands beside it, and those in which a part is more than its whole: both cells
// have an equal claim. Totals that are only held against the values are compared
// when those are read.
func (r *reader) nameMisses(f *figures, s *solver, best []use) {
	for i, it := range s.items {
		switch {
		case best[i] == usePart:
			r.namePartsOver(f, s, best, i)
		case best[i] != useTotal:
		case it.col.role == roleTotal:
			it.col.fits = s.fits(i, best, f.end-f.first, f.first)
		default:
			r.nameSumsOff(f, s, best, i)
		}
	}
}

// nameSumsOff names the rows of a total that counts and is not the sum.
func (r *reader) nameSumsOff(f *figures, s *solver, best []use, i int) {
	fits := s.fits(i, best, f.end-f.first, f.first)
	for k := range s.recs {
		if row := s.recs[k].row; s.items[i].amounts[k].OK && !fits[row-f.first] {
			v := f.grid.Rows[row].Cell(s.items[i].col.col)
			r.find("columns.off", f.title.unit, reports.Args{"name": s.recs[k].last(), "text": v.Quoted(), "heads": s.heads()}, f.grid.At(v))
		}
	}
}

// namePartsOver names the rows in which a part is more than its whole.
func (r *reader) namePartsOver(f *figures, s *solver, best []use, i int) {
	for k := range s.recs {
		part := s.items[i].amounts[k]
		whole, ok := s.whole(best, k)
		if !ok || !part.OK || part.N <= whole {
			continue
		}
		v := f.grid.Rows[s.recs[k].row].Cell(s.items[i].col.col)
		r.find("columns.partover", f.title.unit, reports.Args{"name": s.recs[k].last(), "text": v.Quoted(), "head": s.items[i].col.name()}, f.grid.At(v))
	}
}

// askReading asks which of two readings is meant, since they come to different
// figures. The likelier one stands until somebody says so, and blocks.
func (r *reader) askReading(f *figures, s *solver, best, rival []use) {
	var at []reports.Cell
	for i, it := range s.items {
		if best[i] != rival[i] {
			at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
		}
	}
	r.find("columns.doubt", f.title.unit, reports.Args{"heads": s.heads(), "first": s.reading(best), "second": s.reading(rival)}, at...)
}

// askRelation asks what columns are to each other that have equal claims. Where
// they differ no figure of them counts.
func (r *reader) askRelation(f *figures, s *solver) {
	var at []reports.Cell
	for _, it := range s.items {
		at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
	}
	r.find("columns.unrelated", f.title.unit, reports.Args{"heads": s.heads()}, at...)
}

// nameSum tells of columns that were added up: men and women are everybody; whether
// places add up is asked, and blocks.
func (r *reader) nameSum(f *figures, s *solver, code string) {
	var at []reports.Cell
	for _, it := range s.items {
		if it.col.add != "" {
			at = append(at, f.headOr(*it.col, f.firstValue(it.col.col)))
		}
	}
	r.find(code, f.title.unit, reports.Args{"heads": s.heads()}, at...)
}

// heads names the columns in question.
func (s *solver) heads() string {
	var names []string
	for _, it := range s.items {
		names = append(names, "“"+it.col.name()+"”")
	}
	return strings.Join(names, ", ")
}

// reading says in words which columns a reading counts.
func (s *solver) reading(uses []use) string {
	var names []string
	for i, it := range s.items {
		if uses[i] == useValue || uses[i] == useAdd && !s.hasTotal(uses) || uses[i] == useTotal && s.adds(uses) {
			names = append(names, "“"+it.col.name()+"”")
		}
	}
	return strings.Join(names, " + ")
}
