package author

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"
)

// A shelf is a file as an author might write one.
type shelf struct {
	Name  string `toml:"name"`
	Books []struct {
		Title string `toml:"title"`
		Pages int    `toml:"pages"`
	} `toml:"book"`
	Place struct {
		Room string `toml:"room"`
	} `toml:"place"`
}

func TestDecode(t *testing.T) {
	for _, tt := range []struct{ reason, text, vi, en string }{
		{"all is right", "name = \"a\"\n[[book]]\ntitle = \"b\"\n[place]\nroom = \"c\"\n", "", ""},
		{"no TOML at all", "name = \"a\nb\"", "viết chưa đúng cách: strings cannot contain newlines", "a.toml:1: strings cannot contain newlines"},
		{"a key of a table of a list", "[[book]]\ntitel = \"b\"", `không có khóa "book.titel"; có phải "title"?`, `a.toml:2: unknown key "book.titel"; is it "title"?`},
		{"a key that is like no other", "[place]\nx = 1", `không có khóa "place.x"; sửa lại hoặc xóa đi`, `a.toml:2: unknown key "place.x"; correct it or take it out`},
		{"an unknown table, once", "[[bok]]\na = 1\nb = 2", `không có khóa "bok"; có phải "book"?`, `a.toml:1: unknown key "bok"; is it "book"?`},
		{"a text for a number", "[[book]]\npages = 3\n[[book]]\npages = \"3\"", "giá trị của “pages” không đúng kiểu; xem cách viết ở tệp có sẵn",
			"a.toml:4: incompatible types: TOML value has type string; destination has type integer"},
	} {
		var s shelf
		_, err := Decode(fstest.MapFS{"a.toml": {Data: []byte(tt.text)}}, "a.toml", &s)
		var list Mistakes
		switch {
		case tt.en == "" && err == nil:
		case !errors.As(err, &list) || len(list) != 1 || list[0].VI != tt.vi || err.Error() != tt.en:
			t.Errorf("%s: %v, %+v", tt.reason, err, list)
		}
	}
	if _, err := Decode(fstest.MapFS{}, "a.toml", &shelf{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// TestMistakes: they come in the order of the lines, from several files as one error.
func TestMistakes(t *testing.T) {
	text := "name = \"a\"\n[place]\nroom = \"c\"\n[[book]]\ntitle = \"b\"\n[[book]]\ntitle = \"d\"\n"
	var s shelf
	f, err := Decode(fstest.MapFS{"a.toml": {Data: []byte(text)}}, "a.toml", &s)
	if err != nil {
		t.Fatal(err)
	}
	f.Reject(0, "thiếu", "missing")
	f.Reject(f.Within("book", 1, "title"), "hai", "two")
	f.Reject(f.Line("place.room"), "một", "one")
	f.Reject(f.Line("name"), "không", "nought")
	const want = "a.toml:1: nought\na.toml:3: one\na.toml:7: two\na.toml:0: missing\nb.md:9: three"
	if got := Join(Check(f), nil, One("b.md", 9, "ba", "three")); got == nil || got.Error() != want {
		t.Errorf("got %v, want %s", got, want)
	}
	machine := errors.New("disk full")
	if got := Join(Check(f), machine); got != machine {
		t.Errorf("got %v: what the machine cannot do is no mistake", got)
	}
	if got := Join(nil, nil); got != nil {
		t.Errorf("got %v", got)
	}
	if f.Line("place.wall") != 0 || f.Line("book.title") != 0 || f.Entry("book", 2) != 0 {
		t.Error("found what is not there")
	}
	if !f.Has("place", "room") || f.Has("place", "wall") {
		t.Error("the file has other keys")
	}
}
