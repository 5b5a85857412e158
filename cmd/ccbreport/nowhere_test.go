package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"mime"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"ccbreport/reports/viet"

	"github.com/rogpeppe/go-internal/testscript"
)

// nowhere wants what people read of the files to match a pattern nowhere. Texts are
// small letters without marks, and the program's own name is taken out of them.
func nowhere(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: nowhere PATTERN FILE…")
	}
	pattern := regexp.MustCompile(args[0])
	look := func(name, text string) {
		text = strings.ReplaceAll(strings.ToLower(viet.Bare(text)), "ccbreport", "")
		if at := pattern.FindStringIndex(text); at != nil {
			ts.Fatalf("%s says %q", name, text[max(0, at[0]-60):min(len(text), at[1]+60)])
		}
	}
	looked := 0
	for _, arg := range args[1:] {
		if arg == "stdout" || arg == "stderr" {
			look(arg, ts.ReadFile(arg))
			continue
		}
		ts.Check(filepath.WalkDir(ts.MkAbs(arg), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			looked++
			look(arg, d.Name())
			data, err := os.ReadFile(name)
			for _, text := range readable(ts, name, data) {
				look(name, text)
			}
			return err
		}))
		if looked == 0 {
			ts.Fatalf("%s is empty", arg)
		}
	}
}

// readable are the texts that people read of a file.
func readable(ts *testscript.TestScript, name string, data []byte) []string {
	switch filepath.Ext(name) {
	case ".pdf":
		return pdfText(ts, data)
	case ".eml":
		header, parts := pieces(ts, name)
		var words mime.WordDecoder
		var texts []string
		for key := range header {
			value, err := words.DecodeHeader(header.Get(key))
			ts.Check(err)
			texts = append(texts, value)
		}
		for _, p := range parts {
			texts = append(append(texts, p.name), readable(ts, p.name, p.data)...)
		}
		return texts
	case ".xlsx":
		return workbookTexts(ts, data)
	}
	return []string{string(data)}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// workbookTexts are the parts of a workbook, each also without its tags.
func workbookTexts(ts *testscript.TestScript, data []byte) (texts []string) {
	parcel, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	for _, f := range parcel.File {
		part, err := f.Open()
		ts.Check(err)
		text, err := io.ReadAll(part)
		ts.Check(err)
		texts = append(texts, string(text), tag.ReplaceAllString(string(text), ""))
	}
	return texts
}

// pdfText is the text of a PDF with single spaces, none where nothing can read one.
func pdfText(ts *testscript.TestScript, data []byte) []string {
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil
	}
	cmd := exec.Command(reader, "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	text, err := cmd.Output()
	ts.Check(err)
	return []string{strings.Join(strings.Fields(string(text)), " ")}
}
