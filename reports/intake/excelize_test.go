package intake

import (
	"bytes"
	"flag"
	"io/fs"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// long runs the tests over random workbooks as the design's goals count them;
// without it they take a few seconds.
var long = flag.Bool("long", false, "thousands of random workbooks instead of dozens")

func times(short, whole int) int {
	if *long {
		return whole
	}
	return short
}

// TestAgainstExcelize compares every cell of the sample with what excelize
// reads raw.
func TestAgainstExcelize(t *testing.T) {
	names, err := fs.Glob(os.DirFS(sample), "*.xlsx")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	cells := 0
	for _, name := range names {
		if strings.HasPrefix(name, "~$") {
			continue
		}
		data, err := os.ReadFile(sample + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		cells += compareWithExcelize(t, name, data)
	}
	if cells == 0 {
		t.Error("nothing was compared")
	}
}

// TestRandomWorkbooks compares random workbooks with what was written into them
// and with what excelize reads.
func TestRandomWorkbooks(t *testing.T) {
	for seed := range times(40, 3000) {
		data, want := newRandom(uint64(seed)).workbook(t)
		compareWithExcelize(t, strconv.Itoa(seed), data)
		book, _, err := readXLSX(data, DefaultLimits(), new([]byte))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		got := texts(book)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d (-written +read)\n%s", seed, diff)
		}
		if book.Cells() != len(want) {
			t.Fatalf("seed %d: %d cells of %d", seed, book.Cells(), len(want))
		}
	}
}

// texts returns what each cell holds, by sheet and address.
func texts(book *Book) map[string]string {
	all := map[string]string{}
	for _, s := range book.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				all[s.Name+"!"+Addr(c.Col, r.Num)] = c.Text
			}
		}
	}
	return all
}

func compareWithExcelize(t *testing.T, name string, data []byte) int {
	t.Helper()
	book, _, err := readXLSX(data, DefaultLimits(), new([]byte))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return 0
	}
	oracle, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer oracle.Close()
	cells := 0
	for _, s := range book.Sheets {
		want, got := oracleCells(t, oracle, s.Name), texts(&Book{Sheets: []Sheet{s}})
		if diff := cmp.Diff(want, got, cmp.Comparer(sameText)); diff != "" {
			t.Errorf("%s (-excelize +ours)\n%s", name, diff)
		}
		cells += len(got)
	}
	return cells
}

func oracleCells(t *testing.T, oracle *excelize.File, sheet string) map[string]string {
	t.Helper()
	rows, err := oracle.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for i, row := range rows {
		for j, text := range row {
			if strings.TrimSpace(text) != "" {
				all[sheet+"!"+Addr(j+1, i+1)] = text
			}
		}
	}
	return all
}

// sameText compares texts; numbers to the 15 digits that a person sees.
func sameText(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return a == b || err1 == nil && err2 == nil && math.Abs(x-y) <= 1e-14*math.Abs(x)
}
