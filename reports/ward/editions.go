package ward

import "ccbreport/reports/ward/history"

// history opens the editions that stand in the ward's folder.
func (w *Ward) history() (*history.History, error) { return history.Open(&w.Config, w.out, w.lang) }

// Editions lists the editions that were made.
func (w *Ward) Editions() (Editions, error) {
	h, err := w.history()
	if err != nil {
		return Editions{}, err
	}
	return h.List()
}

// Show tells about one edition, without a name about the newest.
func (w *Ward) Show(id, report string) (Shown, error) {
	h, err := w.history()
	if err != nil {
		return Shown{}, err
	}
	if id == "" {
		if id, err = h.Newest(report); err != nil {
			return Shown{}, err
		}
	}
	return h.Show(id)
}

// Explain tells where figures of an edition come from; a word is the code of an
// indicator or a number as it is printed. Without an edition it is the newest one,
// of the report if that is named.
func (w *Ward) Explain(edition, report string, words ...string) (Explained, error) {
	h, err := w.history()
	if err != nil {
		return Explained{}, err
	}
	return h.Explain(edition, report, words)
}

// Diff tells what differs between two editions, and because of which cells.
func (w *Ward) Diff(before, after string) (Difference, error) {
	h, err := w.history()
	if err != nil {
		return Difference{}, err
	}
	return h.Compare(before, after)
}

// Verify looks whether editions are still what was written: those named, or all.
// The error is [say.ErrDiffers] if one is not.
func (w *Ward) Verify(ids ...string) (Verified, error) {
	h, err := w.history()
	if err != nil {
		return Verified{}, err
	}
	return h.Verify(ids)
}
