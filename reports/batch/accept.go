package batch

import (
	"encoding/json"
	"fmt"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/archive"
	"ccbreport/reports/check"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise"
)

// total adds up what counts, without what people accepted: an entry at a cell of
// an accepted finding is in no sum. Adding can find what was accepted, so it is
// done until nothing more is withdrawn; each round takes entries away.
func (w *work) total() {
	for {
		totals, found := aggregate.Sum(w.cat, w.settled, w.job.Branches, w.job.Span)
		settled, withdrawn := check.Withdraw(w.settled, w.withdrawn(slices.Concat(w.findings, found)))
		if !withdrawn {
			w.totals = totals
			w.find(found)
			return
		}
		w.settled = settled
		w.find(slices.DeleteFunc(found, func(f reports.Finding) bool {
			_, ok := w.acceptance(f)
			return !ok
		}))
	}
}

// withdrawn returns the cells of what was accepted, with the code: but for findings
// of which to accept them is to say that they are right as they stand.
func (w *work) withdrawn(list reports.Findings) map[reports.Cell]string {
	cells := map[reports.Cell]string{}
	for _, f := range list {
		text, _ := w.cat.Text(f.Code)
		if _, ok := w.acceptance(f); ok && !text.Keep && w.severity(f) == reports.Blocking {
			for _, c := range f.At {
				cells[c] = f.Code
			}
		}
	}
	return cells
}

// acceptance returns the word of a person for which a finding may stand. A note needs
// none.
func (w *work) acceptance(f reports.Finding) (reports.Acceptance, bool) {
	if w.severity(f) == reports.Note {
		return reports.Acceptance{}, false
	}
	if a, ok := w.chosen(f); ok {
		return a, true
	}
	why := w.letStand()
	if len(why) == 0 {
		return reports.Acceptance{}, false
	}
	ground := w.ground(f)
	reason, ok := why[ground.Fingerprint]
	ground.Why = reason
	return ground, ok
}

// letStand are the reasons for which findings may stand, by their fingerprints; the
// last word counts.
func (w *work) letStand() map[string]string {
	if w.lets == nil {
		w.lets = map[string]string{}
		for _, a := range w.job.Answers {
			for _, l := range a.Accepts {
				w.lets[l.Fingerprint] = a.Reason()
			}
		}
	}
	return w.lets
}

// chosen returns the word of a person who chose one of several values, where they still
// differ: of the ward and its branches, the ward's counts without anything left out.
func (w *work) chosen(f reports.Finding) (reports.Acceptance, bool) {
	kind, key, _ := w.rules.Of(f, w.severity(f))
	if kind != reports.AskRival {
		return reports.Acceptance{}, false
	}
	for _, a := range w.answers(kind) {
		if a.Key == key && w.saw(a, f) {
			ground := w.ground(f)
			ground.Why = a.Reason()
			return ground, true
		}
	}
	return reports.Acceptance{}, false
}

// saw reports whether a person saw all that a finding is about when he answered.
func (w *work) saw(a reports.Answer, f reports.Finding) bool {
	at := slices.Clone(f.At)
	for _, c := range w.givenBeside(f.At) {
		if f.Code == "level.differ" && c.Source != reports.FromAnswer {
			at = append(at, c.At)
		}
	}
	return len(a.Cells) > 0 && !slices.ContainsFunc(at, func(c reports.Cell) bool {
		return !slices.ContainsFunc(a.Cells, func(l reports.Looked) bool { return l.At == c.String() })
	})
}

// accepted returns what people accepted of what this run found, in order: what
// an edition is made from, beside its inputs.
func (w *work) accepted() []reports.Acceptance {
	list := []reports.Acceptance{}
	for _, f := range w.findings.Sorted() {
		if a, ok := w.acceptance(f); ok {
			list = append(list, a)
		}
	}
	return list
}

// branch is the name of the branch that a finding is about: the one that it
// names, or the one whose workbook it points into; "" for none or the ward.
func (w *work) branch(f reports.Finding) string {
	id := f.Unit
	for _, b := range w.books.Books {
		if id == "" && len(f.At) > 0 && b.Name == f.At[0].File && len(b.Units) == 1 {
			id = b.Units[0]
		}
	}
	for _, u := range w.books.Branches {
		if u.ID == id {
			return u.Name
		}
	}
	return ""
}

// ground is what a person would accept of a finding: all but the reason.
func (w *work) ground(f reports.Finding) reports.Acceptance {
	return reports.Acceptance{Code: f.Code, Branch: f.Unit, At: cellNames(f.At), Fingerprint: w.fingerprint(f)}
}

// fingerprint sums up what a person looks at: the code, the unit, the words, and
// each position with what stands there. It is another one as soon as any of that
// changes.
func (w *work) fingerprint(f reports.Finding) string {
	type spot struct{ At, Holds string }
	looked := struct {
		Code  string
		Unit  reports.UnitID
		Args  reports.Args
		Spots []spot
	}{f.Code, f.Unit, f.Args, nil}
	for _, c := range f.At {
		looked.Spots = append(looked.Spots, spot{c.String(), w.holds(c)})
	}
	data, err := json.Marshal(looked)
	if err != nil {
		panic(err) // plain data always encodes
	}
	return archive.Sum(data)
}

// holds returns what stands at a position: the contents of a single cell of a
// workbook that is used, else the sum of the whole file.
func (w *work) holds(at reports.Cell) string {
	i := slices.IndexFunc(w.books.Books, func(b normalise.Book) bool { return b.Name == at.File && b.Rejected == "" })
	k := slices.IndexFunc(w.inbox.Books, func(b *intake.Book) bool { return b.Name == at.File })
	if i >= 0 && k >= 0 {
		if c, ok := w.inbox.Books[k].At(at.Sheet, at.Addr); ok {
			return fmt.Sprintf("%d %q %q", c.Kind, c.Text, c.Formula)
		}
	}
	for _, f := range w.inbox.Files {
		if f.Name == at.File {
			return f.SHA256
		}
	}
	return ""
}
