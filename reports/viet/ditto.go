package viet

import "strings"

// dittoSigns say "as above" of whatever stands above or before.
var dittoSigns = map[string]bool{
	`"`: true, `""`: true, `''`: true, "〃": true, `-"-`: true,
	"nt": true, "-nt-": true, "- nt -": true, "n.t": true, "như trên": true, "nhu tren": true,
}

// dittoTimes say it of the period before.
var dittoTimes = func() map[string]bool {
	m := map[string]bool{"như cũ": true}
	for _, time := range []string{"kỳ", "quý", "tháng", "năm", "lần"} {
		m["như "+time+" trước"] = true
	}
	return m
}()

// IsDittoUnit reports whether a text in a column of units says "the unit above":
// nt, -nt-, ", ″, như trên.
func IsDittoUnit(s string) bool { return dittoSigns[short(s)] }

// IsDitto reports whether a text in place of a figure says "as before": what
// [IsDittoUnit] knows, and "như kỳ trước". Which cell is meant is for the caller
// to say.
func IsDitto(s string) bool {
	text := short(s)
	return dittoSigns[text] || dittoTimes[text]
}

// IsTick reports whether a text says yes and no number: x, v, ✓, ✔, "có".
func IsTick(s string) bool {
	switch short(s) {
	case "x", "v", "✓", "✔", "√", "☑", "có", "co":
		return true
	}
	return false
}

// short folds a text that is no longer than a mark or a few words.
func short(s string) string {
	if len(s) > 40 {
		return ""
	}
	return strings.TrimRight(fold(s), " .")
}
