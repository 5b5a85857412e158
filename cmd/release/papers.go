package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"ccbreport/fonts"
	"ccbreport/reports/guide"
	"ccbreport/reports/typeset"
	"ccbreport/templates"
)

// papers are what stands beside the program: by name, what it holds.
type papers map[string][]byte

// The names under which papers are kept.
const (
	guidePDF   = "HUONG-DAN.pdf"
	licences   = "LICENCES.txt"
	manual     = "ccbreport.1"
	manualVi   = "ccbreport.vi.1"
	service    = "ccbreport.service"
	timer      = "ccbreport.timer"
	windowTask = "ccbreport-task.xml"
)

// collect makes and reads everything that a package holds beside the program.
func (b *build) collect() error {
	b.files = papers{}
	for _, step := range []func() error{b.read, b.print, b.guide, b.licences} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// read takes what the tree has.
func (b *build) read() error {
	for name, from := range map[string]string{
		"README.md": "README.md", "LICENSE": "LICENSE", "CHANGELOG.md": "CHANGELOG.md",
		service: "deploy/" + service, timer: "deploy/" + timer, windowTask: "deploy/" + windowTask,
	} {
		data, err := os.ReadFile(filepath.Join(b.root, from))
		if err != nil {
			return err
		}
		b.files[name] = data
	}
	return nil
}

// print takes what the program itself prints. It is run from its source: the one for
// Linux does not run everywhere.
func (b *build) print() error {
	for name, args := range map[string]string{
		manual: "man --lang en", manualVi: "man --lang vi",
		"ccbreport.bash": "completion bash", "ccbreport.zsh": "completion zsh", "ccbreport.fish": "completion fish",
	} {
		data, err := output(b.goes(append([]string{"run", "./cmd/ccbreport"}, strings.Fields(args)...)...))
		if err != nil {
			return err
		}
		b.files[name] = data
	}
	return nil
}

// guide sets the officers' guide with the program's own page. What could not be shown
// as it is written stops the release.
func (b *build) guide() error {
	doc, err := guide.Read(os.DirFS(b.root), guide.Officers...)
	if err != nil {
		return err
	}
	doc.Author, doc.Keywords = "ccbreport", []string{version()}
	page, err := typeset.LoadProfile(templates.FS)
	if err != nil {
		return err
	}
	made, findings, err := typeset.PDF(context.Background(), doc, page.Leaflet(), fonts.FS)
	if err != nil {
		return err
	}
	if len(findings) > 0 {
		return fmt.Errorf("set the guide: %v", findings)
	}
	b.files[guidePDF] = made.PDF
	return nil
}

// startFile is what an officer clicks first on Windows: it begins a ward in the folder
// in which it lies. Who clicks it while he looks into the zip has it alone, in a folder
// for what is soon thrown away.
func startFile() []byte {
	lines := []string{
		"@chcp 65001 >nul",
		"@echo off",
		`cd /d "%~dp0"`,
		"if exist ccbreport.exe (",
		"ccbreport.exe init",
		") else (",
		"echo Tệp zip chưa được giải nén.",
		"echo Bấm nút phải chuột vào tệp zip, chọn Extract All hoặc Giải nén tất cả,",
		"echo rồi vào thư mục mới hiện ra và bấm đúp lại vào bat-dau.bat.",
		")",
		"pause",
		"",
	}
	return []byte(strings.Join(lines, "\r\n"))
}

// packagedUnit is a unit of deploy as a package installs it: the program stands where
// packages put it, and how it is installed by hand is of no use.
func packagedUnit(unit []byte) []byte {
	var kept [][]byte
	for line := range bytes.Lines(unit) {
		if !bytes.HasPrefix(line, []byte("#   ")) {
			kept = append(kept, bytes.ReplaceAll(line, []byte("/usr/local/bin/"), []byte("/usr/bin/")))
		}
	}
	return bytes.ReplaceAll(bytes.Join(kept, nil), []byte("#\n#\n"), []byte("#\n"))
}
