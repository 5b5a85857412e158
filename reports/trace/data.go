// Package trace leads every figure of an edition back to the cells that it was
// made of, and says what changed between two editions. It reads what an edition
// keeps (du-lieu.json), never a workbook: the answer is what was known when the
// report was made.
package trace

import (
	"encoding/json"
	"fmt"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/paper"
)

// Data is what the page of an edition was made of: du-lieu.json.
type Data struct {
	Figures   map[string]Figure `json:"figures"`           // the ward's over the whole span, by code
	Periods   []PeriodFigures   `json:"periods"`           // the ward's of each sub-period, in order
	Units     []UnitFigures     `json:"units"`             // each branch's own over the whole span, in the order of the branches
	Earlier   []PeriodFigures   `json:"earlier,omitempty"` // the ward's of the spans that it is compared with, in order
	Plan      map[string]Figure `json:"plan,omitempty"`    // what the plan says of them, by code
	LeftOut   []LeftOut         `json:"leftOut"`
	Document  *paper.Document   `json:"document"`
	Templates map[string]string `json:"templates"`
}

// UnitFigures are the figures of one branch, by code.
type UnitFigures struct {
	Unit    reports.UnitID    `json:"unit"`
	Name    string            `json:"name"`
	Figures map[string]Figure `json:"figures"`
}

// PeriodFigures are the figures of one sub-period, by code.
type PeriodFigures struct {
	Period  reports.Period    `json:"period"`
	Figures map[string]Figure `json:"figures"`
}

// A Figure is a figure with everything that it was added up from.
type Figure struct {
	Name  string         `json:"name"`
	Kind  catalogue.Kind `json:"kind"`
	Over  string         `json:"over,omitempty"` // of a ratio: "pooled" or "last"
	Num   string         `json:"num,omitempty"`  // codes of the parts of a ratio or average
	Den   string         `json:"den,omitempty"`
	Unit  string         `json:"unit"`
	Value reports.Value  `json:"value"`
	From  []Entry        `json:"from"`

	// Open are the parts of the span of which nobody gave it; of what adds up, and of the
	// ward's own figures over the span only.
	Open []reports.Period `json:"open,omitempty"`

	// Answers are the keys of the answers that the figure rests on, in order.
	Answers []string `json:"answers,omitempty"`
}

// An Entry is one number that one unit reported for one period, with the cell
// that it stood in.
type Entry struct {
	Unit   reports.UnitID `json:"unit"`
	Period reports.Period `json:"period"`
	Code   string         `json:"code"`
	Value  reports.Value  `json:"value"` // what the text was taken for
	File   string         `json:"file"`
	Sheet  string         `json:"sheet,omitempty"`
	Cell   string         `json:"cell,omitempty"`
	Text   string         `json:"text"` // what stood in the cell
	Source reports.Source `json:"source"`
}

// At returns the position of the entry.
func (e Entry) At() reports.Cell { return reports.Cell{File: e.File, Sheet: e.Sheet, Addr: e.Cell} }

// Contribution returns the entry as the stages know it.
func (e Entry) Contribution() reports.Contribution {
	return reports.Contribution{Unit: e.Unit, Period: e.Period, Entry: reports.Entry{
		Code: e.Code, Value: e.Value, At: e.At(), Text: e.Text, Source: e.Source,
	}}
}

// A LeftOut is an entry that was read and not added, with the code of the
// finding that says why.
type LeftOut struct {
	Entry
	Why string `json:"why"`
}

// Of gathers the data of one edition. The units are
// the branches, in the order in which they are shown.
func Of(totals *aggregate.Totals, cat *catalogue.Catalogue, units []reports.Unit, doc *paper.Document) *Data {
	d := &Data{
		Figures:  figures(totals.Figures, cat),
		Periods:  []PeriodFigures{},
		Units:    []UnitFigures{},
		LeftOut:  []LeftOut{},
		Document: doc,
	}
	for code, f := range d.Figures {
		f.Open = totals.Cover(cat, code).Open
		d.Figures[code] = f
	}
	for _, u := range units {
		d.Units = append(d.Units, UnitFigures{u.ID, u.Name, figures(totals.Units[u.ID], cat)})
	}
	for _, p := range totals.Periods {
		d.Periods = append(d.Periods, PeriodFigures{p, figures(totals.By[p], cat)})
	}
	for _, e := range totals.Earlier() {
		d.Earlier = append(d.Earlier, PeriodFigures{e.Span, figures(e.Figures, cat)})
	}
	if totals.Plan != nil {
		d.Plan = figures(totals.Plan.Figures, cat)
	}
	for _, l := range totals.LeftOut {
		d.LeftOut = append(d.LeftOut, LeftOut{entry(l.Contribution), l.Why})
	}
	return d
}

func figures(of map[string]reports.Figure, cat *catalogue.Catalogue) map[string]Figure {
	all := map[string]Figure{}
	for code, f := range of {
		ind, _ := cat.Indicator(code)
		own := Figure{
			Name: ind.Name, Kind: ind.Kind, Over: ind.Over, Num: ind.Num, Den: ind.Den, Unit: ind.Unit,
			Value: f.Value, From: []Entry{},
		}
		for _, c := range f.From {
			own.From = append(own.From, entry(c))
		}
		all[code] = own
	}
	return all
}

func entry(c reports.Contribution) Entry {
	return Entry{c.Unit, c.Period, c.Code, c.Value, c.At.File, c.At.Sheet, c.At.Addr, c.Text, c.Source}
}

// Encode returns the data as an edition keeps it.
func (d *Data) Encode() ([]byte, error) {
	data, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		return nil, fmt.Errorf("write data of the edition: %w", err)
	}
	return append(data, '\n'), nil
}

// Decode reads what Encode wrote.
func Decode(data []byte) (*Data, error) {
	d := &Data{}
	if err := json.Unmarshal(data, d); err != nil {
		return nil, fmt.Errorf("read data of the edition: %w", err)
	}
	if d.Document == nil {
		return nil, fmt.Errorf("read data of the edition: no document in it")
	}
	return d, nil
}

// Name returns the name of a branch, "" for any other unit.
func (d *Data) Name(id reports.UnitID) string {
	for _, u := range d.Units {
		if u.Unit == id {
			return u.Name
		}
	}
	return ""
}

// figure returns the figure that is printed under a Ref.
func (d *Data) figure(r paper.Ref) (Figure, bool) {
	f, ok := d.listed(r)[r.Figure]
	return f, ok
}

// listed returns the figures that a Ref is one of.
func (d *Data) listed(r paper.Ref) map[string]Figure {
	switch whole := r.Over().IsZero(); {
	case r.Unit == reports.Plan:
		return d.Plan
	case r.Unit == "" && whole:
		return d.Figures
	case r.Unit == "":
		return d.of(r.Over())
	case whole:
		return d.by(r.Unit)
	}
	return nil // no edition keeps what a branch gave of a part of the span
}

// by returns the figures of a branch.
func (d *Data) by(id reports.UnitID) map[string]Figure {
	for _, own := range d.Units {
		if own.Unit == id {
			return own.Figures
		}
	}
	return nil
}
