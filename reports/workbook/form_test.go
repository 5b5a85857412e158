package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/compose"
	"ccbreport/reports/intake"
	"ccbreport/reports/normalise"
	"ccbreport/templates"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func loadAll(t *testing.T) (*catalogue.Catalogue, *Words, []Sample) {
	t.Helper()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	words, err := LoadWords(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	samples, err := LoadSamples(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	return cat, words, samples
}

func slots(t *testing.T, cat *catalogue.Catalogue) []string {
	t.Helper()
	tmpl, err := compose.Load(templates.FS, "giua-nhiem-ky", cat)
	if err != nil {
		t.Fatal(err)
	}
	return tmpl.Slots()
}

var halfTerm = reports.PeriodOf(reports.DayOf(2017, 1, 1), reports.DayOf(2020, 6, 30))

// testForm is a form of an invented ward.
func testForm(t *testing.T, unit reports.Unit) Form {
	cat, words, samples := loadAll(t)
	return Form{
		Unit: unit, Ward: "Hội Cựu chiến binh xã Tân Lập", Report: "giua-nhiem-ky", Span: halfTerm, YearStart: [2]int{1, 1},
		Due: reports.DayOf(2020, 7, 5), Slots: slots(t, cat), Samples: samples, Catalogue: cat, Words: words,
		Before: Before{Period: reports.Year(2016), given: map[reports.UnitID]map[string]entry{
			unit.ID: {"TC.HV.TONG": {value: reports.Int(777)}, "TN.THAMHOI.TIEN": {value: reports.Int(7_770_000)}},
		}},
	}
}

var branches = []reports.Unit{
	{ID: "thon-1", Name: "Chi hội thôn 1"}, {ID: "thon-11", Name: "Chi hội thôn 11"}, {ID: "cho-moi", Name: "Chi hội Chợ Mới"},
	{ID: "kp2", Name: "Khu phố 2"}, {ID: "b1", Name: "Chi hội Bản Mẫu 1"},
}

var ward = reports.Unit{ID: reports.Ward, Name: "Hội Cựu chiến binh xã Tân Lập"}

func make1(t *testing.T, f Form) []byte {
	t.Helper()
	data, err := MakeForm(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// read reads workbooks as an inbox is read, without the program's own sheets.
func read(t *testing.T, cat *catalogue.Catalogue, files map[string][]byte) normalise.Result {
	t.Helper()
	inbox := fstest.MapFS{}
	for name, data := range files {
		inbox[name] = &fstest.MapFile{Data: data}
	}
	in, err := intake.Read(t.Context(), inbox, intake.Options{Limits: intake.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Findings) > 0 {
		t.Errorf("intake finds %v", in.Findings)
	}
	for _, b := range in.Books {
		b.Sheets = theirs(b.Sheets)
	}
	return normalise.Books(in.Books, normalise.Options{
		Catalogue: cat, Branches: branches, Ward: ward, Span: halfTerm, YearStart: [2]int{1, 1},
	})
}

func theirs(sheets []intake.Sheet) []intake.Sheet {
	var kept []intake.Sheet
	for _, s := range sheets {
		if len(s.Rows) == 0 || len(s.Rows[0].Cells) == 0 || !IsOurs(s.Rows[0].Cells[0].Text) {
			kept = append(kept, s)
		}
	}
	return kept
}

// fillIn puts a number into every cell of the figures that waits for one and
// returns what was put, by code and period.
func fillIn(t *testing.T, f Form, data []byte) ([]byte, map[string]string) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	spans := columns(f.Span, f.YearStart)
	rows, err := book.GetRows(f.Words.Form.Figures)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, row := range rows {
		if len(row) < 3 || row[0] == "" || row[0] == "STT" || row[2] == "" {
			continue
		}
		for _, l := range f.lines() {
			if l.group != "" || l.of.Name != row[1] {
				continue
			}
			for k, s := range spans {
				n++
				value := fmt.Sprint(n % 90)
				if err := book.SetCellValue(f.Words.Form.Figures, at(4+k, i+1), n%90); err != nil {
					t.Fatal(err)
				}
				want[l.of.Code+" "+s.Period.String()] = value
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), want
}

// TestFilledFormsAreRead: whatever is written into a form is read for the
// indicator, the period and the unit of its cell, and nothing else is read.
func TestFilledFormsAreRead(t *testing.T) {
	for _, unit := range append([]reports.Unit{ward}, branches...) {
		f := testForm(t, unit)
		data, want := fillIn(t, f, make1(t, f))
		if len(want) < 100 {
			t.Fatalf("%s: only %d cells to fill in", unit.Name, len(want))
		}
		res := read(t, f.Catalogue, map[string][]byte{"mau.xlsx": data})
		for _, found := range res.Findings {
			if found.Code != "sheet.nothing" || unit.ID != reports.Ward { // its log is empty
				t.Errorf("%s: %s %v %v", unit.Name, found.Code, found.Args, found.At)
			}
		}
		got := map[string]string{}
		for _, r := range res.Returns {
			if r.Unit != unit.ID {
				t.Errorf("%s: read as %s", unit.Name, r.Unit)
			}
			for _, e := range r.Entries {
				ind, _ := f.Catalogue.Indicator(e.Code)
				v := e.Value
				if ind.Percent() {
					v, _ = v.Scale(100)
				}
				got[e.Code+" "+r.Period.String()] = v.String()
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: (-written +read)\n%s", unit.Name, d)
		}
	}
}

// TestEmptyFormSaysNothing: what stands in an empty form, last edition's values
// among it, is no value.
func TestEmptyFormSaysNothing(t *testing.T) {
	for _, unit := range []reports.Unit{ward, branches[0]} {
		f := testForm(t, unit)
		data := make1(t, f)
		if !bytes.Contains(sheetXML(t, data), []byte("<v>7770000</v>")) && unit.ID != reports.Ward {
			t.Error("the form does not show what the last edition had")
		}
		res := read(t, f.Catalogue, map[string][]byte{"mau.xlsx": data})
		if len(res.Returns)+len(res.Awards)+len(res.Paragraphs)+len(res.Photos) > 0 {
			t.Errorf("%s: an empty form gives %v %v %v %v", unit.Name, res.Returns, res.Awards, res.Paragraphs, res.Photos)
		}
	}
}

func sheetXML(t *testing.T, data []byte) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	xml, ok := book.Pkg.Load("xl/worksheets/sheet1.xml")
	if !ok {
		t.Fatal("no first sheet")
	}
	return xml.([]byte)
}

// TestSameInputSameBytes holds that a form has no clock in it.
func TestSameInputSameBytes(t *testing.T) {
	f := testForm(t, ward)
	if !bytes.Equal(make1(t, f), make1(t, f)) {
		t.Error("two forms of the same input differ")
	}
}

// TestWardWordsAreRead: what is written into the ward's other sheets is read as
// what their heads say.
func TestWardWordsAreRead(t *testing.T) {
	f := testForm(t, ward)
	book, err := excelize.OpenReader(bytes.NewReader(make1(t, f)))
	if err != nil {
		t.Fatal(err)
	}
	w := f.Words.Form
	put := func(sheet string, values ...any) {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if len(row) >= 2 && (row[0] == w.Heads.Log[0] || row[0] == w.Heads.Awards[0] || row[0] == w.Heads.Photos[0]) {
				if err := book.SetSheetRow(sheet, at(1, i+2), &values); err != nil {
					t.Fatal(err)
				}
				return
			}
		}
		t.Fatalf("no heads on %s", sheet)
	}
	put(w.Log, 43600, "Giám sát", "", 1, "cuộc")
	put(w.Awards, 2019, "Bằng khen", "Hội cấp trên", "Thành tích xuất sắc")
	put(w.Photos, "anh/1.jpg", "Gặp mặt")
	rows, err := book.GetRows(w.Words)
	if err != nil {
		t.Fatal(err)
	}
	sentences, places := 0, 0
	for i, row := range rows {
		if len(row) > 0 && row[0] != "" && i > 8 {
			places++
		}
		if len(row) > 2 && i > 8 {
			sentences++
			if err := book.SetCellStr(w.Words, at(2, i+1), row[2]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if places != len(f.Slots) {
		t.Errorf("%d places on the sheet, want %d", places, len(f.Slots))
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	res := read(t, f.Catalogue, map[string][]byte{"hoi.xlsx": out.Bytes()})
	if len(res.Awards) != 1 || len(res.Photos) != 1 || len(res.Returns) != 1 || len(res.Paragraphs) != sentences || sentences < 30 {
		t.Errorf("read %v %v %v and %d paragraphs of %d", res.Awards, res.Photos, res.Returns, len(res.Paragraphs), sentences)
	}
	for _, p := range res.Paragraphs {
		if len(f.sentences(p.Section)) == 0 {
			t.Errorf("paragraph under %q, which offers none", p.Section)
		}
	}
}

// TestFormsRefuse: every cell that waits for a number has a rule that refuses
// anything else, and says what the finding about it would say.
func TestFormsRefuse(t *testing.T) {
	f := testForm(t, branches[0])
	book, err := excelize.OpenReader(bytes.NewReader(make1(t, f)))
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.Words.Form.Figures
	rules, err := book.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]*excelize.DataValidation{}
	for _, r := range rules {
		for _, span := range strings.Fields(r.Sqref) {
			for _, cell := range addresses(span) {
				of[cell] = r
			}
		}
	}
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	hint := func(code string) string { return f.Catalogue.Render(reports.Finding{Code: code}, "vi").Hint }
	want := map[string][2]string{"người": {"whole", hint("number.negative")}, "đồng": {"whole", hint("number.notread")}, "%": {"decimal", hint("percent.range")}}
	seen := map[string]bool{}
	for i, row := range rows {
		if len(row) < 3 || want[row[2]][0] == "" {
			continue
		}
		for col := 4; col <= 7; col++ {
			r := of[at(col, i+1)]
			if r == nil || r.ErrorStyle == nil || *r.ErrorStyle != "stop" || r.Type != want[row[2]][0] || r.Error == nil || !strings.Contains(*r.Error, want[row[2]][1]) {
				t.Errorf("%s (%s): %+v", at(col, i+1), row[1], r)
			}
			seen[row[2]] = true
		}
		if locked := of[at(8, i+1)]; locked != nil {
			t.Errorf("%s waits for input", at(8, i+1))
		}
	}
	if len(seen) != len(want) {
		t.Errorf("met %v", seen)
	}
	if p, err := book.GetSheetProtection(sheet); err != nil || !p.SelectUnlockedCells {
		t.Errorf("the sheet is not locked: %+v %v", p, err)
	}
}
