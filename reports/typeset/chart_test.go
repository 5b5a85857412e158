package typeset

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"ccbreport/reports/paper"
)

// TestScale: the axis ends at the first round mark that no amount goes beyond.
func TestScale(t *testing.T) {
	tests := []struct {
		num, den int64
		step     int64
		top      int64
		reason   string
	}{
		{1862, 1, 500, 2000, "four marks of 500"},
		{100, 1, 20, 100, "an amount may reach the top"},
		{101, 1, 50, 150, "one more needs wider steps"},
		{5, 1, 1, 5, "steps are whole"},
		{0, 1, 1, 1, "an axis has a length"},
		{-3, 1, 1, 1, "also where nothing reaches above nought"},
		{5, 0, 1, 1, "what is absent counts for nothing"},
		{199, 2, 20, 100, "99,5 lies below 100"},
		{950_160_000, 1_000_000, 200, 1000, "đồng on an axis of million đồng"},
		{math.MaxInt64, 1, 1e18, 4e18, "the largest amount does not overflow"},
	}
	for _, tt := range tests {
		got := newScale([]paper.Amount{{Num: tt.num, Den: tt.den}}, 5)
		if got != (scale{tt.step, tt.top}) {
			t.Errorf("%d/%d: %+v, want step %d to %d (%s)", tt.num, tt.den, got, tt.step, tt.top, tt.reason)
		}
	}
}

// TestCharts: whatever its labels and amounts, a chart stands within the margins,
// a bar is as long as its amount says, and every name and amount beside a bar is
// on the page.
func TestCharts(t *testing.T) {
	p, face := builtin(t)
	long := "Chi hội Tổ dân phố số 2, khu tập thể Nhà máy Dệt cũ và khu đô thị mới ven sông"
	for _, kind := range []paper.ChartKind{paper.Columns, paper.Bars, paper.Share} {
		for _, n := range []int{1, 2, 7, 34, 150} {
			for _, series := range []int{1, 3} {
				for _, landscape := range []bool{false, true} {
					chart := &paper.Chart{Kind: kind, Title: "Biểu đồ", Unit: "Đơn vị tính: người", Alt: "Biểu đồ"}
					for s := range series {
						chart.Series = append(chart.Series, paper.Series{Name: fmt.Sprint("Loạt ", s+1)})
					}
					for i := range n {
						chart.Labels = append(chart.Labels, strings.Repeat(long, i%2)+fmt.Sprint("nhãn", i))
						for s := range series {
							v := int64(i*37%100) * int64(s+1)
							chart.Series[s].Amounts = append(chart.Series[s].Amounts, paper.Amount{Num: v, Den: 1, Text: fmt.Sprint("a", i, ".", s)})
						}
					}
					doc := &paper.Document{Annexes: []paper.Annex{{Label: "Phụ lục", Landscape: landscape, Body: paper.Blocks{chart}}}}
					where := fmt.Sprintf("%s of %d labels, %d series, landscape %v", kind, n, series, landscape)
					g, _ := layout(t.Context(), doc, p, face)
					checkChart(t, where, p, g.pages[1:], chart)
				}
			}
		}
	}
}

func checkChart(t *testing.T, where string, p Profile, pages []page, chart *paper.Chart) {
	t.Helper()
	words := ""
	for i, pg := range pages {
		checkInside(t, fmt.Sprintf("%s, page %d", where, i+1), p, pg)
		for _, it := range pg.items {
			switch it := it.(type) {
			case text:
				words += it.text + "\n"
			case area:
				if it.x < p.Page.Left || it.x+it.width > pg.width-p.Page.Right || it.y+it.height > pg.height-p.Page.Bottom {
					t.Errorf("%s: an area stands outside the margins", where)
				}
			}
		}
	}
	for i := range chart.Labels {
		if !strings.Contains(words, fmt.Sprintf("nhãn%d", i)) {
			t.Errorf("%s: label %d is not there", where, i)
		}
		if chart.Kind != paper.Columns && !strings.Contains(words, fmt.Sprintf("a%d.0\n", i)) {
			t.Errorf("%s: amount %d is not there", where, i)
		}
	}
}

// TestBarLength: bars are in proportion, to the thousandth of a point.
func TestBarLength(t *testing.T) {
	s := testSetter(t)
	chart := &paper.Chart{Kind: paper.Bars, Labels: []string{"a", "b", "c"}, Series: []paper.Series{{Amounts: []paper.Amount{
		{Num: 100, Den: 1, Text: "100"}, {Num: 1, Den: 3, Text: "⅓"}, {Text: ""}}}}}
	var widths []Length
	for _, b := range s.chart(chart) {
		for _, it := range b.items {
			if f, ok := it.(frame); ok {
				widths = append(widths, f.width)
			}
		}
	}
	if len(widths) != 2 || widths[1] != widths[0]/300 {
		t.Errorf("bars of 100 and 1/3 are %v long", widths)
	}
}
