package batch

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"ccbreport/reports/archive"
)

// TestFigureLinks: every link of so-lieu.xlsx leads to a file of the edition, also
// where the edition had to give it another name, and to the very cell whose text
// stands in the row.
func TestFigureLinks(t *testing.T) {
	job := newWard(4, 3).job
	forms, _ := filledForms(t, job)
	job.Inbox = fstest.MapFS{
		"a: 1?.xlsx": {Data: forms[1].Bytes}, "Thư mục/Bản sao #2 (1).xlsx": {Data: forms[2].Bytes}, "CON.xlsx": {Data: forms[3].Bytes},
	}
	store, err := archive.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	made, err := Run(t.Context(), job, store)
	if err != nil {
		t.Fatal(err)
	}
	data, err := made.Edition.Read(FiguresFile)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := openBook(t, data).GetRows("Nguồn")
	if err != nil {
		t.Fatal(err)
	}
	links, books := 0, map[string]*excelize.File{}
	for ref, to := range sheetLinks(t, data, "sheet3") {
		links++
		if books[to[0]] == nil {
			file, err := os.ReadFile(made.Edition.Path(to[0]))
			if err != nil {
				t.Fatalf("%s leads to no file: %v", ref, err)
			}
			books[to[0]] = openBook(t, file)
		}
		if to[1] == "" {
			continue
		}
		sheet, addr, _ := strings.Cut(to[1], "!")
		sheet = strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")
		text, err := books[to[0]].GetCellValue(sheet, addr, excelize.Options{RawCellValue: true})
		row := rows[rowNumber(ref)-1]
		if err != nil || row[10] != sheet || row[11] != addr || row[8] != text {
			t.Errorf("%s leads to %v, where %q stands (%v); the row says %q", ref, to, text, err, row[8:12])
		}
	}
	if links < 2*(len(rows)-1) || len(books) != 3 {
		t.Errorf("%d links in %d rows, to %d files", links, len(rows), len(books))
	}
}

func rowNumber(ref string) int {
	n := 0
	for _, r := range ref {
		if r >= '0' && r <= '9' {
			n = n*10 + int(r-'0')
		}
	}
	return n
}

// sheetLinks returns file and place by our cell, as they stand in the parts.
func sheetLinks(t *testing.T, data []byte, sheet string) map[string][2]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(part string, v any) {
		f, err := z.Open(part)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		text, err := io.ReadAll(f)
		if err == nil {
			err = xml.Unmarshal(text, v)
		}
		if err != nil {
			t.Fatal(part, err)
		}
	}
	var page struct {
		Links []struct {
			Ref      string `xml:"ref,attr"`
			ID       string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Location string `xml:"location,attr"`
		} `xml:"hyperlinks>hyperlink"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	read("xl/worksheets/"+sheet+".xml", &page)
	read("xl/worksheets/_rels/"+sheet+".xml.rels", &relations)
	links := map[string][2]string{}
	for _, l := range page.Links {
		for _, r := range relations.List {
			if r.ID == l.ID {
				file, err := url.PathUnescape(r.Target)
				if err != nil {
					t.Error(err)
				}
				links[l.Ref] = [2]string{file, l.Location}
			}
		}
	}
	return links
}
