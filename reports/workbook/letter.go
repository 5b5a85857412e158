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
	Files    []string // that came from it, where nothing could be counted
	Faults   []Fault
}

// mostFaults is how many faults a letter spells out.
const mostFaults = 12

// Text writes the letter, ready to paste.
func (l Letter) Text(words *Words) string {
	w := words.Letter
	lines := []string{fill(w.Open, "unit", l.Unit.Name), ""}
	if l.Received {
		lines = append(lines, fill(w.Thanks, "ward", l.Ward))
	} else {
		lines = append(lines, l.absent(w))
	}
	if !l.Received && len(l.Faults) == 0 {
		return strings.Join(append(lines, w.Send, "", w.Sorry), "\n") + "\n"
	}
	lines = append(lines, l.faults(w)...)
	return strings.Join(append(lines, "", w.Close), "\n") + "\n"
}

// absent says that no figure came, and of files that did what is the matter.
func (l Letter) absent(w letterWords) string {
	said := w.Missing
	if len(l.Files) > 0 {
		said = w.Came
	}
	text := fill(said, "ward", l.Ward, "files", strings.Join(l.Files, ", "), "from", viet.Date(l.Span.From), "to", viet.Date(l.Span.Last()))
	switch {
	case len(l.Files) > 0 && len(l.Faults) > 0:
		return text + " " + w.See
	case len(l.Files) > 0:
		text += " " + w.Only
	}
	if l.Due != 0 {
		text += " " + fill(w.Due, "day", viet.Date(l.Due))
	}
	return text
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

// mostCells is how many places of a fault a letter names.
const mostCells = 4

// told is one fault in one line: what, where, what to do.
func (f Fault) told(w letterWords) string {
	parts := []string{f.Message}
	var cells []string
	sheet := ""
	for _, c := range reports.Spans(f.At) {
		switch first, last, span := strings.Cut(c.Addr, ":"); {
		case c.Addr == "":
		case len(cells) == mostCells:
			cells = append(cells, "…")
		case len(cells) > mostCells:
		case span:
			cells, sheet = append(cells, fill(w.Until, "first", first, "last", last)), c.Sheet
		default:
			cells, sheet = append(cells, c.Addr), c.Sheet
		}
	}
	if len(cells) > 1 || len(cells) == 1 && !strings.Contains(strings.ToLower(f.Message), "ô "+strings.ToLower(cells[0])) {
		parts = append(parts, fill(w.At, "sheet", sheet, "cells", strings.Join(cells, ", ")))
	}
	return strings.Join(append(parts, f.Hint), " ")
}
