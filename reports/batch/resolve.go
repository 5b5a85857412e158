package batch

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// What stands against an answer.
var (
	ErrNoQuestion = errors.New("no such question is open")
	ErrNoWhy      = errors.New("this answer needs a reason")
)

// A ChoiceError says that a question has no such choice.
type ChoiceError struct {
	Question reports.Question
	Choice   string
}

func (e *ChoiceError) Error() string {
	return fmt.Sprintf("question %s has no choice %q", e.Question.Key, e.Choice)
}

// A Word is what a person says to one question: a choice by its id or its text, or what
// else the question takes.
type Word struct {
	Key, Choice string
	Row         string // of a table: its id, or a branch for all rows of it; "" for all of it
	Why, By     string
	When        string // RFC 3339, UTC

	Indicator reports.NewIndicator // of a new one, as far as the person says

	probe bool // nobody said so: what hangs on the question is of interest
}

// Answer makes an answer of a person's word. It holds what it needs to be heeded when
// the question is not asked any more.
func (c *Checked) Answer(word Word) (reports.Answer, error) {
	q := c.asked(word.Key)
	if q == nil {
		return reports.Answer{}, fmt.Errorf("answer %q: %w", word.Key, ErrNoQuestion)
	}
	a := reports.Answer{Key: q.Key, Kind: q.Kind, About: q.About, Why: word.Why, By: word.By, When: word.When, Asked: q.Text}
	var err error
	if a.Choice, err = c.choice(q, word); err != nil {
		return a, err
	}
	a.Said = c.said(q, a.Choice)
	return a, c.complete(&a, q, word)
}

// asked returns the open question of a key, or of the beginning of one that no other has;
// nil if there is none.
func (c *Checked) asked(key string) *inquiry {
	var begun []*inquiry
	for _, q := range c.inquiries {
		switch {
		case q.Key == key:
			return q
		case strings.HasPrefix(q.Key, key):
			begun = append(begun, q)
		}
	}
	if len(begun) == 1 {
		return begun[0]
	}
	return nil
}

// said words a choice: one of the question's own, or what else it takes by its name.
func (c *Checked) said(q *inquiry, id string) string {
	if i := slices.IndexFunc(q.Choices, func(c reports.Choice) bool { return c.ID == id }); i >= 0 {
		return q.Choices[i].Text
	}
	switch q.Free {
	case reports.AnyIndicator:
		return c.work.rules.Word("is", reports.Args{"name": c.work.indicator(id).Name}, c.work.job.Lang)
	case reports.AnyBranch:
		return c.work.nameOf(reports.UnitID(id), id)
	}
	return id
}

// choice returns the id of what a person chose.
func (c *Checked) choice(q *inquiry, word Word) (string, error) {
	said := strings.TrimSpace(word.Choice)
	for _, o := range q.Choices {
		if strings.EqualFold(o.ID, said) || viet.Key(o.Text) == viet.Key(said) || strings.HasSuffix(said, "("+o.ID+")") {
			return o.ID, nil
		}
	}
	switch q.Free {
	case reports.AnyIndicator:
		for _, ind := range c.Catalogue.Indicators() {
			if strings.EqualFold(ind.Code, said) || viet.Key(ind.Name) == viet.Key(said) {
				return ind.Code, nil
			}
		}
	case reports.AnyBranch:
		for _, u := range c.Units {
			if strings.EqualFold(string(u.ID), said) || viet.Key(u.Name) == viet.Key(said) {
				return string(u.ID), nil
			}
		}
	case reports.AnyNumber:
		if (len(q.At) == 1 || word.Row != "" || word.probe) && c.isNumber(said) {
			return said, nil
		}
	}
	return "", &ChoiceError{q.Question, said}
}

// isNumber reports whether people's numbers are read so.
func (c *Checked) isNumber(said string) bool {
	list, err := c.Catalogue.Units().Quantities(said, "")
	return err == nil && len(list) == 1 && list[0].Value.Num >= 0 && list[0].Bound == viet.Exact
}

// complete puts into an answer what its choice says of cells, names and findings.
func (c *Checked) complete(a *reports.Answer, q *inquiry, word Word) error {
	asks := q.asks
	if word.Row != "" {
		asks = slices.DeleteFunc(slices.Clone(asks), func(f found) bool { return rowID(f) != word.Row && string(c.work.concerned(f.Finding)) != word.Row })
		if len(asks) == 0 {
			return fmt.Errorf("answer %q: row %q: %w", q.Key, word.Row, ErrNoQuestion)
		}
	}
	i := slices.IndexFunc(q.options, func(o option) bool { return o.ID == a.Choice })
	switch {
	case a.Choice == reports.Later, a.Choice == reports.Accept, a.Choice == reports.Ignore && q.Kind != reports.AskName:
		return c.accept(a, q, asks)
	case q.Kind == reports.AskName && a.Choice == reports.New:
		ind := c.proposed(q, word.Indicator)
		a.Indicator = &ind
	case q.Kind == reports.AskFile:
		a.Cells = c.work.lookedAll([]reports.Cell{{File: q.At[0].File}})
	case q.Kind == reports.AskBlank:
		c.blanks(a, asks)
	case q.Kind == reports.AskValue && i < 0:
		for _, f := range asks {
			for _, looked := range c.work.lookedAll(f.At) {
				looked.Value = c.inUnit(a.Choice, f.Finding)
				a.Cells = append(a.Cells, looked)
			}
		}
	case i >= 0:
		a.Cells, a.Reading = q.options[i].cells, q.options[i].reading
	}
	return nil
}

// inUnit is a number that a person gives as it would be written into the cell: where
// the unit is what is wrong, it is in that of the indicator unless he says another.
func (c *Checked) inUnit(said string, f reports.Finding) string {
	if list, err := c.Catalogue.Units().Quantities(said, ""); f.Code != "unit.mismatch" || err != nil || len(list) != 1 || list[0].Unit != "" {
		return said
	}
	return said + " " + f.Args["want"]
}

// accept lets the findings of a question stand, in this report.
func (c *Checked) accept(a *reports.Answer, q *inquiry, asks []found) error {
	if strings.TrimSpace(a.Why) == "" && q.Blocking {
		return fmt.Errorf("answer %q: %w", q.Key, ErrNoWhy)
	}
	a.Report, a.From, a.To = c.Report, c.Span.From, c.Span.Last()
	a.Accepts = letsOf(asks)
	if q.Kind == reports.AskValue { // no number is given for them any more
		a.Cells = c.work.lookedAll(cellsOf(asks))
	}
	return nil
}

// cellsOf are the cells that findings are about.
func cellsOf(asks []found) []reports.Cell {
	var at []reports.Cell
	for _, f := range asks {
		at = append(at, f.At...)
	}
	return at
}

// letsOf are the findings that a person lets stand.
func letsOf(asks []found) []reports.Let {
	var list []reports.Let
	for _, f := range asks {
		for _, g := range f.grounds {
			list = append(list, reports.Let{Code: g.Code, Branch: g.Branch, Fingerprint: g.Fingerprint})
		}
	}
	return list
}

// blanks answers blanks: a nought is read as if the branch had written it; what has no
// cell of its own, and what is not known, is not asked about again.
func (c *Checked) blanks(a *reports.Answer, asks []found) {
	for _, f := range asks {
		for _, at := range f.At {
			looked := c.work.looked(at)
			if at.Addr == "" {
				continue
			}
			if a.Choice == reports.Nought && c.mayBeNought(f) && !c.work.covered(at) {
				looked.Value = "0"
			}
			a.Cells = append(a.Cells, looked)
		}
	}
	a.Accepts = letsOf(asks)
}

// mayBeNought reports whether a blank can mean that nothing happened. How things stand
// is never nothing because nobody wrote it down, and a rate is no number of events.
func (c *Checked) mayBeNought(f found) bool {
	for name := range strings.SplitSeq(f.Args["indicator"], "; ") {
		i := slices.IndexFunc(c.Catalogue.Indicators(), func(ind catalogue.Indicator) bool { return ind.Name == name })
		if i < 0 || !c.Catalogue.Indicators()[i].Adds() {
			return false
		}
	}
	return true
}

// proposed is the indicator that a name is proposed to become, with what a person says of
// it in place of what its name and the unit beside it propose.
func (c *Checked) proposed(q *inquiry, said reports.NewIndicator) reports.NewIndicator {
	beside := c.work.unitBeside(q.At)
	d := c.Catalogue.ProposeIndicator(catalogue.Query{Name: q.About, Unit: beside}, c.drafted...)
	ind := reports.NewIndicator{
		Code: d.Code, Name: d.Name, Unit: d.Unit, Kind: string(d.Kind), Level: string(d.Level), Section: d.Section, Sentence: d.Sentence, NewUnit: d.NewUnit,
	}
	for _, key := range []struct{ to, from *string }{
		{&ind.Code, &said.Code}, {&ind.Name, &said.Name}, {&ind.Kind, &said.Kind},
		{&ind.Level, &said.Level}, {&ind.Section, &said.Section}, {&ind.Sentence, &said.Sentence},
	} {
		*key.to = cmp.Or(*key.from, *key.to)
	}
	ind.Section = c.Catalogue.SectionNamed(ind.Section)
	if said.Sentence == "" && said.Name+said.Unit+said.Kind != "" {
		ind.Sentence = c.Catalogue.SentenceFor(ind.Name, cmp.Or(said.Unit, beside, d.Unit), catalogue.Kind(ind.Kind))
	}
	if said.Unit != "" {
		unit, known := c.Catalogue.UnitNamed(said.Unit)
		ind.Unit, ind.NewUnit = unit, !known
	}
	if above := q.above(); above != "" {
		short := strings.TrimLeft(q.asks[0].Args["name"], "-–—+* ")
		ind.Of, ind.Short, ind.Name = c.Catalogue.Code(above), []string{short}, cmp.Or(said.Name, above+", "+viet.LowerFirst(short))
		ind.Sentence = cmp.Or(said.Sentence, c.Catalogue.SentenceFor(ind.Name, cmp.Or(said.Unit, beside, d.Unit), catalogue.Kind(ind.Kind)))
	}
	if said.Code == "" && ind.Section != d.Section {
		ind.Code = c.codeIn(ind.Section, d.Code)
	}
	c.drafted = append(c.drafted, ind.Code)
	return ind
}

// codeIn is a code in another section than it was proposed for, which no other has.
func (c *Checked) codeIn(section, code string) string {
	_, words, _ := strings.Cut(code, ".")
	moved := section + "." + words
	for n := 2; ; n++ {
		if _, taken := c.Catalogue.Indicator(moved); !taken && !slices.Contains(c.drafted, moved) {
			return moved
		}
		moved = section + "." + words + strconv.Itoa(n)
	}
}

// unitBeside is the unit that stands right of most of some names, "" for none.
func (w *work) unitBeside(names []reports.Cell) string {
	seen := map[string]int{}
	best := ""
	for _, at := range names {
		i := slices.IndexFunc(w.inbox.Books, func(b *intake.Book) bool { return b.Name == at.File })
		if i < 0 {
			continue
		}
		for _, text := range w.inbox.Books[i].TextsRightOf(at.Sheet, at.Addr) {
			if !w.mayBeUnit(text) {
				continue
			}
			if seen[text]++; seen[text] > seen[best] {
				best = text
			}
			break
		}
	}
	return best
}

// mayBeUnit reports whether a text beside a name may be its unit: one that is known, or
// one or two short words.
func (w *work) mayBeUnit(text string) bool {
	if _, _, ok := w.cat.Units().UnitWord(text); ok {
		return true
	}
	return len(strings.Fields(text)) <= 2 && utf8.RuneCountInString(text) <= 12 && !strings.ContainsAny(text, "0123456789")
}

func (w *work) lookedAll(at []reports.Cell) []reports.Looked {
	var list []reports.Looked
	for _, c := range at {
		list = append(list, w.looked(c))
	}
	return list
}
