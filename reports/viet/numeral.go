package viet

import (
	"regexp"
	"strconv"
	"strings"

	"ccbreport/reports"
)

// A use says what a mark before three digits means.
type use int

const (
	ask        use = iota // cannot be told
	group                 // parts thousands
	groupDoubt            // parts thousands, with a doubt
	decimal               // begins the decimals
)

// marks are the rules by which a numeral is read. They depend on what it
// counts: "1.862" people is a whole number, "1.862" percent may be anything.
type marks struct {
	dot   use    // one dot before three digits
	comma use    // one comma before three digits; never told to part thousands
	whole bool   // a fraction is refused
	doubt string // for a dot that begins the decimals
}

var (
	wholeMarks    = marks{group, ask, true, "dot-decimal"} // "1,500": 1500 of an English keyboard, or 1,5 carelessly typed
	percentMarks  = marks{ask, decimal, false, "dot-percent"}
	millionMarks  = marks{ask, decimal, false, "dot-decimal"} // vạn, triệu, tỷ: 47.812 triệu is met in both meanings
	thousandMarks = marks{groupDoubt, ask, false, "dot-decimal"}
	measureMarks  = marks{groupDoubt, ask, false, "dot-decimal"}
	unknownMarks  = marks{ask, ask, false, "dot-decimal"}
)

// marks chooses the rules for what is counted.
func (m measure) marks() marks {
	switch {
	case m.scale > 1000:
		return millionMarks
	case m.scale > 1:
		return thousandMarks
	case m.unit == "":
		return unknownMarks
	case m.unit == percent:
		return percentMarks
	case m.fine:
		return measureMarks
	}
	return wholeMarks
}

// scaled is the measure of a number with a scale word of its own.
func (m measure) scaled(scale int64) measure {
	m.scale = scale
	return m
}

var (
	dotShape     = regexp.MustCompile(`^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`)
	commaShape   = regexp.MustCompile(`^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$`)
	spaceShape   = regexp.MustCompile(`^[1-9]\d{0,2}(?:( \d{3})+|('\d{3})+)(,\d+)?$`)
	decimalShape = regexp.MustCompile(`^\d+[.,]\d+$`)
)

// readNumeral reads digits with their marks. The reason is "" or a code of
// [NumberError].
func readNumeral(text string, m marks) (v reports.Value, doubt, reason string) {
	dots, commas := strings.Count(text, "."), strings.Count(text, ",")
	switch {
	case isDigits(text):
		if len(text) > 3 && text[0] == '0' {
			return v, "", "leading-nought"
		}
		return m.value(text, "", "")
	case dots == 1 && commas == 0 && dotShape.MatchString(text):
		return m.lone(text, m.dot, "thousands-guess", "")
	case commas == 1 && dots == 0 && commaShape.MatchString(text):
		return m.lone(text, m.comma, "english-grouping", "")
	case dotShape.MatchString(text), spaceShape.MatchString(text):
		whole, frac, _ := strings.Cut(text, ",")
		return m.value(whole, frac, "")
	case commaShape.MatchString(text):
		whole, frac, _ := strings.Cut(text, ".")
		return m.value(whole, frac, "english-grouping")
	case decimalShape.MatchString(text):
		whole, frac, _ := strings.Cut(strings.Replace(text, ".", ",", 1), ",")
		if dots == 1 {
			doubt = m.doubt
		}
		return m.decimals(whole, frac, doubt)
	}
	return v, "", "bad-grouping"
}

// lone reads a numeral whose only mark stands before three digits.
func (m marks) lone(text string, u use, groupDoubted, decimalDoubted string) (reports.Value, string, string) {
	switch u {
	case group:
		return m.value(text, "", "")
	case groupDoubt:
		return m.value(text, "", groupDoubted)
	case decimal:
		whole, frac, _ := strings.Cut(text, ",")
		return m.decimals(whole, frac, decimalDoubted)
	}
	return reports.Value{}, "", "ambiguous"
}

// value is for grouped numerals: three decimals after whole groups may well be
// a fourth group typed with the other mark.
func (m marks) value(whole, frac, doubt string) (reports.Value, string, string) {
	if len(frac) == 3 && m.whole {
		return reports.Value{}, "", "ambiguous"
	}
	return m.decimals(whole, frac, doubt)
}

func (m marks) decimals(whole, frac, doubt string) (reports.Value, string, string) {
	frac = strings.TrimRight(frac, "0")
	if m.whole && frac != "" {
		return reports.Value{}, "", "fraction"
	}
	digits := strings.Map(func(r rune) rune {
		if isDigit(r) {
			return r
		}
		return -1
	}, whole+frac)
	num, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || len(frac) > 18 {
		return reports.Value{}, "", "too-large"
	}
	return reports.Ratio(num, pow10(len(frac))), doubt, ""
}

// pow10 returns 10^n for n up to 18.
func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
