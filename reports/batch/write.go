package batch

import (
	"cmp"
	"maps"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/check"
	"ccbreport/reports/compose"
	"ccbreport/reports/lint"
	"ccbreport/reports/paper"
	"ccbreport/reports/trace"
)

// write composes the document and looks at it as a clerk would.
func (w *work) write() (err error) {
	if w.document, err = w.compose(); err != nil {
		return err
	}
	w.find(nocells(w.trace(), w.inbox.Files))
	w.find(lint.Check(w.page(), lint.Rules()))
	return nil
}

// nocells tells of figures in the document that lead back to no cell of the
// inbox. There should be none; if there is one, nobody can prove it.
func nocells(data *trace.Data, files []reports.File) reports.Findings {
	var found reports.Findings
	for _, s := range data.Sources() {
		if len(s.Cells(files)) == 0 {
			found.Add("figure.nocells", "", reports.Args{"name": cmp.Or(s.Name, s.Ref.Figure), "value": s.Text})
		}
	}
	return found
}

func (w *work) compose() (*paper.Document, error) {
	sofar, branches := w.checked(nil), w.branches()
	var missing []string
	for _, u := range branches.Missing {
		missing = append(missing, u.Name)
	}
	in := compose.Input{
		Span: w.job.Span, YearStart: w.job.YearStart, Term: w.job.Term, Unit: w.job.Unit, Sign: w.job.Sign,
		To: w.job.To, Copies: w.job.Copies,
		Totals: w.totals, Awards: w.books.Awards, Paragraphs: w.books.Paragraphs, Photos: w.photos(),
		Branches: compose.BranchInfo{
			Units: w.books.Branches, Expected: branches.Expected, Received: branches.Received, Missing: missing,
			Standings: printed(sofar.Branches.List), Due: w.job.Due,
		},
		Open:    w.open(sofar),
		Gaps:    check.Gaps(w.cat, w.settled, w.job.Branches, w.job.Span),
		Nearly:  w.job.Nearly,
		Remarks: w.remarks(),
		Draft:   w.issue == nil,
		Sources: w.showsSources(),
	}
	if w.issue != nil {
		in.Number, in.Date = w.issue.Number, w.issue.Date
	}
	doc, found, err := w.template.Compose(in)
	w.find(found)
	maps.Copy(w.totals.Figures, w.template.Lists(in))
	return doc, err
}

// showsSources reports whether the annex of sources stands in the document.
func (w *work) showsSources() bool {
	switch w.job.Sources {
	case SourcesNone:
		return false
	case SourcesFinal:
		return true
	}
	return w.issue == nil
}

// open says what the stages before the page found that must be mended before a
// final, as a person is told it: what was accepted apart.
func (w *work) open(c *Checked) compose.OpenInfo {
	var open compose.OpenInfo
	for _, f := range c.Findings {
		if f.Severity != reports.Blocking {
			continue
		}
		open.Count++
		if name := w.branch(f.Finding); name != "" && f.Code != "branch.missing" && !slices.Contains(open.Branches, name) {
			open.Branches = append(open.Branches, name)
		}
	}
	return open
}

// photos are the photos that a line of the ward's sheet names, with their bytes.
func (w *work) photos() []paper.Photo {
	var photos []paper.Photo
	for _, p := range w.books.Photos {
		if name, ok := check.PhotoFile(p, w.inbox.Files); ok {
			photos = append(photos, paper.Photo{Name: name, Caption: p.Caption, Source: p.At.String(), Data: w.inbox.Bytes[name]})
		}
	}
	return photos
}

// page is the document as the rules before the signature look at it.
func (w *work) page() lint.Input {
	var branches []string
	for _, b := range w.books.Branches {
		branches = append(branches, b.Name)
	}
	names := append([]string{w.job.Unit.Name, w.job.Unit.Short, w.job.Unit.Parent, w.job.Unit.Place}, branches...)
	in := lint.Input{
		Doc: w.document, Span: w.job.Span, Names: names, Branches: branches, Silent: len(w.branches().Missing), Catalogue: w.cat,
		Figures: w.totals.Figures, Periods: w.totals.By, Units: w.totals.Units,
		Earlier: earlierFigures(w.totals), Plan: planFigures(w.totals),
	}
	if w.issue != nil {
		in.Issued, in.Unnumbered = w.issue.Date, w.issue.Number == ""
	}
	return in
}
