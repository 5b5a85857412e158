package roster

import (
	"strconv"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// A gap is what stands between a word and the one before it.
type gap int

const (
	space gap = iota
	soft      // "-", "_" or "." within a word of a text that has spaces too
	hard      // any other mark: a name does not go on over it
)

// A token is a word or a number of a text.
type token struct {
	raw, word, bare string // as typed; its key; its key without marks
	before          string // the signs before it
	gap             gap
	plain           bool // typed without marks
	num             bool
}

// A text is a text in its words.
type text struct {
	toks   []token
	units  *viet.Units
	marked bool // some word has its marks
	cased  bool // capitals and small letters both stand in it
	own    *own // association, whose name says nothing of a place
}

// longestText is beyond any title, head or name of a file, in bytes. Nobody looks
// for a branch in a page of prose.
const longestText = 1000

func (m *Roster) read(s string) text {
	t := text{own: m.own, units: m.units}
	if len(s) > longestText {
		return t
	}
	lower, upper := false, false
	spaced := strings.Contains(s, " ")
	var b splitter
	for _, r := range s {
		lower, upper = lower || unicode.IsLower(r), upper || unicode.IsUpper(r)
		b.add(r)
	}
	b.end()
	t.cased = lower && upper
	for _, raw := range b.words {
		t.add(raw[0], raw[1], spaced)
	}
	return t
}

func (t *text) add(before, raw string, spaced bool) {
	word := viet.Key(raw)
	if word == "" {
		return
	}
	if _, err := strconv.Atoi(word); err == nil {
		if word = strings.TrimLeft(word, "0"); word == "" {
			word = "0"
		}
	}
	k := token{raw: raw, word: word, bare: viet.Bare(word), before: before, num: isNumber(word)}
	k.plain = k.bare == word
	t.marked = t.marked || !k.plain
	switch glue := strings.Trim(before, "-_.") == "" && len(before) == 1; {
	case strings.TrimSpace(before) == "" || glue && !spaced:
	case glue:
		k.gap = soft
	default:
		k.gap = hard
	}
	t.toks = append(t.toks, k)
}

// A splitter cuts a text into words, each with the signs before it. "1A" and
// "3/2" are words, "TDP13" is two.
type splitter struct {
	words  [][2]string
	before strings.Builder
	word   strings.Builder
	digits bool // of the word
}

func (b *splitter) add(r rune) {
	digit := '0' <= r && r <= '9'
	switch {
	case !digit && !unicode.IsLetter(r) && !unicode.IsMark(r):
		b.end()
		b.before.WriteRune(r)
		return
	case b.word.Len() > 0 && digit != b.digits:
		b.end()
	}
	b.digits = digit
	b.word.WriteRune(r)
}

func (b *splitter) end() {
	if b.word.Len() == 0 {
		return
	}
	now := [2]string{b.before.String(), b.word.String()}
	b.before.Reset()
	b.word.Reset()
	n := len(b.words)
	if n == 0 || !b.joins(b.words[n-1][1], now) {
		b.words = append(b.words, now)
		return
	}
	b.words[n-1][1] += now[0] + now[1]
}

// joins reports whether what was read goes on with the word before it: the A of
// "1A", the 2 of "3/2". A year stays apart: "TDP 4/2026".
func (b *splitter) joins(last string, now [2]string) bool {
	switch {
	case now[0] == "":
		return isNumber(last) && len([]rune(now[1])) == 1 && !b.digits
	case now[0] == "/" || now[0] == ".":
		return strings.Trim(last, "0123456789/.") == "" && isNumber(now[1]) && !isYear(now[1])
	}
	return false
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

func isYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && 1900 <= n && n <= 2100
}

// is reports whether a token is a word, given by its key; a word that was typed
// without marks may be one that has some.
func (k token) is(word string) bool {
	return k.word == word || k.plain && k.bare == viet.Bare(word)
}

// at reports whether the words stand at i, none parted from the next by a mark.
// "#" is a number, also a Roman one.
func (t text) at(i int, words []string) bool {
	if i+len(words) > len(t.toks) {
		return false
	}
	for n, w := range words {
		k := t.toks[i+n]
		if n > 0 && k.gap == hard || w == "#" && !k.counts() || w != "#" && !k.is(w) {
			return false
		}
	}
	return true
}

func (k token) counts() bool {
	return k.num || strings.Trim(k.word, "0123456789/.") == "" || strings.Trim(k.bare, "iv") == ""
}

// A phrases is a table of phrases by their first words, without marks.
type phrases map[string][][]string

// newPhrases reads phrases that are parted by ";".
func newPhrases(list string) phrases {
	p := phrases{}
	for _, s := range strings.Split(list, ";") {
		var words []string
		for _, w := range strings.Fields(s) {
			if w != "#" {
				w = viet.Key(w)
			}
			words = append(words, w)
		}
		if len(words) > 0 {
			first := viet.Bare(words[0])
			p[first] = append(p[first], words)
		}
	}
	return p
}

// longest returns the number of words of the longest phrase at i, 0 if none is.
func (p phrases) longest(t text, i int) int {
	best := 0
	if i >= len(t.toks) {
		return 0
	}
	for _, words := range append(p[t.toks[i].bare], p["#"]...) {
		if len(words) > best && t.at(i, words) {
			best = len(words)
		}
	}
	return best
}
