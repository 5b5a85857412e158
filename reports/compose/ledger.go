package compose

import (
	"strings"

	"ccbreport/reports/paper"
)

// Values do not enter the Markdown of a template as text. Each is entered in a
// ledger, and one rune of the supplementary private-use planes stands for it
// until the page is made. So no value can become a heading or bold, and every
// value still knows its figure when it is ink.
const (
	firstToken = '\U000F0000'
	lastToken  = '\U0010FFFD'
)

// A kind says what a value does to the sentence that it stands in.
type kind int

const (
	absent    kind = iota // there is none: its clause or sentence goes
	fact                  // a figure, or words of the ward that carry one: enough to keep a sentence
	setting               // a name from the configuration: says nothing by itself
	prose                 // whole sentences that people wrote: a sentence of its own
	unwritten             // prose that nobody wrote: absent, and a sentence of its own
	newline               // the next paragraph of the same prose begins
	blocks                // blocks of their own
	heading               // the title of a heading under this one: its clause stays with it
)

// A token is one value in the ledger.
type token struct {
	kind   kind
	text   string // printed; a fact without text only bears its sentence
	ref    paper.Ref
	source string // position of the ward's words
	slot   string // of prose: the place that it was written for
	word   word   // of words that hang on the figures of their sentence
	blocks []paper.Block
}

// A word stands for words that are chosen when its sentence is settled.
type word int

const (
	theWhole   word = iota + 1 // of whom the sentence speaks: all, or those that reported
	theEnd                     // of which day it speaks, the end of the span without its date
	theDay                     // the same with the date in any case
	theYears                   // that it speaks of every year, and of no day
	theSaidDay                 // a day that a clause has settled
	theMark                    // the mark behind a figure of which the annex has more to say
)

// A ledger holds the values of one document. It begins with those that stand
// for no value of their own.
type ledger struct {
	tokens []token
	full   bool // more values than there are runes for them
}

func newLedger() *ledger {
	return &ledger{tokens: []token{{kind: absent}, {kind: unwritten}, {kind: newline, text: " "}}}
}

// put enters t and returns the rune that stands for it.
func (l *ledger) put(t token) string {
	if len(l.tokens) > int(lastToken-firstToken) {
		l.full = true
		return l.absent()
	}
	l.tokens = append(l.tokens, t)
	return string(firstToken + rune(len(l.tokens)-1))
}

func (l *ledger) absent() string    { return string(firstToken) }
func (l *ledger) unwritten() string { return string(firstToken + 1) }
func (l *ledger) newline() string   { return string(firstToken + 2) }

// at returns the value that r stands for.
func (l *ledger) at(r rune) (token, bool) {
	if i := int(r - firstToken); i >= 0 && i < len(l.tokens) {
		return l.tokens[i], true
	}
	return token{}, false
}

// isToken reports whether r may stand for a value.
func isToken(r rune) bool { return r >= firstToken && r <= lastToken }

// plain takes what looks like a token out of words that people wrote. Such
// runes have no agreed form on paper; the replacement character is refused by
// the fonts, so nothing vanishes in silence.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if isToken(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// spans returns t as spans, each value with its figure and its source.
func (l *ledger) spans(t text) []paper.Span {
	var out []paper.Span
	for _, g := range t {
		s := paper.Span{Text: string(g.r), Style: g.style}
		if v, ok := l.at(g.r); ok {
			s.Text, s.Ref, s.Source = v.text, v.ref, v.source
		}
		if g.upper {
			s.Text = upperFirst(s.Text)
		}
		if s.Text == "" {
			continue
		}
		if n := len(out) - 1; n >= 0 && sameKind(out[n], s) {
			out[n].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

// sameKind reports whether two neighbours are both the template's words in one
// style; values, and what is tied to another place, stay spans of their own.
func sameKind(a, b paper.Span) bool {
	bare := func(s paper.Span) bool { return s == paper.Span{Text: s.Text, Style: a.Style} }
	return bare(a) && bare(b)
}
