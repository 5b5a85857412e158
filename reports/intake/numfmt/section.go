package numfmt

import (
	"strconv"
	"strings"
)

// A Format is a number format taken apart. It does not change.
type Format struct {
	numbers []*section // for numbers, in order; none for General
	text    *section   // for texts; nil shows them as they are
	plain   bool
}

// A section is the part of a format for some values.
type section struct {
	tokens []token
	op     string // of its condition: "<", ">="; "" for none of its own
	limit  float64
	lang   string // of its currency, as hexadecimal code or name
	date   bool
}

// mostCode bounds a format code; Excel takes 255 characters.
const mostCode = 2048

// New takes a format code apart; "" is General.
func New(code string) *Format {
	f := &Format{}
	if len(code) > mostCode {
		code = ""
	}
	for i, part := range split(code) {
		s := newSection(part)
		if i == 3 || s.has(place) {
			f.text = s
			break
		}
		f.numbers = append(f.numbers, s)
	}
	if len(f.numbers) == 1 && code == "" {
		f.numbers = nil
	}
	f.plain = len(f.numbers) == 0 || f.numbers[0].isPlain() && (len(f.numbers) < 3 || f.numbers[2].isPlain())
	return f
}

// split parts a code at the semicolons that stand in no quotes and brackets.
func split(code string) []string {
	var all []string
	from := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i = skip(code, i, '"')
		case '[':
			i = skip(code, i, ']')
		case '\\', '_', '*':
			i++
		case ';':
			all = append(all, code[from:i])
			from = i + 1
		}
	}
	return append(all, code[min(from, len(code)):])
}

func skip(s string, i int, end byte) int {
	if j := strings.IndexByte(s[i+1:], end); j >= 0 {
		return i + 1 + j
	}
	return len(s)
}

// choose returns the section for x and the sign to put in front of it; nil if x
// is shown as General. A section that only negative numbers reach shows them
// without their sign: it has one of its own, or means to have none.
func (f *Format) choose(x float64) (*section, string) {
	n := min(len(f.numbers), 3)
	for i, s := range f.numbers[:n] {
		op, limit := f.condition(i, n)
		if !fits(x, op, limit) {
			continue
		}
		below := op[0] == '<' && limit == 0 || op == "else" && n == 2 && f.numbers[0].splitsAtZero()
		if x >= 0 || below {
			return s, ""
		}
		return s, "-"
	}
	return nil, ""
}

// splitsAtZero reports whether what a first section leaves is what is below
// zero.
func (s *section) splitsAtZero() bool {
	return s.op == "" || s.limit == 0 && s.op[0] == '>'
}

// condition returns the condition of section i of n, its own or the one that the
// place in the row gives it; "else" is for what is left.
func (f *Format) condition(i, n int) (op string, limit float64) {
	s := f.numbers[i]
	switch {
	case s.op != "":
		return s.op, s.limit
	case i == n-1:
		return "else", 0
	case i == 1:
		return "<", 0
	case n == 2:
		return ">=", 0
	}
	return ">", 0
}

func fits(x float64, op string, limit float64) bool {
	switch op {
	case "<":
		return x < limit
	case "<=":
		return x <= limit
	case ">":
		return x > limit
	case ">=":
		return x >= limit
	case "=":
		return x == limit
	case "<>":
		return x != limit
	}
	return true
}

// blank reports whether the section shows nothing at all.
func (s *section) blank() bool {
	for _, t := range s.tokens {
		if t.kind != pad && !(t.kind == literal && strings.TrimSpace(t.text) == "") {
			return false
		}
	}
	return true
}

func (s *section) has(k kind) bool {
	for _, t := range s.tokens {
		if t.kind == k {
			return true
		}
	}
	return false
}

// isPlain reports whether the section is digits and groups only: "0", "#,##0 ".
func (s *section) isPlain() bool {
	for i, t := range s.tokens {
		if t.kind == comma && (i == 0 || s.tokens[i-1].kind != digit) {
			return false
		}
		if t.kind != digit && t.kind != pad && t.kind != comma {
			return t.kind == general0 && len(s.tokens) == 1
		}
	}
	return s.op == "" && s.places() == 1 && s.divisor() == 0
}

// places is the number of digits that are shown of every number.
func (s *section) places() int {
	n := 0
	for _, t := range s.tokens {
		if t.kind == digit && t.text == "0" {
			n++
		}
	}
	return n
}

// words returns what the section shows in words: "đ" of #,##0" đ". Signs and
// brackets alone are none.
func (s *section) words() string {
	if s.date {
		return ""
	}
	var b strings.Builder
	for _, t := range s.tokens {
		if t.kind == literal {
			b.WriteString(t.text)
		} else {
			b.WriteByte(' ')
		}
	}
	words := strings.Join(strings.Fields(b.String()), " ")
	if !strings.ContainsFunc(words, isWordSign) {
		return ""
	}
	return strings.Trim(words, "-() ")
}

func parseLimit(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return x
}
