package main

import (
	"encoding/json"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/trace"
)

// A changeOutput is a figure in what diff --json prints.
type changeOutput struct {
	Code   string          `json:"code"`
	Name   string          `json:"name"`
	Unit   string          `json:"unit"`
	Period *periodOutput   `json:"period,omitempty"` // the sub-period; none: the whole span
	Before json.RawMessage `json:"before"`           // null: there was none
	After  json.RawMessage `json:"after"`
	Cells  []cellOutput    `json:"cells"`
}

type cellOutput struct {
	Before *entryOutput `json:"before"` // null: it came
	After  *entryOutput `json:"after"`  // null: it went
	Why    string       `json:"why,omitempty"`
}

type sentenceOutput struct {
	Section string `json:"section"`
	Before  string `json:"before"`
	After   string `json:"after"`
}

// compareEditions is the verb diff.
func compareEditions(t *tui, f *flags, before, after string) error {
	h, err := openHistory(t, f)
	if err != nil {
		return err
	}
	a, _, err := h.data(before)
	if err != nil {
		return err
	}
	x := &explainer{t: t, h: h}
	if x.data, x.e, err = h.data(after); err != nil {
		return err
	}
	diff := trace.Compare(a, x.data)
	if t.json {
		t.print(x.changes(before, after, diff))
		return nil
	}
	t.line(diffHead, before, after)
	if len(diff.Figures) == 0 && len(diff.Sentences) == 0 {
		t.line(diffNone)
		return nil
	}
	x.tellChanges(diff)
	return nil
}

func (x *explainer) changes(before, after string, diff trace.Diff) any {
	o := struct {
		Before    string           `json:"before"`
		After     string           `json:"after"`
		Figures   []changeOutput   `json:"figures"`
		Sentences []sentenceOutput `json:"sentences"`
	}{before, after, []changeOutput{}, []sentenceOutput{}}
	for _, f := range diff.Figures {
		figure := x.figureOf(trace.Entry{Code: f.Code})
		c := changeOutput{
			Code: f.Code, Name: f.Name, Unit: f.Unit, Before: valueOf(f.Before, figure), After: valueOf(f.After, figure),
			Cells: []cellOutput{},
		}
		if !f.Period.IsZero() {
			c.Period = &periodOutput{f.Period.From, f.Period.Last()}
		}
		for _, cell := range f.Cells {
			c.Cells = append(c.Cells, cellOutput{x.entryOf(cell.Before), x.entryOf(cell.After), cell.Why})
		}
		o.Figures = append(o.Figures, c)
	}
	for _, s := range diff.Sentences {
		o.Sentences = append(o.Sentences, sentenceOutput(s))
	}
	return o
}

func (x *explainer) entryOf(e *trace.Entry) *entryOutput {
	if e == nil {
		return nil
	}
	o := x.entry(*e)
	return &o
}

// tellChanges writes what changed for people: a figure of the whole span with
// its cells, one of a sub-period in a line.
func (x *explainer) tellChanges(diff trace.Diff) {
	t := x.t
	if len(diff.Figures) > 0 {
		t.line(diffFigures)
	}
	for _, f := range diff.Figures {
		figure := x.figureOf(trace.Entry{Code: f.Code})
		before, after := amount(f.Before, figure), amount(f.After, figure)
		if !f.Period.IsZero() {
			t.line(diffPart, f.Name, periodWords(f.Period), before, after)
			continue
		}
		t.line(diffFigure, f.Name, f.Code, before, after)
		for _, c := range f.Cells {
			x.tellCell(c)
		}
	}
	t.line(diffSentences, strconv.Itoa(len(diff.Sentences)))
	for _, s := range diff.Sentences {
		t.line(diffWhere, s.Section)
		if s.Before != "" {
			t.line(diffBefore, s.Before)
		}
		if s.After != "" {
			t.line(diffAfter, s.After)
		}
	}
}

func (x *explainer) tellCell(c trace.CellChange) {
	t := x.t
	switch {
	case c.Before == nil:
		t.line(diffCame, c.After.At().String(), short(c.After.Text), x.about(c.After))
	case c.After == nil && c.Why != "":
		t.line(diffLeft, c.Before.At().String(), short(c.Before.Text), x.about(c.Before), x.why(*c.Before, c.Why))
	case c.After == nil:
		t.line(diffWent, c.Before.At().String(), short(c.Before.Text), x.about(c.Before))
	case c.Before.At() == c.After.At():
		t.line(diffCell, c.After.At().String(), short(c.Before.Text), short(c.After.Text), x.about(c.After))
	default:
		t.line(diffMoved, c.Before.At().String(), short(c.Before.Text), c.After.At().String(), short(c.After.Text), x.about(c.After))
	}
}

// about says whose number it is, and of which period.
func (x *explainer) about(e *trace.Entry) string {
	return x.unitName(e.Unit) + ", " + periodWords(reports.Period(e.Period))
}
