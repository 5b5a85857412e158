package batch

import (
	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/question"
	"ccbreport/reports/treefs"
	"ccbreport/reports/viet"
	"ccbreport/reports/workbook"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

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
		switch of := workbook.QueryOf(own); {
		case of != "" && viet.Key(of) != viet.Key(w.job.queryOf()):
			w.inbox.Files[i].Why = "file.answers.other"
		case !w.job.hasTaken(b.SHA256):
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

// ErrOtherQuery says that a workbook of questions is of another report, span or ward.
var ErrOtherQuery = errors.New("it is of another report")

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
	if of := workbook.QueryOf(sheets); of != "" && viet.Key(of) != viet.Key(job.queryOf()) {
		return nil, nil, fmt.Errorf("read %s of %q: %w", name, of, ErrOtherQuery)
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
	common := map[string]string{} // reasons for all rows of a table
	for _, f := range filled {
		if f.RowID == "" {
			common[f.Key] = f.Why
		}
		if strings.TrimSpace(f.Choice) == "" {
			continue
		}
		if before, ok := c.before(f); ok {
			if !sameWord(before, f) {
				refused = append(refused, refusal(f, "answered"))
			}
			continue
		}
		a, err := c.Answer(Word{
			Key: f.Key, Row: f.RowID, Choice: f.Choice, Why: cmp.Or(f.Why, common[f.Key]), By: f.By, When: when,
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

// before returns the answer that a question, or a row of it, has had, if it is not asked
// any more.
func (c *Checked) before(f workbook.Filled) (reports.Answer, bool) {
	if slices.ContainsFunc(c.inquiries, func(q *inquiry) bool { return q.Key == f.Key && q.asksRow(f.RowID) }) {
		return reports.Answer{}, false
	}
	i := slices.IndexFunc(c.work.job.Answers, func(a reports.Answer) bool { return a.Key == f.Key })
	if i < 0 {
		return reports.Answer{}, false
	}
	return c.work.job.Answers[i], true
}

// sameWord reports whether a row says what was answered: by the id of the choice, its
// text, or the number; of one row of a table nobody can tell any more.
func sameWord(a reports.Answer, f workbook.Filled) bool {
	said := viet.Key(f.Choice)
	return f.RowID != "" || said == viet.Key(a.Choice) || said == viet.Key(a.Said) || strings.HasSuffix(f.Choice, "("+a.Choice+")")
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

// supposeHeeded reads the workbooks by the answers that are heeded: one whose question is
// asked again, or that leaves its cells unread, is refused by its row.
func (w *work) supposeHeeded(answers []reports.Answer) (after *work, heeded []reports.Answer, err error) {
	for len(answers) > 0 {
		if after, err = w.suppose(answers...); err != nil {
			return nil, nil, err
		}
		useless := after.unheeded(answers)
		if len(useless) == 0 {
			return after, answers, nil
		}
		for _, f := range w.reply.filled {
			if useless[f.Key] && strings.TrimSpace(f.Choice) != "" {
				w.reply.refused = append(w.reply.refused, refusal(f, "useless"))
			}
		}
		answers = slices.DeleteFunc(answers, func(a reports.Answer) bool { return useless[a.Key] })
	}
	return nil, nil, nil
}

// unheeded returns the keys of answers whose questions are open still, or whose cells
// block for another reason. Blanks are answered row by row.
func (w *work) unheeded(answers []reports.Answer) map[string]bool {
	open := w.ask(w.weighed(w.findings.Sorted()))
	useless := map[string]bool{}
	for _, a := range answers {
		if a.Kind == reports.AskBlank {
			continue
		}
		for _, q := range open {
			again := q.Key == a.Key && len(q.Rows) == 0 && (a.Kind != reports.AskValue || concerns(a, q.At))
			if again || q.Kind == reports.AskValue && q.Blocking && gives(a, q.At) {
				useless[a.Key] = true // none that is heeded: while there is one, all are read again
			}
		}
	}
	return useless
}

// concerns reports whether an answer is about one of some cells: the number for one
// branch says nothing of what another one's cell is asked for.
func concerns(a reports.Answer, at []reports.Cell) bool {
	return slices.ContainsFunc(a.Cells, func(l reports.Looked) bool {
		return slices.ContainsFunc(at, func(c reports.Cell) bool { return c.String() == l.At })
	})
}

// gives reports whether an answer gives a value for one of some cells.
func gives(a reports.Answer, at []reports.Cell) bool {
	return slices.ContainsFunc(a.Cells, func(l reports.Looked) bool {
		return l.Value != "" && slices.ContainsFunc(at, func(c reports.Cell) bool { return c.String() == l.At })
	})
}

// Unheeded returns the first of the answers that are not heeded in what was found.
func (c *Checked) Unheeded(answers []reports.Answer) (reports.Answer, bool) {
	useless := c.work.unheeded(answers)
	for _, a := range answers {
		if useless[a.Key] {
			return a, true
		}
	}
	return reports.Answer{}, false
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
	after, answers, err := w.supposeHeeded(answers)
	if err != nil || len(answers) == 0 {
		return err
	}
	if w.job.Keep != nil {
		if err := w.job.Keep(answers, w.reply.whole()); err != nil {
			return err
		}
	}
	after.reply, after.template = w.reply, w.template
	*w = *after
	return w.write()
}
