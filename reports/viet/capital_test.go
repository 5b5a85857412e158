package viet

import "testing"

func TestNameCase(t *testing.T) {
	for s, want := range map[string]string{
		"VÂN HÀ": "Vân Hà", "vân hà": "Vân Hà", "Vân Hà": "Vân Hà", "Đắk Lắk": "Đắk Lắk", "BÌNH HƯNG HÒA A": "Bình Hưng Hòa A", "6": "6", "": "",
	} {
		if got := NameCase(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
