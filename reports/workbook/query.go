package workbook

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"

	"github.com/xuri/excelize/v2"
)

// QueryName is what the workbook of questions is called.
const QueryName = "cau-hoi.xlsx"

// A Query is the workbook of the open questions of one report. Their texts are shown
// as they are: whoever words them leaves out what may be personal data. What is copied
// from cells is masked here.
type Query struct {
	Of         string // the ward, report and span, whose answers none but these take: any text
	Ward       string // name of the ward's organisation
	Report     string // what people call the report
	Span       reports.Period
	Questions  []reports.Question // the weightiest first
	Excerpt    func(at []reports.Cell) []Excerpt
	Branch     func(reports.UnitID) string
	Indicators []string            // names that may be answered where Free is AnyIndicator
	Branches   []string            // where it is AnyBranch
	Sections   []catalogue.Section // those that a new indicator can be put into
	Words      *Words
}

// mostAsked is how many questions are asked; the rest stands below a line.
const mostAsked = 10

// Asked stands in the first cell of every sheet of ours that is read back for answers.
// Like [Ours] it is a mark, not a wording.
const Asked = "Trang câu hỏi do chương trình lập, chỉ ghi vào ô màu vàng."

// What marks the columns that are read back, in a hidden row above the heads: heads
// may be written anew, columns moved, and the words of templates change.
const (
	markOf      = "ccbreport:of "
	markKey     = "ccbreport:key"
	markRow     = "ccbreport:row"
	markChoice  = "ccbreport:choice"
	markWhy     = "ccbreport:why"
	markBy      = "ccbreport:by"
	markName    = "ccbreport:name"
	markUnit    = "ccbreport:unit"
	markSection = "ccbreport:section"
	markKind    = "ccbreport:kind"
)

// An askColumn is a column of a sheet of questions; only one with a mark is read back.
type askColumn struct {
	mark  string
	width float64
}

// The columns of the sheets, in the order of their heads. On paper, fitted to its
// width, the letters of the first must stay large enough for people of seventy: what
// only a new indicator needs is therefore asked on a sheet of its own.
var (
	askColumns   = []askColumn{{"", 6}, {"", 36}, {"", 40}, {markChoice, 34}, {markWhy, 20}, {markBy, 12}, {"", 8}, {markKey, 2}}
	newColumns   = []askColumn{{"", 6}, {"", 32}, {"", 36}, {markName, 30}, {markUnit, 13}, {markSection, 30}, {markKind, 17}, {markKey, 2}}
	blankColumns = []askColumn{{"", 6}, {"", 28}, {"", 40}, {"", 32}, {markChoice, 28}, {markWhy, 18}, {markKey, 2}, {markRow, 2}}
)

var (
	askedLook = look{size: 13, border: true, align: "left", top: true, wrap: true, format: textFormat}
	waysLook  = look{size: 12, border: true, align: "left", top: true, wrap: true, format: textFormat}
	countLook = look{size: 13, bold: true, border: true, align: "center", top: true, format: "0"}
	seeLook   = look{size: 13, ink: linkInk, border: true, align: "center", top: true, format: textFormat}
	goLook    = look{size: 12, ink: linkInk, align: "left", format: textFormat}
	keyLook   = look{size: 6, ink: "A6A6A6", align: "fill", top: true} // never beyond its column
)

// A queryPen writes the sheets of a query; the lists of the drop-downs are gathered
// meanwhile.
type queryPen struct {
	*pen
	Query
	w     queryWords
	lists [][]string
}

// MakeQuery writes cau-hoi.xlsx: one row a question, and beside it what a person needs
// to answer.
func MakeQuery(q Query) ([]byte, error) {
	w := q.Words.Query
	p := &queryPen{pen: newPen(w.Sheet), Query: q, w: w}
	p.asks()
	p.news()
	p.blanks()
	p.excerpts()
	p.listSheet()
	for _, prop := range [][2]string{
		{"form", w.Sheet}, {"report", q.Report}, {"from", q.Span.From.String()}, {"to", q.Span.Last().String()},
	} {
		p.try(p.book.SetCustomProps(property(prop[0], prop[1])))
	}
	p.book.SetActiveSheet(0)
	return p.bytes()
}

// opening writes the lines above a table, its hidden marks and its heads, and returns
// the row of the heads.
func (p *queryPen) opening(title string, lines, heads []string, columns []askColumn) int {
	p.text(1, 1, Asked, stampLook)
	p.text(1, 2, title, titleLook)
	p.height(2, 26)
	row := 3
	for _, s := range lines {
		p.text(1, row, s, lineLook)
		p.height(row, 20)
		row++
	}
	p.text(1, row, markOf+p.Of, stampLook)
	for i, c := range columns {
		if c.mark != "" {
			p.text(1+i, row, c.mark, stampLook)
		}
		p.width(1+i, c.width)
		l := headLook
		if c.mark == markKey || c.mark == markRow {
			l = keyLook
		}
		p.text(1+i, row+1, heads[i], l)
	}
	p.try(p.book.SetRowVisible(p.sheet, row, false))
	p.height(row+1, 36)
	return row + 1
}

// closing sets a sheet of questions up for paper and locks all of it that is not
// yellow. Sorting is allowed as far as spreadsheets let it be on a locked sheet.
func (p *queryPen) closing(head, lastRow int, columns []askColumn, freeze bool) {
	shown := slices.IndexFunc(columns, func(c askColumn) bool { return c.mark == markKey })
	frozen := head
	if !freeze {
		frozen = 0
		p.repeat(head)
	}
	p.page(true, frozen, len(columns), lastRow, p.Words.Form.Footer)
	p.prints(shown, lastRow)
	locked := protection()
	locked.Sort = true
	p.try(p.book.ProtectSheet(p.sheet, locked))
}

// asks writes the sheet of the questions. Its heads are not frozen: with the lines
// above them they would take half of a small screen.
func (p *queryPen) asks() {
	lines := []string{fill(p.w.About, "report", p.Report, "from", viet.Date(p.Span.From), "to", viet.Date(p.Span.Last()))}
	lines = append(lines, p.w.How...)
	head := p.opening(fill(p.w.Title, "ward", p.Ward), lines, p.w.Heads, askColumns)
	if len(p.Questions) == 0 {
		p.text(1, head+1, p.w.None, lineLook)
		p.closing(head, head+1, askColumns, false)
		return
	}
	if len(p.Questions) > mostAsked {
		row := p.rowOf(mostAsked) - 1
		l := groupLook
		l.border = false
		p.paint(1, row, len(askColumns)-1, row, l)
		p.text(1, row, p.w.Later, l)
		p.height(row, 26)
	}
	var whys, bys []string
	for i, question := range p.Questions {
		row := p.rowOf(i)
		p.ask(row, i, question)
		whys, bys = append(whys, at(5, row)), append(bys, at(6, row))
	}
	p.hint(strings.Join(whys, " "), p.w.Heads[4], p.w.Input.Why)
	p.hint(strings.Join(bys, " "), p.w.Heads[5], p.w.Input.By)
	p.closing(head, p.rowOf(len(p.Questions)-1), askColumns, false)
}

// rowOf is the row of the question i.
func (p *queryPen) rowOf(i int) int {
	first := 3 + 1 + len(p.w.How) + 2 // the stamp, the title, what it is about; how; marks and heads
	if i >= mostAsked && len(p.Questions) > mostAsked {
		first++
	}
	return first + i
}

// ask writes the row of one question.
func (p *queryPen) ask(row, i int, q reports.Question) {
	asked, high := fitted(p.asked(q), askColumns[1].width, askedLook.size)
	ways, higher := fitted(p.ways(q), askColumns[2].width, waysLook.size)
	p.whole(1, row, i+1, countLook)
	p.text(2, row, asked, askedLook)
	p.text(3, row, ways, waysLook)
	p.paint(4, row, 6, row, writingLook)
	p.text(7, row, p.w.See, seeLook)
	p.text(8, row, q.Key, keyLook)
	p.height(row, max(high, higher, 50))

	in := p.w.Input
	o := offer{cells: at(4, row), list: p.offered(q), title: in.Title, prompt: in.Choose}
	switch q.Free {
	case reports.AnyNumber:
		o.prompt = in.Number
	case reports.AnyIndicator, reports.AnyBranch:
		o.style, o.wrong, o.refusal = excelize.DataValidationErrorStyleWarning, in.Wrong, in.Doubt
	default:
		o.style, o.wrong, o.refusal = excelize.DataValidationErrorStyleStop, in.Wrong, in.Only
	}
	p.offer(o)
}

// asked is what is asked, and what hangs on it.
func (p *queryPen) asked(q reports.Question) string {
	var more []string
	if q.Blocking {
		more = append(more, p.w.Must)
	}
	if q.Settles > 0 {
		more = append(more, fill(p.w.Settles, "count", itoa(q.Settles)))
	}
	if len(q.Rows) > 0 {
		more = append(more, fill(p.w.Rows, "sheet", p.w.Blanks.Sheet))
	}
	return strings.TrimSpace(q.Text + "\n" + strings.Join(more, " "))
}

// ways lists how a question can be answered and what each way does: on paper no
// drop-down is seen.
func (p *queryPen) ways(q reports.Question) string {
	var lines []string
	for _, c := range q.Choices {
		way := p.w.Way
		if c.ID == q.Default {
			way = p.w.Usual
		}
		line := fill(way, "choice", strings.TrimRight(c.Text, "."))
		if c.ID == reports.New {
			line += " " + fill(p.w.IsNew, "sheet", p.w.New.Sheet)
		}
		if c.Effect != "" {
			line += ". " + c.Effect
		}
		lines = append(lines, line)
	}
	if also := p.also(q); also != "" {
		lines = append(lines, fill(p.w.Way, "choice", also))
	}
	return strings.Join(lines, "\n")
}

func (p *queryPen) also(q reports.Question) string {
	switch q.Free {
	case reports.AnyIndicator:
		return p.w.Free.Indicator
	case reports.AnyBranch:
		return p.w.Free.Branch
	case reports.AnyNumber:
		if len(q.Rows) > 0 {
			return fill(p.w.Free.Numbers, "sheet", p.w.Blanks.Sheet)
		}
		return p.w.Free.Number
	}
	return ""
}

// offered are the texts of a question's drop-down, the choices first.
func (p *queryPen) offered(q reports.Question) []string {
	var list []string
	for _, c := range q.Choices {
		list = append(list, c.Text)
	}
	more := map[reports.Freedom][]string{reports.AnyIndicator: p.Indicators, reports.AnyBranch: p.Branches}
	for _, name := range more[q.Free] {
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}
