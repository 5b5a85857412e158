package typeset

import (
	"fmt"
	"runtime"
	"testing"

	"ccbreport/fonts"
	"ccbreport/reports/paper"
)

// fullDocument has everything that a page can hold: the report of testdata with
// charts, a remark, links, bold italics, and an annex of six photos so many
// pixels wide.
func fullDocument(t testing.TB, width int) *paper.Document {
	t.Helper()
	doc := loadForm(t, "mid-term.txt")
	years := &paper.Chart{
		Kind: paper.Columns, Title: "Biểu đồ 1. Kết nạp và giảm qua các năm", Unit: "Đơn vị tính: người",
		Alt: "Số hội viên kết nạp và giảm mỗi năm", Series: []paper.Series{{Name: "Kết nạp mới"}, {Name: "Hội viên giảm"}},
	}
	for year := 2017; year <= 2020; year++ {
		years.Labels = append(years.Labels, fmt.Sprint("Năm ", year))
		for i := range years.Series {
			n := int64(year%7*11 + 40 - 20*i)
			years.Series[i].Amounts = append(years.Series[i].Amounts, paper.Amount{Num: n, Den: 1, Text: fmt.Sprint(n)})
		}
	}
	branches := &paper.Chart{
		Kind: paper.Bars, Title: "Biểu đồ 2. Số hội viên của các chi hội", Unit: "Đơn vị tính: người",
		Alt: "Số hội viên của mỗi chi hội", Series: []paper.Series{{Name: "Hội viên"}},
	}
	for i := range 34 {
		n := int64(30 + i*29%50)
		branches.Labels = append(branches.Labels, fmt.Sprint("Chi hội Tổ dân phố số ", i+1))
		branches.Series[0].Amounts = append(branches.Series[0].Amounts, paper.Amount{Num: n, Den: 1, Text: fmt.Sprint(n)})
	}
	share := &paper.Chart{
		Kind: paper.Share, Title: "Biểu đồ 3. Xếp loại chi hội", Alt: "Ba mức xếp loại chi hội",
		Labels: []string{"Xuất sắc", "Tốt", "Hoàn thành"},
		Series: []paper.Series{{Amounts: []paper.Amount{{Num: 8, Den: 1, Text: "8"}, {Num: 22, Den: 1, Text: "22"}, {Num: 4, Den: 1, Text: "4"}}}},
	}
	doc.Body = append(doc.Body, years, branches, share, &paper.Paragraph{Spans: []paper.Span{
		{Text: "Toàn Hội có "}, {Text: "1.862", Style: paper.Bold | paper.Italic, Link: "photos", Note: "33/34 chi hội."}, {Text: " hội viên."}}})
	photos := &paper.Photos{}
	for i := range 6 {
		photos.Items = append(photos.Items, paper.Photo{
			Name: fmt.Sprintf("anh_%d.jpg", i+1), Caption: fmt.Sprintf("Hoạt động số %d của Hội", i+1),
			Data: withSegment(madeJPEG(width, width*3/4-i), 0xE1, exif(1))})
	}
	doc.Annexes = append(doc.Annexes, paper.Annex{Label: "Phụ lục III", Title: "HÌNH ẢNH", Body: paper.Blocks{
		&paper.Paragraph{Spans: []paper.Span{{Text: "Một số hình ảnh:", Anchor: "photos"}}}, photos}})
	return doc
}

// BenchmarkReport sets a whole report. live-bytes is what stays in memory when
// all are done: it does not grow with their number.
func BenchmarkReport(b *testing.B) {
	doc := fullDocument(b, 1200)
	p, _ := builtin(b)
	pages, size := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		result, findings, err := PDF(b.Context(), doc, p, fonts.FS)
		if err != nil || len(findings) > 0 {
			b.Fatal(err, findings)
		}
		pages, size = result.Pages, len(result.PDF)
	}
	b.StopTimer()
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(size), "file-bytes")
	b.ReportMetric(float64(memory.HeapAlloc), "live-bytes")
}
