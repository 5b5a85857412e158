package main

import (
	"bytes"
	"debug/buildinfo"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// licences puts together under which terms everything in the program stands: Go
// itself, each module that is linked in, and what is embedded.
func (b *build) licences() error {
	modules, err := b.modules()
	if err != nil {
		return err
	}
	goes, err := output(b.goes("env", "GOROOT"))
	if err != nil {
		return err
	}
	var all bytes.Buffer
	for _, part := range slices.Concat([]part{
		{"Go", strings.TrimSpace(string(goes))},
		{"Liberation fonts", filepath.Join(b.root, "fonts")},
		{"sRGB profile", filepath.Join(b.root, "reports/typeset/icc")},
	}, modules) {
		text, err := part.terms()
		if err != nil {
			return err
		}
		fmt.Fprintf(&all, "==== %s ====\n\n%s\n\n", part.name, bytes.TrimSpace(text))
	}
	b.files[licences] = all.Bytes()
	return nil
}

// A part is something in the program that others made, and where its terms lie.
type part struct{ name, folder string }

// modules are those that are linked into the program, for either system.
func (b *build) modules() ([]part, error) {
	var paths []string
	for _, t := range []target{forLinux, forWindows} {
		info, err := buildinfo.ReadFile(b.program(t))
		if err != nil {
			return nil, err
		}
		for _, m := range info.Deps {
			paths = append(paths, m.Path)
		}
	}
	slices.Sort(paths)
	list, err := output(b.goes(append([]string{"list", "-m", "-f", "{{.Path}} {{.Version}}\t{{.Dir}}"}, slices.Compact(paths)...)...))
	if err != nil {
		return nil, err
	}
	var parts []part
	for line := range strings.Lines(string(list)) {
		name, folder, _ := strings.Cut(strings.TrimSpace(line), "\t")
		parts = append(parts, part{name, folder})
	}
	return parts, nil
}

// terms are the files of the folder that say under which terms it may be passed on. A
// part without any is no part to pass on.
func (p part) terms() ([]byte, error) {
	entries, err := os.ReadDir(p.folder)
	if err != nil {
		return nil, err
	}
	var texts [][]byte
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		ours := strings.HasPrefix(name, "LICEN") || strings.HasPrefix(name, "COPYING") || strings.HasPrefix(name, "NOTICE")
		if !ours || e.IsDir() || strings.HasSuffix(name, ".GO") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(p.folder, e.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, bytes.TrimSpace(text))
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s has no licence in %s", p.name, p.folder)
	}
	return bytes.Join(texts, []byte("\n\n")), nil
}
