package workbook

import (
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/viet"
)

func itoa(n int) string { return strconv.Itoa(n) }

// A Letter is what one branch is told, short enough for a telephone.
type Letter struct {
	Unit     reports.Unit
	Ward     string // name of the ward's organisation, as people say it
	Span     reports.Period
	Due      reports.Day // 0: none is set
	Received bool
	Faults   []Fault
}

// mostFaults is how many faults a letter spells out.
const mostFaults = 12

// Text writes the letter, ready to paste.
func (l Letter) Text(words *Words) string {
	w := words.Letter
	lines := []string{fill(w.Open, "unit", l.Unit.Name), ""}
	if !l.Received {
		text := fill(w.Missing, "ward", l.Ward, "from", viet.Date(l.Span.From), "to", viet.Date(l.Span.Last()))
		if l.Due != 0 {
			text += " " + fill(w.Due, "day", viet.Date(l.Due))
		}
		lines = append(lines, text)
		if len(l.Faults) == 0 {
			return strings.Join(append(lines, w.Send, "", w.Sorry), "\n") + "\n"
		}
	} else {
		lines = append(lines, fill(w.Thanks, "ward", l.Ward))
	}
	lines = append(lines, l.faults(w)...)
	return strings.Join(append(lines, "", w.Close), "\n") + "\n"
}

// faults spells the faults out, what blocks first, numbered through.
func (l Letter) faults(w letterWords) []string {
	var lines []string
	n := 0
	for _, group := range []struct {
		severity reports.Severity
		head     string
	}{{reports.Blocking, w.Must}, {reports.Warning, w.Should}} {
		first := true
		for _, f := range l.Faults {
			if f.Severity != group.severity {
				continue
			}
			if n++; n > mostFaults {
				continue
			}
			if first {
				lines = append(lines, "", group.head)
				first = false
			}
			lines = append(lines, itoa(n)+". "+f.told(w))
		}
	}
	if n > mostFaults {
		lines = append(lines, fill(w.More, "count", itoa(n-mostFaults)))
	}
	return lines
}

// told is one fault in one line: what, where, what to do.
func (f Fault) told(w letterWords) string {
	parts := []string{f.Message}
	var cells []string
	sheet := ""
	for _, c := range f.At {
		if c.Addr != "" && len(cells) < 4 {
			cells, sheet = append(cells, c.Addr), c.Sheet
		}
	}
	if len(cells) > 1 || len(cells) == 1 && !strings.Contains(strings.ToLower(f.Message), "ô "+strings.ToLower(cells[0])) {
		if len(f.At) > len(cells) {
			cells = append(cells, "…")
		}
		parts = append(parts, fill(w.At, "sheet", sheet, "cells", strings.Join(cells, ", ")))
	}
	return strings.Join(append(parts, f.Hint), " ")
}
