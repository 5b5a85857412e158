package compose

import (
	"slices"
	"strings"
	"testing"

	"ccbreport/reports/paper"
	"ccbreport/templates"
)

// TestStandingAnnex: a draft always says who has sent what, a final only if there
// is something to be told.
func TestStandingAnnex(t *testing.T) {
	tmpl, err := Load(templates.FS, "giua-nhiem-ky", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	const all = "fig TC.HV.TONG 12\nbranches 2/2\nstanding A | 9/9 | 2020-07-01 | 0 | 0 | 0\nstanding B | 9/9 | 2020-07-02 | 0 | 0 | 0\n"
	for _, tt := range []struct {
		reason, input string
		want          string // the row of totals; "" for no annex
	}{
		{"a draft of a complete ward", all, "Tổng cộng | 2/2 chi hội | 18/18 (100%) | -"},
		{"a draft with a day set", all + "due 2020-07-05", "Tổng cộng | 2/2 chi hội | - | 18/18 (100%) | -"},
		{"a final of a complete ward", all + "final 05 2020-07-20", ""},
		{"a final of a ward in time", all + "due 2020-07-05\nfinal 05 2020-07-20", ""},
		{"a final with something left out", all + "remark A | Số tiền | đã hỏi\nfinal 05 2020-07-20", "Tổng cộng | 2/2 chi hội | 18/18 (100%)"},
		{"a final with one that was late", all + "due 2020-07-05\nstanding C | 8/9 | 2020-07-09 | 4 | 0 | 1\nbranches 3/3\nfinal 05 2020-07-20",
			"Tổng cộng | 3/3 chi hội | có 1 chi hội | 26/27 (96,3%)"},
		{"a final without one that is missing", all + "standing C | | | -1 | 1 | 0\nbranches 2/3 | C\nfinal 05 2020-07-20",
			"Tổng cộng | 2/3 chi hội | 18/18 (100%)"},
		{"a ward without a list of branches", "fig TC.HV.TONG 12\nbranches 2/-1\nstanding A | 9/9\nstanding B | 8/9", "Tổng cộng | 2 chi hội | 17/18 (94,44%) | -"},
		{"no branch at all", "fig TC.HV.TONG 12 ward\nbranches 0/-1", ""},
	} {
		doc, _, err := tmpl.Compose(readInput(t, tt.input))
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(doc.Annexes, func(a paper.Annex) bool { return strings.HasPrefix(a.Title, "TÌNH HÌNH GỬI") })
		got := ""
		if i >= 0 {
			rows := doc.Annexes[i].Body[0].(*paper.Table).Rows
			var cells []string
			for _, c := range rows[len(rows)-1].Cells[1:] {
				cells = append(cells, plainText(c))
			}
			got = strings.Join(cells, " | ")
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
		if named := strings.Contains(bodyWords(doc), "tình hình gửi số liệu của các chi hội tại Phụ lục"); named != (i >= 0) {
			t.Errorf("%s: named in the text: %t", tt.reason, named)
		}
	}
}
