package workbook

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var later = reports.Choice{ID: reports.Later, Text: "Để sau, ghi chú vào báo cáo", Effect: "Báo cáo ghi: “chưa tính 14 chi hội”."}

// nameQuestion asks what a name means.
func nameQuestion(key, about, meant, text, effect string, settles int) reports.Question {
	return reports.Question{
		Key: key, Kind: reports.AskName, About: about, Text: text, Free: reports.AnyIndicator, Default: "X", Settles: settles, Blocking: settles > 0,
		Choices: []reports.Choice{
			{ID: "X", Text: "Đúng, đó là “" + meant + "”", Effect: effect},
			{ID: reports.New, Text: "Là chỉ tiêu mới, từ nay đưa vào phiếu và báo cáo"}, {ID: reports.Ignore, Text: "Không cần cho báo cáo"}, later,
		},
		Branches: []reports.UnitID{"thon-1", "cho-moi"},
		At:       []reports.Cell{{File: "thon-1.xlsx", Sheet: "Số liệu", Addr: "C9"}, {File: "cho-moi.xlsx", Sheet: "Biểu 1", Addr: "D14"}},
		New:      &reports.NewIndicator{Name: about, Unit: "cây", Section: "PT", Kind: "flow"},
	}
}

// testQuestions are of every kind, more than are asked at once.
func testQuestions() []reports.Question {
	only := func(key string, kind reports.QuestionKind, text string, free reports.Freedom, choices ...reports.Choice) reports.Question {
		return reports.Question{
			Key: key, Kind: kind, About: text, Text: text, Free: free, Choices: append(choices, later),
			At: []reports.Cell{{File: "b1.xlsx", Sheet: "Số liệu", Addr: "D21"}}, Branches: []reports.UnitID{"b1"},
		}
	}
	blank := only("blank", reports.AskBlank, "3 chi hội để trống 6 chỗ. Chỗ để trống là không có (số 0), hay chưa biết?", "")
	blank.Choices = []reports.Choice{{ID: reports.Nought, Text: "Không có, tính là 0"}, {ID: reports.Unknown, Text: "Chưa biết, để trống như vậy"}}
	for i := range 6 {
		b := branches[i%3]
		blank.Rows = append(blank.Rows, reports.Row{
			ID: fmt.Sprintf("%04d", i), Unit: b.ID, Text: "Thăm hỏi, tặng quà hội viên nhân ngày lễ, Tết (số tiền), năm 2025",
			At: []reports.Cell{{File: string(b.ID) + ".xlsx", Sheet: "Số liệu", Addr: at(3, 8+i)}},
		})
	}
	list := []reports.Question{
		nameQuestion("name.hoi-vien-giam-1f3a", "Hội viên giảm (từ trần)", "Hội viên từ trần", "17 chi hội ghi “Hội viên giảm (từ trần)”: 22 người. Đó là chỉ tiêu nào?", "Hội viên từ trần: 9 thành 31 người.", 14),
		blank,
		only("rival.cho-moi-77aa", reports.AskRival, "Chi hội Chợ Mới gửi hai tệp khác nhau (cho-moi.xlsx và cho-moi sửa.xlsx), khác nhau ở 3 số. Lấy tệp nào?", "",
			reports.Choice{ID: "a", Text: "Tệp cho-moi.xlsx", Effect: "Thăm hỏi: 42.800.000 đồng."}, reports.Choice{ID: "b", Text: "Tệp cho-moi sửa.xlsx", Effect: "Thăm hỏi: 45.300.000 đồng."}),
		only("value.khoang-50-trieu-12ab", reports.AskValue, "Khu phố 2: Ô D21 ghi “khoảng 50 triệu”, không rõ là bao nhiêu. Số đúng là bao nhiêu?", reports.AnyNumber,
			reports.Choice{ID: "50000000", Text: "50.000.000"}, reports.Choice{ID: reports.Ignore, Text: "Không tính"}),
		only("branch.thon-doai-9c01", reports.AskBranch, "Tệp Bieu 3.xls ghi tên “Thôn Đoài (cũ)”, không rõ là chi hội nào. Đó là chi hội nào?", reports.AnyBranch,
			reports.Choice{ID: "thon-1", Text: "Chi hội thôn 1"}, reports.Choice{ID: reports.Ignore, Text: "Không phải chi hội của Hội, không tính"}),
		only("columns.ke-hoach-thuc-hien-55aa", reports.AskColumns, "26 chi hội có các cột “Kế hoạch”, “Thực hiện 6 tháng đầu năm”, “Ước cả năm” trong cùng một bảng, không rõ cột nào là số của kỳ này. Tính thế nào?", "",
			reports.Choice{ID: "thuc-hien", Text: "Chỉ tính cột “Thực hiện 6 tháng đầu năm”", Effect: "Tính vào báo cáo 312 số của 26 chi hội."},
			reports.Choice{ID: reports.AddUp, Text: "Cộng cả ba cột"}),
		only("look.rule-part-3321", reports.AskLook, "Khu phố 2: 41 đảng viên trong 38 hội viên. Số này không thể lớn hơn số kia.", "",
			reports.Choice{ID: reports.Accept, Text: "Cứ để như vậy, có lý do"}),
	}
	list[0].At = append(list[0].At, reports.Cell{File: "thon-11.xlsx", Sheet: "S", Addr: "B3"}, reports.Cell{File: "kp2.xlsx", Sheet: "S", Addr: "B3"})
	for i, name := range []string{"Trồng cây đời đời nhớ ơn Bác", "Tổ chức gặp mặt, tọa đàm, giao lưu nhân kỷ niệm 80 năm ngày thành lập Quân đội nhân dân Việt Nam và ngày hội Quốc phòng toàn dân", "Quỹ đồng đội", "Nhà tình nghĩa", "CLB dưỡng sinh", "Ủng hộ bão lụt"} {
		list = append(list, nameQuestion(fmt.Sprintf("name.n%d-00aa", i), name, "Ủng hộ nhân đạo", "2 chi hội ghi “"+name+"”: 640 cây. Đó là chỉ tiêu nào?", "", 0))
	}
	return list
}

func testExcerpts(all []reports.Cell) []Excerpt {
	kept := []Excerpt{
		{File: "thon-1.xlsx", Sheet: "Số liệu", Rows: []ExcerptRow{
			{4, []ExcerptCell{{1, "TT"}, {2, "Nội dung"}, {3, "Năm 2026"}}},
			{8, []ExcerptCell{{1, "4"}, {2, "Kết nạp mới"}, {3, "2"}}},
			{9, []ExcerptCell{{1, "5"}, {2, "Hội viên giảm (từ trần)"}, {3, "3"}}},
			{10, []ExcerptCell{{1, "6"}, {2, "Phúng viếng ông Nguyễn Văn An, 0912 345 678"}, {3, ""}}},
		}},
		{File: "cho-moi.xlsx", Sheet: "Biểu 1", Rows: []ExcerptRow{
			{5, []ExcerptCell{{1, "STT"}, {2, "Chỉ tiêu"}, {3, "ĐVT"}, {4, "6 tháng"}, {5, "Cả năm"}, {6, "a"}, {7, "b"}, {8, "c"}, {9, "d"}}},
			{14, []ExcerptCell{{2, "Hội viên giảm (từ trần)"}, {3, "người"}}},
		}},
	}
	return slices.DeleteFunc(kept, func(e Excerpt) bool { return !slices.ContainsFunc(all, e.has) })
}

func testQuery(t *testing.T) Query {
	t.Helper()
	cat, words, _ := loadAll(t)
	q := Query{
		Ward: ward.Name, Report: "Báo cáo công tác năm", Span: reports.Year(2026), Questions: testQuestions(), Excerpt: testExcerpts, Words: words,
		Branch: func(id reports.UnitID) string {
			i := slices.IndexFunc(branches, func(u reports.Unit) bool { return u.ID == id })
			return branches[i].Name
		},
	}
	for _, ind := range cat.Indicators() {
		if ind.Kind != catalogue.List {
			q.Indicators = append(q.Indicators, ind.Name)
		}
	}
	q.Sections = cat.Sections()
	for _, b := range branches {
		q.Branches = append(q.Branches, b.Name)
	}
	return q
}

func makeQuery(t *testing.T) []byte {
	t.Helper()
	data, err := MakeQuery(testQuery(t))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// dump writes a workbook cell by cell, long lists by their first entries.
func dump(t *testing.T, f *excelize.File) string {
	t.Helper()
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		visible, err := f.GetSheetVisible(sheet)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s, shown %t\n", sheet, visible)
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if i == 12 && !visible {
				break
			}
			high, _ := f.GetRowHeight(sheet, i+1)
			fmt.Fprintf(&b, "%d (%.0f)", i+1, high)
			for k, text := range row {
				if text != "" {
					fmt.Fprintf(&b, " | %s %s", column(k+1), strings.ReplaceAll(shorten(text, 300), "\n", " ⏎ "))
				}
			}
			b.WriteString("\n")
		}
		rules, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			style := "takes all"
			if r.ShowErrorMessage && r.ErrorStyle != nil {
				style = *r.ErrorStyle
			}
			fmt.Fprintf(&b, "rule %s: %s, %s\n", r.Sqref, toTheEnd(t, f, r.Formula1), style)
		}
	}
	return b.String()
}

// toTheEnd names the last row of a list "end" where a rule takes in all of it: how many
// indicators there are is not what the golden is about.
func toTheEnd(t *testing.T, f *excelize.File, formula string) string {
	t.Helper()
	sheet, area, _ := strings.Cut(formula, "!")
	from, to, _ := strings.Cut(area, ":")
	col, num, ok := strings.Cut(strings.TrimPrefix(to, "$"), "$")
	if !ok || !strings.HasPrefix(from, "$"+col+"$2") {
		return formula
	}
	sheet = strings.Trim(sheet, "'")
	last, err := strconv.Atoi(num)
	if err != nil {
		t.Fatal(err)
	}
	under, err := f.GetCellValue(sheet, col+strconv.Itoa(last+1))
	if err != nil {
		t.Fatal(err)
	}
	if end, err := f.GetCellValue(sheet, col+num); err != nil || end == "" || under != "" {
		t.Errorf("%s does not end with its list: %q, then %q %v", formula, end, under, err)
	}
	return sheet + "!" + col + "2:end"
}

// TestQuery holds the workbook of questions cell by cell, and its bytes.
func TestQuery(t *testing.T) {
	data := makeQuery(t)
	if !bytes.Equal(data, makeQuery(t)) {
		t.Error("the same questions twice have other bytes")
	}
	const golden = "testdata/query.txt"
	got := dump(t, open(t, data))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// TestQueryLocked: on the sheets that are read back only the yellow cells can be
// changed; nobody changes a key by chance.
func TestQueryLocked(t *testing.T) {
	f := open(t, makeQuery(t))
	for _, sheet := range f.GetSheetList() {
		p, err := f.GetSheetProtection(sheet)
		if err != nil || !p.SelectUnlockedCells {
			t.Errorf("%s is not locked: %+v %v", sheet, p, err)
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for col := 1; col <= 9; col++ {
				id, err := f.GetCellStyle(sheet, at(col, r+1))
				if err != nil {
					t.Fatal(err)
				}
				style, err := f.GetStyle(id)
				if err != nil {
					t.Fatal(err)
				}
				yellow := slices.Equal(style.Fill.Color, []string{inputFill})
				if open := style.Protection != nil && !style.Protection.Locked; open != yellow {
					t.Errorf("%s %s: yellow %t, open %t", sheet, at(col, r+1), yellow, open)
				}
			}
		}
	}
}

// TestNoQuestions: a ward of which nothing is asked has a workbook that says so.
func TestNoQuestions(t *testing.T) {
	q := testQuery(t)
	q.Questions = nil
	data, err := MakeQuery(q)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, data)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Câu hỏi", "Danh mục"}) {
		t.Errorf("sheets %v", got)
	}
	if got := dump(t, f); !strings.Contains(got, q.Words.Query.None) {
		t.Errorf("it says\n%s", got)
	}
}
