package paper

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
)

func span(words string) []Span { return []Span{{Text: words}} }

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		reason string
		spans  []Span
		want   []string
	}{
		{"a stop and a capital", span("Một câu. Hai câu."), []string{"Một câu. ", "Hai câu."}},
		{"thousands and decimals are no stops", span("Có 1.862 hội viên, đạt 99,34%. Tăng."), []string{"Có 1.862 hội viên, đạt 99,34%. ", "Tăng."}},
		{"a symbol is no stop", span("Theo QĐ.12 của quận. 12 người dự."), []string{"Theo QĐ.12 của quận. ", "12 người dự."}},
		{"a quotation ends with its sentence", span("Nói “Vì dân.” Đúng vậy!"), []string{"Nói “Vì dân.” ", "Đúng vậy!"}},
		{"a stop between two spans", []Span{{Text: "Có "}, {Text: "8", Ref: Ref{Figure: "A"}}, {Text: ". "}, {Text: "Hội tặng quà.", Source: "x"}}, []string{"Có 8. ", "Hội tặng quà."}},
		{"a figure begins the next", []Span{{Text: "Hết. "}, {Text: "100%", Ref: Ref{Figure: "A"}}, {Text: " chi hội"}}, []string{"Hết. ", "100% chi hội"}},
		{"nothing is nothing", nil, nil},
	} {
		var got []string
		for _, s := range (Line{Kind: Prose, Spans: test.spans}).Sentences() {
			got = append(got, s.Text())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.reason, diff)
		}
	}
}

func TestPlaces(t *testing.T) {
	year := Days(reports.Year(2019))
	d := &Document{
		Body: Blocks{
			&Heading{Level: 0, Label: "Phần I", Title: span("KẾT QUẢ")},
			&Heading{Level: 1, Label: "I.", Title: span("ĐẢNG")},
			&Heading{Level: 2, Label: "1.", Title: span("Giám sát")},
			&Paragraph{Spans: []Span{{Text: "Mở. Có "}, {Text: "8", Ref: Ref{Figure: "A"}}, {Text: " cuộc."}}},
			&Heading{Level: 1, Label: "II.", Title: span("HỘI")},
			&Chart{Title: "Biểu đồ", Labels: []string{"2019"}, Series: []Series{{Amounts: []Amount{{Text: "12", Ref: Ref{"B", year, ""}}}}}},
		},
		Annexes: []Annex{{Label: "Phụ lục", Title: "SỐ LIỆU", Body: Blocks{
			&Table{Columns: make([]Column, 2), Rows: []Row{{Cells: [][]Span{span("Giám sát"), {{Text: "3", Ref: Ref{"A", year, "u"}}}}}}},
		}}, {Label: "Phụ lục II", Title: "NGUỒN", Sources: true, Body: Blocks{ // no place, whatever stands in it
			&Table{Columns: make([]Column, 2), Rows: []Row{{Cells: [][]Span{span("bang_1 (2).xlsx"), {{Text: "8", Ref: Ref{Figure: "A"}}}}}}},
		}}},
	}
	want := []Place{
		{Ref{Figure: "A"}, "8", "Phần I / I. / 1. Giám sát", "Có 8 cuộc."},
		{Ref{"B", year, ""}, "12", "Phần I / II. HỘI", "2019 | 12"},
		{Ref{"A", year, "u"}, "3", "Phụ lục. SỐ LIỆU", "Giám sát | 3"},
	}
	if diff := cmp.Diff(want, d.Places()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
