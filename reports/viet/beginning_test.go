package viet

import (
	"strings"
	"testing"
)

func TestBeginning(t *testing.T) {
	for _, c := range []struct {
		text, want string
		more       bool
	}{
		{"Thôn Đông", "Thôn Đông", false},
		{" Thôn \n Đông ", "Thôn Đông", false},
		{"Chi hội thôn Đông", "Chi hội", true},
		{"Chihoi12345", "Chihoi1234", true}, // one word
		{"a " + strings.Repeat("đ", 20), "a đđđđđđđđ", true},
	} {
		if got, more := Beginning(c.text, 10); got != c.want || more != c.more {
			t.Errorf("%q: %q, %t; want %q, %t", c.text, got, more, c.want, c.more)
		}
	}
}
