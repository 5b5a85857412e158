package intake

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
)

// BenchmarkRead reads an inbox of 34 workbooks of the usual size: a table of 60
// indicators over four years, and a log of 120 rows.
func BenchmarkRead(b *testing.B) {
	inbox, size := fstest.MapFS{}, 0
	for branch := range 34 {
		data := usual(b, branch)
		inbox[fmt.Sprintf("chi hoi %02d.xlsx", branch+1)] = &fstest.MapFile{Data: data}
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		in, err := Read(b.Context(), inbox, Options{Limits: DefaultLimits()})
		if err != nil || len(in.Books) != 34 {
			b.Fatal(len(in.Books), err)
		}
	}
}

func usual(b *testing.B, branch int) []byte {
	b.Helper()
	f := excelize.NewFile()
	defer f.Close()
	set := func(sheet string, col, row int, value any) {
		if err := f.SetCellValue(sheet, Addr(col, row), value); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Nhật ký"); err != nil {
		b.Fatal(err)
	}
	for row := 1; row <= 60; row++ {
		set("Sheet1", 1, row, row)
		set("Sheet1", 2, row, fmt.Sprintf("Chỉ tiêu số %d của chi hội", row))
		set("Sheet1", 3, row, "hội viên")
		for col := 4; col <= 7; col++ {
			set("Sheet1", col, row, (branch*row*col)%977)
		}
	}
	for row := 1; row <= 120; row++ {
		set("Nhật ký", 1, row, 43000+row)
		set("Nhật ký", 2, row, fmt.Sprintf("Thăm hỏi hội viên ốm đau, khó khăn lần %d", row))
		set("Nhật ký", 3, row, "suất quà")
		set("Nhật ký", 4, row, row%7)
		set("Nhật ký", 5, row, row*125000)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		b.Fatal(err)
	}
	return buf.Bytes()
}
