package check

import (
	"cmp"
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
)

// outside reports whether a reason for leaving out says only that the entry is
// not of the report's span: such an entry gives nothing for the report.
func outside(why string) bool {
	return why == "period.outside" || why == "period.other" || why == "period.earlier" || why == "date.outside"
}

// placed takes a table without any period for the span of the report, with a
// word, if the unit gives the figure nowhere else. An event without a day is
// never placed.
func (s *settler) placed(list []reports.Contribution) []reports.Contribution {
	var keep []reports.Contribution
	for figures := range runs(list, sameCode) {
		unknown, known := split(figures, func(c reports.Contribution) bool { return c.Period.IsZero() })
		keep = append(keep, known...)
		for _, c := range unknown {
			if fromLog(c) || len(known) > 0 || len(unknown) > 1 {
				s.drop("period.unknown", c)
				s.fold.Add("period.unknown", c.Unit, c.At.File, reports.Args{"file": c.At.File}, name(s.cat, c.Code), c.At)
				continue
			}
			s.fold.Add("period.assumed", c.Unit, c.At.File, reports.Args{
				"file": c.At.File, "period": PeriodText(s.span),
			}, name(s.cat, c.Code), c.At)
			c.Period = s.span
			keep = append(keep, c)
		}
	}
	return keep
}

// within leaves out what is not of the span: flows of periods that stick out,
// levels of days outside, events on days outside. Nothing is ever split.
func (s *settler) within(list []reports.Contribution) []reports.Contribution {
	return slices.DeleteFunc(list, func(c reports.Contribution) bool {
		ind, _ := s.cat.Indicator(c.Code)
		in := s.span.Contains(c.Period)
		if AtEnd(ind, c.Entry) {
			in = s.span.From <= c.Period.Last() && c.Period.To <= s.span.To
		}
		if !in {
			s.putOutside(c)
		}
		return !in
	})
}

// putOutside tells apart the period that sticks out, which somebody should look
// at, the one that is compared with, and the one that is simply of another report.
func (s *settler) putOutside(c reports.Contribution) {
	args := reports.Args{"span": PeriodText(s.span), "file": c.At.File}
	if fromLog(c) {
		s.drop("date.outside", c)
		s.fold.Add("date.outside", c.Unit, c.At.File, args, PeriodText(c.Period), c.At)
		return
	}
	args = reports.Args{"span": PeriodText(s.span), "period": PeriodText(c.Period)}
	why := "period.other"
	switch {
	case c.Period.Overlaps(s.span):
		why = "period.outside"
		common := min(c.Period.To, s.span.To) - max(c.Period.From, s.span.From)
		if 2*int(common) >= s.span.Days() && !c.Period.Contains(s.span) {
			args["most"] = "1" // it was meant for this report: from December to November
		}
	case slices.ContainsFunc(s.earlier, func(p reports.Period) bool { return p.Contains(c.Period) }):
		why = "period.earlier"
	}
	s.drop(why, c)
	s.fold.Add(why, "", c.Period.String(), args, c.At.File, reports.Cell{File: c.At.File})
}

// longest counts a year and its halves, quarters or months once: of periods of
// one figure that share days the longest counts, and a difference is told.
func (s *settler) longest(list []reports.Contribution) []reports.Contribution {
	logs, tables := split(list, fromLog)
	keep := logs
	for figures := range runs(tables, sameCode) {
		ind, _ := s.cat.Indicator(figures[0].Code)
		atEnd, flows := split(figures, func(c reports.Contribution) bool { return AtEnd(ind, c.Entry) })
		levels := s.oneLevel(atEnd)
		s.askNought(ind, levels)
		keep = append(keep, levels...)
		keep = append(keep, s.oneFlow(ind, flows)...)
	}
	slices.SortFunc(keep, compareFigures)
	return keep
}

// byLength orders by length of period, the longest first.
func byLength(a, b reports.Contribution) int {
	return cmp.Or(cmp.Compare(b.Period.Days(), a.Period.Days()), compareFigures(a, b))
}

// disjoint takes the entries of the longest periods that share no day, and
// returns them and what is left.
func disjoint(list []reports.Contribution) (taken, rest []reports.Contribution) {
	for _, c := range slices.SortedFunc(slices.Values(list), byLength) {
		if slices.ContainsFunc(taken, func(t reports.Contribution) bool { return t.Period.Overlaps(c.Period) }) {
			rest = append(rest, c)
		} else {
			taken = append(taken, c)
		}
	}
	return taken, rest
}

func (s *settler) oneFlow(ind catalogue.Indicator, list []reports.Contribution) []reports.Contribution {
	taken, rest := disjoint(list)
	for _, long := range taken {
		var short []reports.Contribution
		short, rest = split(rest, func(c reports.Contribution) bool { return long.Period.Overlaps(c.Period) })
		if len(short) > 0 {
			s.partsOfPeriod(ind, long, short)
		}
	}
	return taken
}

// partsOfPeriod leaves out the entries of shorter periods that share days with
// a longer one, and compares them with it: parts that fill it must add up to
// it, parts that do not fill it must not exceed it.
func (s *settler) partsOfPeriod(ind catalogue.Indicator, long reports.Contribution, short []reports.Contribution) {
	inside, _ := split(short, func(c reports.Contribution) bool { return long.Period.Contains(c.Period) })
	parts, _ := disjoint(inside)
	total, ok := sum(parts)
	filled := 0
	for _, c := range parts {
		filled += c.Period.Days()
	}
	why := "period.overlap"
	switch {
	case !ok || total.Cmp(long.Value) > 0, filled == long.Period.Days() && total.Cmp(long.Value) < 0:
		why = "period.differ"
	case filled == long.Period.Days():
		why = "period.parts"
	}
	s.drop(why, short...)
	at := append(cells(short), long.At)
	switch why {
	case "period.overlap":
		args := reports.Args{"long": PeriodText(long.Period), "short": periodsText(short)}
		s.fold.Add(why, "", args["long"]+args["short"], args, ind.Name, at...)
	case "period.parts":
		s.fold.Add(why, "", long.Period.String(), reports.Args{"period": PeriodText(long.Period)}, ind.Name, at...)
	default:
		s.fold.Add(why, long.Unit, "", nil, label(s.cat, long)+": "+ValueText(ind, long.Value)+" ≠ "+
			ValueText(ind, total), at...)
	}
}

// noSums leaves out a level that somebody added up over the parts of its period:
// "Cả năm" of the members as the sum of four quarters. The last part says how
// things stood at the end.
func (s *settler) noSums(list []reports.Contribution) []reports.Contribution {
	return slices.DeleteFunc(slices.Clone(list), func(long reports.Contribution) bool {
		inside, _ := split(list, func(c reports.Contribution) bool {
			return c.Period != long.Period && long.Period.Contains(c.Period)
		})
		slices.SortFunc(inside, func(a, b reports.Contribution) int { return cmp.Compare(a.Period.Days(), b.Period.Days()) })
		parts := chain(inside, long.Period)
		total, ok := sum(parts)
		if !ok || len(parts) < 2 || !total.Equal(long.Value) || parts[len(parts)-1].Value.Equal(long.Value) {
			return false
		}
		last := parts[len(parts)-1]
		s.drop("period.addedlevels", long)
		s.fold.Add("period.addedlevels", long.Unit, long.At.File, reports.Args{"file": long.At.File},
			label(s.cat, long)+": "+value(s.cat, long.Code, long.Value)+" → "+value(s.cat, long.Code, last.Value), long.At, last.At)
		return true
	})
}

// chain returns the entries whose periods follow each other from the first to the
// last day of p, the shortest where several begin together; nil if they leave a gap.
func chain(list []reports.Contribution, p reports.Period) []reports.Contribution {
	var parts []reports.Contribution
	for at := p.From; at < p.To; {
		i := slices.IndexFunc(list, func(c reports.Contribution) bool {
			return c.Period.From == at && c.Period.To > at && c.Period.To <= p.To
		})
		if i < 0 {
			return nil
		}
		parts, at = append(parts, list[i]), list[i].Period.To
	}
	return parts
}

// oneLevel keeps, of the levels given for one day by columns of different
// length, that of the longest.
func (s *settler) oneLevel(list []reports.Contribution) []reports.Contribution {
	list = s.noSums(list)
	var keep []reports.Contribution
	for _, c := range slices.SortedFunc(slices.Values(list), byLength) {
		i := slices.IndexFunc(keep, func(k reports.Contribution) bool { return k.Period.To == c.Period.To })
		switch {
		case i < 0:
			keep = append(keep, c)
		case keep[i].Value.Equal(c.Value):
			s.drop("period.parts", c)
			s.fold.Add("period.parts", "", keep[i].Period.String(), reports.Args{"period": PeriodText(keep[i].Period)},
				name(s.cat, c.Code), keep[i].At, c.At)
		default:
			s.drop("period.differ", c)
			s.fold.Add("period.differ", c.Unit, "", nil, label(s.cat, keep[i])+": "+
				value(s.cat, c.Code, keep[i].Value)+" ≠ "+value(s.cat, c.Code, c.Value), keep[i].At, c.At)
		}
	}
	return keep
}
