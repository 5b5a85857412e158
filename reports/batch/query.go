package batch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/question"
	"ccbreport/reports/treefs"
	"ccbreport/reports/viet"
	"ccbreport/reports/workbook"
)

// cau-hoi.xlsx goes out with the open questions and comes back with answers, as any
// other workbook of the inbox does. It holds no data.

// query makes the workbook of the open questions. Like all that is handed round it
// holds nothing personal.
func (w *work) query(c *Checked, words *workbook.Words) (archive.Blob, error) {
	q := workbook.Query{
		Ward: w.job.Unit.Name, Report: cmp.Or(c.Kind.VI, c.Report), Span: w.job.Span,
		Excerpt: w.excerpts, Branch: func(id reports.UnitID) string { return w.nameOf(id, string(id)) }, Words: words,
	}
	for _, asked := range c.inquiries {
		q.Questions = append(q.Questions, w.discreet(asked, words))
	}
	for _, ind := range w.cat.Indicators() {
		q.Indicators = append(q.Indicators, ind.Name)
	}
	for _, u := range w.books.Branches {
		q.Branches = append(q.Branches, u.Name)
	}
	data, err := workbook.MakeQuery(q)
	return archive.Blob{Name: workbook.QueryName, Bytes: data}, err
}

// discreet is a question in Vietnamese and without what may be personal.
func (w *work) discreet(q *inquiry, words *workbook.Words) reports.Question {
	own := *q
	own.asks = slices.Clone(q.asks)
	for i := range own.asks {
		own.asks[i].Finding = words.Discreet(own.asks[i].Finding)
	}
	_, _, own.About = w.rules.Of(own.asks[0].Finding, reports.Blocking)
	vi := *w
	vi.job.Lang = "vi"
	out := q.Question
	out.Text = vi.rules.Text(q.Kind, vi.spoken(&own), "vi")
	out.Choices = slices.Clone(q.Choices)
	for i, c := range out.Choices {
		if viet.Personal(c.Text) {
			out.Choices[i].Text = words.Feedback.Hidden + " (" + c.ID + ")"
		}
		if viet.Personal(c.Effect) {
			out.Choices[i].Effect = ""
		}
	}
	out.Rows = slices.Clone(q.Rows)
	for i := range out.Rows {
		out.Rows[i].Text = strings.TrimSpace(w.cat.Render(w.named(own.asks[i].Finding), "vi").Message)
	}
	return out
}

// mostExcerpts bounds what is copied beside a question.
const (
	mostExcerptSheets = 3
	mostExcerptRows   = 4
	mostExcerptCols   = 8
)

// excerpts copies the rows in which cells stand, with the row of heads above them.
func (w *work) excerpts(at []reports.Cell) []workbook.Excerpt {
	var all []workbook.Excerpt
	for _, c := range at {
		same := func(e workbook.Excerpt) bool { return e.File == c.File && e.Sheet == c.Sheet }
		if c.Addr == "" || len(all) == mostExcerptSheets || slices.ContainsFunc(all, same) {
			continue
		}
		i := slices.IndexFunc(w.inbox.Books, func(b *intake.Book) bool { return b.Name == c.File })
		if i < 0 {
			continue
		}
		k := slices.IndexFunc(w.inbox.Books[i].Sheets, func(s intake.Sheet) bool { return s.Name == c.Sheet })
		if k >= 0 {
			all = append(all, excerpt(w.inbox.Books[i].Sheets[k], c, at))
		}
	}
	return all
}

// excerpt copies of one sheet the rows with the cells, at most a few, and the heads.
func excerpt(s intake.Sheet, first reports.Cell, at []reports.Cell) workbook.Excerpt {
	wanted := map[int]bool{}
	columns := []int{}
	for _, c := range at {
		if c.File == first.File && c.Sheet == first.Sheet && c.Row() > 0 && (wanted[c.Row()] || len(wanted) < mostExcerptRows) {
			wanted[c.Row()] = true
			columns = append(columns, intake.Column(c.Column()))
		}
	}
	if head := headAbove(s, first.Row()); head > 0 {
		wanted[head] = true
	}
	e := workbook.Excerpt{File: first.File, Sheet: first.Sheet}
	shown := shownColumns(s, wanted, columns)
	for _, r := range s.Rows {
		if !wanted[r.Num] {
			continue
		}
		row := workbook.ExcerptRow{Num: r.Num}
		for _, c := range r.Cells {
			if slices.Contains(shown, c.Col) {
				row.Cells = append(row.Cells, workbook.ExcerptCell{Col: c.Col, Text: cmp.Or(shownText(c), c.Text)})
			}
		}
		e.Rows = append(e.Rows, row)
	}
	return e
}

func shownText(c intake.Cell) string {
	if c.Look == nil {
		return ""
	}
	return c.Look.Shown
}

// headAbove is the nearest row above that has several texts and no number, 0 if there
// is none.
func headAbove(s intake.Sheet, row int) int {
	head := 0
	for _, r := range s.Rows {
		texts, numbers := 0, 0
		for _, c := range r.Cells {
			if c.Kind == intake.Text {
				texts++
			} else {
				numbers++
			}
		}
		if r.Num < row && texts > 1 && numbers == 0 {
			head = r.Num
		}
	}
	return head
}

// shownColumns are those of the cells in question, then those that the rows fill from
// the left, as many as find room.
func shownColumns(s intake.Sheet, rows map[int]bool, first []int) []int {
	var shown []int
	put := func(col int) {
		if len(shown) < mostExcerptCols && !slices.Contains(shown, col) {
			shown = append(shown, col)
		}
	}
	for _, col := range first[:min(len(first), mostExcerptCols/2)] {
		put(col)
	}
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if rows[r.Num] {
				put(c.Col)
			}
		}
	}
	return shown
}

// A reply is what the workbooks of questions in the inbox say.
type reply struct {
	files   []question.Taken // those whose answers are not in the ward's book yet
	filled  []workbook.Filled
	refused []workbook.Refused
}

// whole are the workbooks of which no row was refused: what is refused is told of until
// it is put right.
func (r reply) whole() []question.Taken {
	return slices.DeleteFunc(slices.Clone(r.files), func(t question.Taken) bool {
		return slices.ContainsFunc(r.refused, func(row workbook.Refused) bool { return row.File == t.File })
	})
}

// QueryFiles are the workbooks of questions in the inbox whose answers are not all
// kept.
func (c *Checked) QueryFiles() []question.Taken { return c.work.reply.files }

// takeQueries takes the workbooks of questions out of the inbox: they hold answers, no
// data.
func (w *work) takeQueries() error {
	words, err := workbook.LoadWords(w.job.Templates)
	if err != nil {
		return err
	}
	var sheets []workbook.QuerySheet
	w.inbox.Books = slices.DeleteFunc(w.inbox.Books, func(b *intake.Book) bool {
		own := querySheets(b)
		if !slices.ContainsFunc(own, workbook.IsQuery) {
			return false
		}
		i := slices.IndexFunc(w.inbox.Files, func(f reports.File) bool { return f.Name == b.Name })
		w.inbox.Files[i].State, w.inbox.Files[i].Why = reports.Skipped, "file.answers"
		if !w.job.hasTaken(b.SHA256) {
			w.reply.files = append(w.reply.files, question.Taken{SHA256: b.SHA256, File: b.Name})
			sheets = append(sheets, own...)
		}
		return true
	})
	w.reply.filled, w.reply.refused = words.ReadQuery(sheets)
	return nil
}

func (j Job) hasTaken(sum string) bool {
	return slices.ContainsFunc(j.Taken, func(t question.Taken) bool { return t.SHA256 == sum })
}

// querySheets are the sheets of a workbook, hidden ones too, as they are read back.
func querySheets(b *intake.Book) []workbook.QuerySheet {
	var all []workbook.QuerySheet
	for _, s := range b.Sheets {
		sheet := workbook.QuerySheet{File: b.Name, Name: s.Name}
		for _, r := range s.Rows {
			row := workbook.QueryRow{Num: r.Num, Cells: map[int]string{}}
			for _, c := range r.Cells {
				row.Cells[c.Col] = c.Text
			}
			sheet.Rows = append(sheet.Rows, row)
		}
		all = append(all, sheet)
	}
	return all
}

// ErrNoQuery says that a file is no workbook of questions.
var ErrNoQuery = errors.New("no workbook of questions")

// ReadQuery reads one filled-in workbook of questions that does not lie in the inbox.
func ReadQuery(ctx context.Context, job Job, name string, data []byte) ([]workbook.Filled, []workbook.Refused, error) {
	job.Inbox, job.Settled = treefs.Files(map[string][]byte{name: data}), nil
	words, err := workbook.LoadWords(job.Templates)
	if err != nil {
		return nil, nil, err
	}
	inbox, err := intake.Read(ctx, job.Inbox, job.reading())
	if err != nil {
		return nil, nil, err
	}
	var sheets []workbook.QuerySheet
	for _, b := range inbox.Books {
		sheets = append(sheets, querySheets(b)...)
	}
	if !slices.ContainsFunc(sheets, workbook.IsQuery) {
		return nil, nil, fmt.Errorf("read %s: %w", name, ErrNoQuery)
	}
	filled, refused := words.ReadQuery(sheets)
	return filled, refused, nil
}

// Refusals words rows that were refused.
func (c *Checked) Refusals(list []workbook.Refused) []string {
	var words []string
	for _, f := range refusals(list) {
		words = append(words, c.work.words(f))
	}
	return words
}

// Replies makes answers of what people filled in. Rows that answer nothing are refused,
// each with the reason; those that say what was answered already are passed over.
func (c *Checked) Replies(filled []workbook.Filled, when string) ([]reports.Answer, []workbook.Refused) {
	var answers []reports.Answer
	var taken []workbook.Filled // the rows of the answers
	var refused []workbook.Refused
	slices.SortStableFunc(filled, func(a, b workbook.Filled) int { // what holds for a whole table comes first
		return cmp.Compare(min(len(a.RowID), 1), min(len(b.RowID), 1))
	})
	for _, f := range filled {
		if strings.TrimSpace(f.Choice) == "" || c.repeats(f) {
			continue
		}
		a, err := c.Answer(Word{
			Key: f.Key, Row: f.RowID, Choice: f.Choice, Why: f.Why, By: f.By, When: when,
			Indicator: reports.NewIndicator{Name: f.Name, Unit: f.Unit, Section: f.Section, Kind: f.Kind},
		})
		if err != nil {
			refused = append(refused, refusal(f, whyRefused(err)))
			continue
		}
		answers, taken = append(answers, a), append(taken, f)
	}
	answers, unfit := c.fitting(answers, taken)
	return answers, append(refused, unfit...)
}

func refusal(f workbook.Filled, why string) workbook.Refused {
	return workbook.Refused{File: f.File, Sheet: f.Sheet, Row: f.Row, Why: why, Text: f.Choice}
}

// fitting returns the answers with which the catalogue can be read: a section or a kind
// that there is none of, or a name that another has, would stop every later run.
func (c *Checked) fitting(answers []reports.Answer, rows []workbook.Filled) (fit []reports.Answer, refused []workbook.Refused) {
	fits := func(list []reports.Answer) bool {
		laid, err := question.Lay(c.work.job.Templates, list)
		if err == nil {
			_, err = catalogue.Load(laid)
		}
		return err == nil
	}
	if fits(answers) {
		return answers, nil
	}
	for i, a := range answers {
		if a.Kind == reports.AskName && !fits(append(slices.Clone(fit), a)) {
			refused = append(refused, refusal(rows[i], "new"))
			continue
		}
		fit = append(fit, a)
	}
	return fit, refused
}

// repeats reports whether a row says what was answered before.
func (c *Checked) repeats(f workbook.Filled) bool {
	open := slices.ContainsFunc(c.inquiries, func(q *inquiry) bool { return q.Key == f.Key })
	return !open && slices.ContainsFunc(c.work.job.Answers, func(a reports.Answer) bool { return a.Key == f.Key })
}

func whyRefused(err error) string {
	var choice *ChoiceError
	switch {
	case errors.As(err, &choice):
		return "choice"
	case errors.Is(err, ErrNoWhy):
		return "why"
	}
	return "key"
}

// refusals are the findings about rows that were refused.
func refusals(list []workbook.Refused) reports.Findings {
	var found reports.Findings
	for _, r := range list {
		found.Add("answer.refused", "", reports.Args{"row": strconv.Itoa(r.Row), "text": r.Text, "reason": r.Why, "file": r.File, "sheet": r.Sheet},
			reports.Cell{File: r.File, Sheet: r.Sheet})
	}
	return found
}

// heedReplies goes by what the workbooks of questions in the inbox say: it is kept
// first, and then the workbooks are read by it.
func (w *work) heedReplies() error {
	if len(w.reply.files) == 0 {
		return nil
	}
	c := w.checked(nil)
	answers, refused := c.Replies(w.reply.filled, w.job.Now)
	w.reply.refused = append(w.reply.refused, refused...)
	if len(answers) == 0 {
		return nil
	}
	if w.job.Keep != nil {
		if err := w.job.Keep(answers, w.reply.whole()); err != nil {
			return err
		}
	}
	after, err := w.suppose(answers...)
	if err != nil {
		return err
	}
	after.reply, after.template = w.reply, w.template
	*w = *after
	return w.write()
}
