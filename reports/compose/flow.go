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

// bounded makes paragraphs of sentences, none longer than a reader can bear. One is cut
// where other words of the ward begin, so that what they are about stays with its
// figures; where there are none, before the sentence that is too much.
func (c *composer) bounded(sentences []text) []text {
	var out []text
	var now []text
	cut := func(at int) {
		out, now = append(out, spaced(now[:at])), now[at:]
	}
	for _, s := range sentences {
		for len(now) > 0 && c.length(spaced(now))+c.length(s) > maxWords {
			cut(c.topic(now, s))
		}
		now = append(now, s)
	}
	if len(now) > 0 {
		cut(len(now))
	}
	return out
}

// topic is where the last topic of a paragraph begins that goes on with s.
func (c *composer) topic(now []text, s text) int {
	if c.holds(s, prose) {
		return len(now)
	}
	for i := len(now) - 1; i > 0; i-- {
		if c.holds(now[i], prose) {
			return i
		}
	}
	return len(now)
}

// spaced puts sentences behind each other.
func spaced(sentences []text) text {
	var out text
	for i, s := range sentences {
		if i > 0 {
			out = append(out, glyph{r: ' ', style: s[0].style})
		}
		out = append(out, s...)
	}
	return out
}

// joined puts a paragraph of one line to the one before it under the same heading, and
// to the one after it, but for one that announces what follows: three lines of one sentence each are one topic. Paragraphs that
// the ward wrote for one place, what is labelled, and what begins with a title in italics
// stay by themselves.
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
	end, _ := c.at(a.text[len(a.text)-1].r)
	begin, _ := c.at(b.text[0].r)
	ofOnePlace := end.kind == prose && begin.kind == prose && end.slot == begin.slot
	return !ofOnePlace && (c.oneLine(a.text) || c.oneLine(b.text))
}

// running reports whether a block is running text without a label or a title of its own.
func running(s settled) bool {
	return s.level == 0 && s.blocks == nil && s.item == unlisted && len(s.text) > 0 && s.text[0].style == 0
}

// oneLine reports whether words fill no more than a line.
func (l *ledger) oneLine(t text) bool {
	return utf8.RuneCountInString(plainText(l.spans(t))) <= lineLength
}
