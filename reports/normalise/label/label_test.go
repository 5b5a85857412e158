package label

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/grid/gridtest"
	"ccbreport/reports/roster"
	"ccbreport/reports/viet"
	"ccbreport/templates"
)

var builtIn = sync.OnceValues(func() (*catalogue.Catalogue, error) { return catalogue.Load(templates.FS) })

// reader knows the built-in catalogue and two branches; its workbook is of 2019.
func reader(t *testing.T) *Reader {
	t.Helper()
	cat, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	branches := []reports.Unit{{ID: "son", Name: "Chi hội Thôn Son"}, {ID: "ha", Name: "Chi hội Thôn Hạ"}}
	ward := reports.Unit{Name: "Hội Cựu chiến binh phường Hoa Sen"}
	return New(cat, roster.New(branches, ward, cat.Association().Words, cat.Units()), viet.PeriodContext{Year: 2019, YearStart: [2]int{1, 1}}, &Memo{})
}

// row is a row of cells parted by strokes.
func row(t *testing.T, r *Reader, text string) grid.Row {
	t.Helper()
	return grid.Sheets(r.catalogue.Units(), gridtest.Book("b.xlsx", "sheet S\n"+text), nil)[0].Rows[0]
}

func told(l *Label) string {
	var out []string
	for _, role := range l.Roles {
		out = append(out, string(role))
	}
	if l.Timed {
		out = append(out, fmt.Sprintf("%v by %q", l.Period.Period, l.When))
	}
	for _, word := range []string{l.Code, string(l.Unit)} {
		if word != "" {
			out = append(out, word)
		}
	}
	if l.Data {
		out = append(out, "data")
	}
	return strings.Join(out, " ")
}

// TestOf: all that a cell can mean.
func TestOf(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]string{
		"STT":                "ordinal ordinal",    // two of its spellings have one key
		"Nội dung":           "name text activity", // which one is told by the other heads
		"Đơn vị":             "measure branch",
		"Kế hoạch năm 2019":  `plan 2019-01-01..2019-12-31 by "2019"`,
		"TH 2018":            `actual 2018-01-01..2018-12-31 by "2018"`,
		"Quý II":             `2019-04-01..2019-06-30 by "Quý II"`,
		"Kết quả (ước)":      "actual",
		"Số liệu (kế hoạch)": "actual",
		"Quý I (kế hoạch)":   `plan 2019-01-01..2019-03-31 by "Quý I"`,
		"2019":               `2019-01-01..2019-12-31 by "2019"`,
		"1862":               "data",
		"50 đ/c":             "data",
		"12/5/2019":          "data",
		"Tổng số hội viên":   "TC.HV.TONG",
		"Thôn Son":           "son",
		"Hội Cựu chiến binh phường Hoa Sen": "", // the ward is no branch
		"Cộng cụm 1":                  "total",
		"Cộng đồng":                   "",
		"Toàn xã":                     "total",
		"Tổng số hội viên 0912345678": "", // the number of a telephone
		"Ghi chú của chi hội":         "note",
		"Chi hội đăng ký":             "plan",
		"Chi hội tên":                 "",
		"2018 thực hiện":              `actual 2018-01-01..2018-12-31 by "2018"`,
		"Sửa lại 2018":                `fix 2018-01-01..2018-12-31 by "2018"`,
		"Tên chi hội CCB":             "branch",
		"So sanh":                     "compare", // typed without marks
		"nam":                         "",        // men, and no year
		"Đồng chí báo cáo cho chi hội nào?": "branch",
		"": "",
	} {
		got := ""
		if text != "" {
			got = told(r.Of(row(t, r, text).Cells[0]))
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	c := row(t, r, "@43586").Cells[0] // a day
	if got := told(r.Of(c)); got != "data" {
		t.Errorf("a day: %s", got)
	}
	for format, want := range map[string]string{
		"mm/yyyy":             `2019-05-01..2019-05-31 by "tháng 5 năm 2019"`,
		`"Tháng "m`:           `2019-05-01..2019-05-31 by "tháng 5 năm 2019"`,
		"yyyy":                `2019-01-01..2019-12-31 by "2019"`,
		`"Năm "yyyy`:          `2019-01-01..2019-12-31 by "2019"`, // the m of a word
		`"Mid-term "yyyy`:     `2019-01-01..2019-12-31 by "2019"`, // the d of a word
		`[$-1010000]yyyy`:     `2019-01-01..2019-12-31 by "2019"`,
		"d/m/yyyy":            "data",
		`[$-42A]dd mmmm yyyy`: "data",
	} {
		shown := row(t, r, "@43586").Cells[0]
		shown.Format = format
		if got := told(r.Of(shown)); got != want {
			t.Errorf("a date shown as %s: %s, want %s", format, got, want)
		}
	}
	if first := r.Of(c); r.Of(c) != first {
		t.Error("a cell is read twice")
	}
}

// TestIsHead: rows of heads, and rows of data that look like them.
func TestIsHead(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]bool{
		"TT|Chỉ tiêu|ĐVT|Năm 2019":      true,
		"Chỉ tiêu|Khu A|Khu B":          true,
		"|Quý I|Quý II":                 true,
		"Chỉ tiêu|ĐVT|30/6/2019":        true, // a day up to which it counts
		"STT|ĐVT|30/6/2019":             false,
		"TT|Chỉ tiêu|ĐVT|2018|20191":    true, // a year with a mark typed behind it
		"TT|Chỉ tiêu|ĐVT|2018|219":      true, // or with a slip
		"TT|Chỉ tiêu|ĐVT|2018|5|7":      false,
		"TT|Chỉ tiêu|ĐVT|20191":         false,
		"TT|Tổng số hội viên|2018|50":   false,
		"1|Kết quả|ĐVT|2018|20191":      false,
		"Chỉ tiêu|ĐVT|43586":            false, // shown as a number
		"Tổng số hội viên|2019|Kết quả": false, // so many of them
		"1|Sinh hoạt|30/6/2019":         false,
		"Thôn Son|Thôn Hạ|Tổng số":      true,
		"Tổng số hội viên|Hội viên nữ|Hội viên mới kết nạp": true,
		"1|Tổng số hội viên|người|50":                       false,
		"Tổng số hội viên|2019":                             false, // so many
		"Tổng số hội viên|người":                            false, // blank
		"CHI HỘI THÔN SON":                                  false,
		"Chi hội Thôn Lạ|Chi hội Thôn Xa|Kết quả":           true,
		"Có|Không": false,
		"STT|Họ và tên|Năm sinh|Địa chỉ":                      true,
		"1|Nguyễn Văn A|1950|Ngõ 5":                           false,
		"Họ và tên:|Nguyễn Văn A|Chức vụ:|Chi hội trưởng|x|y": false,
	} {
		if got := r.IsHead(row(t, r, text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"Họ và tên (in hoa)|Năm sinh": true,
		"Họ và tên|STT":               false,
		"Năm sinh|Địa chỉ":            false, // whose?
		"Họ và tên|Năm sinh|x|y|z":    false,
		"Họ và tên:|Năm sinh:":        false, // the end of a form
	} {
		if got := r.HeadsPeople(row(t, r, text)); got != want {
			t.Errorf("%s are heads of people: %v", text, got)
		}
	}
	if HasAccount("Số 12345678") || !HasAccount("ĐT 0912345678") {
		t.Error("telephones are not told from numbers")
	}
}

// TestMatch: the indicator that several labels name together.
func TestMatch(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ labels, measure, parent, want string }{
		{"Tổng số hội viên", "", "", "TC.HV.TONG"},
		{"Hội viên|Tổng số", "", "", "TC.HV.TONG"},
		{"Trồng mới cây xanh|Số lượng", "", "", "PT.CAY"},
		{"Ủng hộ nhân đạo, từ thiện|Số tiền (đồng)", "", "", "TN.UNGHO.TIEN"},
		{"Hội viên mới kết nạp|Đảng viên", "", "", ""}, // of the new ones, and of no indicator
		{"Lượt người", "", "PT.VSMT.BUOI", "PT.VSMT.LUOT"},
		{"Lượt người", "", "", ""},
	} {
		if got := r.Match(strings.Split(c.labels, "|"), c.measure, c.parent).Code; got != c.want {
			t.Errorf("%s under %q: %q, want %q", c.labels, c.parent, got, c.want)
		}
	}
	for text, want := range map[string]string{"Lượt": "lượt", "Số tiền (nghìn đồng)": "đồng", "Số người": "người", "Số lượng (cây)": "cây", "Nội dung (cây)": "", "Ghi chú": ""} {
		if got, ok := r.Measure(text); got != want || ok != (want != "") {
			t.Errorf("%q counts %q %v, want %q", text, got, ok, want)
		}
	}
}

// TestIsTotal: names of rows that hold sums, and indicators that begin like them.
func TestIsTotal(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]bool{
		"Tổng cộng": true, "Cộng 3 chi hội": true, "TC": true, "Toàn xã": true, "Tổng số hội viên": false, "Thôn Son": false, "Công tác hội": false, `"12"`: false,
	} {
		if got := r.IsTotal(row(t, r, text).Cells[0]); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
