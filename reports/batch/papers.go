package batch

import (
	"bytes"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/workbook"
)

// Names of what goes back to people, in an edition and in the folder of a check.
const (
	FeedbackFolder = "phan-hoi"
	StandingFile   = "tinh-hinh.xlsx"
	FiguresFile    = "so-lieu.xlsx"
	ToldFile       = "kiem-tra.txt"
)

// Concerns returns the unit that a finding is about: the one that it names, or
// else the one into whose workbooks, and nobody else's, it points; "" if there is
// none.
func (c *Checked) Concerns(f Finding) reports.UnitID {
	if f.Unit != "" || len(f.At) == 0 {
		return f.Unit
	}
	unit := c.owner(f.At[0].File)
	if slices.ContainsFunc(f.At, func(at reports.Cell) bool { return c.owner(at.File) != unit }) {
		return ""
	}
	return unit
}

// owner is the unit of a workbook, "" if it holds several or none.
func (c *Checked) owner(file string) reports.UnitID {
	i := slices.IndexFunc(c.Files, func(f reports.File) bool { return f.Name == file })
	if i < 0 {
		return ""
	}
	return c.Files[i].Unit
}

// papers makes what goes back to the branches: marked copies, letters, the state
// of what was received. They are Vietnamese, whatever the terminal speaks.
func (w *work) papers(c *Checked) ([]archive.Blob, error) {
	words, err := workbook.LoadWords(w.job.Templates)
	if err != nil {
		return nil, err
	}
	asked := w.asked(c, words)
	papers, err := w.copies(c, asked, words)
	if err != nil {
		return nil, err
	}
	papers = append(papers, w.letters(c, asked, papers, words)...)
	table, err := workbook.MakeStanding(c.Branches.List, w.job.Span, w.job.Due, words)
	if err != nil {
		return nil, err
	}
	query, err := w.query(c, words)
	return append(papers, archive.Blob{Name: StandingFile, Bytes: table}, query), err
}

// faults are all findings, in Vietnamese, in words that hold nothing personal:
// with notes, and with what people let stand.
func (w *work) faults(c *Checked, words *workbook.Words) []workbook.Fault {
	var all []workbook.Fault
	for _, f := range c.Findings {
		all = append(all, w.fault(c, f, w.plain(f, words)))
	}
	return all
}

// plain is a finding without what is personal, and without the name of the branch:
// it stands beside.
func (w *work) plain(f Finding, words *workbook.Words) reports.Finding {
	plain := words.Discreet(f.Finding)
	if plain.Args == nil {
		plain.Args = reports.Args{}
	}
	plain.Args["branch"] = ""
	return plain
}

func (w *work) fault(c *Checked, f Finding, plain reports.Finding) workbook.Fault {
	r := w.cat.Render(plain, "vi")
	return workbook.Fault{Unit: c.Concerns(f), Code: f.Code, Severity: f.Severity, At: f.At, Message: r.Message, Hint: r.Hint}
}

// copies marks every workbook in which something is to be seen to, but for those
// that a later one replaced. Of a workbook of another form the .xlsx that was
// made of it goes back, to be corrected and sent again. A text file is told of in
// the letter alone.
func (w *work) copies(c *Checked, faults []workbook.Fault, words *workbook.Words) ([]archive.Blob, error) {
	var marked []archive.Blob
	for _, book := range w.inbox.Books {
		r := workbook.Received{Name: book.Name, Unit: w.nameOf(c.owner(book.Name), book.Name), By: w.cat.Association().Short, Data: w.inbox.Bytes[book.Name]}
		for _, f := range faults {
			owner := c.owner(book.Name)
			names := slices.ContainsFunc(f.At, func(at reports.Cell) bool { return at.File == book.Name })
			if names && (f.Unit == owner || f.Unit == "" || owner == "" && f.Unit != reports.Ward) {
				r.Faults = append(r.Faults, f)
			}
		}
		r.Text = func(sheet, addr string) string {
			cell, _ := book.At(sheet, addr)
			return cell.Text
		}
		name := book.Name
		if made, ok := w.inbox.Made[name]; ok {
			r.Data, name = made, name+".xlsx"
		}
		_, old := w.settled.Superseded[book.Name]
		if len(r.Faults) == 0 || old || !bytes.HasPrefix(r.Data, []byte("PK")) {
			continue
		}
		out, err := workbook.Mark(r, words)
		if err != nil {
			return nil, err
		}
		marked = append(marked, archive.Blob{Name: FeedbackFolder + "/" + name, Bytes: out})
	}
	return archive.Portable(marked), nil
}

// nameOf is the name of a unit, or what else to call it.
func (w *work) nameOf(id reports.UnitID, other string) string {
	if id == reports.Ward {
		return w.job.Unit.Name
	}
	for _, u := range w.books.Branches {
		if u.ID == id {
			return u.Name
		}
	}
	return other
}

// workbooks are all workbooks and letters of an edition.
func (w *work) workbooks(c *Checked) ([]archive.Blob, error) {
	papers, err := w.papers(c)
	if err != nil {
		return nil, err
	}
	figures, err := w.figures(c)
	return append(papers, figures), err
}

// figures makes so-lieu.xlsx, what an edition is to be checked with.
func (w *work) figures(c *Checked) (archive.Blob, error) {
	words, err := workbook.LoadWords(w.job.Templates)
	if err != nil {
		return archive.Blob{}, err
	}
	data, err := workbook.MakeFigures(workbook.Figures{
		Catalogue: w.cat, Totals: w.totals, Branches: w.units(), Ward: w.job.Unit.Name,
		Findings: w.faults(c, words), Standings: c.Branches.List, Due: w.job.Due, Words: words, Stored: w.stored(),
	})
	return archive.Blob{Name: FiguresFile, Bytes: data}, err
}

// units are the branches in the order in which tables have them.
func (w *work) units() []reports.Unit {
	if len(w.job.Branches) > 0 {
		return w.job.Branches
	}
	return w.books.Branches
}

// stored says where the edition keeps each file of the inbox, from its own folder.
func (w *work) stored() map[string]string {
	inputs := w.inputs()
	places := map[string]string{}
	for i, kept := range archive.Portable(inputs) {
		places[inputs[i].Name] = archive.Inputs + "/" + kept.Name
	}
	return places
}
