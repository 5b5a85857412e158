package catalogue_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports/catalogue"
)

// rows reads a table of testdata: fields parted by tabs, the last ones may lack.
func rows(t testing.TB, file string, n int) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var list [][]string
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		list = append(list, append(f, make([]string, max(0, n-len(f)))...))
	}
	return list
}

// TestDomainNames reads testdata/domain.tsv.
func TestDomainNames(t *testing.T) {
	c := builtIn(t)
	for _, f := range rows(t, "domain.tsv", 4) {
		q := catalogue.Query{Name: f[1], Unit: f[2], Above: f[3]}
		if m := c.Find(q); m.Code != strings.TrimPrefix(f[0], "?") {
			t.Errorf("Find(%+v) = %+v, want %s", q, m, f[0])
		}
	}
}

// TestGrammar reads testdata/grammar.tsv: what each rule takes, and the inputs
// on which it would be wrong.
func TestGrammar(t *testing.T) {
	c := builtIn(t)
	for _, f := range rows(t, "grammar.tsv", 5) {
		q := catalogue.Query{Name: f[1], Unit: f[2], Above: f[3], Group: f[4]}
		if m := c.Find(q); !answers(m, f[0]) {
			t.Errorf("Find(%+v) = %+v, want %s", q, m, f[0])
		}
	}
}

// answers reports whether a match is what a row wants.
func answers(m catalogue.Match, want string) bool {
	words := strings.Fields(want + " ")
	switch words[0] {
	case "-":
		return m.Code == "" && len(m.Proposals) == 0
	case "?":
		return m.Code == "" && (len(words) == 1 || m.Near == words[1])
	}
	code, also, _ := strings.Cut(want, " + ")
	return strings.TrimSpace(m.Code+" "+m.Rule) == code && m.Also == also && m.Round == (m.Rule == catalogue.RuleRound)
}

func TestUnfinished(t *testing.T) {
	for name, want := range map[string]bool{
		"Hội viên là": true, "Số hội viên được": true, "Thăm hỏi, trợ cấp,": true, "Phối hợp với": true, "Hội viên (nữ": true,
		"Hội viên": false, "Hội viên từ trần": false, "Gia đình văn hóa (hộ)": false, "": false,
	} {
		if catalogue.Unfinished(name) != want {
			t.Errorf("Unfinished(%q) = %v", name, !want)
		}
	}
	for name, want := range map[string]bool{
		"tổ chức tang lễ": true, "(ốm đau, hoạn nạn)": true, "Đảng viên": false, "– số tiền": false, "22/12": false, "": false,
	} {
		if catalogue.Continues(name) != want {
			t.Errorf("Continues(%q) = %v", name, !want)
		}
	}
}

// TestAnswersAreOwn: the answers are the callers' own.
func TestAnswersAreOwn(t *testing.T) {
	c := builtIn(t)
	q := catalogue.Query{Name: "Tổng số hôi viên"}
	c.Find(q).Proposals[0] = "X"
	if got := c.Find(q).Proposals; !slices.Equal(got, []string{"TC.HV.TONG"}) {
		t.Errorf("a caller's change is seen by the next: %v", got)
	}
}

// FuzzFind holds Find to be total, and what says nothing to change nothing:
// numbering before a name, capitals, the place of a tone.
func FuzzFind(f *testing.F) {
	c := builtIn(f)
	for _, r := range rows(f, "grammar.tsv", 5) {
		f.Add(r[1], r[2], r[3], r[4])
	}
	f.Add("/", "/", "(", "()")
	f.Fuzz(func(t *testing.T, name, unit, above, group string) {
		q := catalogue.Query{Name: name, Unit: unit, Above: above, Group: group}
		m := c.Find(q)
		if m.Code != "" && len(m.Proposals) > 0 || len(m.Proposals) > 3 || m.Near != "" && m.Near != m.Proposals[0] {
			t.Errorf("Find(%+v) = %+v", q, m)
		}
		if first, _ := c.Indicator(m.Code); m.Code != first.Code || m.Exact != (m.Code != "" && m.Rule == "") {
			t.Errorf("Find(%+v) = %+v", q, m)
		}
		if !strings.ContainsFunc(name, letter) {
			return
		}
		for _, same := range []string{"7. " + name, "b) " + name, strings.NewReplacer("òa", "oà", "óa", "oá", "ủy", "uỷ").Replace(name)} {
			q.Name = same
			if other := c.Find(q); other.Code != m.Code || !slices.Equal(other.Proposals, m.Proposals) {
				t.Errorf("%q is %+v, %q is %+v", name, m, same, other)
			}
		}
	})
}

// letter reports whether a rune is one that a name must have.
func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
