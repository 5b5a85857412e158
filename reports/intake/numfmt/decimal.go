package numfmt

import (
	"strconv"
	"strings"
)

// A decimal is a number that is not below zero, by the 15 digits that
// spreadsheets calculate and round with: 2.675 is 2.68 to them, though the
// double is a little less. Its value is 0.digits × 10^point; zero has no digits.
type decimal struct {
	digits string
	point  int
}

func newDecimal(x float64) decimal {
	text := strconv.FormatFloat(x, 'e', 14, 64)
	mantissa, exp, ok := strings.Cut(text, "e")
	n, err := strconv.Atoi(exp)
	if !ok || err != nil {
		return decimal{}
	}
	digits := strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0")
	return decimal{digits, n + 1}
}

// shift multiplies by 10^n.
func (d decimal) shift(n int) decimal { return decimal{d.digits, d.point + n} }

// mostPlaces bounds what is written of one number: a format has no more places
// than that, and a double no more digits before the point.
const mostPlaces = 400

// round returns the digits before and after the point, rounded half away from
// zero; those before it without leading zeros, so none for 0.
func (d decimal) round(places int) (whole, part string) {
	at := d.point + places // digits that stay
	digits := d.digits
	switch {
	case digits == "" || at < 0 || d.point > mostPlaces:
		digits, at = "", 0
	case at < len(digits):
		up := digits[at] >= '5'
		digits = digits[:at]
		if up {
			digits, at = increment(digits, at)
		}
	}
	if pad := max(at, places) - len(digits); pad > 0 {
		if at < places {
			digits = strings.Repeat("0", places-at) + digits
		}
		digits += strings.Repeat("0", max(0, max(at, places)-len(digits)))
	}
	cut := len(digits) - places
	return strings.TrimLeft(digits[:cut], "0"), digits[cut:]
}

// increment adds one to the last digit; a carry makes one digit more.
func increment(digits string, at int) (string, int) {
	b := []byte(digits)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] != '9' {
			b[i]++
			return string(b), at
		}
		b[i] = '0'
	}
	return "1" + string(b), at + 1
}
