package grid

import (
	"errors"
	"regexp"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// numberedLine is the line of a list: "2. Chi hội thôn Hạ".
var numberedLine = regexp.MustCompile(`^\d{1,2}[.)]\s+\p{L}`)

// IsQuantity reports whether a text is meant as a quantity, also one that cannot
// be read for sure.
func IsQuantity(u *viet.Units, s string) bool {
	return !isDate(s) && IsValue(u, s)
}

func isDate(s string) bool {
	_, ok := viet.ParseDate(s, 0)
	return ok
}

// IsValue reports whether a text is meant as a quantity or a date, also one that
// cannot be read for sure: "50.700.00" is data, not a name.
func IsValue(u *viet.Units, s string) bool {
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	if isDate(s) {
		return true
	}
	if !mayCount(s) {
		return false
	}
	_, err := u.Quantities(s, "")
	return meant(err)
}

// mayCount reports whether a text has a digit that does not only number a line.
func mayCount(s string) bool {
	return strings.ContainsAny(s, "0123456789") && !numberedLine.MatchString(s)
}

// meant reports whether a text is meant as a figure, by the error of reading it.
func meant(err error) bool {
	var bad *viet.NumberError
	return err == nil || errors.As(err, &bad) && bad.Reason != "not-a-number" && bad.Reason != "text-around"
}

// IsBareUnit reports whether a text where a value may stand is a unit: "1.000.000
// đồng" is one in a head or a column of units, here it is an amount.
func IsBareUnit(u *viet.Units, s string) bool { return u.Is(s) && !IsQuantity(u, s) }

// standingUnit reads a unit that stands by itself, beside a figure or above a
// table. An amount is none, but for "1.000 đồng": nobody gives so little.
func standingUnit(u *viet.Units, s string) (unit string, scale int64, ok bool) {
	unit, scale, ok = u.UnitWord(s)
	bracketed := strings.HasPrefix(s, "(") || strings.HasPrefix(s, "[")
	return unit, scale, ok && (scale == 1000 || bracketed || !IsQuantity(u, s))
}
