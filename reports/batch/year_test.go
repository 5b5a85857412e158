package batch

import (
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
)

// A yearRow is an indicator as the workbooks of yearWard write it, with a base
// for the numbers of each branch.
type yearRow struct {
	code, name, unit string
	now, before      int
	plan             any
}

var branchRows = []yearRow{
	{"TC.HV.TONG", "Tổng số hội viên", "người", 62, 60, nil},
	{"TC.HV.MOI", "Hội viên mới kết nạp", "người", 12, 10, 11},
	{"DA.DANGVIEN", "Hội viên là đảng viên", "người", 33, 31, nil},
	{"KT.HONGHEO", "Hộ hội viên nghèo", "hộ", 2, 5, nil},
	{"TN.THAMHOI.LUOT", "Thăm hỏi, tặng quà (lượt)", "lượt", 40, 30, nil},
	{"TN.THAMHOI.TIEN", "Số tiền thăm hỏi, tặng quà", "đồng", 8_000_000, 7_000_000, nil},
	{"TN.UNGHO.TIEN", "Ủng hộ nhân đạo, từ thiện", "đồng", 9_000_000, 12_000_000, 12_000_000},
	{"PT.VSMT.BUOI", "Buổi tổng vệ sinh môi trường", "buổi", 24, 12, "như năm trước"},
}

var wardRows = []yearRow{
	{"DA.GS.CHUTRI", "Số cuộc giám sát do Hội tổ chức", "cuộc", 6, 4, nil},
	{"DA.DOITHOAI", "Cuộc đối thoại với lãnh đạo Đảng, chính quyền", "cuộc", 5, 7, nil},
	{"TT.THOISU.BUOI", "Số buổi thông tin thời sự", "buổi", 9, 4, nil},
	{"TH.NOICHUYEN.BUOI", "Số buổi nói chuyện truyền thống", "buổi", 9, 5, nil},
	{"CQ.CLB.MOI", "Số câu lạc bộ Cựu quân nhân thành lập mới", "câu lạc bộ", 3, 1, nil},
}

// yearWard is a made-up ward with the year 2024, the year before it and the plan
// side by side.
func yearWard(t *testing.T) (Job, fstest.MapFS) {
	t.Helper()
	job, inbox := newWard(3, 3).job, fstest.MapFS{}
	job.Report, job.Template, job.Inbox = "nam", "nam", inbox
	job.Span = reports.Year(2024)
	for b, u := range job.Branches {
		yearBook(t, u.Name, "Thực hiện năm 2023", branchRows, b).save(inbox, fmt.Sprintf("chi hoi %d.xlsx", b+1))
	}
	m := yearBook(t, job.Unit.Name, "Năm trước", wardRows, 0)
	m.sheet("Nội dung")
	m.add("Mục", "Nội dung")
	m.add("Hạn chế", "Sinh hoạt chưa đều.")
	m.save(inbox, "hoi.xlsx")
	return job, inbox
}

func yearBook(t *testing.T, title, before string, rows []yearRow, more int) *sheetMaker {
	t.Helper()
	m := newBook(t, "Số liệu")
	m.add(title)
	m.add("STT", "Chỉ tiêu", "ĐVT", before, "Kế hoạch năm 2024", "Thực hiện năm 2024")
	for i, r := range rows {
		m.add(i+1, r.name, r.unit, r.before+more, r.plan, r.now+more)
	}
	return m
}

// yearProbes are sentences of the year report: what is printed of the figure, and
// by how much it is said to differ.
var yearProbes = []struct{ code, re string }{
	{"TC.HV.TONG", `toàn Hội có ([\d.]+) hội viên, tăng ([\d.]+) hội viên \([\d,]+%\) so với cuối năm 2023\.`},
	{"DA.GS.CHUTRI", `tổ chức giám sát (\d+) cuộc, tăng (\d+) cuộc so với năm trước`},
	{"DA.DOITHOAI", `tham gia (\d+) cuộc đối thoại với lãnh đạo Đảng, chính quyền, giảm (\d+) cuộc so với năm trước`},
	{"DA.DANGVIEN", `toàn Hội có (\d+) hội viên là đảng viên, tăng (\d+) đồng chí \([\d,]+%\) so với cuối năm 2023`},
	{"TT.THOISU.BUOI", `tổ chức (\d+) buổi thông tin thời sự, tăng (\d+) buổi so với năm trước`},
	{"KT.HONGHEO", `còn (\d+) hộ hội viên thuộc diện hộ nghèo, giảm (\d+) hộ so với cuối năm 2023`},
	{"TN.THAMHOI.TIEN", `với số tiền ([\d.]+) đồng, tăng ([\d.]+) đồng \([\d,]+%\) so với năm trước`},
	{"TN.UNGHO.TIEN", `đền ơn đáp nghĩa với tổng số tiền ([\d.]+) đồng, giảm ([\d.]+) đồng \([\d,]+%\) so với năm trước`},
	{"PT.VSMT.BUOI", `tổ chức (\d+) buổi tổng vệ sinh môi trường, tăng (\d+) buổi \([\d,]+%\) so với năm trước`},
	{"TH.NOICHUYEN.BUOI", `truyền thống (\d+) buổi, tăng (\d+) buổi so với năm trước`},
	{"CQ.CLB.MOI", `thành lập mới (\d+) câu lạc bộ Cựu quân nhân, tăng (\d+) câu lạc bộ so với năm trước`},
	{"TC.HV.MOI", `kết nạp (\d+) hội viên mới, tăng (\d+) hội viên \([\d,]+%\) so với năm trước`},
}

// TestYearSentences changes cells of the year and of the year before: the
// sentences change with them, by just so much; without an earlier cell nothing is
// compared, and the figure stays. In the short form several figures are changed
// together.
func TestYearSentences(t *testing.T) {
	t.Parallel()
	job, inbox := yearWard(t)
	text, w := said(t, job)
	groups := 3
	if *long {
		groups = len(yearProbes)
	}
	for g := range groups {
		more, earlier, gone := inbox, inbox, inbox
		for i := g; i < len(yearProbes); i += groups {
			now, before := w.totals.Figures[yearProbes[i].code], w.totals.Before.Figures[yearProbes[i].code]
			more, earlier = rewriteOne(t, more, now), rewriteOne(t, earlier, before)
			gone = rewrite(t, gone, before.Cells()[:1], nil)
		}
		var says []string
		for _, job.Inbox = range []fs.FS{more, earlier, gone} {
			words, _ := said(t, job)
			says = append(says, words)
		}
		for i := g; i < len(yearProbes); i += groups {
			judgeYear(t, yearProbes[i].code, regexp.MustCompile(yearProbes[i].re), text, says)
		}
	}
}

// judgeYear looks for a sentence in the report, and in those after one more this
// year, after one more the year before, and without an earlier cell.
func judgeYear(t *testing.T, code string, re *regexp.Regexp, text string, says []string) {
	t.Helper()
	now, by := read(t, re, text)
	if n, b := read(t, re, says[0]); n != now+1 || b != by+1 {
		t.Errorf("%s: after one more this year %d and %+d, before %d and %+d", code, n, b, now, by)
	}
	if n, b := read(t, re, says[1]); n != now || b != by-1 {
		t.Errorf("%s: after one more the year before %d and %+d, before %d and %+d", code, n, b, now, by)
	}
	if re.MatchString(says[2]) || !strings.Contains(says[2], re.FindStringSubmatch(text)[1]) {
		t.Errorf("%s: without one earlier cell it is still compared, or gone with it", code)
	}
}

// read returns the figure that a sentence prints, and by how much it is said to be
// more than before.
func read(t *testing.T, re *regexp.Regexp, text string) (now, by int64) {
	t.Helper()
	m := re.FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("not in the report: %s\n%s", re, text)
	}
	number := func(s string) int64 {
		n, err := strconv.ParseInt(strings.ReplaceAll(s, ".", ""), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	now, by = number(m[1]), number(m[2])
	if strings.Contains(m[0], "giảm") {
		by = -by
	}
	return now, by
}

// rewriteOne returns the inbox with one more in the first cell of a figure.
func rewriteOne(t *testing.T, inbox fstest.MapFS, f reports.Figure) fstest.MapFS {
	t.Helper()
	return rewrite(t, inbox, []reports.Cell{f.From[0].At}, f.From[0].Value.Num+1)
}

// TestEarlierIsNeverAdded holds that the year before and the plan are in no figure
// of the report, are told, and block nothing.
func TestEarlierIsNeverAdded(t *testing.T) {
	job, _ := yearWard(t)
	got, err := Check(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range branchRows {
		want := reports.Int(int64(3*r.now + 1 + 2))
		if v := got.Totals.Figures[r.code].Value; !v.Equal(want) {
			t.Errorf("%s = %v, want %v", r.code, v, want)
		}
		want = reports.Int(int64(3*r.before + 1 + 2))
		if v := got.Totals.Before.Figures[r.code].Value; !v.Equal(want) {
			t.Errorf("%s of the year before = %v, want %v", r.code, v, want)
		}
	}
	if v := got.Totals.Plan.Figures["TC.HV.MOI"].Value; !v.Equal(reports.Int(33)) {
		t.Errorf("the plan for new members = %v, want 33", v)
	}
	if _, read := got.Totals.Plan.Figures["PT.VSMT.BUOI"]; read {
		t.Error("words were taken for a target")
	}
	told := false
	for _, f := range got.Findings {
		told = told || f.Code == "period.earlier"
		if f.Severity == reports.Blocking || f.Code == "period.other" || f.Code == "period.outside" || strings.HasPrefix(f.Code, "lint.figure") {
			t.Errorf("%s %v %s", f.Code, f.At, f.Message)
		}
	}
	if !told {
		t.Error("nothing says that the year before is only compared with")
	}
}

// TestYearOnlyMembers reads a year report of nothing but the number of members:
// no other figure is stated, no deed claimed.
func TestYearOnlyMembers(t *testing.T) {
	for _, report := range []string{"nam", "sau-thang", "nhiem-ky"} {
		job, inbox := yearWard(t)
		job.Template = report
		clear(inbox)
		for b, u := range job.Branches {
			yearBook(t, u.Name, "Năm 2023", branchRows[:1], b).save(inbox, fmt.Sprintf("chi hoi %d.xlsx", b+1))
		}
		text, _ := said(t, job)
		if !strings.Contains(text, "189 ") {
			t.Errorf("%s: the members are missing:\n%s", report, text)
		}
		for _, word := range []string{"tích cực", "hoàn thành tốt", "gương mẫu", "phối hợp", "tặng", "số tiền", "khen", "bài học", "nâng", "kịp thời"} {
			if strings.Contains(strings.ToLower(text), word) {
				t.Errorf("%s claims a deed (%q):\n%s", report, word, text)
			}
		}
	}
}
