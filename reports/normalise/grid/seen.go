package grid

import (
	"slices"
	"strings"

	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// What the eye sees is what is counted: a raised 1 behind a 6 is a mark and no
// digit, what is struck out or lies under a merge is not there.

// seen returns the cell as a person reads it, and what is set apart in it: runs
// that are struck out, and raised or lowered ones that are no exponent.
func seen(c *intake.Cell) (intake.Cell, string) {
	plain := slices.ContainsFunc(c.Runs, func(run intake.Run) bool { return !run.Raised && !run.Lowered && !run.Struck })
	if c.Kind != intake.Text || !plain {
		return *c, "" // one letter size throughout is no mark
	}
	var mark strings.Builder
	var kept []intake.Run
	for _, run := range c.Runs {
		switch {
		case run.Struck:
			mark.WriteString(run.Text)
		case (run.Raised || run.Lowered) && !exponent(kept, run.Text):
			mark.WriteString(run.Text)
		case run.Raised:
			kept = append(kept, intake.Run{Text: superscript(run.Text), Font: run.Font})
		default:
			kept = append(kept, run)
		}
	}
	if mark.Len() == 0 && !changed(c.Runs, kept) {
		return *c, ""
	}
	out := *c
	out.Runs, out.Text = kept, ""
	for _, run := range kept {
		out.Text += run.Text
	}
	return out, strings.TrimSpace(mark.String())
}

func changed(runs, kept []intake.Run) bool {
	if len(runs) != len(kept) {
		return true
	}
	for i := range runs {
		if runs[i].Text != kept[i].Text {
			return true
		}
	}
	return false
}

// exponent reports whether a raised text is the power of a length: the 2 of m².
func exponent(before []intake.Run, s string) bool {
	text := ""
	for _, run := range before {
		text += run.Text
	}
	s = strings.TrimSpace(s)
	return (s == "2" || s == "3") && strings.HasSuffix(strings.ToLower(text), "m")
}

func superscript(s string) string { return strings.NewReplacer("2", "²", "3", "³").Replace(s) }

// Comment is what a person wrote to the cell, without the name that Excel puts on
// the first line.
func (c *Cell) Comment() string {
	if c.Look == nil {
		return ""
	}
	text := c.Look.Comment
	if head, rest, ok := strings.Cut(text, "\n"); ok && strings.HasSuffix(strings.TrimSpace(head), ":") {
		text = rest
	}
	return viet.Clean(text)
}

// Gone tells why nobody who looks at the sheet sees a cell as a value, "" if it is
// seen: it is not counted then, and a person is asked.
func (c *Cell) Gone() string {
	switch {
	case c.Look == nil:
	case c.Look.Covered:
		return "covered"
	case c.Look.Struck:
		return "struck"
	case c.Look.Hides:
		return "hides"
	}
	return ""
}

// longestQuote, in runes, is enough to know a cell by.
const longestQuote = 120

// Quoted is what the eye sees of a cell, in the words of a finding.
func (c *Cell) Quoted() string {
	text := c.Clean
	switch {
	case c.Look != nil && c.Look.Shown != "":
		text = c.Look.Shown
	case c.IsNumber():
		text = strings.Replace(c.Text, ".", ",", 1)
		if c.Percent {
			text = c.Text
		}
	}
	return Shortened(text, longestQuote)
}

// Shortened is a text of at most n runes, with a mark where more of it was.
func Shortened(text string, n int) string {
	if len(text) <= n {
		return text
	}
	in := []rune(text)
	if len(in) <= n {
		return text
	}
	return string(in[:n]) + "…"
}
