package batch

import (
	"cmp"
	"fmt"
	"maps"
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

// answers returns the answers of some kinds that are not void.
func (w *work) answers(kinds ...reports.QuestionKind) []reports.Answer {
	return slices.DeleteFunc(slices.Clone(w.job.Answers), func(a reports.Answer) bool {
		return !slices.Contains(kinds, a.Kind) || slices.ContainsFunc(a.Cells, func(c reports.Looked) bool {
			return w.contents(reports.ParseCell(c.At)) != c.Holds
		})
	})
}

// contents sums up what a cell of the inbox holds, or a whole file; "" of an empty cell
// and of what is not there.
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
	if !ok || c.Text == "" && c.Formula == "" {
		return ""
	}
	look := intake.Look{}
	if c.Look != nil {
		look = *c.Look
	}
	return archive.Sum(fmt.Appendf(nil, "%d %q %q %q %v", c.Kind, c.Text, c.Formula, c.Format, look))[:16]
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
			at := reports.ParseCell(c.At)
			if c.Value == "" {
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
		for _, c := range a.Cells {
			at := reports.ParseCell(c.At)
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
			w.heed(a, reports.ParseCell(c.At))
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
		ignored[a.Key] = a
	}
	return slices.DeleteFunc(list, func(f reports.Finding) bool {
		_, key, _ := w.rules.Of(f, reports.Blocking)
		if f.Code == "columns.answered" {
			key = question.Key(reports.AskColumns, f.Args["heads"])
		}
		a, ok := ignored[key]
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
