package workbook

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// TestSamplesFit: every sentence can be chosen from a drop-down, and belongs to
// a place of a template.
func TestSamplesFit(t *testing.T) {
	cat, _, samples := loadAll(t)
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
}

// TestSectionHeads: a form is divided by the names that the catalogue gives, those that a
// ward adds with the others.
func TestSectionHeads(t *testing.T) {
	data, err := fs.ReadFile(templates.FS, catalogue.IndicatorsFile)
	if err != nil {
		t.Fatal(err)
	}
	own := `
[[section]]
code = "VH"
name = "Văn hóa, thể thao"
[[indicator]]
code = "VH.CO"
name = "Cuộc thi cờ tướng"
unit = "buổi"
kind = "flow"
level = "branch"
section = "VH"
`
	more := fstest.MapFS{catalogue.FindingsFile: nil, catalogue.IndicatorsFile: {Data: append(data, own...)}}
	if more[catalogue.FindingsFile], err = builtInFile(catalogue.FindingsFile); err != nil {
		t.Fatal(err)
	}
	if more["hoi.toml"], err = builtInFile("hoi.toml"); err != nil {
		t.Fatal(err)
	}
	f := testForm(t, branches[0])
	if f.Catalogue, err = catalogue.Load(more); err != nil {
		t.Fatal(err)
	}
	var heads []string
	for _, l := range f.lines() {
		if l.group != "" {
			heads = append(heads, l.group)
		}
	}
	if len(heads) < 5 || heads[0] != "Tham gia xây dựng Đảng, chính quyền" || heads[len(heads)-1] != "Văn hóa, thể thao" {
		t.Errorf("the form is divided into %q", heads)
	}
}

// builtInFile is one of the built-in templates.
func builtInFile(name string) (*fstest.MapFile, error) {
	data, err := fs.ReadFile(templates.FS, name)
	return &fstest.MapFile{Data: data}, err
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
