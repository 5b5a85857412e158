// Package association says whose reports these are: what the association calls
// itself, what is short for it, and what a clerk knows of it by heart. It is what
// hoi.toml of the templates says; elsewhere the program knows the names of associations
// only as those that a return may come from by mistake.
package association

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"ccbreport/reports/author"
	"ccbreport/reports/viet"
)

// File is the file at the root of the templates.
const File = "hoi.toml"

// An Association is what the file says. The zero one is nobody's.
type Association struct {
	Name   string            `toml:"name"`          // behind "Hội": "Cựu chiến binh"
	Short  string            `toml:"short"`         // "CCB"
	Symbol string            `toml:"symbol"`        // of its reports, where the ward gives none: "BC-CCB"
	More   map[string]string `toml:"abbreviations"` // of its own beside Short

	Movements     []Movement    `toml:"movement"`
	Anniversaries []Anniversary `toml:"anniversary"`

	Words viet.Words `toml:"-"` // as the names of branches and indicators are read
}

// A Movement is one of its own, and whether it is called a phong trào or a cuộc vận
// động.
type Movement struct {
	Name string `toml:"name"`
	Kind string `toml:"kind"`
}

// An Anniversary is a year from which its jubilees are counted.
type Anniversary struct {
	Event string `toml:"event"`
	Year  int    `toml:"year"`
}

// Load reads the file from the root of fsys, strictly; see [author.Decode]. Where
// there is none, as in what editions kept before there was one, the association is
// nobody's.
func Load(fsys fs.FS) (Association, error) {
	var a Association
	f, err := author.Decode(fsys, File, &a)
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err == nil {
		a.verify(f)
		err = author.Check(f)
	}
	if err != nil {
		return Association{}, fmt.Errorf("load association: %w", err)
	}
	a.Words = viet.NewWords(a.Name, a.Short, a.More)
	return a, nil
}

// Files returns the names of the files that Load reads.
func Files(fsys fs.FS) ([]string, error) {
	_, err := fs.Stat(fsys, File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("find %s: %w", File, err)
	}
	return []string{File}, nil
}

// kinds are what a movement may be called.
var kinds = []string{"phong trào", "cuộc vận động"}

// verify says what of the file cannot be used.
func (a Association) verify(f *author.File) {
	for _, v := range []struct{ key, value string }{{"name", a.Name}, {"short", a.Short}, {"symbol", a.Symbol}} {
		if viet.Key(v.value) == "" {
			f.Reject(max(1, f.Line(v.key)), "%s chưa có chữ nào; ghi thêm", "%s has no letters; add it", v.key)
		}
	}
	if rest, ok := strings.CutPrefix(viet.Key(a.Name), "hội "); ok {
		f.Reject(f.Line("name"), "name ghi phần đứng sau chữ “Hội”: %q", "name is what stands behind “Hội”: %q", rest)
	}
	for short, long := range a.More {
		if viet.Key(short) == "" || viet.Key(long) == "" {
			f.Reject(f.Line("abbreviations."+short), "chữ viết tắt %q chưa có nghĩa; ghi thêm hoặc xóa đi", "%q is short for nothing; add it or take it out", short)
		}
	}
	for n, m := range a.Movements {
		if m.Kind != kinds[0] && m.Kind != kinds[1] {
			f.Misnamed(f.Within("movement", n, "kind"), m.Kind, kinds, "kind là %q; ghi “phong trào” hoặc “cuộc vận động”", "kind is %q; write “phong trào” or “cuộc vận động”", m.Kind)
		}
	}
	for n, y := range a.Anniversaries {
		if strings.TrimSpace(y.Event) == "" || y.Year < 1 {
			f.Reject(f.Entry("anniversary", n), "ngày kỷ niệm thiếu event hoặc year; ghi thêm", "an anniversary lacks its event or year; add it")
		}
	}
}

// Full is its name with "Hội" before it, "" for nobody's.
func (a Association) Full() string {
	if a.Name == "" {
		return ""
	}
	return "Hội " + a.Name
}

// Abbreviated returns a text in which the association's name is written in short.
func (a Association) Abbreviated(text string) string {
	if a.Name == "" {
		return text
	}
	return strings.ReplaceAll(text, a.Name, a.Short)
}

// Introduced returns a text in which the first full name is followed by the short one
// in brackets.
func (a Association) Introduced(text string) string {
	if a.Name == "" {
		return text
	}
	return strings.Replace(text, a.Name, a.Name+" ("+a.Short+")", 1)
}
