package typeset

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
	"ccbreport/reports/paper"
)

// A fragment is a piece of text in one style.
type fragment struct {
	text  string
	style paper.Style
	width Length
	tie   *tie // nil for most
}

// joins says whether two pieces are set alike.
func (f fragment) joins(other fragment) bool { return f.style == other.style && f.tie == other.tie }

// A word is what stands between two spaces. Its fragments differ in style and
// tie only.
type word struct {
	space     fragment // before it; empty for the first word
	fragments []fragment
	width     Length // without the space
	glued     bool   // no line ends before it
}

// string gives the word without its styles and the numbers of remarks.
func (w word) string() string {
	var b strings.Builder
	for _, f := range w.fragments {
		if f.tie == nil || f.tie.note == 0 {
			b.WriteString(f.text)
		}
	}
	return b.String()
}

// words cuts spans at their spaces. A no-break space, and a blank of several
// spaces, is a space at which no line ends.
func (s *setter) words(spans []paper.Span, base paper.Style, size Length) []word {
	var words []word
	var w word
	flush := func() {
		if len(w.fragments) > 0 {
			words = append(words, w)
			w = word{}
		}
	}
	for _, span := range spans {
		style, t := base|span.Style, s.tie(span)
		for _, piece := range pieces(s.clean(span.Text, style)) {
			f := s.fragment(strings.Map(plainSpace, piece), style, size, t)
			if !isSpace(firstRune(piece)) {
				w.fragments = append(w.fragments, f)
				w.width += f.width
				continue
			}
			flush()
			w.space.text += f.text
			w.space.width += f.width
			w.space.style, w.space.tie = style, t
			w.glued = w.glued || piece != " "
		}
		if span.Note != "" {
			mark := s.noteMark(s.clean(span.Note, 0), style, size)
			w.fragments = append(w.fragments, mark)
			w.width += mark.width
		}
	}
	flush()
	s.glue(words)
	return words
}

// glue marks the spaces at which a line may not end, and drops what stands
// before the first word.
func (s *setter) glue(words []word) {
	for i := range words {
		if i == 0 {
			words[0].space, words[0].glued = fragment{}, false
			continue
		}
		if !words[i].glued {
			words[i].glued = s.rule.glues(words[i-1].string(), words[i].string())
		}
	}
}

// pieces cuts text into runs of spaces and runs of anything else.
func pieces(text string) []string {
	var pieces []string
	start := 0
	for i, r := range text {
		if i > start && isSpace(r) != isSpace(firstRune(text[start:])) {
			pieces = append(pieces, text[start:i])
			start = i
		}
	}
	if start < len(text) {
		pieces = append(pieces, text[start:])
	}
	return pieces
}

const (
	noBreakSpace       = '\u00a0'
	figureSpace        = '\u2007'
	narrowNoBreakSpace = '\u202f'
)

func isSpace(r rune) bool {
	return r == ' ' || r == noBreakSpace || r == figureSpace || r == narrowNoBreakSpace
}

// plainSpace makes every space an ordinary one: all of them stretch alike, and
// text copied from the page can be searched.
func plainSpace(r rune) rune {
	if isSpace(r) {
		return ' '
	}
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// missingGlyph stands for a rune that no face can show; a finding goes with it.
const missingGlyph = '?'

// clean leaves only runes that the face of the style has. fpdf panics on runes
// beyond U+FFFF and on cut UTF-8, and shows what a face lacks as a blank.
// Invisible format characters go without a word.
func (s *setter) clean(text string, style paper.Style) string {
	var missing []rune
	cleaned := strings.Map(func(r rune) rune {
		switch {
		case isSpace(r):
			return r
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.Is(unicode.Cf, r): // the soft hyphen too
			return -1
		}
		if s.face[style].shows(r) {
			return r
		}
		if !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
		return missingGlyph
	}, text)
	for _, r := range missing {
		s.findings.Add("glyph.missing", "", reports.Args{
			"rune": fmt.Sprintf("U+%04X", r), "text": excerpt(cleaned)})
	}
	return cleaned
}

// excerpt gives the beginning of a text, enough to find it by.
func excerpt(text string) string {
	const length = 80
	if runes := []rune(text); len(runes) > length {
		return string(runes[:length]) + "…"
	}
	return text
}
