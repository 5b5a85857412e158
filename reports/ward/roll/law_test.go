package roll

import (
	"context"
	"strings"
	"testing"

	"ccbreport/reports/intake"
)

// FuzzLists: whatever stands in a list, every row of it that has something is a branch,
// or set aside, or a doubt, unless the whole list is one; and nothing of it has a number
// by which somebody is reached. A list that is answered asks no more about what was
// answered.
func FuzzLists(f *testing.F) {
	for _, s := range []string{
		"1. Chi hội thôn Đông\n2. Chi hội thôn Đoài - 0912 345 678\n\nCộng: 2", "STT;Tên chi hội;ĐT\n1;Thôn 1;0912345678\n;;\n2;;", "Tổ 1 và tổ 2\nTổ 1\n\"\"\n+84",
		"Xã A (cũ)\nThôn 1\nXã B cũ\nThôn 1\nThôn 1", "Chi hội 09123456789\n0912345678 (thôn 0912345678)\nông A\nĐT:", "Thôn Đông (cũ (tức xóm Chùa)\n(1)\t(2)\t(3)\n1\t2",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sheets, _, err := Open(context.Background(), "danh-sach", data, intake.Options{Limits: intake.DefaultLimits()})
		if err != nil {
			t.Fatal(err)
		}
		r := Reader{Words: own}
		list := r.Read(sheets)
		accounted(t, sheets, list)
		noNumbers(t, "list", list)
		answers := map[string]string{}
		for _, d := range list.Doubts {
			if len(d.Choices) == 0 || d.Choices[0].ID == "" {
				t.Fatalf("nothing can be answered to %+v", d)
			}
			answers[d.Key] = d.Choices[0].ID
		}
		r.Answers = answers
		list = r.Read(sheets)
		for _, d := range list.Doubts {
			if answers[d.Key] != "" {
				t.Errorf("%s was answered: %+v", d.Key, d)
			}
		}
		accounted(t, sheets, list)
		noNumbers(t, "answered list", list)
		ids := map[string]bool{}
		for _, b := range list.Branches {
			if ids[b.ID] || strings.Trim(b.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
				t.Errorf("the id of %q is %q", b.Name, b.ID)
			}
			ids[b.ID] = true
		}
	})
}

// accounted makes sure that no row is left out without a word.
func accounted(t *testing.T, sheets []Sheet, l List) {
	t.Helper()
	rows := map[int]bool{}
	for _, b := range l.Branches {
		rows[b.Row] = true
	}
	for _, a := range l.Aside {
		rows[a.Row] = true
	}
	for _, d := range l.Doubts {
		rows[d.Row] = true
		if d.Row == 0 {
			return // first of all somebody says which sheet, or column
		}
	}
	for _, s := range sheets {
		for _, row := range s.Rows {
			if s.Name == l.Sheet && !rows[row.Num] {
				t.Errorf("row %d is left out: %q", row.Num, row.text())
			}
		}
	}
}
