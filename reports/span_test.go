package reports_test

import (
	"cmp"
	"strings"
	"testing"

	"ccbreport/reports"
)

func TestSpans(t *testing.T) {
	for _, tt := range []struct{ reason, cells, want string }{
		{"nothing", "", ""},
		{"one cell", "B2", "B2"},
		{"down a column", "N9 N10 N11", "N9:N11"},
		{"across a row", "C4 D4 E4", "C4:E4"},
		{"a block", "B2 B3 C2 C3", "B2:C3"},
		{"out of order and twice", "N11 N9 N10 N9", "N9:N11"},
		{"a gap", "A1 A2 A4", "A1:A2 A4"},
		{"past Z", "Z1 AA1 AB1", "Z1:AB1"},
		{"from ZZ to AAA", "ZZ7 AAA7", "ZZ7:AAA7"},
		{"runs of different height stay apart", "A1 A2 B1", "A1:A2 B1"},
		{"a span of its own stays as it is", "A1 A2:A4", "A1 A2:A4"},
		{"the whole file stays as it is", "- A1", "- A1"},
	} {
		var cells []reports.Cell
		for _, addr := range strings.Fields(tt.cells) {
			cells = append(cells, reports.Cell{File: "f.xlsx", Addr: strings.TrimPrefix(addr, "-")})
		}
		var got []string
		for _, c := range reports.Spans(cells) {
			got = append(got, cmp.Or(c.Addr, "-"))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, s, tt.want)
		}
	}
	two := []reports.Cell{{File: "a", Sheet: "s", Addr: "A1"}, {File: "b", Sheet: "s", Addr: "A2"}, {File: "a", Sheet: "t", Addr: "A2"}}
	if got := reports.Spans(two); len(got) != 3 {
		t.Errorf("cells of different files and sheets were drawn together: %v", got)
	}
}
