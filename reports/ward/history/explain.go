package history

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
)

// A Figure is one figure that was explained.
type Figure struct {
	Code    string          `json:"code"`
	Name    string          `json:"name"`
	Kind    catalogue.Kind  `json:"kind"`
	How     string          `json:"how"` // in words
	Unit    string          `json:"unit"`
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"` // "812", of a ratio its parts: "8/34"
	Num     string          `json:"num,omitempty"`
	Den     string          `json:"den,omitempty"`
	Period  *Span           `json:"period,omitempty"` // the sub-period that it is of
	Cells   int             `json:"cells"`
	Entries []Entry         `json:"entries"`
	Periods []Part          `json:"periods"`
	Units   []Share         `json:"branches"`
	Earlier []Part          `json:"earlier,omitempty"` // only compared with
	Open    []Span          `json:"open,omitempty"`    // parts of the span of which nobody gave it
	Plan    *Plan           `json:"plan,omitempty"`
	LeftOut []LeftOut       `json:"leftOut"`
	Printed []Printed       `json:"printed"`
	Answers []Answer        `json:"answers,omitempty"` // that it rests on
	Shown   string          `json:"-"`                 // the value as people read it, with its unit
}

type Span struct {
	From reports.Day `json:"from"`
	To   reports.Day `json:"to"` // last day included
}

type Entry struct {
	Branch reports.UnitID `json:"branch,omitempty"` // "" for the ward
	Name   string         `json:"name,omitempty"`   // of the branch
	Span
	Code   string          `json:"code"`
	File   string          `json:"file"`
	Sheet  string          `json:"sheet"`
	Cell   string          `json:"cell"`
	Text   string          `json:"text"`  // what stood there
	Value  json.RawMessage `json:"value"` // what it was taken for
	Source reports.Source  `json:"source"`
	Shown  string          `json:"-"` // the value as people read it, with its unit
	Of     string          `json:"-"` // name of the indicator
	Place  int             `json:"-"` // of the branch in the list of all, the ward last
}

// At is where the entry stands.
func (e Entry) At() reports.Cell {
	return reports.Cell{File: e.File, Sheet: e.Sheet, Addr: e.Cell}
}

type Part struct {
	Span
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"`
	Entries []Entry         `json:"entries"`
	Shown   string          `json:"-"`
}

type Plan struct {
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"`
	Entries []Entry         `json:"entries"`
	Shown   string          `json:"-"`
}

type Share struct {
	Branch  reports.UnitID  `json:"branch"`
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Exact   string          `json:"exact"`
	Entries []Entry         `json:"entries"`
}

type LeftOut struct {
	Entry
	Why     string `json:"why"` // code of the finding
	Message string `json:"message"`
}

// An Answer is what a person said to a question, as far as a figure rests on it.
type Answer struct {
	Key   string `json:"key"`
	About string `json:"about"`
	Said  string `json:"said"`
	Why   string `json:"why,omitempty"`
	By    string `json:"by,omitempty"`
	When  string `json:"when,omitempty"`
}

type Printed struct {
	Section  string         `json:"section"`
	Sentence string         `json:"sentence"`
	Text     string         `json:"text"`
	Period   string         `json:"period,omitempty"` // "2017-01-01..2017-12-31"
	Branch   reports.UnitID `json:"branch,omitempty"`
}

// Explained is what explain answers, and prints with --json.
type Explained struct {
	Edition string      `json:"edition"`
	Figures []Figure    `json:"figures"`
	From    reports.Day `json:"-"`
	To      reports.Day `json:"-"` // last day included
}

// An explainer knows an edition and how to say what is in it.
type explainer struct {
	h    *History
	e    archive.Edition
	data *trace.Data
}

// Explain tells where figures of an edition come from: of the newest of the report
// if none is named. A word is the code of an indicator, a number as printed, or the
// name of an indicator.
func (h *History) Explain(id, report string, words []string) (o Explained, err error) {
	if id == "" {
		if id, err = h.Newest(report); err != nil {
			return o, err
		}
	}
	x := &explainer{h: h}
	if x.data, x.e, err = h.data(id); err != nil {
		return o, err
	}
	found, err := x.find(words)
	if err != nil {
		return o, err
	}
	o = Explained{Edition: id, Figures: []Figure{}, From: x.e.Manifest.From, To: x.e.Manifest.To}
	for _, e := range found {
		o.Figures = append(o.Figures, x.output(e))
	}
	return o, nil
}

// find looks the words up, each of which must mean something.
func (x *explainer) find(words []string) (found []trace.Explanation, err error) {
	for _, word := range x.oneName(words) {
		list := x.data.Explain(word, x.h.Cat.Units())
		if list == nil {
			if list, err = x.byName(word); err != nil {
				return nil, err
			}
		}
		for _, e := range list {
			if e.Name == "" { // all that was given was left out
				e.Figure = x.figureOf(trace.Entry{Code: e.Ref.Figure})
			}
			found = append(found, e)
		}
	}
	return found, nil
}

// oneName takes words for one name that was typed without quotes, if none of them means
// anything by itself and together they do.
func (x *explainer) oneName(words []string) []string {
	whole := strings.Join(words, " ")
	for _, word := range words {
		if x.data.Explain(word, x.h.Cat.Units()) != nil {
			return words
		}
	}
	if _, err := x.byName(whole); err == nil && len(words) > 1 {
		return []string{whole}
	}
	return words
}

// output is a figure as --json prints it.
func (x *explainer) output(e trace.Explanation) Figure {
	o := Figure{
		Code: e.Ref.Figure, Name: e.Name, Kind: e.Kind, How: x.how(e.Figure), Unit: e.Unit,
		Value: valueOf(e.Value, e.Figure), Exact: e.Value.String(), Num: e.Num, Den: e.Den,
		Cells: countCells(e.From), Entries: x.entries(e.From),
		Periods: []Part{}, Units: []Share{}, LeftOut: []LeftOut{}, Printed: []Printed{},
		Shown: x.h.amount(e.Value, e.Figure),
	}
	if of := e.Ref.Over(); !of.IsZero() {
		o.Period = &Span{of.From, of.Last()}
	}
	for _, p := range e.Open {
		o.Open = append(o.Open, Span{p.From, p.Last()})
	}
	for _, p := range e.Parts {
		o.Periods = append(o.Periods, x.part(p, e.Figure))
	}
	for _, p := range e.Earlier {
		o.Earlier = append(o.Earlier, x.part(p, e.Figure))
	}
	if e.Plan != nil {
		o.Plan = &Plan{valueOf(e.Plan.Value, e.Figure), e.Plan.Value.String(), x.entries(e.Plan.From), x.h.amount(e.Plan.Value, e.Figure)}
	}
	for _, u := range e.Units {
		o.Units = append(o.Units, Share{u.Unit, u.Name, valueOf(u.Value, e.Figure), u.Value.String(), x.entries(u.From)})
	}
	for _, l := range e.LeftOut {
		o.LeftOut = append(o.LeftOut, LeftOut{x.entry(l.Entry), l.Why, x.why(l.Entry, l.Why)})
	}
	for _, key := range e.Answers {
		o.Answers = append(o.Answers, x.answer(key))
	}
	for _, p := range e.Printed {
		o.Printed = append(o.Printed, Printed{p.Section, p.Sentence, p.Text, p.Period.String(), p.Unit})
	}
	return o
}

// answer is the one of a key, as the edition keeps it.
func (x *explainer) answer(key string) Answer {
	for _, a := range x.e.Manifest.Answers {
		if a.Key == key {
			return Answer{a.Key, a.About, cmp.Or(a.Said, a.Choice), a.Why, a.By, a.When}
		}
	}
	return Answer{Key: key}
}

func (x *explainer) part(p trace.Part, of trace.Figure) Part {
	return Part{Span{p.Period.From, p.Period.Last()}, valueOf(p.Value, of), p.Value.String(), x.entries(p.From), x.h.amount(p.Value, of)}
}

func (x *explainer) entries(list []trace.Entry) []Entry {
	out := []Entry{}
	for _, e := range list {
		out = append(out, x.entry(e))
	}
	return out
}

func (x *explainer) entry(e trace.Entry) Entry {
	of := x.figureOf(e)
	return Entry{
		BranchOf(e.Unit), x.data.Name(e.Unit), Span{e.Period.From, e.Period.Last()},
		e.Code, e.File, e.Sheet, e.Cell, e.Text, valueOf(e.Value, of), e.Source,
		x.h.amount(e.Value, of), of.Name, x.place(e.Unit),
	}
}

// place is where a unit stands in the list of branches, the ward last.
func (x *explainer) place(id reports.UnitID) int {
	i := slices.IndexFunc(x.data.Units, func(u trace.UnitFigures) bool { return u.Unit == id })
	if i < 0 {
		return len(x.data.Units)
	}
	return i
}

// figureOf is the figure that says in which unit an entry is.
func (x *explainer) figureOf(e trace.Entry) trace.Figure {
	if f, ok := x.data.Figures[e.Code]; ok {
		return f
	}
	ind, _ := x.h.Cat.Indicator(e.Code) // a part that has no figure of its own
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
	return x.h.Words(about).Message
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
		return x.h.voice.Say(words)
	}
	return key
}

// countCells counts positions: one cell may hold two numbers.
func countCells(list []trace.Entry) int {
	seen := map[reports.Cell]bool{}
	for _, e := range list {
		seen[e.At()] = true
	}
	return len(seen)
}
