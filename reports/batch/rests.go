package batch

import (
	"ccbreport/reports"
	"maps"
	"slices"
)

// restsOn returns the keys of the answers that a figure rests on: about the cells that
// it was added up from, their names, their workbooks, and about what was left out of it;
// let are those that let findings stand, by their cells.
func (w *work) restsOn(f reports.Figure, let map[string]string) []string {
	keys := map[string]bool{}
	for _, e := range f.From {
		for _, h := range w.heeded {
			if h.bears(e) {
				keys[h.answer.Key] = true
			}
		}
	}
	for _, l := range slices.Concat(w.settled.LeftOut, w.totals.LeftOut) {
		if key, ok := let[l.At.String()]; ok && l.Code == f.Code {
			keys[key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}

// letAt returns the keys of the answers that let findings stand, by their cells.
func (w *work) letAt() map[string]string {
	of := map[string]string{}
	for _, a := range w.job.Answers {
		for _, l := range a.Accepts {
			of[l.Fingerprint] = a.Key
		}
	}
	at := map[string]string{}
	for _, a := range w.accepted() {
		for _, c := range a.At {
			if key, ok := of[a.Fingerprint]; ok {
				at[c] = key
			}
		}
	}
	return at
}

// bears reports whether an entry rests on what was answered.
func (h heeded) bears(e reports.Contribution) bool {
	if h.answer.Kind == reports.AskName && h.code() != e.Code {
		return false
	}
	return slices.ContainsFunc(h.at, func(at reports.Cell) bool { return h.reaches(at, e.At) })
}

// code is the indicator that an answer gives a name to.
func (h heeded) code() string {
	if h.answer.Indicator != nil {
		return h.answer.Indicator.Code
	}
	return h.answer.Choice
}

// reaches reports whether what was answered of one cell bears on another.
func (h heeded) reaches(at, cell reports.Cell) bool {
	if at.File != cell.File {
		return false
	}
	switch h.answer.Kind {
	case reports.AskBranch, reports.AskFile:
		return true
	case reports.AskName:
		return at.Sheet == cell.Sheet && (at.Row() == cell.Row() || at.Column() == cell.Column())
	case reports.AskColumns:
		return at.Sheet == cell.Sheet && at.Column() == cell.Column()
	}
	return at == cell
}
