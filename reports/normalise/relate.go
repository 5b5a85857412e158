package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
)

// What the columns of values are to each other is settled here: words propose,
// sums confirm and veto (DESIGN §4, rules 1 and 2). No word alone makes a total:
// "Tổng số | Nữ" is a value and a part of it.

// A class is what the heads of a column propose that it is.
type class int

const (
	classNone   class = iota // they say nothing that is known
	classPeriod              // a period of its own
	classActual              // "Kết quả", "Số lượng"
	classBranch              // a branch
	classPlace               // a place that is no branch of the list: an old village
	classTotal               // "Tổng số", "Cộng"
	classPart                // "Trong đó nữ", "Đảng viên"
	classHalf                // "Nam" beside "Nữ": two halves of one whole
)

// A use is what a column is in one reading of a table.
type use int

const (
	useValue use = iota // what the branch reports
	useTotal            // the sum of others: held against them
	useAdd              // adds up with others to what the branch reports
	usePart             // a part of a value: known, and not counted again
)

// An item is a column of values with what is known of it before any is read.
type item struct {
	col     *column
	class   class
	self    bool // the column of the very branch that the table is about
	unit    reports.UnitID
	period  reports.Period
	amounts []grid.Amount // by record
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
	it = item{col: c, unit: c.unit, period: c.period.Period, amounts: make([]grid.Amount, len(recs))}
	it.self = c.unit != "" && c.unit == f.title.unit
	it.class = r.class(f, c)
	for k := range recs {
		if v := f.grid.Rows[recs[k].row].Cell(c.col); v != nil {
			it.amounts[k], filled = v.Amount(), true
		}
	}
	return it, filled
}

// class tells what the heads of a column propose, the lowest head first.
func (r *reader) class(f *figures, c *column) class {
	if c.role == roleTotal {
		return classTotal
	}
	for i := len(c.labels) - 1; i >= 0; i-- {
		l := c.labels[i]
		lab := r.label(l, r.year)
		switch {
		case isHalf(l.Key):
			return classHalf
		case lab.is(roleCum) && c.timed:
			return classPeriod
		case strings.HasPrefix(l.Key, "trong đó") || lab.code != "" && c.unit == "" && !lab.timed:
			return classPart
		case lab.timed && (i == len(c.labels)-1 || !f.shared(l)):
			return classPeriod
		case lab.is(roleActual), lab.is(roleCount), lab.is(roleMoney), lab.is(roleTurns):
			return classActual
		case c.place:
			return classPlace
		case c.unit != "":
			return classBranch
		case !lab.head() && !r.units().Is(l.Clean):
			return classNone
		}
	}
	return classNone
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

// relateGroup settles the columns of one measure.
func (r *reader) relateGroup(f *figures, items []item, recs []record) {
	items = r.dropTwins(f, items)
	halve(items)
	if len(items) == 1 && items[0].class != classPart && items[0].class != classHalf {
		items[0].col.role = ""
		return
	}
	s := newSolver(items, recs)
	best, rival := s.solve()
	s.apply(best)
	r.nameMisses(f, s, best)
	switch {
	case rival != nil:
		r.askReading(f, s, best, rival)
	case s.clashes(best):
		r.askRelation(f, s)
	case s.adds(best) && !s.hasTotal(best):
		code := "columns.sum"
		if s.halved() {
			code = "columns.halves"
		}
		r.nameSum(f, s, code)
	}
}

// halve takes the word for women for a part where no column of men stands beside
// it.
func halve(items []item) {
	n := 0
	for _, it := range items {
		if it.class == classHalf {
			n++
		}
	}
	for i := range items {
		if items[i].class == classHalf && n != 2 {
			items[i].class = classPart
		}
	}
}

// apply writes the roles of a reading into the columns.
func (s *solver) apply(uses []use) {
	total := s.hasTotal(uses) && s.adds(uses)
	for i, it := range s.items {
		switch uses[i] {
		case useTotal:
			it.col.role = roleTotal
			if total {
				it.col.role = "" // the sum that the branch itself gives is what it reports
			}
		case useAdd:
			it.col.role, it.col.add = "", it.col.name()
			if total {
				it.col.role, it.col.add = rolePart, ""
			}
		case usePart:
			it.col.role = rolePart
		default:
			it.col.role = ""
		}
		if it.class == classPlace && uses[i] != useValue {
			it.col.unit = ""
		}
	}
}
