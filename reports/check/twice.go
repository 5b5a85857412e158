package check

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// tables settles what several table cells say of one figure: within a workbook
// equal cells count once; between workbooks the later one wins the figure.
// Where that cannot be told the figure counts for neither and blocks.
func (s *settler) tables(list []reports.Contribution) []reports.Contribution {
	logs, tables := split(list, fromLog)
	var keep []reports.Contribution
	for figure := range runs(tables, func(a, b reports.Contribution) bool {
		return sameCode(a, b) && a.Period == b.Period
	}) {
		if s.bears(figure[0].Period) {
			figure = s.figure(figure)
		}
		keep = append(keep, figure...)
	}
	keep = append(keep, logs...)
	slices.SortFunc(keep, compareFigures)
	return keep
}

// bears reports whether figures of a period bear on the report: it shares days with the
// span, or with one that is compared with, or is not known. Of no other is anything asked.
func (s *settler) bears(p reports.Period) bool {
	return p.IsZero() || p.Overlaps(s.span) || slices.ContainsFunc(s.earlier, p.Overlaps)
}

// figure settles the cells of one figure. At most one of them is kept.
func (s *settler) figure(list []reports.Contribution) []reports.Contribution {
	versions := s.versions(list)
	for i, v := range versions {
		if whole, ok := s.addUp(v); ok {
			versions[i] = []reports.Contribution{whole}
		}
	}
	winner := s.winner(versions)
	if winner < 0 || roundsApart(versions) {
		s.unclear(list, label(s.cat, list[0])+": "+valuesText(s.cat, list))
		return nil
	}
	won := versions[winner]
	for i, v := range versions {
		switch {
		case i == winner:
		case sameValues(v, won):
			s.drop("branch.duplicate.equal", v...)
			s.pair(won[0], v[0]).equal += len(v)
		default:
			s.drop("branch.duplicate.order", v...)
			p := s.pair(won[0], v[0])
			p.lost += len(v)
			p.differ = append(p.differ, figure{label(s.cat, won[0]) + ": " + valuesText(s.cat, won) + " ≠ " + valuesText(s.cat, v), won[0].At, nil})
		}
	}
	if len(distinct(won)) > 1 {
		s.drop("indicator.twice", won...)
		s.fold.Add("indicator.twice", won[0].Unit, won[0].At.File, reports.Args{"file": won[0].At.File},
			label(s.cat, won[0])+": "+valuesText(s.cat, won), cells(won)...)
		return nil
	}
	if len(won) > 1 {
		s.drop("entry.repeated", won[1:]...)
		s.fold.Add("entry.repeated", won[0].Unit, won[0].At.File, reports.Args{"file": won[0].At.File}, label(s.cat, won[0]), cells(won)...)
	}
	return won[:1]
}

// versions parts the cells of one figure by workbook, the workbook to be
// preferred first: the later one, else by name.
func (s *settler) versions(list []reports.Contribution) [][]reports.Contribution {
	byFile := slices.SortedStableFunc(slices.Values(list), func(a, b reports.Contribution) int {
		return s.compareFiles(a.At.File, b.At.File)
	})
	return slices.Collect(runs(byFile, func(a, b reports.Contribution) bool { return a.At.File == b.At.File }))
}

// winner returns the first version that is later than all that differ from it,
// or -1 if no order can be told.
func (s *settler) winner(versions [][]reports.Contribution) int {
	return slices.IndexFunc(versions, func(v []reports.Contribution) bool {
		return !slices.ContainsFunc(versions, func(w []reports.Contribution) bool {
			return !sameValues(v, w) && !s.later(v[0].At.File, w[0].At.File)
		})
	})
}

func (s *settler) modified(file string) time.Time { return s.books[file].Modified }

// later reports whether file f was surely saved after g.
func (s *settler) later(f, g string) bool {
	return !s.modified(g).IsZero() && s.modified(f).After(s.modified(g))
}

func (s *settler) compareFiles(f, g string) int {
	return cmp.Or(s.modified(g).Compare(s.modified(f)), cmp.Compare(f, g))
}

// unclear leaves a figure, of which words are said, out for all its workbooks.
func (s *settler) unclear(list []reports.Contribution, words string) {
	s.drop("branch.duplicate.unclear", list...)
	var files []string
	for _, c := range list {
		files = append(files, c.At.File)
	}
	slices.Sort(files)
	names := strings.Join(slices.Compact(files), ", ")
	s.fold.Add("branch.duplicate.unclear", list[0].Unit, names, reports.Args{"files": names}, words, cells(list)...)
}

// distinct returns the different values of the entries in ascending order.
func distinct(list []reports.Contribution) []reports.Value {
	var values []reports.Value
	for _, c := range list {
		values = append(values, c.Value)
	}
	slices.SortFunc(values, reports.Value.Cmp)
	return slices.CompactFunc(values, reports.Value.Equal)
}

func sameValues(a, b []reports.Contribution) bool {
	return slices.EqualFunc(distinct(a), distinct(b), reports.Value.Equal)
}

// A pair is two workbooks of one unit that give the same figures.
type pairKey struct {
	unit          reports.UnitID
	winner, loser string
}

type pair struct {
	equal, lost int // entries of the loser
	differ      []figure
}

func (s *settler) pair(winner, loser reports.Contribution) *pair {
	k := pairKey{winner.Unit, winner.At.File, loser.At.File}
	if s.pairs == nil {
		s.pairs = map[pairKey]*pair{}
	}
	if s.pairs[k] == nil {
		s.pairs[k] = &pair{}
	}
	return s.pairs[k]
}

// superseded reports the pairs of workbooks, and returns the workbooks of which
// nothing is left, each with the one that took its place.
func (s *settler) superseded(left []reports.Contribution) map[string]string {
	alive := map[string]bool{}
	for _, c := range left {
		alive[c.At.File] = true
	}
	for _, l := range s.leftOut {
		if l.Why == "branch.duplicate.unclear" || l.Why == "indicator.twice" {
			alive[l.At.File] = true
		}
	}
	by, most := map[string]string{}, map[string]int{}
	for _, k := range slices.SortedFunc(maps.Keys(s.pairs), comparePairs) {
		p := s.pairs[k]
		s.report(k, p)
		if n := p.equal + p.lost; !alive[k.loser] && n > most[k.loser] {
			by[k.loser], most[k.loser] = k.winner, n
		}
	}
	return by
}

func comparePairs(a, b pairKey) int {
	return cmp.Or(cmp.Compare(a.unit, b.unit), cmp.Compare(a.winner, b.winner), cmp.Compare(a.loser, b.loser))
}

func (s *settler) report(k pairKey, p *pair) {
	differ := inOrder(p.differ)
	args := reports.Args{
		"winner": k.winner, "winnerdate": s.saved(k.winner),
		"loser": k.loser, "loserdate": s.saved(k.loser),
		"equal": strconv.Itoa(p.equal), "count": strconv.Itoa(len(differ)), "figures": enumerate(differ),
	}
	code := "branch.duplicate.order"
	if len(differ) == 0 {
		code = "branch.duplicate.equal"
	}
	s.findings.Add(code, k.unit, args, reports.Cell{File: k.winner}, reports.Cell{File: k.loser})
}

// saved writes the day of the last saving as the workbook's own clock had it.
func (s *settler) saved(file string) string {
	t := s.modified(file)
	if t.IsZero() {
		return ""
	}
	return viet.Date(reports.DayOf(t.Year(), int(t.Month()), t.Day()))
}
