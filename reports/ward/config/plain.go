package config

import (
	"io/fs"

	"ccbreport/reports/author"
)

// plainFiles are the files of a folder that can be templates: others are refused by
// name, since reading a pipe or a device need not end.
type plainFiles struct{ fs.FS }

// largestTemplate, in bytes, is beyond whatever a person writes.
const largestTemplate = 4 << 20

// Open opens a file or a folder.
func (p plainFiles) Open(name string) (fs.File, error) {
	info, err := fs.Stat(p.FS, name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
	case !info.Mode().IsRegular():
		return nil, author.One(name, 0, "không phải là tệp thường", "it is no plain file")
	case info.Size() > largestTemplate:
		return nil, author.One(name, 0, "quá lớn: %d byte, mẫu không quá %d", "too large: %d bytes, a template has at most %d", info.Size(), largestTemplate)
	}
	return p.FS.Open(name)
}
