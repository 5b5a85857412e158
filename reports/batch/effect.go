package batch

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/check"
)

// A change is what an answer does to one printed figure.
type change struct {
	code          string
	before, after reports.Value // not known where there is none
	share         float64
}

// changes lists what another reading of the workbooks changes, the largest share first.
func (w *work) changes(after *work) []change {
	var all []change
	for code, f := range after.totals.Figures {
		before := w.totals.Figures[code].Value
		if s := share(before, f.Value); s > 0 {
			all = append(all, change{code, before, f.Value, s})
		}
	}
	for code, f := range w.totals.Figures {
		if _, ok := after.totals.Figures[code]; !ok {
			all = append(all, change{code, f.Value, reports.Value{}, 1})
		}
	}
	slices.SortFunc(all, func(a, b change) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.code, b.code)) })
	return all
}

// share is the part of a figure that a change is: all of it where there is no figure
// before.
func share(before, after reports.Value) float64 {
	number := func(v reports.Value) float64 { return float64(v.Num) / float64(v.Den) }
	switch {
	case !before.Known() && after.IsZero():
		return 0 // no sentence prints it
	case !before.Known() || !after.Known():
		return 1
	case before.Equal(after):
		return 0
	}
	a, b := number(before), number(after)
	return math.Abs(a-b) / max(math.Abs(a), math.Abs(b))
}

// effect words what a choice does, the largest changes first.
func (w *work) effect(changes []change, cat *catalogue.Catalogue) string {
	const told = 3
	var words []string
	for i, c := range changes {
		if i == told {
			words = append(words, w.rules.Word("more", reports.Args{"count": strconv.Itoa(len(changes) - told)}, w.job.Lang))
			break
		}
		ind, _ := cat.Indicator(c.code)
		args := reports.Args{"name": ind.Name, "before": check.ValueText(ind, c.before), "after": check.ValueText(ind, c.after)}
		id := "effect"
		switch {
		case !c.before.Known():
			id = "effect new"
		case !c.after.Known():
			id = "effect gone"
		}
		words = append(words, w.rules.Word(id, args, w.job.Lang))
	}
	return strings.Join(words, "; ")
}

// sayHowMuch puts into the text of a question about a name what stands under it.
func (w *work) sayHowMuch(t trial, cat *catalogue.Catalogue, changes []change) {
	if t.of.Kind != reports.AskName || t.of.sum != "" || len(changes) == 0 {
		return
	}
	ind, _ := cat.Indicator(changes[0].code)
	value := changes[0].after
	if before := changes[0].before; before.Known() {
		less, _ := before.Scale(-1)
		value, _ = value.Add(less)
	}
	if !value.Known() || value.Num < 0 || changes[0].before.Known() && !ind.Adds() {
		return
	}
	t.of.sum = check.ValueText(ind, value)
	if !ind.Percent() {
		t.of.sum += " " + ind.Unit
	}
	t.of.Text = w.rules.Text(t.of.Kind, w.spoken(t.of), w.job.Lang)
}

// unreadShare is the part of a figure that some cells are that cannot be read: all of
// it if there is no other.
func (w *work) unreadShare(at []reports.Cell) float64 {
	most := 0.0
	for _, c := range at {
		u := w.unread(c)
		if u == nil {
			continue
		}
		f, ok := w.totals.Figures[u.Code]
		if !ok {
			return 1
		}
		most = max(most, 1/float64(len(f.From)+1))
	}
	return most
}

// silentShare is the part of the branches that a question leaves out: the figures of
// a file that cannot be read, or of branches that sent nothing, are not known.
func (w *work) silentShare(q *inquiry) float64 {
	code := q.asks[0].Code
	if q.Kind == reports.AskValue {
		return w.unreadShare(q.At)
	}
	if !strings.HasPrefix(code, "file.") && !strings.HasPrefix(code, "branch.") {
		return 0
	}
	return float64(max(1, len(q.Rows))) / float64(max(1, len(w.books.Branches), len(w.job.Branches)))
}
