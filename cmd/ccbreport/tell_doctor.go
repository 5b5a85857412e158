package main

import (
	"context"
	"strings"

	"ccbreport/reports/ward/say"
)

// examineMachine is the verb doctor.
func examineMachine(ctx context.Context, t *tui, f *flags) error {
	w, err := f.open(t)
	if err != nil {
		return err
	}
	h, err := w.Doctor(ctx, f.sendTest)
	if !say.HasAnswer(err) {
		return err
	}
	if t.json {
		t.print(h)
		return err
	}
	for _, c := range h.Checks {
		switch {
		case c.OK && c.Hint == "":
			t.line(doctorGood, c.Detail)
		case c.OK:
			t.line(doctorLook, c.Detail, c.Hint)
		default:
			t.line(doctorBad, strings.TrimSpace(c.Detail), strings.TrimLeft(c.Hint, " →"))
		}
	}
	return err
}
