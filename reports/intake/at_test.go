package intake

import (
	"reflect"
	"testing"
)

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

func TestWith(t *testing.T) {
	rows := func() []Row {
		return []Row{{Num: 2, Cells: []Cell{{Col: 1, Text: "a"}, {Col: 3, Text: "7", Kind: Number, Look: &Look{Struck: true}}}}, {Num: 9}}
	}
	b := &Book{Sheets: []Sheet{{Name: "A", Rows: rows()}}}
	for _, addr := range []string{"A2", "B2", "C2", "D2", "A1", "A5", "C9", "A12"} {
		c, _ := b.With("A", addr, "x").At("A", addr)
		if c.Text != "x" || c.Kind != Text || c.Look != nil {
			t.Errorf("%s holds %+v", addr, c)
		}
	}
	if cells := b.With("A", "B2", "x").Cells(); cells != 3 {
		t.Errorf("%d cells", cells)
	}
	if !reflect.DeepEqual(b.Sheets[0].Rows, rows()) {
		t.Error("the workbook was changed")
	}
	for _, place := range [][2]string{{"B", "A1"}, {"A", "A1:B2"}, {"A", ""}} {
		if b.With(place[0], place[1], "x") != b {
			t.Errorf("%v is a place of the workbook", place)
		}
	}
}
