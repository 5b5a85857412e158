package normalise

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// The answers to an on-line form are a table with a row per answer and the time at
// which it came. Who answers twice corrects himself: the later answer counts.

// A stamp is the time of an answer.
type stamp struct {
	day     reports.Day
	seconds int // of the day
}

func (s stamp) compare(o stamp) int {
	return cmp.Or(cmp.Compare(s.day, o.day), cmp.Compare(s.seconds, o.seconds))
}

var clock = regexp.MustCompile(`(?i)\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(sa|ch|am|pm)\b)?`)

// stamps reads a column of times by row; not ok if one of them cannot be read, for
// then their order is not known.
func (r *reader) stamps(f *figures, c *column) (at map[int]stamp, ok bool) {
	at = map[int]stamp{}
	for i := f.first; i < f.end; i++ {
		v := f.grid.rows[i].cell(c.col)
		if v == nil {
			continue
		}
		if at[i], ok = r.stamp(v); !ok {
			return nil, false
		}
	}
	return at, len(at) > 0
}

func (r *reader) stamp(v *cell) (s stamp, ok bool) {
	if v.number() {
		s.day, ok = r.day(v, 0)
		part, err := strconv.ParseFloat("0."+fraction(v.Text), 64)
		s.seconds = int(part*86400 + 0.5)
		return s, ok && err == nil
	}
	date, _, _ := strings.Cut(v.text, " ")
	if s.day, ok = viet.ParseDate(date, 0); !ok {
		var err error
		if s.day, err = reports.ParseDay(strings.ReplaceAll(date, "/", "-")); err != nil {
			return s, false
		}
	}
	m := clock.FindStringSubmatch(v.text)
	if m == nil {
		return s, true
	}
	s.seconds = hour(m[1], m[4])*3600 + digits(m[2])*60 + digits(m[3])
	return s, true
}

func fraction(s string) string {
	_, after, _ := strings.Cut(s, ".")
	return after + "0"
}

// hour is the hour of the day; SA and CH are AM and PM.
func hour(s, half string) int {
	h := digits(s)
	switch strings.ToLower(half) {
	case "ch", "pm":
		return h%12 + 12
	case "sa", "am":
		return h % 12
	}
	return h
}

func digits(s string) int {
	n, _ := strconv.Atoi(s) // the pattern leaves nothing but digits, or nothing
	return n
}

// earlierAnswers returns the rows of a table of answers that a later answer of the
// same branch replaces, and names them. Rows whose order is not known stay, and
// are held against each other like any figure that is given twice.
func (r *reader) earlierAnswers(f *figures) map[int]bool {
	c, who := f.column(roleStamp), f.column(roleBranch)
	if c == nil || who == nil {
		return nil
	}
	at, ok := r.stamps(f, c)
	if !ok {
		return nil
	}
	earlier, last := map[int]bool{}, map[string]int{}
	for i := f.first; i < f.end; i++ {
		name := f.grid.cell(i, who.col)
		if _, timed := at[i]; name == nil || !timed {
			continue
		}
		key := r.branchKey(name)
		before, twice := last[key]
		if last[key] = i; !twice {
			continue
		}
		switch order := at[before].compare(at[i]); {
		case order < 0:
			r.replace(f, earlier, before, i, name)
		case order > 0:
			r.replace(f, earlier, i, before, name)
			last[key] = before
		}
	}
	return earlier
}

// branchKey is what two names of one branch share.
func (r *reader) branchKey(name *cell) string {
	if unit := r.branchOf(name); unit != "" {
		return string(unit)
	}
	return "\x00" + name.key
}

func (r *reader) branchOf(name *cell) reports.UnitID {
	unit, ok := r.matcher.Whole(name.text)
	if !ok {
		unit, _ = r.matcher.Within(name.text)
	}
	return unit
}

// replace takes row old of a table of answers out for row new, and says so.
func (r *reader) replace(f *figures, earlier map[int]bool, old, new int, name *cell) {
	earlier[old] = true
	f.grid.markRows(old, old+1, fateNamed)
	r.find("answer.earlier", r.branchOf(name), reports.Args{"row": itoa(f.grid.rows[old].num), "later": itoa(f.grid.rows[new].num)}, f.grid.at(f.grid.rows[old].cells[0]))
}
