package compose

import (
	"strconv"
	"strings"

	"ccbreport/reports"
)

// Lists returns the figures that words bear: awards counted by their form, and
// the paragraphs that the template prints as lessons. Each line is one
// contribution of 1; its Text is the line. Awards of years outside the span do
// not count, as in the text.
func (t *Template) Lists(in Input) map[string]reports.Figure {
	c := &composer{ledger: newLedger(), t: t, in: in}
	c.words = c.fill()
	lists := map[string]reports.Figure{}
	for _, a := range c.within(in.Awards) {
		if code := t.cat.AwardCode(a); code != "" {
			c.list(lists, code, awardLine(a), a.At)
		}
	}
	for _, s := range t.slots {
		if s.list == "" {
			continue
		}
		for _, p := range c.words[s.names[0]] {
			c.list(lists, s.list, p.Text, p.At)
		}
	}
	return lists
}

func (c *composer) list(lists map[string]reports.Figure, code, text string, at reports.Cell) {
	f := lists[code]
	f.Code, f.Period = code, c.in.Span
	f.From = append(f.From, reports.Contribution{
		Unit: reports.Ward, Period: c.in.Span,
		Entry: reports.Entry{Code: code, Value: reports.Int(1), At: at, Text: text, Source: reports.FromTable},
	})
	f.Value = reports.Int(int64(len(f.From)))
	lists[code] = f
}

// awardLine is an award in one line: "2018, Bằng khen, Thành ủy, thành tích …".
func awardLine(a reports.Award) string {
	var parts []string
	if a.Year > 0 {
		parts = append(parts, strconv.Itoa(a.Year))
	}
	for _, s := range []string{a.Form, a.Giver, a.For} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}
