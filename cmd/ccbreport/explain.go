package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
	"ccbreport/reports/viet"
)

// An explainedOutput is a figure in what explain --json prints.
type explainedOutput struct {
	Code    string          `json:"code"`
	Name    string          `json:"name"`
	Kind    catalogue.Kind  `json:"kind"`
	How     string          `json:"how"` // in words
	Unit    string          `json:"unit"`
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"` // "812", of a ratio its parts: "8/34"
	Num     string          `json:"num,omitempty"`
	Den     string          `json:"den,omitempty"`
	Period  *periodOutput   `json:"period,omitempty"` // the sub-period that it is of
	Cells   int             `json:"cells"`
	Entries []entryOutput   `json:"entries"`
	Periods []partOutput    `json:"periods"`
	Units   []shareOutput   `json:"branches"`
	Earlier []partOutput    `json:"earlier,omitempty"` // only compared with
	Plan    *planOutput     `json:"plan,omitempty"`
	LeftOut []leftOutOutput `json:"leftOut"`
	Printed []printedOutput `json:"printed"`
}

type periodOutput struct {
	From reports.Day `json:"from"`
	To   reports.Day `json:"to"` // last day included
}

type entryOutput struct {
	Branch reports.UnitID `json:"branch,omitempty"` // "" for the ward
	Name   string         `json:"name,omitempty"`   // of the branch
	periodOutput
	Code   string          `json:"code"`
	File   string          `json:"file"`
	Sheet  string          `json:"sheet"`
	Cell   string          `json:"cell"`
	Text   string          `json:"text"`  // what stood there
	Value  json.RawMessage `json:"value"` // what it was taken for
	Source reports.Source  `json:"source"`
}

type partOutput struct {
	periodOutput
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"`
	Entries []entryOutput   `json:"entries"`
}

type planOutput struct {
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"`
	Entries []entryOutput   `json:"entries"`
}

type shareOutput struct {
	Branch  reports.UnitID  `json:"branch"`
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"`
	Entries []entryOutput   `json:"entries"`
}

type leftOutOutput struct {
	entryOutput
	Why     string `json:"why"` // code of the finding
	Message string `json:"message"`
}

type printedOutput struct {
	Section  string `json:"section"`
	Sentence string `json:"sentence"`
	Text     string `json:"text"`
	Period   string `json:"period,omitempty"` // "2017-01-01..2017-12-31"
	Branch   string `json:"branch,omitempty"`
}

// An explainer knows an edition and how to say what is in it.
type explainer struct {
	t    *tui
	h    *history
	e    archive.Edition
	data *trace.Data
}

// explainFigures is the verb explain.
func explainFigures(t *tui, f *flags, words []string) error {
	h, err := openHistory(t, f)
	if err != nil {
		return err
	}
	id := f.edition
	if id == "" {
		if id, err = h.newest(f); err != nil {
			return err
		}
	}
	x := &explainer{t: t, h: h}
	if x.data, x.e, err = h.data(id); err != nil {
		return err
	}
	found, err := x.find(words)
	if err != nil {
		return err
	}
	if t.json {
		list := []explainedOutput{}
		for _, e := range found {
			list = append(list, x.output(e))
		}
		t.print(map[string]any{"edition": id, "figures": list})
		return nil
	}
	t.line(explainHead, id, viet.Date(x.e.Manifest.From), viet.Date(x.e.Manifest.To))
	for _, e := range found {
		x.tell(e)
	}
	return nil
}

// find looks the words up, each of which must mean something.
func (x *explainer) find(words []string) ([]trace.Explanation, error) {
	var found []trace.Explanation
	for _, word := range words {
		list := x.data.Explain(word)
		if list == nil {
			return nil, noFigure.with(word, x.e.ID)
		}
		for _, e := range list {
			if e.Name == "" { // all that was given was left out
				e.Figure = x.figureOf(trace.Entry{Code: e.Code})
			}
			found = append(found, e)
		}
	}
	return found, nil
}

// output is a figure as --json prints it.
func (x *explainer) output(e trace.Explanation) explainedOutput {
	o := explainedOutput{
		Code: e.Code, Name: e.Name, Kind: e.Kind, How: x.how(e.Figure), Unit: e.Unit,
		Value: valueOf(e.Value, e.Figure), Exact: e.Value.String(), Num: e.Num, Den: e.Den,
		Cells: countCells(e.From), Entries: x.entries(e.From),
		Periods: []partOutput{}, Units: []shareOutput{}, LeftOut: []leftOutOutput{}, Printed: []printedOutput{},
	}
	if !e.Period.IsZero() {
		o.Period = &periodOutput{e.Period.From, e.Period.Last()}
	}
	for _, p := range e.Parts {
		o.Periods = append(o.Periods, x.part(p, e.Figure))
	}
	for _, p := range e.Earlier {
		o.Earlier = append(o.Earlier, x.part(p, e.Figure))
	}
	if e.Plan != nil {
		o.Plan = &planOutput{valueOf(e.Plan.Value, e.Figure), e.Plan.Value.String(), x.entries(e.Plan.From)}
	}
	for _, u := range e.Units {
		o.Units = append(o.Units, shareOutput{u.Unit, u.Name, valueOf(u.Value, e.Figure), u.Value.String(), x.entries(u.From)})
	}
	for _, l := range e.LeftOut {
		o.LeftOut = append(o.LeftOut, leftOutOutput{x.entry(l.Entry), l.Why, x.why(l.Entry, l.Why)})
	}
	for _, p := range e.Printed {
		o.Printed = append(o.Printed, printedOutput{p.Section, p.Sentence, p.Text, p.Period, p.Unit})
	}
	return o
}

func (x *explainer) part(p trace.Part, of trace.Figure) partOutput {
	return partOutput{periodOutput{p.Period.From, p.Period.Last()}, valueOf(p.Value, of), p.Value.String(), x.entries(p.From)}
}

func (x *explainer) entries(list []trace.Entry) []entryOutput {
	out := []entryOutput{}
	for _, e := range list {
		out = append(out, x.entry(e))
	}
	return out
}

func (x *explainer) entry(e trace.Entry) entryOutput {
	return entryOutput{
		branchOf(e.Unit), x.data.Name(e.Unit), periodOutput{e.Period.From, e.Period.Last()},
		e.Code, e.File, e.Sheet, e.Cell, e.Text, valueOf(e.Value, x.figureOf(e)), e.Source,
	}
}

// figureOf is the figure that says in which unit an entry is.
func (x *explainer) figureOf(e trace.Entry) trace.Figure {
	if f, ok := x.data.Figures[e.Code]; ok {
		return f
	}
	ind, _ := x.h.cat.Indicator(e.Code) // a part that has no figure of its own
	return trace.Figure{Name: ind.Name, Kind: ind.Kind, Unit: ind.Unit}
}

// why puts the finding that left an entry out into words: the one about its
// cell, else about its file or its unit, since a finding about many cells may
// name some of them only.
func (x *explainer) why(e trace.Entry, code string) string {
	about, best := archive.Finding{Code: code, Branch: e.Unit, At: []string{e.At().String()}}, 0
	for _, f := range x.e.Manifest.Findings {
		if n := nearness(f, e); f.Code == code && n > best {
			about, best = f, n
		}
	}
	return x.h.words(about).Message
}

func nearness(f archive.Finding, e trace.Entry) int {
	switch {
	case slices.Contains(f.At, e.At().String()):
		return 4
	case slices.ContainsFunc(f.At, func(s string) bool { return reports.ParseCell(s).File == e.File }):
		return 3
	case f.Branch == e.Unit:
		return 2
	}
	return 1
}

func (x *explainer) how(f trace.Figure) string {
	key := string(f.Kind)
	if f.Kind == catalogue.Ratio {
		key = strings.TrimSuffix(key+" "+f.Over, " ")
	}
	if words, ok := howWords[key]; ok {
		return x.t.say(words)
	}
	return key
}

func valueOf(v reports.Value, f trace.Figure) json.RawMessage {
	n, ok := number(v, catalogue.Indicator{Kind: f.Kind, Unit: f.Unit})
	if !ok {
		return json.RawMessage("null")
	}
	return n
}

// countCells counts positions: one cell may hold two numbers.
func countCells(list []trace.Entry) int {
	seen := map[reports.Cell]bool{}
	for _, e := range list {
		seen[e.At()] = true
	}
	return len(seen)
}

// amount writes a value as people read it, with its unit.
func amount(v reports.Value, f trace.Figure) string {
	if !v.Known() {
		return "-"
	}
	if f.Unit == "%" {
		if v.Den > 1 && v.Den != 100 && v.Den < 10000 {
			return fmt.Sprintf("%s (%s/%s)", viet.Percent(v), viet.Int(v.Num), viet.Int(v.Den))
		}
		return viet.Percent(v)
	}
	return strings.TrimSpace(viet.Decimal(v, 2) + " " + f.Unit)
}

// periodWords writes a year as a year, any other span by its first and last day.
func periodWords(p reports.Period) string {
	if y, _, _ := p.From.Date(); p == reports.Year(y) {
		return strconv.Itoa(y)
	}
	if p.Days() == 1 {
		return viet.Date(p.From)
	}
	return viet.Date(p.From) + " - " + viet.Date(p.Last())
}

func (x *explainer) unitName(id reports.UnitID) string {
	if id == reports.Ward {
		return x.t.say(wardItself)
	}
	return cmp.Or(x.data.Name(id), string(id))
}
