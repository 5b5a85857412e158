package history

import (
	"encoding/json"

	"ccbreport/reports/trace"
)

// A Change is a figure that differs.
type Change struct {
	Code   string          `json:"code"`
	Name   string          `json:"name"`
	Unit   string          `json:"unit"`
	Period *Span           `json:"period,omitempty"` // the sub-period; none: the whole span
	Before json.RawMessage `json:"before"`           // null: there was none
	After  json.RawMessage `json:"after"`
	Cells  []CellChange    `json:"cells"`

	ShownBefore string `json:"-"` // as people read it, with its unit
	ShownAfter  string `json:"-"`
}

type CellChange struct {
	Before *Entry `json:"before"`        // null: it came
	After  *Entry `json:"after"`         // null: it went
	Why    string `json:"why,omitempty"` // code of the finding that left it out
	Words  string `json:"-"`             // of that finding
}

type SentenceChange struct {
	Section string `json:"section"`
	Before  string `json:"before"`
	After   string `json:"after"`
}

// A Difference is what diff answers, and prints with --json.
type Difference struct {
	Before    string           `json:"before"`
	After     string           `json:"after"`
	Figures   []Change         `json:"figures"`
	Sentences []SentenceChange `json:"sentences"`
}

// Compare tells what differs between two editions.
func (h *History) Compare(before, after string) (o Difference, err error) {
	a, _, err := h.data(before)
	if err != nil {
		return o, err
	}
	x := &explainer{h: h}
	if x.data, x.e, err = h.data(after); err != nil {
		return o, err
	}
	return x.changes(before, after, trace.Compare(a, x.data)), nil
}

func (x *explainer) changes(before, after string, diff trace.Diff) Difference {
	o := Difference{before, after, []Change{}, []SentenceChange{}}
	for _, f := range diff.Figures {
		figure := x.figureOf(trace.Entry{Code: f.Code})
		c := Change{
			Code: f.Code, Name: f.Name, Unit: f.Unit, Before: valueOf(f.Before, figure), After: valueOf(f.After, figure),
			Cells: []CellChange{}, ShownBefore: x.h.amount(f.Before, figure), ShownAfter: x.h.amount(f.After, figure),
		}
		if !f.Period.IsZero() {
			c.Period = &Span{f.Period.From, f.Period.Last()}
		}
		for _, cell := range f.Cells {
			c.Cells = append(c.Cells, x.cell(cell))
		}
		o.Figures = append(o.Figures, c)
	}
	for _, s := range diff.Sentences {
		o.Sentences = append(o.Sentences, SentenceChange(s))
	}
	return o
}

func (x *explainer) cell(c trace.CellChange) CellChange {
	o := CellChange{Before: x.entryOf(c.Before), After: x.entryOf(c.After), Why: c.Why}
	if c.Why != "" && c.Before != nil {
		o.Words = x.why(*c.Before, c.Why)
	}
	return o
}

func (x *explainer) entryOf(e *trace.Entry) *Entry {
	if e == nil {
		return nil
	}
	o := x.entry(*e)
	return &o
}
