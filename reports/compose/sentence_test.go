package compose

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports/catalogue"
	"ccbreport/templates"
)

// A ward's folder is its own files over the built-in ones.
type ward struct{ own fstest.MapFS }

func (w ward) Open(name string) (fs.File, error) {
	if w.own[name] != nil {
		return w.own.Open(name)
	}
	return templates.FS.Open(name)
}

// loadWard returns the catalogue with what a ward adds to it.
func loadWard(t testing.TB, file, text string) *catalogue.Catalogue {
	t.Helper()
	cat, err := catalogue.Load(ward{fstest.MapFS{file: {Data: []byte(text)}}})
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

// added is an indicator of a section as a ward adds it.
func added(section string) string {
	return fmt.Sprintf("[[indicator]]\ncode = %q\nname = %q\nunit = \"cây\"\nkind = \"flow\"\nlevel = \"branch\"\nsection = %q\nsentence = %q\n\n",
		section+".THEM", "Cây "+section, section, "Mục "+section+" trồng {số} cây.")
}

// TestEverySectionHasAPlace: whatever section an indicator is added to, each of the
// built-in reports of all work says it, once, and where its section stands.
func TestEverySectionHasAPlace(t *testing.T) {
	built := loadCatalogue(t)
	var sections []string
	for _, ind := range built.Indicators() {
		if ind.Kind != catalogue.List && !slices.Contains(sections, ind.Section) { // lists have places of their own
			sections = append(sections, ind.Section)
		}
	}
	var extra, input strings.Builder
	for _, section := range sections {
		extra.WriteString(added(section))
		fmt.Fprintf(&input, "fig %s.THEM 7\n", section)
	}
	cat := loadWard(t, catalogue.ExtraFile, extra.String())
	for _, name := range ofAllWork {
		tmpl, err := Load(templates.FS, name, cat)
		if err != nil {
			t.Fatal(err)
		}
		doc, _, err := tmpl.Compose(readInput(t, input.String()))
		if err != nil {
			t.Fatal(err)
		}
		words := bodyWords(doc)
		for _, section := range sections {
			if n := strings.Count(words, "Mục "+section+" trồng 7 cây."); n != 1 {
				t.Errorf("%s says what is added to %s %d times", name, section, n)
			}
			if !tmpl.placed[section] {
				t.Errorf("%s has no place for section %s: add {{sentences %[2]q}} at its end", name, section)
			}
		}
		if strings.Contains(words, "Các kết quả khác") {
			t.Errorf("%s has results that belong nowhere:\n%s", name, words)
		}
	}
}

// TestStrangeSection: what a catalogue of the ward's own counts in a section that no
// built-in text knows stands under a heading of its own.
func TestStrangeSection(t *testing.T) {
	source, err := fs.ReadFile(templates.FS, catalogue.IndicatorsFile)
	if err != nil {
		t.Fatal(err)
	}
	cat := loadWard(t, catalogue.IndicatorsFile, string(source)+"\n"+added("XX"))
	for _, name := range ofAllWork {
		tmpl, err := Load(templates.FS, name, cat)
		if err != nil {
			t.Fatal(err)
		}
		doc, _, err := tmpl.Compose(readInput(t, "fig XX.THEM 7\nfig TC.KIEMTRA 2"))
		if err != nil {
			t.Fatal(err)
		}
		words := strings.ToLower(bodyWords(doc))
		at := strings.Index(words, "các kết quả khác")
		if at < 0 || !strings.Contains(words[at:], "mục xx trồng 7 cây.") {
			t.Errorf("%s: not under a heading of its own:\n%s", name, words)
		}
	}
}

// TestSectionOfTheWard: a section that a ward adds is named in the annexes as the ward
// names it, beside the indicator, and nowhere else.
func TestSectionOfTheWard(t *testing.T) {
	own := "[[section]]\ncode = \"VH\"\nname = \"Văn hóa, thể thao\"\n" + added("VH")
	tmpl, err := Load(templates.FS, "nam", loadWard(t, catalogue.ExtraFile, own))
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := tmpl.Compose(readInput(t, "fig VH.THEM 7\nfig DA.DOITHOAI 3"))
	if err != nil {
		t.Fatal(err)
	}
	dump := doc.Dump()
	for _, name := range []string{"Văn hóa, thể thao", "Tham gia xây dựng Đảng, chính quyền"} {
		if !strings.Contains(dump, name+" |") {
			t.Errorf("no annex is divided by %q", name)
		}
	}
}

// TestSaidOnce: an indicator that the template says itself is not said again.
func TestSaidOnce(t *testing.T) {
	cat := loadWard(t, catalogue.ExtraFile, added("PT"))
	tmpl, err := Load(templateFS(t, "Trồng {{fig \"PT.THEM\"}} cây.\n\n{{sentences \"PT\"}}\n\n{{sentences}}"), "giua-nhiem-ky", cat)
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := tmpl.Compose(readInput(t, "fig PT.THEM 7"))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(bodyWords(doc)); got != "Trồng 7 cây." {
		t.Errorf("got %q", got)
	}
}
