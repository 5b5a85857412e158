package normalise

import (
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/wording"
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
		n := k + 1
		for n < len(recs) && !wording.IsSub(recs[k].last()) && f.hangs(&recs[n-1], &recs[n]) {
			n++
		}
		kept = append(kept, recs[k])
		parts := r.areParts(f, &recs[k], recs[k+1:n])
		for _, rec := range recs[k+1 : n] {
			if !parts || !r.labels.Partly(recs[k].ind, rec.ind) {
				kept = append(kept, rec)
				continue
			}
			f.grid.MarkRows(rec.row, rec.row+1, grid.Part)
			at = append(at, f.nameAt(rec.row))
			names = append(names, "“"+recs[k].last()+"” → “"+strings.TrimLeft(rec.last(), "-–+ ")+"”")
		}
		k = n
	}
	if len(at) > 0 {
		r.find("rows.part", f.title.unit, reports.Args{"names": firstOf(names)}, at...)
	}
	return kept
}

// hangs reports whether a row says that it is a part of what is above it, has no
// number of its own, and no row with another name stands between.
func (f *figures) hangs(above, rec *record) bool {
	if c := f.column(label.Ordinal); c != nil && f.grid.Rows[rec.row].Cell(c.col) != nil {
		return false
	}
	for i := above.row + 1; i < rec.row; i++ {
		if labels := f.rowLabels(i); len(labels) > 0 && !wording.IsSub(labels[len(labels)-1]) {
			return false
		}
	}
	return wording.IsSub(rec.last())
}

// areParts reports whether no row of a list is more than the row that it hangs on:
// else its dashes are only the marks of a list.
func (r *reader) areParts(f *figures, of *record, list []record) bool {
	found := false
	for k := range list {
		if !r.labels.Partly(of.ind, list[k].ind) {
			continue
		}
		for _, n := range f.values {
			col := f.table.columns[n].col
			whole, part := f.grid.Rows[of.row].Cell(col), f.grid.Rows[list[k].row].Cell(col)
			switch {
			case part == nil:
			case whole == nil || !whole.Amount().OK || part.Amount().N > whole.Amount().N:
				return false
			default:
				found = true
			}
		}
	}
	return found
}
