package batch

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
)

// Whether a finding blocks hangs on its code, and for some on what is at stake:
// nobody is stopped for less than a hundredth of a printed figure, and nobody
// passes over a name that may well be one.

// severity is that of the code's wording, raised or lowered by what hangs on the
// finding; a code without words blocks.
func (w *work) severity(f reports.Finding) reports.Severity {
	t, ok := w.cat.Text(f.Code)
	switch {
	case !ok:
		return reports.Blocking
	case f.Code == "indicator.unknown" && (f.Args["near"] != "" || w.standsOver(f.At)):
		return reports.Blocking
	case f.Code == "level.differ" && f.Args["moves"] != "", f.Code == "period.outside" && f.Args["most"] != "":
		return reports.Blocking
	case f.Code == "value.blank" && w.tells(f):
		return reports.Note // the branch gives the same for days among theirs
	case f.Code == "value.unseen" && w.moveLittle(f.At):
		return reports.Warning
	case f.Code == "number.ambiguous" && w.idleRate(f):
		return reports.Warning
	}
	return t.Severity
}

// idleRate reports whether a finding is about a percentage that is in no figure however
// it is read: one branch's among several, without its parts, is not pooled, and less than
// all is not 100 %. Two numbers ("1.234/1.250") are parts.
func (w *work) idleRate(f reports.Finding) bool {
	if f.Unit == "" || f.Unit == reports.Ward || len(w.books.Branches) < 2 || strings.ContainsAny(f.Args["text"], "/…") {
		return false
	}
	for name := range strings.SplitSeq(f.Args["indicator"], "; ") { // of several cells that are told together
		if !slices.ContainsFunc(w.cat.Indicators(), func(ind catalogue.Indicator) bool { return ind.Name == name && ind.Percent() }) {
			return false
		}
	}
	return true
}

// standsOver reports whether a number that is not nought stands right of a name, below
// it, or in its own words: it would be counted if the name were known.
func (w *work) standsOver(at []reports.Cell) bool {
	return slices.ContainsFunc(at, func(c reports.Cell) bool {
		i := slices.IndexFunc(w.inbox.Books, func(b *intake.Book) bool { return b.Name == c.File })
		return i >= 0 && c.Addr != "" && w.inbox.Books[i].CountsAt(c.Sheet, c.Addr)
	})
}

// moveLittle reports whether the values at some cells, which do not count, belong to
// figures that all such values together would change by no more than a hundredth.
func (w *work) moveLittle(at []reports.Cell) bool {
	for _, c := range at {
		unread := w.unread(c)
		if unread == nil || !unread.Value.Known() || w.totals == nil {
			return false
		}
		hundredfold, ok := w.unseen(unread.Code).Scale(100)
		figure, printed := w.totals.Figures[unread.Code]
		if !ok || !printed || hundredfold.Cmp(figure.Value) > 0 {
			return false
		}
	}
	return len(at) > 0
}

// unseen adds up the values of an indicator that are known and do not count since
// nobody sees them; it is unknown if they do not fit.
func (w *work) unseen(code string) reports.Value {
	sum, ok := reports.Int(0), true
	for _, c := range w.books.Unread {
		if c.Code == code && c.Value.Known() && ok {
			sum, ok = sum.Add(c.Value)
		}
	}
	if !ok {
		return reports.Value{}
	}
	return sum
}
