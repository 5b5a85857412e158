package batch

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ccbreport/reports/archive"
	"ccbreport/reports/paper"
	"ccbreport/reports/trace"
)

// printedIn is the document of an edition.
func printedIn(t *testing.T, e archive.Edition) *paper.Document {
	t.Helper()
	raw, err := e.Read(archive.Data)
	if err != nil {
		t.Fatal(err)
	}
	data, err := trace.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	return data.Document
}

// TestWhereSourcesStand: the annex of sources stands where the report's setting says, and a
// final is made by the setting that its draft was. Without the annex nothing that is
// printed names a file, and the first page does not announce it.
func TestWhereSourcesStand(t *testing.T) {
	for _, tt := range []struct {
		setting      string
		draft, final bool
	}{{"", true, false}, {SourcesDraft, true, false}, {SourcesFinal, true, true}, {SourcesNone, false, false}} {
		t.Run(tt.setting, func(t *testing.T) {
			job := smallWard(map[string]string{"1.csv": thonOne, "2.csv": thonTwo})
			job.Sources = tt.setting
			store, draft := drafted(t, job)
			final, err := Approve(t.Context(), draft, issue, means, store)
			if err != nil {
				t.Fatal(err)
			}
			for e, want := range map[*archive.Edition]bool{&draft: tt.draft, &final: tt.final} {
				doc := printedIn(t, *e)
				got := slices.ContainsFunc(doc.Annexes, func(a paper.Annex) bool { return a.Sources })
				if got != want {
					t.Errorf("%s has the annex: %v, want %v", e.ID, got, want)
				}
				for _, l := range doc.Lines() {
					for _, s := range slices.Concat(append(l.Cells, l.Spans)...) {
						if !want && (strings.Contains(s.Text, ".csv") || strings.Contains(s.Text, "nguồn số liệu") || s.Link != "") {
							t.Errorf("%s prints %q, which leads to %q", e.ID, s.Text, s.Link)
						}
					}
				}
			}
		})
	}
}

// TestSettingsBeforeSources: without a setting nothing of it is kept, so a draft that was
// made before there was one has the bytes that the same job makes now.
func TestSettingsBeforeSources(t *testing.T) {
	data, err := smallWard(nil).settings()
	if err != nil || bytes.Contains(data, []byte("Sources")) {
		t.Errorf("%s, %v", data, err)
	}
}
