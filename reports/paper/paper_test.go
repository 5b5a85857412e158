package paper_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports/paper"
)

// whole is a document with a block of every kind.
func whole() *paper.Document {
	return &paper.Document{
		Head: paper.Head{Issuer: "HỘI CỰU CHIẾN BINH", Number: "05", Symbol: "BC-CCB", Kind: "BÁO CÁO"},
		Body: paper.Blocks{
			&paper.Heading{Level: 1, Label: "I.", Title: []paper.Span{{Text: "KẾT QUẢ", Style: paper.Bold}}},
			&paper.Paragraph{Spans: []paper.Span{
				{Text: "Có "}, {Text: "56", Figure: "TC.HV.TONG", Anchor: "in", Link: "nguon", Note: "33/34 chi hội"}, {Text: " người."}}},
			&paper.Table{Lead: 1, Alt: "Hội viên", Columns: []paper.Column{{Head: "STT"}, {Head: "Số", Align: paper.Right}},
				Rows: []paper.Row{{Kind: paper.TotalRow, Cells: [][]paper.Span{nil, {{Text: "56"}}}}}},
			&paper.Chart{Kind: paper.Bars, Title: "Biểu đồ", Unit: "người", Labels: []string{"Một", "Hai"}, Alt: "So sánh",
				Series: []paper.Series{{Name: "Hội viên", Amounts: []paper.Amount{{Num: 56, Den: 1, Text: "56", Figure: "TC.HV.TONG"}, {}}}}},
			&paper.Photos{Items: []paper.Photo{{Name: "anh/1.jpg", Caption: "Trồng cây", Data: []byte("JPEG")}}},
		},
	}
}

// TestJSON: a document comes back from its JSON as it was, but for the files of
// its photos, which an edition keeps beside it.
func TestJSON(t *testing.T) {
	data, err := json.Marshal(whole())
	if err != nil {
		t.Fatal(err)
	}
	var got paper.Document
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	want := whole()
	want.Body[4].(*paper.Photos).Items[0].Data = nil
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{`[{}]`, `[{"verse":{}}]`, `{}`} {
		if err := json.Unmarshal([]byte(bad), new(paper.Blocks)); err == nil {
			t.Errorf("%s is read as blocks", bad)
		}
	}
}

func TestDump(t *testing.T) {
	const want = `issuer: HỘI CỰU CHIẾN BINH
number: 05/BC-CCB
date: , 00-00-0000
kind: BÁO CÁO

## I. **KẾT QUẢ**
Có {56|TC.HV.TONG #in >nguon}[33/34 chi hội] người.
table: Hội viên
= STT | Số
+  | 56
chart: bars | Biểu đồ | người
= Một | {56|TC.HV.TONG}
= Hai | 
photo: anh/1.jpg | Trồng cây
`
	if diff := cmp.Diff(want, whole().Dump()); diff != "" {
		t.Error(diff)
	}
}
