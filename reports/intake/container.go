package intake

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
)

// A container is the zip file that a workbook is. Parts are found by their names
// without regard to case, as the packaging rules say (ECMA-376 part 2, 6.2.2.3).
type container struct {
	files []*zip.File
	names map[string]*zip.File
	read  map[*zip.File]bool
	buf   *[]byte
}

// openContainer checks everything that the directory says before anything is
// unpacked: number of parts, names, declared sizes. What it says of a size
// holds, because a part that is longer or shorter is a fault when it is read.
func openContainer(data []byte, lim Limits, buf *[]byte) (*container, error) {
	switch {
	case int64(len(data)) > lim.Container:
		return nil, tooBig("%d bytes", len(data))
	case bytes.HasPrefix(data, oleMagic):
		return nil, oleFault(data)
	}
	// Signatures are counted first: the directory is read whole or not at all,
	// and a record takes ten times its bytes. Stored workbooks inside have their own.
	if bytes.Count(data, []byte("PK\x01\x02")) > 8*lim.Parts {
		return nil, tooBig("more than %d parts", lim.Parts)
	}
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("container: %v", err)
	}
	if len(zr.File) > lim.Parts {
		return nil, tooBig("%d parts", len(zr.File))
	}
	c := &container{files: zr.File, names: map[string]*zip.File{}, read: map[*zip.File]bool{}, buf: buf}
	total := uint64(0)
	for _, f := range zr.File {
		size := f.UncompressedSize64
		if size > uint64(lim.Part) {
			return nil, tooBig("%s: %d bytes", f.Name, size)
		}
		if total += size; total > uint64(lim.Total) {
			return nil, tooBig("more than %d bytes in all parts", lim.Total)
		}
		if err := c.add(f); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// add refuses a name that could mean another part than it says.
func (c *container) add(f *zip.File) error {
	name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "./")
	key := strings.ToLower(strings.TrimPrefix(name, "/"))
	switch {
	case f.Flags&1 != 0:
		return &fault{code: "file.password", cause: "zip"}
	case strings.Contains(key, "\x00") || path.Clean("/"+key) != "/"+strings.TrimSuffix(key, "/"):
		return damaged("part name %q", f.Name)
	case c.names[key] != nil:
		return damaged("part %q stands twice", f.Name)
	}
	c.names[key] = f
	return nil
}

func (c *container) has(name string) bool { return c.names[strings.ToLower(name)] != nil }

// under reports whether any part lies in the folder.
func (c *container) under(folder string) bool {
	for _, f := range c.files {
		if strings.HasPrefix(strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/")), folder) {
			return true
		}
	}
	return false
}

// part returns the bytes of a part, read to the end and so with its checksum;
// they are good until the next part is read.
func (c *container) part(name string) ([]byte, error) {
	f := c.names[strings.ToLower(name)]
	if f == nil {
		return nil, damaged("%s is missing", name)
	}
	c.read[f] = true
	r, err := f.Open()
	if err != nil {
		return nil, damaged("%s: %v", name, err)
	}
	defer r.Close()
	// Deflate makes at most 1032 bytes of one: a size that lies takes no memory.
	size := min(f.UncompressedSize64, 1032*f.CompressedSize64+64) + bytes.MinRead
	if uint64(cap(*c.buf)) < size {
		*c.buf = make([]byte, 0, size)
	}
	buf := bytes.NewBuffer((*c.buf)[:0])
	if _, err := buf.ReadFrom(r); err != nil {
		return nil, damaged("%s: %v", name, err)
	}
	return buf.Bytes(), nil
}

// rest reads the parts that nobody asked for, for their checksums alone: a file
// with a broken picture was broken on its way, and who knows what else was.
func (c *container) rest() error {
	for _, f := range c.files {
		if c.read[f] || strings.HasSuffix(f.Name, "/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return damaged("%s: %v", f.Name, err)
		}
		_, err = io.Copy(io.Discard, r)
		r.Close()
		if err != nil {
			return damaged("%s: %v", f.Name, err)
		}
	}
	return nil
}
