package typeset

import (
	"slices"
	"strings"

	"ccbreport/reports/paper"
)

// An organisation is a name as it stands in the decree's head: at one size, on
// as many lines as it needs.
type organisation struct {
	lines []string
	size  Length
}

// fitOrganisation chooses how an organisation's name stands in a column: whole
// at the first size that fits, else broken before its common nouns, else nil.
func (s *setter) fitOrganisation(name string, style paper.Style, sizes []Length, width Length) *organisation {
	fits := func(line string, size Length) bool {
		return s.face.measure(line, style, size) <= width
	}
	for _, size := range sizes {
		if fits(name, size) {
			return &organisation{lines: []string{name}, size: size}
		}
	}
	parts := nameParts(name, s.p.Head.BreakBefore)
	for _, size := range sizes {
		lines := joinParts(parts, func(line string) bool { return fits(line, size) })
		if !slices.ContainsFunc(lines, func(line string) bool { return !fits(line, size) }) {
			return &organisation{lines: lines, size: size}
		}
	}
	return nil
}

// nameParts cuts a name before each common noun but one that follows another:
// that one belongs to the proper name.
func nameParts(name string, nouns []string) []string {
	words := strings.Fields(name)
	var parts []string
	start, afterNoun := 0, false
	for i := 0; i < len(words); {
		n := nounAt(words[i:], nouns)
		if n > 0 && i > start && !afterNoun {
			parts = append(parts, strings.Join(words[start:i], " "))
			start = i
		}
		afterNoun = n > 0
		i += max(1, n)
	}
	return append(parts, strings.Join(words[start:], " "))
}

// nounAt gives the number of words of the longest noun that words begin with.
func nounAt(words, nouns []string) int {
	longest := 0
	for _, noun := range nouns {
		parts := strings.Fields(noun)
		if len(parts) <= len(words) && slices.Equal(parts, words[:len(parts)]) {
			longest = max(longest, len(parts))
		}
	}
	return longest
}

// joinParts fills lines with as many parts as fit.
func joinParts(parts []string, fits func(string) bool) []string {
	lines := parts[:1:1]
	for _, part := range parts[1:] {
		last := len(lines) - 1
		if joined := lines[last] + " " + part; fits(joined) {
			lines[last] = joined
			continue
		}
		lines = append(lines, part)
	}
	return lines
}
