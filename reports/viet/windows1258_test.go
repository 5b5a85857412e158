package viet

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// TestWindows1258: bytes of the code page are known from those of old fonts and
// of Western Windows.
func TestWindows1258(t *testing.T) {
	const text = "Chi hội thôn Mây; tổng số hội viên; ủng hộ 500.000 đồng; nghĩa tình, sổ quỹ"
	// The code page has vowels with their hats, and tones of their own.
	var bytes []byte
	for _, r := range text {
		parts := []rune{r}
		if tone := norm.NFD.String(string(r)); len([]rune(tone)) > 1 {
			if _, err := charmap.Windows1258.NewEncoder().String(string(r)); err != nil {
				d := []rune(tone)
				i := len(d) - 1
				if d[i] == 0x0302 || d[i] == 0x0306 { // the tone stands below, in front of the hat
					d[i], d[i-1] = d[i-1], d[i]
				}
				parts = append([]rune(norm.NFC.String(string(d[:i]))), d[i])
			}
		}
		b, err := charmap.Windows1258.NewEncoder().String(string(parts))
		if err != nil {
			t.Fatalf("%q: %v", parts, err)
		}
		bytes = append(bytes, b...)
	}
	if got := Windows1258(bytes); got != text {
		t.Errorf("got %q", got)
	}
	for _, tt := range []struct {
		reason string
		data   string
		want   bool
	}{
		{"the code page", string(bytes), true},
		{"an old font, TCVN3", "H\xe9i vi\xaan; T\xe6ng s\xe8; \xdf", false},
		{"an old font, VNI", "Ho\xe4i vie\xe2n; To\xe5ng so\xe1", false},
		{"nothing beyond ASCII", "Hoi vien;46", false},
		{"letters that both Western and Vietnamese Windows have", "th\xf4n", false},
		{"bytes that are no words", "\xd0\xcf\x11\xe0\xa1\xb1", false},
	} {
		if got := IsWindows1258([]byte(tt.data)); got != tt.want {
			t.Errorf("%s: %v", tt.reason, got)
		}
	}
}
