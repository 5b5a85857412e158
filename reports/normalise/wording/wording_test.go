package wording

import (
	"strings"
	"testing"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/grid/gridtest"
	"ccbreport/reports/viet"
)

// TestQuestions: what a question asks for, and the answer behind it.
func TestQuestions(t *testing.T) {
	u := units(t)
	for text, want := range map[string]string{
		"Câu 2. Hội viên mới kết nạp là bao nhiêu?":             "Hội viên mới kết nạp | ",
		"Câu hỏi số 3: Hội viên nữ có mấy đồng chí? Trả lời: 4": "Hội viên nữ (đồng chí) | 4",
		"Bao nhiêu hội viên?":                        "hội viên | ",
		"Kết nạp bao nhiêu hội viên mới?":            "Kết nạp hội viên mới | ",
		"Tổng số hội viên là bao nhiêu đồng chí? 50": "Tổng số hội viên (đồng chí) | 50",
		"Tổng số hội viên:":                          "no: Tổng số hội viên | ",
		"Trả lời: 50 đồng chí":                       "no:  | ",
		"Câu lạc bộ":                                 "no: Câu lạc bộ | ",
		"Chi hội có tổ chức văn nghệ không?":         "Chi hội có tổ chức văn nghệ không | ",
	} {
		name, answer, ok := Question(u, text)
		got := name + " | " + answer
		if !ok {
			got = "no: " + got
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for key, want := range map[string]bool{"đồng chí báo cáo cho chi hội nào": true, "anh chị ở chi hội số mấy": true, "chi hội": false} {
		if AsksBranch(key) != want {
			t.Errorf("%q asks for the branch: %v", key, !want)
		}
	}
}

// rowsOf are the rows of a sheet in the text form of gridtest.
func rowsOf(t *testing.T, text string) []grid.Row {
	return grid.Sheets(units(t), gridtest.Book("b.xlsx", "sheet S\n"+text), nil)[0].Rows
}

// TestAnswers: the answer in the row below a question.
func TestAnswers(t *testing.T) {
	for row, want := range map[string]string{
		"Trả lời: 50 đồng chí": "50 đồng chí",
		"Trả lời:|50":          "50",
		"Đáp số|x":             "x",
		"50":                   "50",
		"50|51":                "", // which?
		`"50 đ/c"`:             "50 đ/c",
		"Tổng số":              "",
		"Trả lời:":             "",
	} {
		got := ""
		if c := Answer(rowsOf(t, row)[0]); c != nil {
			got = c.Clean
		}
		if got != want {
			t.Errorf("%q answers %q, want %q", row, got, want)
		}
	}
}

// TestRanks: what a heading says holds up to one of its own rank.
func TestRanks(t *testing.T) {
	ranks := map[string]Rank{}
	for _, s := range []string{"II. Kết quả", "2.1. Tổ chức", "a) Hội viên", "Tổ chức", "Vì dân"} {
		ranks[s], _ = RankOf(s)
	}
	if a, b, c, d := ranks["II. Kết quả"], ranks["2.1. Tổ chức"], ranks["a) Hội viên"], ranks["Tổ chức"]; a <= b || b <= c || c <= d || d != Unranked || ranks["Vì dân"] != Unranked {
		t.Error(ranks)
	}
	if _, words := RankOf("2.1. Tổ chức"); words != "Tổ chức" {
		t.Errorf("%q", words)
	}
	var s Scope
	s.Open(byNumber)
	if !s.On || s.Closes(byLetter) || !s.Closes(byNumber) || !s.Closes(byRoman) {
		t.Errorf("%+v", s)
	}
	if s.Open(Unranked); s.Closes(byNumber) || !s.Closes(byRoman) {
		t.Error("a heading without a mark stands above all others", s)
	}
	s.On = false
	if s.Closes(byRoman) {
		t.Error("nothing is closed twice")
	}
	for s, want := range map[string]string{"II. x": "I", "2) x": "1", "B. x": "A", "b. x": "a", "(c) x": "a", "x y": "a", "xyz": ""} {
		if got := MarkOf(s); got != want {
			t.Errorf("%q has the mark %q, want %q", s, got, want)
		}
	}
}

// TestPlans: what is of what is to come, and what of results.
func TestPlans(t *testing.T) {
	for s, want := range map[string]string{
		"II. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2027":  "announces speaks",
		"Chỉ tiêu phấn đấu năm 2027":          "announces speaks",
		"Chỉ tiêu phấn đấu năm 2026":          "speaks",
		"Nhiệm vụ năm tới":                    "announces",
		"Mục tiêu 2026":                       "speaks",
		"Kế hoạch công tác năm 2026":          "plan",
		"Kế hoạch số 5 năm 2027":              "announces", // as a title it only points at one
		"Kết quả thực hiện kế hoạch năm 2027": "results",
		"1. Dự kiến năm sau":                  "announces speaks",
		"Tổng số hội viên":                    "",
		"Nhiệm vụ quý tới":                    "announces",
		"Kế hoạch kỳ tới":                     "announces plan",
		"B. PHƯƠNG HƯỚNG NHIỆM VỤ":            "announces speaks",
		"b) Mục tiêu quý tới":                 "announces speaks",
		"A. Kết quả thực hiện nhiệm vụ":       "results",
		"B Phấn đấu":                          "speaks", // no mark: a word, or a name
		"C. Chỉ tiêu năm 2026":                "",
	} {
		key := viet.Key(s)
		var got []string
		for _, is := range []struct {
			word string
			ok   bool
		}{{"announces", Announces(s, 2026)}, {"speaks", SpeaksOfPlan(key)}, {"plan", IsPlan(key)}, {"results", SpeaksOfResults(key)}} {
			if is.ok {
				got = append(got, is.word)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestNames: what the form of a name says.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		what, text string
		is         func(string) bool
		want       bool
	}{
		{"part", "– Nữ", IsSub, true},
		{"part", "Trong đó: đảng viên", IsSub, true},
		{"part", "Số tiền", IsSub, true},
		{"part", "Nữ", IsSub, false},
		{"part", strings.Repeat("x", 2000) + "-", IsSub, false},
		{"note", "Người lập biểu", IsNote, true},
		{"note", "Chi hội trưởng", IsNote, true},
		{"note", "Chi hội thôn Hạ", IsNote, false},
		{"sentence", "Chi hội họp định kỳ vào ngày 05 hằng tháng", IsSentence, true},
		{"sentence", "Chi hội họp hằng tháng", IsSentence, false},
		{"sentence", "Chi hội thôn Hạ xã Hòa Lạc cũ", IsSentence, false},
		{"sentence", "Chi hội Bến Đá thuộc xã Hòa Lạc cũ", IsSentence, false},
		{"sentence", "Chi hội số 4 thuộc xã Hòa Lạc cũ", IsSentence, false},
		{"signing", "hoa sen ngày 05 tháng 7 năm 2020", IsDateLine, true},
		{"signing", "tính đến ngày 05 tháng 7 năm 2020", IsDateLine, false},
		{"signing", "năm 2020", IsDateLine, false},
		{"withdrawn", "số đúng là 52", Withdraws, true},
		{"withdrawn", "số đúng 52", Withdraws, false},
		{"measure", "ĐVT: triệu đồng", NamesMeasure, true},
		{"measure", "Đơn vị tính", NamesMeasure, true},
		{"measure", "Đồng", NamesMeasure, false},
	} {
		if got := c.is(c.text); got != c.want {
			t.Errorf("%s, %q: %v", c.what, c.text, got)
		}
	}
	if base, inner := Bracket("Tổng chân quỹ Hội (đồng)"); base != "Tổng chân quỹ Hội" || inner != "đồng" {
		t.Errorf("%q and %q", base, inner)
	}
	if base, inner := Bracket("(đồng)"); base != "(đồng)" || inner != "" {
		t.Errorf("%q and %q", base, inner)
	}
	if got := strings.Join(Corrected("2. Sửa lại: Tổng số hội viên"), "; "); got != "tổng số hội viên; lại tổng số hội viên" {
		t.Errorf("%q is corrected", got)
	}
	if got := Unlisted("- 2.1. Hội viên"); got != "Hội viên" {
		t.Errorf("%q", got)
	}
}

// TestScales: the scale of money that names and lines give.
func TestScales(t *testing.T) {
	u := units(t)
	for _, c := range []struct {
		labels []string
		want   int64
	}{
		{[]string{"Tổng chân quỹ (nghìn đồng)"}, 1000},
		{[]string{"Ủng hộ, ĐVT: triệu đồng"}, 1_000_000},
		{[]string{"Quỹ (triệu đồng)", "Thu (nghìn đồng)"}, 1000},
		{[]string{"Quỹ (triệu đồng)", "Thu"}, 1_000_000},
		{[]string{"Số hộ vay trên 50 triệu đồng"}, 0},
		{[]string{"Trên 3 triệu người"}, 0},
		{[]string{"Quỹ (đồng)"}, 1},
		{[]string{"Hội viên (người)"}, 0},
		{nil, 0},
	} {
		if got := Scale(u, c.labels...); got != c.want {
			t.Errorf("%q: %d, want %d", c.labels, got, c.want)
		}
	}
	for text, want := range map[string]int64{
		"Đơn vị tiền: nghìn đồng": 1000, "ĐVT triệu đồng": 1_000_000, "(nghìn đồng)": 1000, "Đơn vị tính: đồng": 1,
		"Đơn vị: Chi hội 1": 0, "1.500 nghìn đồng": 0, "nghìn đồng": 1000,
	} {
		c := rowsOf(t, `"`+text+`"`)[0].Cells[0]
		if got, ok := ScaleOver(c); ok != (want > 0) || ok && got != want {
			t.Errorf("%q: %d %v, want %d", text, got, ok, want)
		}
	}
	if MoneyScale("đồng/năm", 1000) != 1000 || MoneyScale("người", 1000) != 0 {
		t.Error("money is not told from people")
	}
}

// TestColours: the colours of cells that a line speaks of.
func TestColours(t *testing.T) {
	for key, want := range map[string]string{
		"ô màu đỏ là số tạm": "đỏ", "chữ xanh chưa chốt": "xanh lá xanh dương", "tô màu da cam": "cam", "hội chữ thập đỏ": "", "nền xanh lam": "xanh dương", "dòng xanh lục": "xanh lá",
	} {
		if got := strings.Join(Colours(key), " "); got != want {
			t.Errorf("%q: %q, want %q", key, got, want)
		}
	}
}

// TestEstimated: which heads and titles are over estimates, and which only look like it.
func TestEstimated(t *testing.T) {
	for text, want := range map[string]bool{
		"Ước thực hiện cả năm":              true,
		"Ước TH 2026":                       true,
		"ƯỚC THỰC HIỆN NĂM 2026":            true,
		"Ước":                               true,
		"Ước năm 2026":                      true,
		"Ước cả năm":                        true,
		"Ước 6 tháng cuối năm":              true,
		"Số liệu ước đến 31/12/2026":        true,
		"Kết quả ước đạt":                   true,
		"Uoc thuc hien ca nam":              true,
		"Thực hiện 11 tháng":                false,
		"Kế hoạch năm 2026":                 false,
		"Xây dựng hương ước, quy ước":       false,
		"Số chi hội có hương ước đạt chuẩn": false,
		"Giao ước thi đua năm 2026":         false,
		"Quy ước trong khu dân cư":          false,
		"Căn cước":                          false,
		"Số cuộc tuyên truyền":              false,
		"Nước sạch trong năm":               false,
		"Trước năm 2026":                    false,
		"Ước mơ của em":                     false,
		"":                                  false,
	} {
		if got := Estimated(viet.Key(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestSoft: whose words call a figure provisional.
func TestSoft(t *testing.T) {
	for text, want := range map[string]string{
		"Ghi chú: ô tô màu đỏ là số tạm ước, chưa chốt": "line",
		"Số liệu tạm tính đến 30/11":                    "line",
		"ước":                                           "remark",
		"ước đạt 100%":                                  "remark",
		"tạm":                                           "remark",
		"sơ bộ":                                         "remark",
		"Không ghi số ước tính":                         "",
		"Nếu là số tạm thì ghi rõ":                      "",
		"tạm 5 ông":                                     "",
		"tạm 5":                                         "remark",
		"tạm trú":                                       "",
		"Xóa nhà tạm, nhà dột nát":                      "",
		"Ước thực hiện cả năm":                          "remark", // never asked in a head: see notices
		"":                                              "",
	} {
		got := ""
		if _, ok := Soft(text); ok {
			got = "line"
		} else if SoftRemark(text) {
			got = "remark"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
