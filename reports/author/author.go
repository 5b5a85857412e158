// Package author reads the files that a ward's author writes: the catalogue, the
// templates, the profile of the page. What is wrong in one is that person's to put
// right, so it is told as a [Mistake], with file and line, and all of it at once; it
// is neither a finding nor a failure of the machine.
package author

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Mistake is what is wrong at one place of a file, with what to write instead.
type Mistake struct {
	File   string // as it is called in the folder of templates
	Line   int    // 0: it has none
	VI, EN string
}

// Error is "file:line: what is wrong; what to write instead".
func (m Mistake) Error() string { return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.EN) }

// Mistakes are all that were found, as one error.
type Mistakes []Mistake

func (list Mistakes) Error() string {
	var lines []string
	for _, m := range list {
		lines = append(lines, m.Error())
	}
	return strings.Join(lines, "\n")
}

// At is the mistake at a line, in both languages.
func At(file string, line int, vi, en string, args ...any) Mistake {
	return Mistake{file, line, fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...)}
}

// One is a mistake as an error of its own.
func One(file string, line int, vi, en string, args ...any) error {
	return Mistakes{At(file, line, vi, en, args...)}
}

// Misnamed is the mistake that a name is none of those that there are; it ends in the
// nearest of them.
func Misnamed(file string, line int, name string, names []string, vi, en string, args ...any) Mistake {
	m := At(file, line, vi, en, args...)
	if best := Near(name, names); best != "" {
		m.VI += fmt.Sprintf("; có phải %q?", best)
		m.EN += fmt.Sprintf("; is it %q?", best)
		return m
	}
	m.VI += "; sửa lại hoặc xóa đi"
	m.EN += "; correct it or take it out"
	return m
}

// Join makes one error of several of this package, the mistakes in their order; nil
// if there are none. An error of another kind is returned as it is.
func Join(list ...error) error {
	var all Mistakes
	for _, err := range list {
		var some Mistakes
		switch {
		case err == nil:
		case errors.As(err, &some):
			all = append(all, some...)
		default:
			return err
		}
	}
	if all == nil {
		return nil
	}
	return all
}

// broken is how the template library says where something is wrong.
var broken = regexp.MustCompile(`template: ([^:]+):(\d+)(?::\d+)?: (.*)`)

// Broken finds the place in what the template library says of a template, and what it
// says; ok is false if it names none.
func Broken(err error) (file string, line int, what string, ok bool) {
	m := broken.FindStringSubmatch(err.Error())
	if m == nil {
		return "", 0, "", false
	}
	line, _ = strconv.Atoi(m[2]) // they are digits
	return m[1], line, m[3], true
}

// Nearest returns the name that differs least from word, the first of equals.
func Nearest(word string, names []string) string {
	best, least := "", 1<<30
	for _, name := range names {
		if d := distance([]rune(word), []rune(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// Near is Nearest, "" if more than half of the letters of word would have to change.
func Near(word string, names []string) string {
	best := Nearest(word, names)
	if 2*distance([]rune(word), []rune(best)) > len([]rune(word)) {
		return ""
	}
	return best
}

// distance is the number of letters to add, drop or change (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		left := row[0]
		row[0] = i + 1
		for j := range b {
			change := left
			if a[i] != b[j] {
				change++
			}
			left = row[j+1]
			row[j+1] = min(change, left+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// inOrder sorts mistakes of one file by line; what has none, since it is missing,
// comes last.
func inOrder(list Mistakes) Mistakes {
	place := func(m Mistake) uint { return uint(m.Line) - 1 } // 0 is beyond any line
	slices.SortStableFunc(list, func(a, b Mistake) int { return cmp.Compare(place(a), place(b)) })
	return list
}
