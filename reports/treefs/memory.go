// Package treefs holds trees of files that are no folder of the machine: files in
// memory, and one tree in front of another.
package treefs

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Files returns a file system in memory that holds the files, by their paths. It has
// no times.
func Files(files map[string][]byte) fs.FS {
	tree := memory{".": {name: ".", dir: true}}
	for name, data := range files {
		tree.add(&node{name: name, data: data})
	}
	for _, n := range tree {
		slices.SortFunc(n.entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return tree
}

// A memory holds every file and folder by its path.
type memory map[string]*node

func (m memory) add(n *node) {
	if _, there := m[n.name]; there {
		return
	}
	m[n.name] = n
	parent := path.Dir(n.name)
	m.add(&node{name: parent, dir: true})
	m[parent].entries = append(m[parent].entries, fs.FileInfoToDirEntry(n))
}

func (m memory) Open(name string) (fs.File, error) {
	n, there := m[name]
	if !fs.ValidPath(name) || !there {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &opened{node: n, Reader: bytes.NewReader(n.data), left: n.entries}, nil
}

// A node is a file or a folder; it is its own fs.FileInfo.
type node struct {
	name    string // path
	dir     bool
	data    []byte
	entries []fs.DirEntry // of a folder
}

func (n *node) Name() string       { return path.Base(n.name) }
func (n *node) Size() int64        { return int64(len(n.data)) }
func (n *node) ModTime() time.Time { return time.Time{} }
func (n *node) IsDir() bool        { return n.dir }
func (n *node) Sys() any           { return nil }

func (n *node) Mode() fs.FileMode {
	if n.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// An opened is a node while it is read.
type opened struct {
	*node
	*bytes.Reader
	left []fs.DirEntry
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.node, nil }
func (o *opened) Close() error               { return nil }
func (o *opened) Size() int64                { return o.node.Size() }

// ReadDir returns the next entries, as fs.ReadDirFile wants it.
func (o *opened) ReadDir(n int) ([]fs.DirEntry, error) {
	if !o.dir {
		return nil, &fs.PathError{Op: "readdir", Path: o.name, Err: fs.ErrInvalid}
	}
	if n > 0 && len(o.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(o.left) {
		n = len(o.left)
	}
	next := o.left[:n]
	o.left = o.left[n:]
	return next, nil
}
