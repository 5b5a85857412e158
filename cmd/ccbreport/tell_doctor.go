package main

import (
	"context"
	"strconv"
	"strings"

	"ccbreport/reports/ward"
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
	t.tellHealth(h)
	return err
}

// tellHealth prints what is in order first and what is amiss last, where the eye is when
// the screen stands still, and how much there is of each.
func (t *tui) tellHealth(h ward.Health) {
	var good, look, bad []ward.Examined
	for _, c := range h.Checks {
		switch {
		case c.OK && c.Hint == "":
			good = append(good, c)
		case c.OK:
			look = append(look, c)
		default:
			bad = append(bad, c)
		}
	}
	for _, list := range []struct {
		line   say.Text
		checks []ward.Examined
	}{{doctorGood, good}, {doctorLook, look}, {doctorBad, bad}} {
		for _, c := range list.checks {
			t.line(list.line, indented(strings.TrimSpace(c.Detail)), indented(strings.TrimLeft(c.Hint, " →")))
		}
	}
	t.line(doctorSum, strconv.Itoa(len(bad)), strconv.Itoa(len(look)), strconv.Itoa(len(good)))
}

// indented puts the further lines of a text under its first.
func indented(s string) string { return strings.ReplaceAll(s, "\n", "\n       ") }
