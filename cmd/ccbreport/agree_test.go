package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/viet"
	"ccbreport/reports/ward"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// This file holds the four places against each other that say who has sent what:
// what run --json prints, tinh-hinh.xlsx, the annex and page 1 of the report.

// saved sets the day on which a workbook says that it was saved.
func saved(ts *testscript.TestScript, _ bool, args []string) {
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(book.SetDocProps(&excelize.DocProperties{Modified: args[1] + "T05:00:00Z"}))
	ts.Check(book.Save())
	ts.Check(book.Close())
}

// agree wants the four to say the same of every branch, and in all.
func agree(ts *testscript.TestScript, _ bool, args []string) {
	var run struct {
		Branches ward.Branches
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &run))
	want := []string{}
	for _, s := range run.Branches.List {
		want = append(want, standingLine(s))
	}
	dir := ts.MkAbs(args[1])
	if diff := cmp.Diff(want, sheetLines(ts, filepath.Join(dir, "tinh-hinh.xlsx"))); diff != "" {
		ts.Fatalf("JSON and tinh-hinh.xlsx differ: %s", diff)
	}
	rows, missing := annexLines(ts, filepath.Join(dir, "du-lieu.json"))
	if diff := cmp.Diff(append(want, totalLine(run.Branches)), rows); diff != "" {
		ts.Fatalf("JSON and the annex differ: %s", diff)
	}
	names := []string{}
	for _, s := range run.Branches.List {
		if !s.Received {
			names = append(names, s.Name)
		}
	}
	page1 := fmt.Sprintf("Mới có số liệu của %d/%d chi hội; thiếu: %s", run.Branches.Received, *run.Branches.Expected, strings.Join(names, " và "))
	if len(names) > 0 && !slices.Contains(missing, page1) {
		ts.Fatalf("page 1 says %q, not %q", missing, page1)
	}
}

// standingLine is one branch in the words of the annex.
func standingLine(s ward.Standing) string {
	received, late, share := "CHƯA", "-", "-"
	if s.Received {
		received, late, share = "không rõ ngày", "không rõ", fmt.Sprintf("%d/%d", s.Given, s.Of)
	}
	if s.Saved != nil {
		received = viet.Date(*s.Saved)
	}
	if s.Late != nil {
		late = strconv.Itoa(*s.Late)
	}
	return strings.Join([]string{s.Name, received, late, share, openWords(s.Blocking, s.Warning)}, " | ")
}

func openWords(blocking, warning int) string {
	var parts []string
	if blocking > 0 {
		parts = append(parts, "phải sửa "+strconv.Itoa(blocking))
	}
	if warning > 0 {
		parts = append(parts, "nên xem "+strconv.Itoa(warning))
	}
	if parts == nil {
		return "-"
	}
	return strings.Join(parts, "; ")
}

// totalLine is the row of totals that the branches make.
func totalLine(b ward.Branches) string {
	received, late, given, of, blocking, warning := 0, 0, 0, 0, 0, 0
	for _, s := range b.List {
		if s.Received {
			received++
		}
		if s.Late != nil && *s.Late > 0 {
			late++
		}
		given, of, blocking, warning = given+s.Given, of+s.Of, blocking+s.Blocking, warning+s.Warning
	}
	lateWords := "-"
	if late > 0 {
		lateWords = fmt.Sprintf("có %d chi hội", late)
	}
	return fmt.Sprintf("Tổng cộng | %d/%d chi hội | %s | %d/%d | %s", received, len(b.List), lateWords, given, of, openWords(blocking, warning))
}

// sheetLines reads tinh-hinh.xlsx into the same words.
func sheetLines(ts *testscript.TestScript, file string) []string {
	book, err := excelize.OpenFile(file)
	ts.Check(err)
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	ts.Check(err)
	lines := []string{}
	for _, r := range rows {
		if len(r) < 10 || r[0] == "" || strings.Trim(r[0], "0123456789") != "" {
			continue
		}
		received, late, share := "CHƯA", "-", "-"
		if r[2] == "có" {
			received, late, share = r[6], r[7], r[4]+"/"+r[5]
		}
		if r[2] == "có" && r[6] == "không rõ" {
			received += " ngày"
		}
		blocking, err := strconv.Atoi(r[8])
		ts.Check(err)
		warning, err := strconv.Atoi(r[9])
		ts.Check(err)
		lines = append(lines, strings.Join([]string{r[1], received, late, share, openWords(blocking, warning)}, " | "))
	}
	return lines
}

// percentBehind is what the annex says beside "7/9".
var percentBehind = regexp.MustCompile(` \([\d,]+%\)`)

// annexLines reads the rows of the annex, and what page 1 says is missing.
func annexLines(ts *testscript.TestScript, file string) (lines, missing []string) {
	data, err := os.ReadFile(file)
	ts.Check(err)
	var all struct {
		Document struct {
			Draft   struct{ Missing []string }
			Annexes []struct {
				Title string
				Body  []readTable
			}
		}
	}
	ts.Check(json.Unmarshal(data, &all))
	for _, a := range all.Document.Annexes {
		if !strings.HasPrefix(a.Title, "TÌNH HÌNH GỬI") {
			continue
		}
		for _, row := range a.Body[0].Table.Rows {
			var cells []string
			for _, c := range row.Cells[1:] {
				cells = append(cells, percentBehind.ReplaceAllString(c[0].Text, ""))
			}
			lines = append(lines, strings.Join(cells, " | "))
		}
	}
	return lines, all.Document.Draft.Missing
}
