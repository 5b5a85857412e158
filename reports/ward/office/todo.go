package office

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"

	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/say"
	"ccbreport/reports/ward/watch"
)

// TodoFile is what an officer meets beside the editions when something waits
// for a person. It does not depend on any mail arriving.
const TodoFile = "CAN-XU-LY.txt"

// Finish sends what is due, if it may send, tells the officers what became of
// what went to the committee, and writes the notice. The first error is say.ErrWaits
// if something waits for a person, the second is what the machine could not do.
func (o *Office) Finish(ctx context.Context, send bool) (waits, err error) {
	for range 2 { // what is sent in the first round is told in the second
		if !o.conf.HasMail || !send {
			break
		}
		if err := errors.Join(o.notices(), o.flush(ctx)); err != nil {
			return nil, err
		}
	}
	if err := o.WriteTodo(); err != nil {
		return nil, err
	}
	if len(o.Troubles) > 0 {
		return say.ErrWaits, nil
	}
	box, err := o.State.Outbox()
	if slices.ContainsFunc(box, func(d deliver.Delivery) bool { return Waiting(d.State) }) {
		return say.ErrWaits, err
	}
	return nil, err
}

// flush sends what is due. A server that cannot be used as it is configured is
// trouble for a person, and no failure of the run: the letters stay.
func (o *Office) flush(ctx context.Context) error {
	due, err := o.due()
	if err != nil || len(due) == 0 {
		return err
	}
	earnest := slices.DeleteFunc(slices.Clone(due), o.counts)
	if o.trying() && len(earnest) > 0 {
		o.Trouble(o.words.say(noticeTrial, said{"count": strconv.Itoa(len(earnest))}), "")
		return nil
	}
	server, err := o.conf.Server()
	var lacking *say.Failure
	if errors.As(err, &lacking) {
		o.Trouble(say.Fill(lacking.Message.VI, lacking.Words), say.Fill(lacking.Hint.VI, lacking.Words))
		return nil
	}
	if err != nil {
		return err
	}
	_, err = o.State.Flush(ctx, server, o.Now)
	var unusable *deliver.ConfigError
	if errors.As(err, &unusable) {
		o.Trouble(o.words.say(noticeBroken, said{"reply": brokenWords(unusable)}), MailRepair[unusable.Reason].VI)
		return nil
	}
	return err
}

// due are the letters that are on their way.
func (o *Office) due() ([]deliver.Delivery, error) {
	box, err := o.State.Outbox()
	return slices.DeleteFunc(box, func(d deliver.Delivery) bool {
		return d.State != deliver.Pending && d.State != deliver.Sending && d.State != deliver.Dot
	}), err
}

// Stands keeps that a final stands there already, so that no other is made of a draft
// by itself.
func (o *Office) Stands(final, draft string) {
	o.Trouble(o.words.say(noticeStands, said{"final": final, "edition": draft}), "")
}

// Trouble keeps what a person must know of, for the notice.
func (o *Office) Trouble(what, todo string) {
	line := what
	if todo != "" {
		line += "\n   → " + todo
	}
	if !slices.Contains(o.Troubles, line) {
		o.Troubles = append(o.Troubles, line)
	}
}

// Notice writes what waits for a person, or takes the file away. All but the
// troubles of this call is read from what is kept, so that it stays until it is
// settled.
func (o *Office) WriteTodo() error {
	lines := slices.Clone(o.Troubles)
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
		return o.Store.Note(TodoFile, nil)
	}
	return o.Store.Note(TodoFile, o.words.Notice(o.conf.Unit.Name, config.TodayIn(o.conf.Zone, o.Now()), lines))
}

// lostLetters are those that did not arrive, or of which nobody knows, and how
// many wait for somebody to mend the way to the server.
func (o *Office) lostLetters() (lines []string, err error) {
	box, err := o.State.Outbox()
	wait := 0
	for _, d := range box {
		if Waiting(d.State) {
			lines = append(lines, o.lostLine(d, replyWords(d.Reply)))
		}
		if held(d, o.Now()) {
			wait++
		}
	}
	if wait > 0 {
		lines = append(lines, o.words.say(noticeHeld, said{"count": strconv.Itoa(wait)}))
	}
	return lines, err
}

// tooLarge is how a reply begins, or what stands in it, when a letter is too long
// for the server.
var tooLarge = regexp.MustCompile(`^SIZE: |"552 `)

// lostLine says what became of a letter, and what to do. A letter keeps its
// recipient; what goes to the committee can go to a corrected address instead.
func (o *Office) lostLine(d deliver.Delivery, reply string) string {
	words := said{
		"recipient": d.Recipient, "subject": d.Subject, "letter": ShortID(d.ID), "reply": reply,
		"edition": archive.DraftID(EditionOf(d.About)),
	}
	switch {
	case d.State == deliver.Uncertain:
		return o.words.say(lostUncertain, words)
	case tooLarge.MatchString(d.Reply):
		return o.words.say(lostTooLarge, words)
	case d.Kind == deliver.Final:
		return o.words.say(lostFailed, words) + "\n" + o.words.say(lostAddress, words)
	}
	return o.words.say(lostFailed, words)
}

// undone are the reports that were due and not made. One that was missed is told
// of until it is made by hand, or the next of its schedule is made.
func (o *Office) undone() (lines []string, err error) {
	for _, s := range o.conf.Schedules {
		list, err := o.State.Troubled(s.Name, o.Now().AddDate(0, 0, -watch.TroublesDays), watch.TroublesShown)
		if err != nil {
			return nil, err
		}
		done, err := o.State.LastDone(s.Name)
		if err != nil {
			return nil, err
		}
		r, _ := o.conf.Report(s.Report)
		for _, was := range list {
			if was.Due.Before(done) || was.State == reports.Missed && !s.Rule.CatchUp {
				continue
			}
			span := o.conf.Span(r, config.TodayIn(o.conf.Zone, was.Due))
			made, err := o.State.Made(r.Name, span, was.Due)
			if err != nil {
				return nil, err
			}
			if made {
				continue
			}
			e := watch.Event{Kind: watch.Missed, Schedule: s.Name, Report: r.Name, From: span.From, To: span.Last(), Due: was.Due, Why: was.Note}
			if was.State != reports.Missed {
				e.Kind = watch.Failed
			}
			lines = append(lines, o.eventLine(e))
		}
	}
	return lines, nil
}

// stuck are the newest drafts that cannot become a final as they are, or of which
// no final is made by itself.
func (o *Office) stuck() (lines []string, err error) {
	ids, err := o.Store.IDs()
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
			lines = append(lines, o.words.say(noticeDamaged, said{"edition": damaged.Edition}))
		case err != nil:
			return nil, err
		case line != "":
			lines = append(lines, line)
		}
	}
	return lines, nil
}

func (o *Office) stuckAt(r config.Report, id string) (string, error) {
	draft, err := o.Store.Edition(id)
	if err != nil {
		return "", err
	}
	if blocks(draft.Manifest) {
		return o.words.say(noticeBlocked, said{"edition": id}), nil
	}
	if r.Release != "auto" {
		return "", nil
	}
	other, err := o.otherFinal(draft)
	if err != nil {
		return "", err
	}
	switch {
	case other == "" && batch.Early(config.TodayIn(o.conf.Zone, o.Now()), draft.Manifest.To):
		return o.earlyLine(draft), nil
	case other == "":
		return o.words.say(noticeNoFinal, said{"edition": id}), nil
	}
	return o.words.say(noticeStands, said{"final": other, "edition": id}), nil
}
