package author

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// A File is one file of TOML with what is wrong in it. It finds the lines, which the
// library gives for syntax only.
type File struct {
	Name     string
	lines    []string
	entries  map[string][]int // the lines of each [[header]]
	mistakes Mistakes
	strange  []string // unknown keys that were reported
	meta     toml.MetaData
}

// newFile finds where the entries begin: each key of each is asked for its line.
func newFile(name string, lines []string) *File {
	f := &File{Name: name, lines: lines, entries: map[string][]int{}}
	for i, line := range lines {
		rest, ok := strings.CutPrefix(strings.TrimSpace(line), "[[")
		if header, _, closed := strings.Cut(rest, "]]"); ok && closed {
			f.entries[header] = append(f.entries[header], i+1)
		}
	}
	return f
}

// Decode reads a file into v, strictly: an unknown key is a mistake. An error that is
// none of [Mistakes] is what the machine could not do, [fs.ErrNotExist] among it.
func Decode(fsys fs.FS, name string, v any) (*File, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n") // as Windows writes
	f := newFile(name, strings.Split(text, "\n"))
	f.meta, err = toml.Decode(text, v)
	if syntax, ok := errors.AsType[toml.ParseError](err); ok {
		what := cmp.Or(syntax.Message, syntax.Error())
		return nil, One(name, syntax.Position.Line, "viết chưa đúng cách: %s", "%s", what)
	}
	if err != nil {
		return nil, f.mistyped(err)
	}
	for _, key := range f.meta.Undecoded() {
		f.unknown(key, keysOf(reflect.TypeOf(v), key[:len(key)-1]))
	}
	return f, Check(f)
}

// Check returns what is wrong in the files, in the order of the lines; nil if nothing
// is.
func Check(files ...*File) error {
	var all Mistakes
	for _, f := range files {
		all = append(all, inOrder(f.mistakes)...)
	}
	if all == nil {
		return nil
	}
	return all
}

// Reject says what is wrong at a line, in both languages, and what to write instead.
func (f *File) Reject(line int, vi, en string, args ...any) {
	f.mistakes = append(f.mistakes, At(f.Name, line, vi, en, args...))
}

// Misnamed says that a name at a line is none of those that there are, and which of
// them it is nearest to.
func (f *File) Misnamed(line int, name string, names []string, vi, en string, args ...any) {
	m := Misnamed(f.Name, line, name, names, vi, en, args...)
	f.mistakes = append(f.mistakes, m)
}

// Has reports whether the file gives the key.
func (f *File) Has(key ...string) bool { return f.meta.IsDefined(key...) }

// mismatch is what the library says of a value of the wrong type. The line is
// that of the last such key in the file, so it is looked for here.
var mismatch = regexp.MustCompile(`\(last key "(?:.*\.)?([^".]+)"\): (incompatible types: TOML value has type (\S+?);.*)`)

// openings are the first letters of a value by the library's name of its type.
var openings = map[string]string{"string": `"'`, "int64": "+-0123456789", "float64": "+-0123456789", "bool": "tf", "[]any": "["}

func (f *File) mistyped(err error) error {
	m := mismatch.FindStringSubmatch(err.Error())
	if m == nil {
		return One(f.Name, 0, "có giá trị không đúng kiểu: %s", "%s", err)
	}
	for i, line := range f.lines {
		key, value, found := strings.Cut(line, "=")
		value = strings.TrimSpace(value)
		if found && strings.TrimSpace(key) == m[1] && value != "" && strings.Contains(openings[m[3]], value[:1]) {
			return One(f.Name, i+1, "giá trị của “%[1]s” không đúng kiểu; xem cách viết ở tệp có sẵn", "%[2]s", m[1], m[2])
		}
	}
	return One(f.Name, 0, "giá trị của “%[1]s” không đúng kiểu; xem cách viết ở tệp có sẵn", "%[2]s", m[1], m[2])
}

// unknown reports a key that no struct has, where it stands first, with the nearest
// of those that there are. What stands below an unknown table goes without saying.
func (f *File) unknown(key toml.Key, known []string) {
	for n := range key[:len(key)-1] {
		if slices.Contains(f.strange, key[:n+1].String()) {
			return
		}
	}
	f.strange = append(f.strange, key.String())
	line := 0
	for i, text := range f.lines {
		word, _, _ := strings.Cut(strings.TrimLeft(text, " \t["), "=")
		word = strings.TrimRight(word, " \t]\r")
		if word == key.String() || word != "" && strings.HasSuffix(key.String(), "."+word) {
			line = i + 1
			break
		}
	}
	f.Misnamed(line, key[len(key)-1], known, "không có khóa %q", "unknown key %q", key)
}

// keysOf returns the keys that a table of the file may have.
func keysOf(t reflect.Type, table toml.Key) []string {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var keys []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ",")
		if len(table) > 0 && name == table[0] {
			return keysOf(t.Field(i).Type, table[1:])
		}
		keys = append(keys, name)
	}
	if len(table) > 0 {
		return nil
	}
	return keys
}

// Entry returns the line of the n-th [[header]], counted from 0; 0 if there are fewer.
func (f *File) Entry(header string, n int) int {
	if list := f.entries[header]; n < len(list) {
		return list[n]
	}
	return 0
}

// Within returns the line of the n-th [[header]] that holds text, or the
// header's own.
func (f *File) Within(header string, n int, text string) int {
	start := f.Entry(header, n)
	for i := start; i < len(f.lines); i++ {
		if strings.HasPrefix(strings.TrimSpace(f.lines[i]), "[") {
			break
		}
		if strings.Contains(f.lines[i], text) {
			return i + 1
		}
	}
	return start
}

// Line returns the line that gives a key of a plain table, 0 if none does.
func (f *File) Line(key string) int {
	table, last, found := cutLast(key)
	in := !found
	for i, line := range f.lines {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			in = found && strings.HasPrefix(name, table+"]")
			continue
		}
		word, _, given := strings.Cut(line, "=")
		if in && given && strings.TrimSpace(word) == last {
			return i + 1
		}
	}
	return 0
}

// cutLast parts a key from the table that it stands in.
func cutLast(key string) (table, last string, found bool) {
	i := strings.LastIndexByte(key, '.')
	if i < 0 {
		return "", key, false
	}
	return key[:i], key[i+1:], true
}
