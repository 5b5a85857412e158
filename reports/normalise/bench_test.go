package normalise

import (
	"fmt"
	"strconv"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/intake"
	"ccbreport/templates"
)

// BenchmarkLongSheets reads what is long and holds no figure of the report: each
// row must cost little.
func BenchmarkLongSheets(b *testing.B) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		b.Fatal(err)
	}
	opt := Options{
		Catalogue: cat, YearStart: [2]int{1, 1},
		Branches: []reports.Unit{{ID: "b1", Name: "Chi hội Tổ dân phố số 1"}, {ID: "b2", Name: "Chi hội Tổ dân phố số 2"}},
		Ward:     reports.Unit{Name: "Hội Cựu chiến binh phường Hoa Sen"},
		Span:     reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30)),
	}
	for _, bm := range []struct {
		name string
		row  func(n int) []string // of a sheet; row 0 is the first
		rows int
	}{
		{"statement", statementRow, 5000},
		{"people", personRow, 2000},
	} {
		b.Run(bm.name, func(b *testing.B) {
			book := &intake.Book{Name: bm.name + ".csv", Sheets: []intake.Sheet{{Name: "Sheet1", Rows: longSheet(bm.row, bm.rows)}}}
			b.ReportAllocs()
			for b.Loop() {
				Books([]*intake.Book{book}, opt)
			}
		})
	}
}

func longSheet(row func(n int) []string, rows int) []intake.Row {
	var all []intake.Row
	for n := range rows {
		out := intake.Row{Num: n + 1}
		for i, text := range row(n) {
			c := intake.Cell{Col: i + 1, Kind: intake.Text, Text: text}
			if _, err := strconv.ParseFloat(text, 64); err == nil {
				c.Kind = intake.Number
			}
			out.Cells = append(out.Cells, c)
		}
		all = append(all, out)
	}
	return all
}

// statementRow is a line of a bank's statement: it has no head that we know.
func statementRow(n int) []string {
	if n == 0 {
		return []string{"ID", "DATE", "AMOUNT", "DESCRIPTION"}
	}
	return []string{
		strconv.Itoa(n), fmt.Sprintf("%02d/09/2024 %02d:%02d:00", 1+n%28, n%24, n%60), fmt.Sprintf("%d.0", n*1000),
		fmt.Sprintf("%d nguoi gui %d ung ho dong bao bi thiet hai do bao so 3 FT%09d", 1261122000+n, n*7919, n),
	}
}

// personRow is a line of a list of members.
func personRow(n int) []string {
	if n == 0 {
		return []string{"STT", "Họ và tên", "Năm sinh", "Địa chỉ", "Nhập ngũ"}
	}
	family := []string{"Nguyễn Văn", "Trần Thị", "Lê Quang", "Phạm Đình"}[n%4]
	return []string{strconv.Itoa(n), fmt.Sprintf("%s Hòa %d", family, n), strconv.Itoa(1940 + n%40), fmt.Sprintf("Số %d ngõ Hoa", n), strconv.Itoa(1960 + n%30)}
}
