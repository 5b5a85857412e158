package workbook

import (
	"bytes"
	"fmt"
	"io/fs"
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
	in, err := intake.Read(inbox, intake.Options{Limits: intake.DefaultLimits()})
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

// TestSamplesFit: every sentence can be chosen from a drop-down, and belongs to
// a place of a template.
func TestSamplesFit(t *testing.T) {
	cat, words, samples := loadAll(t)
	places := strings.Join(slots(t, cat), "\n") + "\n"
	for _, s := range samples {
		if !strings.Contains(places, s.Slot+"\n") {
			t.Errorf("no template has a place %q", s.Slot)
		}
		for _, sentence := range s.Say {
			if n := len([]rune(sentence)); n > 255 {
				t.Errorf("%d characters: %s", n, sentence)
			}
		}
	}
	for code, name := range words.Section {
		if m := cat.Match(name); m.Code != "" {
			t.Errorf("the name of section %s is read as %s", code, m.Code)
		}
	}
	for _, ind := range cat.Indicators() {
		if _, ok := words.Section[ind.Section]; !ok && ind.Kind != catalogue.List {
			t.Errorf("section %s has no name", ind.Section)
		}
	}
}

func TestColumns(t *testing.T) {
	day := reports.DayOf
	for _, c := range []struct {
		span   reports.Period
		start  [2]int
		want   string
		reason string
	}{
		{halfTerm, [2]int{1, 1}, "Năm 2017; Năm 2018; Năm 2019; 6 tháng đầu năm 2020", "years and the half that is left"},
		{reports.Year(2026), [2]int{1, 1}, "Năm 2026", "a year is one column"},
		{reports.PeriodOf(day(2026, 7, 1), day(2026, 12, 31)), [2]int{1, 1}, "6 tháng cuối năm 2026", "a half"},
		{reports.PeriodOf(day(2025, 11, 1), day(2026, 10, 31)), [2]int{11, 1}, "Năm 2026", "an emulation year bears the number of its end"},
		{reports.PeriodOf(day(2025, 11, 1), day(2027, 4, 30)), [2]int{11, 1}, "Năm 2026; 6 tháng đầu năm 2027", "and its halves"},
		{reports.PeriodOf(day(2025, 9, 15), day(2027, 8, 31)), [2]int{1, 1}, "15/9/2025 - 31/12/2025; Năm 2026; 6 tháng đầu năm 2027; 01/7/2027 - 31/8/2027", "days at both ends"},
		{reports.PeriodOf(day(2025, 3, 3), day(2025, 3, 9)), [2]int{1, 1}, "03/3/2025 - 09/3/2025", "no half at all"},
	} {
		var names []string
		next := c.span.From
		for _, s := range columns(c.span, c.start) {
			names = append(names, s.name)
			if s.From != next {
				t.Errorf("%s: %s does not begin where the one before ends", c.reason, s.name)
			}
			next = s.To
		}
		if got := strings.Join(names, "; "); got != c.want || next != c.span.To {
			t.Errorf("%s: got %s, want %s", c.reason, got, c.want)
		}
	}
}

func TestFileName(t *testing.T) {
	for _, c := range []struct {
		n          int
		unit, want string
	}{
		{3, "Chi hội Tổ dân phố số 3", "03_chi-hoi-to-dan-pho-so-3.xlsx"},
		{0, "Hội CCB xã Đắk R'Lấp", "00_hoi-ccb-xa-dak-r-lap.xlsx"},
		{12, strings.Repeat("Chi hội ", 20), "12_" + strings.TrimSuffix(strings.Repeat("chi-hoi-", 8)[:60], "-") + ".xlsx"},
	} {
		if got := FileName(c.n, c.unit); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestWordsAreStrict holds that a spoilt file of words says so.
func TestWordsAreStrict(t *testing.T) {
	text, err := fs.ReadFile(templates.FS, WordsFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, with, want string }{
		{"[letter]", "[letter]\nfoo = 1", `unknown key "letter.foo"`},
		{`photos  = ["Tệp", "Chú thích"]`, `photos  = ["Tệp"]`, "form.heads.photos has 1 words, want 2"},
	} {
		spoilt := strings.Replace(string(text), c.old, c.with, 1)
		_, err := LoadWords(fstest.MapFS{WordsFile: {Data: []byte(spoilt)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}
