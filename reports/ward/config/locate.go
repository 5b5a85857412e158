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
	for _, e := range entries(src) {
		at[e.path] = e.line
	}
	return at
}

// An entry is a header or a key of a TOML file, with the bytes that it takes.
type entry struct {
	path       string // "paths.inbox", "branch[3]", "branch[3].aliases"
	line       int    // from 1
	header     bool
	start, end int      // its lines, with the last line end
	from, to   int      // of a key: its value, without what stands behind it
	notes      []string // of a key: remarks within its value
}

// entries reads a file that the library has found well-formed, from above.
func entries(src string) []entry {
	var all []entry
	table, seen := "", map[string]int{}
	var open value
	for n, at := 1, 0; at < len(src); n++ {
		end := lineEnd(src, at)
		line := strings.TrimSpace(src[at:end])
		switch {
		case open.unfinished():
			all[len(all)-1].read(&open, src, at, end)
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "[["):
			name := header(line)
			table = fmt.Sprintf("%s[%d]", name, seen[name])
			seen[name]++
			all = append(all, entry{path: table, line: n, header: true, start: at, end: end})
		case line[0] == '[':
			table = within(header(line), seen)
			all = append(all, entry{path: table, line: n, header: true, start: at, end: end})
		default:
			key, _, _ := strings.Cut(src[at:end], "=")
			all = append(all, entry{path: join(table, bare(key)), line: n, start: at})
			all[len(all)-1].read(&open, src, min(at+len(key)+1, end), end)
		}
		at = end
	}
	return all
}

// lineEnd is where the line that begins at a place ends, with its line end.
func lineEnd(src string, at int) int {
	if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(src)
}

// read takes up a line of the entry's value, or what is left of its first.
func (e *entry) read(v *value, src string, at, end int) {
	line := src[at:end]
	used := v.read(line)
	if e.from == 0 {
		e.from = at + len(line) - len(strings.TrimLeft(line, " \t"))
	}
	if note := strings.TrimSpace(line[used:]); note != "" && v.unfinished() {
		e.notes = append(e.notes, note)
	}
	e.to, e.end = at+len(strings.TrimRight(line[:used], " \t\r\n")), end
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

// read returns how much of the line stands before a remark.
func (v *value) read(line string) (used int) {
	for used < len(line) {
		n, line := 1, line[used:]
		switch {
		case v.quote != "":
			n = v.inString(line)
		case line[0] == '#':
			return used
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
		used += min(n, len(line))
	}
	return used
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
