package batch

import (
	"cmp"
	"fmt"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/trace"
	"ccbreport/reports/typeset"
	"ccbreport/reports/workbook"
)

// ProofFile stands beside the report of a final and proves it: every figure that it
// prints, worked out again over the cells that it was made of. No letter has it.
const ProofFile = "doi-chieu.xlsx"

// proof makes doi-chieu.xlsx of a final whose document is written and set. The error is
// [ErrOther] where the templates of the draft, which an earlier version of the program
// made, have no words for it.
func (w *work) proof(draft archive.Edition, pdf typeset.Result) (archive.Blob, error) {
	words, err := workbook.LoadWords(w.job.Templates)
	if err != nil {
		return archive.Blob{}, fmt.Errorf("%w: %w", ErrOther, err)
	}
	head := w.document.Head
	in := workbook.Proof{
		Catalogue: w.cat, Ward: cmp.Or(w.job.Unit.Short, w.job.Unit.Name), Branches: w.units(),
		Title: head.Kind + " " + head.Subject, Date: w.issue.Date, File: archive.PDF, Sum: archive.Sum(pdf.PDF),
		Printed: w.printed(), Words: words, Stored: map[string]string{},
	}
	if w.issue.Number != "" {
		in.Number = w.issue.Number + "/" + w.job.Unit.Symbol
	}
	for name, place := range w.stored() { // the draft keeps the inbox; the final stands beside it
		in.Stored[name] = "../" + draft.ID + "/" + place
	}
	data, err := workbook.MakeProof(in)
	return archive.Blob{Name: ProofFile, Bytes: data}, err
}

// printed are the figures that the document prints, each once, in the order in which
// they are met. One of no cell there should not be; see nocells.
func (w *work) printed() []workbook.Printed {
	var all []workbook.Printed
	for _, s := range w.trace().Sources() {
		if len(s.From) == 0 {
			continue
		}
		p := workbook.Printed{
			Figure: reports.Figure{Code: s.Ref.Figure, Value: s.Value, Period: s.Ref.Over(), From: contributions(s.From)},
			Unit:   s.Ref.Unit, Section: s.Places[0].Section,
		}
		if p.Period.IsZero() {
			p.Period = w.job.Span
		}
		for _, place := range s.Places {
			if !slices.Contains(p.Texts, place.Text) {
				p.Texts = append(p.Texts, place.Text)
			}
		}
		all = append(all, p)
	}
	return all
}

func contributions(entries []trace.Entry) []reports.Contribution {
	var all []reports.Contribution
	for _, e := range entries {
		all = append(all, e.Contribution())
	}
	return all
}
