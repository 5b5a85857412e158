package office

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
	"ccbreport/reports/ward/history"
)

// A Copy is a signed copy of a final that a person brings along.
type Copy struct {
	Signed string // file with an electronic signature
	Scan   string // file of what was signed on paper
}

// ReleaseFinal sends a final or its signed copy on a person's word.
func (o *Office) ReleaseFinal(ctx context.Context, h *history.History, id string, c Copy) (issued Issued, err error) {
	e, err := o.toRelease(ctx, h, c, id)
	if err != nil {
		return issued, err
	}
	if issued.Held = o.unsendable(); issued.Held == "" {
		if issued.Before, err = o.releaseOnce(e); err != nil {
			return issued, err
		}
	}
	err = o.conclude(ctx, e, true, &issued)
	return issued, err
}

// releaseOnce sends an edition on a person's word. If the report went out before,
// only those get it whose letters a person cancelled, at the addresses that stand
// in the configuration now. The edition in which it went out is returned if nothing
// goes out now.
func (o *Office) releaseOnce(e archive.Edition) (before string, err error) {
	sent, err := o.sentBefore(e.ID)
	if err != nil {
		return "", err
	}
	renewed := false
	if sent == "" || sent == e.ID {
		if renewed, err = o.renew(e); err != nil {
			return "", err
		}
	}
	if sent != "" && !renewed {
		return sent, nil
	}
	return "", o.release(e)
}

// renew writes in place of the letters of an edition that were cancelled: to a
// recipient who still stands in the configuration the same letter, to one who had
// none a new one. It does nothing if none was cancelled, so that a new address
// alone never makes a report go out again.
func (o *Office) renew(e archive.Edition) (renewed bool, err error) {
	box, err := o.State.Outbox()
	if err != nil {
		return false, err
	}
	state := map[string]string{}
	cancelled := false
	for _, d := range box {
		state[d.ID] = d.State
		cancelled = cancelled || d.Kind == deliver.Final && d.About == keyOf(e) && d.State == deliver.Cancelled
	}
	if !cancelled {
		return false, nil
	}
	messages, err := o.render(e, deliver.Final, o.conf.Mail.Committee, 0)
	if err != nil {
		return false, err
	}
	for _, m := range messages {
		switch state[m.ID] {
		case "":
			err = o.State.Queue(o.Now(), m)
		case deliver.Cancelled:
			err = o.State.Retry(m.ID, o.Now())
		default:
			continue
		}
		if renewed = true; err != nil {
			return false, err
		}
	}
	return renewed, nil
}

// toRelease returns what is meant: the final of the edition, or the signed copy
// that is brought along.
func (o *Office) toRelease(ctx context.Context, h *history.History, c Copy, id string) (archive.Edition, error) {
	if _, err := h.Edition(id); err != nil {
		return archive.Edition{}, err
	}
	final, err := o.Store.Edition(archive.FinalID(id))
	if errors.Is(err, fs.ErrNotExist) {
		return final, releaseNoFinal.With(archive.DraftID(id))
	}
	if err != nil {
		return final, err
	}
	if c != (Copy{}) {
		return o.keepSigned(ctx, c, final)
	}
	report, ok := o.conf.Report(final.Manifest.Report)
	if !ok { // nobody can tell whether it is to be signed first
		return final, o.conf.NoReport(final.Manifest.Report)
	}
	signed, err := o.Store.Edition(archive.SignedID(id))
	switch {
	case err == nil:
		return signed, nil
	case !errors.Is(err, fs.ErrNotExist):
		return final, err
	case report.Release == "signed":
		return final, releaseUnsigned.With(final.Path(archive.PDF), archive.DraftID(id))
	}
	return final, nil
}

// keepSigned archives the signed copy.
func (o *Office) keepSigned(ctx context.Context, c Copy, final archive.Edition) (archive.Edition, error) {
	name, how := c.Signed, archive.Signed
	if c.Scan != "" {
		name, how = c.Scan, archive.Scan
	}
	file, err := os.ReadFile(name)
	if err != nil {
		return archive.Edition{}, noSignedFile.Because(err, name)
	}
	draft, err := o.Store.Edition(archive.DraftID(final.ID))
	if err != nil {
		return archive.Edition{}, err
	}
	e, err := batch.KeepSigned(ctx, draft, final, file, how, o.Store)
	switch {
	case errors.Is(err, batch.ErrUnsigned):
		return e, fileUnsigned.With(name)
	case errors.Is(err, batch.ErrNotIt):
		return e, fileOther.With(name, final.Path(archive.PDF))
	case errors.Is(err, batch.ErrCut):
		return e, fileCut.With(name)
	case errors.Is(err, batch.ErrNoScan):
		return e, fileNoScan.With(name)
	case errors.Is(err, archive.ErrTaken):
		return e, signedStands.With(archive.SignedID(final.ID))
	}
	return e, err
}

// sentBefore returns the edition of the same draft whose letters went to the
// committee already, "" if none did. The same report goes there once, in
// whatever form; the state knows of letters, and so does the folder if the state
// was lost. A letter that was cancelled went to nobody, nor did any of a trial.
func (o *Office) sentBefore(id string) (string, error) {
	if o.trying() {
		return "", nil
	}
	box, err := o.State.Outbox()
	if err != nil {
		return "", err
	}
	for _, one := range []string{archive.FinalID(id), archive.SignedID(id)} {
		e, err := o.Store.Edition(one)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		mine := slices.DeleteFunc(slices.Clone(box), func(d deliver.Delivery) bool { return d.About != keyOf(e) || d.Kind != deliver.Final })
		if slices.ContainsFunc(mine, func(d deliver.Delivery) bool { return d.State != deliver.Cancelled }) {
			return one, nil
		}
		if len(mine) > 0 {
			continue
		}
		letters, err := e.Letters()
		if err != nil || len(letters) > 0 {
			return one, err
		}
	}
	return "", nil
}
