package viet

import (
	"regexp"
	"strconv"
	"strings"

	"ccbreport/reports"
)

// excelDigits is how many significant digits Excel keeps and shows. What a
// workbook stores beyond them is the noise of binary fractions.
const excelDigits = 15

var rawShape = regexp.MustCompile(`^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$`)

// FromRaw turns the stored text of a numeric cell ("46", "0.9934", "1E3",
// "0.30000000000000004") into an exact value, rounded to fifteen significant
// digits, half away from zero. What is no decimal numeral (NaN, Inf) or does
// not fit into 64 bits is a *[NumberError].
func FromRaw(raw string) (reports.Value, error) {
	m := rawShape.FindStringSubmatch(strings.TrimSpace(raw))
	if m == nil || m[2]+m[3] == "" || len(raw) > 400 {
		return reports.Value{}, &NumberError{"not-a-number", raw}
	}
	exponent, _ := strconv.Atoi(m[4])
	digits, exponent := round15(m[2]+m[3], exponent-len(m[3]))
	num, err := strconv.ParseInt(m[1]+digits, 10, 64)
	switch {
	case err != nil, exponent < -18, exponent > 18:
		return reports.Value{}, &NumberError{"too-large", raw}
	case exponent < 0:
		return reports.Ratio(num, pow10(-exponent)), nil
	}
	v := num * pow10(exponent)
	if v/pow10(exponent) != num {
		return reports.Value{}, &NumberError{"too-large", raw}
	}
	return reports.Int(v), nil
}

// round15 returns digits × 10^exponent with at most fifteen digits and without
// noughts at the ends; nought itself is "0" with exponent 0.
func round15(digits string, exponent int) (string, int) {
	digits = strings.TrimLeft(digits, "0")
	if len(digits) > excelDigits {
		exponent += len(digits) - excelDigits
		up := digits[excelDigits] >= '5'
		n, _ := strconv.ParseInt(digits[:excelDigits], 10, 64)
		if up {
			n++
		}
		digits = strconv.FormatInt(n, 10)
	}
	trimmed := strings.TrimRight(digits, "0")
	if trimmed == "" {
		return "0", 0
	}
	return trimmed, exponent + len(digits) - len(trimmed)
}
