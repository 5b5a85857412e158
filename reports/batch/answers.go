package batch

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/intake"
	"ccbreport/reports/question"
	"ccbreport/reports/viet"
)

// What people answered is heeded where it is about: a value where a cell is read, a
// name where names are known, a branch where it is told whose a workbook is. An answer
// about cells is void as soon as one of them holds something else.

// A heeded is an answer that this run went by, with the cells that rest on it.
type heeded struct {
	answer reports.Answer
	at     []reports.Cell
}

// heed notes that the run went by an answer.
func (w *work) heed(a reports.Answer, at ...reports.Cell) {
	i := slices.IndexFunc(w.heeded, func(h heeded) bool { return h.answer.Key == a.Key })
	if i < 0 {
		i = len(w.heeded)
		w.heeded = append(w.heeded, heeded{answer: a})
	}
	w.heeded[i].at = append(w.heeded[i].at, at...)
}

// answersHeeded tells of the answers that the run went by.
func (w *work) answersHeeded() reports.Findings {
	var list reports.Findings
	for _, h := range w.heeded {
		at := slices.Clone(h.at)
		slices.SortFunc(at, reports.Cell.Compare)
		said := cmp.Or(h.answer.Said, h.answer.Choice)
		list.Add("answer.heeded", "", reports.Args{"key": h.answer.Key, "about": h.answer.About, "said": said}, slices.Compact(at)...)
	}
	return list
}

// used returns the answers that bear on what was found or counted, in order: what an
// edition is made from, beside its inputs.
func (w *work) used() []reports.Answer {
	met := map[string]bool{}
	for _, a := range w.accepted() {
		met[a.Fingerprint] = true
	}
	heeded := map[string]bool{}
	for _, h := range w.heeded {
		heeded[h.answer.Key] = true
	}
	return slices.DeleteFunc(slices.Clone(w.job.Answers), func(a reports.Answer) bool {
		return !heeded[a.Key] && !slices.ContainsFunc(a.Accepts, func(l reports.Let) bool { return met[l.Fingerprint] })
	})
}

// answers returns the answers of some kinds that are not void. Those about values and
// blanks hold cell by cell.
func (w *work) answers(kinds ...reports.QuestionKind) []reports.Answer {
	return slices.DeleteFunc(slices.Clone(w.job.Answers), func(a reports.Answer) bool {
		each := a.Kind == reports.AskValue || a.Kind == reports.AskBlank // cell by cell
		return !slices.Contains(kinds, a.Kind) || !each && slices.ContainsFunc(a.Cells, w.changed)
	})
}

// changed reports whether a cell holds something else than when a person looked at it.
func (w *work) changed(c reports.Looked) bool { return w.contents(w.cellOf(c.At)) != c.Holds }

// cellOf is the position that an answer names. A name of a file may hold the sign that
// parts it from the sheet.
func (w *work) cellOf(at string) reports.Cell {
	for _, f := range w.inbox.Files {
		if rest, ok := strings.CutPrefix(at, f.Name+"!"); ok {
			if i := strings.LastIndexByte(rest, '!'); i >= 0 {
				return reports.Cell{File: f.Name, Sheet: rest[:i], Addr: rest[i+1:]}
			}
		}
	}
	return reports.ParseCell(at)
}

// contents sums up what a person sees at a cell of the inbox: what it holds, what names
// its row, and what stands over the table, the period among it. Of a position that is no
// cell it sums up the whole file; it is "" of what is not there.
func (w *work) contents(at reports.Cell) string {
	i := slices.IndexFunc(w.inbox.Books, func(b *intake.Book) bool { return b.Name == at.File })
	if i < 0 || at.Addr == "" {
		k := slices.IndexFunc(w.inbox.Files, func(f reports.File) bool { return f.Name == at.File })
		if k < 0 {
			return ""
		}
		return w.inbox.Files[k].SHA256
	}
	c, ok := w.inbox.Books[i].At(at.Sheet, at.Addr)
	if !ok {
		return ""
	}
	look := intake.Look{}
	if c.Look != nil {
		look = *c.Look
	}
	names, heads := w.inbox.Books[i].Around(at.Sheet, at.Addr)
	return archive.Sum(fmt.Appendf(nil, "%d %q %q %q %v %q %q", c.Kind, c.Text, c.Formula, c.Format, look, names, heads))[:16]
}

// looked is a cell as an answer keeps it.
func (w *work) looked(at reports.Cell) reports.Looked {
	return reports.Looked{At: at.String(), Holds: w.contents(at)}
}

// rewritten returns the workbooks with the values that people gave for cells, as if the
// branch had written them.
func (w *work) rewritten(books []*intake.Book) []*intake.Book {
	values := map[string]map[reports.Cell]string{} // by file
	for _, a := range w.answers(reports.AskValue, reports.AskBlank, reports.AskRival) {
		for _, c := range a.Cells {
			at := w.cellOf(c.At)
			switch {
			case w.changed(c):
				continue
			case c.Value == "":
				delete(values[at.File], at)
				continue
			}
			if values[at.File] == nil {
				values[at.File] = map[reports.Cell]string{}
			}
			values[at.File][at] = c.Value
			w.heed(a, at)
		}
	}
	out := slices.Clone(books)
	for i, b := range out {
		for at, value := range values[b.Name] {
			out[i] = out[i].With(at.Sheet, at.Addr, value)
		}
	}
	return out
}

// dropped returns the returns without the values of which people chose others.
func (w *work) dropped(returns []reports.Return) []reports.Return {
	gone := map[string]bool{}
	for _, a := range w.answers(reports.AskRival) {
		if outgrown(a, returns) {
			continue
		}
		for _, c := range a.Cells {
			at := w.cellOf(c.At)
			gone[c.At] = gone[c.At] || c.Drop
			w.heed(a, at)
		}
	}
	if len(gone) == 0 {
		return returns
	}
	out := slices.Clone(returns)
	for i := range out {
		out[i].Entries = slices.DeleteFunc(slices.Clone(out[i].Entries), func(e reports.Entry) bool { return gone[e.At.String()] })
	}
	return slices.DeleteFunc(out, func(r reports.Return) bool { return len(r.Entries) == 0 })
}

// outgrown reports whether a choice between the ward's number and its branches' is void:
// a branch gives the indicator since that did not when it was made.
func outgrown(a reports.Answer, returns []reports.Return) bool {
	codes, units := map[string]bool{}, map[reports.UnitID]bool{}
	seen := func(e reports.Entry) bool {
		return slices.ContainsFunc(a.Cells, func(l reports.Looked) bool { return l.At == e.At.String() })
	}
	each := func(visit func(reports.UnitID, reports.Entry)) {
		for _, r := range returns {
			for _, e := range r.Entries {
				visit(r.Unit, e)
			}
		}
	}
	each(func(unit reports.UnitID, e reports.Entry) {
		if seen(e) {
			codes[e.Code], units[unit] = true, true
		}
	})
	out := false
	each(func(_ reports.UnitID, e reports.Entry) {
		out = out || codes[e.Code] && !seen(e) && e.Source != reports.FromAnswer
	})
	return out && units[reports.Ward] && len(units) > 1
}

// branchNames returns the branches with the names that people said are theirs.
func (w *work) branchNames() []reports.Unit {
	branches := w.job.Branches
	for _, a := range w.answers(reports.AskBranch) {
		i := slices.IndexFunc(branches, func(u reports.Unit) bool { return string(u.ID) == a.Choice })
		if i < 0 {
			continue
		}
		branches = slices.Clone(branches)
		branches[i].Aliases = append(slices.Clone(branches[i].Aliases), a.About)
		w.heed(a, w.textAt(a.About)...)
	}
	return branches
}

// senders returns the branches that people said workbooks are of, by file.
func (w *work) senders() map[string]reports.UnitID {
	of := map[string]reports.UnitID{}
	for _, a := range w.answers(reports.AskFile) {
		for _, c := range a.Cells {
			of[c.At] = reports.UnitID(a.Choice)
			w.heed(a, w.cellOf(c.At))
		}
	}
	return of
}

// readings returns how people said that columns count, by the key of their heads.
func (w *work) readings() map[string]string {
	of := map[string]string{}
	for _, a := range w.answers(reports.AskColumns) {
		if a.Reading != "" {
			of[viet.Key(a.About)] = a.Reading
		}
	}
	return of
}

// settledByAnswers takes out what was found about names of which people said that they
// are nothing for the report, and about columns that are read as they said.
func (w *work) settledByAnswers(list reports.Findings) reports.Findings {
	ignored := map[string]reports.Answer{}
	for _, a := range w.answers(reports.AskName) {
		if a.Choice == reports.Ignore {
			ignored[a.Key] = a
		}
	}
	for _, a := range w.answers(reports.AskColumns) {
		if a.Reading != "" {
			ignored[a.Key] = a
		}
	}
	return slices.DeleteFunc(list, func(f reports.Finding) bool {
		_, key, _ := w.rules.Of(f, reports.Blocking)
		if f.Code == "columns.answered" {
			key = question.Key(reports.AskColumns, f.Args["heads"])
		}
		a, ok := ignored[key]
		if above := f.Args["above"]; !ok && above != "" {
			a, ok = ignored[question.Key(reports.AskName, above)] // with what it hangs on
		}
		if ok {
			w.heed(a, f.At...)
		}
		return ok
	})
}

// unasked are the indicators that were made of names when the report's span had begun: the
// forms of that time did not ask the branches for them.
func (w *work) unasked() []string {
	var codes []string
	for _, a := range w.job.Answers {
		if a.Indicator != nil && (a.When == "" || a.When >= w.job.Span.From.String()) {
			codes = append(codes, a.Indicator.Code)
		}
	}
	return codes
}

// named notes the answers that gave names to indicators, with the cells that have them.
func (w *work) namesHeeded() {
	for _, a := range w.answers(reports.AskName) {
		if a.Choice == reports.Ignore || a.Choice == reports.Later {
			continue
		}
		if at := w.textAt(a.About); len(at) > 0 {
			w.heed(a, at...)
		}
	}
}

// textAt returns the cells of the inbox whose text is the name.
func (w *work) textAt(name string) []reports.Cell {
	if w.texts == nil {
		w.texts = map[string][]reports.Cell{}
		for _, b := range w.inbox.Books {
			for _, s := range b.Sheets {
				w.noteTexts(b.Name, s)
			}
		}
	}
	return w.texts[viet.Key(name)]
}

// longestLabel, in bytes, is more than any name has.
const longestLabel = 600

func (w *work) noteTexts(file string, s intake.Sheet) {
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.Kind == intake.Text && c.Text != "" && len(c.Text) < longestLabel {
				key := viet.Key(strings.TrimSpace(c.Text))
				w.texts[key] = append(w.texts[key], reports.Cell{File: file, Sheet: s.Name, Addr: intake.Addr(c.Col, row.Num)})
			}
		}
	}
}

// ofAnswers returns the returns with the noughts marked that people said blanks are.
func (w *work) ofAnswers(returns []reports.Return) []reports.Return {
	noughts := map[string]bool{}
	for _, a := range w.answers(reports.AskBlank) {
		for _, c := range a.Cells {
			noughts[c.At] = c.Value != "" && !w.changed(c)
		}
	}
	if len(noughts) == 0 {
		return returns
	}
	out := slices.Clone(returns)
	for i := range out {
		out[i].Entries = slices.Clone(out[i].Entries)
		for k, e := range out[i].Entries {
			if noughts[e.At.String()] {
				out[i].Entries[k].Source = reports.FromAnswer
			}
		}
	}
	return out
}
