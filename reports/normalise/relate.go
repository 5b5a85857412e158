package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/label"
	"ccbreport/reports/normalise/weigh"
)

// What the columns of values are to each other is settled here: words propose,
// sums confirm and veto (DESIGN §4, rules 1 and 2). No word alone makes a total:
// "Tổng số | Nữ" is a value and a part of it.

// An item is a column of values on the scales.
type item struct {
	weigh.Column
	col *column
}

// relate settles what each column of values is, and which of them hold what the
// branch reports.
func (r *reader) relate(f *figures, recs []record) {
	groups := map[string][]item{}
	var order []string
	for _, n := range f.candidates {
		c := &f.table.columns[n]
		it, filled := r.item(f, c, recs)
		if !filled {
			continue
		}
		measure := r.columnMeasure(c)
		if groups[measure] == nil {
			order = append(order, measure)
		}
		groups[measure] = append(groups[measure], it)
	}
	for _, measure := range order {
		r.relateGroup(f, groups[measure], recs)
	}
	f.values = f.values[:0]
	for _, n := range f.candidates {
		if f.table.columns[n].role == "" {
			f.values = append(f.values, n)
		}
	}
}

// item reads a column for the sums; filled is false if no row has anything there.
func (r *reader) item(f *figures, c *column, recs []record) (it item, filled bool) {
	it = item{col: c, Column: weigh.Column{
		Class: r.class(f, c), Self: c.unit != "" && c.unit == f.title.unit,
		Unit: c.unit, Period: c.period.Period, Amounts: make([]weigh.Amount, len(recs)),
	}}
	for k := range recs {
		if v := f.grid.Rows[recs[k].row].Cell(c.col); v != nil {
			it.Amounts[k], filled = weigh.Amount(v.Amount()), true
		}
	}
	return it, filled
}

// class tells what the heads of a column propose, the lowest head first.
func (r *reader) class(f *figures, c *column) weigh.Class {
	if c.role == label.Total {
		return weigh.Total
	}
	for i := len(c.labels) - 1; i >= 0; i-- {
		l := c.labels[i]
		lab := r.labels.Of(l)
		switch {
		case isHalf(l.Key):
			return weigh.Half
		case lab.Is(label.Cumulative) && c.timed:
			return weigh.Period
		case strings.HasPrefix(l.Key, "trong đó") || lab.Code != "" && c.unit == "" && !lab.Timed:
			return weigh.Part
		case lab.Timed && (i == len(c.labels)-1 || !f.shared(l)):
			return weigh.Period
		case lab.Is(label.Actual), lab.Is(label.Count), lab.Is(label.Money), lab.Is(label.Turns):
			return weigh.Actual
		case c.place:
			return weigh.Place
		case c.unit != "":
			return weigh.Branch
		case !lab.MayHead() && !r.units().Is(l.Clean):
			return weigh.Nothing
		}
	}
	return weigh.Nothing
}

// shared reports whether a head stands over several columns that have heads of
// their own below it.
func (f *figures) shared(l *grid.Cell) bool {
	n := 0
	for _, c := range f.table.columns {
		if i := slices.Index(c.labels, l); i >= 0 && i < len(c.labels)-1 {
			n++
		}
	}
	return n > 1
}

// halves are the heads of columns that part everybody in two.
var halves = wordSet("nam nữ")

func isHalf(key string) bool {
	words := strings.Fields(key)
	return len(words) > 0 && len(words) <= 3 && halves[words[len(words)-1]] && key != "nu"
}

// A weighing is the columns of one measure of a table, on the scales.
type weighing struct {
	*weigh.Scales
	items []item
	recs  []record
}

// relateGroup settles the columns of one measure.
func (r *reader) relateGroup(f *figures, items []item, recs []record) {
	items = r.dropTwins(f, items)
	if len(items) == 1 && items[0].Class != weigh.Part && items[0].Class != weigh.Half {
		items[0].col.role = ""
		return
	}
	w := onScales(items, recs)
	if uses, ok := r.answered(w); ok {
		w.apply(uses)
		r.nameAnswered(f, w)
		r.nameLeft(f, w, uses)
		return
	}
	best, rival := w.Weigh()
	w.apply(best)
	r.nameMisses(f, w, best)
	switch {
	case rival != nil:
		r.askReading(f, w, best, rival)
	case w.Clash(best):
		r.askRelation(f, w)
	case w.dropsPlace(best):
		r.askReading(f, w, best, w.allAddends())
	case w.Adds(best) && !w.HasTotal(best):
		code := "columns.sum"
		if w.Halves() {
			code = "columns.halves"
		}
		r.nameSum(f, w, code)
	}
}

// dropsPlace reports whether a reading takes a place or a round for a part of a value
// whose head says nothing: neither words nor a sum say that it is one.
func (w weighing) dropsPlace(uses []weigh.Use) bool {
	dropped := false
	for i, it := range w.items {
		switch {
		case it.Class == weigh.Place && uses[i] == weigh.AsPart:
			dropped = true
		case it.Class != weigh.Nothing && uses[i] != weigh.AsPart:
			return false
		}
	}
	return dropped
}

// allAddends is the reading in which all columns add up.
func (w weighing) allAddends() []weigh.Use {
	return slices.Repeat([]weigh.Use{weigh.AsAddend}, len(w.items))
}

func onScales(items []item, recs []record) weighing {
	columns, rows := make([]weigh.Column, len(items)), make([]weigh.Row, len(recs))
	for i, it := range items {
		columns[i] = it.Column
	}
	for k := range recs {
		rows[k] = weigh.Row{Known: recs[k].known(), Level: !recs[k].ind.Adds()}
	}
	return weighing{weigh.New(columns, rows), items, recs}
}

// apply writes the roles of a reading into the columns.
func (w weighing) apply(uses []weigh.Use) {
	total := w.HasTotal(uses) && w.Adds(uses)
	for i, it := range w.items {
		switch uses[i] {
		case weigh.AsTotal:
			it.col.role = label.Total
			if total {
				it.col.role = "" // the sum that the branch itself gives is what it reports
			}
		case weigh.AsAddend:
			it.col.role, it.col.add = "", it.col.name()
			if total {
				it.col.role, it.col.add = label.Part, ""
			}
		case weigh.AsPart:
			it.col.role = label.Part
		default:
			it.col.role = ""
		}
		if it.Class == weigh.Place && uses[i] != weigh.AsValue {
			it.col.unit = ""
		}
	}
}
