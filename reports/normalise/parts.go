package normalise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/viet"
)

// "Hội viên mới kết nạp: 3; – Đảng viên: 2; – Nữ: 1" says how many of the new ones
// are, and not of all: what hangs on a row that it is no part of by its name, and is
// not more than that row, is a part of it and no figure of the branch.

// dropParts returns the records without such rows.
func (r *reader) dropParts(f *figures, recs []record) []record {
	var kept []record
	var at []reports.Cell
	var names []string
	for k := 0; k < len(recs); {
		list := f.hanging(recs[k:])
		kept = append(kept, recs[k])
		parts := r.areParts(f, &recs[k], list)
		for i, rec := range list {
			if !parts || !r.isPart(&recs[k], list[:i+1]) {
				kept = append(kept, rec)
				continue
			}
			f.grid.MarkRows(rec.row, rec.row+1, grid.Part)
			at = append(at, f.nameAt(rec.row))
			names = append(names, "“"+recs[k].last()+"” → “"+strings.TrimLeft(rec.last(), "-–+ ")+"”")
		}
		k += 1 + len(list)
	}
	if len(at) > 0 {
		r.find("rows.part", f.title.unit, reports.Args{"names": firstOf(names)}, at...)
	}
	return kept
}

// dropPartColumns takes columns that are headed as "trong đó" of the one before them out
// of those that hold values: "Thăm hỏi (lượt) | Trong đó: thương binh".
func (r *reader) dropPartColumns(f *figures) {
	var of catalogue.Indicator
	var at []reports.Cell
	var names []string
	head := ""
	f.values = slices.DeleteFunc(f.values, func(n int) bool {
		c := &f.table.columns[n]
		if len(c.labels) == 0 {
			return false
		}
		ind, known := r.Catalogue.Indicator(c.code)
		last := c.labels[len(c.labels)-1]
		if !wording.IsInPart(last.Clean) {
			of, head = ind, last.Clean
			return false
		}
		if !known || !r.labels.InPart(of, ind) {
			return false
		}
		c.role, c.code = label.Part, ""
		at = append(at, f.grid.At(last))
		names = append(names, "“"+head+"” → “"+last.Clean+"”")
		return true
	})
	if len(at) > 0 {
		r.find("rows.part", f.title.unit, reports.Args{"names": firstOf(names)}, at...)
	}
}

// hanging returns the rows that hang on the first one.
func (f *figures) hanging(recs []record) []record {
	n := 1
	for n < len(recs) && !wording.IsSub(recs[0].last()) && f.hangs(recs[:n], &recs[n]) {
		n++
	}
	return recs[1:n]
}

// hangs reports whether a row says that it is a part of what is above it, and no row
// with another name stands between. A list that begins with "trong đó" goes on with small
// letters.
func (f *figures) hangs(above []record, rec *record) bool {
	for i := above[len(above)-1].row + 1; i < rec.row; i++ {
		if labels := f.rowLabels(i); len(labels) > 0 && !wording.IsSub(labels[len(labels)-1]) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(rec.last())
	return wording.IsSub(rec.last()) || unicode.IsLower(first) && saysInPart(above[1:])
}

// saysInPart reports whether one of some rows says that it and those below it are "trong
// đó".
func saysInPart(list []record) bool {
	return slices.ContainsFunc(list, func(rec record) bool { return wording.IsInPart(rec.last()) })
}

// isPart reports whether the last row of a list can only be a part of what it hangs on.
func (r *reader) isPart(of *record, list []record) bool {
	rec := &list[len(list)-1]
	a, b := of.ind.Unit, rec.ind.Unit
	alike := of.ind.Kind == catalogue.Flow && (r.units().Same(a, b) || r.units().Alike(a, b)) // of those, or of that money
	return r.labels.Partly(of.ind, rec.ind) || (alike || saysInPart(list)) && r.labels.InPart(of.ind, rec.ind)
}

// areParts reports whether no row of a list is more than the row that it hangs on:
// else its dashes are only the marks of a list.
func (r *reader) areParts(f *figures, of *record, list []record) bool {
	found := false
	for k := range list {
		if !r.isPart(of, list[:k+1]) {
			continue
		}
		for _, n := range f.values {
			col := f.table.columns[n].col
			whole, part := f.grid.Rows[of.row].Cell(col), f.grid.Rows[list[k].row].Cell(col)
			switch {
			case part == nil:
			case viet.IsMoneyUnit(of.ind.Unit) != viet.IsMoneyUnit(list[k].ind.Unit): // neither is more than the other
				found = true
			case whole == nil || !whole.Amount().OK || part.Amount().N > whole.Amount().N:
				return false
			default:
				found = true
			}
		}
	}
	return found
}
