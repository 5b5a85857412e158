package crashtest

import (
	"path/filepath"
	"slices"

	"ccbreport/reports/archive"
	"ccbreport/reports/deliver"
)

// The phases of the work, in their order. A kill belongs to the one that the disk
// and the server show afterwards, whatever it was aimed at.
const (
	inRead    = "read"
	inArchive = "archive"
	inRender  = "render mail"
	inSend    = "send"
	afterDot  = "after the dot"
	elsewhere = "begin and end"
)

var phases = []string{inRead, inArchive, inRender, inSend, afterDot}

// names are the folders of the editions.
func (w *testWard) names() []string {
	names, err := filepath.Glob(filepath.Join(w.out(), "*_v*"))
	if err != nil {
		w.t.Fatal(err)
	}
	return names
}

// met is the phase that the dead program was in, by what it left; before are the
// editions that there were when it began.
func (w *testWard) met(before []string) string {
	now := w.look()
	in := func(state string) bool {
		return slices.ContainsFunc(now.box, func(d deliver.Delivery) bool { return d.State == state })
	}
	making := slices.ContainsFunc(now.runs, func(r deliver.Run) bool { return r.Edition == "" }) ||
		slices.ContainsFunc(now.approvals, func(a deliver.Approval) bool {
			return !slices.Contains(w.names(), filepath.Join(w.out(), archive.FinalID(a.Edition)))
		})
	open := len(now.runs)+len(now.approvals)+len(now.releases) > 0
	switch {
	case in(deliver.Dot):
		return afterDot
	case in(deliver.Sending), !open && in(deliver.Pending):
		return inSend
	case !open:
		return elsewhere
	case making && (len(w.halves()) > 0 || len(w.names()) > len(before)):
		return inArchive
	case making:
		return inRead
	}
	return inRender
}
