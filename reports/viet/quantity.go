package viet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ccbreport/reports"
)

// A Bound says that a figure is a limit and not the number itself.
type Bound int

const (
	Exact   Bound = iota
	Above         // trên, hơn, >
	AtLeast       // từ … trở lên, ít nhất, ≥
	About         // khoảng, gần, ~
	Below         // dưới, <
	AtMost        // không quá, tối đa, ≤
)

// A Quantity is one figure as a person wrote it.
type Quantity struct {
	// Value is exact and after the scale word: "150 triệu" is 150000000/1. A
	// percentage with its sign is a ratio: "99,34%" is 9934/10000; without the
	// sign it is what is written, as in a numeric cell. A fraction keeps its parts.
	Value    reports.Value
	Unit     string         // as written, normalised as by [Units.UnitWord]; "" if none is written
	Scaled   bool           // a scale word (nghìn, triệu, tỷ, k, tr) was written
	Bound    Bound          // the figure is a limit
	Fraction bool           // written as a/b
	Percent  *reports.Value // the percentage written beside a figure, as a ratio; beside a fraction it agrees
	Sum      bool           // written as a sum: "24+11"
	Mark     string         // of a note, set aside: "*", "¹", "1" for "(1)"
	Remark   bool           // words behind the figures were set aside; they may name people
	Text     string         // where they were, all that may be quoted of the cell: the figures, folded
	Doubts   []string       // codes of what was taken by convention, see [Units.Quantities]
}

// A NumberError says why a text is not surely a number. Reason is a code:
//
//	not-a-number      no figure in it
//	text-around       words or signs that are no part of a figure
//	bad-grouping      groups that are not of three digits: 50.700.00
//	leading-nought    0912345678
//	letter-for-digit  1O, l5
//	date              12/2019, 22/12
//	range             5-6
//	ambiguous         1.862 without a unit; two figures whose units do not tell them apart
//	fraction          14,5 of something that is counted whole
//	negative          -5
//	product           8 × 500k = 5 triệu
//	sum               24+11=36
//	percent           71/73 (79,3%)
//	zero-denominator  5/0
//	too-large         more than 64 bits
type NumberError struct{ Reason, Text string }

func (e *NumberError) Error() string { return "read number " + quote(e.Text) + ": " + e.Reason }

// quote keeps a long text of a cell out of an error's line.
func quote(s string) string {
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return `"` + s + `"`
}

// noughts are the texts that say "none", folded. A blank cell says nothing and
// "x" says that there is something: neither is nought.
var noughts = func() map[string]bool {
	m := map[string]bool{"0": true, "-": true, "--": true}
	for _, no := range []string{"không", "khong", "ko", "k", "kh", "chưa", "chua", "0"} {
		m[no] = true
		for _, verb := range []string{"có", "co", "phát sinh", "phat sinh"} {
			m[no+" "+verb] = true
		}
	}
	return m
}()

// longestNumber, in runes, is beyond any number with its remark: a longer text is
// not parsed as one, whatever stands in it.
const longestNumber = 400

func tooLong(s string) bool {
	return len(s) > longestNumber && utf8.RuneCountInString(s) > longestNumber
}

// IsNought reports whether a text says that there was none: 0, a lone dash of
// any length, "không", "chưa có", "không phát sinh", "ko", "kh", "0 có".
func (u *Units) IsNought(s string) bool { return !tooLong(s) && u.isNought(fold(s)) }

func (u *Units) isNought(folded string) bool {
	text := strings.TrimRight(folded, " .")
	return noughts[text] || u.saysNone(text)
}

// saysNone reports whether a text says "không có đ/c nào", "chưa có ai".
func (u *Units) saysNone(text string) bool {
	m := noneOf.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	_, scale, ok := u.UnitWord(m[1])
	return m[1] == "ai" || ok && scale == 1 && strings.HasSuffix(text, " nào")
}

var (
	noneOf = regexp.MustCompile(`^(?:không|ko|chưa) có (.+?)(?: nào)?$`)
	// inWhole is the dash that says "and no hào": "1.500.000,-".
	inWhole = regexp.MustCompile(`(\d)[.,]\s?-+$`)
)

// withoutHao takes the "no hào" off the end of a folded text, where every dash is one
// sign.
func withoutHao(folded string) string {
	if !strings.HasSuffix(folded, "-") {
		return folded
	}
	return inWhole.ReplaceAllString(folded, "$1")
}

// dateShape is what Excel or a person leaves of a month in a column of numbers.
var dateShape = regexp.MustCompile(`^\d{1,2}[/.-](19|20)\d\d$|^\d{1,2}([/.-])\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d\d-\d\d`)

func isDateShape(text string) bool {
	marked := len(text) > 4 && strings.ContainsAny(text[1:5], "/.-") // most texts need no pattern
	return marked && dateShape.MatchString(text)
}

// letterForDigit finds an o or l typed for a digit: behind one and not inside a
// word, as "12lượt" has it, or before one and not at the end of a word.
func letterForDigit(text string) bool {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
	for start := 0; ; {
		i := strings.IndexAny(text[start:], "ol")
		if i < 0 {
			return false
		}
		start += i
		end := start + len(text[start:]) - len(strings.TrimLeft(text[start:], "ol"))
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if isDigit(before) && !inWord(after) || isDigit(after) && !inWord(before) {
			return true
		}
		start = end
	}
}

// Quantities reads the text of a cell for an indicator counted in unit
// ("người", "đồng", "%", "" if unknown). The unit says how marks are read where
// the cell names none, and may hold the column's scale ("triệu đồng", "1.000
// đồng"), by which Value is not multiplied. It also tells which unit is meant by a
// word for several: "5 cuộc" are 5 buổi where buổi are counted. Several figures in one cell, each with a unit of its
// own ("12 buổi/350 lượt"), come back in order; in "8 lượt x 500k = 4 triệu" the
// price is checked and left out.
//
// Doubts are codes: english-grouping (1,862,000 is 1862000), dot-decimal (1.5
// triệu), dot-percent (99.34%), thousands-guess (18.890 nghìn is 18 890
// thousand), computed (8 lượt x 500k without its result); and of what was read by
// a rule that people should hear of: sum (24+11), tail (24 triệu 400), mark (12*),
// remark (12 cây các loại).
//
// The error is a *[NumberError]: what is not surely a number is refused.
func (u *Units) Quantities(s, unit string) ([]Quantity, error) {
	return u.QuantitiesNoted(s, unit, nil)
}

// QuantitiesNoted is [Units.Quantities] where "(1)" behind a figure is the mark of a
// note if noted says so of "1": when a line "(1) …" or "1. …" stands below. In
// any other case it is a second figure.
func (u *Units) QuantitiesNoted(s, unit string, noted func(mark string) bool) ([]Quantity, error) {
	if tooLong(s) {
		return nil, &NumberError{"text-around", s}
	}
	folded := fold(s)
	if u.isNought(folded) {
		return []Quantity{{Value: reports.Int(0)}}, nil
	}
	text := strings.Trim(withoutHao(folded), " .;,")
	if reason := refuse(text); reason != "" {
		return nil, &NumberError{reason, s}
	}
	m := u.measured(unit)
	p := parser{toks: lex(text), noted: noted, units: u, own: m.unit}
	drafts, reason := p.drafts()
	if reason != "" {
		return nil, &NumberError{reason, s}
	}
	quantities, reason := evaluate(drafts, m)
	if reason != "" {
		return nil, &NumberError{reason, s}
	}
	for i := range quantities {
		if quantities[i].Remark {
			quantities[i].Text = strings.TrimRight(string([]rune(text)[:p.figuresEnd]), " ")
		}
	}
	return quantities, nil
}

// refuse finds what is no number at first sight.
func refuse(text string) string {
	switch {
	case isDateShape(text):
		return "date"
	case letterForDigit(text):
		return "letter-for-digit"
	case strings.HasPrefix(text, "-") && len(text) > 1 && isDigit(rune(text[1])):
		return "negative"
	case text == "năm":
		return "ambiguous" // five, or the year
	case !hasFigure(text):
		return "not-a-number"
	}
	return ""
}

// hasFigure reports whether the text has a digit or begins with a number word.
func hasFigure(text string) bool {
	if strings.ContainsFunc(text, isDigit) {
		return true
	}
	for _, w := range strings.Fields(text) {
		if isNumberWord(w) {
			return true
		}
	}
	return false
}
