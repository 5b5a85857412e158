package ward

import (
	"context"

	"ccbreport/reports/ward/history"
	"ccbreport/reports/ward/office"
)

// Approve makes the final of a draft, and sends it where the report is released so.
// The error is [say.ErrWaits] if something waits for a person.
func (w *Ward) Approve(ctx context.Context, id string, how Approval) (issued Issued, err error) {
	err = how.Complete(id)
	if err != nil {
		return issued, err
	}
	return w.issue(ctx, func(h *history.History, o *office.Office) (Issued, error) {
		return o.ApproveDraft(ctx, h, id, how)
	})
}

// WantsCode reports whether a draft is approved only with its code.
func (w *Ward) WantsCode(id string) bool {
	h, err := w.history()
	if err != nil {
		return false // the verb says why
	}
	draft, err := h.Edition(id)
	report, _ := w.Config.Report(draft.Manifest.Report)
	return err == nil && report.Code
}

// RightCode is the error of a code that is not that of the draft, nil if it is.
func (w *Ward) RightCode(id, code string) error {
	h, err := w.history()
	if err != nil {
		return err
	}
	draft, err := h.Edition(id)
	if err != nil {
		return err
	}
	return office.RightCode(h, draft, code, true)
}

// Release sends a final, or its signed copy, to the committee. The zero Copy means
// the one that was brought before. The error is [say.ErrWaits] if something waits
// for a person.
func (w *Ward) Release(ctx context.Context, id string, c Copy) (issued Issued, err error) {
	if c.Signed != "" && c.Scan != "" {
		return issued, releaseTwoFiles.With()
	}
	return w.issue(ctx, func(h *history.History, o *office.Office) (Issued, error) {
		return o.ReleaseFinal(ctx, h, id, c)
	})
}

// issue does what makes or sends a final.
func (w *Ward) issue(ctx context.Context, act func(*history.History, *office.Office) (Issued, error)) (issued Issued, err error) {
	h, err := w.history()
	if err != nil {
		return issued, err
	}
	err = w.inOffice(ctx, func(o *office.Office) error {
		old, err := o.Sent()
		if err != nil {
			return err
		}
		issued, err = act(h, o)
		issued.Old = old
		return err
	})
	return issued, err
}
