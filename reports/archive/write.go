package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	tempPrefix = ".tam-" // temporary folders, beside the editions so that a rename is enough
	guardName  = ".khoa" // whoever writes holds it shared, whoever sweeps alone
)

// publish writes the files into a temporary folder, syncs them and hands the
// folder to place, which renames it to where it belongs, unless the context has
// ended by then. Whatever happens, the temporary folder is gone afterwards.
func (s *Store) publish(ctx context.Context, files []Blob, place func(folder string) error) (err error) {
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return err
	}
	guard, err := s.guard()
	if err != nil {
		return err
	}
	defer guard.Unlock() // nothing is written through it
	temp, err := os.MkdirTemp(s.dir, tempPrefix)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	folder := filepath.Join(temp, "new")
	if err := writeTree(ctx, folder, files); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return place(folder)
}

// guard sweeps if nobody else is writing, and then takes the guard shared.
func (s *Store) guard() (*Lock, error) {
	name := filepath.Join(s.dir, guardName)
	alone, err := TryLock(name)
	if err == nil {
		err = errors.Join(s.sweep(), alone.Unlock())
	}
	if err != nil && !errors.Is(err, ErrLocked) {
		return nil, err
	}
	return lock(name, shared)
}

// rename publishes a folder. It returns fs.ErrExist if the target is there;
// systems have many words for that.
func (s *Store) rename(from, to string) error {
	err := os.Rename(from, to)
	if err == nil {
		return syncDir(filepath.Dir(to))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, gone := os.Lstat(to); gone == nil {
		return fmt.Errorf("rename to %s: %w", filepath.Base(to), fs.ErrExist)
	}
	return err
}

// leftovers lists the temporary folders in the store.
func (s *Store) leftovers() ([]string, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list editions: %w", err)
	}
	var left []string
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), tempPrefix) {
			left = append(left, filepath.Join(s.dir, entry.Name()))
		}
	}
	return left, nil
}

// sweep takes away what killed runs left; the guard must be held alone.
func (s *Store) sweep() error {
	left, err := s.leftovers()
	for _, dir := range left {
		err = errors.Join(err, os.RemoveAll(dir))
	}
	return err
}

// writeTree writes the files under folder and syncs every one of them, and
// every folder from the deepest up.
func writeTree(ctx context.Context, folder string, files []Blob) error {
	dirs := []string{folder}
	for _, f := range files {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if !fs.ValidPath(f.Name) {
			return fmt.Errorf("write %q: %w", f.Name, fs.ErrInvalid)
		}
		name := filepath.Join(folder, filepath.FromSlash(f.Name))
		for dir := filepath.Dir(name); !slices.Contains(dirs, dir); dir = filepath.Dir(dir) {
			dirs = append(dirs, dir)
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := writeFile(name, f.Bytes); err != nil {
			return err
		}
	}
	slices.SortFunc(dirs, func(a, b string) int { return len(b) - len(a) })
	for _, dir := range dirs {
		if err := syncDir(dir); err != nil {
			return err
		}
	}
	return nil
}

// writeFile never writes over a file: two inputs under one name would be a
// file left out.
func writeFile(name string, data []byte) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Sync()
}
