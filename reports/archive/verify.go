package archive

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Difference is one file of an edition that is not what was written.
type Difference struct {
	File string // relative to the edition, with slashes
	What Change
}

// A Change says in which way a file is not what was written.
type Change string

const (
	Changed    Change = "changed"
	Missing    Change = "missing"
	Extra      Change = "extra"      // it was not written, or the manifest's line about it is harmed
	Unreadable Change = "unreadable" // the system does not let it be read
)

// editionName is what a folder of an edition is called: the report, the first
// and the last day, the number, and a mark if it is the final of that draft.
var editionName = regexp.MustCompile(`^([^/\\]+_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d)_v([1-9]\d*)(_[a-z-]+)?$`)

// IDs lists the editions that stand in the folder: by report and span, the
// older before the newer.
func (s *Store) IDs() ([]string, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list editions: %w", err)
	}
	var ids []string
	for _, entry := range entries {
		if entry.IsDir() && editionName.MatchString(entry.Name()) {
			ids = append(ids, entry.Name())
		}
	}
	slices.SortFunc(ids, compareIDs)
	return ids, nil
}

// Newest returns the edition that speaks of the latest days, of one report
// unless that is "", and of those the one made last; "" if there is none. A
// signed copy is none of them: it says nothing that its final does not.
func Newest(ids []string, report string) string {
	newest, best := "", ""
	for _, id := range ids {
		m := editionName.FindStringSubmatch(id)
		if m == nil || m[3] == signedMark || report != "" && !strings.HasPrefix(m[1], report+"_") {
			continue
		}
		last := m[1][len(m[1])-len("2006-01-02"):]
		if last > best || last == best && (newest == "" || compareIDs(id, newest) > 0) {
			newest, best = id, last
		}
	}
	return newest
}

// Version returns the number of an edition among those of its report and span: that of the
// draft, for what follows from it too. It is "" for what is no name of an edition.
func Version(id string) string {
	if m := editionName.FindStringSubmatch(id); m != nil {
		return m[2]
	}
	return ""
}

func compareIDs(a, b string) int {
	x, y := editionName.FindStringSubmatch(a), editionName.FindStringSubmatch(b)
	m, _ := strconv.Atoi(x[2])
	n, _ := strconv.Atoi(y[2])
	return cmp.Or(cmp.Compare(x[1], y[1]), cmp.Compare(m, n), cmp.Compare(x[3], y[3]))
}

// Edition returns the edition of that name. The error is fs.ErrNotExist if
// there is none, a [*DamagedError] if its manifest cannot be read; the edition
// can be verified even then.
func (s *Store) Edition(id string) (Edition, error) {
	if !editionName.MatchString(id) {
		return Edition{}, fmt.Errorf("edition %q: %w", id, fs.ErrNotExist)
	}
	return s.load(id)
}

// Read returns an output of the edition. The error is a [*DamagedError] unless
// its bytes are those that were written.
func (e Edition) Read(name string) ([]byte, error) {
	i := slices.IndexFunc(e.Manifest.Outputs, func(h Hashed) bool { return h.Name == name })
	if i < 0 {
		return nil, &DamagedError{e.ID, name, fs.ErrNotExist}
	}
	data, err := os.ReadFile(e.Path(name))
	if err == nil && Sum(data) != e.Manifest.Outputs[i].SHA256 {
		err = errChanged
	}
	if err != nil {
		return nil, &DamagedError{e.ID, name, err}
	}
	return data, nil
}

// Inputs returns what was read of the inbox, by the names that it had there. The
// error is a [*DamagedError] unless the bytes are those that were read.
func (e Edition) Inputs() ([]Blob, error) {
	var inputs []Blob
	for _, in := range e.Manifest.Inputs {
		data, err := os.ReadFile(e.Path(in.path()))
		if err == nil && Sum(data) != in.SHA256 {
			err = errChanged
		}
		if err != nil {
			return nil, &DamagedError{e.ID, in.path(), err}
		}
		inputs = append(inputs, Blob{in.Name, data})
	}
	return inputs, nil
}

// Verify hashes every file of the edition again and returns those that are not
// what was written, in order of their names: inputs, outputs, what was added,
// and the manifest itself, whose seal covers every byte of it.
func (e Edition) Verify() ([]Difference, error) {
	manifest, err := os.ReadFile(e.Path(manifestName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("verify edition %s: %w", e.ID, err)
	}
	written, whole := writtenFiles(manifest)
	letters, sealed := e.writtenLetters()
	maps.Copy(written, letters)
	found, err := e.hashes()
	if err != nil {
		return nil, fmt.Errorf("verify edition %s: %w", e.ID, err)
	}
	var list []Difference
	for name, sum := range found {
		want, known := written[name]
		switch {
		case sum == string(Unreadable):
			list = append(list, Difference{name, Unreadable})
		case name == manifestName && sealHolds(manifest) && whole && e.named():
		case name == lettersList && sealed:
		case name == manifestName || name == lettersList || known && sum != want:
			list = append(list, Difference{name, Changed})
		case !known:
			list = append(list, Difference{name, Extra})
		}
	}
	written[manifestName] = ""
	for name := range written {
		if _, there := found[name]; !there && (whole || name == manifestName) {
			list = append(list, Difference{name, Missing})
		}
	}
	slices.SortFunc(list, func(a, b Difference) int { return strings.Compare(a.File, b.File) })
	return list, nil
}

// named reports whether the folder bears the name that its manifest gives it,
// the number apart: a manifest of another edition has a seal that holds.
func (e Edition) named() bool { return strings.HasPrefix(e.ID, e.Manifest.prefix()) }

// hashes returns the sum of every file in the edition, by name.
func (e Edition) hashes() (map[string]string, error) {
	sums := map[string]string{}
	err := fs.WalkDir(os.DirFS(e.Dir), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && d != nil && name != ".":
			sums[name] = string(Unreadable)
			return nil
		case err != nil || d.IsDir():
			return err
		case !d.Type().IsRegular():
			sums[name] = "" // a link or a device has taken the place of a file
			return nil
		}
		sums[name] = hashFile(e.Path(name))
		return nil
	})
	return sums, err
}

// hashFile returns the sum of a file, [Unreadable] where the system refuses.
func hashFile(name string) string {
	f, err := os.Open(name)
	if err != nil {
		return string(Unreadable)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return string(Unreadable)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// writtenFiles returns the sums that a manifest gives, by the names that the
// files are stored by. It reports whether the manifest could be read as a whole.
func writtenFiles(manifest []byte) (sums map[string]string, whole bool) {
	m, err := decodeManifest(manifest)
	if err != nil {
		return salvage(manifest), false
	}
	sums = map[string]string{}
	for _, in := range m.Inputs {
		sums[in.path()] = in.SHA256
	}
	for _, out := range m.Outputs {
		sums[out.Name] = out.SHA256
	}
	return sums, true
}

// path is where an input stands in the edition.
func (h Hashed) path() string { return Inputs + "/" + cmp.Or(h.Stored, h.Name) }

// hashedLine finds what is left of the lists of files in a manifest that is no
// JSON any more: a harmed byte spoils one line of them, not all.
var hashedLine = regexp.MustCompile(`"name": ("(?:[^"\\]|\\.)*"),\s*"sha256": "([0-9a-f]{64})"(?:,\s*"stored": ("(?:[^"\\]|\\.)*"))?`)

// salvage returns the sums that can still be read. Which list a line stood in
// cannot be trusted, so it stands for an input and an output of that name.
func salvage(manifest []byte) map[string]string {
	sums := map[string]string{}
	for _, m := range hashedLine.FindAllStringSubmatch(string(manifest), -1) {
		name, err := strconv.Unquote(cmp.Or(m[3], m[1]))
		if err != nil {
			continue // the line that is harmed
		}
		maps.Copy(sums, map[string]string{name: m[2], Inputs + "/" + name: m[2]})
	}
	return sums
}

const sealKey = `"seal": "`

// sealHolds reports whether no byte of a stored manifest has changed: its seal
// is the SHA-256 of all its other bytes.
func sealHolds(manifest []byte) bool {
	at := bytes.LastIndex(manifest, []byte(sealKey)) + len(sealKey)
	end := at + hex.EncodedLen(sha256.Size)
	if at < len(sealKey) || end > len(manifest) {
		return false
	}
	return Sum(slices.Concat(manifest[:at], manifest[end:])) == string(manifest[at:end])
}

// Other names what now differs from what the edition was made with, so that a
// run today would make another: the program, the configuration, templates and
// fonts, each by its name.
func (m Manifest) Other(now Manifest) []string {
	var names []string
	if m.Program != Program {
		names = append(names, m.Program)
	}
	if m.Settings != now.Settings {
		names = append(names, "config.toml")
	}
	names = append(names, otherFiles(m.Templates, now.Templates)...)
	return append(names, otherFiles(m.Fonts, now.Fonts)...)
}

func otherFiles(then, now []Hashed) []string {
	sums := map[string][2]string{}
	for i, list := range [][]Hashed{then, now} {
		for _, h := range list {
			pair := sums[h.Name]
			pair[i] = h.SHA256
			sums[h.Name] = pair
		}
	}
	maps.DeleteFunc(sums, func(_ string, pair [2]string) bool { return pair[0] == pair[1] })
	return slices.Sorted(maps.Keys(sums))
}
