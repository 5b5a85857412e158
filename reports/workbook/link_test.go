package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A link as it stands in the file: our cell, the file and the place.
type foundLink struct{ Ref, File, Location string }

// linksOf reads the links of a sheet as any reader of the format does.
func linksOf(t *testing.T, data []byte, sheet string) []foundLink {
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
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	read("xl/worksheets/"+sheet+".xml", &page)
	read("xl/worksheets/_rels/"+sheet+".xml.rels", &relations)
	targets := map[string]string{}
	for _, r := range relations.List {
		file, err := url.PathUnescape(r.Target)
		if err != nil || r.Mode != "External" || targets[r.ID] != "" {
			t.Errorf("relation %+v: %v", r, err)
		}
		targets[r.ID] = file
	}
	var all []foundLink
	for _, l := range page.Links {
		all = append(all, foundLink{l.Ref, targets[l.ID], l.Location})
	}
	return all
}

// TestLinks: the rows of sources and of findings lead to the archived file and to
// the cell; a file that is not archived has no link, whatever its name holds.
func TestLinks(t *testing.T) {
	in := sampleFigures(t)
	in.Stored = map[string]string{
		"thon-1.xlsx": "nguon/Bản sao #1 100% (a&b).xlsx",
		"a.xlsx":      "nguon/a.xlsx",
	}
	data, err := MakeFigures(in)
	if err != nil {
		t.Fatal(err)
	}
	file := in.Stored["thon-1.xlsx"]
	want := []foundLink{
		{"J2", file, ""}, {"L2", file, "'S'!B4"}, // of two branches, one has no archived file
		{"J3", file, ""}, {"L3", file, "'S'!B5"},
	}
	got := linksOf(t, data, "sheet3")
	if len(got) < len(want) {
		t.Fatalf("links: %v", got)
	}
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Errorf("links of the sources differ (-want +got)\n%s", diff)
	}
	f := open(t, data)
	for _, l := range got {
		name, err := f.GetCellValue("Nguồn", "J"+l.Ref[1:])
		if err != nil || name != "thon-1.xlsx" {
			t.Errorf("%s stands in the row of %q (%v)", l.Ref, name, err)
		}
	}
	want = []foundLink{{"D2", "nguon/a.xlsx", ""}, {"F2", "nguon/a.xlsx", "'Số ''A'' liệu'!B3"}}
	if diff := cmp.Diff(want, linksOf(t, data, "sheet4")[:2]); diff != "" {
		t.Errorf("links of the findings differ (-want +got)\n%s", diff)
	}
}
