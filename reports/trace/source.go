package trace

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A Source is one figure that the report prints, of the span, of one sub-period or
// of one branch, with the entries that it was made of.
type Source struct {
	Ref  paper.Ref
	Text string // as it is first printed
	Figure
	Places []paper.Place
}

// Sources returns the figures that the document prints, each once, in the order
// in which they are first met. One that no cell bears has an empty From.
func (d *Data) Sources() []Source {
	var list []Source
	for _, p := range d.Document.Places() {
		i := slices.IndexFunc(list, func(s Source) bool { return s.Ref == p.Ref })
		if i < 0 {
			f, _ := d.figure(p.Ref)
			list = append(list, Source{Ref: p.Ref, Text: p.Text, Figure: f})
			i = len(list) - 1
		}
		list[i].Places = append(list[i].Places, p)
	}
	return list
}

// Cells returns the entries that stand in a cell of one of the files, which is
// where people can look.
func (s Source) Cells(files []reports.File) []Entry {
	var found []Entry
	for _, e := range s.From {
		if e.Cell != "" && slices.ContainsFunc(files, func(f reports.File) bool { return f.Name == e.File }) {
			found = append(found, e)
		}
	}
	return found
}
