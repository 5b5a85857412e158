package viet

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"ccbreport/reports"
)

// Int writes a whole number with its thousands parted by dots: 1.862.
func Int(n int64) string { return grouped(strconv.FormatInt(n, 10)) }

func grouped(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	var out strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte('.')
		}
		out.WriteRune(d)
	}
	return sign + out.String()
}

// Money writes an amount in full: 86.791.000 đồng.
func Money(n int64) string { return Int(n) + " " + dong }

// Decimal writes a value with at most the given number of decimals, rounded
// half away from zero, without noughts at the end: 12,5. An unknown value is "".
func Decimal(v reports.Value, places int) string {
	if !v.Known() {
		return ""
	}
	return decimalText(roundedAt(v, places), places)
}

// Percent writes a ratio as a percentage with at most two decimals: 99,34%.
// "100%" is only what is whole: 19999/20000 is 99,99%. An unknown value is "".
func Percent(v reports.Value) string {
	if !v.Known() {
		return ""
	}
	return decimalText(percentHundredths(v), 2) + "%"
}

// RoundedPercent returns a ratio as Percent writes it: 9999/10000 for 99,99%. It is
// unknown where v is, or where it does not fit.
func RoundedPercent(v reports.Value) reports.Value {
	if !v.Known() {
		return v
	}
	hundredths := percentHundredths(v)
	if !hundredths.IsInt64() {
		return reports.Value{}
	}
	return reports.Ratio(hundredths.Int64(), 100*100)
}

// percentHundredths are the hundredths of a percent of a ratio.
func percentHundredths(v reports.Value) *big.Int {
	hundredths := roundedAt(v, 4)
	if hundredths.Cmp(big.NewInt(10000)) == 0 && v.Num != v.Den {
		away := int64(-1)
		if v.Num > v.Den {
			away = 1
		}
		hundredths.Add(hundredths, big.NewInt(away))
	}
	return hundredths
}

// Digits writes a value as machines read it, with a point and at most two decimals,
// rounded half away from zero: 99.34. An unknown value is "".
func Digits(v reports.Value) string {
	if !v.Known() {
		return ""
	}
	return strings.NewReplacer(".", "", ",", ".").Replace(decimalText(roundedAt(v, 2), 2))
}

// roundedAt returns v × 10^places, rounded half away from zero.
func roundedAt(v reports.Value, places int) *big.Int {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	num := scale.Mul(scale, big.NewInt(v.Num))
	negative := num.Sign() < 0
	den := big.NewInt(v.Den)
	// (2|num| + den) / 2den rounds half up.
	num.Abs(num).Lsh(num, 1).Add(num, den)
	num.Quo(num, den.Lsh(den, 1))
	if negative {
		num.Neg(num)
	}
	return num
}

// decimalText writes n / 10^places.
func decimalText(n *big.Int, places int) string {
	digits := new(big.Int).Abs(n).String()
	if len(digits) <= places {
		digits = strings.Repeat("0", places+1-len(digits)) + digits
	}
	whole, frac := digits[:len(digits)-places], strings.TrimRight(digits[len(digits)-places:], "0")
	out := grouped(whole)
	if frac != "" {
		out += "," + frac
	}
	if n.Sign() < 0 {
		out = "-" + out
	}
	return out
}

// Date writes a day in figures as Decree 30/2020 has it: days below ten and the
// months 1 and 2 have a leading nought, other months none: 30/6/2020,
// 01/01/2017. The unknown day is "".
func Date(d reports.Day) string {
	if d == 0 {
		return ""
	}
	year, month, day := d.Date()
	return fmt.Sprintf("%02d/%s/%d", day, monthText(month), year)
}

// LongDate writes a day in words, by the same rule: ngày 05 tháng 7 năm 2028.
func LongDate(d reports.Day) string {
	if d == 0 {
		return ""
	}
	year, month, day := d.Date()
	return fmt.Sprintf("ngày %02d tháng %s năm %d", day, monthText(month), year)
}

func monthText(month int) string {
	if month <= 2 {
		return fmt.Sprintf("%02d", month)
	}
	return strconv.Itoa(month)
}

// Roman writes 1 to 3999 in Roman numerals; other numbers in digits.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, step := range []struct {
		value int
		text  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= step.value; n -= step.value {
			out.WriteString(step.text)
		}
	}
	return out.String()
}

// Ordinal writes the word that begins a numbered item, "Một" of "Một là".
func Ordinal(n int) string {
	if n < 0 {
		return strconv.Itoa(n)
	}
	return Sentence(spell(int64(n)))
}

// letters are those that Decree 30/2020 numbers its points with.
var letters = strings.Fields("a b c d đ e g h i k l m n o p q r s t u v x y")

// Letter returns the letter of point n, counted from 1; after y come aa, ab …
func Letter(n int) string {
	var out string
	for ; n > 0; n = (n - 1) / len(letters) {
		out = letters[(n-1)%len(letters)] + out
	}
	return out
}
