package intake

import "testing"

func TestAt(t *testing.T) {
	b := &Book{Sheets: []Sheet{{Name: "A"}, {Name: "B", Rows: []Row{
		{Num: 2, Cells: []Cell{{Col: 1, Text: "a"}, {Col: 28, Text: "b"}}},
		{Num: 9, Cells: []Cell{{Col: 3, Text: "c"}}},
	}}}}
	for _, tt := range []struct {
		reason, sheet, addr, want string
		ok                        bool
	}{
		{"the first cell", "B", "A2", "a", true},
		{"past Z", "B", "AB2", "b", true},
		{"another row", "B", "C9", "c", true},
		{"an empty cell of a row that is there", "B", "B2", "", true},
		{"an empty row", "B", "A5", "", true},
		{"past the end", "B", "A10", "", true},
		{"a sheet without rows", "A", "A1", "", true},
		{"no such sheet", "C", "A1", "", false},
		{"a span", "B", "A2:AB2", "", false},
		{"the whole sheet", "B", "", "", false},
	} {
		if c, ok := b.At(tt.sheet, tt.addr); c.Text != tt.want || ok != tt.ok {
			t.Errorf("%s: got %q, %v", tt.reason, c.Text, ok)
		}
	}
}
