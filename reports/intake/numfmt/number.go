package numfmt

import (
	"math"
	"strconv"
	"strings"
)

// number shows |x| by the tokens of a section that is no date.
func (s *section) number(x float64) string {
	x = math.Abs(x)
	if i := s.fraction(); i > 0 {
		return s.showFraction(x, i)
	}
	if s.has(exponent) {
		return s.showExponent(x)
	}
	shift := 0
	for _, t := range s.tokens {
		if t.kind == percent {
			shift += 2
		}
	}
	return s.lay(s.tokens, newDecimal(x).shift(shift-3*s.thousands()), x)
}

// A layout is where the digits of a number go among the tokens.
type layout struct {
	whole, part int  // places before and after the point
	last        int  // index of the last place before the point
	groups      bool // thousands are parted
	from, to    int  // first and last place of all
}

func (s *section) layout(tokens []token) layout {
	l := layout{last: -1, from: -1, to: -1}
	pointed, commas := false, false
	for i, t := range tokens {
		switch t.kind {
		case digit:
			if l.to = i; l.from < 0 {
				l.from = i
			}
			if pointed {
				l.part++
				continue
			}
			l.groups = l.groups || commas && l.whole > 0
			l.last = i
			l.whole++
		case comma:
			commas = commas || l.whole > 0
		case point:
			pointed = true
		}
	}
	return l
}

// thousands counts the commas that divide by a thousand: those directly behind
// the last place before the point, or behind the last of all.
func (s *section) thousands() int {
	l := s.layout(s.tokens)
	n := s.commasAfter(l.last)
	if l.to != l.last {
		n += s.commasAfter(l.to)
	}
	return n
}

func (s *section) commasAfter(i int) int {
	n := 0
	for i >= 0 && i+1+n < len(s.tokens) && s.tokens[i+1+n].kind == comma {
		n++
	}
	return n
}

// divisor returns what the commas divide by, 0 for nothing.
func (s *section) divisor() int64 {
	n := s.thousands()
	if n == 0 || s.date || s.fraction() > 0 {
		return 0
	}
	return int64(math.Pow(1000, float64(min(n, 6))))
}

// lay puts the digits of d into the places of the tokens; x is what General
// shows.
func (s *section) lay(tokens []token, d decimal, x float64) string {
	l := s.layout(tokens)
	whole, part := d.round(l.part)
	var b strings.Builder
	places, decimals := 0, 0
	for i, t := range tokens {
		switch {
		case t.kind == digit && decimals == 0 && places < l.whole:
			places++
			b.WriteString(integer(t.text, whole, l.whole-places, places == 1, l.groups))
		case t.kind == digit:
			b.WriteString(fractional(t.text, part[decimals:]))
			decimals++
		case t.kind == point:
			if l.whole == 0 {
				b.WriteString(whole)
			}
			b.WriteByte(',')
		case t.kind == general0:
			b.WriteString(general(x))
		case t.kind == comma && i > l.from && i <= l.to+s.commasAfter(l.to):
		case t.kind != exponent:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// integer returns what stands in a place before the point, so many from the
// right; the first place takes all that are left.
func integer(mark, whole string, right int, first, groups bool) string {
	out := ""
	for at := len(whole) - 1; first && at > right; at-- {
		out += grouped(whole[len(whole)-1-at:len(whole)-at], at, groups)
	}
	switch {
	case right < len(whole):
		return out + grouped(whole[len(whole)-1-right:len(whole)-right], right, groups)
	case mark == "0":
		return grouped("0", right, groups)
	case mark == "?":
		return " "
	}
	return ""
}

func grouped(digit string, right int, groups bool) string {
	if groups && right > 0 && right%3 == 0 {
		return digit + "."
	}
	return digit
}

// fractional returns what stands in a place behind the point; rest are the
// digits from here on.
func fractional(mark, rest string) string {
	switch {
	case mark == "0" || strings.Trim(rest, "0") != "":
		return rest[:1]
	case mark == "?":
		return " "
	}
	return ""
}

// showExponent shows 12000 as 1,2E+04. Several places before the point keep the
// exponent a multiple of their number.
func (s *section) showExponent(x float64) string {
	e := 0
	for s.tokens[e].kind != exponent {
		e++
	}
	head, tail := s.tokens[:e], s.tokens[e+1:]
	l := s.layout(head)
	step := max(l.whole, 1)
	d := newDecimal(x)
	power := floorDiv(d.point-1, step) * step
	if d.digits == "" {
		power = 0
	}
	if whole, _ := d.shift(-power).round(l.part); len(whole) > step {
		power += step
	}
	sign := "-"
	if power >= 0 {
		sign = strings.Trim(s.tokens[e].text, "-")
	}
	exp := newDecimal(math.Abs(float64(power)))
	return s.lay(head, d.shift(-power), x) + "E" + sign + s.lay(tail, exp, 0)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// general shows a number as the format General does: its own digits.
func general(x float64) string {
	text := strconv.FormatFloat(x, 'f', -1, 64)
	if short, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64); err == nil {
		text = strconv.FormatFloat(short, 'f', -1, 64)
	}
	return strings.Replace(text, ".", ",", 1)
}

// tidy takes off the space that lines numbers up.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
