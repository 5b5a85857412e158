package config

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"ccbreport/reports/author"

	"github.com/BurntSushi/toml"
)

// The text of a configuration is changed by lines: what people wrote beside, above and
// between them stays, in its order and with its line ends. A setting is called by its
// path as people say it: "unit.place", "report.nam.due", "report.nam.sign.name",
// "schedule.bao-cao-nam.cron", "branch.thon-dong.aliases": of what there are several,
// the one of that name.

// A setting is one key of a configuration.
type setting struct {
	said string       // as people say it
	path string       // "report[1].due"
	keys []any        // the way to it: names of tables and places in lists
	kind reflect.Type // of its value
}

// errEdit says that a text is written in a way that cannot be changed by lines.
var errEdit = errors.New("the change would reach further than it should")

// Set returns the text of a configuration in which a setting has a value. Words are the
// items of a list, the lines of a text; any other value is one word.
func Set(src, key string, words ...string) (string, error) {
	raw, s, err := find(src, key)
	if err != nil {
		return "", err
	}
	if len(words) == 0 && s.kind.Kind() != reflect.Slice {
		return "", noValue.With(key)
	}
	value, err := s.encode(words)
	if err != nil {
		return "", err
	}
	next := s.put(src, value)
	var want struct{ V any }
	if _, err := toml.Decode("v = "+value, &want); err != nil {
		return "", badValue.Because(err, key)
	}
	return next, s.onlyChange(raw, next, want.V)
}

// Unset returns the text of a configuration without a setting: what holds if nothing is
// said holds then.
func Unset(src, key string) (string, error) {
	raw, s, err := find(src, key)
	if err != nil {
		return "", err
	}
	for _, e := range entries(src) {
		if e.path == s.path && !e.header {
			src = src[:e.start] + src[e.end:]
			return src, s.onlyChange(raw, src, nil)
		}
	}
	return src, s.onlyChange(raw, src, nil)
}

// Get returns the value of a setting as words for Set; ok is false where the file does
// not say it.
func Get(src, key string) (words []string, ok bool, err error) {
	raw, s, err := find(src, key)
	if err != nil {
		return nil, false, err
	}
	v, ok := at(raw, s.keys)
	return wordsOf(v), ok, nil
}

// find looks for a setting in what may be set, and for its table in the text.
func find(src, key string) (map[string]any, setting, error) {
	var raw map[string]any
	if _, err := toml.Decode(src, &raw); err != nil {
		return nil, setting{}, syntaxFailure(src, "config.toml", err)
	}
	s := setting{said: key, kind: reflect.TypeFor[Config]()}
	rest := strings.Split(strings.TrimSpace(key), ".")
	for len(rest) > 0 && s.kind.Kind() == reflect.Struct && s.kind != reflect.TypeFor[Date]() {
		known := keysOf(s.kind)
		kind, ok := known[rest[0]]
		if !ok {
			return nil, s, unknownSetting(s, rest, known)
		}
		s.path, s.keys, s.kind = join(s.path, rest[0]), append(s.keys, rest[0]), kind
		if rest = rest[1:]; kind.Kind() == reflect.Slice && kind.Elem().Kind() == reflect.Struct {
			n, used, err := named(raw, s, rest)
			if err != nil {
				return nil, s, err
			}
			s.path, s.keys, s.kind = fmt.Sprintf("%s[%d]", s.path, n), append(s.keys, n), kind.Elem()
			rest = rest[used:]
		}
	}
	if len(rest) > 0 || s.kind.Kind() == reflect.Struct && s.kind != reflect.TypeFor[Date]() {
		return nil, s, unknownSetting(s, rest, keysOf(s.kind))
	}
	return raw, s, nil
}

// unknownSetting is the error of a name that no setting has; who looks for a place for his
// password is told where it goes.
func unknownSetting(s setting, rest []string, known map[string]reflect.Type) error {
	if strings.Contains(strings.ToLower(s.said), "password") {
		return passwordSetting.With(s.said)
	}
	return noSetting.With(s.said, nearestSetting(s.said, rest, known))
}

// nearestSetting is what a wrong path may mean; where it stops at a table, all that may
// follow.
func nearestSetting(said string, rest []string, known map[string]reflect.Type) string {
	all := slices.Sorted(maps.Keys(known))
	if len(all) == 0 { // it has nothing below it
		return strings.TrimSuffix(said, "."+strings.Join(rest, "."))
	}
	if len(rest) == 0 {
		return said + "." + strings.Join(all, ", "+said+".")
	}
	head := strings.TrimSuffix(said, strings.Join(rest, "."))
	if near := author.Near(rest[0], all); near != "" {
		return head + near
	}
	return head + strings.Join(all, ", "+head)
}

// named finds the one of several that the next words of a path name: a report and a
// schedule by its name, a branch by its id, which may have stops in it.
func named(raw map[string]any, s setting, rest []string) (n, used int, err error) {
	key := "name"
	if s.path == "branch" {
		key = "id"
	}
	v, _ := at(raw, s.keys)
	list, _ := v.([]map[string]any)
	var names []string
	for n, table := range list {
		name, _ := table[key].(string)
		names = append(names, name)
		for used := 1; used <= len(rest); used++ {
			if name == strings.Join(rest[:used], ".") {
				return n, used, nil
			}
		}
	}
	return 0, 0, noneNamed.With(s.said, s.path, strings.Join(names, ", "))
}

// put writes a value into the lines of the setting, or adds a line.
func (s setting) put(src, value string) string {
	all := entries(src)
	for _, e := range all {
		if e.path == s.path && !e.header {
			return src[:e.from] + withNotes(value, e.notes, lineBreak(src)) + src[e.to:]
		}
	}
	name := s.keys[len(s.keys)-1].(string)
	line := name + " = " + value
	table := strings.TrimSuffix(strings.TrimSuffix(s.path, name), ".")
	at := slices.IndexFunc(all, func(e entry) bool { return e.header && e.path == table })
	switch {
	case table == "":
		return insert(src, top(src, all), line)
	case at >= 0:
		end := all[at].end
		for _, e := range all[at+1:] {
			if e.header {
				break
			}
			end = e.end
		}
		return insert(src, end, line)
	}
	outer, inner, nested := strings.Cut(tableNumber.ReplaceAllString(table, "\x00"), "\x00.")
	if !nested {
		return insert(src, len(src), "", "["+table+"]", line)
	}
	block := table[:len(table)-len(inner)-1]
	return insert(src, blockEnd(all, block), "", "["+outer+"."+inner+"]", line)
}

// blockEnd is where the keys of a table end, and those of the tables below it.
func blockEnd(all []entry, path string) int {
	end := 0
	for _, e := range all {
		if e.path == path || strings.HasPrefix(e.path, path+".") {
			end = e.end
		}
	}
	return end
}

// top is where a line of no table goes: behind the last such, else behind what the file
// begins with.
func top(src string, all []entry) int {
	end := 0
	for _, e := range all {
		if e.header {
			break
		}
		end = e.end
	}
	for end == 0 || end < len(src) && src[end] == '#' {
		next := lineEnd(src, end)
		if end == 0 && !strings.HasPrefix(src, "#") || next == end {
			break
		}
		end = next
	}
	return end
}

// insert puts lines into a text before the line that begins at a place.
func insert(src string, at int, lines ...string) string {
	br := lineBreak(src)
	text := strings.Join(lines, br) + br
	if before := src[:at]; before != "" && !strings.HasSuffix(before, "\n") {
		text = br + text
	}
	return src[:at] + text + src[at:]
}

// lineBreak is the line end of a text, as its first line has it.
func lineBreak(src string) string {
	if i := strings.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// onlyChange makes sure that a text says what it said before, but for the setting.
func (s setting) onlyChange(raw map[string]any, next string, want any) error {
	var now map[string]any
	if _, err := toml.Decode(next, &now); err != nil {
		return notByLines.Because(err, s.said)
	}
	if got, _ := at(now, s.keys); !reflect.DeepEqual(got, want) {
		return notByLines.Because(errEdit, s.said)
	}
	if !reflect.DeepEqual(without(raw, s.keys), without(now, s.keys)) {
		return notByLines.Because(errEdit, s.said)
	}
	return nil
}

// at returns what stands at the end of a way.
func at(v any, keys []any) (any, bool) {
	for _, key := range keys {
		switch k := key.(type) {
		case string:
			table, _ := v.(map[string]any)
			inner, ok := table[k]
			if !ok {
				return nil, false
			}
			v = inner
		case int:
			list, _ := v.([]map[string]any)
			if k >= len(list) {
				return nil, false
			}
			v = list[k]
		}
	}
	return v, true
}

// without is a copy of a value in which nothing stands at the end of a way, and no table
// is empty.
func without(v any, keys []any) any {
	switch v := v.(type) {
	case map[string]any:
		kept := map[string]any{}
		for name, inner := range v {
			var rest []any
			if len(keys) > 0 && keys[0] == name {
				if rest = keys[1:]; len(rest) == 0 {
					continue
				}
			}
			if inner = without(inner, rest); !isEmptyTable(inner) {
				kept[name] = inner
			}
		}
		return kept
	case []map[string]any:
		var kept []any
		for n, inner := range v {
			var rest []any
			if len(keys) > 0 && keys[0] == n {
				rest = keys[1:]
			}
			kept = append(kept, without(inner, rest))
		}
		return kept
	}
	return v
}

func isEmptyTable(v any) bool {
	table, ok := v.(map[string]any)
	return ok && len(table) == 0
}
