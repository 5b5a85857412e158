package main

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
)

// tell writes one figure for people: what it is, how it came about, unit by
// unit, what was left out and where it is printed.
func (x *explainer) tell(e trace.Explanation) {
	t := x.t
	t.line(explainName, e.Name, e.Code, amount(e.Value, e.Figure))
	if !e.Period.IsZero() {
		t.line(explainOnly, periodWords(e.Period))
	}
	t.line(explainHow, x.how(e.Figure), strconv.Itoa(countCells(e.From)))
	x.tellParts(e)
	x.tellCompared(e)
	x.tellEntries(e)
	x.tellLeftOut(e)
	x.tellPrinted(e)
}

func (x *explainer) tellParts(e trace.Explanation) {
	if !e.Period.IsZero() || len(e.Parts) < 2 {
		return
	}
	x.t.line(explainPeriods)
	for _, p := range e.Parts {
		x.t.line(explainPart, periodWords(p.Period), amount(p.Value, e.Figure))
	}
}

// tellCompared writes what the figure is held against.
func (x *explainer) tellCompared(e trace.Explanation) {
	if !e.Period.IsZero() {
		return
	}
	for _, p := range e.Earlier {
		x.t.line(explainEarlier, periodWords(p.Period), amount(p.Value, e.Figure))
	}
	if e.Plan != nil {
		x.t.line(explainPlan, amount(e.Plan.Value, e.Figure))
	}
}

// tellEntries writes a table: unit, period, cell, what stood there, what it was
// taken for. The name of a part stands beside its number.
func (x *explainer) tellEntries(e trace.Explanation) {
	x.t.line(explainCells)
	var rows [][]string
	list := slices.Clone(e.From)
	slices.SortStableFunc(list, func(a, b trace.Entry) int { return x.order(a.Unit) - x.order(b.Unit) })
	for _, c := range list {
		value := amount(c.Value, x.figureOf(c))
		if e.Kind == catalogue.List {
			value = "1"
		}
		if c.Code != e.Code {
			value += " (" + x.figureOf(c).Name + ")"
		}
		rows = append(rows, []string{
			x.unitName(c.Unit), periodWords(c.Period), c.At().String(), x.t.say(stoodThere, short(c.Text)), "→ " + value,
		})
	}
	x.table(rows)
}

// order is the place of a unit in the list of branches, the ward last.
func (x *explainer) order(id reports.UnitID) int {
	i := slices.IndexFunc(x.data.Units, func(u trace.UnitFigures) bool { return u.Unit == id })
	if i < 0 {
		return len(x.data.Units)
	}
	return i
}

func (x *explainer) tellLeftOut(e trace.Explanation) {
	if len(e.LeftOut) == 0 {
		return
	}
	x.t.line(explainLeftOut, strconv.Itoa(len(e.LeftOut)))
	var whys []string // one for several cells
	cells := map[string][][]string{}
	for _, l := range e.LeftOut {
		why := x.why(l.Entry, l.Why)
		if cells[why] == nil {
			whys = append(whys, why)
		}
		cells[why] = append(cells[why], []string{
			x.unitName(l.Unit), periodWords(l.Period), l.At().String(), x.t.say(stoodThere, short(l.Text)),
		})
	}
	for _, why := range whys {
		x.t.line(explainWhy, why)
		x.table(cells[why])
	}
}

func (x *explainer) tellPrinted(e trace.Explanation) {
	if len(e.Printed) == 0 {
		x.t.line(explainNowhere)
		return
	}
	x.t.line(explainPrinted)
	var told []string
	for _, p := range e.Printed {
		place := x.t.say(explainPlace, p.Section, p.Sentence)
		if !slices.Contains(told, place) { // a row prints a figure for each period
			told = append(told, place)
			x.t.line(text{place, place})
		}
	}
}

// table writes rows with their columns aligned.
func (x *explainer) table(rows [][]string) {
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
		x.t.line(text{line, line})
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
