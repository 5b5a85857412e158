package numfmt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/nfp"
)

// A kind of token.
type kind uint8

const (
	literal  kind = iota // text that is shown as it is
	pad                  // space as wide as some letter; none where the cell decides how wide
	digit                // "0", "#" or "?": one place of a number
	comma                // parts groups, or divides by a thousand
	point                // before the decimals
	percent              // "%"
	exponent             // "E+", "E-"
	slash                // of a fraction
	parts                // a denominator that is given: the 8 of ?/8
	general0             // "General"
	place                // "@", where a text stands
	datePart             // "yyyy", in small letters
	elapsed              // "h" of [h]: hours beyond a day
	half                 // AM/PM
)

type token struct {
	kind kind
	text string
}

// The parser of formats gets a stand-in for each sign that it would take for
// another beside some neighbours: what stands in quotes ("a;b", "50%"), commas
// of which it loses the third, points behind "?". A stand-in is a letter of
// Unicode's private area in quotes.
const standIn = '\uE000'

// A cutter takes the plain parts out of a section.
type cutter struct {
	rest  string
	out   strings.Builder
	taken []token
}

func (c *cutter) take(k kind, text string, length int) {
	c.rest = c.rest[length:]
	last := len(c.taken) - 1
	if k == literal && last >= 0 && c.taken[last].kind == literal && strings.HasSuffix(c.out.String(), string(rune(standIn+last))+`"`) {
		c.taken[last].text += text
		return
	}
	c.out.WriteString(`"` + string(rune(standIn+len(c.taken))) + `"`)
	c.taken = append(c.taken, token{k, text})
}

// keep leaves something to the parser.
func (c *cutter) keep(length int) {
	c.out.WriteString(c.rest[:length])
	c.rest = c.rest[length:]
}

// signs are the tokens of one sign that are taken out.
var signs = map[byte]kind{',': comma, '.': point, '/': slash}

func (c *cutter) next() {
	s := c.rest
	_, size := utf8.DecodeRuneInString(s)
	k, single := signs[s[0]]
	switch {
	case s[0] == '"':
		end := skip(s, 0, '"')
		c.take(literal, s[1:end], min(end+1, len(s)))
	case s[0] == '\\' && len(s) > 1:
		_, size = utf8.DecodeRuneInString(s[1:])
		c.take(literal, s[1:1+size], 1+size)
	case (s[0] == '_' || s[0] == '*') && len(s) > 1:
		_, size = utf8.DecodeRuneInString(s[1:])
		c.take(pad, map[byte]string{'_': " "}[s[0]], 1+size)
	case s[0] == '[' && strings.Contains(s, "]"):
		c.keep(skip(s, 0, ']') + 1)
	case begins(s, "general"):
		c.take(general0, "", len("general"))
	case begins(s, "am/pm"):
		c.take(half, "", len("am/pm"))
	case begins(s, "a/p"):
		c.take(half, "", len("a/p"))
	case begins(s, "e+") || begins(s, "e-"):
		c.take(exponent, s[1:2], 2)
	case single:
		c.take(k, s[:1], 1)
	case strings.IndexByte("0#?%@ymdhsYMDHS", s[0]) >= 0:
		c.keep(1)
	default:
		c.take(literal, s[:size], size)
	}
}

func begins(s, word string) bool {
	return len(s) >= len(word) && strings.EqualFold(s[:len(word)], word)
}

// system are the long date and the time as the country writes them, whatever the
// format says beside.
var system = map[string]string{"[$-f800]": `dddd\ dd\ mmmm\ yyyy`, "[$-f400]": "h:mm:ss"}

// newSection takes one section apart.
func newSection(code string) *section {
	for mark, own := range system {
		if begins(code, mark) {
			code = own
		}
	}
	c := &cutter{rest: strings.ToValidUTF8(code, "\uFFFD")}
	for c.rest != "" {
		c.next()
	}
	s := &section{}
	parser := nfp.NumberFormatParser()
	for _, part := range parser.Parse(c.out.String()) {
		for _, t := range part.Items {
			s.add(t, c.taken)
		}
	}
	s.settle()
	return s
}

// add adds what the parser found.
func (s *section) add(t nfp.Token, taken []token) {
	switch t.TType {
	case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
		s.each(digit, t.TValue)
	case nfp.TokenTypePercent:
		s.each(percent, t.TValue)
	case nfp.TokenTypeTextPlaceHolder:
		s.each(place, t.TValue)
	case nfp.TokenTypeDateTimes:
		s.tokens = append(s.tokens, token{datePart, strings.ToLower(t.TValue)})
	case nfp.TokenTypeElapsedDateTimes:
		s.tokens = append(s.tokens, token{elapsed, strings.ToLower(t.TValue)})
	case nfp.TokenTypeCondition: // an operator and a number
		s.op, s.limit = t.Parts[0].Token.TValue, parseLimit(t.Parts[1].Token.TValue)
	case nfp.TokenTypeCurrencyLanguage:
		s.addCurrency(t.Parts)
	case nfp.TokenTypeLiteral:
		for _, r := range t.TValue {
			if i := int(r - standIn); i >= 0 && i < len(taken) {
				s.tokens = append(s.tokens, taken[i])
			}
		}
	}
}

func (s *section) each(k kind, text string) {
	for i := range text {
		s.tokens = append(s.tokens, token{k, text[i : i+1]})
	}
}

// addCurrency reads [$đ-42A]: a word that is shown, and a language.
func (s *section) addCurrency(parts []nfp.Part) {
	for _, p := range parts {
		switch p.Token.TType {
		case nfp.TokenSubTypeCurrencyString:
			s.tokens = append(s.tokens, token{literal, p.Token.TValue})
		case nfp.TokenSubTypeLanguageInfo:
			s.lang += strings.ToLower(p.Token.TValue)
		}
	}
}

// settle finds out whether the section shows a date; then its commas, points and
// strokes are no part of a number.
func (s *section) settle() {
	s.date = s.has(datePart) || s.has(elapsed)
	if i := s.fraction(); i > 0 && i+1 < len(s.tokens) && !s.date {
		if t := &s.tokens[i+1]; t.kind == literal && strings.Trim(t.text, "0123456789") == "" {
			t.kind = parts
		}
	}
	if !s.date {
		return
	}
	for i, t := range s.tokens {
		second := i > 0 && strings.HasPrefix(s.tokens[i-1].text, "s")
		switch {
		case t.kind == point && second && i+1 < len(s.tokens) && s.tokens[i+1].kind == digit:
		case t.kind == comma || t.kind == point || t.kind == slash:
			s.tokens[i].kind = literal
		}
	}
}

// isWordSign tells words and units from the signs around a number.
func isWordSign(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) || unicode.IsDigit(r) || unicode.Is(unicode.No, r)
}
