package batch

import (
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/reports/trace"
)

// TestFigureWithoutCells: what the document prints must lead back to a cell of
// the inbox, each figure and each sub-period by itself.
func TestFigureWithoutCells(t *testing.T) {
	here := trace.Entry{Code: "A", Value: reports.Int(8), File: "a.xlsx", Sheet: "S", Cell: "B2"}
	elsewhere, nowhere := here, here
	elsewhere.File, nowhere.Cell = "b.xlsx", ""
	figure := func(from ...trace.Entry) map[string]trace.Figure {
		return map[string]trace.Figure{"A": {Name: "Giám sát", Value: reports.Int(8), From: from}}
	}
	year := reports.Year(2019)
	ofA := paper.Ref{Figure: "A"}
	for _, test := range []struct {
		reason string
		data   trace.Data
		span   paper.Span
		blocks bool
	}{
		{"a cell of the inbox", trace.Data{Figures: figure(here)}, paper.Span{Text: "8", Ref: ofA}, false},
		{"words need none", trace.Data{}, paper.Span{Text: "8"}, false},
		{"no cells", trace.Data{Figures: figure()}, paper.Span{Text: "8", Ref: ofA}, true},
		{"no such figure", trace.Data{}, paper.Span{Text: "8", Ref: ofA}, true},
		{"a file that was not read", trace.Data{Figures: figure(elsewhere)}, paper.Span{Text: "8", Ref: ofA}, true},
		{"a file without a cell", trace.Data{Figures: figure(nowhere)}, paper.Span{Text: "8", Ref: ofA}, true},
		{"cells of the span only", trace.Data{Figures: figure(here)}, paper.Span{Text: "8", Ref: ofA.In(year)}, true},
		{"cells of the year", trace.Data{Periods: []trace.PeriodFigures{{Period: year, Figures: figure(here)}}},
			paper.Span{Text: "8", Ref: ofA.In(year)}, false},
	} {
		test.data.Document = &paper.Document{Body: paper.Blocks{&paper.Paragraph{Spans: []paper.Span{test.span}}}}
		found := nocells(&test.data, []reports.File{{Name: "a.xlsx"}})
		if blocks := len(found) == 1 && found[0].Code == "figure.nocells"; blocks != test.blocks {
			t.Errorf("%s: %v", test.reason, found)
		}
	}
}
