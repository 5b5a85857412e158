// Package office does what follows from an edition: finals, signed copies, letters,
// and the file that tells a person what is to be done. It knows no terminal.
package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"ccbreport/fonts"
	"ccbreport/reports"
	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/viet"
	"ccbreport/reports/ward/config"
	"ccbreport/reports/ward/convert"
	"ccbreport/reports/ward/say"
)

// An Office does what follows from an edition: it writes the letters, makes
// finals, and keeps in the state what it is about to do, so that after any kill
// resume ends it. Whoever has an office holds the ward's lock.
type Office struct {
	conf      *config.Config
	templates fs.FS
	words     Words
	lang      string
	Store     *archive.Store
	State     *deliver.State
	Now       func() time.Time

	Troubles []string // met in this call, for the notice
}

// Open opens the state of the ward. Letters and notices are Vietnamese; lang
// is that of the words of errors.
func Open(c *config.Config, store *archive.Store, lang string, now func() time.Time) (*Office, error) {
	templates, err := c.AllTemplates()
	if err != nil {
		return nil, err
	}
	words, err := WordsOf(c)
	if err != nil {
		return nil, err
	}
	state, err := deliver.Open(c.State(""))
	if err != nil {
		return nil, err
	}
	return &Office{conf: c, templates: templates, words: words, lang: lang, Store: store, State: state, Now: now}, nil
}

func (o *Office) Close() error { return o.State.Close() }

// Resume ends what a killed process began: approvals, releases, and the letters
// of editions that were made. A run that was killed before its edition was there
// left nothing.
func (o *Office) Resume(ctx context.Context) error {
	approvals, err := o.State.OpenApprovals()
	if err != nil {
		return err
	}
	for _, a := range approvals {
		_, err := o.approve(ctx, a)
		if refused(err) {
			o.Trouble(o.words.say(noticeTakenBack, said{"edition": a.Edition}), "")
			err = nil
		}
		if err != nil {
			return err
		}
	}
	releases, err := o.State.OpenReleases()
	if err != nil {
		return err
	}
	for _, id := range releases {
		if err := o.unlessDamaged(o.releaseAgain(id)); err != nil {
			return err
		}
	}
	runs, err := o.State.OpenRuns()
	if err != nil {
		return err
	}
	for _, r := range runs {
		if err := o.unlessDamaged(o.endRun(ctx, r)); err != nil {
			return err
		}
	}
	return nil
}

// unlessDamaged takes a damaged edition for trouble of its own: what it began is
// ended when it is whole again or gone, and nothing else waits for that.
func (o *Office) unlessDamaged(err error) error {
	var damaged *archive.DamagedError
	if !errors.As(err, &damaged) {
		return err
	}
	o.Trouble(o.words.say(noticeDamaged, said{"edition": damaged.Edition}), "")
	return nil
}

// releaseAgain ends a release that was killed. An edition that somebody took
// away since has nothing to send.
func (o *Office) releaseAgain(id string) error {
	e, err := o.Store.Edition(EditionOf(id))
	if errors.Is(err, fs.ErrNotExist) || err == nil && keyOf(e) != id {
		return o.State.EndRelease(id, o.Now())
	}
	if err != nil {
		return err
	}
	return o.release(e)
}

func (o *Office) endRun(ctx context.Context, r deliver.Run) error {
	if r.Edition != "" {
		e, err := o.Store.Edition(r.Edition)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err == nil {
			if _, err = o.Follow(ctx, e, r); err != nil {
				return err
			}
		}
	}
	return o.State.EndRun(r.ID, o.Now())
}

// An Outcome is what came of a draft beside its letters.
type Outcome struct {
	Final string // made by release = "auto"
	Held  string // the final of this report and span that was made before, for which auto makes no other
}

// Follow does what a new draft calls for: its letters to the officers, and where
// the report is released automatically, its final.
func (o *Office) Follow(ctx context.Context, draft archive.Edition, r deliver.Run) (Outcome, error) {
	if r.Send {
		if err := o.post(draft, deliver.Draft, o.conf.Mail.Officers, o.dueDay(r)); err != nil {
			return Outcome{}, err
		}
	}
	report, ok := o.conf.Report(draft.Manifest.Report)
	if !ok || report.Release != "auto" || blocks(draft.Manifest) {
		return Outcome{}, nil
	}
	earlier, err := o.otherFinal(draft)
	if err != nil || earlier != "" {
		return Outcome{Held: earlier}, err
	}
	return o.issue(ctx, draft, r)
}

// issue makes the final of a draft by itself, and sends it. One that was made
// before, on another day, stays as it is; what a person made is that person's.
func (o *Office) issue(ctx context.Context, draft archive.Edition, r deliver.Run) (Outcome, error) {
	a := deliver.Approval{Edition: draft.ID, Seal: draft.Manifest.Seal, Date: o.dueDay(r), Send: r.Send && o.canSend(), Copy: r.Send}
	was, err := o.approvalOf(draft)
	switch {
	case err != nil:
		return Outcome{}, err
	case was != nil && was.Number != "":
		return Outcome{}, nil
	case was != nil:
		a.Date = was.Date
	case batch.Early(a.Date, draft.Manifest.To):
		o.Trouble(o.earlyLine(draft), "")
		return Outcome{}, nil
	}
	final, err := o.approve(ctx, a)
	var damaged *archive.DamagedError
	if refused(err) && !errors.As(err, &damaged) {
		o.Trouble(o.words.say(noticeNoFinal, said{"edition": draft.ID}), "")
		return Outcome{}, nil
	}
	if err != nil {
		return Outcome{}, err
	}
	return Outcome{Final: final.ID}, nil
}

// dueDay is the day on which a run was due: the date of a final that it makes by itself.
func (o *Office) dueDay(r deliver.Run) reports.Day { return config.TodayIn(o.conf.Zone, r.Due) }

// earlyLine says that nothing final is made of a draft by itself, so long before its
// span ends: what such a final leaves out, a person is to answer for.
func (o *Office) earlyLine(draft archive.Edition) string {
	return o.words.say(noticeEarly, said{"edition": draft.ID, "to": viet.Date(draft.Manifest.To), "days": strconv.Itoa(batch.EarlyDays)})
}

// approvalOf is how a draft was approved, nil if it was not: its final says so,
// or the state if the final was taken away.
func (o *Office) approvalOf(draft archive.Edition) (*deliver.Approval, error) {
	final, err := o.Store.Edition(archive.FinalID(draft.ID))
	if errors.Is(err, fs.ErrNotExist) {
		return o.State.Approval(draft.ID, draft.Manifest.Seal)
	}
	if err != nil {
		return nil, err
	}
	follows := final.Manifest.Follows
	if follows.Seal != draft.Manifest.Seal {
		return nil, nil // of a draft that is gone
	}
	return &deliver.Approval{Edition: draft.ID, Seal: draft.Manifest.Seal, Number: follows.Number, Date: follows.Date, Early: follows.Early}, nil
}

// canSend reports whether anything can go to the committee.
func (o *Office) canSend() bool { return o.conf.HasMail && len(o.conf.Mail.Committee) > 0 }

func blocks(m archive.Manifest) bool {
	for _, f := range m.Findings {
		if f.Severity == reports.Blocking {
			return true
		}
	}
	return false
}

// otherFinal returns the final of another draft of the same report and span, ""
// if there is none. A second one for the committee needs a person's word.
func (o *Office) otherFinal(draft archive.Edition) (string, error) {
	ids, err := o.Store.IDs()
	if err != nil {
		return "", err
	}
	for _, id := range ids {
		if archive.FinalID(id) != id || archive.DraftID(id) == draft.ID {
			continue
		}
		e, err := o.Store.Edition(id)
		if err != nil {
			return "", err
		}
		m := e.Manifest
		if m.Report == draft.Manifest.Report && m.From == draft.Manifest.From && m.To == draft.Manifest.To {
			return id, nil
		}
	}
	return o.sentAway(draft, ids)
}

// sentAway returns an edition of the same report and span that went to the
// committee and does not stand here: it was taken away, or made in another folder.
func (o *Office) sentAway(draft archive.Edition, ids []string) (string, error) {
	if o.trying() {
		return "", nil
	}
	box, err := o.State.Outbox()
	for _, d := range box {
		went := d.Kind == deliver.Final && d.State != deliver.Cancelled && o.counts(d) && strings.HasPrefix(d.About, versionsOf(draft.ID))
		if went && !slices.Contains(ids, EditionOf(d.About)) {
			return EditionOf(d.About), nil
		}
	}
	return "", err
}

// versionsOf is how all editions of the same report and span begin.
func versionsOf(id string) string { return id[:strings.LastIndex(id, "_v")+len("_v")] }

// approve makes the final of a draft, and sends it if the approval says so. The
// approval is kept first; it is taken back if no final can come of it.
func (o *Office) approve(ctx context.Context, a deliver.Approval) (final archive.Edition, err error) {
	draft, err := o.Store.Edition(a.Edition)
	if err == nil && draft.Manifest.Seal != a.Seal {
		err = fmt.Errorf("approve %s: another draft stands there now: %w", a.Edition, fs.ErrNotExist)
	}
	if refused(err) {
		return final, errors.Join(err, o.State.Unapprove(a, o.Now()))
	}
	if err == nil {
		if a.Copy, err = o.copyDue(a); err == nil {
			err = o.State.Approve(a, o.Now())
		}
	}
	if err != nil {
		return final, err
	}
	means := batch.Means{Fonts: fonts.FS, Convert: convert.Find(), Lang: o.lang}
	err = say.Within(ctx, func() (err error) {
		final, err = batch.Approve(ctx, draft, batch.Issue{Number: a.Number, Date: a.Date, Early: a.Early}, means, o.Store)
		return err
	})
	if refused(err) {
		return final, errors.Join(err, o.State.Unapprove(a, o.Now()))
	}
	if err != nil {
		return final, err
	}
	if a.Send {
		err = o.release(final)
	}
	if err == nil && a.Copy {
		err = o.copies(final, a)
	}
	if err != nil {
		return final, err
	}
	return final, o.State.EndApproval(a, o.Now())
}

// refused reports whether an approval failed because of what the draft is, so
// that trying again cannot help.
func refused(err error) bool {
	var blocked *batch.BlockedError
	var damaged *archive.DamagedError
	return errors.As(err, &blocked) || errors.As(err, &damaged) || errors.Is(err, batch.ErrNoDraft) ||
		errors.Is(err, batch.ErrOther) || errors.Is(err, batch.ErrEarly) || errors.Is(err, archive.ErrTaken) || errors.Is(err, fs.ErrNotExist)
}

// release sends a final or its signed copy to the committee, unless the report
// went there in the other form.
func (o *Office) release(e archive.Edition) error {
	sent, err := o.sentBefore(e.ID)
	if err != nil {
		return err
	}
	if sent != "" && sent != e.ID {
		return o.State.EndRelease(keyOf(e), o.Now())
	}
	if err := o.State.Release(keyOf(e), o.Now()); err != nil {
		return err
	}
	if err := o.post(e, deliver.Final, o.conf.Mail.Committee, 0); err != nil {
		return err
	}
	return o.State.EndRelease(keyOf(e), o.Now())
}
