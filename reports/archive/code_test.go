package archive

import (
	"fmt"
	"regexp"
	"testing"
)

// TestCode: a code is six letters that nobody mistakes, the same for the same seal, another
// for another one, and known again however it is written.
func TestCode(t *testing.T) {
	form := regexp.MustCompile(`^[2-9AEFHKMPRTVX]{3}-[2-9AEFHKMPRTVX]{3}$`)
	owner, used := map[string]string{}, map[rune]bool{}
	for n := range 2000 {
		m := Manifest{Seal: Sum([]byte(fmt.Sprint(n)))}
		code := m.Code()
		if !form.MatchString(code) {
			t.Fatalf("%q is no code", code)
		}
		if other := owner[code]; other != "" {
			t.Errorf("%s and %s have one code, %s", other, m.Seal, code)
		}
		owner[code] = m.Seal
		for _, r := range code {
			used[r] = true
		}
	}
	if len(used) != len(codeLetters)+1 { // the hyphen
		t.Errorf("codes are made of %d letters, want %d", len(used)-1, len(codeLetters))
	}

	m := Manifest{Seal: Sum([]byte("a draft"))}
	if m.Code() != "RF6-6V7" { // of a letter that somebody has in hand: it must never change
		t.Errorf("the code of a known seal is %s", m.Code())
	}
	for _, c := range []struct {
		written string
		is      bool
	}{
		{"RF6-6V7", true}, {"rf66v7", true}, {" RF 66 V7 ", true}, {"r.f.6.6.v.7", true}, {"RF6–6V7", true},
		{"RF6-6V8", false}, {"RF6-6V", false}, {"", false}, {"-", false},
	} {
		if m.IsCode(c.written) != c.is {
			t.Errorf("%q is the code: %v, want %v", c.written, !c.is, c.is)
		}
	}
	if (Manifest{}).IsCode("") || (Manifest{}).Code() != "" {
		t.Error("what has no seal has a code")
	}
}
