package check

import (
	"path"
	"slices"
	"strings"

	"ccbreport/reports"
)

// Photos compares the lines of the ward's sheet Ảnh with the photos that were
// received: a line without its file, and a file that no line names.
func Photos(lines []reports.Photo, files []reports.File) reports.Findings {
	var findings reports.Findings
	named := map[string]bool{}
	for _, p := range lines {
		name, ok := PhotoFile(p, files)
		if !ok {
			findings.Add("photo.missing", reports.Ward, reports.Args{"file": p.File}, p.At)
			continue
		}
		named[name] = true
	}
	for _, f := range files {
		if reports.IsPhoto(f.Name) && f.State == reports.Read && !named[f.Name] {
			findings.Add("photo.uncaptioned", reports.Ward, reports.Args{"file": f.Name}, reports.Cell{File: f.Name})
		}
	}
	return findings
}

// PhotoFile returns the name of the file of the inbox that a line means.
func PhotoFile(line reports.Photo, files []reports.File) (string, bool) {
	i := slices.IndexFunc(files, func(f reports.File) bool { return samePhoto(f.Name, line.File) })
	if i < 0 {
		return "", false
	}
	return files[i].Name, true
}

// samePhoto compares a file of the inbox with what a person wrote: its path or
// its name, with or without the ending.
func samePhoto(file, written string) bool {
	written = strings.ToLower(strings.ReplaceAll(written, "\\", "/"))
	file = strings.ToLower(file)
	base := path.Base(file)
	return reports.IsPhoto(file) && slices.Contains([]string{file, base, strings.TrimSuffix(base, path.Ext(base))}, written)
}
