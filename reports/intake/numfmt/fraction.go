package numfmt

import (
	"math"
	"strconv"
	"strings"
)

// fraction returns the index of the stroke of "# ?/?", 0 if there is none.
func (s *section) fraction() int {
	for i, t := range s.tokens {
		if t.kind == slash && i > 0 && s.tokens[i-1].kind == digit {
			return i
		}
	}
	return 0
}

// mostParts bounds the denominators that are tried.
const mostParts = 9999

// showFraction shows x with the stroke at index i: a whole number if there are
// places for one, and the nearest fraction whose denominator has room.
func (s *section) showFraction(x float64, i int) string {
	from := i
	for from > 0 && s.tokens[from-1].kind == digit {
		from--
	}
	to, fixed := s.denominator(i + 1)
	head := s.tokens[:from]
	mixed := s.layout(head).whole > 0
	whole := 0.0
	if mixed {
		whole = math.Floor(x)
	}
	num, den := nearest(x-whole, to-i-1, fixed)
	if mixed && num == den {
		whole, num = whole+1, 0
	}
	var b strings.Builder
	b.WriteString(s.lay(head, newDecimal(whole), whole))
	if mixed && num == 0 && whole == 0 {
		b.WriteByte('0')
	}
	if num > 0 || !mixed {
		b.WriteString(strconv.FormatInt(num, 10) + "/" + strconv.FormatInt(den, 10))
	}
	b.WriteString(s.lay(s.tokens[to:], decimal{}, 0))
	return b.String()
}

// denominator returns where the denominator ends, and its number if it is given.
func (s *section) denominator(from int) (to int, fixed int64) {
	to = from
	for to < len(s.tokens) && s.tokens[to].kind == digit {
		to++
	}
	if to == from && to < len(s.tokens) && s.tokens[to].kind == parts {
		if n, err := strconv.ParseInt(s.tokens[to].text, 10, 32); err == nil && n > 0 {
			return to + 1, n
		}
	}
	return to, 0
}

// nearest returns the fraction nearest to x with a denominator of at most so
// many digits, or of the given one.
func nearest(x float64, digits int, fixed int64) (num, den int64) {
	if fixed > 0 {
		return int64(math.Round(x * float64(fixed))), fixed
	}
	most := min(int64(math.Pow(10, float64(min(digits, 6))))-1, mostParts)
	num, den = int64(math.Round(x)), 1
	best := math.Abs(x - float64(num))
	for d := int64(2); d <= most && best > 1e-15; d++ {
		n := math.Round(x * float64(d))
		if off := math.Abs(x - n/float64(d)); off < best-1e-15 {
			num, den, best = int64(n), d, off
		}
	}
	return num, den
}
