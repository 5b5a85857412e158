package intake

import (
	"bytes"
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
	case isWorkbook(ext) || reports.IsPhoto(f.name) || isCasual(f.name):
		return ""
	}
	return "file.other"
}

// isCasual reports whether a name says nothing of workbooks and does not rule
// one out: text, an archive, a name without an extension, or with one that is
// none: "Báo cáo chi hội 1. Năm 2020". Such a file is looked into.
func isCasual(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	if ext == ".txt" || slices.Contains(archives, ext) {
		return true
	}
	letters := strings.Trim(ext[min(1, len(ext)):], "abcdefghijklmnopqrstuvwxyz0123456789") == ""
	return len(ext) < 2 || len(ext) > 6 || !letters || ext[1] >= '0' && ext[1] <= '9'
}

// casualFault says what a file with a casual name is if it was not read: mostly
// no matter of ours. It is one if its bytes are a workbook's that has a fault.
func casualFault(name string, data []byte, why *fault) *fault {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains(archives, ext):
		return &fault{code: "file.archive", cause: ext}
	case why == nil:
	case slices.Contains([]string{"file.xls", "file.format", "file.password", "file.document", "file.archive", "file.unconverted"}, why.code):
		return why
	case bytes.HasPrefix(data, []byte("PK")) && bytes.Contains(data, []byte("xl/")):
		return why
	}
	return &fault{code: "file.other"}
}

// The extensions of workbooks: those read here, the old ones, whose bytes tell
// what they are, and those of other programs with the form that they can be
// converted from; and those of archives.
var (
	archives = []string{".zip", ".rar", ".7z", ".gz", ".tar"}
	own      = []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".csv", ".tsv"}
	old      = []string{".xls", ".xlt", ".et"}
	foreign  = map[string]string{".ods": "ods", ".ots": "ods", ".fods": "fods", ".xlsb": "xlsb", ".numbers": "numbers"}
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
