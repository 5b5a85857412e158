package batch

import (
	"cmp"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
	"ccbreport/reports/workbook"
)

// cau-hoi.xlsx goes out with the open questions and comes back with answers, as any
// other workbook of the inbox does. It holds no data.

// query makes the workbook of the open questions. Like all that is handed round it
// holds nothing personal.
func (w *work) query(c *Checked, words *workbook.Words) (archive.Blob, error) {
	q := workbook.Query{
		Of: w.job.queryOf(), Ward: w.job.Unit.Name, Report: cmp.Or(c.Kind.VI, c.Report), Span: w.job.Span,
		Excerpt: w.excerpts, Branch: func(id reports.UnitID) string { return w.nameOf(id, string(id)) }, Words: words,
	}
	for _, asked := range c.inquiries {
		q.Questions = append(q.Questions, w.discreet(asked, words))
	}
	q.Sections = w.cat.Sections()
	for _, ind := range w.cat.Indicators() {
		q.Indicators = append(q.Indicators, ind.Name)
	}
	for _, u := range w.books.Branches {
		q.Branches = append(q.Branches, u.Name)
	}
	data, err := workbook.MakeQuery(q)
	return archive.Blob{Name: workbook.QueryName, Bytes: data}, err
}

// keepQuestions notes in the manifest of a draft what is asked.
func (w *work) keepQuestions(m *archive.Manifest, c *Checked) error {
	words, err := workbook.LoadWords(w.job.Templates)
	if err != nil {
		return err
	}
	for _, asked := range c.inquiries {
		q := w.discreet(asked, words)
		m.Questions = append(m.Questions, archive.Question{Key: q.Key, Kind: q.Kind, Text: viet.Clean(q.Text), Blocking: q.Blocking})
	}
	return nil
}

// queryOf tells apart the workbooks of questions of wards, reports and spans.
func (j Job) queryOf() string {
	return strings.Join([]string{j.Unit.Name, j.Report, j.Span.From.String(), j.Span.Last().String()}, " | ")
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
