package wording

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
	"ccbreport/templates"
)

var builtIn = sync.OnceValues(func() (*catalogue.Catalogue, error) { return catalogue.Load(templates.FS) })

// units are those of the built-in catalogue.
func units(t testing.TB) *viet.Units {
	cat, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return cat.Units()
}

// TestClauses: a line and its clauses, label = value; "!" in front where the rest
// of the line has quantities that are in none.
func TestClauses(t *testing.T) {
	u := units(t)
	for line, want := range map[string]string{
		"- Hội viên: 50 đ/c; trong đó nữ: 03 đ/c":                  "Hội viên = 50 đ/c; trong đó nữ = 03 đ/c",
		"Hội viên: 50 đ/c (nữ: 03 đ/c), đảng viên 30 đ/c.":         "Hội viên = 50 đ/c; nữ = 03 đ/c; đảng viên = 30 đ/c",
		"1.2. Thăm hỏi, tặng quà: 12 buổi/350 lượt":                "Thăm hỏi, tặng quà = 12 buổi/350 lượt",
		"Ủng hộ quỹ: 5.000.000 đ (năm triệu đồng)":                 "Ủng hộ quỹ = 5.000.000 đ",
		"Hội viên mới kết nạp ........ 02 đ/c":                     "Hội viên mới kết nạp = 02 đ/c",
		"Hội viên mới kết nạp: …… đ/c":                             "Hội viên mới kết nạp = ",
		"Trồng cây (xanh): 40 cây":                                 "Trồng cây (xanh) = 40 cây",
		"Huy hiệu 50 năm tuổi Đảng 3 đ/c":                          "Huy hiệu 50 năm tuổi Đảng = 3 đ/c",
		"Kết nạp Đảng: không":                                      "Kết nạp Đảng = không",
		"Hội viên: ông Nguyễn Văn Lụa":                             "",
		"Thực hiện Nghị quyết số 09":                               "",
		"Đại hội lần thứ VIII nhiệm kỳ 2025 - 2030":                "",
		"Họp lúc 8:30 ngày 12/5/2019":                              "",
		"Ngày sinh hoạt: 12/5/2019":                                "",
		"Chi hội đã vận động và có 120 lượt người dự, đạt yêu cầu": "!",
		"Có 3 đ/c từ trần":                                         "!",
		"Hội viên 45":                                              "",
		"":                                                         "",
	} {
		list, prose := Clauses(u, line)
		var got []string
		for _, c := range list {
			got = append(got, c.Label+" = "+c.Value)
		}
		text := strings.Join(got, "; ")
		if prose {
			text = "!" + text
		}
		if diff := cmp.Diff(want, text); diff != "" {
			t.Errorf("%q (-want +got)\n%s", line, diff)
		}
	}
}

// TestClauseUnits: what a clause counts.
func TestClauseUnits(t *testing.T) {
	for _, c := range []struct {
		clause Clause
		unit   string
		ok     bool
	}{
		{Clause{Value: "50 đ/c"}, "người", true},
		{Clause{Value: ""}, "", true},
		{Clause{Value: "đ/c"}, "", true}, // a form waits for its number
		{Clause{Value: "50"}, "", true},
		{Clause{Value: "khá", Sure: true}, "", true},
		{Clause{Value: "khá"}, "", false},
	} {
		if unit, ok := c.clause.Unit(units(t)); unit != c.unit || ok != c.ok {
			t.Errorf("%+v counts %q %v", c.clause, unit, ok)
		}
	}
}

// FuzzClauses: what is read out of a line stands in it, in order, and no part of it
// is read twice.
func FuzzClauses(f *testing.F) {
	f.Add("- Hội viên: 50 đ/c; trong đó nữ: 03 đ/c (đảng viên 5 đ/c)")
	f.Add("a... 1 m². : : (((: 5")
	u := units(f)
	f.Fuzz(func(t *testing.T, line string) {
		list, _ := Clauses(u, line)
		rest := leader.ReplaceAllString(Unlisted(line), ": ")
		for _, c := range list {
			for _, part := range []string{c.Label, c.Value} {
				i := strings.Index(rest, part)
				if i < 0 {
					t.Fatalf("%q: %q is not in %q", line, part, rest)
				}
				rest = rest[i+len(part):]
			}
		}
	})
}
