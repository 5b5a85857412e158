package workbook

import (
	"cmp"
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/viet"

	"github.com/xuri/excelize/v2"
)

// An offer is the drop-down of some cells. Without a style other words are taken
// without a word.
type offer struct {
	cells          string
	list           []string
	title, prompt  string
	style          excelize.DataValidationErrorStyle
	wrong, refusal string
}

// offer puts a drop-down at cells. Its texts stand on a hidden sheet: within the rule
// they would end at a comma, and after 255 characters.
func (p *queryPen) offer(o offer) {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(o.cells)
	if len(o.list) > 0 {
		dv.SetSqrefDropList(p.source(o.list))
	}
	dv.ShowErrorMessage = false
	if o.style != 0 {
		dv.SetError(o.style, o.wrong, shorten(o.refusal, 255))
	}
	dv.SetInput(shorten(o.title, 32), shorten(o.prompt, 255))
	p.try(p.book.AddDataValidation(p.sheet, dv))
}

// hint says something beside a cell where all is taken.
func (p *queryPen) hint(cells, title, prompt string) {
	p.offer(offer{cells: cells, title: title, prompt: prompt})
}

// source is where a list will stand on the sheet of lists; equal ones stand once.
func (p *queryPen) source(list []string) string {
	col := slices.IndexFunc(p.lists, func(l []string) bool { return slices.Equal(l, list) })
	if col < 0 {
		col = len(p.lists)
		p.lists = append(p.lists, list)
	}
	name := column(1 + col)
	return quoted(p.Words.Form.Lists) + "!$" + name + "$2:$" + name + "$" + strconv.Itoa(1+len(list))
}

// listSheet writes the lists, hidden.
func (p *queryPen) listSheet() {
	p.turn(p.Words.Form.Lists)
	p.text(1, 1, Ours, stampLook)
	rows := 1
	for i, list := range p.lists {
		p.width(1+i, 48)
		for n, s := range list {
			p.text(1+i, 2+n, s, lineLook)
		}
		rows = max(rows, 1+len(list))
	}
	p.page(false, 0, max(len(p.lists), 1), rows, p.Words.Form.Footer)
	p.try(p.book.ProtectSheet(p.sheet, protection()))
	p.try(p.book.SetSheetVisible(p.sheet, false))
}

// news asks what only a new indicator needs, of every question that can make one.
func (p *queryPen) news() {
	w := p.w.New
	isNew := func(c reports.Choice) bool { return c.ID == reports.New }
	head, row := 0, 0
	for i, q := range p.Questions {
		if !slices.ContainsFunc(q.Choices, isNew) {
			continue
		}
		if row == 0 {
			p.turn(w.Sheet)
			head = p.opening(w.Title, []string{fill(w.About, "sheet", p.w.Sheet)}, w.Heads, newColumns)
			row = head
		}
		row++
		about, high := fitted(p.discreet(q.About), newColumns[1].width, askedLook.size)
		proposed, higher := fitted(p.proposed(q), newColumns[2].width, waysLook.size)
		p.whole(1, row, i+1, countLook)
		p.text(2, row, about, askedLook)
		p.text(3, row, proposed, waysLook)
		p.paint(4, row, 7, row, writingLook)
		p.text(8, row, q.Key, keyLook)
		p.height(row, max(high, higher, 30))
	}
	if row == 0 {
		return
	}
	p.hint(cellRange(4, head+1, 4, row), w.Heads[3], w.Name)
	p.offer(offer{cells: cellRange(5, head+1, 5, row), list: w.Units, title: w.Heads[4], prompt: w.Unit})
	p.offer(offer{
		cells: cellRange(6, head+1, 6, row), list: p.sections(), title: w.Heads[5], prompt: w.Section,
		style: excelize.DataValidationErrorStyleStop, wrong: p.w.Input.Wrong, refusal: p.w.Input.Only,
	})
	p.offer(offer{
		cells: cellRange(7, head+1, 7, row), list: []string{w.Kinds["flow"], w.Kinds["stock"]}, title: w.Heads[6], prompt: w.Kind,
		style: excelize.DataValidationErrorStyleStop, wrong: p.w.Input.Wrong, refusal: p.w.Input.Only,
	})
	p.closing(head, row, newColumns, true)
}

// proposed is what a new indicator becomes if nothing is written beside it.
func (p *queryPen) proposed(q reports.Question) string {
	if q.New == nil {
		return ""
	}
	return fill(p.w.New.Proposed, "name", p.discreet(q.New.Name), "unit", q.New.Unit, "kind", p.w.New.Kinds[q.New.Kind], "section", p.sectionName(q.New.Section))
}

// sectionName is what a section is called, its code if it has no name.
func (p *queryPen) sectionName(code string) string {
	for _, s := range p.Sections {
		if s.Code == code {
			return s.Name
		}
	}
	return code
}

// sections are the names of the sections in the order of the alphabet.
func (p *queryPen) sections() []string {
	var names []string
	for _, s := range p.Sections {
		names = append(names, s.Name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(viet.Compare(a, b), cmp.Compare(a, b)) })
	return names
}

// blanks asks every row of the questions that are tables.
func (p *queryPen) blanks() {
	w := p.w.Blanks
	head, row := 0, 0
	for i, q := range p.Questions {
		if len(q.Rows) == 0 {
			continue
		}
		if row == 0 {
			p.turn(w.Sheet)
			head = p.opening(w.Title, []string{fill(w.About, "sheet", p.w.Sheet)}, w.Heads, blankColumns)
			row = head
		}
		first := row + 1
		for _, r := range q.Rows {
			row++
			p.blank(row, i, q, r)
		}
		o := offer{cells: cellRange(5, first, 5, row), list: p.offered(q), title: p.w.Input.Title, prompt: fill(p.w.Input.Row, "sheet", p.w.Sheet)}
		if q.Free == reports.OnlyChoices {
			o.style, o.wrong, o.refusal = excelize.DataValidationErrorStyleStop, p.w.Input.Wrong, p.w.Input.Only
		}
		p.offer(o)
	}
	if row > 0 {
		p.closing(head, row, blankColumns, true)
	}
}

// blank writes one row of a table that is answered as one question.
func (p *queryPen) blank(row, i int, q reports.Question, r reports.Row) {
	p.whole(1, row, i+1, countLook)
	high := 24.0
	for k, s := range []string{p.Branch(r.Unit), r.Text, p.places(r.At)} {
		text, height := fitted(s, blankColumns[1+k].width, waysLook.size)
		p.text(2+k, row, text, waysLook)
		high = max(high, height)
	}
	p.paint(5, row, 6, row, writingLook)
	p.text(7, row, q.Key, keyLook)
	p.text(8, row, r.ID, keyLook)
	p.height(row, high)
}
