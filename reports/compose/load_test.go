package compose

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports/author"
	"ccbreport/templates"
)

// TestLoadRefuses holds that a fault of a template is told before any figure is
// known, with file, line and what to do.
func TestLoadRefuses(t *testing.T) {
	cat := loadCatalogue(t)
	for _, tt := range []struct{ reason, text, want string }{
		{"a code that does not exist", "Một.\n\nCó {{fig \"DA.GS.CHUTR\"}}.", `giua-nhiem-ky.md:3: fig "DA.GS.CHUTR": no such indicator; codes are in indicators.toml; is it "DA.GS.CHUTRI"?`},
		{"where no data of today leads", "{{if fell \"TC.HV.TONG\"}}{{if has \"X.Y\"}}a{{end}}{{end}}", `giua-nhiem-ky.md:1:`},
		{"a code that is computed", "{{fig (print \"DA\" \".DANGVIEN\")}}", "want text in double quotes"},
		{"an action that does not exist", "Một.\n{{figure \"DA.DANGVIEN\"}}", `giua-nhiem-ky.md:2: function "figure" not defined`},
		{"too few arguments", "{{nought \"DA.DANGVIEN\"}}", "nought takes 2 arguments, not 1"},
		{"words for a number", "{{floor \"TC.CH.HTXS\" \"20\" \"trên\" \"chi hội\"}}", "want a whole number"},
		{"a section that does not exist", "{{sentences \"PTX\"}}", `sentences "PTX": no such section in indicators.toml; is it "PT"?`},
		{"a heading that does not exist", "## ⟦{{under \"Moon\"}}A⟧", `under "Moon": no heading has this title`},
		{"an annex that does not exist", "{{annex \"maps\"}}", `annex "maps": no such annex among indicators, branches, awards, photos, standing, sources`},
		{"a clause that is not shut", "Một ⟦hai.\nBa.\n\nBốn⟧.", "giua-nhiem-ky.md:1: a clause opened with ⟦ is not shut in its paragraph"},
		{"a clause that is not opened", "Một.\n\nHai⟧.", "giua-nhiem-ky.md:3: ⟧ without ⟦"},
		{"a rune that stands for a value", "Một \U000F0001.", "giua-nhiem-ky.md:1: character U+F0001 has no meaning"},
		{"a name of two slots", "{{text \"Hạn chế\" \"Tồn tại\"}} {{text \"Khuyết điểm\" \"tồn  tại\"}}", `"tồn  tại" names both "Hạn chế" and "Khuyết điểm"`},
		{"what would not end", "Một.\n{{range 1000000000}}{{end}}", "giua-nhiem-ky.md:2: 1000000000: a number is no action"},
		{"what would not end, by a name", "{{$n := 1000000000}}{{range $n}}{{end}}", "a number is no action"},
		{"a code that a called block names", "{{define \"x\"}}{{fig \"X.Y\"}}{{end}}{{template \"x\"}}", `fig "X.Y": no such indicator`},
		{"a block that calls itself", "{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}", "exceeded maximum template depth"},
		{"a picture", "Một.\n\n![](../anh.png)", "giua-nhiem-ky.md:3: a template shows no pictures"},
		{"what only execution shows", "{{range awards \"PT.VANNGHE\"}}{{.Nothing}}{{end}}", "giua-nhiem-ky.md:1:"},
	} {
		_, err := Load(templateFS(t, tt.text), "giua-nhiem-ky", cat)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.reason, err, tt.want)
		}
		var list author.Mistakes
		if !errors.As(err, &list) || list[0].Line == 0 || list[0].VI == list[0].EN {
			t.Errorf("%s: told as %+v, want a line, and Vietnamese", tt.reason, list)
		}
	}
}

// TestUncalledBlock: what is never printed may name indicators that the catalogue
// does not count.
func TestUncalledBlock(t *testing.T) {
	text := "{{define \"x\"}}{{fig \"X.Y\"}}{{end}}Một."
	if _, err := Load(templateFS(t, text), "giua-nhiem-ky", loadCatalogue(t)); err != nil {
		t.Error(err)
	}
}

// TestSectionBlock: names of sections that stand where they are not read are refused; a
// block of that name that the template calls is its own.
func TestSectionBlock(t *testing.T) {
	block := "Một.\n\n{{define \"section\"}}Văn hóa{{end}}"
	_, err := Load(templateFS(t, block), "giua-nhiem-ky", loadCatalogue(t))
	if want := `giua-nhiem-ky.md:3: the block "section" is not used`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
	if _, err := Load(templateFS(t, block+"{{template \"section\"}}"), "giua-nhiem-ky", loadCatalogue(t)); err != nil {
		t.Error(err)
	}
}

func TestLoadWithoutBlock(t *testing.T) {
	fsys := fstest.MapFS{"nam.md": {Data: []byte("Một.")}}
	_, err := Load(fsys, "nam", loadCatalogue(t))
	if want := `nam.md:1: block "kind" is missing: add {{define "kind"}}`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
	if _, err := Load(fsys, "none", loadCatalogue(t)); err == nil || !strings.Contains(err.Error(), "none.md") {
		t.Errorf("no file: got %v", err)
	}
}

func TestLoadWithoutHeads(t *testing.T) {
	source, err1 := fs.ReadFile(templates.FS, "giua-nhiem-ky.md")
	shared, err2 := fs.ReadFile(templates.FS, "chung.md")
	scope, err3 := fs.ReadFile(templates.FS, "pham-vi.md")
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	short := strings.Replace(string(shared), "| Cấp khen | Nội dung", "", 1)
	_, err := Load(fstest.MapFS{"chung.md": {Data: []byte(short)}, "pham-vi.md": {Data: scope}, "giua-nhiem-ky.md": {Data: source}}, "giua-nhiem-ky", loadCatalogue(t))
	if want := `block "heads awards" has 3 heads parted by |, want 5`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
}

// TestSlots holds that forms can offer what the template takes.
func TestSlots(t *testing.T) {
	tmpl, err := Load(templates.FS, "giua-nhiem-ky", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	slots := tmpl.Slots()
	for _, want := range []string{"Thuận lợi", "Hạn chế", "Phương hướng", "Nhiệm vụ", "Bài học", "Dự án giải phóng mặt bằng"} {
		if !slices.Contains(slots, want) {
			t.Errorf("no slot %q in %q", want, slots)
		}
	}
	if slots[0] != "Kế hoạch sơ kết" {
		t.Errorf("slots do not stand in the order of the template: %q first", slots[0])
	}
}

// TestBuiltInSaysNothingOfAWard holds that the built-in text claims no deed and
// names no place: composed from nothing, it has no section and no figure.
func TestBuiltInSaysNothingOfAWard(t *testing.T) {
	for _, name := range append(builtIn, "chung", "pham-vi") {
		source, err := fs.ReadFile(templates.FS, name+".md")
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range []string{"Ngọc Thụy", "Long Biên", "Hà Nội", "Đầm Nấm", "Thành hội"} {
			if strings.Contains(string(source), place) {
				t.Errorf("%s names %q", name, place)
			}
		}
	}
	for _, name := range builtIn {
		tmpl, err := Load(templates.FS, name, loadCatalogue(t))
		if err != nil {
			t.Fatal(err)
		}
		doc, _, err := tmpl.Compose(readInput(t, "branches 3/3"))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(doc.Body); got != 3 {
			t.Errorf("%s: want the opening, the account of the branches and the close, got\n%s", name, bodyWords(doc))
		}
	}
}
