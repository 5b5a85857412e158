package compose

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// How paragraphs flow: what can be read aloud without losing the breath or the thread.
const (
	maxWords   = 120 // of a paragraph that the template makes of several sentences
	lineLength = 85  // letters that a line of the page holds
)

// length counts the words of a text as a reader does.
func (l *ledger) length(t text) int { return len(strings.Fields(plainText(l.spans(t)))) }

// joined puts a paragraph of one line to the one before it under the same heading, and
// to the one after it, but for one that announces what follows: three lines of one sentence each are one topic. What the ward
// wrote as a paragraph, what is labelled, and what begins with a title in italics stay
// by themselves.
func (c *composer) joined(all []settled) []settled {
	var out []settled
	for _, s := range all {
		if last := len(out) - 1; last >= 0 && c.joins(out[last], s) {
			out[last].text = slices.Concat(out[last].text, text{{r: ' '}}, s.text)
			continue
		}
		out = append(out, s)
	}
	return out
}

// joins reports whether two blocks that follow each other are one paragraph.
func (c *composer) joins(a, b settled) bool {
	if !running(a) || !running(b) || endsIn(a.text, ":") || c.length(a.text)+c.length(b.text) > maxWords {
		return false
	}
	return c.oneLine(a.text) || c.oneLine(b.text)
}

// running reports whether a block is running text without a label or a title of its own.
func running(s settled) bool {
	return s.level == 0 && s.blocks == nil && s.item == unlisted && len(s.text) > 0 && s.text[0].style == 0
}

// oneLine reports whether the template's own words fill no more than a line.
func (l *ledger) oneLine(t text) bool {
	return !l.holds(t, prose) && utf8.RuneCountInString(plainText(l.spans(t))) <= lineLength
}
