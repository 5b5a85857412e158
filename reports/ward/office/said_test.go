package office

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/templates"
)

// TestBuiltInWords: the built-in texts are whole, and have every value that they
// are given a place for: the table of places says no more than is true.
func TestBuiltInWords(t *testing.T) {
	w, err := LoadWords(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	for l, names := range places {
		for _, name := range names {
			if !strings.Contains(w.texts[l], "{"+name+"}") {
				t.Errorf("%s is given %s and has no place for it", l, name)
			}
		}
		values := said{}
		for _, name := range names {
			values[name] = "x{edition}"
		}
		if got := w.say(l, values); strings.Count(got, "{") != strings.Count(got, "x{edition}") {
			t.Errorf("%s is said as %q", l, got)
		}
	}
}

func TestLoadWordsRefuses(t *testing.T) {
	source, err := fs.ReadFile(templates.FS, WordsFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ reason, old, new, want string }{
		{"a key that there is not", "read    =", "reed    =", `unknown key "steps.reed"; is it "steps.read"?`},
		{"a key that is missing", "read    =", "reed    =", "steps.read is missing; take it from the built-in file"},
		{"a text without words", `"ngày {day}"`, `" "`, "letter.unnumbered is missing"},
		{"a place that its line does not have", "ccbreport run --report {report}\"", "ccbreport run --report {edition}\"", `steps.again: no value for {edition}; it has ["report"]`},
		{"a place misspelt", "{unit}, ngày", "{Unit}, ngày", "notice.head: no value for {Unit}"},
		{"a section that there is not", "[lost]", "[lots]", `unknown key "lots.failed"`},
		{"a number for a text", `"Báo cáo {kind}"`, "5", "viec-can-lam.toml:23: "},
	} {
		own := strings.Replace(string(source), test.old, test.new, 1)
		if own == string(source) {
			t.Fatalf("%s: nothing changed", test.reason)
		}
		_, err := LoadWords(fstest.MapFS{WordsFile: {Data: []byte(own)}})
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), WordsFile) {
			t.Errorf("%s: %v, want %q", test.reason, err, test.want)
		}
	}
	if _, err := LoadWords(fstest.MapFS{}); err == nil {
		t.Error("no file is read as words")
	}
}

// TestWordsFromWindows: what its editors put into a text is no part of the words.
func TestWordsFromWindows(t *testing.T) {
	source, err := fs.ReadFile(templates.FS, WordsFile)
	if err != nil {
		t.Fatal(err)
	}
	own := "\uFEFF" + strings.ReplaceAll(string(source), "\n", "\r\n")
	w, err := LoadWords(fstest.MapFS{WordsFile: {Data: []byte(own)}})
	if err != nil {
		t.Fatal(err)
	}
	for l, text := range w.texts {
		if strings.ContainsAny(text, "\r\uFEFF") {
			t.Errorf("%s is %q", l, text)
		}
	}
}
