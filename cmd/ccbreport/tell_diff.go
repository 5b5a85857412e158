package main

import (
	"strconv"

	"ccbreport/reports/ward"
	"ccbreport/reports/ward/history"
)

// compareEditions is the verb diff.
func compareEditions(t *tui, f *flags, before, after string) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	diff, err := w.Diff(before, after)
	if err != nil {
		return err
	}
	if t.json {
		t.print(diff)
		return nil
	}
	t.line(diffHead, before, after)
	if len(diff.Figures) == 0 && len(diff.Sentences) == 0 {
		t.line(diffNone)
		return nil
	}
	t.tellChanges(diff)
	return nil
}

// tellChanges writes what changed for people: a figure of the whole span with
// its cells, one of a sub-period in a line.
func (t *tui) tellChanges(diff ward.Difference) {
	if len(diff.Figures) > 0 {
		t.line(diffFigures)
	}
	for _, f := range diff.Figures {
		if f.Period != nil {
			t.line(diffPart, f.Name, periodWords(*f.Period), f.ShownBefore, f.ShownAfter)
			continue
		}
		t.line(diffFigure, f.Name, f.Code, f.ShownBefore, f.ShownAfter)
		for _, c := range f.Cells {
			t.tellCell(c)
		}
	}
	t.line(diffSentences, strconv.Itoa(len(diff.Sentences)))
	for _, s := range diff.Sentences {
		t.line(diffWhere, s.Section)
		if s.Before != "" {
			t.line(diffBefore, s.Before)
		}
		if s.After != "" {
			t.line(diffAfter, s.After)
		}
	}
}

func (t *tui) tellCell(c history.CellChange) {
	switch {
	case c.Before == nil:
		t.line(diffCame, c.After.At().String(), short(c.After.Text), t.about(c.After))
	case c.After == nil && c.Why != "":
		t.line(diffLeft, c.Before.At().String(), short(c.Before.Text), t.about(c.Before), c.Words)
	case c.After == nil:
		t.line(diffWent, c.Before.At().String(), short(c.Before.Text), t.about(c.Before))
	case c.Before.At() == c.After.At():
		t.line(diffCell, c.After.At().String(), short(c.Before.Text), short(c.After.Text), t.about(c.After))
	default:
		t.line(diffMoved, c.Before.At().String(), short(c.Before.Text), c.After.At().String(), short(c.After.Text), t.about(c.After))
	}
}

// about says whose number it is, and of which period.
func (t *tui) about(e *history.Entry) string {
	return t.unitName(*e) + ", " + periodWords(e.Span)
}
