package viet

import (
	"strings"
	"unicode/utf8"
)

// Beginning is the beginning of a text on one line, at most so many letters, and whether
// more follows. It ends behind a word, unless that would leave less than half of the room.
func Beginning(text string, most int) (begins string, more bool) {
	text = Clean(text)
	if utf8.RuneCountInString(text) <= most {
		return text, false
	}
	begins = string([]rune(text)[:most])
	if i := strings.LastIndexByte(begins, ' '); i > len(begins)/2 {
		begins = begins[:i]
	}
	return strings.TrimSpace(begins), true
}
