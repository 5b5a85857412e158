package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A random writes workbooks of all kinds of cells with excelize. The same seed
// writes the same cells.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 34))} }

var words = []string{
	"Tổng số hội viên", "Chi hội Tổ dân phố số 12", " – Trong đó: nữ ", "Ủng hộ, từ thiện & \"quà\" <tết>", "Héi viªn",
	"8.958.000 đ", "Quỹ hội\nthu trong năm", "không", "-", "12/03/2019", "Ngày 5 tháng 7", "1.862", "𝟙𝟚 người",
}

// workbook returns a workbook and what was put into it, by sheet and address.
func (r random) workbook(t testing.TB) ([]byte, map[string]string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	want := map[string]string{}
	for i := range 1 + r.IntN(3) {
		sheet := fmt.Sprintf("Trang %d", i+1)
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for range r.IntN(60) {
			addr := Addr(1+r.IntN(30), 1+r.IntN(80))
			text, err := r.set(f, sheet, addr)
			if err != nil {
				t.Fatal(err)
			}
			want[sheet+"!"+addr] = text
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes(), want
}

// set fills one cell and returns what a person would see there.
func (r random) set(f *excelize.File, sheet, addr string) (string, error) {
	switch r.IntN(7) {
	case 0:
		n := r.IntN(1_000_000_000) - 500_000_000
		return fmt.Sprint(n), f.SetCellInt(sheet, addr, int64(n))
	case 1:
		x := float64(r.IntN(100_000_000)) / 1000
		return trimmed(x), f.SetCellFloat(sheet, addr, x, -1, 64)
	case 2:
		b := r.IntN(2)
		return fmt.Sprint(b), f.SetCellBool(sheet, addr, b == 1)
	case 3:
		word := words[r.IntN(len(words))]
		return word, f.SetCellRichText(sheet, addr, []excelize.RichTextRun{
			{Text: ""}, {Text: word, Font: &excelize.Font{Family: ".VnTime"}},
		})
	case 4:
		id, err := f.NewStyle(&excelize.Style{NumFmt: 14, Font: &excelize.Font{Family: "VNI-Times"}})
		if err != nil {
			return "", err
		}
		n := 36526 + r.IntN(9000)
		if err := f.SetCellInt(sheet, addr, int64(n)); err != nil {
			return "", err
		}
		return fmt.Sprint(n), f.SetCellStyle(sheet, addr, addr, id)
	}
	word := words[r.IntN(len(words))]
	return word, f.SetCellStr(sheet, addr, word)
}

func trimmed(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.3f", x), "0"), ".")
}
