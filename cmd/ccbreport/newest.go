package main

import (
	"bufio"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/archive"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward"
	"ccbreport/reports/ward/say"
)

// What cannot be taken back is done to the newest draft only on a person's word: on a
// terminal he is asked, anywhere else the edition has to be named.

// toApprove is the draft to be approved, with what was still to be said of it in the flags.
func (t *tui) toApprove(w *ward.Ward, f *flags, ids []string) (string, error) {
	missing := f.number == "" || f.date == "" || len(ids) > 0 && f.code == "" && w.WantsCode(ids[0])
	switch {
	case len(ids) > 0 && (!missing || !t.asks()):
		return ids[0], nil
	case len(ids) > 0:
		return ids[0], t.askWords(w, f, ids[0], bufio.NewScanner(t.in))
	}
	c, err := w.Newest(f.report)
	switch {
	case err != nil:
		return "", err
	case c.Final != nil:
		return "", approvedNewest.With(c.Edition)
	case !t.asks():
		return "", nothingNamed.With("approve", c.Edition, "approve "+c.Edition+t.Say(approveRest))
	}
	lines := bufio.NewScanner(t.in)
	pages, made := strconv.Itoa(c.Pages), c.Made.Format("02/01/2006")
	t.tell(askDraft, c.Edition, pages, made)
	if err := t.askWords(w, f, c.Edition, lines); err != nil {
		return "", err
	}
	t.tell(askApprove, c.Edition, pages, made, f.number, f.date)
	if c.Sends && !f.noSend {
		t.tell(askSends, strings.Join(c.To, ", "))
	}
	return c.Edition, t.agreed(lines)
}

// toRelease is the draft whose final is to be sent.
func (t *tui) toRelease(w *ward.Ward, f *flags, ids []string) (string, error) {
	if len(ids) > 0 {
		return ids[0], nil
	}
	c, err := w.Newest(f.report)
	switch {
	case err != nil:
		return "", err
	case c.Final == nil: // nothing goes out, and release says why
		return c.Edition, nil
	case !t.asks():
		return "", nothingNamed.With("release", c.Edition, "release "+c.Edition)
	case len(c.To) == 0: // as above
		return c.Edition, nil
	}
	t.tell(askRelease, c.Final.Edition, strconv.Itoa(c.Final.Pages), strings.Join(c.To, ", "))
	return c.Edition, t.agreed(bufio.NewScanner(t.in))
}

// askWords asks for the code of a draft where it takes one, for number and date, as far as
// the flags do not give them, until they are some. Who leaves off stops the verb.
func (t *tui) askWords(w *ward.Ward, f *flags, id string, lines *bufio.Scanner) error {
	type asked struct {
		line say.Text
		into *string
		good func(string) error
	}
	var all []asked
	if w.WantsCode(id) {
		all = append(all, asked{askCode, &f.code, func(s string) error { return w.RightCode(id, s) }})
	}
	for _, ask := range append(all, []asked{
		{askNumber, &f.number, func(s string) error { return ward.Approval{Number: s, Date: 1}.Complete("") }},
		{askDate, &f.date, func(s string) error { _, err := flagDay("--date", s); return err }},
	}...) {
		for *ask.into == "" {
			t.tell(ask.line, archive.Version(id))
			said, more := nextLine(lines)
			if !more {
				return say.ErrInterrupted
			}
			if err := ask.good(said); err != nil {
				t.end(err) // told; asked again
				continue
			}
			*ask.into = said
		}
	}
	if day, err := flagDay("--date", f.date); err == nil {
		f.date = viet.Date(day)
	}
	return nil
}

// agreed asks for a person's word. Without it nothing is done.
func (t *tui) agreed(lines *bufio.Scanner) error {
	t.tell(askAgreeLine)
	said, _ := nextLine(lines)
	if slices.Contains([]string{"c", "co", "dong y", "y", "yes"}, viet.Bare(viet.Key(said))) {
		return nil
	}
	return say.ErrInterrupted
}
