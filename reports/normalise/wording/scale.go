package wording

import (
	"strings"

	"ccbreport/reports/normalise/grid"
	"ccbreport/reports/viet"
)

// Scale tells the scale of money that the name of a row or a column gives:
// "Tổng chân quỹ (nghìn đồng)", "Ủng hộ, ĐVT: triệu đồng". The innermost name
// that gives one counts: 1000, 1000000; 0 if none does. It is asked for amounts only.
func Scale(u *viet.Units, labels ...string) int64 {
	for i := len(labels) - 1; i >= 0; i-- {
		if len(labels[i]) > grid.LongestLabel {
			continue
		}
		_, inner := Bracket(strings.TrimRight(labels[i], " :"))
		if unit, scale, ok := u.UnitWord(inner); ok && MoneyScale(unit, scale) > 0 {
			return scale
		}
		if scale, ok := moneyWords(u, labels[i]); ok {
			return scale
		}
	}
	return 0
}

// moneyWords finds the words for thousands or millions of đồng anywhere in a
// text. An amount ("vay trên 50 triệu đồng") is no scale.
func moneyWords(u *viet.Units, s string) (int64, bool) {
	words := strings.Fields(parting.Replace(s))
	if !names(words, "đ") {
		return 0, false
	}
	for i := range words {
		for n := min(3, len(words)-i); n > 0; n-- {
			unit, scale, ok := u.UnitWord(strings.Join(words[i:i+n], " "))
			if ok && scale > 1 && MoneyScale(unit, scale) > 0 && !(i > 0 && endsInDigit(words[i-1])) && names(words[i:i+n], "đ") {
				return scale, true
			}
		}
	}
	return 0, false
}

// parting are the signs between words.
var parting = strings.NewReplacer("(", " ", ")", " ", ":", " ", ",", " ", ";", " ")

// names reports whether the words say đồng, and not only "nghìn" or "triệu",
// which count anything.
func names(words []string, letter string) bool {
	return strings.Contains(strings.ToLower(strings.Join(words, " ")), letter)
}

func endsInDigit(s string) bool {
	return s != "" && '0' <= s[len(s)-1] && s[len(s)-1] <= '9'
}

// NamesMeasure reports whether a line is about the unit of what is below it.
func NamesMeasure(s string) bool {
	return strings.Contains(viet.Expand(viet.Key(s)), "đơn vị")
}

// MoneyScale is the scale that a unit gives to money, 0 for any other unit.
func MoneyScale(unit string, scale int64) int64 {
	if viet.IsMoneyUnit(unit) {
		return scale
	}
	return 0
}

// ScaleOver reads the unit of money that a cell gives to all that stands below it: "Đơn
// vị tiền: nghìn đồng", "ĐVT triệu đồng", "(nghìn đồng)".
func ScaleOver(c *grid.Cell) (int64, bool) {
	unit, scale, ok := c.StandingUnit()
	if _, after, found := strings.Cut(c.Clean, ":"); !ok && found && NamesMeasure(c.Clean) {
		unit, scale, ok = c.Units().UnitWord(strings.Trim(viet.Clean(after), " ()[]."))
	}
	if !ok && NamesMeasure(c.Clean) {
		scale, ok = moneyWords(c.Units(), c.Clean)
		unit = "đồng"
	}
	return scale, ok && unit == "đồng"
}
