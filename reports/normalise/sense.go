package normalise

import (
	"errors"
	"regexp"
	"strings"
	"unicode"

	"ccbreport/reports/viet"
)

// A sense is what the grammar of numbers and units makes of the text of a cell.
type sense struct {
	figure bool   // it is meant as one, also if it cannot be read for sure
	unit   string // of the first figure; "%" of a fraction
	bare   bool   // it is a unit and nothing else
}

// sense asks the grammar about the text of a cell, once: the same cell is looked at as
// a value, as a label and as what stands beside one.
func (c *cell) sense() *sense {
	if c.meaning == nil {
		qs, err := c.units.Quantities(c.text, "")
		c.meaning = &sense{figure: meant(err), bare: c.units.Is(c.text)}
		switch {
		case err != nil || len(qs) == 0:
		case qs[0].Fraction:
			c.meaning.unit = "%"
		default:
			c.meaning.unit = qs[0].Unit
		}
	}
	return c.meaning
}

// numberedLine is the line of a list: "2. Chi hội thôn Hạ".
var numberedLine = regexp.MustCompile(`^\d{1,2}[.)]\s+\p{L}`)

// isQuantity reports whether a text is meant as a quantity, also one that cannot
// be read for sure.
func isQuantity(u *viet.Units, s string) bool {
	return !isDate(s) && isValue(u, s)
}

func isDate(s string) bool {
	_, ok := viet.ParseDate(s, 0)
	return ok
}

// isValue reports whether a text is meant as a quantity or a date, also one that
// cannot be read for sure: "50.700.00" is data, not a name.
func isValue(u *viet.Units, s string) bool {
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
