package compose

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/templates"
)

func TestKindOf(t *testing.T) {
	for name, want := range map[string]Kind{
		"giua-nhiem-ky": {"giữa nhiệm kỳ", "of the mid-term"},
		"nam":           {"năm", "of the year"},
		"sau-thang":     {"sáu tháng", "of the half-year"},
		"nhiem-ky":      {"nhiệm kỳ", "of the term"},
	} {
		if got, err := KindOf(templates.FS, name); err != nil || got != want {
			t.Errorf("%s is called %+v, want %+v (%v)", name, got, want, err)
		}
	}
	for _, test := range []struct {
		reason, text string
		want         Kind
	}{
		{"a template of the ward's own", `Một.{{define "kind name"}} quý {{end}}`, Kind{VI: "quý"}},
		{"one that does not say", `Một.`, Kind{}},
		{"one that says nothing", `{{define "kind name"}}{{end}}`, Kind{}},
	} {
		if got, err := KindOf(fstest.MapFS{"quy.md": {Data: []byte(test.text)}}, "quy"); err != nil || got != test.want {
			t.Errorf("%s: %+v, want %+v (%v)", test.reason, got, test.want, err)
		}
	}
	if _, err := KindOf(templates.FS, "none"); err == nil {
		t.Error("a template that is not there has a name")
	}
}

// TestKindIsOfWords: the name is said where there is no report to ask.
func TestKindIsOfWords(t *testing.T) {
	own := `Một.
{{define "kind name"}}năm {{year}}{{end}}`
	_, err := Load(fstest.MapFS{"nam.md": {Data: []byte(own)}}, "nam", loadCatalogue(t))
	if want := `nam.md:2: block "kind name" has words only: take {{year}} out`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}

// TestChief: which figures a letter begins with is said in codes that are counted.
func TestChief(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Một.{{define \"chief\"}}\n TC.HV.TONG  DA.HDND {{end}}", []string{"TC.HV.TONG", "DA.HDND"}},
		{`Một.`, nil},
	} {
		got, err := ChiefOf(fstest.MapFS{"quy.md": {Data: []byte(test.text)}}, "quy")
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q (%v)", test.text, got, test.want, err)
		}
	}
	for _, name := range []string{"giua-nhiem-ky", "nam", "sau-thang", "nhiem-ky"} {
		if got, err := ChiefOf(templates.FS, name); err != nil || len(got) < 5 {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	own := "Một.\n{{define \"chief\"}}TC.HV.TONG TC.HV.TOGN{{end}}"
	_, err := Load(fstest.MapFS{"nam.md": {Data: []byte(own)}}, "nam", loadCatalogue(t))
	if want := `nam.md:2: chief "TC.HV.TOGN": no such indicator`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}
