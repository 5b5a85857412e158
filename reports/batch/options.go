package batch

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/check"
	"ccbreport/reports/normalise"
	"ccbreport/reports/viet"
)

// nameOptions offers the indicators that a name may be.
func (w *work) nameOptions(q *inquiry) {
	if q.above() != "" {
		return
	}
	var codes []string
	for _, f := range q.asks {
		if code := near(w.cat, f.Finding); code != "" && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	for _, code := range codes {
		ind, _ := w.cat.Indicator(code)
		q.options = append(q.options, option{Choice: reports.Choice{ID: code, Text: w.rules.Word("is", reports.Args{"name": ind.Name}, w.job.Lang)}, code: code, try: true})
	}
	if len(codes) == 1 {
		q.Default = codes[0]
	}
}

// branchOptions offers the branches that have sent nothing yet, the one that was
// proposed first.
func (w *work) branchOptions(q *inquiry) {
	near := q.asks[0].Args["near"]
	for _, u := range w.branches().Missing {
		if u.Name == near {
			q.Default = string(u.ID)
		}
		q.options = append(q.options, option{Choice: reports.Choice{ID: string(u.ID), Text: u.Name}, try: u.Name == near})
	}
	if len(q.options) == 1 {
		q.options[0].try = true
		if q.Kind == reports.AskFile {
			q.Default = q.options[0].ID
		}
	}
}

// columnOptions offers the readings between which the columns' words and sums do not
// decide.
func (w *work) columnOptions(q *inquiry) {
	first := q.asks[0].Finding
	switch first.Code {
	case "columns.doubt":
		for i, reading := range []string{first.Args["first"], first.Args["second"]} {
			q.options = append(q.options, w.readingOption(strconv.Itoa(i+1), reading))
		}
	case "columns.sum", "columns.unrelated":
		if first.Code == "columns.sum" {
			q.Default = reports.AddUp // as it is counted until somebody says otherwise
		}
		q.options = []option{w.readingOption(reports.AddUp, normalise.AddUp)}
		for i, head := range quotedHeads(first.Args["heads"]) {
			q.options = append(q.options, w.readingOption(strconv.Itoa(i+1), head))
		}
	}
}

func (w *work) readingOption(id, reading string) option {
	word := "reading"
	if id == reports.AddUp {
		word = "sum"
	}
	return option{Choice: reports.Choice{ID: id, Text: w.rules.Word(word, reports.Args{"name": reading}, w.job.Lang)}, reading: reading, try: true}
}

// quotedHeads parts “a”, “b” into its heads, quotes and all.
func quotedHeads(heads string) []string {
	var list []string
	for _, part := range strings.SplitAfter(heads, "”") {
		if part = strings.TrimLeft(part, ", "); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// rivalOptions offers the values of which one counts: those of one workbook or another,
// of the ward or its branches, of one place of a workbook or another.
func (w *work) rivalOptions(q *inquiry) {
	if q.asks[0].Code == "row.twice" {
		w.occasionOptions(q)
		return
	}
	rivals := w.rivals(q)
	level := q.asks[0].Code == "level.differ"
	if len(rivals) > 1 {
		for i, r := range rivals {
			var cells []reports.Looked
			for k, other := range rivals {
				for _, at := range other.at {
					c := w.looked(at)
					c.Drop = k != i && !(level && i == 0) // the ward's counts beside its branches'
					cells = append(cells, c)
				}
			}
			q.options = append(q.options, option{Choice: reports.Choice{ID: strconv.Itoa(i + 1), Text: r.text}, cells: cells, try: true})
		}
	}
	if level {
		q.Default = "1" // as it is added up until somebody says otherwise
	}
}

// lookOptions says that numbers which count until now will not, once a finding about them
// is accepted.
func (w *work) lookOptions(q *inquiry) {
	out := map[reports.Cell]bool{}
	for _, f := range q.asks {
		if text, _ := w.cat.Text(f.Code); !text.Keep && w.severity(f.Finding) == reports.Blocking {
			for _, at := range f.At {
				out[at] = true
			}
		}
	}
	counts := func(f reports.Figure) bool {
		return slices.ContainsFunc(f.From, func(c reports.Contribution) bool { return out[c.At] })
	}
	for _, f := range w.totals.Figures {
		if counts(f) {
			q.options = []option{{Choice: reports.Choice{ID: reports.Accept, Text: w.rules.Word("without", nil, w.job.Lang)}, try: true}}
			return
		}
	}
}

// occasionOptions offers that rows of one name and value are one thing, or that they
// add up: then the first of them in each column has the sum, and the others do not count.
func (w *work) occasionOptions(q *inquiry) {
	once := option{Choice: reports.Choice{ID: "1", Text: w.rules.Word("once", nil, w.job.Lang)}}
	sum := option{Choice: reports.Choice{ID: "2", Text: w.rules.Word("twice", nil, w.job.Lang)}, try: true}
	for _, f := range q.asks {
		for _, column := range w.byColumn(f.At) {
			total, ok := reports.Int(0), true
			for _, c := range column {
				if ok {
					total, ok = total.Add(c.Value)
				}
			}
			if !ok || !total.Whole() {
				return // what cannot be written into a cell is left to people
			}
			for i, c := range column {
				looked := w.looked(c.At)
				once.cells = append(once.cells, looked)
				if looked.Drop = i > 0; i == 0 {
					looked.Value = w.written(c.Code, total)
				}
				sum.cells = append(sum.cells, looked)
			}
		}
	}
	q.options = []option{once, sum}
}

// byColumn returns what stands in the rows of some cells, by column, of the indicator
// that they give.
func (w *work) byColumn(at []reports.Cell) [][]reports.Contribution {
	rows := map[int]bool{}
	for _, c := range at {
		rows[c.Row()] = true
	}
	columns := map[string][]reports.Contribution{}
	for _, c := range w.givenBeside(at) {
		if c.At.File == at[0].File && c.At.Sheet == at[0].Sheet && rows[c.At.Row()] {
			columns[c.At.Column()] = append(columns[c.At.Column()], c)
		}
	}
	var list [][]reports.Contribution
	for _, name := range slices.Sorted(maps.Keys(columns)) {
		slices.SortFunc(columns[name], func(a, b reports.Contribution) int { return a.At.Compare(b.At) })
		list = append(list, columns[name])
	}
	return list
}

// written is a whole value as it is written into a cell, whatever unit the column has.
func (w *work) written(code string, v reports.Value) string {
	ind := w.indicator(code)
	n, _ := v.Rounded(1)
	if ind.Money() || w.cat.Units().Measured(ind.Unit) {
		return viet.Int(n) + " " + ind.Unit
	}
	return viet.Int(n)
}

// A rival is one of several values, or sets of values, of the same.
type rival struct {
	text string
	at   []reports.Cell
}

// rivals parts the cells of a question by whose or where they are.
func (w *work) rivals(q *inquiry) []rival {
	var list []rival
	put := func(text string, at reports.Cell) {
		i := slices.IndexFunc(list, func(r rival) bool { return r.text == text })
		if i < 0 {
			i = len(list)
			list = append(list, rival{text: text})
		}
		list[i].at = append(list[i].at, at)
	}
	for _, f := range q.asks {
		switch f.Code {
		case "branch.duplicate.unclear":
			for _, at := range f.At {
				put(w.rules.Word("file", reports.Args{"name": at.File}, w.job.Lang), at)
			}
		case "indicator.twice":
			list = append(list, w.twice(f)...)
		case "level.differ":
			for _, c := range w.givenBeside(f.At) {
				if c.Unit == reports.Ward {
					put(w.rules.Word("of ward", nil, w.job.Lang), c.At)
				}
			}
			for _, c := range w.givenBeside(f.At) {
				if c.Unit != reports.Ward {
					put(w.rules.Word("of branches", nil, w.job.Lang), c.At)
				}
			}
		}
	}
	return list
}

// givenBeside returns all that is given of the indicators that stand at some cells, for
// whatever period and by whomever: what counts in their place if they do not.
func (w *work) givenBeside(at []reports.Cell) []reports.Contribution {
	codes := map[string]bool{}
	var all []reports.Contribution
	for _, r := range w.books.Returns {
		for _, e := range r.Entries {
			codes[e.Code] = codes[e.Code] || slices.Contains(at, e.At)
			all = append(all, reports.Contribution{Unit: r.Unit, Period: r.Period, Entry: e})
		}
	}
	return slices.DeleteFunc(all, func(c reports.Contribution) bool { return !codes[c.Code] })
}

// twice parts the cells that give figures twice: the first of each, the second of each;
// nothing if they are not given equally often.
func (w *work) twice(f found) []rival {
	type figure struct {
		code   string
		period reports.Period
	}
	var order []figure
	cells := map[figure][]reports.Contribution{}
	for _, c := range w.leftOutAt(f.At, f.Code) {
		of := figure{c.Code, c.Period}
		if cells[of] == nil {
			order = append(order, of)
		}
		cells[of] = append(cells[of], c)
	}
	if len(order) == 0 {
		return nil
	}
	var list []rival
	for i := range cells[order[0]] {
		var values, places []string
		r := rival{}
		for _, of := range order {
			if len(cells[of]) != len(cells[order[0]]) {
				return nil
			}
			c := cells[of][i]
			values, places = append(values, check.ValueText(w.indicator(c.Code), c.Value)), append(places, c.At.Addr)
			r.at = append(r.at, c.At)
		}
		r.text = w.rules.Word("cell", reports.Args{"name": listed(values), "place": listed(places)}, w.job.Lang)
		list = append(list, r)
	}
	return list
}

// leftOutAt returns what was left out at cells for a reason, in the order of the cells.
func (w *work) leftOutAt(at []reports.Cell, why string) []reports.Contribution {
	var list []reports.Contribution
	for _, l := range w.settled.LeftOut {
		if l.Why == why && slices.Contains(at, l.At) {
			list = append(list, l.Contribution)
		}
	}
	slices.SortStableFunc(list, func(a, b reports.Contribution) int { return a.At.Compare(b.At) })
	return list
}
