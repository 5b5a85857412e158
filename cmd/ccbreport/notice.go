package main

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
)

// noticeFile is what an officer meets beside the editions when something waits
// for a person. It does not depend on any mail arriving.
const noticeFile = "CAN-XU-LY.txt"

// finish sends what is due, if it may send, tells the officers what became of
// what went to the committee, and writes the notice. The first error is errWaits
// if something waits for a person, the second is what the machine could not do.
func (o *office) finish(ctx context.Context, send bool) (waits, err error) {
	for range 2 { // what is sent in the first round is told in the second
		if !o.conf.hasMail || !send {
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
	if err != nil || len(due) == 0 {
		return err
	}
	earnest := slices.DeleteFunc(slices.Clone(due), o.counts)
	if o.trying() && len(earnest) > 0 {
		o.trouble(fill(noticeTrial.vi, []string{strconv.Itoa(len(earnest))}), "")
		return nil
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

// due are the letters that are on their way.
func (o *office) due() ([]deliver.Delivery, error) {
	box, err := o.state.Outbox()
	return slices.DeleteFunc(box, func(d deliver.Delivery) bool {
		return d.State != deliver.Pending && d.State != deliver.Sending && d.State != deliver.Dot
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

// notice writes what waits for a person, or takes the file away. All but the
// troubles of this call is read from what is kept, so that it stays until it is
// settled.
func (o *office) notice() error {
	lines := slices.Clone(o.troubles)
	for _, ask := range []func() ([]string, error){o.lostLetters, o.undone, o.stuck} {
		more, err := ask()
		if err != nil {
			return err
		}
		for _, line := range more {
			if !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	if len(lines) == 0 {
		return o.store.Note(noticeFile, nil)
	}
	return o.store.Note(noticeFile, noticeText(o.conf.Unit.Name, todayIn(o.conf.zone, o.now()), lines))
}

// noticeText is the notice with what old Notepads need.
func noticeText(unit string, day reports.Day, lines []string) []byte {
	var b strings.Builder
	b.WriteString("\ufeff" + fill(noticeHead.vi, []string{unit, viet.Date(day)}) + "\n")
	for i, line := range lines {
		b.WriteString("\n" + strconv.Itoa(i+1) + ". " + line + "\n")
	}
	b.WriteString("\n" + noticeFoot.vi + "\n")
	return []byte(strings.ReplaceAll(b.String(), "\n", "\r\n"))
}

// lostLetters are those that did not arrive, or of which nobody knows, and how
// many wait for somebody to mend the way to the server.
func (o *office) lostLetters() (lines []string, err error) {
	box, err := o.state.Outbox()
	wait := 0
	for _, d := range box {
		if waiting(d.State) {
			lines = append(lines, lostLine(d))
		}
		if held(d, o.now()) {
			wait++
		}
	}
	if wait > 0 {
		lines = append(lines, fill(noticeHeld.vi, []string{strconv.Itoa(wait)}))
	}
	return lines, err
}

// tooLarge is how a reply begins, or what stands in it, when a letter is too long
// for the server.
var tooLarge = regexp.MustCompile(`^SIZE: |"552 `)

// lostLine says what became of a letter, and what to do. A letter keeps its
// recipient; what goes to the committee can go to a corrected address instead.
func lostLine(d deliver.Delivery) string {
	line := noticeMail[d.State]
	if d.State == deliver.Failed && tooLarge.MatchString(d.Reply) {
		line = noticeTooLarge
	}
	words := fill(line.vi, []string{d.Recipient, d.Subject, shortID(d.ID), d.Reply})
	if d.Kind == deliver.Final && d.State == deliver.Failed && !tooLarge.MatchString(d.Reply) {
		words += fill(noticeAddress.vi, []string{shortID(d.ID), archive.DraftID(editionOf(d.About))})
	}
	return words
}

// undone are the reports that were due and not made. One that was missed is told
// of until it is made by hand, or the next of its schedule is made.
func (o *office) undone() (lines []string, err error) {
	for _, s := range o.conf.Schedules {
		list, err := o.state.Troubled(s.Name, o.now().AddDate(0, 0, -troublesDays), troublesShown)
		if err != nil {
			return nil, err
		}
		done, err := o.state.LastDone(s.Name)
		if err != nil {
			return nil, err
		}
		r, _ := o.conf.report(s.Report)
		for _, was := range list {
			if was.Due.Before(done) || was.State == reports.Missed && !s.rule.CatchUp {
				continue
			}
			span := o.conf.span(r, todayIn(o.conf.zone, was.Due))
			made, err := o.state.Made(r.Name, span, was.Due)
			if err != nil {
				return nil, err
			}
			if made {
				continue
			}
			e := event{Kind: wasMissed, Schedule: s.Name, Report: r.Name, From: span.From, To: span.Last(), Due: was.Due, Why: was.Note}
			if was.State != reports.Missed {
				e.Kind = hasFailed
			}
			lines = append(lines, o.eventLine(e))
		}
	}
	return lines, nil
}

// stuck are the newest drafts that cannot become a final as they are, or of which
// no final is made by itself.
func (o *office) stuck() (lines []string, err error) {
	ids, err := o.store.IDs()
	if err != nil {
		return nil, err
	}
	for _, r := range o.conf.Reports {
		newest := archive.Newest(ids, r.Name)
		if newest == "" || slices.Contains(ids, archive.FinalID(newest)) {
			continue
		}
		line, err := o.stuckAt(r, archive.DraftID(newest))
		var damaged *archive.DamagedError
		switch {
		case errors.As(err, &damaged):
			lines = append(lines, fill(noticeDamaged.vi, []string{damaged.Edition}))
		case err != nil:
			return nil, err
		case line != "":
			lines = append(lines, line)
		}
	}
	return lines, nil
}

func (o *office) stuckAt(r Report, id string) (string, error) {
	draft, err := o.store.Edition(id)
	if err != nil {
		return "", err
	}
	if blocks(draft.Manifest) {
		return fill(noticeBlocked.vi, []string{id}), nil
	}
	if r.Release != "auto" {
		return "", nil
	}
	other, err := o.otherFinal(draft)
	if err != nil {
		return "", err
	}
	if other == "" {
		return fill(noticeNoFinal.vi, []string{id}), nil
	}
	return fill(heldLine.vi, []string{other, id}), nil
}
