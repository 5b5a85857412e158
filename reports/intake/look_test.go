package intake

import (
	"slices"
	"strconv"
	"testing"
	"time"
)

// TestCoverIsLinear: many merges over many rows cost no more than both.
func TestCoverIsLinear(t *testing.T) {
	s := Sheet{}
	for row := 1; row <= 50_000; row++ {
		s.Rows = append(s.Rows, Row{Num: row, Cells: []Cell{{Col: 1, Text: strconv.Itoa(row)}, {Col: 3, Text: "x"}}})
		s.Merges = append(s.Merges, Range{1, row, 3, maxRow})
	}
	slices.Reverse(s.Merges)
	start := time.Now()
	s.cover()
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %s", took)
	}
	if s.Rows[7].Cells[0].Look != nil || !s.Rows[7].Cells[1].Look.Covered {
		t.Error("the first cell of a merge is seen, the others are not")
	}
}
