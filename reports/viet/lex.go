package viet

import (
	"strings"
	"unicode"
)

type tokenKind int

const (
	noTok      tokenKind = iota // past the end
	numeralTok                  // "86.791.000", separators inside
	wordTok                     // a run of letters
	signTok                     // one other character
)

type token struct {
	kind  tokenKind
	text  string
	glued bool // no space before it
	at    int  // where it begins, in runes
}

// A parser walks over the tokens of one cell.
type parser struct {
	toks       []token
	pos        int
	units      *Units
	own        string                 // the unit of what is counted, "" if unknown
	noted      func(mark string) bool // whether a note with this mark stands below; may be nil
	figuresEnd int                    // where a remark begins, in runes
}

func (p *parser) peek(n int) token {
	if p.pos+n < len(p.toks) {
		return p.toks[p.pos+n]
	}
	return token{}
}

// take goes past the next token if its text is one of these.
func (p *parser) take(texts ...string) bool {
	for _, text := range texts {
		if p.peek(0).kind != noTok && p.peek(0).text == text {
			p.pos++
			return true
		}
	}
	return false
}

// lex parts a folded text. A dot, comma or apostrophe belongs to a numeral when
// a digit follows; a space when three digits follow and the numeral so far is
// grouped by spaces itself.
func lex(folded string) []token {
	var toks []token
	in := []rune(folded)
	for i := 0; i < len(in); {
		if in[i] == ' ' {
			i++
			continue
		}
		start := i
		kind := signTok
		switch {
		case isDigit(in[i]):
			kind, i = numeralTok, numeralEnd(in, i)
		case isWordRune(in[i]):
			for kind = wordTok; i < len(in) && isWordRune(in[i]); {
				i++
			}
		default:
			i++
		}
		glued := start > 0 && in[start-1] != ' '
		toks = append(toks, splitWord(token{kind, string(in[start:i]), glued, start}, in, &i)...)
	}
	return toks
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '²' || r == '₫'
}

// splitWord parts "trđ" into scale and unit and joins "m" with its "2".
func splitWord(t token, in []rune, i *int) []token {
	switch {
	case t.kind != wordTok:
		return []token{t}
	case t.text == "m" && *i < len(in) && in[*i] == '2' && (*i+1 == len(in) || !isDigit(in[*i+1])):
		*i++
		t.text = "m²"
	case t.text == "trđ" || t.text == "kđ" || t.text == "trvnđ":
		scale := strings.TrimSuffix(strings.TrimSuffix(t.text, "đ"), "vn")
		return []token{{wordTok, scale, t.glued, t.at}, {wordTok, "đ", true, *i - 1}}
	case strings.HasSuffix(t.text, "²") && t.text != "²" && t.text != "m²": // a mark raised behind a word
		word := strings.TrimSuffix(t.text, "²")
		return []token{{wordTok, word, t.glued, t.at}, {wordTok, "²", true, *i - 1}}
	}
	return []token{t}
}

func numeralEnd(in []rune, i int) int {
	start := i
	spaced := true
	for i < len(in) {
		switch {
		case isDigit(in[i]):
			i++
		case (in[i] == '.' || in[i] == ',' || in[i] == '\'') && i+1 < len(in) && isDigit(in[i+1]):
			spaced = false
			i++
		case in[i] == ' ' && spaced && i-start <= 3+4*strings.Count(string(in[start:i]), " ") && threeDigits(in[i+1:]):
			i++
		default:
			return i
		}
	}
	return i
}

// threeDigits reports whether exactly three digits stand in front.
func threeDigits(in []rune) bool {
	n := 0
	for n < len(in) && isDigit(in[n]) {
		n++
	}
	return n == 3
}

// joined writes tokens as the tables spell them: words parted by one space,
// signs without any.
func joined(toks []token) string {
	var out strings.Builder
	for i, t := range toks {
		if i > 0 && t.kind == wordTok && toks[i-1].kind == wordTok {
			out.WriteByte(' ')
		}
		out.WriteString(t.text)
	}
	return out.String()
}
