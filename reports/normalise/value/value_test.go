package value

import (
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/grid/gridtest"
	"ccbreport/reports/viet"
	"ccbreport/templates"
)

// TestFormulas: what is small and safe is computed, anything else is left to the
// spreadsheet.
func TestFormulas(t *testing.T) {
	book := gridtest.Book("b.xlsx", "sheet S\n4|2.5|=A1→4\n6|chữ|@42787\n10")
	sheet := grid.Sheets(viet.NewUnits(nil), book, nil)[0]
	for formula, want := range map[string]string{
		"A1+A2":                      "10",
		"SUM(A1:A3)":                 "20",
		"sum($A$1:A2, A3; 2)-1":      "21",
		"A1*B1":                      "10",
		"2*(A1+A2)-A3":               "10",
		"A1-A2":                      "-2",
		"A9+A1":                      "4", // an empty cell is nought
		"SUM(A1:A2)+SUM(A3)":         "20",
		"0.5*3":                      "1,5",
		"B1*0.5":                     "", // two that are no whole numbers
		"C1+A1":                      "", // a formula again
		"C2+A1":                      "", // a day
		"SUM(A1:B2)":                 "", // a text may be meant as a number
		"A1/A2":                      "",
		"Sheet2!A1":                  "",
		"SUM(A3:A1)":                 "",
		"SUM(A1:A9999)":              "",
		"AVERAGE(A1:A2)":             "",
		"A1+":                        "",
		"((((((((1))))))))":          "",
		strings.Repeat("1+", 100):    "",
		"SUM(A1:A999)+SUM(B9:B1000)": "",
	} {
		got := ""
		if v, ok := compute(sheet, formula); ok {
			got = viet.Decimal(v, map[bool]int{true: 0, false: 1}[v.Whole()])
		}
		if got != want {
			t.Errorf("=%s is %q, want %q", formula, got, want)
		}
	}
}

// TestRawText: a result is read like a stored number, if it can be stored as one.
func TestRawText(t *testing.T) {
	for _, c := range []struct {
		value reports.Value
		want  string
		ok    bool
	}{
		{reports.Int(1862), "1862", true},
		{reports.Ratio(5, 2), "2.5", true},
		{reports.Ratio(18625, 10), "1862.5", true},
		{reports.Ratio(1, 3), "", false},
	} {
		if got, ok := rawText(c.value); ok != c.ok || ok && got != c.want {
			t.Errorf("%v is stored as %q %v", c.value, got, ok)
		}
	}
}

// TestSurely: what is in doubt is not read surely; nobody is told either way.
func TestSurely(t *testing.T) {
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	ind, _ := cat.Indicator("TC.HV.TONG")
	sheet := grid.Sheets(cat.Units(), gridtest.Book("b.xlsx", "sheet S\n50 đ/c|24+26|chừng 50"), nil)[0]
	loud := Reader{Catalogue: cat, Tell: func(code string, _ reports.UnitID, _ reports.Args, _ reports.Cell) { t.Error("it tells", code) }}
	for i, want := range []struct{ surely, quietly int }{{1, 1}, {0, 1}, {0, 0}} {
		c, p := sheet.Rows[0].Cells[i], Place{Sheet: sheet, Indicator: ind, Scale: 1}
		if surely, quietly := len(loud.Surely(c, p)), len(loud.Quietly(c, p)); surely != want.surely || quietly != want.quietly {
			t.Errorf("%s: %d and %d readings, want %d and %d", c.Clean, surely, quietly, want.surely, want.quietly)
		}
	}
}

// TestNoted: a mark is that of a note which stands alone below the cell.
func TestNoted(t *testing.T) {
	sheet := grid.Sheets(viet.NewUnits(nil), gridtest.Book("b.xlsx", "sheet S\n(2) trên\n12 (1)|x\n(1) Cả khách\n[3] a|b\n(4)"), nil)[0]
	is := noted(sheet, sheet.Rows[1].Cells[0])
	for mark, want := range map[string]bool{"1": true, "2": false, "3": false, "4": false} {
		if is(mark) != want {
			t.Errorf("(%s) is noted: %v", mark, !want)
		}
	}
}
