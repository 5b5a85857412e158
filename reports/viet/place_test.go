package viet

import (
	"strings"
	"testing"
)

// TestPlaces: units of the administration are known by their noun and a name; many words
// look like one.
func TestPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"Đảng ủy phường Bồ Đề":                "phường Bồ Đề",
		"Hội CCB thị xã Sơn Tây, huyện Ba Vì": "thị xã Sơn Tây; huyện Ba Vì",
		"Phường 6":                  "phường 6",
		"toàn phường 15 hội viên":   "",
		"xã Ea Kar và xã Krông Pắc": "xã Ea Kar; xã Krông Pắc",
		"Chính sách xã hội, Xã hội, hợp tác xã Đông Á": "",
		"Huyện ủy, Quận ủy, Đảng ủy phường, các xã":    "",
		"thành phố Hồ Chí Minh, tỉnh Hoa Lư":           "thành phố Hồ Chí Minh; tỉnh Hoa Lư",
		"": "",
	} {
		var got []string
		for _, p := range Places(text) {
			got = append(got, p.Noun+" "+p.Name)
			if !strings.HasPrefix(strings.ToLower(text[p.At:]), p.Noun) {
				t.Errorf("%q: %q does not stand at %d", text, p.Noun, p.At)
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

// TestElsewhere: a place is elsewhere if it has no name of the known ones and one of its level
// is known.
func TestElsewhere(t *testing.T) {
	for _, tt := range []struct{ known, text, want string }{
		{"Hội CCB phường Bồ Đề, thành phố Hà Nội", "Đảng ủy phường Bồ Đề", ""},
		{"Hội CCB phường Bồ Đề, thành phố Hà Nội", "Đảng ủy phường Ngọc Lâm", "phường Ngọc Lâm"},
		{"Hội CCB phường Bồ Đề, thành phố Hà Nội", "Đảng ủy xã Bồ Đề", ""},
		{"Hội CCB phường Bồ Đề, thành phố Hà Nội", "Chủ tịch phường Bồ Đề Nguyễn Văn A", ""},
		{"Hội CCB phường Bồ Đề, quận Long Biên", "Hội CCB huyện Gia Lâm", "huyện Gia Lâm"},
		{"Hội CCB phường Bồ Đề, quận Long Biên", "Hội CCB thành phố Hà Nội", ""},
		{"Hội CCB phường Bồ Đề", "Hội CCB quận Long Biên", ""},
		{"Hội Cựu chiến binh", "Đảng ủy phường Ngọc Lâm", ""},
		{"phường 6, quận 3", "Đảng ủy Phường 06", ""},
		{"Hội CCB phường 6", "Đảng ủy phường 7", "phường 7"},
	} {
		known := Places(tt.known)
		if strings.Contains(tt.known, "6, quận 3") {
			known = append(Places("phường 6"), Places("quận 3")...)
		}
		got := ""
		for _, p := range Elsewhere(tt.text, known) {
			got += p.Noun + " " + p.Name
		}
		if got != tt.want {
			t.Errorf("%q by %q: %q, want %q", tt.text, tt.known, got, tt.want)
		}
	}
}

// TestAtHome: the place before a date is the ward's or its parent's, with its noun or without.
func TestAtHome(t *testing.T) {
	known := append(Places("Hội CCB phường Bồ Đề"), Places("Hội CCB thành phố Hà Nội")...)
	for name, want := range map[string]bool{"Bồ Đề": true, "phường Bồ Đề": true, "Hà Nội": true, "Ngọc Lâm": false, "Phường Ngọc Lâm": false} {
		if got := AtHome(name, known); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
	if !AtHome("Ngọc Lâm", nil) {
		t.Error("where no place is known, one is told of")
	}
}
