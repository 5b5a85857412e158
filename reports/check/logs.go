package check

import (
	"slices"

	"ccbreport/reports"
)

// logs settles the logs that several workbooks of one unit hold. Events have no
// names, so two logs that speak of the same days are compared as wholes: for
// each indicator that both name, by their sums. Logs of different days add, as
// do logs of different indicators.
func (s *settler) logs(list []reports.Contribution) []reports.Contribution {
	logs, keep := split(list, fromLog)
	for unit := range runs(logs, func(a, b reports.Contribution) bool { return a.Unit == b.Unit }) {
		books := s.versions(unit)
		for i := range books {
			for j := i + 1; j < len(books); j++ {
				books[i], books[j] = s.twoLogs(books[i], books[j])
			}
		}
		keep = append(keep, slices.Concat(books...)...)
	}
	slices.SortFunc(keep, compareFigures)
	return keep
}

// twoLogs settles the log of one workbook with that of another that is not to
// be preferred, and returns what is left of both.
func (s *settler) twoLogs(first, second []reports.Contribution) (left1, left2 []reports.Contribution) {
	if len(first) == 0 || len(second) == 0 || !days(first).Overlaps(days(second)) {
		return first, second
	}
	slices.SortFunc(second, compareFigures)
	for theirs := range runs(second, sameCode) {
		mine, others := split(first, func(c reports.Contribution) bool { return c.Code == theirs[0].Code })
		switch {
		case len(mine) == 0:
			left2 = append(left2, theirs...)
		case sameSum(mine, theirs):
			s.drop("branch.duplicate.equal", theirs...)
			s.pair(mine[0], theirs[0]).equal += len(theirs)
		case s.later(mine[0].At.File, theirs[0].At.File):
			s.drop("branch.duplicate.order", theirs...)
			s.logLost(mine, theirs)
		default:
			s.unclear(slices.Concat(mine, theirs), s.sums(mine, theirs, " / "))
			first = others
		}
	}
	return first, left2
}

func (s *settler) logLost(mine, theirs []reports.Contribution) {
	p := s.pair(mine[0], theirs[0])
	p.lost += len(theirs)
	p.differ = append(p.differ, figure{s.sums(mine, theirs, " ≠ "), mine[0].At, nil})
}

// sums writes what two logs say of one indicator.
func (s *settler) sums(mine, theirs []reports.Contribution, between string) string {
	code := mine[0].Code
	return name(s.cat, code) + ": " + s.sumText(code, mine) + between + s.sumText(code, theirs)
}

// sumText writes the sum of the entries, "?" if it does not fit into 64 bits.
func (s *settler) sumText(code string, list []reports.Contribution) string {
	total, _ := sum(list)
	return value(s.cat, code, total)
}

// days returns the span from the first event to the last.
func days(list []reports.Contribution) reports.Period {
	p := list[0].Period
	for _, c := range list {
		p.From = min(p.From, c.Period.From)
		p.To = max(p.To, c.Period.To)
	}
	return p
}

// tableBeforeLog leaves out the events of a log on the days for which a table
// of the same unit gives the indicator, and compares the two sums. Events on
// other days add to the table.
func (s *settler) tableBeforeLog(list []reports.Contribution) []reports.Contribution {
	var keep []reports.Contribution
	for figures := range runs(list, sameCode) {
		logs, tables := split(figures, fromLog)
		keep = append(keep, tables...)
		if len(logs) > 0 {
			keep = append(keep, s.besideLog(tables, logs)...)
		}
	}
	slices.SortFunc(keep, compareFigures)
	return keep
}

// besideLog returns the events that no table covers.
func (s *settler) besideLog(tables, logs []reports.Contribution) []reports.Contribution {
	var differ []reports.Contribution // entries of tables
	var events []reports.Contribution
	for _, t := range tables {
		var within []reports.Contribution
		within, logs = split(logs, func(c reports.Contribution) bool { return t.Period.Contains(c.Period) })
		switch {
		case len(within) == 0:
		case sameSum(within, []reports.Contribution{t}):
			s.drop("table.log.same", within...)
			s.fold.Add("table.log.same", t.Unit, "", nil, label(s.cat, t), within[0].At)
		default:
			s.drop("table.log.differ", within...)
			differ, events = append(differ, t), append(events, within...)
		}
	}
	if len(differ) > 0 {
		s.differFromLog(differ, events)
	}
	return logs
}

func (s *settler) differFromLog(tables, events []reports.Contribution) {
	t := tables[0]
	s.findings.Add("table.log.differ", t.Unit, reports.Args{
		"name": name(s.cat, t.Code), "periods": periodsText(tables),
		"table": s.sumText(t.Code, tables), "log": s.sumText(t.Code, events),
	}, slices.Concat(cells(tables), cells(events))...)
}
