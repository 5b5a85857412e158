package batch

import (
	"slices"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/check"
	"ccbreport/reports/compose"
)

// An earlier span is one whose figures are only compared with.
type earlier struct {
	before reports.Period // the same days of the year before
	start  reports.Period // the year that ends where the span's own year begins
}

// earlierOf returns what the report of the job is compared with; nothing if its
// template compares nothing, or if it covers more than a year.
func (j Job) earlierOf(t *compose.Template) earlier {
	if !t.Compares() || monthsLater(j.Span.From, 12) < j.Span.To {
		return earlier{}
	}
	y, _, _ := j.Span.From.Date()
	begin := reports.DayOf(y, max(j.YearStart[0], 1), max(j.YearStart[1], 1))
	if begin > j.Span.From {
		begin = monthsLater(begin, -12)
	}
	return earlier{
		before: reports.Period{From: monthsLater(j.Span.From, -12), To: monthsLater(j.Span.To, -12)},
		start:  reports.Period{From: monthsLater(begin, -12), To: begin},
	}
}

func monthsLater(d reports.Day, n int) reports.Day {
	y, m, day := d.Date()
	return reports.DayOf(y, m+n, day)
}

// spans returns the earlier spans, each once.
func (e earlier) spans() []reports.Period {
	list := slices.DeleteFunc([]reports.Period{e.start, e.before}, reports.Period.IsZero)
	return slices.Compact(list)
}

// compare adds up the earlier spans by the same rules, from the same workbooks.
// Nothing of it is added to the report. It is silent: a figure of which anything
// is unclear has other givers than the one of the span, and is not held against.
func (w *work) compare(books map[string]check.Book) {
	if len(w.earlier.spans()) == 0 {
		return
	}
	for _, span := range w.earlier.spans() {
		settled, _ := check.Settle(w.cat, inTables(slices.Concat(w.books.Returns, w.books.Earlier), span), books, span)
		settled, _ = check.Withdraw(settled, w.withdrawn(w.findings))
		totals, _ := aggregate.Sum(w.cat, settled, w.job.Branches, span)
		if span == w.earlier.before {
			w.totals.Before = totals
		}
		if span == w.earlier.start {
			w.totals.Start = totals
		}
	}
	w.plan(books)
}

// plan adds up what the workbooks say of the plan for the span.
func (w *work) plan(books map[string]check.Book) {
	settled, _ := check.Settle(w.cat, w.books.Targets, books, w.job.Span)
	w.totals.Plan, _ = aggregate.Sum(w.cat, settled, w.job.Branches, w.job.Span)
}

// inTables returns what tables say of periods within the span. A log may begin
// anywhere: of a year before that of the report it need not tell all.
func inTables(returns []reports.Return, span reports.Period) []reports.Return {
	var within []reports.Return
	for _, r := range returns {
		if r.Period.IsZero() || !span.Contains(r.Period) {
			continue
		}
		r.Entries = slices.DeleteFunc(slices.Clone(r.Entries), func(e reports.Entry) bool { return e.Source == reports.FromLog })
		if len(r.Entries) > 0 {
			within = append(within, r)
		}
	}
	return within
}

// planFigures are what the plan says of the figures.
func planFigures(t *aggregate.Totals) map[string]reports.Figure {
	if t.Plan == nil {
		return nil
	}
	return t.Plan.Figures
}

// earlierFigures are the figures of the earlier spans.
func earlierFigures(t *aggregate.Totals) map[reports.Period]map[string]reports.Figure {
	figures := map[reports.Period]map[string]reports.Figure{}
	for _, e := range t.Earlier() {
		figures[e.Span] = e.Figures
	}
	return figures
}
