package workbook

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// querySheets are the sheets of a workbook as an inbox reads them.
func querySheets(t *testing.T, data []byte) []QuerySheet {
	t.Helper()
	f := open(t, data)
	var sheets []QuerySheet
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		s := QuerySheet{Name: name}
		for i, row := range rows {
			cells := map[int]string{}
			for k, text := range row {
				if text != "" {
					cells[k+1] = text
				}
			}
			if len(cells) > 0 {
				s.Rows = append(s.Rows, QueryRow{i + 1, cells})
			}
		}
		sheets = append(sheets, s)
	}
	return sheets
}

// fillQuery writes texts into cells: "Câu hỏi!D9" → text; numbers as numbers.
func fillQuery(t *testing.T, data []byte, cells map[string]any) []byte {
	t.Helper()
	f := open(t, data)
	for where, v := range cells {
		sheet, cell, _ := strings.Cut(where, "!")
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// answers are of every kind; some questions stay open.
var answers = map[string]any{
	"Câu hỏi!D9": "là chỉ tiêu  MỚI, từ nay đưa vào phiếu và báo cáo", "Câu hỏi!E9": "hỏi bác Chủ tịch", "Câu hỏi!F9": "Thư ký",
	"Chỉ tiêu mới!E6": "người", "Chỉ tiêu mới!F6": "Xây dựng tổ chức Hội",
	"Câu hỏi!D10":  norm.NFD.String("Không có, tính là 0"),
	"Từng dòng!E7": "Chưa biết, để trống như vậy",
	"Câu hỏi!D11":  "Tệp cho-moi sửa.xlsx",
	"Câu hỏi!D12":  52500000,
	"Câu hỏi!D13":  "Khu phố 2",
	"Câu hỏi!E14":  "hỏi lại sau", // half filled
	"Câu hỏi!D15":  "thôi để vậy",
	"Câu hỏi!D16":  "Số cuộc giám sát do Hội tổ chức",
	"Câu hỏi!D20":  reports.Ignore,
}

var answered = []Filled{
	{Sheet: "Câu hỏi", Row: 9, Key: "name.hoi-vien-giam-1f3a", Choice: "là chỉ tiêu MỚI, từ nay đưa vào phiếu và báo cáo", Why: "hỏi bác Chủ tịch", By: "Thư ký", Unit: "người", Section: "Xây dựng tổ chức Hội"},
	{Sheet: "Câu hỏi", Row: 10, Key: "blank", Choice: "Không có, tính là 0"},
	{Sheet: "Câu hỏi", Row: 11, Key: "rival.cho-moi-77aa", Choice: "Tệp cho-moi sửa.xlsx"},
	{Sheet: "Câu hỏi", Row: 12, Key: "value.khoang-50-trieu-12ab", Choice: "52500000"},
	{Sheet: "Câu hỏi", Row: 13, Key: "branch.thon-doai-9c01", Choice: "Khu phố 2"},
	{Sheet: "Câu hỏi", Row: 14, Key: "columns.ke-hoach-thuc-hien-55aa", Why: "hỏi lại sau"},
	{Sheet: "Câu hỏi", Row: 15, Key: "look.rule-part-3321", Choice: "thôi để vậy"},
	{Sheet: "Câu hỏi", Row: 16, Key: "name.n0-00aa", Choice: "Số cuộc giám sát do Hội tổ chức"},
	{Sheet: "Câu hỏi", Row: 20, Key: "name.n3-00aa", Choice: "bo"},
	{Sheet: "Từng dòng", Row: 7, Key: "blank", RowID: "0001", Choice: "Chưa biết, để trống như vậy"},
}

// holds compares what was read with what was written.
func holds(t *testing.T, sheets []QuerySheet, want []Filled) {
	t.Helper()
	_, words, _ := loadAll(t)
	got, refused := words.ReadQuery(sheets)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-written +read)\n%s", d)
	}
	if len(refused) > 0 {
		t.Errorf("refused %+v", refused)
	}
}

// TestReadQuery: a workbook as it is written holds no answer, and what is written
// into it is read as it was written.
func TestReadQuery(t *testing.T) {
	data := makeQuery(t)
	var ours []string
	for _, s := range querySheets(t, data) {
		if IsQuery(s) {
			ours = append(ours, s.Name)
		}
	}
	if !slices.Equal(ours, []string{"Câu hỏi", "Chỉ tiêu mới", "Từng dòng"}) {
		t.Errorf("sheets that are read: %v", ours)
	}
	holds(t, querySheets(t, data), nil)
	holds(t, querySheets(t, fillQuery(t, data, answers)), answered)
	if IsQuery(QuerySheet{Rows: []QueryRow{{1, map[int]string{1: Ours}}, {7, map[int]string{1: Asked}}}}) {
		t.Error("a sheet that speaks of questions is no workbook of them")
	}
}

// TestReadMoved: rows may be sorted or deleted, columns inserted, heads written anew,
// the hidden marks deleted, from a seed by chance.
func TestReadMoved(t *testing.T) {
	_, words, _ := loadAll(t)
	filled := querySheets(t, fillQuery(t, makeQuery(t), answers))
	for seed := range uint64(200) {
		chance := rand.New(rand.NewPCG(seed, 13))
		wrongHeads, noMarks := chance.IntN(2) == 0, chance.IntN(2) == 0
		want := map[string]Filled{}
		for _, f := range answered {
			want[f.Key+" "+f.RowID] = f
		}
		var sheets []QuerySheet
		for _, s := range filled {
			moved := QuerySheet{Name: s.Name}
			insert, whole := chance.IntN(4), chance.IntN(2) == 0
			for _, row := range s.Rows {
				isMarks := slices.Contains(slices.Collect(maps.Values(row.Cells)), markKey)
				if isMarks && noMarks && !wrongHeads {
					continue
				}
				cells := map[int]string{}
				for col, text := range row.Cells {
					if insert > 0 && col >= insert {
						col++
					}
					if wrongHeads && row.Cells[1] == "Câu" && text != "Mã" {
						text = "Cột " + text
					}
					cells[col] = text
				}
				moved.Rows = append(moved.Rows, QueryRow{row.Num, cells})
			}
			first := 7
			if whole && !noMarks {
				first = 0
			}
			if table := moved.Rows[min(first, len(moved.Rows)):]; IsQuery(s) {
				chance.Shuffle(len(table), func(i, j int) { table[i].Cells, table[j].Cells = table[j].Cells, table[i].Cells })
			}
			sheets = append(sheets, moved)
		}
		got, refused := words.ReadQuery(sheets)
		if len(refused) > 0 || len(got) != len(want) {
			t.Fatalf("seed %d: read %d of %d, refused %+v", seed, len(got), len(want), refused)
		}
		for _, f := range got {
			w := want[f.Key+" "+f.RowID]
			w.Row, w.Sheet = f.Row, f.Sheet
			if d := cmp.Diff(w, f); d != "" {
				t.Fatalf("seed %d: (-written +read)\n%s", seed, d)
			}
		}
	}
}

// TestRefused: rows that say nowhere which question they answer, and rows that answer
// one question in two ways, in one workbook or in several.
func TestRefused(t *testing.T) {
	_, words, _ := loadAll(t)
	row := func(num int, key, choice, why string) QueryRow {
		return QueryRow{num, map[int]string{1: key, 2: choice, 3: why}}
	}
	sheet := func(file string, rows ...QueryRow) QuerySheet {
		marks := QueryRow{1, map[int]string{1: markKey, 2: markChoice, 3: markWhy}}
		return QuerySheet{file, "S", append([]QueryRow{marks}, rows...)}
	}
	for _, c := range []struct {
		reason  string
		sheets  []QuerySheet
		want    string
		refused string
	}{
		{"a row without its key", []QuerySheet{sheet("a", row(2, "", "Không tính", ""), row(3, "k", "1", ""))}, "a3 k=1", "a2 key Không tính"},
		{"twice the same is once", []QuerySheet{sheet("a", row(2, "k", "Hoà", "vì"), row(3, "k", "hòa", "")), sheet("b", row(9, "k", "Hòa.", "khác"))}, "a2 k=Hoà vì", ""},
		{"an open row says nothing against another", []QuerySheet{sheet("a", row(2, "k", "", "vì"), row(3, "k", "1", ""))}, "a3 k=1 vì", ""},
		{"two ways in one workbook", []QuerySheet{sheet("a", row(2, "k", "1", ""), row(3, "k", "2", ""), row(4, "l", "3", ""))}, "a4 l=3", "a2 twice 1; a3 twice 2"},
		{"two ways in two workbooks", []QuerySheet{sheet("a", row(2, "k", "5", "")), sheet("b", row(2, "k", "-5", ""))}, "", "a2 twice 5; b2 twice -5"},
		{"no keys at all", []QuerySheet{{"a", "S", []QueryRow{{1, map[int]string{1: Asked}}, {9, map[int]string{2: "Không tính"}}}}}, "", "a1 key S"},
		{"another sheet", []QuerySheet{{"a", "S", []QueryRow{{1, map[int]string{1: Ours}}, {9, map[int]string{2: "Không tính"}}}}}, "", ""},
	} {
		filled, refused := words.ReadQuery(c.sheets)
		var got, wrong []string
		for _, f := range filled {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s%d %s=%s %s", f.File, f.Row, f.Key, f.Choice, f.Why)))
		}
		for _, r := range refused {
			wrong = append(wrong, fmt.Sprintf("%s%d %s %s", r.File, r.Row, r.Why, r.Text))
		}
		if strings.Join(got, "; ") != c.want || strings.Join(wrong, "; ") != c.refused {
			t.Errorf("%s: read %v, refused %v", c.reason, got, wrong)
		}
	}
}

// TestQueryThroughLibreOffice: a workbook that LibreOffice saved in its own form and
// gave back is read as before, and still offers and refuses what it did.
func TestQueryThroughLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	dir := t.TempDir()
	convert := func(name, to string) {
		t.Helper()
		cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
			"--headless", "--convert-to", to, "--outdir", dir, filepath.Join(dir, name))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	for _, c := range []struct {
		cells map[string]any
		want  []Filled
	}{{nil, nil}, {answers, answered}} {
		if err := os.WriteFile(filepath.Join(dir, QueryName), fillQuery(t, makeQuery(t), c.cells), 0o666); err != nil {
			t.Fatal(err)
		}
		convert(QueryName, "ods")
		convert("cau-hoi.ods", "xlsx:Calc MS Excel 2007 XML")
		data, err := os.ReadFile(filepath.Join(dir, QueryName))
		if err != nil {
			t.Fatal(err)
		}
		holds(t, querySheets(t, data), c.want)
		f := open(t, data)
		if shown, err := f.GetSheetVisible("Danh mục"); err != nil || shown {
			t.Errorf("the lists show (%v)", err)
		}
		styles := map[string]int{}
		rules, err := f.GetDataValidations("Câu hỏi")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			if r.Type == "list" && strings.Contains(r.Formula1, "Danh mục") {
				style := "takes all"
				if r.ShowErrorMessage {
					style = "stop" // unless it says another
					if r.ErrorStyle != nil {
						style = *r.ErrorStyle
					}
				}
				for _, span := range strings.Fields(r.Sqref) {
					styles[style] += len(addresses(span))
				}
			}
		}
		if d := cmp.Diff(map[string]int{"stop": 4, "warning": 8, "takes all": 1}, styles); d != "" {
			t.Errorf("what the drop-downs refuse (-want +got)\n%s", d)
		}
	}
}
