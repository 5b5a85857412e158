package ward

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"ccbreport/reports/archive"
	"ccbreport/reports/ward/history"
)

// A Candidate is the draft that a verb takes where nobody names one.
type Candidate struct {
	history.Brief
	Made  time.Time      // when it was written, in the ward's time
	Final *history.Brief // made of it; nil for none
	Sends bool           // approving it sends it at once
	To    []string       // who gets what goes to the committee
}

// Newest is the newest draft: of a report if that is named, else of the one that a run
// would make if it has any. The error is a usage error if there is none.
func (w *Ward) Newest(report string) (c Candidate, err error) {
	h, err := w.history()
	if err != nil {
		return c, err
	}
	id, err := h.Newest(report)
	if err != nil {
		return c, err
	}
	draft, err := h.Edition(archive.DraftID(id))
	if err != nil {
		return c, err
	}
	c.Brief = history.OfEdition(draft)
	info, err := os.Stat(c.PDF)
	if err != nil {
		return c, err
	}
	c.Made = info.ModTime().In(w.Config.Zone)
	r, _ := w.Config.Report(c.Report)
	if w.Config.HasMail {
		c.To = w.Config.Mail.Committee
	}
	c.Sends = len(c.To) > 0 && slices.Contains([]string{"approve", "auto"}, r.Release)
	return c, w.finalOf(&c, h)
}

// FinalOf is the final that was made of a draft, "" for none.
func (w *Ward) FinalOf(draft string) string {
	h, err := w.history()
	if err != nil {
		return "" // who asks wants no more than a hint
	}
	for _, id := range []string{archive.SignedID(draft), archive.FinalID(draft)} {
		if slices.Contains(h.Ids, id) {
			return id
		}
	}
	return ""
}

func (w *Ward) finalOf(c *Candidate, h *history.History) error {
	for _, id := range []string{archive.SignedID(c.Edition), archive.FinalID(c.Edition)} {
		final, err := h.Store.Edition(id)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		brief := history.OfEdition(final)
		c.Final = &brief
		return err
	}
	return nil
}
