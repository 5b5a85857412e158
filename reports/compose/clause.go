package compose

import (
	"slices"
	"strings"
	"unicode"

	"ccbreport/reports/paper"
)

// The marks of an optional clause.
const (
	clauseOpen = '⟦'
	clauseShut = '⟧'
)

// A glyph is one rune of running text, or the token of a value, in its style.
type glyph struct {
	r     rune
	style paper.Style
	upper bool // the value's first letter is printed as a capital
}

// A text is a run of glyphs.
type text []glyph

func (t text) String() string {
	var b strings.Builder
	for _, g := range t {
		b.WriteRune(g.r)
	}
	return b.String()
}

// A node is a piece of a sentence: words, or an optional clause.
type node struct {
	words    text
	clause   []node
	optional bool
}

// clauses reads the clauses of t. It is total: a mark without its partner is
// dropped ([Load] has refused such a template).
func clauses(t text) []node {
	nodes, _ := clausesUntil(t, false)
	return nodes
}

// clausesUntil reads t up to the mark that shuts the clause, or to its end, and
// returns what is left.
func clausesUntil(t text, inside bool) (nodes []node, rest text) {
	start := 0
	words := func(end int) {
		if end > start {
			nodes = append(nodes, node{words: t[start:end]})
		}
	}
	for i := 0; i < len(t); i++ {
		switch t[i].r {
		case clauseOpen:
			words(i)
			clause, left := clausesUntil(t[i+1:], true)
			nodes = append(nodes, node{clause: clause, optional: true})
			start = len(t) - len(left)
			i = start - 1
		case clauseShut:
			words(i)
			start = i + 1
			if inside {
				return nodes, t[i+1:]
			}
		}
	}
	words(len(t))
	return nodes, nil
}

// resolve returns what is left of the pieces of one sentence or clause once
// the clauses without values have gone, each with its separator. It reports
// false when the whole goes: a value is absent outside the clauses, or every
// clause went and no fact stands outside them. Said are the figures of the sentence
// so far: one that belongs to one of them and was not added together with it counts
// as absent.
func (c *composer) resolve(nodes []node, said *[]string) (text, bool) {
	var out text
	before := len(*said)
	var run chain
	optional, kept, borne := 0, 0, false
	for i, n := range nodes {
		switch {
		case n.optional:
			optional++
			if t, ok := c.resolve(n.clause, said); ok {
				kept++
				run.add(c.ofClause(t))
			}
		case separates(nodes, i):
			run.separate(n.words)
		case c.holds(n.words, absent, unwritten) || c.speaksApart(n.words, said):
			*said = (*said)[:before]
			return nil, false
		default:
			borne = borne || c.holds(n.words, fact, prose)
			out = append(out, run.flush()...)
			out = append(out, n.words...)
		}
	}
	out = append(out, run.flush()...)
	if ok := optional == 0 || kept > 0 || borne; !ok {
		*said = (*said)[:before]
		return out, false
	}
	return out, true
}

// speaksApart reports whether a figure among words belongs to one that the sentence
// has said and was not added together with it; if not, the sentence has said these.
func (c *composer) speaksApart(words text, said *[]string) bool {
	for _, g := range words {
		v, _ := c.at(g.r)
		if v.ref.Figure == "" || v.ref != ref(v.ref.Figure) {
			continue
		}
		if c.apart(v.ref.Figure, *said) {
			return true
		}
		*said = append(*said, v.ref.Figure)
	}
	return false
}

// holds reports whether a value of one of the kinds stands in t.
func (l *ledger) holds(t text, kinds ...kind) bool {
	return slices.ContainsFunc(t, func(g glyph) bool {
		v, ok := l.at(g.r)
		return ok && slices.Contains(kinds, v.kind)
	})
}

// separates reports whether piece i only separates two clauses.
func separates(nodes []node, i int) bool {
	if i == 0 || i == len(nodes)-1 || !nodes[i-1].optional || !nodes[i+1].optional {
		return false
	}
	s := strings.TrimSpace(nodes[i].words.String())
	return slices.Contains([]string{"", ",", ";", "và", ", và", "; và"}, s)
}

// A chain joins the clauses of an enumeration that are left.
type chain struct {
	clauses []text
	links   []text // links[i] stands before clauses[i]
	pending []text // separators since the last clause that was kept
}

func (c *chain) separate(words text) { c.pending = append(c.pending, words) }

func (c *chain) add(t text) {
	c.clauses = append(c.clauses, t)
	c.links = append(c.links, strongest(c.pending))
	c.pending = nil
}

// strongest returns the separator that stays between two clauses when those
// between them have gone: a semicolon, else the last one.
func strongest(separators []text) text {
	var best text
	for _, s := range separators {
		weak := strings.TrimSpace(s.String()) == "" && len(best) > 0
		if !weak && !strings.Contains(best.String(), ";") {
			best = s
		}
	}
	return best
}

// flush returns the enumeration and begins a new one. The first clause loses
// its separator; "a, b và c" without c becomes "a và b".
func (c *chain) flush() text {
	last := len(c.clauses) - 1
	if and := strongest(c.pending); last > 0 && strings.TrimSpace(and.String()) == "và" &&
		strings.TrimSpace(c.links[last].String()) == "," {
		c.links[last] = and
	}
	var out text
	for i, t := range c.clauses {
		if i > 0 {
			out = append(out, c.links[i]...)
		}
		out = append(out, t...)
	}
	*c = chain{}
	return out
}

// sentences cuts a paragraph after each full stop, question or exclamation mark
// outside the clauses, and after every piece of prose, written or not.
func (l *ledger) sentences(t text) []text {
	var out []text
	start, depth := 0, 0
	for i, g := range t {
		switch g.r {
		case clauseOpen:
			depth++
		case clauseShut:
			depth--
		}
		if depth <= 0 && (l.holds(t[i:i+1], prose, unwritten) || ends(t, i)) {
			out = append(out, t[start:i+1])
			start = i + 1
		}
	}
	return append(out, t[start:])
}

// ends reports whether a sentence of the template ends with glyph i.
func ends(t text, i int) bool {
	return strings.ContainsRune(".!?", t[i].r) && (i == len(t)-1 || unicode.IsSpace(t[i+1].r))
}

// settle returns what is left of one sentence, with its separators in order
// and its first letter a capital; nil if it goes.
func (c *composer) settle(sentence text) text {
	var said []string
	t, ok := c.resolve(clauses(sentence), &said)
	if !ok {
		return nil
	}
	return c.capital(c.scoped(tidy(t)))
}

// tidy mends what clauses that went left behind: doubled spaces and
// separators, separators at either end, empty brackets. Values are not touched.
func tidy(t text) text {
	var out text
	for _, g := range t {
		last := rune(' ')
		if len(out) > 0 {
			last = out[len(out)-1].r
		}
		switch {
		case g.r == ' ':
			if last == ' ' || last == '(' {
				continue
			}
		case strings.ContainsRune(",;.:)", g.r):
			out = trimEnd(out, " ")
			switch {
			case strings.ContainsRune(".:)", g.r):
				out = trimEnd(out, " ,;")
			case endsIn(out, ",;"):
				if g.r == ';' {
					out[len(out)-1].r = ';'
				}
				continue
			case len(out) == 0 || endsIn(out, "("):
				continue
			}
			if g.r == ')' && endsIn(out, "(") {
				out = trimEnd(out[:len(out)-1], " ")
				continue
			}
		}
		out = append(out, g)
	}
	return trimEnd(out, " ")
}

func trimEnd(t text, cut string) text {
	for endsIn(t, cut) {
		t = t[:len(t)-1]
	}
	return t
}

func endsIn(t text, set string) bool {
	return len(t) > 0 && strings.ContainsRune(set, t[len(t)-1].r)
}

// capital makes the first letter of a sentence a capital. Prose is printed as
// people wrote it.
func (l *ledger) capital(t text) text {
	for i, g := range t {
		v, isValue := l.at(g.r)
		switch {
		case !isValue && strings.ContainsRune("“‘(", g.r), isValue && v.text == "":
			continue
		case isValue:
			t[i].upper = v.kind != prose
		default:
			t[i].r = unicode.ToUpper(g.r)
		}
		break
	}
	return t
}
