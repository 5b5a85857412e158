package config

import (
	"fmt"
	"strings"
)

// lines says on which line of a TOML file a table or a key stands, by its path:
// "paths.inbox", "branch[3].aliases". The library gives no positions for what
// is well-formed and still wrong.
type lines map[string]int

// locate reads a file that the library has found well-formed.
func locate(src string) lines {
	at := lines{}
	table := ""
	seen := map[string]int{}
	var open value
	for i, line := range strings.Split(src, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case open.unfinished():
			open.read(line)
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "[["):
			name := header(line)
			table = fmt.Sprintf("%s[%d]", name, seen[name])
			seen[name]++
			at[table] = i + 1
		case line[0] == '[':
			table = within(header(line), seen)
			at[table] = i + 1
		default:
			key, rest, _ := strings.Cut(line, "=")
			at[join(table, bare(key))] = i + 1
			open.read(rest)
		}
	}
	return at
}

// line returns the line of the path, or of the nearest thing around it.
func (at lines) line(path string) int {
	for path != "" {
		if n, ok := at[path]; ok {
			return n
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return 1
}

func join(table, key string) string {
	if table == "" {
		return key
	}
	return table + "." + key
}

// within is the path of a table: one that stands below a [[table]], as [report.sign]
// does, belongs to the last of that name.
func within(name string, seen map[string]int) string {
	outer, inner, ok := strings.Cut(name, ".")
	if n := seen[outer]; ok && n > 0 {
		return fmt.Sprintf("%s[%d].%s", outer, n-1, inner)
	}
	return name
}

// header returns the name in [name] or [[name]].
func header(line string) string {
	name, _, _ := strings.Cut(strings.TrimLeft(line, "["), "]")
	return bare(name)
}

// bare takes spaces and quotes away from a key.
func bare(key string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\"'", r) {
			return -1
		}
		return r
	}, key)
}

// A value follows a TOML value over its lines, as far as is needed to know
// where it ends.
type value struct {
	depth int    // of [ and {
	quote string // that ends the string we are in, "" outside
}

func (v *value) unfinished() bool { return v.depth > 0 || v.quote != "" }

func (v *value) read(line string) {
	for line != "" {
		n := 1
		switch {
		case v.quote != "":
			n = v.inString(line)
		case line[0] == '#':
			return
		case line[0] == '"' || line[0] == '\'':
			v.quote = line[:1]
			if triple := strings.Repeat(v.quote, 3); strings.HasPrefix(line, triple) {
				v.quote = triple
			}
			n = len(v.quote)
		case line[0] == '[' || line[0] == '{':
			v.depth++
		case line[0] == ']' || line[0] == '}':
			v.depth--
		}
		line = line[min(n, len(line)):]
	}
}

// inString returns how many bytes to go on.
func (v *value) inString(line string) int {
	switch {
	case line[0] == '\\' && v.quote[0] == '"':
		return 2
	case strings.HasPrefix(line, v.quote):
		n := len(v.quote)
		v.quote = ""
		return n
	}
	return 1
}
