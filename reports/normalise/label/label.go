package label

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/reports/memo"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/wording"
	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
)

// A Label is what the words of one cell can mean by themselves: several things at once,
// or nothing.
type Label struct {
	Roles  []Role          // of a column that is headed so
	Period viet.PeriodText // that it names, if Timed
	Timed  bool
	When   string         // the words that name the period, to be read in another year
	Code   string         // of the indicator that it names, "" if none
	Near   string         // of one that it nearly names
	Unit   reports.UnitID // of the branch that it names, "" if none
	Data   bool           // it is a quantity or a date, and no label
}

// Is reports whether a column that is headed so may be in a role.
func (l *Label) Is(r Role) bool { return slices.Contains(l.Roles, r) }

// MayHead reports whether the cell may stand in a row of heads.
func (l *Label) MayHead() bool {
	return len(l.Roles) > 0 || l.Timed || l.Code != "" || l.Unit != ""
}

// A Memo remembers what texts mean, for whoever reads them next.
type Memo = memo.Memo[text, Label]

// A text is one among those who know the same names, in a workbook of a year.
type text struct {
	catalogue *catalogue.Catalogue
	periods   viet.PeriodContext
	clean     string
}

// A Reader tells what the cells of one workbook can mean, and remembers what it told of
// each.
type Reader struct {
	Periods   viet.PeriodContext // in which periods are read; its year is the one that the workbook's name gives
	catalogue *catalogue.Catalogue
	roster    *roster.Roster
	known     map[*grid.Cell]*Label
	memo      *Memo
}

// New returns a reader of labels that knows what is counted and who the branches are,
// and what was told of texts before.
func New(cat *catalogue.Catalogue, names *roster.Roster, periods viet.PeriodContext, memo *Memo) *Reader {
	return &Reader{periods, cat, names, map[*grid.Cell]*Label{}, memo}
}

// periodsIn is how periods are read in a year.
func (r *Reader) periodsIn(year int) viet.PeriodContext {
	in := r.Periods
	in.Year = year
	return in
}

// HasAccount reports whether a text has the number of an account or a telephone: no
// head and no name of an indicator has one.
func HasAccount(s string) bool { return longNumber.MatchString(s) }

var longNumber = regexp.MustCompile(`\d{9}`)

// Of tells what a cell can mean.
func (r *Reader) Of(c *grid.Cell) *Label {
	if l := r.known[c]; l != nil {
		return l
	}
	l := &Label{}
	r.known[c] = l
	switch {
	case c.Kind == intake.Number:
		if y, ok := c.Year(); ok {
			l.When = strconv.Itoa(y)
			l.Period, l.Timed = viet.ParsePeriod(l.When, r.Periods)
		} else if c.Date && c.Format != "" && !strings.ContainsAny(quotedText.ReplaceAllString(c.Format, ""), "dD") {
			r.readShown(l, c)
		}
		l.Data = !l.Timed
		return l
	case c.Kind != intake.Text:
		l.Data = true
		return l
	}
	if len(c.Clean) > grid.LongestLabel || HasAccount(c.Clean) {
		l.Data = c.Data
		return l // of an account, a telephone: no head and no name has one
	}
	*l = r.memo.Get(text{r.catalogue, r.Periods, c.Clean}, func() Label { return r.words(c) })
	base, _ := wording.Bracket(c.Clean)
	if unit, ok := r.roster.Whole(base); ok && unit != reports.Ward {
		l.Unit = unit
	}
	l.Data = !l.MayHead() && c.Data
	return l
}

// words tells what the words of a cell can mean, whoever the branches are.
func (r *Reader) words(c *grid.Cell) Label {
	var l Label
	base, inner := wording.Bracket(c.Clean)
	r.readRoles(&l, c.Clean, base, inner)
	m := r.Named(c)
	l.Code, l.Near = m.Code, m.Near
	if l.Roles == nil && l.Code == "" && !l.Timed && r.totalHead(c) {
		l.Roles = []Role{Total}
	}
	return l
}

// Named tells which indicator a cell names by itself: none without a letter, none
// in prose, none with the number of an account.
func (r *Reader) Named(c *grid.Cell) catalogue.Match {
	if !mayName(c) {
		return catalogue.Match{}
	}
	return r.catalogue.Match(c.Clean)
}

// Code is that of the indicator that a cell names by itself, "" if none.
func (r *Reader) Code(c *grid.Cell) string {
	if !mayName(c) {
		return ""
	}
	return r.catalogue.Code(c.Clean)
}

func mayName(c *grid.Cell) bool {
	return c.Kind == intake.Text && len(c.Clean) <= grid.LongestLabel && strings.ContainsFunc(c.Clean, unicode.IsLetter) && !HasAccount(c.Clean)
}

// totalHead reports whether a head is that of a total: "Toàn xã", "Cộng cụm 1".
func (r *Reader) totalHead(c *grid.Cell) bool {
	rest, adds := strings.CutPrefix(c.Key, "cộng ")
	other := strings.HasPrefix(rest, "tác") || strings.HasPrefix(rest, "đồng") || strings.HasPrefix(rest, "hòa xã hội")
	return adds && !other || r.catalogue.IsTotalName(c.Clean)
}

// readShown takes a date that is shown without its day for the month or the year that it
// shows: the days of 01/01/2024 are not what its writer wrote.
func (r *Reader) readShown(l *Label, c *grid.Cell) {
	day, ok := c.Day(0)
	if !ok {
		return
	}
	y, m, _ := day.Date()
	l.When = strconv.Itoa(y)
	if strings.ContainsAny(quotedText.ReplaceAllString(c.Format, ""), "mM") {
		l.When = "tháng " + strconv.Itoa(m) + " năm " + l.When
	}
	l.Period, l.Timed = viet.ParsePeriod(l.When, r.periodsIn(y))
}

// quotedText are the words of a number format, which show nothing of the date.
var quotedText = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]`)

// readRoles reads what a head says of its column: a role, a period, or both.
func (r *Reader) readRoles(l *Label, text, base, inner string) {
	l.Roles = r.Roles(base)
	if l.Roles == nil && inner != "" && !r.catalogue.Units().Is(inner) {
		l.Roles = Beside(r.Roles(inner))
	}
	l.When = base
	l.Period, l.Timed = viet.ParsePeriod(base, r.Periods)
	if !l.Timed && text != base {
		l.When = text
		l.Period, l.Timed = viet.ParsePeriod(text, r.Periods)
	}
	if !l.Timed && l.Roles == nil {
		r.splitLabel(l, strings.Fields(base))
	}
}

// longestHead, in words, is more than a head with a role and a period has.
const longestHead = 12

// splitLabel reads "Kế hoạch năm 2019", "TH 2019", "2019 thực hiện": a role and
// a period in one head.
func (r *Reader) splitLabel(l *Label, words []string) {
	if len(words) > longestHead {
		return
	}
	for n := len(words) - 1; n > 0; n-- {
		for _, cut := range [][2][]string{{words[:n], words[n:]}, {words[n:], words[:n]}} {
			roles := Beside(r.Roles(strings.Join(cut[0], " ")))
			if len(roles) == 0 {
				continue
			}
			when := strings.Join(cut[1], " ")
			if p, ok := viet.ParsePeriod(when, r.Periods); ok {
				l.Roles, l.Period, l.Timed, l.When = roles, p, true, when
				return
			}
		}
	}
}

// IsTotal reports whether a cell names a row of totals: "Tổng cộng", "Cộng 3 chi
// hội", "TC", "Toàn xã".
func (r *Reader) IsTotal(c *grid.Cell) bool {
	if r.catalogue.IsTotalName(c.Clean) {
		return true
	}
	words := strings.Fields(c.Key)
	if len(words) == 0 || c.Kind != intake.Text || r.Code(c) != "" {
		return false
	}
	return words[0] == "tổng" || words[0] == "cộng" || words[0] == "toàn" || c.Key == "tc"
}
