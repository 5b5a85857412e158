package compose

import (
	"ccbreport/reports"
	"ccbreport/reports/aggregate"
)

// rehearse composes the template once with nothing and once with everything,
// so that a fault of the template is told before any figure is known.
func (t *Template) rehearse() error {
	for _, in := range []Input{{}, t.everything()} {
		if _, _, err := t.Compose(in); err != nil {
			return spoken(err)
		}
	}
	return nil
}

// everything is an input in which every indicator has a value, every slot its
// words, and awards of every kind.
func (t *Template) everything() Input {
	span, year := reports.PeriodOf(reports.DayOf(2001, 1, 1), reports.DayOf(2003, 12, 31)), reports.Year(2001)
	totals := &aggregate.Totals{Span: span, Periods: []reports.Period{year}, Figures: map[string]reports.Figure{}}
	for _, ind := range t.cat.Indicators() {
		totals.Figures[ind.Code] = reports.Figure{Code: ind.Code, Value: reports.Int(1), Period: span}
	}
	totals.By = map[reports.Period]map[string]reports.Figure{year: totals.Figures}
	totals.Before = &aggregate.Totals{Span: reports.Year(2000), Figures: totals.Figures}
	totals.Start, totals.Plan = totals.Before, totals.Before
	in := Input{
		Span: span, Totals: totals, Draft: true, To: []string{"A", "B"},
		Term: TermInfo{Name: "1", Ordinal: "I", Span: span},
		Unit: UnitInfo{Name: "A", Short: "A", Parent: "B", Place: "C", Symbol: "D"},
		Branches: BranchInfo{Expected: 2, Received: 1, Missing: []string{"E"}, Due: span.From,
			Standings: []Standing{{Name: "D", Received: true, Given: 1, Of: 2, Saved: span.From + 1, Late: 1, Blocking: 1, Warning: 1}, {Name: "E", Late: -1}}},
		Open: OpenInfo{Count: 1, Branches: []string{"E"}},
	}
	for _, s := range t.slots {
		in.Paragraphs = append(in.Paragraphs, reports.Paragraph{Section: s.names[0], Text: "A"})
	}
	for y := 2001; y < 2004; y++ {
		in.Awards = append(in.Awards, reports.Award{Year: y, Form: "A", Giver: "B", For: "C"},
			reports.Award{Year: y, Form: prizeWord, Giver: "B", For: "C"})
	}
	return in
}
