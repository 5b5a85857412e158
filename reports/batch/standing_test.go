package batch

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"ccbreport/reports"
	"ccbreport/reports/archive"
)

// savedAt sets the core property of the last saving, or leaves a workbook
// without one.
func savedAt(t *testing.T, data []byte, at string) []byte {
	t.Helper()
	book := openBook(t, data)
	core, _ := book.Pkg.Load("docProps/core.xml")
	modified := ""
	if at != "" {
		modified = `<dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified>`
	}
	text := regexp.MustCompile(`<dcterms:modified.*</dcterms:modified>`).ReplaceAllString(string(core.([]byte)), "")
	book.Pkg.Store("docProps/core.xml", []byte(strings.Replace(text, "</cp:coreProperties>", modified+"</cp:coreProperties>", 1)))
	return bookBytes(t, book)
}

// TestStandings holds who is late, by the day of the ward's zone on which the
// first workbook was saved, and who has given how much.
func TestStandings(t *testing.T) {
	job := newWard(5, 6).job
	forms, cat := filledForms(t, job)
	job.Due = reports.DayOf(2020, 7, 5)
	job.Zone = time.FixedZone("ICT", 7*3600)
	put := func(row int, value any) []byte {
		book := openBook(t, forms[row].Bytes)
		plant{row, "", "PT.CAY", "D", value, "", ""}.put(t, book, cat, "", map[string]string{})
		plant{row, "", "PT.CAY", "E", value, "", ""}.put(t, book, cat, "", map[string]string{})
		plant{row, "", "PT.CAY", "F", value, "", ""}.put(t, book, cat, "", map[string]string{})
		plant{row, "", "PT.CAY", "G", value, "", ""}.put(t, book, cat, "", map[string]string{})
		return bookBytes(t, book)
	}
	inbox := fstest.MapFS{
		"1.xlsx":   {Data: savedAt(t, forms[1].Bytes, "2020-07-05T16:59:00Z")}, // 23.59 of the last day here
		"2.xlsx":   {Data: savedAt(t, forms[2].Bytes, "2020-07-05T17:01:00Z")},
		"3.xlsx":   {Data: savedAt(t, forms[3].Bytes, "2020-07-01T00:00:00Z")},
		"3b.xlsx":  {Data: savedAt(t, put(3, 9), "2020-07-20T00:00:00Z")}, // corrected later
		"4.xlsx":   {Data: savedAt(t, forms[4].Bytes, "")},
		"5/a.xlsx": {Data: savedAt(t, put(5, nil), "2020-08-04T00:00:00Z")},
	}
	job.Inbox = inbox
	got, err := Check(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range got.Branches.List {
		lines = append(lines, strings.TrimSpace(fmt.Sprintln(s.Unit.ID, s.Received, s.Of-s.Given, s.Saved, s.Late, s.Files)))
	}
	want := []string{
		"ch-1 true 0 2020-07-05 0 [1.xlsx]", "ch-2 true 0 2020-07-06 1 [2.xlsx]", "ch-3 true 0 2020-07-01 0 [3.xlsx 3b.xlsx]",
		"ch-4 true 0  -1 [4.xlsx]", "ch-5 true 1 2020-08-04 30 [5/a.xlsx]", "ch-6 false 0  -1 []",
	}
	for i := range want {
		if lines[i] != want[i] {
			t.Errorf("got %q, want %q", lines[i], want[i])
		}
	}
	names := []string{}
	for _, p := range got.Papers {
		names = append(names, p.Name)
	}
	for _, name := range []string{"phan-hoi/ch-6.txt", "phan-hoi/5/a.xlsx", "tinh-hinh.xlsx"} {
		if !slices.Contains(names, name) {
			t.Errorf("no %s in %v", name, names)
		}
	}
}

// TestEditionHoldsItsWorkbooks: an edition has the figures, the feedback and the
// state of what was received, and the same run gives the same bytes.
func TestEditionHoldsItsWorkbooks(t *testing.T) {
	var before []archive.Hashed
	job := newWard(9, 3).job
	forms, cat := filledForms(t, job)
	book := openBook(t, forms[1].Bytes)
	plant{1, "", "PT.CAY", "D", "nhiều", "", ""}.put(t, book, cat, "", map[string]string{})
	job.Inbox = fstest.MapFS{"1.xlsx": {Data: bookBytes(t, book)}, "0.xlsx": {Data: forms[0].Bytes}}
	for range 2 {
		store, err := archive.Open(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		made, err := Run(t.Context(), job, store)
		if err != nil {
			t.Fatal(err)
		}
		outputs := made.Edition.Manifest.Outputs
		if before != nil && !slices.Equal(before, outputs) {
			t.Errorf("other bytes: %v, then %v", before, outputs)
		}
		before = outputs
		data, err := made.Edition.Read(FiguresFile)
		if err != nil {
			t.Fatal(err)
		}
		parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range parts.File {
			if year := part.Modified.Year(); year > 1980 {
				t.Errorf("%s was made in %d", part.Name, year)
			}
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil || part.Name == "docProps/core.xml" && bytes.Contains(text, []byte("dcterms:modified")) {
				t.Errorf("%s names a time (%v)", part.Name, err)
			}
		}
		for _, name := range []string{StandingFile, "phan-hoi/1.xlsx", "phan-hoi/ch-1.txt", "phan-hoi/ch-2.txt"} {
			if _, err := made.Edition.Read(name); err != nil {
				t.Error(err)
			}
		}
	}
}
