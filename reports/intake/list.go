package intake

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"ccbreport/reports"
)

// A found is a file of the inbox, or a folder that could not be listed.
type found struct {
	name string
	mode fs.FileMode
	err  error // of the folder
}

// list returns all files by name. A folder that nobody may look into is listed
// as if it were a file: what lies in it would be left out without a word.
func list(inbox fs.FS) ([]found, error) {
	var all []found
	err := fs.WalkDir(inbox, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			return err
		case err != nil:
			all = append(all, found{name: name + "/", err: err})
			return fs.SkipDir
		case !d.IsDir():
			all = append(all, found{name: name, mode: d.Type()})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list inbox: %w", err)
	}
	slices.SortFunc(all, func(a, b found) int { return cmp.Compare(a.name, b.name) })
	return all, nil
}

// passOver returns the code of the finding that says why a file is not opened,
// "" for one that is.
func passOver(f found) string {
	base := strings.ToLower(path.Base(f.name))
	ext := path.Ext(base)
	switch {
	case strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".~lock"):
		return "file.lock"
	case slices.Contains([]string{".tmp", ".part", ".partial", ".crdownload", ".download"}, ext):
		return "file.partial"
	case strings.HasPrefix(base, ".") || base == "thumbs.db" || base == "desktop.ini":
		return "file.system"
	case f.mode&fs.ModeSymlink != 0 || ext == ".lnk":
		return "file.link"
	case !f.mode.IsRegular():
		return "file.irregular"
	case isWorkbook(ext) || reports.IsPhoto(f.name):
		return ""
	}
	return "file.other"
}

// The extensions of workbooks: those read here, the old ones, whose bytes tell
// what they are, and those of other programs with the form that they can be
// converted from.
var (
	own     = []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".csv", ".tsv"}
	old     = []string{".xls", ".xlt", ".et"}
	foreign = map[string]string{".ods": "ods", ".ots": "ods", ".fods": "fods", ".xlsb": "xlsb", ".numbers": "numbers"}
)

func isWorkbook(ext string) bool {
	return slices.Contains(own, ext) || slices.Contains(old, ext) || foreign[ext] != ""
}

// printable returns a name that can be printed and kept in JSON: bytes that are
// no UTF-8 are written as \xE1, so that two such names stay two.
func printable(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	var b strings.Builder
	for i, r := range name {
		if r == utf8.RuneError && !strings.HasPrefix(name[i:], "\uFFFD") {
			fmt.Fprintf(&b, `\x%02X`, name[i])
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// cause returns what the machine said, without the name that the finding has.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
