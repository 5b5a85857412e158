package catalogue

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// A source is one file of the catalogue with what is wrong in it. It finds the
// lines, which the TOML library gives for syntax only.
type source struct {
	name    string
	lines   []string
	found   []problem
	strange []string // unknown keys that were reported
}

type problem struct {
	line int
	text string
}

// decode reads a file into v, strictly: an unknown key is an error. The error
// names file and line.
func decode(fsys fs.FS, name string, v any) (*source, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	s := &source{name: name, lines: strings.Split(string(data), "\n")}
	meta, err := toml.Decode(string(data), v)
	if syntax, ok := errors.AsType[toml.ParseError](err); ok {
		return nil, fmt.Errorf("%s:%d: %s", name, syntax.Position.Line, cmp.Or(syntax.Message, syntax.Error()))
	}
	if err != nil {
		return nil, s.mistyped(err)
	}
	for _, key := range meta.Undecoded() {
		s.unknown(key)
	}
	return s, problems(s)
}

// mismatch is what the library says of a value of the wrong type. The line is
// that of the last such key in the file, so it is looked for here.
var mismatch = regexp.MustCompile(`\(last key "(?:.*\.)?([^".]+)"\): (incompatible types: TOML value has type (\S+?);.*)`)

// openings are the first letters of a value by the library's name of its type.
var openings = map[string]string{"string": `"'`, "int64": "+-0123456789", "float64": "+-0123456789", "bool": "tf", "[]any": "["}

func (s *source) mistyped(err error) error {
	m := mismatch.FindStringSubmatch(err.Error())
	if m == nil {
		return fmt.Errorf("read %s: %w", s.name, err)
	}
	for i, line := range s.lines {
		key, value, found := strings.Cut(line, "=")
		value = strings.TrimSpace(value)
		if found && strings.TrimSpace(key) == m[1] && value != "" && strings.Contains(openings[m[3]], value[:1]) {
			return fmt.Errorf("%s:%d: %s", s.name, i+1, m[2])
		}
	}
	return fmt.Errorf("read %s: %w", s.name, err)
}

// unknown reports a key that no struct has, where it stands first. What stands
// below an unknown table goes without saying.
func (s *source) unknown(key toml.Key) {
	for n := range key[:len(key)-1] {
		if slices.Contains(s.strange, key[:n+1].String()) {
			return
		}
	}
	s.strange = append(s.strange, key.String())
	for i, line := range s.lines {
		word, _, _ := strings.Cut(strings.TrimLeft(line, " \t["), "=")
		word = strings.TrimRight(word, " \t]\r")
		if word == key.String() || word != "" && strings.HasSuffix(key.String(), "."+word) {
			s.reject(i+1, "unknown key %q; correct it or take the line out", key)
			return
		}
	}
	s.reject(0, "unknown key %q; correct it or take it out", key)
}

// entry returns the line of the n-th [[header]], counted from 0.
func (s *source) entry(header string, n int) int {
	for i, line := range s.lines {
		if !strings.HasPrefix(strings.TrimSpace(line), "[["+header+"]]") {
			continue
		}
		if n == 0 {
			return i + 1
		}
		n--
	}
	return 0
}

// within returns the line of the n-th [[header]] that holds text, or the
// header's own.
func (s *source) within(header string, n int, text string) int {
	start := s.entry(header, n)
	for i := start; i < len(s.lines); i++ {
		if strings.HasPrefix(strings.TrimSpace(s.lines[i]), "[") {
			break
		}
		if strings.Contains(s.lines[i], text) {
			return i + 1
		}
	}
	return start
}

func (s *source) reject(line int, format string, args ...any) {
	s.found = append(s.found, problem{line, fmt.Sprintf(format, args...)})
}

// problems joins what is wrong in the sources, in the order of the lines.
func problems(sources ...*source) error {
	var all []error
	for _, s := range sources {
		slices.SortStableFunc(s.found, func(a, b problem) int { return cmp.Compare(a.line, b.line) })
		for _, p := range s.found {
			all = append(all, fmt.Errorf("%s:%d: %s", s.name, p.line, p.text))
		}
	}
	return errors.Join(all...)
}
