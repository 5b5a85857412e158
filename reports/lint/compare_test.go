package lint

import (
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// TestDifferences holds what is said beside an earlier figure, or the plan, to
// their arithmetic: a wrong one is told, and blocks; a right one never is.
func TestDifferences(t *testing.T) {
	cat := loaded(t)
	year, before := reports.Year(2019), reports.Year(2018)
	figure := func(code string, v reports.Value, p reports.Period) map[string]reports.Figure {
		return map[string]reports.Figure{code: {Code: code, Value: v, Period: p}}
	}
	const members, fund, exemplary = "TC.HV.TONG", "KT.QUY.BQ", "TD.CCBGM.TYLE"
	for _, tt := range []struct {
		reason    string
		code      string
		now, then reports.Value
		text      string
		plan      bool
		wrong     bool
	}{
		{"so many more", members, reports.Int(1862), reports.Int(1821), "tăng 41 hội viên (2,25%) so với cuối năm 2018", false, false},
		{"in a table", members, reports.Int(1862), reports.Int(1821), "+41 (2,25%)", false, false},
		{"one too many", members, reports.Int(1862), reports.Int(1821), "tăng 42 hội viên so với cuối năm 2018", false, true},
		{"less is not more", members, reports.Int(1821), reports.Int(1862), "tăng 41 hội viên", false, true},
		{"so many less", members, reports.Int(1821), reports.Int(1862), "giảm 41 hội viên", false, false},
		{"twice as many is no claim of all", members, reports.Int(40), reports.Int(20), "tăng 20 hội viên (100%) so với cuối năm 2018", false, false},
		{"the number of then, as it was", members, reports.Int(1862), reports.Int(1821), "1.821", false, false},
		{"another number of then", members, reports.Int(1862), reports.Int(1821), "1.812", false, true},
		{"points", exemplary, reports.Ratio(9934, 10000), reports.Ratio(9913, 10000), "tăng 0,21 điểm phần trăm", false, false},
		{"points of rounded numbers", exemplary, reports.Ratio(2, 3), reports.Ratio(33334, 100000), "tăng 33,34 điểm phần trăm", false, false},
		{"too many points", exemplary, reports.Ratio(9934, 10000), reports.Ratio(9913, 10000), "tăng 0,31 điểm phần trăm", false, true},
		{"a mean in whole đồng", fund, reports.Ratio(1000001, 2), reports.Ratio(1000000, 3), "tăng 166.668 đồng", false, false},
		{"words without a number", members, reports.Int(5), reports.Int(5), "không thay đổi so với cuối năm 2018", false, false},
		{"the share of the plan", members, reports.Int(9), reports.Int(8), "112,5%", true, false},
		{"a wrong share of the plan", members, reports.Int(9), reports.Int(8), "112%", true, true},
		{"the plan itself", members, reports.Int(9), reports.Int(8), "8", true, false},
		{"another plan", members, reports.Int(9), reports.Int(8), "9", true, true},
	} {
		in := clean(cat)
		in.Figures = figure(tt.code, tt.now, year)
		span := paper.Span{Text: tt.text, Ref: paper.Ref{Figure: tt.code}.In(before)}
		in.Earlier = map[reports.Period]map[string]reports.Figure{before: figure(tt.code, tt.then, before)}
		if tt.plan {
			in.Earlier, in.Plan = nil, figure(tt.code, tt.then, year)
			span.Ref = paper.Ref{Figure: tt.code}.By(reports.Plan)
		}
		in.Doc.Body = append(in.Doc.Body, &paper.Paragraph{Spans: []paper.Span{{Text: "Hội: "}, span, {Text: "."}}})
		told := false
		for _, f := range Check(in, Rules()) {
			told = told || f.Code == "lint.figure.differs"
			if f.Code == "lint.claim.false" {
				t.Errorf("%s: %q is taken for a claim", tt.reason, tt.text)
			}
		}
		if told != tt.wrong {
			t.Errorf("%s: %q told: %v, want %v", tt.reason, tt.text, told, tt.wrong)
		}
	}
}
