package batch

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"ccbreport/reports"
	"ccbreport/reports/aggregate"
	"ccbreport/reports/archive"
	"ccbreport/reports/catalogue"
	"ccbreport/reports/trace"
	"ccbreport/templates"
)

var truthOf = flag.String("truth", "", "read back the document of this du-lieu.json, too")

// TestTruth reads back what the reports of some wards say: no sentence that their annexes
// contradict, and the opening is true of all figures.
func TestTruth(t *testing.T) {
	t.Parallel()
	cat, err := catalogue.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	for name, inbox := range map[string]fs.FS{"whole": os.DirFS(sampleDir + "/inbox"), "two thirds": without(t, os.DirFS(sampleDir+"/inbox"), 3)} {
		for _, tt := range []struct {
			template string
			span     reports.Period
		}{
			{"giua-nhiem-ky", sampleJob().Span}, {"nhiem-ky", sampleJob().Span},
			{"nam", reports.Year(2019)}, {"sau-thang", reports.Months(2020, 1, 6)},
		} {
			job := sampleJob()
			job.Template, job.Span, job.Inbox, job.Unmeasured = tt.template, tt.span, inbox, true
			w, err := examine(t.Context(), job)
			if err != nil {
				t.Fatal(err)
			}
			label := name + ", " + tt.template
			p := readPage(w.document, cat)
			if len(p.sentences) < 12 || len(p.rows) < 20 {
				t.Errorf("%s: read %d sentences and %d rows", label, len(p.sentences), len(p.rows))
			}
			for _, f := range p.check(job.Span) {
				t.Errorf("%s: %s", label, f)
			}
			opening(t, label, w, p)
		}
	}
	if *truthOf != "" {
		truthOfFile(t, cat)
	}
}

// truthOfFile reads back the document of an edition.
func truthOfFile(t *testing.T, cat *catalogue.Catalogue) {
	data, err := os.ReadFile(*truthOf)
	if err != nil {
		t.Fatal(err)
	}
	d, err := trace.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	var kept settings
	if data, err = os.ReadFile(filepath.Join(filepath.Dir(*truthOf), archive.Settings)); err == nil {
		err = json.Unmarshal(data, &kept)
	}
	if err != nil {
		t.Fatal(err)
	}
	p := readPage(d.Document, cat)
	for _, s := range p.sentences {
		t.Logf("%s", s.text)
	}
	for _, f := range p.check(kept.Span) {
		t.Errorf("%s: %s", *truthOf, f)
	}
}

// without is an inbox without every n-th workbook of a branch.
func without(t *testing.T, inbox fs.FS, n int) fs.FS {
	t.Helper()
	left, count := fstest.MapFS{}, 0
	err := fs.WalkDir(inbox, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if strings.HasSuffix(name, ".xlsx") && !strings.HasPrefix(name, "Hoi CCB") {
			if count++; count%n == 0 {
				return nil
			}
		}
		data, err := fs.ReadFile(inbox, name)
		left[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if count < 2*n {
		t.Fatalf("%d workbooks of branches", count)
	}
	return left
}

var completeIn = regexp.MustCompile(`^(?:Có (\d+) chi hội|Chưa chi hội nào) báo cáo đủ các chỉ tiêu`)

// opening holds the opening sentence against a table of coverage that is counted anew,
// branch by branch and figure by figure.
func opening(t *testing.T, label string, w *work, p *page) {
	t.Helper()
	var said []string
	for _, s := range p.sentences {
		for _, x := range s.own() {
			said = append(said, x.Figure)
		}
	}
	full := 0
	for _, b := range w.job.Branches {
		if !slices.ContainsFunc(said, func(code string) bool { return lacksFigure(w.totals, w.cat, b.ID, code) }) {
			full++
		}
	}
	want := ""
	if full < len(w.job.Branches) {
		want = strconv.Itoa(full)
	}
	got := ""
	for _, s := range p.sentences {
		if m := completeIn.FindStringSubmatch(s.text); m != nil {
			got = m[1]
			if got == "" {
				got = "0"
			}
		}
	}
	if got != want {
		t.Errorf("%s: the opening says that %q branches gave everything, want %q", label, got, want)
	}
	received := fmt.Sprintf("%d/%d chi hội", len(w.received), len(w.job.Branches))
	if !slices.ContainsFunc(p.sentences, func(s told) bool { return strings.Contains(s.text, received) }) {
		t.Errorf("%s: the opening does not say %s", label, received)
	}
}

// lacksFigure reports whether a branch gave nothing to a figure that others gave.
func lacksFigure(totals *aggregate.Totals, cat *catalogue.Catalogue, b reports.UnitID, code string) bool {
	ind, _ := cat.Indicator(code)
	if len(totals.Givers[code]) == 0 {
		return false
	}
	for _, one := range []string{code, ind.Of, ind.Den} {
		f, ok := totals.Units[b][one]
		if one == code && ok || one != "" && ok && f.Value.IsZero() {
			return false
		}
	}
	return true
}
