// Package archive keeps editions on disk: one folder for every version of a
// report, out/<report>_<from>_<to>_v<N>, where <to> is the last day included.
//
// An edition is written to a temporary folder, synced and renamed, so it is
// there whole or not at all, and once there it never changes. What stands in
// the out folder is all there is to know: numbers are counted from its names.
// The same inputs give the same bytes and find the edition that they made
// before. No clock, no host and no path of this machine enters an edition.
//
// The use of it, in order:
//
//	m := archive.Manifest{Report: …, From: …, To: …, Status: archive.Draft,
//		Settings: archive.Sum(settings), Inputs: archive.Hash(inputs), …}
//	e, found, err := store.Find(m)      // before anything is rendered
//	m.Pages, m.Figures, m.Findings = …  // what came of it
//	e, err = store.Put(ctx, m, inputs, outputs)
package archive

import (
	"bytes"
	"ccbreport/reports/treefs"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Names of what stands in an edition. Inputs is a folder, the others are files.
const (
	PDF          = "bao-cao.pdf"
	Data         = "du-lieu.json"
	Settings     = "cau-hinh.json" // of a draft: the configuration as it bears on the page
	Inputs       = "nguon"
	manifestName = "manifest.json"
)

// A Blob is a file in memory. Name is relative, with slashes.
type Blob struct {
	Name  string
	Bytes []byte
}

// FS returns a file system that holds the files, so that what an edition keeps can be
// read as an inbox or as templates.
func FS(files []Blob) fs.FS {
	tree := map[string][]byte{}
	for _, f := range files {
		tree[f.Name] = f.Bytes
	}
	return treefs.Files(tree)
}

// A Store is the folder that holds the editions of one ward. It can be used by
// several goroutines, and by several processes on the same folder.
type Store struct {
	dir string
}

// An Edition is one finished folder.
type Edition struct {
	ID       string // "nam_2019-01-01_2019-12-31_v2"
	Dir      string // where it stands, as Open was told
	Manifest Manifest
}

// Path returns where a file of the edition stands.
func (e Edition) Path(name string) string { return filepath.Join(e.Dir, filepath.FromSlash(name)) }

// A DamagedError says that an edition is not what its manifest says: a file is
// gone or changed, or the manifest itself cannot be read.
type DamagedError struct {
	Edition string
	File    string // relative to the edition
	Err     error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("edition %s: %s: %v", e.Edition, e.File, e.Err)
}

func (e *DamagedError) Unwrap() error { return e.Err }

var errChanged = errors.New("not the bytes that were written")

// Open returns the store in the folder out, which need not exist yet. It takes
// away what killed runs left behind, unless another run is writing just now.
func Open(out string) (*Store, error) {
	s := &Store{dir: out}
	left, err := s.leftovers()
	if err != nil || len(left) == 0 {
		return s, err
	}
	guard, err := s.guard()
	if err != nil {
		return nil, err
	}
	return s, guard.Unlock()
}

// Find looks for the newest edition that was made from the same inputs,
// templates, fonts and settings as m, and makes sure that its files are still
// what they were. A [*DamagedError] names an edition that cannot be trusted.
func (s *Store) Find(m Manifest) (Edition, bool, error) {
	last, err := s.last(m)
	if err != nil {
		return Edition{}, false, err
	}
	digest := m.digest()
	for n := last; n > 0; n-- {
		e, err := s.load(m.id(n))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // the number was never given, or its folder was taken away
		case err != nil:
			return Edition{}, false, err
		case e.Manifest.Digest == digest:
			return e, true, e.verify()
		}
	}
	return Edition{}, false, nil
}

// Put makes a new draft of the outputs, with the inputs beside them, and
// gives it the next number. It fills in the rest of m. If another process has
// made the same edition in the meantime, that one is returned. If the context
// ends first there is no edition.
func (s *Store) Put(ctx context.Context, m Manifest, inputs, outputs []Blob) (Edition, error) {
	kept := m.seal(inputs, outputs)
	files := append(kept, Blob{manifestName, m.sealed()})
	var e Edition
	err := s.publish(ctx, append(files, outputs...), func(folder string) error {
		for {
			// Counting comes before looking: whoever makes an edition after the
			// look takes the number that was counted on, and the rename fails.
			last, err := s.last(m)
			if err != nil {
				return err
			}
			found, ok, err := s.Find(m)
			if ok || err != nil {
				e = found
				return err
			}
			e = Edition{ID: m.id(last + 1), Dir: filepath.Join(s.dir, m.id(last+1)), Manifest: m}
			if err := s.rename(folder, e.Dir); !errors.Is(err, fs.ErrExist) {
				return err
			}
		}
	})
	if err != nil {
		return Edition{}, fmt.Errorf("store edition: %w", err)
	}
	return e, nil
}

// Replace puts the files into the folder name, in place of all that stood
// there, and returns where it is. It is for what is no edition: the newest
// findings. If the context ends first, what stood there stays.
func (s *Store) Replace(ctx context.Context, name string, files []Blob) (string, error) {
	target := filepath.Join(s.dir, name)
	err := s.publish(ctx, files, func(folder string) error {
		for n := 0; ; n++ {
			old := filepath.Join(filepath.Dir(folder), "old"+strconv.Itoa(n))
			moved := s.rename(target, old)
			if moved != nil && !errors.Is(moved, fs.ErrNotExist) {
				return moved
			}
			switch err := s.rename(folder, target); {
			case errors.Is(err, fs.ErrExist):
				continue // another process was quicker; its files are as old as ours
			case err != nil && moved == nil:
				return errors.Join(err, s.rename(old, target))
			default:
				return err
			}
		}
	})
	if err != nil {
		return "", fmt.Errorf("replace %s: %w", name, err)
	}
	return target, nil
}

// Note puts a text file beside the editions in place of the one there; an empty
// text takes it away. It is for people, and nothing reads it back.
func (s *Store) Note(name string, text []byte) error {
	target := filepath.Join(s.dir, name)
	if len(text) == 0 {
		if err := os.Remove(target); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove %s: %w", name, err)
		}
		return nil
	}
	if old, err := os.ReadFile(target); err == nil && bytes.Equal(old, text) {
		return nil
	}
	err := s.publish(context.Background(), []Blob{{name, text}}, func(folder string) error {
		if err := os.Rename(filepath.Join(folder, name), target); err != nil {
			return err
		}
		return syncDir(s.dir)
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// load reads the edition's manifest; fs.ErrNotExist means that there is no such
// folder.
func (s *Store) load(id string) (Edition, error) {
	e := Edition{ID: id, Dir: filepath.Join(s.dir, id)}
	if _, err := os.Stat(e.Dir); err != nil {
		return e, err
	}
	data, err := os.ReadFile(e.Path(manifestName))
	if err == nil {
		e.Manifest, err = decodeManifest(data)
	}
	if err != nil {
		// Not wrapped as it is: a missing manifest is damage, not absence.
		return e, &DamagedError{id, manifestName, errors.New(err.Error())}
	}
	return e, nil
}

// verify compares the outputs with the manifest.
func (e Edition) verify() error {
	for _, out := range e.Manifest.Outputs {
		if _, err := e.Read(out.Name); err != nil {
			return err
		}
	}
	return nil
}

// last returns the highest number given to an edition of the report and span of
// m, 0 for none.
func (s *Store) last(m Manifest) (int, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("list editions: %w", err)
	}
	last := 0
	for _, entry := range entries {
		digits, ok := strings.CutPrefix(entry.Name(), m.prefix())
		if n, err := strconv.Atoi(digits); ok && err == nil {
			last = max(last, n)
		}
	}
	return last, nil
}
