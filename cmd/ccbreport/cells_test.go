package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// writeCells puts the cells of a workbook into a text file, as they are stored: a
// line for each row, the cells parted by " | ".
func writeCells(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: cells BOOK.xlsx FILE.txt")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	var b strings.Builder
	for _, sheet := range book.GetSheetList() {
		b.WriteString("[" + sheet + "]\n")
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		ts.Check(err)
		for _, row := range rows {
			b.WriteString(strings.Join(row, " | ") + "\n")
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o666))
}
