package value

import (
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/normalise/grid/gridtest"
	"ccbreport/reports/viet"
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
