package normalise

import (
	"slices"
	"strings"

	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// longestWhen, in words, is more than a period at the end of a name has.
const longestWhen = 7

// timedName reads a name that ends in its period, "Tổng số hội viên đến 31/12/2026",
// "Kết nạp mới quý I". Where the columns have periods of their own the two may not
// agree: then it is only proposed.
func (r *reader) timedName(f *figures, rec *record) {
	if len(rec.last()) > grid.LongestLabel {
		return
	}
	timed := slices.ContainsFunc(f.values, func(n int) bool { return f.table.columns[n].timed })
	words := strings.Fields(rec.last())
	for n := min(longestWhen, len(words)-1); n > 0; n-- {
		p, ok := r.statedPeriod(strings.Join(words[len(words)-n:], " "), f.title.year)
		name := strings.TrimRight(strings.Join(words[:len(words)-n], " "), " ,;:(–-")
		if !ok || name == "" {
			continue
		}
		labels := append(slices.Clone(rec.labels[:len(rec.labels)-1]), name)
		if m := r.rowMatch(f, labels, rec.unit); m.Code != "" {
			if timed {
				rec.match.Near = m.Code
				return
			}
			m.Rule, rec.written = catalogue.RuleWithin, rec.last()
			rec.labels, rec.match = labels, m
			rec.ind, _ = r.Catalogue.Indicator(m.Code)
			rec.at.period, rec.at.timed = p, true
			return
		}
	}
}

// statedPeriod reads a period, or a day up to which something counts.
func (r *reader) statedPeriod(s string, year int) (viet.PeriodText, bool) {
	s = strings.Trim(s, "() ")
	if _, ok := viet.ParseDate(s, 0); ok {
		s = "đến " + s
	}
	p, ok := viet.ParsePeriod(s, r.periods(year))
	return p, ok && !p.NeedsYear && !p.Period.IsZero()
}
