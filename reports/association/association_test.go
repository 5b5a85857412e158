package association

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
)

func load(text string) (Association, error) {
	return Load(fstest.MapFS{File: {Data: []byte(text)}})
}

func TestLoad(t *testing.T) {
	a, err := load("name = \"Người cao tuổi\"\nshort = \"NCT\"\nsymbol = \"BC-NCT\"\n[abbreviations]\nnctvn = \"người cao tuổi Việt Nam\"\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want string }{
		{a.Full(), "Hội Người cao tuổi"},
		{a.Abbreviated("Hội Người cao tuổi phường Thử"), "Hội NCT phường Thử"},
		{a.Introduced("Hội Người cao tuổi phường Thử"), "Hội Người cao tuổi (NCT) phường Thử"},
		{a.Words.Expand("hội nctvn"), "hội người cao tuổi việt nam"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// TestNobodys: templates without the file, as old editions keep them, name nobody.
func TestNobodys(t *testing.T) {
	a, err := Load(fstest.MapFS{})
	names, errFiles := Files(fstest.MapFS{})
	if err != nil || errFiles != nil || names != nil || a.Full() != "" || a.Abbreviated("Hội") != "Hội" || a.Introduced("Hội") != "Hội" {
		t.Errorf("%+v, %v, %v, %v", a, err, names, errFiles)
	}
}

func TestMistakes(t *testing.T) {
	const good = "name = \"Phụ nữ\"\nshort = \"PN\"\nsymbol = \"BC-PN\"\n"
	for _, c := range []struct{ text, want string }{
		{"short = \"PN\"\nname = \"…\"\n", "hoi.toml:1: symbol has no letters; add it\nhoi.toml:2: name has no letters; add it"},
		{"name = \"Hội Phụ nữ\"\nshort = \"PN\"\nsymbol = \"BC-PN\"\n", `hoi.toml:1: name is what stands behind “Hội”: "phụ nữ"`},
		{good + "shrt = \"PN\"\n", `hoi.toml:4: unknown key "shrt"; is it "short"?`},
		{good + "[abbreviations]\nlhpn = \" \"\n", `hoi.toml:5: "lhpn" is short for nothing; add it or take it out`},
		{good + "[[movement]]\nname = \"Ba nhất\"\nkind = \"phong trao\"\n", `hoi.toml:6: kind is "phong trao"; write “phong trào” or “cuộc vận động”; is it "phong trào"?`},
		{good + "[[anniversary]]\nevent = \"Hội Phụ nữ\"\n", "hoi.toml:4: an anniversary lacks its event or year; add it"},
	} {
		if _, err := load(c.text); err == nil || err.Error() != "load association: "+c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// TestBuiltIn: the file that is built in is the veterans'.
func TestBuiltIn(t *testing.T) {
	var files fs.FS = os.DirFS("../../templates")
	a, err := Load(files)
	if err != nil || a.Full() != "Hội Cựu chiến binh" || a.Words.Expand("ccb") != "cựu chiến binh" {
		t.Errorf("%+v, %v", a, err)
	}
}
