package config

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/author"
	"ccbreport/reports/ward/say"

	"github.com/BurntSushi/toml"
)

// complaints are what is wrong with one configuration file.
type complaints struct {
	file string
	at   lines
	list []complaint
}

type complaint struct {
	line int
	what *say.Failure
}

// add complains about the table or key at path. The problem's first two words
// are always the file and the line.
func (c *complaints) add(p say.Problem, path string, words ...string) {
	line := c.at.line(path)
	words = append([]string{c.file, fmt.Sprint(line)}, words...)
	c.list = append(c.list, complaint{line, p.With(words...)})
}

// failure returns all complaints as one, in order of their lines; nil if there
// are none.
func (c *complaints) failure() error {
	if len(c.list) == 0 {
		return nil
	}
	slices.SortStableFunc(c.list, func(a, b complaint) int { return a.line - b.line })
	first := *c.list[0].what
	for _, next := range c.list[1:] {
		first.More = append(first.More, next.what)
	}
	return &first
}

// compareShape complains about every key that no configuration has, and every
// value of a wrong type.
func (c *complaints) compareShape(raw map[string]any) {
	c.compareTable("", raw, reflect.TypeFor[Config]())
}

func (c *complaints) compareTable(path string, table map[string]any, t reflect.Type) {
	known := keysOf(t)
	for _, key := range slices.Sorted(maps.Keys(table)) {
		where := join(path, key)
		want, ok := known[key]
		if !ok {
			c.add(unknownKey, where, keyName(where), author.Nearest(key, slices.Sorted(maps.Keys(known))))
			continue
		}
		c.compareValue(where, table[key], want)
	}
}

func (c *complaints) compareValue(path string, v any, want reflect.Type) {
	switch list, isTables := v.([]map[string]any); {
	case want == reflect.TypeFor[Date]():
		return // validation tells with the report's or term's name
	case want.Kind() == reflect.Struct:
		table, ok := v.(map[string]any)
		if !ok {
			c.add(wantTable, path, keyName(path))
			return
		}
		c.compareTable(path, table, want)
	case want.Kind() == reflect.Slice && want.Elem().Kind() == reflect.Struct:
		if !isTables {
			c.add(wantTables, path, keyName(path))
		}
		for i, table := range list {
			c.compareTable(fmt.Sprintf("%s[%d]", path, i), table, want.Elem())
		}
	case want == reflect.TypeFor[[]int]():
		if !allOf[int64](v) {
			c.add(wantNumbers, path, keyName(path))
		}
	case want.Kind() == reflect.Slice:
		if !allOf[string](v) {
			c.add(wantList, path, keyName(path))
		}
	default:
		c.compareScalar(path, v, want)
	}
}

func (c *complaints) compareScalar(path string, v any, want reflect.Type) {
	wrong := map[reflect.Kind]say.Problem{reflect.String: wantText, reflect.Int: wantNumber, reflect.Bool: wantBool}
	got := reflect.TypeOf(v).Kind()
	if got == reflect.Int64 {
		got = reflect.Int
	}
	if got != want.Kind() {
		c.add(wrong[want.Kind()], path, keyName(path))
	}
}

// allOf reports whether v is a list of T alone.
func allOf[T any](v any) bool {
	list, ok := v.([]any)
	for _, item := range list {
		_, isT := item.(T)
		ok = ok && isT
	}
	return ok
}

var tableNumber = regexp.MustCompile(`\[\d+\]`)

// keyName is a path as people write it: which [[table]] it is, the line tells.
func keyName(path string) string { return tableNumber.ReplaceAllString(path, "") }

// keysOf returns the keys of a table of the configuration with their types; what is no
// table has none.
func keysOf(t reflect.Type) map[string]reflect.Type {
	keys := map[string]reflect.Type{}
	if t.Kind() != reflect.Struct {
		return keys
	}
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("toml"); key != "" && key != "-" {
			keys[key] = t.Field(i).Type
		}
	}
	return keys
}

// definedTwice is how the library says that a key stands in a table twice.
var definedTwice = regexp.MustCompile(`^Key '(.+)' has already been defined`)

var dateLike = regexp.MustCompile(`\b\d{4}-\d{1,2}-\d{1,2}\b`)

// syntaxFailure says where a file stops being TOML. An impossible date is the
// one mistake of this kind that people make knowing TOML.
func syntaxFailure(src, name string, err error) error {
	var bad toml.ParseError
	if !errors.As(err, &bad) {
		return badConfigFile.Because(err, name)
	}
	line := fmt.Sprint(bad.Position.Line)
	if all := strings.Split(src, "\n"); bad.Position.Line <= len(all) {
		date := dateLike.FindString(all[bad.Position.Line-1])
		if _, err := reports.ParseDay(date); date != "" && err != nil {
			return impossibleDate.With(name, line, date)
		}
	}
	if m := definedTwice.FindStringSubmatch(bad.Message); m != nil {
		return saidTwice.With(name, line, m[1])
	}
	return badSyntax.Because(errors.New(bad.Message), name, line)
}
