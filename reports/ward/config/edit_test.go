package config

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports/ward/say"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// do changes a text as a line of a case says.
func do(src, line string) (string, error) {
	verb, rest, _ := strings.Cut(line, " ")
	key, said, _ := strings.Cut(rest, " ")
	words := strings.Split(said, "|")
	all := strings.Split(rest, "|")
	var err error
	switch verb {
	case "set":
		return Set(src, key, words...)
	case "unset":
		return Unset(src, key)
	case "add":
		return AddBranch(src, Branch{ID: key, Name: words[0], Aliases: words[1:]})
	case "remove":
		src, _, err = RemoveBranch(src, rest)
	case "rename":
		src, _, err = RenameBranch(src, key, said)
	case "merge":
		src, _, err = MergeBranches(src, all[0], all[1:], "")
	default:
		err = fmt.Errorf("no verb %q", verb)
	}
	return src, err
}

func TestEdit(t *testing.T) {
	const file = "testdata/edit.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+2 < len(archive.Files); i += 3 {
		name, got := archive.Files[i].Name, string(archive.Files[i].Data)
		for _, line := range strings.Split(strings.TrimSpace(string(archive.Files[i+1].Data)), "\n") {
			next, err := do(got, line)
			var f *say.Failure
			if errors.As(err, &f) {
				message, hint := say.Voice{}.Lines(f)
				next = message + "\n" + hint + "\n"
			} else if err != nil {
				t.Fatal(name, err)
			}
			got = next
		}
		if *update {
			archive.Files[i+2].Data = []byte(got)
		}
		if diff := cmp.Diff(string(archive.Files[i+2].Data), got); diff != "" {
			t.Error(name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// settings are some of each type, and words for them.
var settings = []struct {
	key   string
	words func(r *rand.Rand) []string
}{
	{"language", anyText}, {"unit.place", anyText}, {"unit.symbol", anyText}, {"paths.templates", anyText}, {"sign.position", anyText},
	{"sign.name", anyText}, {"term.from", anyDay}, {"term.to", anyDay}, {"letter.to", anyTexts}, {"letter.copies", anyTexts},
	{"mail.host", anyText}, {"mail.port", anyNumber}, {"mail.officers", anyTexts}, {"report.giua-nhiem-ky.due", anyDay},
	{"report.giua-nhiem-ky.default", anyTruth}, {"report.giua-nhiem-ky.remind", anyNumbers}, {"report.giua-nhiem-ky.sign.name", anyText},
	{"branch.tdp-07.name", anyText}, {"branch.tdp-34.aliases", anyTexts},
}

func anyText(r *rand.Rand) []string {
	pieces := []string{"Vân Hà", `"`, `'''`, `\`, "#", "[[branch]]", "=", "\t", "\u0007", "", "  ", "]", "ệ", "\r", "1"}
	var b strings.Builder
	for range r.IntN(6) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return []string{b.String()}
}

func anyTexts(r *rand.Rand) []string {
	var all []string
	for range r.IntN(4) {
		all = append(all, anyText(r)...)
	}
	return all
}

func anyDay(r *rand.Rand) []string {
	return []string{[]string{"2026-12-05", "2020-02-29", "12-05"}[r.IntN(3)]}
}
func anyNumber(r *rand.Rand) []string { return []string{fmt.Sprint(r.IntN(70000) - 5)} }
func anyTruth(r *rand.Rand) []string  { return []string{fmt.Sprint(r.IntN(2) == 0)} }
func anyNumbers(r *rand.Rand) []string {
	return append(anyNumber(r), anyNumber(r)...)
}

var remark = regexp.MustCompile(`#.*`)

// TestSetChangesNothingElse: after any number of changes Get returns what was set, every
// remark stands there still, and no other key has another value; whatever line ends
// the file has.
func TestSetChangesNothingElse(t *testing.T) {
	data, err := os.ReadFile("../../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	remarks := remark.FindAllString(string(data), -1)
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		src := string(data)
		if seed%2 == 1 {
			src = strings.ReplaceAll(src, "\n", "\r\n")
		}
		for range 12 {
			s := settings[r.IntN(len(settings))]
			words := s.words(r)
			next, err := Set(src, s.key, words...)
			if err != nil {
				t.Fatal(seed, s.key, err)
			}
			got, ok, err := Get(next, s.key)
			if !ok || err != nil || !slices.Equal(got, words) {
				t.Fatalf("seed %d: %s is %q %v %v, want %q", seed, s.key, got, ok, err, words)
			}
			if a, b := others(t, src, s.key), others(t, next, s.key); !reflect.DeepEqual(a, b) {
				t.Fatalf("seed %d: %s changed other keys: %s", seed, s.key, cmp.Diff(a, b))
			}
			src = next
		}
		if seed%2 == 1 && strings.Count(src, "\n") != strings.Count(src, "\r\n") {
			t.Errorf("seed %d: a line of another end", seed)
		}
		for _, want := range remarks {
			if !strings.Contains(src, strings.TrimSpace(want)) {
				t.Fatalf("seed %d: the remark %q is gone", seed, want)
			}
		}
	}
}

// others are all values but one by their paths, as Get knows them.
func others(t *testing.T, src, but string) map[string][]string {
	t.Helper()
	var raw map[string]any
	if _, err := toml.Decode(src, &raw); err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	flatten("", raw, all)
	_, s, err := find(src, but)
	if err != nil {
		t.Fatal(err)
	}
	delete(all, s.path)
	return all
}

func flatten(path string, v any, all map[string][]string) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			flatten(join(path, key), inner, all)
		}
	case []map[string]any:
		for i, inner := range v {
			flatten(fmt.Sprintf("%s[%d]", path, i), inner, all)
		}
	default:
		all[path] = wordsOf(v)
	}
}

// TestChangeKeepsWhatIsRight: what the loader refuses is not written, and is told in its
// words; what is right is written beside nothing else, with the mark of old Notepads.
func TestChangeKeepsWhatIsRight(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	const text = byteOrderMark + "[unit]\r\nname = \"Hội A\"\r\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	err := Change(file, func(src string) (string, error) { return Set(src, "timezone", "Sao Hỏa") })
	var f *say.Failure
	if !errors.As(err, &f) || f.Code != "config.kept" || len(f.More) != 1 || f.More[0].Code != "config.timezone" {
		t.Errorf("%v", err)
	}
	if got, _ := os.ReadFile(file); string(got) != text {
		t.Errorf("the file is %q", got)
	}
	err = Change(file, func(src string) (string, error) { return Set(src, "unit.place", "A") })
	if got, _ := os.ReadFile(file); err != nil || string(got) != text+"place = \"A\"\r\n" {
		t.Errorf("the file is %q, %v", got, err)
	}
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v stand there, %v", entries, err)
	}
	if info, _ := os.Stat(file); info.Mode().Perm() != 0o600 && os.PathSeparator == '/' {
		t.Errorf("others may read it: %v", info.Mode())
	}
}
