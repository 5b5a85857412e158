package label

import (
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// IsHead reports whether a row is a row of heads: several labels, and nothing
// that is data.
func (r *Reader) IsHead(row grid.Row) bool {
	if r.HeadsPeople(row) {
		return !slices.ContainsFunc(row.Cells, func(c *grid.Cell) bool { return r.Of(c).Data })
	}
	if slices.ContainsFunc(row.Cells, r.isFigure) {
		return false
	}
	n := headCount{codes: map[string]bool{}, units: map[reports.UnitID]bool{}, found: map[string]bool{}}
	var days, strange []*grid.Cell
	for _, c := range row.Cells {
		l := r.Of(c)
		switch {
		case !l.Data:
			n.add(r, c, l)
		case r.untilDay(c) != "":
			days = append(days, c)
		case nearYear(c.Clean):
			strange = append(strange, c)
		default:
			return false
		}
	}
	switch {
	case len(strange) > 0:
		return len(days) == 0 && r.headStrange(strange, &n)
	case len(days) > 0:
		return r.headDays(days, &n)
	}
	return n.heads()
}

// isFigure reports whether a cell is a number that no head can be. Most rows are told by
// one, before any of their words is read.
func (r *Reader) isFigure(c *grid.Cell) bool {
	return c.Kind == intake.Number && r.Of(c).Data && r.untilDay(c) == "" && !nearYear(c.Clean)
}

// nearYear reports whether a number may be a year with a digit more or less: 219, 20241.
func nearYear(s string) bool {
	return isNumber(s) && len(s) >= 3 && len(s) <= 5 && (s[0] == '1' || s[0] == '2')
}

// headStrange reports whether numbers beside other heads are heads that nobody can read:
// "TT | Chỉ tiêu | ĐVT | 2023 | 20241", a year with the mark of a footnote typed behind
// it, or a slip. They are no more than the years beside them; the period of their columns
// is asked for.
func (r *Reader) headStrange(strange []*grid.Cell, n *headCount) bool {
	if n.names != 1 || n.roles < 2 || n.others > 0 || len(strange) > n.periods+n.bareYears {
		return false
	}
	for _, c := range strange {
		l := r.Of(c)
		l.When, l.Timed, l.Data = c.Clean, true, false
		l.Period = viet.PeriodText{NeedsYear: true}
	}
	return true
}

// headDays reports whether days beside other heads are heads themselves: "Chỉ
// tiêu | ĐVT | 30/6/2026". There each is the day up to which its column counts;
// anywhere else a day is data.
func (r *Reader) headDays(days []*grid.Cell, n *headCount) bool {
	if n.names != 1 || n.others > 0 || n.roles < 2 && len(days) < 2 {
		return false
	}
	for _, c := range days {
		l := r.Of(c)
		l.When = r.untilDay(c)
		l.Period, l.Timed = viet.ParsePeriod(l.When, r.Periods)
		l.Data = !l.Timed
	}
	return true
}

// untilDay says in words up to which day a column counts that is headed by one,
// "" if the cell is no day of a year.
func (r *Reader) untilDay(c *grid.Cell) string {
	day, ok := viet.ParseDate(c.Clean, 0)
	if c.IsNumber() {
		day, ok = c.Day(0)
		ok = ok && c.Date
	}
	if !ok {
		return ""
	}
	return "đến " + viet.Date(day)
}

// A headCount is what the cells of one row say that can stand in a row of heads.
type headCount struct {
	roles, names, named int  // of columns; of those over names of indicators; those that are no mere unit
	asks                bool // one asks for the period: "Năm", "Kỳ báo cáo"
	periods, bareYears  int  // 2000 to 2100 are years, or figures beside a name
	codes               map[string]bool
	units               map[reports.UnitID]bool
	found               map[string]bool // names of branches that no list has
	others              int             // texts that say nothing
}

func (n *headCount) add(r *Reader, c *grid.Cell, l *Label) {
	switch {
	case l.Is(Tick) || l.Is(None): // "không" beside a name is a value
	case len(l.Roles) > 0:
		n.roles++
		n.asks = n.asks || l.Is(Period)
		if l.Is(Name) && !l.Is(Text) {
			n.names++
		}
		if l.Is(Branch) || !c.IsUnit() {
			n.named++
		}
	case l.Timed && isNumber(c.Clean):
		n.bareYears++
	case l.Timed:
		n.periods++
	case l.Unit != "":
		n.units[l.Unit] = true
	case l.Code != "":
		n.codes[l.Code] = true
	case r.roster.NamesBranch(c.Clean):
		n.found[c.Key] = true
	case !c.IsUnit():
		n.others++
	}
}

// heads reports whether so much makes a row of heads.
func (n *headCount) heads() bool {
	switch {
	case n.names == 1 && n.roles == 1 && n.others > 1:
		return true // "Chỉ tiêu | Khu A | Khu B"
	case n.roles == 1 && n.asks && n.periods+n.bareYears == 1 && len(n.codes)+len(n.units)+len(n.found)+n.others == 0:
		return false // "Năm báo cáo | 2019" is a line over a form
	case n.bareYears > 0 && n.roles < 2 && len(n.codes)+len(n.units) > 0:
		return false
	case n.named == 0 && len(n.codes) > 0 && len(n.codes) < 3:
		return false // a row of a table whose figures are blank, with its unit
	}
	periods, units := n.periods+n.bareYears, len(n.units)
	if len(n.found) > 1 {
		units++ // several beside each other are heads, one alone is a title
	}
	labels := periods + len(n.codes) + units
	return n.roles >= 2 || n.roles == 1 && labels >= 1 || periods >= 2 || len(n.codes) >= 3 || units+len(n.found) >= 3
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}
