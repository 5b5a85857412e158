package roster

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ccbreport/reports"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/viet"
	"ccbreport/templates"
)

var veterans = viet.NewWords("Cựu chiến binh", "CCB", nil)

// builtIn are the units of the built-in catalogue.
var builtIn = func() *viet.Units {
	c, err := catalogue.Load(templates.FS)
	if err != nil {
		panic(err)
	}
	return c.Units()
}()

// The tables in testdata list the ward ("ward|name"), its branches
// ("branch|id|name|alias; alias") and rows "function|text|context; context|want",
// where want is a branch, "-" for none, or "? a b": none, but these may be meant.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) { runTable(t, name) })
	}
}

func runTable(t *testing.T, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var ward reports.Unit
	var branches []reports.Unit
	var m *Roster
	for i, line := range strings.Split(string(data), "\n") {
		c := cells(line)
		switch {
		case strings.HasPrefix(line, "#") || line == "":
		case c[0] == "ward":
			ward.Name = c[1]
		case c[0] == "branch":
			branches = append(branches, reports.Unit{ID: reports.UnitID(c[1]), Name: c[2], Aliases: list(c[3])})
			m = nil
		case len(c) != 4:
			t.Errorf("%s:%d: %d cells, want 4", name, i+1, len(c))
		default:
			if m == nil {
				m = New(branches, ward, veterans, builtIn)
			}
			if got := ask(m, c[0], c[1], list(c[2]), branches); got != c[3] {
				t.Errorf("%s:%d: %s(%q) = %s, want %s", name, i+1, c[0], c[1], got, c[3])
			}
		}
	}
}

func cells(line string) []string {
	c := strings.Split(line, "|")
	for i := range c {
		c[i] = strings.TrimSpace(c[i])
	}
	return c
}

func list(s string) []string {
	var all []string
	for _, x := range strings.Split(s, ";") {
		if x = strings.TrimSpace(x); x != "" {
			all = append(all, x)
		}
	}
	return all
}

func ask(m *Roster, function, text string, context []string, branches []reports.Unit) string {
	one := func(id reports.UnitID, ok bool) string {
		if !ok && id == "" {
			return "-"
		}
		return string(id)
	}
	two := func(id reports.UnitID, candidates []reports.UnitID) string {
		s := "?"
		for _, c := range candidates {
			s += " " + string(c)
		}
		switch {
		case id != "" && len(candidates) == 0:
			return string(id)
		case id != "":
			return string(id) + " " + s
		case len(candidates) == 0:
			return "-"
		}
		return s
	}
	switch function {
	case "find":
		return two(m.Find(text, context...))
	case "within":
		return two(m.Within(text, context...))
	case "file":
		return two(m.InFileName(text, context...))
	case "tab":
		return two(m.InTab(text, context...))
	case "whole":
		return one(m.Whole(text, context...))
	case "column":
		return two(m.InColumn(text, append(context, "")[0], context...))
	case "hint":
		return one(m.Hint(text))
	case "near":
		var among []reports.UnitID
		for _, b := range branches {
			if len(context) == 0 || strings.Contains(" "+context[0]+" ", " "+string(b.ID)+" ") {
				among = append(among, b.ID)
			}
		}
		return one(m.Near(text, among))
	case "other":
		name, ok := m.Other(text)
		return one(reports.UnitID(name), ok)
	}
	return "no such function"
}

// TestAnotherAssociation: what is ours to one is another's to the next, and only our
// own name is nothing to the name of a branch.
func TestAnotherAssociation(t *testing.T) {
	branches := []reports.Unit{{ID: "a", Name: "Chi hội Thôn Đông"}, {ID: "b", Name: "Chi hội NCT Thôn Đoài"}}
	m := New(branches, reports.Unit{Name: "Hội Người cao tuổi xã Thanh Sơn"}, viet.NewWords("Người cao tuổi", "NCT", nil), builtIn)
	for text, want := range map[string]string{
		"HỘI CỰU CHIẾN BINH XÃ THANH SƠN": "Hội Cựu chiến binh", "bao cao HCCB thon Dong": "Hội Cựu chiến binh",
		"Chi hội CCB thôn Đông": "Hội Cựu chiến binh", "Hội Nông dân xã Thanh Sơn": "Hội Nông dân",
		"HỘI NGƯỜI CAO TUỔI XÃ THANH SƠN": "", "Chi hội NCT thôn Đông": "",
	} {
		if got, _ := m.Other(text); got != want {
			t.Errorf("%q is of %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]reports.UnitID{
		"CHI HỘI NGƯỜI CAO TUỔI THÔN ĐÔNG": "a", "Chi hội thôn Đoài": "b", "bao_cao_NCT_thon_doai": "b", "Chi hội CCB thôn Đông": "",
	} {
		if got, _ := m.Find(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
