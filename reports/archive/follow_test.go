package archive

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"ccbreport/reports"

	"github.com/google/go-cmp/cmp"
)

var (
	letters = []Blob{{"aa.eml", []byte("to the one")}, {"bb.eml", []byte("to the other")}}
	day     = reports.DayOf(2020, 1, 15)
)

// follows is the manifest of a final of the draft.
func follows(draft Edition, number string) Manifest {
	m := draft.Manifest
	m.Status, m.Inputs = Final, []Hashed{}
	m.Follows = &Follows{Edition: draft.ID, Seal: m.Seal, Number: number, Date: day}
	return m
}

func TestAFinalIsMadeOnce(t *testing.T) {
	s := open(t, t.TempDir())
	d := put(t, s, draft("x"))
	final, err := s.PutFinal(t.Context(), follows(d, "05"), outputs)
	if err != nil || final.ID != d.ID+"_chinh-thuc" {
		t.Fatalf("edition %s, %v", final.ID, err)
	}
	for _, tt := range []struct {
		reason string
		number string
		before func() error
		want   func(error) bool
	}{
		{"the same again", "05", nil, func(err error) bool { return err == nil }},
		{"another one", "06", nil, func(err error) bool { return errors.Is(err, ErrTaken) }},
		{"the same, and somebody changed the one that stands there", "05",
			func() error { return os.WriteFile(final.Path(PDF), []byte("%PDF other"), 0o666) }, damaged},
	} {
		if tt.before != nil {
			if err := tt.before(); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.PutFinal(t.Context(), follows(d, tt.number), outputs); !tt.want(err) {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
}

// TestWhyAFinalIsEarly: the reason is kept and is part of what the final is made from; a
// final without one has the digest and the bytes that it had before there were reasons.
func TestWhyAFinalIsEarly(t *testing.T) {
	s := open(t, t.TempDir())
	d := put(t, s, draft("x"))
	plain := follows(d, "05")
	late := plain.digest()
	if bytes.Contains(plain.encode(), []byte("early")) {
		t.Error("a final without a reason says early")
	}
	m := follows(d, "05")
	m.Follows.Early = "phường sáp nhập"
	if m.digest() == late {
		t.Error("the reason is no part of what the final is made from")
	}
	final, err := s.PutFinal(t.Context(), m, outputs)
	if err != nil {
		t.Fatal(err)
	}
	read, err := s.Edition(final.ID)
	if err != nil || read.Manifest.Follows.Early != "phường sáp nhập" {
		t.Errorf("read back: %+v, %v", read.Manifest.Follows, err)
	}
}

func damaged(err error) bool {
	var harm *DamagedError
	return errors.As(err, &harm)
}

func TestLettersAreKeptOnce(t *testing.T) {
	s := open(t, t.TempDir())
	e := put(t, s, draft("x"))
	if got, err := e.Letters(); len(got) > 0 || err != nil {
		t.Errorf("before any: %q, %v", got, err)
	}
	if got, fresh, err := s.Attach(e, letters); !fresh || err != nil || cmp.Diff(letters, got) != "" {
		t.Errorf("attached: %q, fresh %v, %v", got, fresh, err)
	}
	others := []Blob{{"cc.eml", []byte("to a third")}}
	if got, fresh, err := s.Attach(e, others); fresh || err != nil || cmp.Diff(letters, got) != "" {
		t.Errorf("attached again: %q, fresh %v, %v", got, fresh, err)
	}
	if got, err := e.Letters(); err != nil || cmp.Diff(letters, got) != "" {
		t.Errorf("kept: %q, %v", got, err)
	}
}

func TestHarmedLettersAreNone(t *testing.T) {
	for _, tt := range []struct {
		reason string
		harm   func(e Edition) error
	}{
		{"a letter was changed", func(e Edition) error {
			return os.WriteFile(e.Path("thu/bb.eml"), []byte("to the Other"), 0o666)
		}},
		{"a letter was taken away", func(e Edition) error { return os.Remove(e.Path("thu/aa.eml")) }},
		{"their list was taken away", func(e Edition) error { return os.Remove(e.Path(lettersList)) }},
		{"their list was changed", func(e Edition) error {
			return os.WriteFile(e.Path(lettersList), letterList{Files: Hash(letters[:1]), Seal: "x"}.encode(), 0o666)
		}},
	} {
		s := open(t, t.TempDir())
		e := put(t, s, draft("x"))
		if _, _, err := s.Attach(e, letters); err != nil {
			t.Fatal(err)
		}
		if err := tt.harm(e); err != nil {
			t.Fatal(err)
		}
		if got, err := e.Letters(); !damaged(err) || len(got) > 0 {
			t.Errorf("%s: %q, %v", tt.reason, got, err)
		}
		if list, err := e.Verify(); err != nil || len(list) == 0 {
			t.Errorf("%s: verify finds %v, %v", tt.reason, list, err)
		}
	}
}
