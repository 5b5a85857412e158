package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"ccbreport/reports/archive"
	"ccbreport/reports/batch"
	"ccbreport/reports/deliver"
)

// releaseEdition is the verb release: it sends a final, or its signed copy, to
// the committee.
func releaseEdition(ctx context.Context, t *tui, f *flags, id string) error {
	if f.signed != "" && f.scan != "" {
		return releaseTwoFiles.with()
	}
	return withOffice(ctx, t, f, func(h *history, o *office) error {
		e, err := h.toRelease(f, id)
		if err != nil {
			return err
		}
		sent, err := o.sentBefore(e.ID)
		switch {
		case err != nil:
			return err
		case sent != "":
			t.tell(sentBeforeLine, sent)
		case !o.conf.hasMail:
			t.tell(noMailLine)
		case !o.canSend():
			t.tell(noCommitteeLine)
		default:
			if err := o.release(e); err != nil {
				return err
			}
		}
		return o.conclude(ctx, t, e, true)
	})
}

// toRelease returns what the words on the command line mean: the final of the
// edition, or the signed copy that they bring along.
func (h *history) toRelease(f *flags, id string) (archive.Edition, error) {
	if _, err := h.edition(id); err != nil {
		return archive.Edition{}, err
	}
	final, err := h.store.Edition(archive.FinalID(id))
	if errors.Is(err, fs.ErrNotExist) {
		return final, releaseNoFinal.with(archive.DraftID(id))
	}
	if err != nil {
		return final, err
	}
	if f.signed != "" || f.scan != "" {
		return h.keepSigned(f, final)
	}
	report, _ := h.conf.report(final.Manifest.Report)
	signed, err := h.store.Edition(archive.SignedID(id))
	switch {
	case err == nil:
		return signed, nil
	case !errors.Is(err, fs.ErrNotExist):
		return final, err
	case report.Release == "signed":
		return final, releaseUnsigned.with(final.Path(archive.PDF), archive.DraftID(id))
	}
	return final, nil
}

// keepSigned archives the signed copy that --signed or --scan names.
func (h *history) keepSigned(f *flags, final archive.Edition) (archive.Edition, error) {
	name, how := f.signed, archive.Signed
	if f.scan != "" {
		name, how = f.scan, archive.Scan
	}
	file, err := os.ReadFile(name)
	if err != nil {
		return archive.Edition{}, noSignedFile.because(err, name)
	}
	draft, err := h.store.Edition(archive.DraftID(final.ID))
	if err != nil {
		return archive.Edition{}, err
	}
	e, err := batch.KeepSigned(draft, final, file, how, h.store)
	switch {
	case errors.Is(err, batch.ErrUnsigned):
		return e, fileUnsigned.with(name)
	case errors.Is(err, batch.ErrNotIt):
		return e, fileOther.with(name, final.Path(archive.PDF))
	case errors.Is(err, batch.ErrCut):
		return e, fileCut.with(name)
	case errors.Is(err, batch.ErrNoScan):
		return e, fileNoScan.with(name)
	case errors.Is(err, archive.ErrTaken):
		return e, signedStands.with(archive.SignedID(final.ID))
	}
	return e, err
}

// sentBefore returns the edition of the same draft whose letters went to the
// committee already, "" if none did. The same report goes there once, in
// whatever form; the state knows of letters, and so does the folder if the state
// was lost.
func (o *office) sentBefore(id string) (string, error) {
	box, err := o.state.Outbox()
	if err != nil {
		return "", err
	}
	for _, one := range []string{archive.FinalID(id), archive.SignedID(id)} {
		for _, d := range box {
			if d.About == one && d.Kind == deliver.Final && d.State != deliver.Cancelled {
				return one, nil
			}
		}
		e, err := o.store.Edition(one)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		letters, err := e.Letters()
		if err != nil || len(letters) > 0 {
			return one, err
		}
	}
	return "", nil
}
