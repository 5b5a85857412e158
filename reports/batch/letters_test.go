package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ccbreport/reports"
)

// TestLetters reads the letters of labelled wards: the sections of a case are the
// files of its inbox, and want, every letter. Branches tdp-1 to tdp-N are as many
// as the section branches says; the report is of the year 2026.
func TestLetters(t *testing.T) {
	files, err := filepath.Glob("testdata/letters/*.txtar")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			c, err := txtar.ParseFile(file)
			must(t, err)
			job := newWard(5, 1).job
			job.Span, job.Branches = reports.Year(2026), nil
			inbox, want := fstest.MapFS{}, -1
			for i, s := range c.Files {
				switch s.Name {
				case "branches":
					var n int
					_, err := fmt.Sscan(string(s.Data), &n)
					must(t, err)
					for k := range n {
						job.Branches = append(job.Branches, reports.Unit{ID: reports.UnitID(fmt.Sprintf("tdp-%d", k+1)), Name: fmt.Sprintf("Chi hội Tổ dân phố số %d", k+1)})
					}
				case "want":
					want = i
				default:
					inbox[s.Name] = &fstest.MapFile{Data: s.Data}
				}
			}
			got := written(checkInbox(t, job, inbox))
			if *update {
				c.Files[want].Data = []byte(got)
				must(t, os.WriteFile(file, txtar.Format(c), 0o666))
				return
			}
			if d := cmp.Diff(string(c.Files[want].Data), got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// written are the letters of a check, one below the other, without empty lines.
func written(c *Checked) string {
	var b strings.Builder
	for _, s := range c.Branches.List {
		letter := returned(c, FeedbackFolder+"/"+string(s.Unit.ID)+".txt")
		if letter == nil {
			continue
		}
		fmt.Fprintf(&b, "%s\n", s.Unit.ID)
		for line := range strings.Lines(strings.TrimPrefix(string(letter), "\ufeff")) {
			if line = strings.TrimRight(line, "\r\n"); line != "" {
				fmt.Fprintf(&b, "\t%s\n", line)
			}
		}
	}
	return b.String()
}
