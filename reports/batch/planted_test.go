package batch

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A planted fault is a ward of four branches in which every cell is right and the page
// could still say what is not so. Rows are given by branch: "Tổng số hội viên" people
// 40 41 42 43; "-" for none.
type planted struct {
	reason, template string
	span             reports.Period
	heads            []any    // after name and unit; nil: the span's own
	rows             []string // name | unit | a value, or values parted by commas, of each branch
	words            []string // of the ward: section | words
	nameless         bool     // the term has no name
	blocks           []string // codes that block
	want, never      []string // in the sentences of the body
}

var plantedYear = reports.Year(2026)

func plantedFaults() []planted {
	return []planted{
		{reason: "more settled than there were, of other branches", template: "nam", span: plantedYear,
			rows:   []string{"Số vụ hòa giải tham gia | vụ | 10 | 2 | - | -", "Số vụ hòa giải thành | vụ | 9 | 2 | 5 | 6"},
			blocks: []string{"sum.bound"}, never: []string{"hòa giải thành", "đạt"}, want: []string{"Hội viên tham gia hòa giải 12 vụ*."}},
		{reason: "more women than members, of other branches", template: "nam", span: plantedYear,
			rows:   []string{"Tổng số hội viên | người | 10 | 12 | - | -", "Hội viên nữ | người | - | - | 20 | 21"},
			blocks: []string{"sum.bound"}},
		{reason: "money of fewer branches than the visits", template: "nam", span: plantedYear,
			rows: []string{"Số lượt thăm hỏi, trợ cấp khó khăn, tặng quà | lượt | 10 | 12 | 8 | 9", "Số tiền thăm hỏi, trợ cấp khó khăn, tặng quà | đồng | 1000000 | 1200000 | 800000 | -"},
			want: []string{"39 lượt hội viên."}, never: []string{"với số tiền"}},
		{reason: "money where there was no visit", template: "sau-thang", span: reports.Months(2026, 1, 6),
			rows: []string{"Số lượt thăm hỏi, trợ cấp khó khăn, tặng quà | lượt | 10 | 12 | 8 | 0", "Số tiền thăm hỏi, trợ cấp khó khăn, tặng quà | đồng | 1000000 | 1200000 | 800000 | -"},
			want: []string{"30 lượt hội viên với số tiền 3.000.000 đồng"}},
		{reason: "a ratio of fewer branches than its number", template: "nam", span: plantedYear,
			rows: []string{"Số vụ hòa giải tham gia | vụ | 10 | 2 | 9 | 9", "Số vụ hòa giải thành | vụ | 9 | 2 | 5 | -"},
			want: []string{"hòa giải 30 vụ."}, never: []string{"hòa giải thành"}},
		{reason: "two of four", template: "nam", span: plantedYear,
			rows: []string{"Tổng số hội viên | người | 10 | 12 | - | -", "Số cây xanh trồng mới | cây | 5 | 5 | 5 | 5"},
			want: []string{"Đến ngày 31/12/2026, các chi hội đã báo cáo có 22 hội viên*", "trồng mới 20 cây xanh.", "Có 2 chi hội báo cáo đủ"}, never: []string{"toàn Hội"}},
		{reason: "one of four", template: "nam", span: plantedYear,
			rows: []string{"Tổng số hội viên | người | 10 | - | - | -", "Số cây xanh trồng mới | cây | 5 | 5 | 5 | 5"},
			want: []string{"trồng mới 20 cây xanh."}, never: []string{"hội viên*", " 10 hội viên"}},
		{reason: "a year of which nobody speaks", template: "nhiem-ky", span: reports.Period{From: reports.Year(2025).From, To: plantedYear.To}, heads: []any{"Năm 2025"},
			rows:   []string{"Số cây xanh trồng mới | cây | 5 | 5 | 5 | 5"},
			blocks: []string{"period.missing.all"}, want: []string{"tính đến hết ngày 31/12/2025.", "Không có số liệu của năm 2026."}, never: []string{"31/12/2026"}},
		{reason: "the first year is not there", template: "giua-nhiem-ky", span: reports.Period{From: reports.Year(2025).From, To: plantedYear.To}, heads: []any{"Năm 2026"},
			rows:   []string{"Số cây xanh trồng mới | cây | 5 | 5 | 5 | 5"},
			blocks: []string{"period.missing.all"}, want: []string{"tính đến hết ngày 31/12/2026.", "Không có số liệu của năm 2025."}},
		{reason: "members of a year before", template: "giua-nhiem-ky", span: reports.Period{From: reports.Year(2025).From, To: plantedYear.To}, heads: []any{"Năm 2025", "Năm 2026"},
			rows: []string{"Tổng số hội viên | người | 10, | 12, | 13, | 9,", "Số cây xanh trồng mới | cây | 5,1 | 5,2 | 5,3 | 5,4"},
			want: []string{"đến ngày 31/12/2025 là 44 đồng chí", "trồng mới 30 cây xanh."}},
		{reason: "trees of one year", template: "giua-nhiem-ky", span: reports.Period{From: reports.Year(2025).From, To: plantedYear.To}, heads: []any{"Năm 2025", "Năm 2026"},
			rows: []string{"Tổng số hội viên | người | 10,11 | 12,13 | 13,12 | 9,9", "Số cây xanh trồng mới | cây | 5, | 5, | 5, | 5,"},
			want: []string{"trồng mới 20 cây xanh*."}},
		{reason: "a mid-term report of a year", template: "giua-nhiem-ky", span: plantedYear,
			rows: []string{"Hội viên mới kết nạp | người | 1 | 1 | 1 | 1"},
			want: []string{"kết quả công tác năm 2026", "Trong năm đã phát triển được 4 hội viên mới"}, never: []string{"nửa đầu", "kỳ đã", "cuối kỳ"}},
		{reason: "the ward's words say the figures", template: "nam", span: plantedYear,
			rows:  []string{"Nguồn tin cung cấp cho công an | tin | 2 | 2 | 2 | 2", "Số buổi tổng vệ sinh môi trường | buổi | 4 | 4 | 4 | 4"},
			words: []string{"An ninh, quốc phòng | Hội viên đã cung cấp cho lực lượng công an 8 nguồn tin có giá trị.", "Nghĩa vụ quân sự | Hội tổ chức 16 buổi sinh hoạt chuyên đề."},
			want:  []string{"8 nguồn tin có giá trị.", "Các chi hội tổ chức 16 buổi tổng vệ sinh môi trường."}, never: []string{"8 nguồn tin."}},
		{reason: "exemplary members, and nobody speaks of families", template: "nam", span: plantedYear,
			rows: []string{"Hội viên được xét danh hiệu CCB gương mẫu | lượt | 10 | 10 | 10 | 10", "Hội viên đạt danh hiệu CCB gương mẫu | lượt | 9 | 9 | 9 | 9"},
			want: []string{"danh hiệu “Cựu chiến binh gương mẫu” là 90%"}, never: []string{"Gia đình văn hóa"}},
		{reason: "exemplary members and families", template: "nam", span: plantedYear,
			rows: []string{"Hội viên được xét danh hiệu CCB gương mẫu, gia đình văn hóa | lượt | 10 | 10 | 10 | 10", "Số HV đạt CCB gương mẫu, GĐVH | lượt | 9 | 9 | 9 | 9"},
			want: []string{"danh hiệu “Cựu chiến binh gương mẫu”, “Gia đình văn hóa” là 90%"}},
		{reason: "one branch tells of half a year only", template: "nam", span: plantedYear, heads: []any{"6 tháng đầu năm 2026", "6 tháng cuối năm 2026"},
			rows: []string{"Hội viên mới kết nạp | người | 1,1 | 1,1 | 1,1 | 1,"},
			want: []string{"Trong năm đã kết nạp 7 hội viên mới*."}},
		{reason: "most branches tell of half a year only", template: "nam", span: plantedYear, heads: []any{"6 tháng đầu năm 2026", "6 tháng cuối năm 2026"},
			rows: []string{"Hội viên mới kết nạp | người | 1,1 | 1, | 1, | 1,", "Tổng số hội viên | người | 9,10 | 9, | 9, | 9,"},
			want: []string{"Đến ngày 30/6/2026, toàn Hội có 37 hội viên*."}, never: []string{"hội viên mới"}},
		{reason: "a mid-term report without ordinal and term", template: "giua-nhiem-ky", span: plantedYear, nameless: true,
			rows: []string{"Hội viên mới kết nạp | người | 1 | 1 | 1 | 1"},
			want: []string{"Thực hiện Nghị quyết Đại hội Hội Cựu chiến binh (CCB) phường Ngọc Thụy, Hội CCB phường báo cáo kết quả công tác năm 2026 như sau:"}},
		{reason: "the half of a year", template: "sau-thang", span: reports.Months(2026, 1, 6),
			rows: []string{"Hội viên mới kết nạp | người | 1 | 1 | 1 | 1", "Hội viên là đảng viên | người | 1 | 1 | 1 | 1"},
			want: []string{"Trong 6 tháng đã kết nạp 4 hội viên mới", "Đến hết tháng 6, toàn Hội có 4 hội viên là đảng viên"}, never: []string{"kỳ đã", "cuối kỳ"}},
		{reason: "one of the four did it", template: "nam", span: plantedYear,
			rows: []string{"Số buổi tổng vệ sinh môi trường | buổi | 1 | 0 | 0 | 0"},
			want: []string{"Một chi hội tổ chức 1 buổi tổng vệ sinh môi trường."}},
		{reason: "the ward's words name the deed", template: "nam", span: plantedYear,
			rows:  []string{"Hội viên qua đời được tổ chức tang lễ, phúng viếng | người | 1 | 1 | 1 | 2"},
			words: []string{"Tang lễ, phúng viếng | Việc tang lễ được tổ chức trang trọng."},
			want:  []string{"Trong năm, Hội phúng viếng 5 hội viên qua đời."}, never: []string{"Hội tổ chức tang lễ"}},
	}
}

// job is the job of a planted ward.
func (p planted) job(t *testing.T) Job {
	t.Helper()
	job, inbox := sampleJob(), fstest.MapFS{}
	job.Branches, job.Template, job.Span, job.Inbox, job.Unmeasured = job.Branches[:4], p.template, p.span, inbox, true
	if job.Term = (Term{Name: "2025 - 2030", Ordinal: "VIII"}); p.nameless {
		job.Term = Term{}
	}
	heads := p.heads
	if heads == nil {
		heads = []any{"Năm 2026"}
		if p.span.Days() < 200 {
			heads = []any{"6 tháng đầu năm 2026"}
		}
	}
	for n := range job.Branches {
		m := newBook(t, "Chỉ tiêu")
		m.add(job.Branches[n].Name)
		m.add(append([]any{"Chỉ tiêu", "ĐVT"}, heads...)...)
		for _, row := range p.rows {
			fields := strings.Split(row, " | ")
			cells := []any{fields[0], fields[1]}
			for v := range strings.SplitSeq(fields[2+n], ",") {
				var number int
				if _, err := fmt.Sscan(v, &number); err != nil {
					cells = append(cells, nil)
					continue
				}
				cells = append(cells, number)
			}
			m.add(cells...)
		}
		m.save(inbox, fmt.Sprintf("chi hoi %d.xlsx", n+1))
	}
	if len(p.words) > 0 {
		m := newBook(t, "Nội dung")
		m.add("Mục", "Nội dung")
		for _, line := range p.words {
			section, words, _ := strings.Cut(line, " | ")
			m.add(section, words)
		}
		m.save(inbox, "Hoi CCB phuong Ngoc Thuy.xlsx")
	}
	return job
}

// TestPlantedFaults: what is right by its cells and not so as a whole is not said, or it
// blocks; and what is so is said.
func TestPlantedFaults(t *testing.T) {
	t.Parallel()
	for _, p := range plantedFaults() {
		t.Run(p.reason, func(t *testing.T) {
			job := p.job(t)
			w, err := examine(t.Context(), job)
			if err != nil {
				t.Fatal(err)
			}
			var blocks []string
			for _, f := range w.checked(nil).Findings {
				if f.Severity == reports.Blocking {
					blocks = append(blocks, f.Code)
				}
			}
			if !slices.Equal(blocks, p.blocks) {
				t.Errorf("what blocks: %q, want %q", blocks, p.blocks)
			}
			var body strings.Builder
			for _, b := range w.document.Body {
				if par, ok := b.(*paper.Paragraph); ok {
					for _, s := range par.Spans {
						body.WriteString(strings.ReplaceAll(s.Text, "\u00a0", " "))
					}
					body.WriteString("\n")
				}
			}
			for _, want := range p.want {
				if !strings.Contains(body.String(), want) {
					t.Errorf("want %q in\n%s", want, body.String())
				}
			}
			for _, never := range p.never {
				if strings.Contains(body.String(), never) {
					t.Errorf("never %q in\n%s", never, body.String())
				}
			}
			for _, fault := range readPage(w.document, w.cat).check(job.Span) {
				t.Error(fault)
			}
		})
	}
}

// TestOpenIsKept: what an edition keeps of a figure says which parts of the span nobody
// speaks of.
func TestOpenIsKept(t *testing.T) {
	for _, p := range plantedFaults() {
		want := map[string][]reports.Period{"a year of which nobody speaks": {plantedYear}, "trees of one year": {plantedYear}, "two of four": nil}
		open, ok := want[p.reason]
		if !ok {
			continue
		}
		w, err := examine(t.Context(), p.job(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := w.trace().Figures["PT.CAY"].Open; !slices.Equal(got, open) {
			t.Errorf("%s: open is %v, want %v", p.reason, got, open)
		}
	}
}
