package treefs

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// An Overlay is a folder whose files stand in front of others of the same name.
// Folders are listed with fs.ReadDir and fs.Glob; an opened one shows the upper
// files only.
type Overlay struct{ Upper, Lower fs.FS }

// Open opens the upper file, or else the lower one.
func (o Overlay) Open(name string) (fs.File, error) {
	f, err := o.Upper.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.Lower.Open(name)
	}
	return f, err
}

// ReadDir lists the files of both, each name once.
func (o Overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.Upper, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	lower, err := fs.ReadDir(o.Lower, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	all := append(upper, lower...)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
