package viet

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	own := NewWords("Cựu chiến binh", "CCB", nil)
	functions := map[string]func(string) string{
		"clean": Clean, "key": Key, "unit": own.UnitKey, "upper": Upper, "sentence": Sentence, "lower": LowerFirst,
		"bare":   func(s string) string { return Bare(Key(s)) },
		"expand": func(s string) string { return own.Expand(Key(s)) },
		"tone":   func(s string) string { return Tone(s, false) },
		"last":   func(s string) string { return Tone(s, true) },
	}
	for _, r := range table(t, "text.txt", 4) {
		f, text, want, reason := functions[r.cells[0]], unescape(t, r.cells[1]), unescape(t, r.cells[2]), r.cells[3]
		if got := f(text); got != want {
			t.Errorf("text.txt:%d: %s(%q) = %q, want %q (%s)", r.line, r.cells[0], text, got, want, reason)
		}
	}
}

func unescape(t *testing.T, s string) string {
	t.Helper()
	out, err := strconv.Unquote(`"` + s + `"`)
	if err != nil {
		t.Fatalf("unquote %s: %v", s, err)
	}
	return out
}

// TestAbbreviations holds that no abbreviation is a word of another's long
// form: expanding twice changes nothing.
func TestAbbreviations(t *testing.T) {
	for short, long := range abbreviations {
		if again := Expand(long); again != long {
			t.Errorf("Expand(%q) = %q, but is the long form of %q", long, again, short)
		}
	}
}

// TestWords: what is short for one association, and dropped from its branches' names,
// is nothing to another.
func TestWords(t *testing.T) {
	elders := NewWords("Người cao tuổi", "NCT", map[string]string{"CLB LTH": "câu lạc bộ liên thế hệ"})
	for _, c := range []struct {
		own        Words
		text, want string
	}{
		{elders, "Chi hội NCT thôn 04", "chi hội thôn 4"},
		{elders, "chi hoi nguoi cao tuoi thon 4", "chi hoi thon 4"},
		{elders, "Chi hội CCB thôn 4", "chi hội ccb thôn 4"},
		{elders, "CLB LTH số 2", "câu lạc bộ liên thế hệ 2"},
		{Words{}, "Chi hội CCB số 4", "chi hội ccb 4"},
	} {
		if got := c.own.UnitKey(c.text); got != c.want {
			t.Errorf("%q of %q is %q, want %q", c.text, c.own.Name(), got, c.want)
		}
	}
	if (Words{}).In("") || elders.In("hội ccb") || !elders.In(Key("BCH Hội NCT xã")) {
		t.Error("a text names another association than its own")
	}
}

// TestCompare sorts lists that domain notes 4.8 give in order.
func TestCompare(t *testing.T) {
	for _, c := range []struct{ order, reason string }{
		{"ba|Ba|bà|BÀ|bả|bã|bá|bạ|bă|bâ|da|dz|đa|Đa|ea|êa|oa|ôa|ơa|ua|ưa", "letters and tones"},
		{"Chi hội 1|Chi hội 2|Chi hội 10|Chi hội 11", "numbers by value"},
		{"Chi hội Tổ dân phố số 9|Chi hội Tổ dân phố số 10", "numbers at the end"},
		{"bàn|ba\u0300ng", "decomposed text in its place"},
		{"Chi hội 01|Chi hội 1", "equal names in the order of their bytes"},
	} {
		want := strings.Split(c.order, "|")
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, Compare)
		if !slices.Equal(got, want) {
			t.Errorf("%s: sorted %q, want %q", c.reason, got, want)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, r := range []string{"Uỷ ban (số vụ)", "H\u200bội vie\u0302\u0323n", "%%", "J\u030c\u0341", "Ａ\u0301", "a\xff\u0327\u0327", "hàng hàng năm", "İ²³"} {
		f.Add(r)
	}
	own := NewWords("Cựu chiến binh", "CCB", nil)
	f.Fuzz(func(t *testing.T, s string) {
		for name, fn := range map[string]func(string) string{"Clean": Clean, "Key": Key, "Bare": Bare, "UnitKey": own.UnitKey} {
			once := fn(s)
			if twice := fn(once); twice != once {
				t.Errorf("%s(%q) = %q, again %q", name, s, once, twice)
			}
			if !utf8.ValidString(once) {
				t.Errorf("%s(%q) = %q is not UTF-8", name, s, once)
			}
		}
		if key := Key(s); Key(Clean(s)) != key {
			t.Errorf("Key(Clean(%q)) = %q, Key %q", s, Key(Clean(s)), key)
		}
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("Chi hội 2", "Chi hội 10", "chi hội 010")
	f.Add("a\u0300", "à", "ạ")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if Compare(a, b) != -Compare(b, a) {
			t.Errorf("Compare(%q, %q) = %d, turned round %d", a, b, Compare(a, b), Compare(b, a))
		}
		if (Compare(a, b) == 0) != (a == b) {
			t.Errorf("Compare(%q, %q) = %d", a, b, Compare(a, b))
		}
		if Compare(a, b) < 0 && Compare(b, c) < 0 && Compare(a, c) >= 0 {
			t.Errorf("%q < %q < %q, but not the first below the last", a, b, c)
		}
	})
}

// TestHolds: words are held whole and in a row.
func TestHolds(t *testing.T) {
	for _, c := range []struct {
		key, words string
		want       bool
	}{
		{"kế hoạch năm 2026", "kế hoạch", true},
		{"năm kế hoạch", "kế hoạch", true},
		{"kế hoạch", "kế hoạch", true},
		{"kế hoạch", "kế", true},
		{"kế hoạch", "hoạch định", false},
		{"bản kế hoạch", "ế hoạch", false},
		{"kế và hoạch", "kế hoạch", false},
		{"", "kế", false},
	} {
		if got := Holds(c.key, c.words); got != c.want {
			t.Errorf("%q holds %q: %v", c.key, c.words, got)
		}
	}
}
