package batch

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/intake"
)

// replaced leaves out what was found in a workbook of which the unit has sent a
// corrected one since, and notes how much that was. What blocks goes only if the
// later workbook gives that very figure, or, where no figure is meant, is a copy
// in which that very cell was changed: what it is silent about is still open.
func (w *work) replaced() {
	var kept reports.Findings
	gone := map[[2]string]int{} // by the old and the new workbook
	var order [][2]string
	for _, f := range w.findings {
		by := w.corrector(f)
		if by == "" {
			kept = append(kept, f)
			continue
		}
		pair := [2]string{f.At[0].File, by}
		if gone[pair]++; gone[pair] == 1 {
			order = append(order, pair)
		}
	}
	for _, pair := range order {
		kept.Add("file.corrected", w.senderOf(pair[0]), reports.Args{"file": pair[0], "by": pair[1], "count": strconv.Itoa(gone[pair])}, reports.Cell{File: pair[0]})
	}
	w.findings = kept
}

func (w *work) senderOf(file string) reports.UnitID {
	for _, b := range w.books.Books {
		if b.Name == file && len(b.Units) == 1 {
			return b.Units[0]
		}
	}
	return ""
}

// corrector is the workbook that took the place of what a finding is about, ""
// if none did.
func (w *work) corrector(f reports.Finding) string {
	if len(f.At) == 0 || f.At[0].Addr == "" || slices.ContainsFunc(f.At, func(c reports.Cell) bool { return c.File != f.At[0].File }) {
		return ""
	}
	old, found := w.bookOf(f.At[0].File)
	if !found {
		return ""
	}
	by, superseded := w.settled.Superseded[old.Name]
	later, known := w.bookOf(by)
	superseded = superseded && known && savedAfter(later, old)
	if superseded && w.severity(f) != reports.Blocking {
		return by
	}
	if slices.ContainsFunc(f.At, func(c reports.Cell) bool { return w.unread(c) != nil }) {
		return w.givenSince(f, old)
	}
	if superseded && isCopy(later, old) && !slices.ContainsFunc(f.At, func(c reports.Cell) bool { return !rewritten(later, old, c) }) {
		return by
	}
	return ""
}

// unread is the figure that a cell should have given, nil if it is none's.
func (w *work) unread(at reports.Cell) *reports.Contribution {
	for i := range w.books.Unread {
		if w.books.Unread[i].At == at {
			return &w.books.Unread[i]
		}
	}
	return nil
}

func (w *work) bookOf(name string) (*intake.Book, bool) {
	i := slices.IndexFunc(w.inbox.Books, func(b *intake.Book) bool { return b.Name == name })
	if i < 0 {
		return nil, false
	}
	return w.inbox.Books[i], true
}

// savedAfter reports whether a workbook was surely saved after another.
func savedAfter(later, old *intake.Book) bool {
	return !old.Modified.IsZero() && later.Modified.After(old.Modified)
}

// isCopy reports whether most cells of the old workbook stand in the later one as
// they were.
func isCopy(later, old *intake.Book) bool {
	same, all := 0, 0
	for _, s := range old.Sheets {
		for _, row := range s.Rows {
			for _, c := range row.Cells {
				all++
				if is, _ := later.At(s.Name, intake.Addr(c.Col, row.Num)); is.Text == c.Text {
					same++
				}
			}
		}
	}
	return 2*same > all
}

// rewritten reports whether a cell reads otherwise in the later workbook.
func rewritten(later, old *intake.Book, c reports.Cell) bool {
	is, ok := later.At(c.Sheet, c.Addr)
	was, _ := old.At(c.Sheet, c.Addr)
	return ok && (is.Text != was.Text || is.Formula != was.Formula || is.Kind != was.Kind)
}

// givenSince is the later workbook in which the unit gives the figure that could
// not be read, "" if there is none.
func (w *work) givenSince(f reports.Finding, old *intake.Book) string {
	by := ""
	for _, at := range f.At {
		unread := w.unread(at)
		if unread == nil {
			return ""
		}
		k := slices.IndexFunc(w.books.Returns, func(r reports.Return) bool {
			later, ok := w.bookOf(r.File)
			return ok && r.Unit == unread.Unit && r.Period == unread.Period && savedAfter(later, old) &&
				slices.ContainsFunc(r.Entries, func(e reports.Entry) bool { return e.Code == unread.Code && e.Source == reports.FromTable })
		})
		if k < 0 {
			return ""
		}
		by = w.books.Returns[k].File
	}
	return by
}
