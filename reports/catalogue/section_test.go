package catalogue_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// TestSections: what a person names is a section by its code or its name; what nobody
// named stands under its code, what has only lists is no section of a table, and what a
// ward adds is named by the ward.
func TestSections(t *testing.T) {
	const own = `[[section]]
code = "VH"
name = "Văn hóa,  thể thao"
[[section]]
code = "A"
name = "Tổ chức"
[[indicator]]
code = "VH.CO"
name = "Cuộc thi cờ tướng"
unit = "người"
kind = "flow"
level = "branch"
section = "VH"
`
	files := small(t, "[[activity]]", `[[indicator]]
code = "L.AWARD"
name = "Giấy khen"
unit = "người"
kind = "list"
level = "ward"
section = "L"
[[indicator]]
code = "B.WORK"
name = "Ngày công"
unit = "người"
kind = "flow"
level = "branch"
section = "B"
[[activity]]`)
	files[catalogue.ExtraFile] = &fstest.MapFile{Data: []byte(own)}
	c, err := catalogue.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	want := []catalogue.Section{{Code: "VH", Name: "Văn hóa, thể thao"}, {Code: "A", Name: "Tổ chức"}, {Code: "B", Name: "B"}}
	if d := cmp.Diff(want, c.Sections()); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	for written, code := range map[string]string{"tổ chức": "A", "a": "A", "VĂN HÓA, THỂ THAO": "VH", "Vh": "VH", "b": "B", "Kinh tế": "Kinh tế", "": ""} {
		if got := c.SectionNamed(written); got != code {
			t.Errorf("%q is section %q, want %q", written, got, code)
		}
	}
	for code, name := range map[string]string{"A": "Tổ chức", "B": "B", "L": "L", "X": "X"} {
		if got := c.SectionName(code); got != name {
			t.Errorf("section %s is called %q, want %q", code, got, name)
		}
	}
}

// TestStrangeSection: an indicator that a ward adds stands in a section that somebody
// named or that there is; a slip of the pen would become a heading.
func TestStrangeSection(t *testing.T) {
	files := small(t, "", "")
	files[catalogue.ExtraFile] = &fstest.MapFile{Data: []byte(`[[section]]
code = "VH"
name = "Văn hóa"
[[indicator]]
code = "VH.CO"
name = "Cuộc thi cờ tướng"
unit = "người"
kind = "flow"
level = "branch"
section = "VHH"
`)}
	_, err := catalogue.Load(files)
	if err == nil || !strings.HasSuffix(err.Error(), `chi-tieu-them.toml:10: unknown section "VHH", none of "VH", "A"; is it "VH"?`) {
		t.Errorf("got %v", err)
	}
}

// TestSectionsAreNamed: each built-in section has a name.
func TestSectionsAreNamed(t *testing.T) {
	c, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.Sections() {
		if s.Name == s.Code {
			t.Errorf("section %s has no name", s.Code)
		}
	}
}
