package config

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

// encode writes words as a value of the setting. What is no such value is written as a
// text: then the loader says in its own words what it wants there.
func (s setting) encode(words []string) (string, error) {
	for _, w := range words {
		if !utf8.ValidString(w) || strings.ContainsRune(w, 0) {
			return "", badValue.With(s.said)
		}
	}
	one := strings.Join(words, " ") // somebody left out the quotation marks
	if last := s.keys[len(s.keys)-1]; last == "position" || last == "authority" {
		one = strings.Join(words, "\n")
	}
	switch {
	case s.kind == reflect.TypeFor[Date]():
		return dateText(one), nil
	case s.kind == reflect.TypeFor[[]int]():
		return list(words, number), nil
	case s.kind.Kind() == reflect.Slice:
		return list(words, quoted), nil
	case s.kind.Kind() == reflect.Int:
		return number(one), nil
	case s.kind.Kind() == reflect.Bool:
		return truth(one), nil
	}
	return quoted(one), nil
}

func list(words []string, each func(string) string) string {
	var items []string
	for _, w := range words {
		items = append(items, each(w))
	}
	return "[" + strings.Join(items, ", ") + "]"
}

func number(word string) string {
	if n, err := strconv.Atoi(word); err == nil {
		return strconv.Itoa(n)
	}
	return quoted(word)
}

func truth(word string) string {
	switch viet.Key(word) {
	case "true", "có":
		return "true"
	case "false", "không":
		return "false"
	}
	return quoted(word)
}

// dateText writes a day, or month and day of every year, also as it is written in letters:
// 5/12/2026, 5/12.
func dateText(word string) string {
	if day, err := reports.ParseDay(word); err == nil {
		return day.String()
	}
	if day, ok := viet.ParseDate(word, 0); ok {
		return day.String()
	}
	if d, m, ok := strings.Cut(word, "/"); ok {
		day, err1 := strconv.Atoi(strings.TrimSpace(d))
		month, err2 := strconv.Atoi(strings.TrimSpace(m))
		if err1 == nil && err2 == nil {
			return quoted(fmt.Sprintf("%02d-%02d", month, day))
		}
	}
	return quoted(word)
}

// quoted writes a text as TOML has it between quotation marks.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// withNotes writes a value that has remarks within: each on a line of its own before the
// items.
func withNotes(value string, notes []string, br string) string {
	if len(notes) == 0 || !strings.HasPrefix(value, "[") {
		return value
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(value, "["), "]")
	if inner != "" {
		inner = "  " + inner + "," + br
	}
	return "[" + br + "  " + strings.Join(notes, br+"  ") + br + inner + "]"
}

// wordsOf are the words that Set takes for a value of the file.
func wordsOf(v any) []string {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		var words []string
		for _, item := range v {
			words = append(words, wordsOf(item)...)
		}
		return words
	case time.Time:
		return []string{v.Format(time.DateOnly)}
	case string:
		return []string{v}
	}
	return []string{fmt.Sprint(v)}
}
