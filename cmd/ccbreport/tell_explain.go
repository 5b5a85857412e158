package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/history"
	"ccbreport/reports/ward/say"
)

// explainFigures is the verb explain.
func explainFigures(t *tui, f *flags, words []string) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	o, err := w.Explain(f.edition, f.report, words...)
	if err != nil {
		return err
	}
	if t.json {
		t.print(o)
		return nil
	}
	t.line(explainHead, o.Edition, viet.Date(o.From), viet.Date(o.To))
	for _, e := range o.Figures {
		t.tellFigure(e)
	}
	return nil
}

// tellFigure writes one figure for people: what it is, how it came about, unit by
// unit, what was left out and where it is printed.
func (t *tui) tellFigure(e history.Figure) {
	t.line(explainName, e.Name, e.Code, e.Shown)
	if e.Period != nil {
		t.line(explainOnly, periodWords(*e.Period))
	}
	t.line(explainHow, e.How, strconv.Itoa(e.Cells))
	for _, p := range e.Open {
		t.line(explainOpen, periodWords(p))
	}
	t.tellParts(e)
	t.tellCompared(e)
	t.tellEntries(e)
	t.tellLeftOut(e)
	t.tellAnswers(e)
	t.tellPrinted(e)
}

// tellAnswers writes what people said that the figure rests on.
func (t *tui) tellAnswers(e history.Figure) {
	for _, a := range e.Answers {
		t.line(explainAnswer, cmp.Or(a.About, a.Key), a.Said, a.Key)
		if a.Why != "" {
			t.line(ward.WhyAcceptedLine, a.Why)
		}
	}
}

func (t *tui) tellParts(e history.Figure) {
	if e.Period != nil || len(e.Periods) < 2 {
		return
	}
	t.line(explainPeriods)
	for _, p := range e.Periods {
		t.line(explainPart, periodWords(p.Span), p.Shown)
	}
}

// tellCompared writes what the figure is held against.
func (t *tui) tellCompared(e history.Figure) {
	if e.Period != nil {
		return
	}
	for _, p := range e.Earlier {
		t.line(explainEarlier, periodWords(p.Span), p.Shown)
	}
	if e.Plan != nil {
		t.line(explainPlan, e.Plan.Shown)
	}
}

// tellEntries writes a table: unit, period, cell, what stood there, what it was
// taken for. The name of a part stands beside its number.
func (t *tui) tellEntries(e history.Figure) {
	t.line(explainCells)
	var rows [][]string
	list := slices.Clone(e.Entries)
	slices.SortStableFunc(list, func(a, b history.Entry) int { return a.Place - b.Place })
	for _, c := range list {
		value := c.Shown
		if e.Kind == catalogue.List {
			value = "1"
		}
		if c.Code != e.Code {
			value += " (" + c.Of + ")"
		}
		rows = append(rows, []string{
			t.unitName(c), periodWords(c.Span), c.At().String(), t.Say(stoodThere, short(c.Text)), "→ " + value,
		})
	}
	t.table(rows)
}

func (t *tui) tellLeftOut(e history.Figure) {
	if len(e.LeftOut) == 0 {
		return
	}
	t.line(explainLeftOut, strconv.Itoa(len(e.LeftOut)))
	var whys []string // one for several cells
	cells := map[string][][]string{}
	for _, l := range e.LeftOut {
		why := l.Message
		if cells[why] == nil {
			whys = append(whys, why)
		}
		cells[why] = append(cells[why], []string{
			t.unitName(l.Entry), periodWords(l.Span), l.At().String(), t.Say(stoodThere, short(l.Text)),
		})
	}
	for _, why := range whys {
		t.line(explainWhy, why)
		t.table(cells[why])
	}
}

func (t *tui) tellPrinted(e history.Figure) {
	if len(e.Printed) == 0 {
		t.line(explainNowhere)
		return
	}
	t.line(explainPrinted)
	var places []string // one for several sentences and rows
	sentences := map[string][]string{}
	for _, p := range e.Printed {
		if sentences[p.Section] == nil {
			places = append(places, p.Section)
		}
		if !slices.Contains(sentences[p.Section], p.Sentence) { // a row prints a figure for each period
			sentences[p.Section] = append(sentences[p.Section], p.Sentence)
		}
	}
	for _, place := range places {
		t.line(explainPlace, place)
		for _, sentence := range sentences[place] {
			t.line(explainSentence, sentence)
		}
	}
}

// table writes rows with their columns aligned.
func (t *tui) table(rows [][]string) {
	var width []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString("    " + cell + strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)))
		}
		line := strings.TrimRight(b.String(), " ")
		t.line(say.T(line, line))
	}
}

// short keeps a long text of a cell on one line; --json has all of it.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// periodWords writes a year as a year, any other span by its first and last day.
func periodWords(p history.Span) string {
	if y, _, _ := p.From.Date(); reports.PeriodOf(p.From, p.To) == reports.Year(y) {
		return strconv.Itoa(y)
	}
	if p.From == p.To {
		return viet.Date(p.From)
	}
	return viet.Date(p.From) + " - " + viet.Date(p.To)
}

// unitName is whose an entry is.
func (t *tui) unitName(e history.Entry) string {
	if e.Branch == "" {
		return t.Say(wardItself)
	}
	return cmp.Or(e.Name, string(e.Branch))
}
