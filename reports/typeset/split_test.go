package typeset

import (
	"fmt"
	"strings"
	"testing"

	"ccbreport/reports/paper"
)

// branchTable is a table of branches by indicators, two columns in front and a
// group of heads over each pair of indicators.
func branchTable(rows, indicators int) *paper.Table {
	t := &paper.Table{
		Lead: 2, Unit: "Đơn vị tính: nghìn đồng", Alt: "Số liệu theo chi hội",
		Columns: []paper.Column{{Head: "STT", Align: paper.Centre}, {Head: "Chi hội"}},
		Notes:   []string{"“-”: chưa có số liệu."},
	}
	for i := range indicators {
		t.Columns = append(t.Columns, paper.Column{Head: fmt.Sprintf("Chỉ tiêu thứ %d trong kỳ", i+1), Align: paper.Right})
		if i%2 == 1 {
			t.Groups = append(t.Groups, paper.Group{Head: fmt.Sprintf("Nhóm %d", i/2+1), First: i + 1, Last: i + 2})
		}
	}
	for r := range rows {
		row := paper.Row{Cells: [][]paper.Span{plain(fmt.Sprint(r + 1)), plain(fmt.Sprintf("Chi hội Tổ dân phố số %d", r+1))}}
		for i := range indicators {
			row.Cells = append(row.Cells, plain(fmt.Sprintf("%d.%03d.%03d", 10+r, (r*37+i*11)%1000, i)))
		}
		t.Rows = append(t.Rows, row)
	}
	total := paper.Row{Kind: paper.TotalRow, Cells: make([][]paper.Span, 2+indicators)}
	total.Cells[1] = plain("Tổng cộng")
	t.Rows = append(t.Rows, total)
	return t
}

// TestWideTables: a table of any size stands within the margins with every cell
// whole and once, the leading columns in every part, heads on every page.
func TestWideTables(t *testing.T) {
	p, face := builtin(t)
	p.Contents.From = 1000
	for _, size := range []struct{ rows, indicators int }{{34, 6}, {34, 12}, {60, 20}, {150, 16}, {3, 90}} {
		table := branchTable(size.rows, size.indicators)
		doc := &paper.Document{Annexes: []paper.Annex{{Label: "Phụ lục", Title: "BẢNG", Landscape: true, Body: []paper.Block{table}}}}
		g, findings := layout(t.Context(), doc, p, face)
		if len(findings) > 0 {
			t.Errorf("%v: findings %v", size, findings)
		}
		cells := map[string]int{}
		for i, pg := range g.pages {
			checkInside(t, fmt.Sprintf("%v, page %d", size, i+1), p, pg)
			if i > 0 && !holds(pg, "STT") {
				t.Errorf("%v: page %d has no heads", size, i+1)
			}
			for _, tx := range texts(pg) {
				if tx.y > p.Page.Top {
					cells[tx.text]++
				}
			}
		}
		parts := cells["Đơn vị tính: nghìn đồng"]
		for _, row := range table.Rows[:size.rows] {
			for i, c := range row.Cells {
				want := map[int]int{0: parts}[i]
				if i > 1 {
					want = 1
				}
				if n := cells[c[0].Text]; i != 1 && n != want { // names may have two lines
					t.Errorf("%v: %q stands %d times, want %d", size, c[0].Text, n, want)
				}
			}
		}
		if cells["“-”: chưa có số liệu."] != 1 {
			t.Errorf("%v: the note stands %d times", size, cells["“-”: chưa có số liệu."])
		}
	}
}

// TestSplit: which columns stand in which part.
func TestSplit(t *testing.T) {
	s := testSetter(t)
	var got []string
	for _, part := range s.split(branchTable(3, 16)) {
		var heads []string
		for _, c := range part.Columns {
			heads = append(heads, strings.TrimSuffix(strings.TrimPrefix(c.Head, "Chỉ tiêu thứ "), " trong kỳ"))
		}
		for _, g := range part.Groups {
			heads = append(heads, fmt.Sprintf("%s:%d-%d", strings.TrimPrefix(g.Head, "Nhóm "), g.First, g.Last))
		}
		got = append(got, strings.Join(heads, " "))
	}
	want := []string{
		"STT Chi hội 1 2 3 4 5 6 1:2-3 2:4-5 3:6-7",
		"STT Chi hội 7 8 9 10 11 12 4:2-3 5:4-5 6:6-7",
		"STT Chi hội 13 14 15 16 7:2-3 8:4-5",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("parts\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
