package compose

import (
	"slices"
	"testing"

	"ccbreport/templates"
)

// TestSignature sets the lines over a signature, of whoever signs (Decree
// 30/2020, article 13).
func TestSignature(t *testing.T) {
	tmpl, err := Load(templates.FS, "giua-nhiem-ky", loadCatalogue(t))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		reason string
		sign   SignInfo
		want   []string
	}{
		{"the head, for the committee", SignInfo{Authority: "TM. BAN CHẤP HÀNH", Position: "CHỦ TỊCH"}, []string{"TM. BAN CHẤP HÀNH", "CHỦ TỊCH"}},
		{"the deputy, for the head", SignInfo{Authority: "TM. Ban Chấp hành", Position: "KT. Chủ tịch\nPhó Chủ tịch"}, []string{"TM. BAN CHẤP HÀNH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}},
		{"an acting head alone", SignInfo{Position: "Q. CHỦ TỊCH"}, []string{"Q. CHỦ TỊCH"}},
	}
	for _, tt := range tests {
		doc, _, err := tmpl.Compose(Input{Sign: tt.sign})
		if err != nil || !slices.Equal(doc.Sign.Lines, tt.want) {
			t.Errorf("%s: %q, %v", tt.reason, doc.Sign.Lines, err)
		}
	}
}

// TestReporter: who gives the report is the body in whose name it is signed.
func TestReporter(t *testing.T) {
	cat := loadCatalogue(t)
	tmpl, err := Load(templates.FS, "sau-thang", cat)
	if err != nil {
		t.Fatal(err)
	}
	for authority, want := range map[string]string{
		"TM. BAN CHẤP HÀNH": "Hội CCB phường", "": "Hội CCB phường", "TM. BAN THƯỜNG VỤ": "Ban Thường vụ Hội CCB phường",
		"T/M Ban Thường vụ": "Ban Thường vụ Hội CCB phường", "TM. THƯỜNG TRỰC HỘI CCB PHƯỜNG": "Thường trực Hội CCB phường",
	} {
		c := &composer{t: tmpl, in: Input{Sign: SignInfo{Authority: authority}, Unit: UnitInfo{Name: "Hội Cựu chiến binh phường Bình An", Place: "Bình An"}}}
		if got := c.reporter(); got != want {
			t.Errorf("%q: %q, want %q", authority, got, want)
		}
	}
}
