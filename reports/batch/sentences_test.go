package batch

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports"
	"ccbreport/reports/paper"
	"ccbreport/reports/viet"
)

// A probe is one of the 47 figures of the real report (domain notes, 3.1) with
// the sentence that prints it.
type probe struct {
	n      int
	code   string // the figure
	edit   string // code of the cells that are changed; "" for the figure's own
	value  any    // what is written over one of them; nil: the old number and one more
	re     string // the sentence; the group is what is printed of the figure
	change string // what the sentence says after the change; "" if re still matches, with another value
}

var probes = []probe{
	{n: 1, code: "DA.GS.CHUTRI", re: `tổ chức giám sát (\d+) cuộc`},
	{n: 2, code: "DA.DOITHOAI", re: `tham gia (\d+) cuộc đối thoại`},
	{n: 3, code: "DA.DOITHOAI.YK", re: `cuộc đối thoại .* với (\d+) ý kiến`},
	{n: 4, code: "DA.GOPY.VK", re: `tham gia (\d+) ý kiến vào dự thảo`},
	{n: 5, code: "DA.CHUCDANH", re: `Hội có (\d+) cán bộ, hội viên được tín nhiệm`},
	{n: 6, code: "KT.VAYQUY.TIEN", re: `vay vốn không lấy lãi với tổng số tiền ([\d.]+) đồng`},
	{n: 7, code: "KT.QUY.BQ", edit: "KT.QUY.TONG", value: 99_000_000, re: `bình quân đạt ([\d.]+) đồng/hội viên`},
	{n: 8, code: "TN.DEAN03.TIEN", re: `ủng hộ xóa nhà dột nát được ([\d.]+) đồng`},
	{n: 9, code: "TN.DODAU.HO", re: `giúp đỡ (\d+) hộ nghèo \(không phải hội viên\)`},
	{n: 10, code: "TN.DODAU.MUC", re: `với mức ([\d.]+) đồng/năm`},
	{n: 11, code: "TN.NHA.XOA", re: `xóa nhà dột nát cho (\d+) gia đình hội viên`},
	{n: 12, code: "TN.NHA.HOTRO", re: `hỗ trợ ([\d.]+) đồng tiền mặt`},
	{n: 13, code: "TN.GAPMAT.K.NGUOI", re: `tặng quà (\d+) đồng chí tham gia chiến đấu ở Campuchia`},
	{n: 14, code: "TN.GAPMAT.K.TIEN", re: `chiến đấu ở Campuchia với số tiền ([\d.]+) đồng`},
	{n: 15, code: "TN.GAPMAT.QDND.LUOT", re: `tặng quà (\d+) lượt hội viên nhân kỷ niệm`},
	{n: 16, code: "TN.GAPMAT.QDND.TIEN", re: `Quân đội nhân dân Việt Nam với số tiền ([\d.]+) đồng`},
	{n: 17, code: "TN.THAMHOI.LUOT", re: `khi ốm đau (\d+) lượt hội viên`},
	{n: 18, code: "TN.THAMHOI.TIEN", re: `khi ốm đau \d+ lượt hội viên với số tiền ([\d.]+) đồng`},
	{n: 19, code: "TN.TANGLE.NGUOI", re: `phúng viếng (\d+) hội viên qua đời`},
	{n: 20, code: "TN.TANGLE.TIEN", re: `hội viên qua đời với số tiền ([\d.]+) đồng`},
	{n: 21, code: "TN.UNGHO.TIEN", re: `đền ơn đáp nghĩa với tổng số tiền ([\d.]+) đồng`},
	{n: 22, code: "TN.QUY.CHITIEU", value: 90, re: `các loại quỹ đạt (100%) chỉ tiêu giao`, change: "các loại quỹ bằng 90% chỉ tiêu giao"},
	{n: 23, code: "PT.GPMB.HO", re: `Có (\d+) gia đình hội viên thuộc diện giải phóng mặt bằng`},
	{n: 24, code: "PT.GPMB.CUONGCHE", re: `(không có trường hợp nào) phải cưỡng chế`, change: "trong đó 1 trường hợp phải cưỡng chế"},
	{n: 26, code: "AN.ATGT.TO", re: `Hội có (\d+) tổ tuyên truyền`},
	{n: 27, code: "AN.ATGT.NGUOI", re: `An toàn giao thông” gồm (\d+) đồng chí`},
	{n: 28, code: "AN.NVQS.NGUOI", re: `tặng quà (\d+) thanh niên nhập ngũ`},
	{n: 29, code: "AN.NVQS.TIEN", re: `thanh niên nhập ngũ với số tiền ([\d.]+) đồng`},
	{n: 30, code: "TH.NOICHUYEN.BUOI", re: `nói chuyện truyền thống (\d+) buổi`},
	{n: 31, code: "TH.NOICHUYEN.LUOT", re: `buổi cho ([\d.]+) lượt thanh niên, học sinh`},
	{n: 32, code: "TT.TUDUONG", value: 90, re: `(100%) chi hội trưởng và ủy viên Ban Chấp hành`, change: "có kế hoạch tu dưỡng, rèn luyện là 90%"},
	{n: 33, code: "TT.THOISU.BUOI", re: `tổ chức (\d+) buổi thông tin thời sự`},
	{n: 34, code: "TT.THOISU.LUOT", re: `thời sự cho ([\d.]+) lượt hội viên`},
	{n: 35, code: "TC.HV.MOI", re: `phát triển được (\d+) hội viên mới`},
	{n: 36, code: "TC.HV.TONG", re: `nâng tổng số hội viên toàn Hội lên ([\d.]+) đồng chí`},
	{n: 37, code: "CQ.CLB.MOI", re: `thành lập mới (\d+) câu lạc bộ Cựu quân nhân`},
	{n: 38, code: "CQ.TV.MOI", re: `kết nạp thêm (\d+) thành viên`},
	{n: 39, code: "TD.CCBGM.TYLE", edit: "TD.CCBGM.DAT", value: 20, re: `bình quân hằng năm là ([\d,]+%)`},
	{n: 40, code: "TC.CH.HTT", edit: "TC.CH.HTT.SO", value: 33, re: `(100%) chi hội hoàn thành tốt nhiệm vụ`, change: "33/34 chi hội (97,06%) hoàn thành tốt nhiệm vụ"},
	{n: 41, code: "TC.CH.HTXS", edit: "TC.CH.HTXS.SO", value: 6, re: `(trên 20%) chi hội hoàn thành xuất sắc nhiệm vụ`, change: "17,65% chi hội (6/34 chi hội) hoàn thành xuất sắc nhiệm vụ"},
}

// A wordProbe is one of the 47 that words bear: awards and lessons.
type wordProbe struct {
	n              int
	sheet          string
	find, put      string // the text of a cell, and what is written over it
	before, change string // what the report says
	gone           string // what it no longer says once all rows with find are empty
}

var wordProbes = []wordProbe{
	{25, "Khen thưởng", "Giải nhất", "Giải nhì", "giải Nhất", "giải Nhì", "giải Nhất"},
	{42, "Khen thưởng", "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "khen thưởng hoàn thành xuất sắc nhiệm vụ", "khen thưởng hoàn thành tốt nhiệm vụ", "3 năm liền"},
	{43, "Khen thưởng", "Thành Hội", "Trung ương Hội", "Thành Hội tặng Bằng khen", "Trung ương Hội tặng Bằng khen", "Thành Hội"},
	{44, "Khen thưởng", "Giám đốc Công an Thành phố Hà Nội", "Bộ Công an", "Giám đốc Công an Thành phố Hà Nội tặng Bằng khen", "Bộ Công an tặng Bằng khen", "Giám đốc Công an"},
	{45, "Khen thưởng", "Quận ủy", "Thành ủy", "Quận ủy", "Thành ủy", "Quận ủy"},
	{46, "Khen thưởng", "“Vì một tương lai xanh”", "“Vì môi trường”", "“Vì một tương lai xanh”", "“Vì môi trường”", "“Vì một tương lai xanh”"},
	{47, "Nội dung", "Bài học 5", "Lời cuối", "5 bài học kinh nghiệm", "4 bài học kinh nghiệm", "Năm là"},
}

// small is the ward's workbook with one branch's, the smallest inbox that feeds
// all 47 figures.
func small(t *testing.T) (Job, fstest.MapFS) {
	t.Helper()
	job := sampleJob()
	job.Branches = job.Branches[:1]
	inbox := fstest.MapFS{}
	for _, pattern := range []string{"Hoi CCB*.xlsx", "chi_hoi_01.xlsx"} {
		names, err := fs.Glob(os.DirFS(sampleDir+"/inbox"), pattern)
		if err != nil || len(names) != 1 {
			t.Fatal(pattern, names, err)
		}
		data, err := os.ReadFile(sampleDir + "/inbox/" + names[0])
		if err != nil {
			t.Fatal(err)
		}
		inbox[names[0]] = &fstest.MapFile{Data: data}
	}
	job.Inbox = inbox
	return job, inbox
}

// rewrite returns the inbox with cells of one workbook changed; nil empties one.
func rewrite(t *testing.T, inbox fstest.MapFS, cells []reports.Cell, value any) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for name, f := range inbox {
		out[name] = f
	}
	for _, c := range cells {
		f, err := excelize.OpenReader(bytes.NewReader(out[c.File].Data))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue(c.Sheet, c.Addr, value); err != nil {
			t.Fatal(err)
		}
		buf, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		out[c.File] = &fstest.MapFile{Data: buf.Bytes()}
	}
	return out
}

// said returns the words of the document's body, a paragraph a line.
func said(t *testing.T, job Job) (string, *work) {
	t.Helper()
	w, err := examine(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, block := range w.document.Body {
		if p, ok := block.(*paper.Paragraph); ok {
			for _, s := range p.Spans {
				b.WriteString(strings.ReplaceAll(s.Text, "\u00a0", " "))
			}
			b.WriteString("\n")
		}
	}
	return b.String(), w
}

// TestSentences changes a feeding cell of each of the 47 figures: the sentence
// changes with it and prints it, and goes without it. In the short form figures that
// stand far from each other are changed together.
func TestSentences(t *testing.T) {
	t.Parallel()
	job, inbox := small(t)
	text, w := said(t, job)
	groups := 8
	if *long {
		groups = len(probes)
	}
	for g := range groups {
		changed, gone := inbox, inbox
		for i := g; i < len(probes); i += groups {
			cells := feeding(w, probes[i])
			if len(cells) == 0 {
				t.Fatalf("%d %s: no cells", probes[i].n, probes[i].code)
			}
			last := cells[len(cells)-1]
			changed = rewrite(t, changed, []reports.Cell{last}, probes[i].newValue(t, inbox, last))
			gone = rewrite(t, gone, cells, nil)
		}
		job.Inbox = changed
		after, then := said(t, job)
		job.Inbox = gone
		without, _ := said(t, job)
		for i := g; i < len(probes); i += groups {
			probes[i].judge(t, text, after, then, without)
		}
	}
}

// judge looks for the probe's sentence in the report, in that after a change and
// in that without its cells.
func (p probe) judge(t *testing.T, text, after string, then *work, without string) {
	t.Helper()
	re := regexp.MustCompile(p.re)
	m, again := re.FindStringSubmatch(text), re.FindStringSubmatch(after)
	switch {
	case m == nil:
		t.Errorf("%d %s: not in the report: %s", p.n, p.code, p.re)
		return
	case p.change == "" && (again == nil || again[1] == m[1] || again[1] != then.prints(p.code)),
		p.change != "" && (again != nil || !strings.Contains(after, p.change)):
		t.Errorf("%d %s: after a change the report says %q, before %q; the figure is %s", p.n, p.code, again, m, then.prints(p.code))
	}
	if re.MatchString(without) || p.change != "" && strings.Contains(without, p.change) {
		t.Errorf("%d %s: without its cells the report still says it", p.n, p.code)
	}
}

// prints is how a figure of the span is printed.
func (w *work) prints(code string) string {
	v := w.totals.Figures[code].Value
	if ind, _ := w.cat.Indicator(code); ind.Percent() {
		return viet.Percent(v)
	}
	n, _ := v.Rounded(1)
	return viet.Int(n)
}

// feeding returns the cells of the probe's figure in the order of their periods.
func feeding(w *work, p probe) []reports.Cell {
	var cells []reports.Cell
	code := p.code
	if p.edit != "" {
		code = p.edit
	}
	for _, c := range w.totals.Figures[p.code].From {
		if c.Code == code {
			cells = append(cells, c.At)
		}
	}
	for _, r := range w.settled.Returns { // every period, also those that a level's figure does not use
		for _, e := range r.Entries {
			if e.Code == code && !contains(cells, e.At) {
				cells = append([]reports.Cell{e.At}, cells...)
			}
		}
	}
	return cells
}

func contains(cells []reports.Cell, c reports.Cell) bool {
	for _, x := range cells {
		if x == c {
			return true
		}
	}
	return false
}

// newValue is what the probe writes: its own value, or the cell's number and one
// more (a million more of đồng).
func (p probe) newValue(t *testing.T, inbox fstest.MapFS, at reports.Cell) any {
	t.Helper()
	if p.value != nil {
		return p.value
	}
	f, err := excelize.OpenReader(bytes.NewReader(inbox[at.File].Data))
	if err != nil {
		t.Fatal(err)
	}
	text, err := f.GetCellValue(at.Sheet, at.Addr, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, c := range text {
		n = n*10 + int(c-'0')
	}
	if strings.HasSuffix(p.code, ".TIEN") || strings.HasSuffix(p.code, ".MUC") || strings.HasSuffix(p.code, ".HOTRO") {
		return n + 1_000_000
	}
	return n + 1
}

// TestWordSentences does the same for the figures that awards and paragraphs
// bear.
func TestWordSentences(t *testing.T) {
	t.Parallel()
	job, inbox := small(t)
	text, _ := said(t, job)
	groups := 3
	if *long {
		groups = len(wordProbes)
	}
	for g := range groups {
		changed, gone := inbox, inbox
		for i := g; i < len(wordProbes); i += groups {
			p := wordProbes[i]
			cells := cellsWith(t, inbox, p.sheet, p.find)
			if len(cells) == 0 || !strings.Contains(text, p.before) {
				t.Fatalf("%d: %q is not in the workbook, or %q not in the report", p.n, p.find, p.before)
			}
			changed, gone = rewrite(t, changed, cells, p.put), rewrite(t, gone, wholeRows(cells), nil)
		}
		job.Inbox = changed
		after, _ := said(t, job)
		job.Inbox = gone
		without, _ := said(t, job)
		for i := g; i < len(wordProbes); i += groups {
			p := wordProbes[i]
			if strings.Contains(after, p.before) || !strings.Contains(after, p.change) {
				t.Errorf("%d: after a change the report still says %q, or does not say %q", p.n, p.before, p.change)
			}
			if strings.Contains(without, p.gone) {
				t.Errorf("%d: without its row the report still says %q", p.n, p.gone)
			}
		}
	}
}

func cellsWith(t *testing.T, inbox fstest.MapFS, sheet, text string) []reports.Cell {
	t.Helper()
	var cells []reports.Cell
	for name, file := range inbox {
		f, err := excelize.OpenReader(bytes.NewReader(file.Data))
		if err != nil {
			t.Fatal(err)
		}
		addrs, err := f.SearchSheet(sheet, text)
		if err != nil {
			continue // this workbook has no such sheet
		}
		for _, a := range addrs {
			cells = append(cells, reports.Cell{File: name, Sheet: sheet, Addr: a})
		}
	}
	return cells
}

func wholeRows(cells []reports.Cell) []reports.Cell {
	var all []reports.Cell
	for _, c := range cells {
		row := strings.TrimLeft(c.Addr, "ABCDEFGH")
		for _, col := range []string{"A", "B", "C", "D"} {
			all = append(all, reports.Cell{File: c.File, Sheet: c.Sheet, Addr: col + row})
		}
	}
	return all
}

// TestOnlyMembers reads an inbox that holds nothing but the number of members:
// the report must state no other figure and claim no deed.
func TestOnlyMembers(t *testing.T) {
	job := sampleJob()
	job.Branches = job.Branches[:1]
	inbox := fstest.MapFS{}
	m := newBook(t, "Chỉ tiêu")
	m.add("Chi hội Tổ dân phố số 1")
	m.add("Chỉ tiêu", "ĐVT", "Năm 2017", "6 tháng đầu năm 2020")
	m.add("Tổng số hội viên", "người", 40, 47)
	m.save(inbox, "chi hoi 1.xlsx")
	job.Inbox = inbox
	text, _ := said(t, job)
	if !strings.Contains(text, "47 đồng chí") {
		t.Errorf("the members are missing:\n%s", text)
	}
	for _, word := range []string{"tích cực", "hoàn thành tốt", "gương mẫu", "phối hợp", "tặng", "số tiền", "khen", "bài học", "nâng"} {
		if strings.Contains(strings.ToLower(text), word) {
			t.Errorf("claims a deed (%q):\n%s", word, text)
		}
	}
	figures := regexp.MustCompile(`\d+`).FindAllString(regexp.MustCompile(`\d{1,2}/\d{1,2}/\d{4}|2017 - 2022|1/1 chi hội|Không có số liệu của năm 2018 và năm 2019`).ReplaceAllString(text, ""), -1)
	if len(figures) != 1 || figures[0] != "47" {
		t.Errorf("other figures: %v\n%s", figures, text)
	}
}
