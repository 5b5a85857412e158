package paper_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// whole is a document with a block of every kind.
func whole() *paper.Document {
	return &paper.Document{
		Head: paper.Head{Issuer: "HỘI CỰU CHIẾN BINH", Number: "05", Symbol: "BC-CCB", Kind: "BÁO CÁO"},
		Body: paper.Blocks{
			&paper.Heading{Level: 1, Label: "I.", Title: []paper.Span{{Text: "KẾT QUẢ", Style: paper.Bold}}},
			&paper.Paragraph{Spans: []paper.Span{
				{Text: "Có "}, {Text: "56", Ref: paper.Ref{Figure: "TC.HV.TONG"}, Anchor: "in", Link: "nguon", Note: "33/34 chi hội"}, {Text: " người."}}},
			&paper.Table{Lead: 1, Alt: "Hội viên", Columns: []paper.Column{{Head: "STT"}, {Head: "Số", Align: paper.Right}},
				Rows: []paper.Row{{Kind: paper.TotalRow, Cells: [][]paper.Span{nil, {{Text: "56"}}}}}},
			&paper.Chart{Kind: paper.Bars, Title: "Biểu đồ", Unit: "người", Labels: []string{"Một", "Hai"}, Alt: "So sánh",
				Series: []paper.Series{{Name: "Hội viên", Amounts: []paper.Amount{{Num: 56, Den: 1, Text: "56", Ref: paper.Ref{Figure: "TC.HV.TONG"}}, {}}}}},
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

// TestRefKeepsItsKeys: editions that stand already are read by their keys, and a
// period of theirs is one text.
func TestRefKeepsItsKeys(t *testing.T) {
	const kept = `{"Text":"81","Style":0,"Figure":"TC.HV.MOI","Period":"2018-01-01..2018-12-31","Unit":"tdp-01","Source":"","Anchor":"","Link":"","Leads":"","Note":""}`
	want := paper.Span{Text: "81", Ref: paper.Ref{Figure: "TC.HV.MOI"}.In(reports.Year(2018)).By("tdp-01")}
	var got paper.Span
	if err := json.Unmarshal([]byte(kept), &got); err != nil || got != want {
		t.Errorf("read as %+v, %v", got, err)
	}
	if data, err := json.Marshal(want); err != nil || string(data) != kept {
		t.Errorf("written as %s, %v", data, err)
	}
	var a paper.Amount
	if err := json.Unmarshal([]byte(`{"Num":81,"Den":1,"Text":"81","Figure":"TC.HV.MOI","Period":"","Unit":""}`), &a); err != nil || a.Ref != (paper.Ref{Figure: "TC.HV.MOI"}) {
		t.Errorf("read as %+v, %v", a, err)
	}
	if err := json.Unmarshal([]byte(`{"Period":"quý I"}`), new(paper.Span)); err == nil {
		t.Error("words are read as a period")
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
