package main

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
)

// noticeFile is what an officer meets beside the editions when something waits
// for a person. It does not depend on any mail arriving.
const noticeFile = "CAN-XU-LY.txt"

// errWaits ends a verb that is done while something waits for a person.
var errWaits = errors.New("something waits for a person")

// finish sends what is due, tells the officers what became of what went to the
// committee, and writes the notice. The first error is errWaits if something
// waits for a person, the second is what the machine could not do.
func (o *office) finish(ctx context.Context) (waits, err error) {
	for range 2 { // what is sent in the first round is told in the second
		if !o.conf.hasMail {
			break
		}
		if err := errors.Join(o.tidings(), o.flush(ctx)); err != nil {
			return nil, err
		}
	}
	if err := o.notice(); err != nil {
		return nil, err
	}
	if len(o.troubles) > 0 {
		return errWaits, nil
	}
	box, err := o.state.Outbox()
	if slices.ContainsFunc(box, func(d deliver.Delivery) bool { return waiting(d.State) }) {
		return errWaits, err
	}
	return nil, err
}

// flush sends what is due. A server that cannot be used as it is configured is
// trouble for a person, and no failure of the run: the letters stay.
func (o *office) flush(ctx context.Context) error {
	due, err := o.due()
	if err != nil || !due {
		return err
	}
	server, err := o.conf.server()
	var lacking *failure
	if errors.As(err, &lacking) {
		o.trouble(fill(lacking.message.vi, lacking.words), fill(lacking.hint.vi, lacking.words))
		return nil
	}
	if err != nil {
		return err
	}
	_, err = o.state.Flush(ctx, server, o.now)
	var config *deliver.ConfigError
	if errors.As(err, &config) {
		o.trouble(fill(mailBroken.vi, []string{config.Detail}), mailRepair[config.Reason].vi)
		return nil
	}
	return err
}

// due reports whether any letter is on its way.
func (o *office) due() (bool, error) {
	box, err := o.state.Outbox()
	return slices.ContainsFunc(box, func(d deliver.Delivery) bool {
		return d.State == deliver.Pending || d.State == deliver.Sending || d.State == deliver.Dot
	}), err
}

// trouble keeps what a person must know of, for the notice.
func (o *office) trouble(what, todo string) {
	line := what
	if todo != "" {
		line += "\n   → " + todo
	}
	if !slices.Contains(o.troubles, line) {
		o.troubles = append(o.troubles, line)
	}
}

// tellTroubles tells them on the terminal too.
func (o *office) tellTroubles(t *tui) {
	for _, line := range o.troubles {
		t.tell(troubleLine, line)
	}
}

// notice writes what waits for a person, or takes the file away.
func (o *office) notice() error {
	lines := slices.Clone(o.troubles)
	box, err := o.state.Outbox()
	if err != nil {
		return err
	}
	for _, d := range box {
		if waiting(d.State) {
			lines = append(lines, fill(noticeMail[d.State].vi, []string{d.Recipient, d.Subject, shortID(d.ID), d.Reply}))
		}
	}
	if len(lines) == 0 {
		return o.store.Note(noticeFile, nil)
	}
	var b strings.Builder
	b.WriteString("\ufeff" + fill(noticeHead.vi, []string{o.conf.Unit.Name, viet.Date(todayIn(o.conf.zone, o.now()))}) + "\n")
	for i, line := range lines {
		b.WriteString("\n" + strconv.Itoa(i+1) + ". " + line + "\n")
	}
	b.WriteString("\n" + noticeFoot.vi + "\n")
	return o.store.Note(noticeFile, []byte(strings.ReplaceAll(b.String(), "\n", "\r\n")))
}
