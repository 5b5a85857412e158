package normalise

import (
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/intake"
	"ccbreport/reports/viet"
)

// What the eye sees is what is counted: a raised 1 behind a 6 is a mark and no
// digit, what is struck out or lies under a merge is not there.

// seen returns the cell as a person reads it, and what is set apart in it: runs
// that are struck out, and raised or lowered ones that are no exponent.
func seen(c *intake.Cell) (intake.Cell, string) {
	if c.Runs == nil {
		return *c, ""
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

// gone reports whether nobody who looks at the sheet sees a cell as a value, with
// the code of the finding that asks about it.
func (c *cell) gone() string {
	switch {
	case c.Look == nil:
	case c.Look.Covered:
		return "cell.covered"
	case c.Look.Struck:
		return "cell.struck"
	case c.Look.Hides:
		return "cell.invisible"
	}
	return ""
}

// shown is what a person sees in a cell.
func (c *cell) shown() string {
	if c.Look != nil && c.Look.Shown != "" {
		return c.Look.Shown
	}
	return c.text
}

// askGone names a value that nobody sees: it counts only when a person says so.
func (r *reader) askGone(code string, c *cell, p place, period reports.Period) {
	at := p.grid.at(c)
	r.find(code, p.unit, reports.Args{"text": c.shown(), "indicator": p.ind.Name}, at)
	c.fate = fateNamed
	value := reports.Value{}
	if v, err := viet.FromRaw(c.Text); err == nil && c.number() {
		if value = v; p.ind.Money() {
			value, _ = v.Scale(max(p.scale, 1))
		}
	}
	r.unread(p, c, period, value)
}
