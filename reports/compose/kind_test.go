package compose

import (
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
